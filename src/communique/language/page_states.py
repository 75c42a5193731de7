"""The states that a page takes for granted: of whom it tells first, whose leaders it names bare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from communique.knowledge.states import scan
from communique.language.annotations import Person


def lead_state(people: Sequence[Person]) -> str | None:
    """The state of the person whom the page brings in first: of whom it tells."""
    first = min(people, key=_first_seen, default=None)
    if first is None:
        return None
    posted = [state for state in _posted(first) if state != first.state]
    return posted[0] if posted else first.state


def _posted(person: Person) -> list[str]:
    """Where an ambassador serves: among whom others named without a state are at home."""
    offices = [o for m in person.mentions for o in m.offices if o.kind == "diplomat" and o.state]
    return [span.form.candidates[0].id for o in offices for span in scan(o.text)]


def own_state(people: Sequence[Person]) -> str | None:
    """The state whose leaders the page brings in without saying of which state: its own."""
    bare: Counter[str] = Counter()
    for person in sorted(people, key=_first_seen):
        if person.known and person.state and _brought_in_bare(person):
            bare[person.state] += 1
    return bare.most_common(1)[0][0] if bare else None


def _first_seen(person: Person) -> int:
    return min((m.start for m in person.mentions), default=0)


def _brought_in_bare(person: Person) -> bool:
    titled = [m for m in person.mentions if m.offices]
    return bool(titled) and all(office.state is None for office in titled[0].offices)
