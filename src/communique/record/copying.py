"""A record moved to another place, from any database to any other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, func, select

from communique.record import tables as t
from communique.record.batches import batches
from communique.record.errors import RecordError
from communique.record.passages import index_everything
from communique.record.relinking import mark_changed

# What is made from the rest at the other place: linking, what is searched, the record's own notes.
_MADE_ANEW = frozenset({*t.LINKED, *t.FOOTING, t.changed_pages, t.passages, t.settled, t.meta})


def copy_rows(source: Connection, target: Connection) -> int:
    """Copy all that was read and decided into an empty record; return the number of pages.

    Raises RecordError where the target holds anything, or does not hold the same afterwards.
    """
    copied = [table for table in t.IN_ORDER if table not in _MADE_ANEW]
    if any(_count(target, table) for table in copied):
        raise RecordError("it holds something already; name a place that is empty or not there yet")
    for table in copied:
        for batch in batches(_rows(source, table)):
            target.execute(table.insert(), batch)
        if _count(source, table) != _count(target, table):
            raise RecordError(f"not all of {table.name} arrived")
    index_everything(target)
    mark_changed(target)
    return _count(target, t.documents)


def _rows(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    found = connection.execution_options(yield_per=1000).execute(select(table))
    yield from (dict(row) for row in found.mappings())


def _count(connection: Connection, table: Table) -> int:
    number: int = connection.execute(select(func.count()).select_from(table)).scalar_one()
    return number
