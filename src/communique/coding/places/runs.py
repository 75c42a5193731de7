"""Meetings one after another: "X met A in New York. She also held talks with B"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.drafts import Draft
from communique.coding.places.whereabouts import Whereabouts
from communique.language.annotations import Sentence
from communique.model import Kind, Role

_IN_PERSON = frozenset({Kind.MEETING, Kind.CONSULTATION, Kind.SUMMIT, Kind.CEREMONY})
# How many sentences on a place named for one meeting holds for the next.
_REACH = 3


def take_place(group: Draft, groups: Sequence[Draft], whereabouts: Whereabouts) -> bool:
    """Put ``group`` into the town of the meeting that somebody had just before; whether it was.

    Only where both are of the same days, the sentence is told from no other place and names none,
    and the town is nobody's or its host's.
    """
    if group.kind not in _IN_PERSON or group.place is not None:
        return False
    before = [other for other in groups if _just_before(other, group)]
    for other in sorted(before, key=lambda o: o.sentence.index, reverse=True):
        place = other.place
        if place is None or place.city is None or not _fits(group, place.state):
            continue
        where = whereabouts.at(group.sentence)
        if where is not None and where.place.state != place.state:
            return False
        group.place, group.place_spans = place, other.place_spans
        return True
    return False


def _just_before(other: Draft, group: Draft) -> bool:
    """Whether ``other`` is a meeting of the same person and days, told shortly before."""
    if other is group or other.kind not in _IN_PERSON or not other.persons() & group.persons():
        return False
    gone = group.sentence.index - other.sentence.index
    near = 0 <= gone <= _REACH or (gone > 0 and other.sentence.block == group.sentence.block)
    alike = (other.status, other.when.start) == (group.status, group.when.start)
    return near and alike and not other.sentence.is_title and not _placed(group.sentence, other)


def _placed(sentence: Sentence, other: Draft) -> bool:
    """Whether a sentence names a town of its own."""
    return sentence is not other.sentence and any(
        mention.form in {"city", "capital"} for mention in sentence.mentions
    )


def _fits(group: Draft, state: str | None) -> bool:
    """Whether talks in ``state`` agree with who is their host."""
    hosts = {party.actor.side for party in group.parties if party.role is Role.HOST}
    return state in hosts if hosts else state not in group.sides()
