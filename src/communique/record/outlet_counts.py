"""How much each outlet has told, counted over pages and engagements."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, func, select

from communique.record import tables as t


def count_outlets(
    connection: Connection, outlets: Collection[str] | None = None
) -> dict[tuple[str], dict[str, Any]]:
    """Return the rows of ``linked_outlets``, from pages and engagements as they stand.

    Of all outlets, or of some.
    """
    v, link, told = t.versions.c, t.linked_documents.c, t.engagement_outlets.c
    wanted = v.outlet.is_not(None) if outlets is None else v.outlet.in_(outlets)
    named = (v.current, wanted)
    pages = select(
        v.outlet,
        func.count().label("pages"),
        func.min(v.published).label("first"),
        func.max(v.published).label("last"),
    )
    copies = (
        select(v.outlet, func.count().label("number"))
        .join_from(t.linked_documents, t.versions, link.document_id == v.document_id)
        .where(*named, link.copy_of.is_not(None))
        .group_by(v.outlet)
    )
    engagements = select(told.outlet, func.count().label("number")).group_by(told.outlet)
    if outlets is not None:
        engagements = engagements.where(told.outlet.in_(outlets))
    copied = {row.outlet: row.number for row in connection.execute(copies)}
    told_of = {row.outlet: row.number for row in connection.execute(engagements)}
    return {
        (row.outlet,): {
            "outlet": row.outlet,
            "pages": row.pages,
            "copies": copied.get(row.outlet, 0),
            "engagements": told_of.get(row.outlet, 0),
            "published_first": row.first,
            "published_last": row.last,
        }
        for row in connection.execute(pages.where(*named).group_by(v.outlet))
    }
