"""The board of commitments."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, or_, select

from communique.record import tables as t
from communique.record.asking import find_people
from communique.record.asking_more import commitment_entries
from communique.record.entries import CommitmentEntry
from communique.record.finding.asked import AskedCommitments, Order
from communique.record.finding.entries import Found
from communique.record.finding.keys import Key, beyond, key_of
from communique.record.listed import OPEN

OVERDUE = "overdue"
_C = t.linked_commitments.c


def list_commitments(
    connection: Connection,
    asked: AskedCommitments,
    offset: int,
    limit: int,
    after: Key | None = None,
) -> Found[CommitmentEntry]:
    """Return a piece of the board, from an offset or after a key on."""
    query = _narrowed(connection, asked, select(t.linked_commitments))
    many = _narrowed(connection, asked, select(func.count()))
    if asked.standing:
        stands = _stands(asked.standing, asked.as_of)
        query, many = query.where(stands), many.where(stands)
    total = connection.execute(many).scalar_one()
    newest = asked.order is Order.NEWEST
    by = (_C.sorted_on.desc(), _C.id.desc()) if newest else (_C.sorted_on, _C.id)
    if after:
        query = query.where(beyond(_C.sorted_on, _C.id, after, rising=not newest))
    rows = connection.execute(query.order_by(*by).offset(offset).limit(limit + 1)).all()
    entries = commitment_entries(connection, rows[:limit])
    return Found(tuple(entries), total, offset, follows=key_of(rows, limit, "sorted_on", "id"))


def standings(connection: Connection, asked: AskedCommitments) -> dict[str, int]:
    """Return how many commitments stand how; ``overdue`` are among the open ones."""
    query = _narrowed(connection, asked, select(_C.standing, func.count().label("number")))
    found = {r.standing: r.number for r in connection.execute(query.group_by(_C.standing))}
    late = _narrowed(connection, asked, select(func.count()))
    found[OVERDUE] = connection.execute(late.where(_stands(OVERDUE, asked.as_of))).scalar_one()
    return found


def _stands(standing: str, as_of: date) -> Any:
    if standing != OVERDUE:
        return _C.standing == standing
    return and_(_C.standing == OPEN, _C.due_by < as_of.isoformat())


def _narrowed(connection: Connection, asked: AskedCommitments, query: Select[Any]) -> Select[Any]:
    """Return a question on commitments with its conditions, their standing aside."""
    query = query.select_from(t.linked_commitments)
    side = t.commitment_sides.c
    for state in asked.states:
        query = query.where(exists().where(side.commitment_id == _C.id, side.state == state))
    if asked.kinds:
        query = query.where(_C.kind.in_(asked.kinds))
    if asked.engagement:
        link = t.commitment_engagements.c
        told = exists().where(link.commitment_id == _C.id, link.engagement_id == asked.engagement)
        query = query.where(told)
    if asked.person:
        people = [one.id for one in find_people(connection, asked.person)]
        query = query.where(or_(_C.by_id.in_(people), _C.to_id.in_(people)))
    return query
