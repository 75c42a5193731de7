"""Whether two accounts speak of the same parties: order aside, a state standing for its people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from communique.linking.rows import AccountRow, PartyRow
from communique.linking.words import folded
from communique.model import Kind, Role

Side = str
Alike = Mapping[str, frozenset[str]]
NOBODY: Alike = {}

_OTHER_END = {Role.GUEST: "guest", Role.HOST: "host", Role.SENDER: "from", Role.RECIPIENT: "to"}
_ONE_WAY = frozenset({Kind.VISIT, Kind.LETTER})
_MANY_SIDED = frozenset({Kind.SUMMIT, Kind.MEETING, Kind.CEREMONY, Kind.VIDEO_CALL})
# Who comes along or only carries something is no side where the one for whom he does is told.
_ALONG = frozenset({Role.DELEGATE, Role.ENVOY})
# What is told by whom it was with; visits and gatherings take in many of one state.
_FACE_TO_FACE = frozenset({Kind.MEETING, Kind.CALL, Kind.LETTER})


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of an engagement (states or organisations) and the persons known on each.

    ``ends`` says which sides travel and receive, or send and get, where that tells it apart.
    ``likes`` adds to the persons of a side those whose names are all but spelt the same.
    """

    persons: dict[Side, frozenset[str]]
    ends: dict[str, frozenset[Side]]
    likes: dict[Side, frozenset[str]]

    @property
    def all_persons(self) -> frozenset[str]:
        """Return every person on any side."""
        return frozenset().union(*self.persons.values())

    @property
    def all_likes(self) -> frozenset[str]:
        """Return every person on any side, and those named all but the same."""
        return frozenset().union(*self.likes.values())


def sides_of(account: AccountRow, person_ids: dict[int, str], alike: Alike = NOBODY) -> Sides:
    """Return the sides of an account; ``person_ids`` by position of the party.

    ``alike`` gives by person id the persons whose names are all but spelt the same.
    """
    telling = [
        (position, party)
        for position, party in enumerate(account.parties)
        if _is_telling(party, account)
    ]
    persons: dict[Side, frozenset[str]] = {}
    ends: dict[str, frozenset[Side]] = {}
    for position, party in telling:
        side = _side(party)
        person = person_ids.get(position)
        persons[side] = persons.get(side, frozenset()) | ({person} if person else frozenset())
        if account.kind in _ONE_WAY and party.role in _OTHER_END:
            end = _OTHER_END[party.role]
            ends[end] = ends.get(end, frozenset()) | {side}
    if account.kind is Kind.VISIT:
        _add_place(account, persons, ends)
    likes = {
        side: known.union(*(alike.get(p, ()) for p in known)) for side, known in persons.items()
    }
    return Sides(persons, ends, likes)


def same_sides(kind: Kind, a: Sides, b: Sides) -> bool:
    """Tell whether the two may be the sides of one engagement of that kind."""
    sides, others = a.persons.keys() - {""}, b.persons.keys() - {""}
    if not (sides <= others or others <= sides):
        return False
    if sides != others and min(len(sides), len(others)) > 1 and kind not in _MANY_SIDED:
        return False
    if any(a.ends[end].isdisjoint(b.ends[end]) for end in a.ends.keys() & b.ends.keys()):
        return False
    ends = _telling_ends(kind, a, b)
    for side in sides & others:
        mine, theirs = a.likes[side], b.persons[side]
        if mine and theirs and mine.isdisjoint(theirs) and side in ends:
            return False
    both_known = sides == others and len(sides) > 1
    return both_known or not a.all_likes.isdisjoint(b.all_persons)


def with_others(kind: Kind, a: Sides, b: Sides) -> bool:
    """Tell whether two accounts name different persons for one side: two engagements, then.

    A guest who meets the president and the prime minister of one state has met twice. Two
    spellings of a name that are like a third are one person's.
    """
    if kind not in _FACE_TO_FACE:
        return False
    both_name = [s for s in a.persons if s and a.persons[s] and b.persons.get(s)]
    return any(a.likes[side].isdisjoint(b.likes[side]) for side in both_name)


def joined(a: Sides, b: Sides) -> Sides:
    """Return the sides of both."""
    if a is b:
        return a
    return Sides(
        {s: a.persons.get(s, frozenset()) | b.persons.get(s, frozenset()) for s in _keys(a, b)},
        {
            end: a.ends.get(end, frozenset()) | b.ends.get(end, frozenset())
            for end in sorted(a.ends.keys() | b.ends.keys())
        },
        {s: a.likes.get(s, frozenset()) | b.likes.get(s, frozenset()) for s in _keys(a, b)},
    )


def _keys(a: Sides, b: Sides) -> Iterable[Side]:
    return sorted(a.persons.keys() | b.persons.keys())


def _telling_ends(kind: Kind, a: Sides, b: Sides) -> frozenset[Side]:
    """Return the sides whose persons must agree: hosts of a visit change, guests do not."""
    every = frozenset(a.persons) | frozenset(b.persons)
    if kind is not Kind.VISIT:
        return every
    return every - (a.ends.get("host", frozenset()) | b.ends.get("host", frozenset()))


def _is_telling(party: PartyRow, account: AccountRow) -> bool:
    if _side(party) == "":
        return party.person is not None
    return party.role not in _ALONG or all(
        other.role in _ALONG or _side(other) != _side(party) for other in account.parties
    )


def _side(party: PartyRow) -> Side:
    return party.state or "-".join(folded(party.organization or ""))


def _add_place(
    account: AccountRow, persons: dict[Side, frozenset[str]], ends: dict[str, frozenset[Side]]
) -> None:
    """Let the place of a visit stand for a host whom the page does not name."""
    state = account.place.state if account.place else None
    if state and "host" not in ends and state not in persons:
        persons[state] = frozenset()
        ends["host"] = frozenset({state})
