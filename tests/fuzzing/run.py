"""Atheris over one reader: python -m fuzzing.run NAME [--seconds 300] [--seeds FOLDER]

What it finds lies in the folder it is run in, as crash-*, slow-unit-* or timeout-*. Seeds are the
whole inputs of the property tests, and the files of a folder, where one is named.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path


def main() -> None:
    """Run until the time is over or something fails."""
    import atheris

    with atheris.instrument_imports(
        include=["communique.pages", "communique.triage", "feedparser"]
    ):
        from fuzzing.readers import READERS
        from fuzzing.seeds import seeds_of
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader", choices=sorted(READERS))
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--seeds", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as corpus:
        for number, raw in enumerate(seeds_of(asked.reader)):
            (Path(corpus) / f"{number:04d}").write_bytes(raw)
        bounds = [f"-max_total_time={asked.seconds}", "-timeout=20", "-rss_limit_mb=4096"]
        folders = [corpus, *([str(asked.seeds)] if asked.seeds else [])]
        size = ["-max_len=60000", "-len_control=0", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *bounds, *size, *folders], READERS[asked.reader])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
