"""Outlets in lists."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from communique.record import tables as t
from communique.record.finding.entries import Found, OutletLine
from communique.record.finding.keys import Key, counted_key, fewer
from communique.record.outlets import load_outlets

_O = t.linked_outlets.c


def list_outlets(
    connection: Connection,
    name: str | None,
    offset: int,
    limit: int,
    after: Key | None = None,
) -> Found[OutletLine]:
    """Return a piece of the list of outlets, those with most pages first; ``name`` is in theirs.

    From an offset or after a key on.
    """
    query, many = select(t.linked_outlets), select(func.count()).select_from(t.linked_outlets)
    if name:
        named = func.lower(_O.outlet).contains(name.lower(), autoescape=True)
        query, many = query.where(named), many.where(named)
    total = connection.execute(many).scalar_one()
    if after:
        query = query.where(fewer(_O.pages, _O.outlet, after))
    query = query.order_by(_O.pages.desc(), _O.outlet).offset(offset).limit(limit + 1)
    rows = connection.execute(query).all()
    items, told = [], load_outlets(connection)
    for row in rows[:limit]:
        origin = told.origin(row.outlet)
        items.append(
            OutletLine(
                outlet=row.outlet,
                state=origin.state,
                owner=origin.owner.value,
                pages=row.pages,
                copies=row.copies,
                engagements=row.engagements,
                first=row.published_first,
                last=row.published_last,
            )
        )
    follows = counted_key(rows, limit, "pages", "outlet")
    return Found(tuple(items), total, offset, follows=follows)
