"""What the accounts of one engagement amount to: the value borne out best in each field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from communique.linking.clusters import Cluster, Placed
from communique.linking.comparison import compare
from communique.linking.outcome import FieldWeight, LinkedEngagement, LinkedParty, LinkedPerson
from communique.linking.rows import PartyRow
from communique.linking.weighing import Weighing
from communique.linking.windows import Grip
from communique.model import DateBasis, Kind, Place, Role, Status, VisitType

_FIRMNESS = {
    DateBasis.EXPLICIT: 0,
    DateBasis.RESOLVED: 1,
    DateBasis.PUBLISHED: 2,
    DateBasis.UNKNOWN: 3,
}
_ENDINGS = frozenset({Status.POSTPONED, Status.CANCELLED})
_PROGRESS = (Status.HELD, Status.UNDER_WAY)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known over all pages when an engagement is weighed."""

    copies: Mapping[str, str]
    page_dates: Mapping[str, str]
    party_people: Mapping[tuple[str, int], str]
    people: Mapping[str, LinkedPerson]
    weighing: Weighing


def believe(cluster: Cluster, known: Known) -> LinkedEngagement:
    """Return the engagement; its id is made from kind, date and sides, without a running number."""
    members = sorted(cluster.members, key=lambda m: _page_order(m, known))
    status = _status(members, known)
    telling = _telling(members, status)
    start, end, basis = _dates(telling, members)
    parties = _parties(telling, known)
    window = cluster.window
    return LinkedEngagement(
        id=_readable_id(members[0], cluster, status, start, parties),
        kind=_kind(members),
        status=status,
        start=start,
        end=end,
        date_basis=basis,
        place=_place(telling) or _place(members),
        visit_type=_visit_type(members),
        parties=parties,
        topics=tuple(sorted({topic for m in members for topic in m.account.topics})),
        earliest=_iso(window.first, date.min),
        latest=_iso(window.last, date.max),
        main=any(m.account.main for m in members),
        accounts=tuple(m.account.id for m in members),
        witnesses=len({known.copies.get(m.account.page, m.account.page) for m in members}),
        comparison=compare(members, window, known.copies, known.page_dates, known.party_people),
        weights=_weights(members, known),
    )


def _weights(members: Sequence[Placed], known: Known) -> dict[str, tuple[FieldWeight, ...]]:
    if len(members) < 2:
        return {}
    numbers = [m.number for m in members]
    return {m.account.id: known.weighing.by_field(m.number, numbers) for m in members}


def _page_order(placed: Placed, known: Known) -> tuple[str, str]:
    return (known.page_dates.get(placed.account.page, "9999"), placed.account.id)


def _iso(day: date, unbounded: date) -> str | None:
    return None if day == unbounded else day.isoformat()


def _status(members: Sequence[Placed], known: Known) -> Status:
    """Held once any page has it held; otherwise what the latest page says."""
    statuses = {m.account.status for m in members}
    for status in _PROGRESS:
        if status in statuses:
            return status
    latest = max(
        members,
        key=lambda m: (
            known.page_dates.get(m.account.page, ""),
            m.account.status in _ENDINGS,
            m.account.status is Status.PLANNED,
        ),
    )
    return latest.account.status


def _telling(members: Sequence[Placed], status: Status) -> list[Placed]:
    """Return the accounts whose dates and parties count: plans give way to what took place."""
    if status in _PROGRESS:
        return [m for m in members if m.account.status in _PROGRESS]
    return [m for m in members if m.account.status is status] or list(members)


def _dates(
    telling: Sequence[Placed], members: Sequence[Placed]
) -> tuple[str | None, str | None, DateBasis]:
    dated = [m.account for m in telling if _dates_it(m)]
    dated = dated or [m.account for m in members if _dates_it(m)]
    if not dated:
        bases = [m.account.date_basis for m in telling]
        return None, None, min(bases, key=_FIRMNESS.__getitem__)
    votes = Counter(account.start for account in dated)
    best = min(
        dated,
        key=lambda a: (
            -len(a.start or ""),
            -votes[a.start],
            _FIRMNESS[a.date_basis],
            a.start,
            -len(a.end or ""),
            a.end or "",
        ),
    )
    ends = [a.end for a in dated if a.start == best.start and a.end]
    return best.start, max(ends, key=lambda e: (len(e), e), default=None), best.date_basis


