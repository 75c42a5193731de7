"""Outlets in lists."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from communique.record import tables as t
from communique.record.finding.entries import Found, OutletLine
from communique.record.outlets import load_outlets

_O = t.linked_outlets.c


def list_outlets(
    connection: Connection, name: str | None, offset: int, limit: int
) -> Found[OutletLine]:
    """Return a piece of the list of outlets, those with most pages first; ``name`` is in theirs."""
    query, many = select(t.linked_outlets), select(func.count()).select_from(t.linked_outlets)
    if name:
        named = func.lower(_O.outlet).contains(name.lower(), autoescape=True)
        query, many = query.where(named), many.where(named)
    total = connection.execute(many).scalar_one()
    query = query.order_by(_O.pages.desc(), _O.outlet).offset(offset).limit(limit)
    items, told = [], load_outlets(connection)
    for row in connection.execute(query):
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
    return Found(tuple(items), total, offset)
