"""Inputs cut into shards: runs of files, archives, and pieces of large archives."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import Any

from communique.pages import WHOLE, Piece, Refusal, pieces_of
from communique.pages.archives import is_archive
from communique.pages.archives.pieces import WARC_BYTES
from communique.pages.sources import Way, sources_of

FILES = 256
# Pieces of archives grow with these, so that there are never many more than so many shards.
_SHARDS = 10_000

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shard:
    """Pages that are read together: files, or a piece of one archive.

    ``number`` is its place among the shards of the run, ``stamp`` tells whether its files are
    those of the last time.
    """

    number: int
    names: tuple[str, ...]
    piece: Piece | None
    stamp: str

    @property
    def id(self) -> str:
        """Return a name that no other shard has, nor this one once its files have changed."""
        of = repr((self.names, self.piece, self.stamp))
        return f"{self.number:06}-{blake2b(of.encode(), digest_size=6).hexdigest()}"

    def to_json(self) -> Json:
        """Return the shard as another process takes it."""
        return asdict(self)

    @classmethod
    def from_json(cls, form: Json) -> Shard:
        """Return the shard that ``to_json`` described."""
        piece = form["piece"]
        names = tuple(form["names"])
        return cls(form["number"], names, Piece(**piece) if piece else None, form["stamp"])


@dataclass(frozen=True, slots=True)
class Plan:
    """Shards in the order of the inputs, what cannot be had, and inputs that are no files."""

    shards: tuple[Shard, ...]
    refused: tuple[Refusal, ...]
    others: tuple[str, ...]


def plan(inputs: Sequence[str]) -> Plan:
    """Cut files, folders, patterns and archives into shards; the same files give the same."""
    files: list[str] = []
    refused: list[Refusal] = []
    others: list[str] = []
    for source in sources_of(inputs):
        if isinstance(source, Refusal):
            refused.append(source)
        elif source.way is Way.FILE:
            files.append(source.name)
        else:
            others.append(source.name)
    parts = _parts(files)
    shards = tuple(Shard(n, names, piece, _stamp(names)) for n, (names, piece) in enumerate(parts))
    return Plan(shards, tuple(refused), tuple(others))


def _parts(files: Sequence[str]) -> Iterator[tuple[tuple[str, ...], Piece | None]]:
    run: list[str] = []
    archives = sum(_size(name) for name in files if is_archive(name))
    times = max(1, archives // (_SHARDS * WARC_BYTES))
    for name in files:
        archive = is_archive(name)
        if run and (archive or len(run) == FILES):
            yield tuple(run), None
            run = []
        if archive:
            yield from (((name,), piece) for piece in _pieces(name, times))
        else:
            run.append(name)
    if run:
        yield tuple(run), None


def _pieces(name: str, times: int) -> list[Piece]:
    try:
        return list(pieces_of(name, times))
    except Exception:  # whatever is wrong with it, reading it as a whole says so by name
        return [WHOLE]


def _size(name: str) -> int:
    try:
        return os.path.getsize(name)
    except OSError:
        return 0  # reading it will say so


def _stamp(names: Iterable[str]) -> str:
    digest = blake2b(digest_size=8)
    for name in names:
        try:
            found = os.stat(name)
        except OSError:
            continue  # reading it will say so
        digest.update(f"{found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()