def _dates_it(placed: Placed) -> bool:
    """Tell whether an account's start is that of the engagement, not the day it was spoken of."""
    return placed.account.start is not None and placed.window.grip <= Grip.LOOSE


def _kind(members: Iterable[Placed]) -> Kind:
    kinds = Counter(m.account.kind for m in members)
    return min(kinds, key=lambda kind: (-kinds[kind], kind.value))


def _visit_type(members: Iterable[Placed]) -> VisitType | None:
    types = Counter(m.account.visit_type for m in members if m.account.visit_type)
    return min(types, key=lambda kind: (-types[kind], kind.value), default=None)


def _place(members: Iterable[Placed]) -> Place | None:
    """Return the place given in most detail, of those the one given most often."""
    places = Counter(m.account.place for m in members if m.account.place)
    return min(
        places,
        key=lambda place: (
            -sum(1 for part in (place.name, place.city, place.state) if part),
            -places[place],
            place.name or "",
        ),
        default=None,
    )


def _parties(members: Sequence[Placed], known: Known) -> tuple[LinkedParty, ...]:
    """Return every party once; a state alone gives way to a person of that state in its role."""
    found: dict[tuple[str, str], list[tuple[PartyRow, str | None]]] = {}
    for member in members:
        for n, party in enumerate(member.account.parties):
            person_id = known.party_people.get((member.account.id, n))
            name = person_id or party.person or ""
            side = "" if person_id else party.state or party.organization or ""
            found.setdefault((name, side), []).append((party, person_id))
    linked = [_party(group, known) for group in found.values()]
    spoken_for = {party.state or party.organization for party in linked if party.person}
    kept = [
        party
        for party in linked
        if party.person or (party.state or party.organization) not in spoken_for
    ]
    return tuple(sorted(kept, key=_party_order))


def _party(group: list[tuple[PartyRow, str | None]], known: Known) -> LinkedParty:
    first, person_id = group[0]
    person = known.people[person_id] if person_id else None
    offices = Counter(party.office for party, _ in group if party.office)
    roles = Counter(party.role for party, _ in group)
    telling: list[Role] = [role for role in roles if role is not Role.PARTICIPANT]
    return LinkedParty(
        person=person.person if person else first.person,
        person_id=person_id,
        state=(person.state if person else None) or first.state,
        organization=first.organization,
        office=min(offices, key=lambda o: (-offices[o], len(o), o), default=None),
        # Of roles told equally often the earliest page's stands, for every party alike.
        role=min(telling or roles, key=lambda role: -roles[role]),
    )


_ROLE_ORDER = list(Role)


def _party_order(party: LinkedParty) -> tuple[object, ...]:
    return (
        party.role is Role.DELEGATE,
        party.state or party.organization or "",
        _ROLE_ORDER.index(party.role),
        party.person or "",
    )


def _readable_id(
    first: Placed,
    cluster: Cluster,
    status: Status,
    start: str | None,
    parties: Sequence[LinkedParty],
) -> str:
    """Make an id such as ``call-2024-03-26-rus-vnm-1a2b`` that anyone can make again.

    Its tail rests on the first page's account alone, so that later pages leave it as it is.
    """
    named = sorted({p.state.lower() for p in parties if p.state})[:3]
    persons = sorted(first.sides.all_persons) or sorted(first.sides.persons)
    ends = sorted((end, sorted(sides)) for end, sides in first.sides.ends.items())
    days = (first.window.first.isoformat(), first.window.until.isoformat())
    seed = repr((cluster.kind.value, persons, ends, days))
    tail = blake2b(seed.encode(), digest_size=2).hexdigest()
    when = start or _about(cluster, status)
    return "-".join((cluster.kind.value.replace("_", "-"), when, *named, tail))


def _about(cluster: Cluster, status: Status) -> str:
    """Return the year about which an undated engagement was, or was to be."""
    window = cluster.window
    if window.grip == Grip.FREE:
        return "undated"
    return f"{(window.last if status in _PROGRESS else window.first).year}"
