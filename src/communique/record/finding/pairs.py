"""Pairs of states in lists, and one pair with what there is between them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from communique.record import tables as t
from communique.record.asking_more import load_relations
from communique.record.finding.asked import Asked, AskedCommitments
from communique.record.finding.commitments import standings
from communique.record.finding.engagements import count_months
from communique.record.finding.entries import Found, PairFound, PairLine
from communique.record.finding.keys import Key, counted_key, fewer
from communique.record.finding.people import people_of, topics_of
from communique.record.listed import ANY_FIRST, first_day, last_day
from communique.record.pair_days import last_told

_PAIR = t.engagement_pairs.c
_E = t.engagements.c


def list_pairs(
    connection: Connection,
    state: str | None,
    since: str | None,
    until: str | None,
    offset: int,
    limit: int,
    after: Key | None = None,
) -> Found[PairLine]:
    """Return a piece of the list of pairs, those with most engagements first.

    From an offset or after a key on.
    """
    counted = _counted_within(since, until) if since or until else _counted()
    a, b = counted.selected_columns["state_a"], counted.selected_columns["state_b"]
    if state:
        counted = counted.where(or_(a == state, b == state))
    # The length of the whole list stands beside every pair, so that it is grouped only once.
    named = (a + "-" + b).label("pair")
    length = func.count().over().label("total")
    every = counted.group_by(a, b).add_columns(named, length).subquery()
    query = select(every).order_by(every.c.number.desc(), every.c.pair)
    if after:
        query = query.where(fewer(every.c.number, every.c.pair, after))
    rows = connection.execute(query.offset(offset).limit(limit + 1)).all()
    items = (PairLine((r.state_a, r.state_b), r.number, r.first, r.last) for r in rows[:limit])
    total = rows[0].total if rows else 0
    if not rows and (offset or after):
        total = connection.execute(select(func.count()).select_from(every)).scalar_one()
    return Found(tuple(items), total, offset, follows=counted_key(rows, limit, "number", "pair"))


def _counted() -> Select[Any]:
    p = t.linked_pairs.c
    return select(
        *(p.state_a, p.state_b, func.sum(p.engagements).label("number")),
        *(func.min(p.first_day).label("first"), func.max(p.last_day).label("last")),
    )


def _counted_within(since: str | None, until: str | None) -> Select[Any]:
    """Return the query for pairs by what they had in some days."""
    query = select(
        *(_PAIR.state_a, _PAIR.state_b, func.count().label("number")),
        func.min(func.nullif(_E.first_day, ANY_FIRST)).label("first"),
        func.max(last_told()).label("last"),
    ).join_from(t.engagements, t.engagement_pairs, _E.id == _PAIR.engagement_id)
    if since:
        query = query.where(_E.last_day >= first_day(since))
    if until:
        query = query.where(_E.first_day <= last_day(until))
    return query


def find_pair(connection: Connection, one: str, other: str) -> PairFound:
    """Return what there is between two states, nothing being an answer, too."""
    states = (min(one, other), max(one, other))
    theirs = select(_PAIR.engagement_id).where(
        _PAIR.state_a == states[0], _PAIR.state_b == states[1]
    )
    months = count_months(connection, Asked(states=states))
    relations = load_relations(connection, states)
    return PairFound(
        states=states,
        engagements=sum(month.number for month in months),
        months=months,
        people=people_of(connection, theirs),
        topics=topics_of(connection, theirs),
        relation=relations[0] if relations else None,
        commitments=standings(connection, AskedCommitments(states=states)),
    )
