"""The pages that a record left out before, as a file that every worker can look at.

A record may know millions of them: a digest of sixteen bytes for each, in order, and a search by
halves in a file that the system maps into memory.
"""

from __future__ import annotations

import mmap
import os
from bisect import bisect_left
from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path

_NAME = "left_out"
_SIZE = 16

Asked = Callable[[str, str | None], bool]


def write_left_out(folder: Path, pages: Iterable[tuple[str, str]]) -> None:
    """Write the addresses and digests of pages that need not be read, in place of the last."""
    marks = sorted({_mark(address, sha256) for address, sha256 in pages})
    if not marks:
        forget_left_out(folder)
        return
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f".{_NAME}.{os.getpid()}"
    beside.write_bytes(b"".join(marks))
    beside.replace(folder / _NAME)


def forget_left_out(folder: Path) -> None:
    """Take the file away."""
    (folder / _NAME).unlink(missing_ok=True)


def left_out_of(folder: Path) -> Asked | None:
    """Return what ``Limits.left_out`` asks, None where nothing was left out."""
    try:
        with open(folder / _NAME, "rb") as stream:
            marks = _Marks(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
    except OSError:
        return None
    return marks.hold


class _Marks:
    def __init__(self, data: mmap.mmap) -> None:
        self._data = data

    def hold(self, address: str, sha256: str | None) -> bool:
        if sha256 is None:
            return False
        mark = _mark(address, sha256)
        at = bisect_left(self, mark)
        return at < len(self) and self[at] == mark

    def __len__(self) -> int:
        return len(self._data) // _SIZE

    def __getitem__(self, at: int) -> bytes:
        return self._data[at * _SIZE : (at + 1) * _SIZE]


def _mark(address: str, sha256: str) -> bytes:
    return blake2b(
        f"{address}\n{sha256}".encode("utf-8", "surrogatepass"), digest_size=_SIZE
    ).digest()
