"""Outlets in lists."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from communique.knowledge.outlets import origin_of
from communique.record import tables as t
from communique.record.finding.entries import Found, OutletLine

_V = t.versions.c


def list_outlets(
    connection: Connection, name: str | None, offset: int, limit: int
) -> Found[OutletLine]:
    """Return a piece of the list of outlets, those with most pages first; ``name`` is in theirs."""
    named: list[Any] = [_V.current, _V.outlet.is_not(None)]
    if name:
        named.append(func.lower(_V.outlet).contains(name.lower(), autoescape=True))
    total = connection.execute(select(func.count(_V.outlet.distinct())).where(*named)).scalar_one()
    pages = func.count().label("pages")
    query = (
        select(
            *(_V.outlet, pages),
            func.min(_V.published).label("first"),
            func.max(_V.published).label("last"),
        )
        .where(*named)
        .group_by(_V.outlet)
        .order_by(pages.desc(), _V.outlet)
    )
    rows = connection.execute(query.offset(offset).limit(limit)).all()
    chosen = [row.outlet for row in rows]
    copies, engagements = _copies(connection, chosen), _engagements(connection, chosen)
    items = []
    for row in rows:
        origin = origin_of(row.outlet, None)
        items.append(
            OutletLine(
                outlet=row.outlet,
                state=origin.state,
                owner=origin.owner.value,
                pages=row.pages,
                copies=copies.get(row.outlet, 0),
                engagements=engagements.get(row.outlet, 0),
                first=row.first,
                last=row.last,
            )
        )
    return Found(tuple(items), total, offset)


def _copies(connection: Connection, outlets: list[str]) -> dict[str, int]:
    link = t.linked_documents.c
    query = (
        select(_V.outlet, func.count().label("number"))
        .join_from(t.versions, t.linked_documents, link.document_id == _V.document_id)
        .where(_V.current, _V.outlet.in_(outlets), link.copy_of.is_not(None))
    )
    return {row.outlet: row.number for row in connection.execute(query.group_by(_V.outlet))}


def _engagements(connection: Connection, outlets: list[str]) -> dict[str, int]:
    told = t.engagement_outlets.c
    query = select(told.outlet, func.count().label("number")).where(told.outlet.in_(outlets))
    return {row.outlet: row.number for row in connection.execute(query.group_by(told.outlet))}
