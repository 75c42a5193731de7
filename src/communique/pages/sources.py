"""Inputs as people name them (files, folders, globs, addresses, ``-``), one after another."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from communique.pages.limits import Refusal


class Way(StrEnum):
    """How an input is got at."""

    FILE = "file"
    URL = "url"
    STDIN = "stdin"


@dataclass(frozen=True, slots=True)
class Source:
    """One page to read: its name as given or found, and the way to it."""

    name: str
    way: Way


# A record lying in the folder that is read, with the files that its database keeps beside it.
_RECORDS = (".db", ".db-wal", ".db-shm", ".db-journal")


def sources_of(inputs: Sequence[str]) -> Iterator[Source | Refusal]:
    """Spread inputs into single pages, lazily and in a settled order.

    A folder gives every file below it in order of name, hidden ones passed over; a glob gives
    its matches, folders among them spread; what is not there is refused by its name.
    """
    for name in inputs:
        if name == "-":
            yield Source("-", Way.STDIN)
        elif is_url(name):
            yield Source(name, Way.URL)
        else:
            yield from _local(name)


def is_url(name: str) -> bool:
    """Whether an input is a web address."""
    return name.lower().startswith(("http://", "https://"))


def _local(name: str) -> Iterator[Source | Refusal]:
    path = Path(name)
    try:
        present, folder = os.path.lexists(path), path.is_dir()
    except (OSError, ValueError) as error:
        yield Refusal(name, reason_of(error))
        return
    if folder:
        yield from _folder(path)
    elif present:
        yield Source(name, Way.FILE)
    elif glob.has_magic(name):
        yield from _matches(name)
    elif "://" in name:
        yield Refusal(name, "only http:// and https:// addresses are fetched")
    else:
        yield Refusal(name, "no such file or folder")


def _matches(pattern: str) -> Iterator[Source | Refusal]:
    found = False
    for name in sorted(glob.iglob(pattern, recursive=True)):
        if os.path.isdir(name) and "**" in pattern:
            continue
        found = True
        yield from _local(name)
    if not found:
        yield Refusal(pattern, "nothing matches this pattern")


def _folder(folder: Path) -> Iterator[Source | Refusal]:
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError as error:
        yield Refusal(str(folder), reason_of(error))
        return
    for name in names:
        if name.startswith(".") or name.endswith(_RECORDS):
            continue
        path = folder / name
        if path.is_symlink() and path.is_dir():
            continue
        if path.is_dir():
            yield from _folder(path)
        else:
            yield Source(str(path), Way.FILE)


def reason_of(error: OSError | ValueError) -> str:
    """Say in plain words why a path cannot be reached."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, OSError):
        return (error.strerror or "cannot be read").lower()
    return "not a usable file name"


def count_sources(inputs: Sequence[str], holds_many: Callable[[str], bool]) -> int | None:
    """How many pages the inputs hold, refusals counted; None where counting would cost much.

    ``holds_many`` tells by its name whether a file is an archive of many pages.
    """
    count = 0
    for source in sources_of(inputs):
        count += 1
        many = isinstance(source, Source) and source.way is Way.FILE and holds_many(source.name)
        if many or count > 200_000:
            return None
    return count
