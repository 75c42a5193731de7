"""Persons in lists, and one person with whom and what they dealt with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, func, select

from communique.linking.words import folded
from communique.record import tables as t
from communique.record.asking_more import load_people
from communique.record.errors import NotThereError
from communique.record.finding.asked import Asked
from communique.record.finding.engagements import count_months
from communique.record.finding.entries import Counted, Found, PersonFound, PersonLine
from communique.record.finding.keys import Key, counted_key, fewer

_P = t.linked_people.c
_MOST = 50


def list_people(
    connection: Connection,
    name: str | None,
    states: Iterable[str],
    offset: int,
    limit: int,
    after: Key | None = None,
) -> Found[PersonLine]:
    """Return a piece of the list of persons, those with most engagements first.

    From an offset or after a key on. ``name``: words of a name, or their beginnings; ``states``:
    codes, of which one is theirs.
    """
    total = connection.execute(_narrowed(select(func.count()), name, states)).scalar_one()
    query = _narrowed(select(t.linked_people), name, states)
    if after:
        query = query.where(fewer(_P.engagements, _P.id, after))
    query = query.order_by(_P.engagements.desc(), _P.id).offset(offset).limit(limit + 1)
    rows = connection.execute(query).all()
    follows = counted_key(rows, limit, "engagements", "id")
    return Found(tuple(map(_line, rows[:limit])), total, offset, follows=follows)


def _narrowed(query: Select[Any], name: str | None, states: Iterable[str]) -> Select[Any]:
    query = query.select_from(t.linked_people)
    for word in folded(name or ""):
        query = query.where(_P.folded.contains(f" {word}"))
    if wanted := list(states):
        query = query.where(_P.state.in_(wanted))
    return query


def _line(row: Any) -> PersonLine:
    return PersonLine(
        id=row.id,
        person=row.person,
        state=row.state,
        organization=row.organization,
        office=row.office,
        deceased=row.deceased,
        seen_first=row.seen_first,
        seen_last=row.seen_last,
        engagements=row.engagements,
    )


def find_person(connection: Connection, person: str, *, labels: bool = True) -> PersonFound:
    """Return one person by id. Raises RecordError where there is none."""
    entries = load_people(connection, [person], labels=labels)
    if not entries:
        raise NotThereError(f"no person {person!r} in the record")
    mine = select(t.engagement_parties.c.engagement_id).where(
        t.engagement_parties.c.person_id == person
    )
    count = select(_P.engagements).where(_P.id == person)
    return PersonFound(
        entry=entries[0],
        engagements=connection.execute(count).scalar_one(),
        people=people_of(connection, mine, without=person),
        states=states_of(connection, mine, without=entries[0].state),
        topics=topics_of(connection, mine),
        months=count_months(connection, Asked(person=person)),
    )


def people_of(
    connection: Connection, engagements: Select[Any], without: str | None = None
) -> tuple[Counted, ...]:
    """Return the persons of some engagements, those of most first."""
    party = t.engagement_parties.c
    most = _counted(party.person_id, engagements, without)
    query = select(most.c.which, _P.person, most.c.number)
    query = query.join(t.linked_people, _P.id == most.c.which)
    rows = connection.execute(query.order_by(most.c.number.desc(), most.c.which))
    return tuple(Counted(row.which, row.person, row.number) for row in rows)


def states_of(
    connection: Connection, engagements: Select[Any], without: str | None = None
) -> tuple[Counted, ...]:
    """Return the states of some engagements, those of most first."""
    most = _counted(t.engagement_parties.c.state, engagements, without)
    rows = connection.execute(select(most).order_by(most.c.number.desc(), most.c.which))
    return tuple(Counted(row.which, row.which, row.number) for row in rows)


def _counted(column: Any, engagements: Select[Any], without: str | None) -> Any:
    """Return what parties of some engagements have in a column, with the number of these."""
    party = t.engagement_parties.c
    once = select(column.label("which"), party.engagement_id).distinct()
    once = once.where(party.engagement_id.in_(engagements), column.is_not(None))
    if without:
        once = once.where(column != without)
    each = once.subquery().c
    number = func.count().label("number")
    query = select(each.which, number).group_by(each.which)
    return query.order_by(number.desc(), each.which).limit(_MOST).subquery()


def topics_of(connection: Connection, engagements: Select[Any]) -> tuple[Counted, ...]:
    """Return the topics of some engagements, those of most first."""
    topic = t.engagement_topics.c
    number = func.count().label("number")
    query = select(topic.topic, number).where(topic.engagement_id.in_(engagements))
    rows = connection.execute(
        query.group_by(topic.topic).order_by(number.desc(), topic.topic).limit(_MOST)
    )
    return tuple(Counted(row.topic, row.topic, row.number) for row in rows)
