"""On whose soil talks are held: what on the page tells, the surest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from communique.coding.engagements.drafts import Draft
from communique.coding.places.whereabouts import Whereabouts
from communique.knowledge.frames import word_list
from communique.language.annotations import Analysis, Person
from communique.model import Kind, Role, Status
from communique.partial_dates import overlaps

_HAPPENING = frozenset({Status.HELD, Status.UNDER_WAY})
_TOGETHER = frozenset({Kind.MEETING, Kind.CONSULTATION, Kind.CEREMONY})
_STAY = timedelta(days=4)
_HEADS = frozenset({"head_of_state", "head_of_government", "monarch", "party_leader"})
# Those of one state who are not abroad at once.
_STAYING = _HEADS | {"legislator", "royal"}


class Soil:
    """Tells the host state of a page's meetings."""

    def __init__(
        self, analysis: Analysis, visits: Sequence[Draft], whereabouts: Whereabouts
    ) -> None:
        """``visits`` are the page's visits that happen or are planned."""
        self._home = analysis.home_state
        self._visits = visits
        self._whereabouts = whereabouts

    def of(self, group: Draft) -> str | None:
        """The state of one side on whose soil ``group`` is, None where it is neutral or unknown."""
        return self.told(group) or self.usual(group)

    def usual(self, group: Draft) -> str | None:
        """Who receives whom by custom, where nothing on the page tells of the place."""
        if len(group.sides()) != 2 or self._own(group) or aside(group):
            return None
        return None if abroad(group, self._visits) else received_at_home(group)

    def told(self, group: Draft) -> str | None:
        """The same, by what the page says of the place or of a journey."""
        sides = group.sides()
        if len(sides) != 2:
            return None
        own = self._own(group)
        if own is not None:
            return own if own in sides else None
        if aside(group):
            return None
        visited = self.visited(group)
        if visited is not None:
            return visited
        ahead = group.status not in _HAPPENING
        for draft in (group, *group.echoes):
            where = self._whereabouts.at(draft.sentence, ahead=ahead)
            if where is not None and where.place.state in sides:
                return where.place.state
        if abroad(group, self._visits):
            return None
        if self._home in sides and group.status in _HAPPENING:
            return self._home
        return None

    def _own(self, group: Draft) -> str | None:
        """The state of its own place: a town, or a building that is known to be a side's."""
        place = group.place
        if place is None or place.state is None:
            return None
        return place.state if place.city is not None or place.state in group.sides() else None

    def visited(self, group: Draft) -> str | None:
        """The state of one side that somebody of the other is on a visit to."""
        sides, found = group.sides(), None
        for visit in self._visits:
            if not same_time(group, visit) or visit.destination not in sides:
                continue
            guests = {actor.side for actor in visit.actors(Role.GUEST)} & sides
            if not guests or visit.destination in guests:
                continue
            if group.persons() & visit.persons():
                return visit.destination
            found = found or visit.destination
        return found


def abroad(group: Draft, visits: Sequence[Draft]) -> bool:
    """Whether somebody who takes part is then in a third state: "during her trip to New York"."""
    return group.status in _HAPPENING and any(
        visit.status in _HAPPENING
        and visit.destination not in {None, *group.sides()}
        and {id(a.person) for a in visit.actors(Role.GUEST) if a.person} & group.persons()
        and same_time(group, visit)
        for visit in visits
    )


def same_time(group: Draft, visit: Draft) -> bool:
    """Whether talks may have been held during a visit."""
    ahead = group.status not in _HAPPENING and visit.status in _HAPPENING
    if ahead and visit.status == Status.HELD and visit.when.start is not None:
        return False
    if group.status in _HAPPENING and visit.status not in _HAPPENING:
        return False
    if group.when.start is None or visit.when.start is None or ahead:
        return True
    if _in_the_days_after(group, visit):
        return True
    return overlaps(
        (group.when.start, group.when.end or group.when.start),
        (visit.when.start, visit.when.end or visit.when.start),
    )


