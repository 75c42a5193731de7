"""Officials told by a seat that several states have: "the State House spokesperson"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from communique.knowledge.states import load_seats
from communique.language.annotations import Person, Sentence

_SHARED = 2  # states


def settle_seated(people: Sequence[Person], sentences: Sequence[Sentence]) -> None:
    """Give whoever is told by a shared seat the state with such a seat that the page names most.

    Persons with a state keep it, and pages that name none of those states say nothing.
    """
    named = Counter(
        m.state for s in sentences for m in s.mentions if m.state and len(m.candidates) < _SHARED
    )
    for person in people:
        if person.state or person.organization:
            continue
        for office in (o for m in person.mentions for o in m.offices):
            states = _states_with(office.text)
            best = max(states, key=lambda state: named[state], default=None)
            if best is not None and named[best]:
                person.state, person.state_from = best, office.text
                break


def _states_with(office: str) -> list[str]:
    """The states with a seat that is named in ``office``, where they are several."""
    found = {
        state
        for seat in load_seats()
        for name in (seat.name, *seat.other_names)
        if name in office and len(seat.states) >= _SHARED
        for state in seat.states
    }
    return sorted(found)
