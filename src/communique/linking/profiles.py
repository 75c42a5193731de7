"""What of an account is compared with other accounts, in columns that a database can hold."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from communique.linking.clusters import Placed, family
from communique.linking.sketches import hash_of
from communique.linking.windows import Grip
from communique.linking.words import folded, state_words
from communique.model import Status

# Days in one compartment of the calendar by which pairs are found, and how far accounts of one
# engagement may be dated apart: what is nearer to its compartment's edge stands in both.
_BUCKET = 8
_REACH = 3
# Accounts of one block are dated so many days apart at the most.
REACH_OF_BLOCKS = _BUCKET + 2 * _REACH
# Meetings of more sides than this are found by the pairs of so many of them and by their persons.
_PAIRED_SIDES = 8
# The mark of a block of one person's accounts: there one of two has to be lone, or the accounts of
# all that a busy person does in a week would be compared.
BY_PERSON = "*"
_PAST = frozenset({Status.HELD, Status.UNDER_WAY})
_OFF = frozenset({Status.CANCELLED})


@dataclass(frozen=True, slots=True)
class Profile:
    """The columns of one account; days are ordinals, sets are sorted lists.

    ``names`` are person ids, ``likes`` these and the ids of persons whose names are all but
    spelt the same. ``stage`` is "past", "ahead" or "off". ``marks`` are the hashed names and
    figures of the page's text, for accounts of what the page mainly reports.
    """

    kind: str
    stage: str
    sides: list[str]
    names: list[str]
    likes: list[str]
    first: int | None
    last: int | None
    until: int | None
    grip: int
    news: bool
    place_state: str | None
    place_city: str | None
    place_words: list[str]
    visit_type: str | None
    topics: list[str]
    messages: list[str]
    marks: list[int]
    blocks: list[str]
    lone: bool


def profile_of(placed: Placed, marks: Collection[int] = ()) -> Profile:
    """Return the profile of an account; ``marks`` are those of its page's text."""
    account, window = placed.account, placed.window
    free = window.grip == Grip.FREE
    place = account.place
    return Profile(
        kind=account.kind.value,
        stage=_stage(account.status),
        sides=sorted(placed.sides.persons),
        names=sorted(placed.sides.all_persons),
        likes=sorted(placed.sides.all_likes),
        first=None if free else window.first.toordinal(),
        last=None if free else window.last.toordinal(),
        until=None if free else window.until.toordinal(),
        grip=int(window.grip),
        news=window.news,
        place_state=place.state if place else None,
        place_city=" ".join(folded(place.city)) if place and place.city else None,
        place_words=_place_words(placed),
        visit_type=account.visit_type.value if account.visit_type else None,
        topics=sorted(account.topics),
        messages=sorted(account.messages),
        marks=sorted(set(marks) - _known_marks(placed)) if account.main else [],
        blocks=block_keys(placed),
        lone=_is_lone(placed),
    )


def block_keys(placed: Placed) -> list[str]:
    """Return the blocks in which an account is compared: two sides or a person, kind, days."""
    window = placed.window
    if window.grip == Grip.FREE:
        return []
    first, until = window.first.toordinal() - _REACH, window.until.toordinal() + _REACH
    days = range(first // _BUCKET, until // _BUCKET + 1)
    kind = family(placed.account.kind).value
    sides = sorted(placed.sides.persons)
    found = [f"{a}+{b}" for a, b in combinations(sides[:_PAIRED_SIDES], 2)]
    found += [f"{BY_PERSON}{person}" for person in sorted(placed.sides.all_persons)]
    return [f"{key}|{kind}|{day}" for key in found for day in days]


def _is_lone(placed: Placed) -> bool:
    """Tell whether an account is looked for by its persons: one side known, or very many."""
    return not 1 < len(placed.sides.persons) <= _PAIRED_SIDES


def _stage(status: Status) -> str:
    return "past" if status in _PAST else "off" if status in _OFF else "ahead"


def _known_marks(placed: Placed) -> set[int]:
    """Return the marks that parties and place leave in any text about them."""
    place = placed.account.place
    known = [_marks_of(place.city or "", place.state)] if place else []
    for party in placed.account.parties:
        known.append(_marks_of(party.person or "", party.state))
        known.append(_marks_of(party.office or "", None))
    return set().union(*known)


@lru_cache(maxsize=65536)
def _marks_of(name: str, state: str | None) -> frozenset[int]:
    return frozenset(hash_of(word) for word in (*folded(name), *state_words(state)))


def _place_words(placed: Placed) -> list[str]:
    """Return the telling words of the place's name: neither the state's nor the city's."""
    place = placed.account.place
    if place is None or not place.name:
        return []
    known = set(folded(place.city or "")) | state_words(place.state)
    return sorted({word for word in folded(place.name) if len(word) > 3} - known)
