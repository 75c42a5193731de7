"""communique reads diplomatic news and keeps the record."""

import os

__version__ = "0.1.0"

# numpy asks for this when it is first loaded. A page's matrices are too small to share: threads
# would wait for one another at full speed, and readers beside one another fight for cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
