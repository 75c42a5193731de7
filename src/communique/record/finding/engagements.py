"""Engagements in lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, and_, false, func, literal, or_, select, text

from communique.linking.outcome import LinkedParty
from communique.model import DateBasis, Kind, Status, VisitType
from communique.record import tables as t
from communique.record.asking import find_people, party_of
from communique.record.errors import NotThereError
from communique.record.finding.asked import Asked, Order
from communique.record.finding.entries import EngagementLine, Found, MonthCount, Neighbours
from communique.record.listed import first_day, last_day
from communique.record.rows import place_of
from communique.record.searching import in_words_of, terms_of

Row = Any
# Where an engagement stands in the order of time: what it is sorted by, and its id.
Key = tuple[str, str]
_E = t.engagements.c
# What nothing dates is sorted as this.
UNDATED = "9999"

# Words on more passages than this are looked for engagement by engagement, in the order asked for,
# and the engagements are counted up to so many.
_VERY_MANY = 10_000
_COUNTED = 1_000

_HITS = {
    "sqlite": "SELECT rowid FROM search WHERE search MATCH :asked LIMIT :most",
    "postgresql": """
        SELECT number FROM passages WHERE words @@ to_tsquery('simple', :asked) LIMIT :most
    """,
}
_HOLDING = {
    "sqlite": """
        SELECT ep.engagement_id FROM search
        JOIN engagement_passages ep ON ep.number = search.rowid WHERE search MATCH :asked
    """,
    "postgresql": """
        SELECT ep.engagement_id FROM passages p
        JOIN engagement_passages ep ON ep.number = p.number
        WHERE p.words @@ to_tsquery('simple', :asked)
    """,
}
# Of one engagement at a time; the order of the join keeps the database from finding all hits.
_HOLDS = {
    "sqlite": """
        EXISTS (SELECT 1 FROM engagement_passages ep CROSS JOIN search ON search.rowid = ep.number
                WHERE ep.engagement_id = engagements.id AND search MATCH :asked)
    """,
    "postgresql": """
        EXISTS (SELECT 1 FROM engagement_passages ep JOIN passages p ON p.number = ep.number
                WHERE ep.engagement_id = engagements.id
                AND p.words @@ to_tsquery('simple', :asked) OFFSET 0)
    """,
}


def list_engagements(
    connection: Connection, asked: Asked, offset: int, limit: int, after: Key | None = None
) -> Found[EngagementLine]:
    """Return a piece of the list of engagements asked for, from an offset or after a key on."""
    rows = _piece(connection, asked, offset, limit + 1, after)
    ids = [row.id for row in rows[:limit]]
    follows = (rows[limit - 1].sorted_on, rows[limit - 1].id) if len(rows) > limit > 0 else None
    if asked.words and _is_on_very_many(connection, asked.words):
        furthest = max(_COUNTED, offset + limit) + 1
        some = narrowed(connection, asked, select(literal(1))).limit(furthest).subquery()
        total = connection.execute(select(func.count()).select_from(some)).scalar_one()
        beyond = total == furthest
        shown = lines(connection, ids)
        return Found(shown, total - beyond, offset, at_least=beyond, follows=follows)
    total = connection.execute(narrowed(connection, asked, select(func.count()))).scalar_one()
    return Found(lines(connection, ids), total, offset, follows=follows)


def _piece(
    connection: Connection, asked: Asked, offset: int, limit: int, after: Key | None
) -> list[Row]:
    """Return ids and keys of a piece of the list; what nothing dates comes last in any order."""
    query = narrowed(connection, asked, select(_E.id, _E.sorted_on))
    day, name = after or ("", "")
    if asked.order is Order.OLDEST:
        if after:
            query = query.where(or_(_E.sorted_on > day, and_(_E.sorted_on == day, _E.id > name)))
        piece = _in_order(query, asked.order).offset(offset).limit(limit)
        return list(connection.execute(piece))
    dated, undated = query.where(_E.sorted_on < UNDATED), query.where(_E.sorted_on >= UNDATED)
    if after and day < UNDATED:
        dated = dated.where(or_(_E.sorted_on < day, and_(_E.sorted_on == day, _E.id < name)))
    elif after:
        dated, undated = dated.where(false()), undated.where(_E.id < name)
    rows = list(connection.execute(_in_order(dated, asked.order).offset(offset).limit(limit)))
    if len(rows) < limit:
        over = 0
        if not rows and offset:
            many = narrowed(connection, asked, select(func.count())).where(_E.sorted_on < UNDATED)
            over = offset - connection.execute(many).scalar_one()
        rest = _in_order(undated, asked.order).offset(over).limit(limit - len(rows))
        rows += connection.execute(rest)
    return rows


def neighbours(connection: Connection, engagement: str, asked: Asked) -> Neighbours:
    """Return what stands before and after an engagement in the list asked for."""
    here = connection.execute(select(_E.sorted_on).where(_E.id == engagement)).scalar()
    if here is None:
        raise NotThereError(f"no engagement {engagement!r} in the record")
    query = narrowed(connection, asked, select(_E.id))
    if asked.order is Order.NEWEST:
        return _neighbours_newest(connection, query, here, engagement)
    earlier = or_(_E.sorted_on < here, and_(_E.sorted_on == here, _E.id < engagement))
    later = or_(_E.sorted_on > here, and_(_E.sorted_on == here, _E.id > engagement))
    older = connection.execute(_in_order(query.where(earlier), Order.NEWEST).limit(1)).scalar()
    newer = connection.execute(_in_order(query.where(later), Order.OLDEST).limit(1)).scalar()
    return Neighbours(older, newer)


def _neighbours_newest(
    connection: Connection, query: Select[Any], here: str, engagement: str
) -> Neighbours:
    """Return the same in a list from the newest on, which ends with what nothing dates."""

    def first(*questions: Select[Any]) -> str | None:
        found = (connection.execute(each.limit(1)).scalar() for each in questions)
        return next(filter(None, found), None)

    dated, undated = query.where(_E.sorted_on < UNDATED), query.where(_E.sorted_on >= UNDATED)
    oldest, newest = (_in_order(dated, order) for order in (Order.OLDEST, Order.NEWEST))
    if here >= UNDATED:
        before = first(undated.where(_E.id > engagement).order_by(_E.id), oldest)
        return Neighbours(before, first(undated.where(_E.id < engagement).order_by(_E.id.desc())))
    later = or_(_E.sorted_on > here, and_(_E.sorted_on == here, _E.id > engagement))
    earlier = or_(_E.sorted_on < here, and_(_E.sorted_on == here, _E.id < engagement))
    after = first(newest.where(earlier), undated.order_by(_E.id.desc()))
    return Neighbours(first(oldest.where(later)), after)


def count_months(connection: Connection, asked: Asked) -> tuple[MonthCount, ...]:
    """Return the numbers of the engagements asked for by month and kind, the undated first."""
    query = narrowed(connection, asked, select(_E.month, _E.kind, func.count().label("number")))
    rows = connection.execute(query.group_by(_E.month, _E.kind)).all()
    found = (MonthCount(row.month, Kind(row.kind), row.number) for row in rows)
    return tuple(sorted(found, key=lambda one: (one.month or "", one.kind)))


def narrowed(connection: Connection, asked: Asked, query: Select[Any]) -> Select[Any]:
    """Return a question on engagements with its conditions."""
    if len(set(asked.states)) == 2:
        pair = t.engagement_pairs.c
        query = query.where(
            _beside(
                t.engagement_pairs,
                and_(pair.state_a == min(asked.states), pair.state_b == max(asked.states)),
            )
        )
    else:
        for state in asked.states:
            mine = t.engagement_parties.c.state == state
            query = query.where(_beside(t.engagement_parties, mine))
    if asked.person:
        people = [person.id for person in find_people(connection, asked.person)]
        mine = t.engagement_parties.c.person_id.in_(people)
        query = query.where(_beside(t.engagement_parties, mine))
    for topic in asked.topics:
        query = query.where(_beside(t.engagement_topics, t.engagement_topics.c.topic == topic))
    if asked.outlets:
        theirs = t.engagement_outlets.c.outlet.in_(asked.outlets)
        query = query.where(_beside(t.engagement_outlets, theirs))
    if asked.kinds:
        query = query.where(_E.kind.in_(asked.kinds))
    if asked.statuses:
        query = query.where(_E.status.in_(asked.statuses))
    if asked.since:
        query = query.where(_E.last_day >= first_day(asked.since))
    if asked.until:
        query = query.where(_E.first_day <= last_day(asked.until))
    if asked.differing:
        query = query.where(_E.differs)
    if asked.words:
        query = query.where(_holding(connection, asked.words))
    return query.select_from(t.engagements)


def _beside(table: Any, condition: Any) -> Any:
    """Return the condition that a row of another table beside the engagement is such."""
    return _E.id.in_(select(table.c.engagement_id).where(condition))


def _holding(connection: Connection, words: str) -> Any:
    """Return the condition that a page of an engagement holds the words."""
    database = connection.dialect.name
    asked = in_words_of(database, terms_of(words))
    if _is_on_very_many(connection, words):
        return text(_HOLDS[database]).bindparams(asked=asked)
    return _E.id.in_(text(_HOLDING[database]).bindparams(asked=asked).columns(_E.id))


def _is_on_very_many(connection: Connection, words: str) -> bool:
    database = connection.dialect.name
    asked = {"asked": in_words_of(database, terms_of(words)), "most": _VERY_MANY + 1}
    return len(connection.execute(text(_HITS[database]), asked).all()) > _VERY_MANY


def _in_order(query: Select[Any], order: Order) -> Select[Any]:
    if order is Order.OLDEST:
        return query.order_by(_E.sorted_on, _E.id)
    return query.order_by(_E.sorted_on.desc(), _E.id.desc())


def lines(connection: Connection, ids: Sequence[str]) -> tuple[EngagementLine, ...]:
    """Return engagements as lists show them, in the order of their ids."""
    rows = {row.id: row for row in connection.execute(select(t.engagements).where(_E.id.in_(ids)))}
    parties, outlets = t.engagement_parties, t.engagement_outlets
    sides: defaultdict[str, list[LinkedParty]] = defaultdict(list)
    chosen = select(parties).where(parties.c.engagement_id.in_(ids)).order_by(parties.c.position)
    for row in connection.execute(chosen):
        sides[row.engagement_id].append(party_of(row))
    told: defaultdict[str, list[str]] = defaultdict(list)
    chosen = select(outlets).where(outlets.c.engagement_id.in_(ids)).order_by(outlets.c.outlet)
    for row in connection.execute(chosen):
        told[row.engagement_id].append(row.outlet)
    return tuple(
        replace(_line(rows[name]), parties=tuple(sides[name]), outlets=tuple(told[name]))
        for name in ids
    )


def _line(row: Row) -> EngagementLine:
    return EngagementLine(
        id=row.id,
        kind=Kind(row.kind),
        status=Status(row.status),
        start=row.start_date,
        end=row.end_date,
        date_basis=DateBasis(row.date_basis),
        earliest=row.earliest,
        latest=row.latest,
        place=place_of(row),
        visit_type=VisitType(row.visit_type) if row.visit_type else None,
        parties=(),
        topics=tuple(row.topics),
        main=row.main,
        witnesses=row.witnesses,
        pages=row.pages,
        outlets=(),
        differs=row.differs,
        decided=bool(row.decided),
        part_of=row.part_of,
    )
