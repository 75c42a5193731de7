"""Who "the two" are: the last two of different sides, or the two who hold one office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.language.annotations import Person

_OFTEN = 3
# Kinds of offices that one person of a state holds.
_LEADING = frozenset({"head_of_state", "head_of_government", "foreign_minister"})


def partners(seen: Sequence[Person], count: Mapping[int, int]) -> tuple[Person, ...]:
    """The last two living persons of different sides; those named more often come first.

    ``seen`` are the page's persons so far, the last named last; ``count`` says how often by id.
    """
    living = [p for p in reversed(seen) if not p.deceased]
    living.sort(key=lambda p: -min(count[id(p)], _OFTEN))
    for i, one in enumerate(living):
        for other in living[i + 1 :]:
            if one.state != other.state or one.organization != other.organization:
                return (other, one)
    return ()


def holders(seen: Sequence[Person], kind: str) -> tuple[Person, ...]:
    """The last two of different states with an office of ``kind`` ("the presidents"), or none."""
    if kind not in _LEADING:
        return ()
    found = [p for p in seen if kind in p.office_kinds and not p.deceased and p.state]
    last = found[-1:]
    other = next((p for p in reversed(found) if p.state != last[0].state), None)
    return (other, *last) if other is not None else ()
