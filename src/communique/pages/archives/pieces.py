"""Large archives cut into pieces that can be read apart from one another, in any order."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

# About a thousand pages each, as they come: packed with their tags, as lines, as rows.
WARC_BYTES = 16 * 2**20
LINES_BYTES = 4 * 2**20
PARQUET_ROWS = 1000

_GZIP = b"\x1f\x8b\x08"
_PLAIN = b"WARC/1."
_BLOCK = 1 << 20
_HEAD = 512


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of an archive: what begins at ``first`` or after it and before ``last``, None its end.

    Bytes of a WARC or JSON Lines file, rows of a Parquet table; ``before`` counts the lines before.
    """

    first: int = 0
    last: int | None = None
    before: int = 0

    def holds(self, place: int) -> bool:
        """Tell whether what begins at a place belongs to the piece."""
        return self.first <= place and (self.last is None or place < self.last)


WHOLE = Piece()


def pieces_of(name: str, times: int = 1) -> Iterator[Piece]:
    """Yield the pieces of an archive in order; a small one, or one that cannot be cut, is whole.

    Pieces are ``times`` as large as they would be among few.
    Raises OSError and ValueError where it cannot be looked at.
    """
    lower = name.lower()
    if lower.endswith((".warc", ".warc.gz")):
        yield from _pieces_of_warc(name, times * WARC_BYTES)
    elif lower.endswith((".jsonl", ".ndjson")):
        yield from _pieces_of_lines(name, times * LINES_BYTES)
    elif lower.endswith(".parquet"):
        yield from _pieces_of_rows(name, times * PARQUET_ROWS)
    else:
        yield WHOLE


class UpTo:
    """A stream that ends where a piece does, so that what follows it plays no part."""

    def __init__(self, stream: IO[bytes], piece: Piece) -> None:
        self._stream, self._last = stream, piece.last

    def read(self, size: int = -1, /) -> bytes:
        """Return at most so many bytes, all that are left where ``size`` is negative."""
        if self._last is not None:
            left = max(self._last - self._stream.tell(), 0)
            size = left if size < 0 else min(size, left)
        return self._stream.read(size)

    def seek(self, place: int, whence: int = 0, /) -> int:
        """Go to a place."""
        return self._stream.seek(place, whence)

    def tell(self) -> int:
        """Return the place."""
        return self._stream.tell()


def record_at(stream: IO[bytes], place: int) -> int | None:
    """Return where a WARC record begins, at a place or after it.

    In a packed archive the bytes that open a record may stand within one, too: what they open has
    to unpack to a record's first line.
    """
    stream.seek(0)
    packed = stream.read(2) == _GZIP[:2]
    if not place:
        return 0
    wanted = _GZIP if packed else _PLAIN
    kept = b""
    stream.seek(place)
    while block := stream.read(_BLOCK):
        whole, start = kept + block, place - len(kept)
        at = whole.find(wanted)
        while at >= 0:
            if not packed or _opens(stream, start + at):
                return start + at
            at = whole.find(wanted, at + 1)
        place += len(block)
        kept = whole[-len(wanted) + 1 :]
        stream.seek(place)
    return None


def _opens(stream: IO[bytes], place: int) -> bool:
    """Tell whether a packed record begins at a place."""
    stream.seek(place)
    try:
        head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(stream.read(_HEAD), 7)
    except zlib.error:
        return False
    return b"WARC/1.".startswith(head[:7]) and bool(head)


def _pieces_of_warc(name: str, most: int) -> Iterator[Piece]:
    with open(name, "rb") as stream:
        size = stream.seek(0, 2)
        first = 0
        while size - first > 1.5 * most:
            last = record_at(stream, first + most)
            if last is None:
                break
            yield Piece(first, last)
            first = last
    yield Piece(first) if first else WHOLE


def _pieces_of_lines(name: str, most: int) -> Iterator[Piece]:
    first = before = counted = at = 0
    with open(name, "rb") as stream:
        while block := stream.read(LINES_BYTES):
            end = block.rfind(b"\n") + 1
            if end and at + end - first >= most:
                lines = counted + block.count(b"\n", 0, end)
                yield Piece(first, at + end, before)
                first, before = at + end, lines
            counted += block.count(b"\n")
            at += len(block)
    if first < at or not first:
        yield Piece(first, None, before) if first else WHOLE


def _pieces_of_rows(name: str, most: int) -> Iterator[Piece]:
    try:
        from pyarrow import parquet
    except ImportError:
        yield WHOLE  # which says what is missing
        return
    with parquet.ParquetFile(name) as table:
        rows = table.metadata.num_rows
    for first in range(0, max(rows, 1), most):
        yield Piece(first, first + most) if rows > most else WHOLE
