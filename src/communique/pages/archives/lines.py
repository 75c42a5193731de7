"""Pages as JSON Lines, plain or packed with gzip."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import IO, cast

from communique.model import Document
from communique.pages.archives.pieces import WHOLE, Piece
from communique.pages.archives.rows import read_row
from communique.pages.limits import Limits, Refusal, size
from communique.pages.sources import reason_of


def read_lines(name: str, limits: Limits, piece: Piece = WHOLE) -> Iterator[Document | Refusal]:
    """Yield the page of every line; a line that is none is refused by its number."""
    try:
        opening = gzip.open if name.lower().endswith(".gz") else open
        with opening(name, "rb") as stream:
            yield from _pages(cast(IO[bytes], stream), name, limits, piece)
    except (gzip.BadGzipFile, EOFError, zlib.error):
        yield Refusal(name, "damaged: what follows could not be unpacked")
    except OSError as error:
        yield Refusal(name, reason_of(error))


def _pages(
    stream: IO[bytes], name: str, limits: Limits, piece: Piece
) -> Iterator[Document | Refusal]:
    number = piece.before
    stream.seek(piece.first)
    while piece.holds(stream.tell()) and (line := stream.readline(limits.page_bytes + 1)):
        number += 1
        place = f"{name}#{number}"
        if len(line) > limits.page_bytes:
            _to_end_of_line(stream, limits)
            yield Refusal(place, f"a line of over {size(limits.page_bytes)}")
        elif line.strip():
            yield _page(line, place, limits)
    if not number:
        yield Refusal(name, "empty")


def _page(line: bytes, place: str, limits: Limits) -> Document | Refusal:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return Refusal(place, "not a line of JSON")
    return read_row(row, place, limits)


def _to_end_of_line(stream: IO[bytes], limits: Limits) -> None:
    while (more := stream.readline(limits.page_bytes)) and not more.endswith(b"\n"):
        pass
