"""Where the results of shards land: tables, a mark that they are whole, figures.

A shard called ID leaves ``ID.pages.parquet`` and ``ID.accounts.parquet``, its figures in
``ID.stats.json``, and last of all ``ID.done``, which names the digests of the tables. While it is
read, ``ID.at`` holds the page in hand, so that one that ended the process is known afterwards.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.shards.manner import Manner
from communique.shards.planning import Shard

if TYPE_CHECKING:
    import pyarrow

PAGES, ACCOUNTS, STATS, DONE = "pages.parquet", "accounts.parquet", "stats.json", "done"
AT, ENDED = "at", "ended"
_TABLES = (PAGES, ACCOUNTS)
_BLOCK = 1 << 20

Json = dict[str, Any]
Tables = Mapping[str, Any]  # pyarrow.Table by what it is of


class Folder:
    """A folder of results; any number of processes may write to it at once."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)

    def file(self, shard: Shard, what: str) -> Path:
        """Return the path of one of a shard's files."""
        return self.path / f"{shard.id}.{what}"

    def write(self, shard: Shard, manner: Manner, tables: Tables, stats: Json) -> None:
        """Write what a shard gave; it counts only once all of it stands there."""
        self.path.mkdir(parents=True, exist_ok=True)
        digests = {what: self._write_table(shard, what, tables[what]) for what in _TABLES}
        self._write(shard, STATS, json.dumps(stats, indent=1))
        self._write(shard, DONE, json.dumps({"manner": asdict(manner), "digests": digests}))
        for what in (AT, ENDED):
            self.file(shard, what).unlink(missing_ok=True)

    def is_done(self, shard: Shard, manner: Manner) -> bool:
        """Tell whether a shard was read in this manner, and its tables are as they were written."""
        try:
            mark = json.loads(self.file(shard, DONE).read_bytes())
            return mark["manner"] == asdict(manner) and all(
                _digest(self.file(shard, what)) == mark["digests"][what] for what in _TABLES
            )
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def stats(self, shard: Shard) -> Json:
        """Return the figures of a shard that is done."""
        found: Json = json.loads(self.file(shard, STATS).read_bytes())
        return found

    def clear(self, shards: Iterable[Shard]) -> None:
        """Throw away what shards left, and the folder where nothing else is in it."""
        for shard in shards:
            for what in (DONE, STATS, AT, ENDED, *_TABLES):
                self.file(shard, what).unlink(missing_ok=True)
            for beside in self.path.glob(f".{shard.id}.*"):  # of a process that was killed
                beside.unlink(missing_ok=True)
        try:
            self.path.rmdir()
        except OSError:
            return

    def _write_table(self, shard: Shard, what: str, table: pyarrow.Table) -> str:
        from pyarrow import parquet

        beside = self._beside(shard, what)
        parquet.write_table(table, beside, compression="zstd")
        self._put(beside, self.file(shard, what))
        return _digest(self.file(shard, what))

    def _write(self, shard: Shard, what: str, text: str) -> None:
        beside = self._beside(shard, what)
        beside.write_text(text, "utf-8")
        self._put(beside, self.file(shard, what))

    def _beside(self, shard: Shard, what: str) -> Path:
        return self.path / f".{shard.id}.{what}.{os.getpid()}"

    def _put(self, beside: Path, place: Path) -> None:
        """Move a file to its place once all of it is on the disk."""
        with open(beside, "rb+") as written:
            os.fsync(written.fileno())
        os.replace(beside, place)


def _digest(path: Path) -> str:
    digest = blake2b(digest_size=16)
    with open(path, "rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
