"""Files of many pages: web archives (WARC, WACZ), and tables of pages (JSON Lines, Parquet)."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Document
from communique.pages.archives.pieces import WHOLE, Piece
from communique.pages.limits import Limits, Refusal

_WARC = (".warc", ".warc.gz")
_WACZ = (".wacz",)
_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_PARQUET = (".parquet",)


def is_archive(name: str) -> bool:
    """Whether a file holds many pages, by its name."""
    return name.lower().endswith(_WARC + _WACZ + _LINES + _PARQUET)


def read_archive(name: str, limits: Limits, piece: Piece = WHOLE) -> Iterator[Document | Refusal]:
    """Yield the pages of an archive, or of a piece of it, in its order, one in memory at a time.

    What is damaged, or is not read, is refused by the archive's name and the page's address.
    """
    lower = name.lower()
    if lower.endswith(_PARQUET):
        from communique.pages.archives.parquet import read_parquet

        yield from read_parquet(name, limits, piece)
    elif lower.endswith(_LINES):
        from communique.pages.archives.lines import read_lines

        yield from read_lines(name, limits, piece)
    else:
        from communique.pages.archives.warc import read_wacz, read_warc

        if lower.endswith(_WACZ):
            yield from read_wacz(name, limits)
        else:
            yield from read_warc(name, limits, piece)
