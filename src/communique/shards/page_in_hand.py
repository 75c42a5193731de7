"""The page in hand: noted before it is read, so that one that ends its process is left out.

Some pages make a library run away or crash. Nothing in the process can stop that, so it ends, by a
clock that needs no Python to run; who reads the shard again finds here how often which page was
last in hand. One that was twice is refused by name and the rest is read.
"""

from __future__ import annotations

import faulthandler
import os
from collections import Counter
from types import TracebackType

from communique.pages import UnreadableError
from communique.shards.folder import AT, ENDED, Folder
from communique.shards.planning import Shard

_TIMES = 2


class PageInHand:
    """Notes each page of a shard; a context manager around the reading of all of them."""

    def __init__(self, folder: Folder, shard: Shard, seconds: float) -> None:
        self._seconds = seconds
        folder.path.mkdir(parents=True, exist_ok=True)
        at, ended = folder.file(shard, AT), folder.file(shard, ENDED)
        if at.exists() and (last := at.read_bytes().rstrip(b"\0")):
            with open(ended, "ab") as noted:
                noted.write(last + b"\n")
        times = Counter(ended.read_bytes().splitlines() if ended.exists() else ())
        self._left_out = {name for name, number in times.items() if number >= _TIMES}
        self._at = os.open(at, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o644)

    def begin(self, name: str) -> None:
        """Note a page. Raises UnreadableError for one that ended the process before."""
        line = name.encode("utf-8", "surrogatepass").replace(b"\n", b" ").replace(b"\0", b" ")
        if line in self._left_out:
            raise UnreadableError("reading it ended the process twice, or took too long")
        os.ftruncate(self._at, 0)
        os.lseek(self._at, 0, os.SEEK_SET)
        os.write(self._at, line)
        faulthandler.dump_traceback_later(self._seconds, exit=True, file=_nowhere())

    def __enter__(self) -> PageInHand:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        faulthandler.cancel_dump_traceback_later()
        os.ftruncate(self._at, 0)
        os.close(self._at)


_NOWHERE: list[int] = []


def _nowhere() -> int:
    """Return a file that takes the traces nobody reads."""
    if not _NOWHERE:
        _NOWHERE.append(os.open(os.devnull, os.O_WRONLY))
    return _NOWHERE[0]
