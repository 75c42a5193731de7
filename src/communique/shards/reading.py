"""A shard of pages in, tables of pages and accounts out: the function that all engines call."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from communique.model import Document
from communique.pages import (
    Limits,
    PassedOver,
    Refusal,
    read_archive,
    read_documents,
)
from communique.reader import Reader
from communique.shards.folder import ACCOUNTS, PAGES, Folder
from communique.shards.left_out import left_out_of
from communique.shards.manner import Manner
from communique.shards.page_in_hand import PageInHand
from communique.shards.planning import Shard
from communique.shards.tables import READ, REFUSED, Rows, account_table, page_table

Json = dict[str, Any]


class OtherProgramError(Exception):
    """Raised where the program here is not the one that is to read."""


@dataclass(slots=True)
class Given:
    """What a shard gave: rows of pages and accounts, and how many pages came to what end."""

    rows: Rows = field(default_factory=Rows)
    passed_over: Counter[str] = field(default_factory=Counter)


def code_shard(
    shard: Shard, reader: Reader, limits: Limits, begin: Callable[[str], None] | None = None
) -> Given:
    """Read the pages of a shard; the same pages give the same rows.

    ``begin`` is told of every page before it is read (see ``Limits.begin``).
    """
    given = Given()
    for page in _pages(shard, replace(limits, begin=begin)):
        if isinstance(page, PassedOver):
            given.passed_over[page.reason] += 1
        elif isinstance(page, Refusal):
            given.rows.add_refused(page.source, page.reason)
        else:
            name = page.url or page.path or "-"
            try:
                given.rows.add(name, reader.read(page))
            except MemoryError:
                given.rows.add_refused(name, "it takes more memory than is given to one page")
            except Exception as error:  # one page's trouble is not to end the shard
                given.rows.add_refused(name, f"the reader failed: {error!r}"[:300])
    return given


def read_shard(shard: Shard, folder: Folder, manner: Manner) -> Json:
    """Read a shard into its place in the folder, unless that was done; return its figures.

    Raises OtherProgramError where the program here would read otherwise than ``manner`` says.
    """
    if folder.is_done(shard, manner):
        return folder.stats(shard)
    reader = _reader(manner.pipeline)
    if reader.version != manner.coder:
        raise OtherProgramError(f"this is {reader.version}, and {manner.coder} is to read")
    began, busy = time.perf_counter(), time.process_time()
    limits = replace(manner.limits(), left_out=left_out_of(folder.path))
    with PageInHand(folder, shard, manner.page_seconds) as hand:
        given = code_shard(shard, reader, limits, hand.begin)
        tables = {
            PAGES: page_table(given.rows.pages),
            ACCOUNTS: account_table(given.rows.accounts),
        }
    stats = _stats(given)
    stats["seconds"] = round(time.perf_counter() - began, 3)
    stats["cpu_seconds"] = round(time.process_time() - busy, 3)
    stats["most_memory_mb"] = _memory()
    stats["inputs"], stats["shard"] = len(shard.names), shard.id
    folder.write(shard, manner, tables, stats)
    return stats


def _pages(shard: Shard, limits: Limits) -> Iterator[Document | Refusal]:
    if shard.piece is None:
        return read_documents(shard.names, limits=limits)
    return read_archive(shard.names[0], limits, shard.piece)


def _stats(given: Given) -> Json:
    outcomes = Counter(row["outcome"] for row in given.rows.pages)
    return {
        "read": outcomes[READ],
        "refused": outcomes[REFUSED],
        "passed_over": dict(sorted(given.passed_over.items())),
        "accounts": len(given.rows.accounts),
    }


def _memory() -> int | None:
    """Return the most memory that this process has taken, in MB, where that can be told."""
    try:
        import resource
    except ImportError:
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@cache
def _reader(pipeline: str | None) -> Reader:
    return Reader.load(pipeline)
