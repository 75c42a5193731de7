"""Pages of public test sets of extractors, laid out in a folder for ``reading.py``; kept nowhere.

    git clone --depth 1 https://github.com/OWNER/NAME      # for each of SETS
    python benchmarks/public_pages.py FOLDER CLONE...      # clones, work tree or bare

Takes every page with tags that a set's newest commit holds at the places named here.
"""

from __future__ import annotations

import argparse
import gzip
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

# By a set's name: where its pages are.
SETS = {
    "trafilatura": r"^tests/(cache|eval)/",  # adbar
    "fundus": r"^tests/resources/.*\.html\.gz$",  # flairNLP
    "article-extraction-benchmark": r"^html/.*\.html\.gz$",  # scrapinghub
    "parser": r"^fixtures/.*\.html$",  # postlight
    "newspaper4k": r"^tests/data/html/.*\.html$",  # AndyTheFactory
    "DiplomaticPulse": r"/fixtures/[^/]*\.html?$",  # qcri
}
_SMALLEST = 500


def main() -> None:
    """Write the pages of the clones named on the command line into a folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("clones", nargs="+", type=Path)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for clone in asked.clones:
        name = next(one for one in SETS if one in str(clone))
        pages = [page for page in _pages(clone, SETS[name]) if len(page) >= _SMALLEST]
        for number, page in enumerate(pages):
            (asked.folder / f"{name}-{number:04d}.html").write_bytes(page)
        print(f"{name}: {len(pages)} pages")


def _pages(clone: Path, pattern: str) -> Iterator[bytes]:
    git = ["git", f"--git-dir={clone / '.git' if (clone / '.git').exists() else clone}"]
    listed = subprocess.run(
        [*git, "ls-tree", "-r", "-z", "HEAD"], capture_output=True, check=True
    ).stdout.decode("utf-8", "replace")
    for line in filter(None, listed.split("\0")):
        about, path = line.split("\t", 1)
        if re.search(pattern, path):
            raw = subprocess.run(
                [*git, "cat-file", "blob", about.split()[2]], capture_output=True, check=True
            ).stdout
            yield gzip.decompress(raw) if path.endswith(".gz") else raw


if __name__ == "__main__":
    main()
