"""Two who met are of two sides: a guess at somebody's state that makes them one is mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.coding.engagements.drafts import Draft
from communique.language.annotations import Analysis, MentionKind, Person
from communique.language.belonging import GUESSES
from communique.model import Kind, Role

_BETWEEN_STATES = frozenset({Kind.CALL, Kind.VIDEO_CALL, Kind.MEETING, Kind.CONSULTATION})
_NAMING = frozenset({"name", "capital", "city", "seat", "demonym"})


def part_sides(draft: Draft, analysis: Analysis, earlier: Sequence[Draft] = ()) -> None:
    """Give those parties of ``draft`` whose state is a guess the state of the other side.

    That is where they met, else where the others are visiting (``earlier`` drafts of the page),
    else where the page is filed from; an envoy may be of any other state that the sentence or the
    headline names. Only talks of people who all seem to be of one state change.
    """
    if draft.kind not in _BETWEEN_STATES or len(draft.persons()) < 2 or len(draft.sides()) != 1:
        return
    persons = [p.actor.person for p in draft.parties if p.actor.person is not None]
    guessed = [p for p in persons if p.state_from in GUESSES and p.offices]
    guessed += [p for p in persons if p not in guessed and _follows(p, guessed)]
    if not guessed or len(guessed) == len(persons):
        return
    ours = next(iter(draft.sides()))
    sent = all(p.office_kinds <= {"diplomat"} for p in guessed)
    places = [
        *_there(draft, analysis, _visited(persons, earlier)),
        *(_named(draft, analysis) if sent else ()),
    ]
    other = next((state for state in places if state != ours), None)
    if other is not None:
        for person in guessed:
            _move(person, other)


def _follows(person: Person, guessed: Sequence[Person]) -> bool:
    """Whether a person's state was taken from one whose own is a guess."""
    return any(person.state_from in {m.text for m in one.mentions} for one in guessed)


def _visited(persons: Sequence[Person], earlier: Sequence[Draft]) -> Iterator[str]:
    """The states that any of ``persons`` is said to visit, the last first."""
    for draft in reversed(earlier):
        guests = {id(actor.person) for actor in draft.actors(Role.GUEST)}
        if draft.kind == Kind.VISIT and draft.destination and guests & {id(p) for p in persons}:
            yield draft.destination


def _there(draft: Draft, analysis: Analysis, visited: Iterator[str]) -> Iterator[str]:
    if draft.place is not None and draft.place.state:
        yield draft.place.state
    yield from visited
    if analysis.home_state is not None:
        yield analysis.home_state


def _named(draft: Draft, analysis: Analysis) -> Iterator[str]:
    titles = [s for s in analysis.sentences if s.is_title]
    for sentence in (draft.sentence, *titles):
        for mention in sentence.mentions:
            owned = [o.state for o in mention.offices if o.state]
            if owned:
                yield owned[0]
            named = mention.kind in {MentionKind.STATE, MentionKind.PLACE}
            if named and mention.state and mention.form in _NAMING:
                yield mention.state


def _move(person: Person, state: str) -> None:
    person.state, person.state_from = state, "the other side of talks"
