"""What took place during a visit: talks, ceremonies and summits are parts of it, yet their own."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from communique.linking.outcome import LinkedEngagement
from communique.model import Kind, Role, Status
from communique.partial_dates import to_bounds

PARTS = frozenset({Kind.MEETING, Kind.SUMMIT, Kind.CEREMONY, Kind.CONSULTATION})
_GONE = frozenset({Status.CANCELLED, Status.POSTPONED})
_DAY = len("2000-01-01")
# A visit whose end no page gives may have gone on for so long after the day it began.
_OPEN_END = timedelta(2)


def with_parts(engagements: Iterable[LinkedEngagement]) -> Iterator[LinkedEngagement]:
    """Yield the engagements, each with the visit of which it was a part, where there is one.

    That is a visit on whose days it falls, by one of its parties, to the state where it was held or
    whose people took part. Of several the one that began last.
    """
    known = list(engagements)
    visits = {
        person: sorted(found, key=lambda visit: (visit.begun, visit.engagement.id))
        for person, found in _by_guest(known).items()
    }
    for one in known:
        found = _visit_of(one, visits) if one.kind in PARTS else None
        yield replace(one, part_of=found.id) if found else one


@dataclass(frozen=True, slots=True)
class _Visit:
    """A visit, with its first and its last possible day."""

    engagement: LinkedEngagement
    begun: date
    over: date


def guests_of(visit: LinkedEngagement) -> set[str]:
    """Return who goes on a visit, as far as they are known."""
    return {p.person_id for p in visit.parties if p.role is Role.GUEST and p.person_id}


def is_dated_visit(one: LinkedEngagement) -> bool:
    """Tell whether something may have been part of an engagement: a visit dated to the day."""
    return one.kind is Kind.VISIT and one.status not in _GONE and _is_day(one.start)


def _by_guest(engagements: Iterable[LinkedEngagement]) -> dict[str, list[_Visit]]:
    found: defaultdict[str, list[_Visit]] = defaultdict(list)
    for one in engagements:
        if is_dated_visit(one):
            visit = _Visit(one, *days_of(one))
            for party in one.parties:
                if party.role is Role.GUEST and party.person_id:
                    found[party.person_id].append(visit)
    return dict(found)


def _visit_of(one: LinkedEngagement, visits: Mapping[str, list[_Visit]]) -> LinkedEngagement | None:
    if one.status in _GONE or not _is_day(one.start):
        return None
    persons = sorted({party.person_id for party in one.parties if party.person_id})
    day = date.fromisoformat(one.start or "")
    fitting = [
        visit.engagement
        for person in persons
        for visit in _begun_by(visits.get(person, []), day)
        if visit.over >= day and _where_it_went(one, visit.engagement)
    ]
    return max(fitting, key=lambda visit: (visit.start or "", visit.id), default=None)


def _is_day(start: str | None) -> bool:
    return start is not None and len(start) == _DAY


def _begun_by(visits: list[_Visit], day: date) -> list[_Visit]:
    return visits[: bisect_right(visits, day, key=lambda visit: visit.begun)]


def days_of(visit: LinkedEngagement) -> tuple[date, date]:
    """Return the first and the last possible day of a visit dated to the day."""
    begun = date.fromisoformat(visit.start or "")
    over = to_bounds(visit.end)[1] if visit.end else begun + _OPEN_END
    return begun, max(over, begun + _OPEN_END) if visit.end == visit.start else over


def _where_it_went(one: LinkedEngagement, visit: LinkedEngagement) -> bool:
    hosts = {p.state for p in visit.parties if p.role is Role.HOST and p.state}
    if not hosts and visit.place and visit.place.state:
        hosts = {visit.place.state}
    held_in = one.place.state if one.place else None
    if held_in:
        return held_in in hosts
    return bool(hosts & _states(one))


def _states(one: LinkedEngagement) -> set[str]:
    parties: Sequence[str | None] = [party.state for party in one.parties]
    return {state for state in parties if state}
