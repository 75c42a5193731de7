"""Reading kept texts again: what a new reading would change, and keeping it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from communique.model import Document, Reading
from communique.record import tables as t
from communique.record.batches import batches
from communique.record.differences import Change, differences, snapshot
from communique.record.keeping import keep_again
from communique.record.relinking import is_linked, link_now, mark_changed
from communique.record.restoring import document_of

_CHUNK = 50


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page of the record as it can be read again: the id of its version, and by which coder."""

    version: str
    document: Document
    coder: str | None


@dataclass(frozen=True, slots=True)
class Recoded:
    """What new readings change: the number of pages read otherwise, and the record's changes."""

    pages: int
    changes: list[Change]


def kept_pages(connection: Connection) -> Iterator[KeptPage]:
    """Yield the current version of every page, a few in memory at once."""
    v = t.versions.c
    ids = connection.execute(select(v.id).where(v.current).order_by(v.document_id)).scalars().all()
    for some in batches(ids, _CHUNK):
        rows = {r.id: r for r in connection.execute(select(t.versions).where(v.id.in_(some)))}
        yield from (KeptPage(name, document_of(rows[name]), rows[name].coder) for name in some)


def recode(connection: Connection, readings: Iterable[tuple[str, Reading]]) -> Recoded:
    """Put new readings of versions in the place of the old ones, within the caller's transaction.

    A version that is no longer the current one of its page is left as it was read.
    """
    if not is_linked(connection):
        link_now(connection)
    before = snapshot(connection)
    v = t.versions.c
    current = set(connection.execute(select(v.id).where(v.current)).scalars())
    pages = sum(
        keep_again(connection, version, reading)
        for version, reading in readings
        if version in current
    )
    if pages:
        mark_changed(connection)
        link_now(connection)
    return Recoded(pages, differences(before, snapshot(connection)) if pages else [])
