"""How much the record holds."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from communique.record import tables as t
from communique.record.finding.entries import Overview
from communique.record.listed import ANY_FIRST, ANY_LAST, OPEN


def overview(connection: Connection) -> Overview:
    """Return the numbers of what the record holds, and the days of its engagements."""
    days = t.engagements.c
    first = select(func.min(days.first_day)).where(days.first_day != ANY_FIRST)
    last = select(func.max(days.last_day)).where(days.last_day != ANY_LAST)
    many = select(func.count())
    pages = many.select_from(t.documents)  # each has one current version
    still_open = many.where(t.linked_commitments.c.standing == OPEN)
    unread = many.join_from(t.unread, t.versions, t.unread.c.version_id == t.versions.c.id)
    return Overview(
        pages=connection.execute(pages).scalar_one(),
        engagements=connection.execute(many.select_from(t.engagements)).scalar_one(),
        people=connection.execute(many.select_from(t.linked_people)).scalar_one(),
        open_commitments=connection.execute(still_open).scalar_one(),
        unread=connection.execute(unread.where(t.versions.c.current)).scalar_one(),
        first=connection.execute(first).scalar(),
        last=connection.execute(last).scalar(),
    )
