"""What `spacy train --code` must know before it reads the config."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import augment  # noqa: F401
import gemm  # noqa: F401