def _in_the_days_after(group: Draft, visit: Draft) -> bool:
    """ "Will arrive on Monday", "will be received on Tuesday": none knows when the visit ends."""
    days = [w.start for w in (visit.when, group.when) if w.start is not None and len(w.start) == 10]
    if visit.status != Status.PLANNED or visit.when.end not in {None, visit.when.start}:
        return False
    apart = date.fromisoformat(days[1]) - date.fromisoformat(days[0]) if len(days) > 1 else None
    return apart is not None and timedelta(0) < apart <= _STAY


def received(group: Draft, groups: Sequence[Draft]) -> str | None:
    """The host state of what the same two sides did elsewhere on the page at that time.

    Or of what they are still to do that day: "He will later be received by the Prime Minister".
    """
    if len(group.sides()) != 2 or aside(group):
        return None
    for other in groups:
        hosts = {p.actor.side for p in other.parties if p.role is Role.HOST}
        alike = other is not group and other.kind in _TOGETHER
        same = alike and other.sides() == group.sides() and len(hosts) == 1
        if same and other.persons() & group.persons() and _then_or_later(group, other):
            return next(iter(hosts))
    return None


def _then_or_later(group: Draft, other: Draft) -> bool:
    """Whether ``other`` was at the time of ``group``, or is to follow it without another day."""
    if group.status in _HAPPENING and other.status in _HAPPENING:
        return same_time(group, other)
    coming = Status.PLANNED in {group.status, other.status}
    likely = {group.status, other.status} <= {*_HAPPENING, Status.PLANNED}
    held, ahead = sorted((group, other), key=lambda g: g.status == Status.PLANNED)
    said = any(token.lower in word_list("going_on") for token in ahead.sentence.tokens)
    same_day = ahead.when.start is None or ahead.when.start == held.when.start
    return coming and likely and said and same_day


def called_on(group: Draft, groups: Sequence[Draft]) -> str | None:
    """The state of which one person meets several leaders, each for himself.

    "X held talks with the President, the Speaker and the Prime Minister of Y": X has come to Y,
    since they do not travel at once.
    """
    if group.kind not in _TOGETHER or len(group.sides()) != 2 or aside(group):
        return None
    for actor in group.actors():
        if actor.person is None:
            continue
        theirs = group.sides() - {actor.side}
        met: dict[int, Person] = {}
        for other in groups:
            alike = other.kind in _TOGETHER and other.sides() == group.sides()
            if alike and id(actor.person) in other.persons() and _on_one_day(group, other):
                met |= {
                    id(a.person): a.person
                    for a in other.actors() if a.person is not None and a.side in theirs
                    and not _beside(a.person, other)
                }  # fmt: skip
        leading = [person for person in met.values() if person.office_kinds & _STAYING]
        if len(leading) > 1:
            return next(iter(theirs))
    return None


def _on_one_day(group: Draft, other: Draft) -> bool:
    return group.when.start == other.when.start and group.status == other.status


def _beside(person: Person, group: Draft) -> bool:
    """Whether ``person`` took part beside others of the same side."""
    own = [a for a in group.actors() if a.person is not None and a.side == person.state]
    return len(own) > 1


def aside(group: Draft) -> bool:
    """Talks on the sidelines of a gathering are on nobody's soil unless their place says so."""
    return any(
        token.lemma in word_list("sidelines")
        for draft in (group, *group.echoes)
        for token in draft.sentence.tokens
    )


def received_at_home(group: Draft) -> str | None:
    """An ambassador's host is whom he calls on; at a seat of power the head of state or government.

    Both only where nothing else tells the place.
    """
    envoys = {p.actor.side for p in group.parties if _accredited(p.actor.person)}
    others = {p.actor.side for p in group.parties if not _accredited(p.actor.person)}
    if len(envoys) == 1 and len(others) == 1 and envoys != others:
        return next(iter(others))
    heads = {p.actor.side for p in group.parties if _heads(p.actor.person)}
    seat = group.place is not None and group.place.city is None
    if seat and len(heads) == 1 and group.kind == Kind.MEETING:
        return next(iter(heads))
    return None


def _heads(person: Person | None) -> bool:
    return person is not None and bool(person.office_kinds & _HEADS)


def _accredited(person: Person | None) -> bool:
    if person is None or person.state is None:
        return False
    named = " ".join(office.office.lower() for office in person.offices)
    return any(word in named for word in word_list("accredited"))
