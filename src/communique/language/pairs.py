"""Who "the two" are: the last two of different sides, or the two who hold one office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.language.annotations import Person, Sentence

_OFTEN = 3
_THREE = 3
# Kinds of offices that one person of a state holds.
_LEADING = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
# "The ministers" may be the foreign ministers, and are not the presidents.
_MINISTERS = frozenset({"foreign_minister", "minister"})
_HEADS = frozenset({"head_of_state", "head_of_government"})


def partners(seen: Sequence[Person], count: Mapping[int, int]) -> tuple[Person, ...]:
    """The last two living persons of different sides; those named more often come first.

    ``seen`` are the page's persons so far, the last named last; ``count`` says how often by id.
    """
    return _apart([p for p in seen if not p.deceased], count)


def _apart(seen: Sequence[Person], count: Mapping[int, int]) -> tuple[Person, ...]:
    often = list(reversed(seen))  # of those named as often the last comes first
    often.sort(key=lambda p: -min(count[id(p)], _OFTEN))
    for i, one in enumerate(often):
        for other in often[i + 1 :]:
            if one.state != other.state or one.organization != other.organization:
                return (other, one)
    return ()


def three_of(seen: Sequence[Person], count: Mapping[int, int]) -> tuple[Person, ...]:
    """The last three living persons of three states, leaders and foreign ministers before others;
    none where the page has no such three."""
    living = [p for p in reversed(seen) if not p.deceased and p.state]
    living.sort(key=lambda p: (not p.office_kinds & _LEADING, -min(count[id(p)], _OFTEN)))
    by_state: dict[str | None, Person] = {}
    for person in living:
        by_state.setdefault(person.state, person)
    found = list(by_state.values())[:_THREE]
    return tuple(reversed(found)) if len(found) == _THREE else ()


def peers(one: Person, other: Person) -> bool:
    """Whether one may be called the other's counterpart: an ambassador is no president's."""
    ours, theirs = one.office_kinds, other.office_kinds
    envoys = ours == {"diplomat"}, theirs == {"diplomat"}
    return envoys[0] == envoys[1] or not ((ours | theirs) & _LEADING)


def named_later(sentences: Sequence[Sentence], person: Person, state: str) -> list[Person]:
    """ "Her Ghanaian counterpart", whom the page names further on: the only such peer."""
    everybody = {id(m.person): m.person for s in sentences for m in s.mentions if m.person}
    found = [
        one for one in everybody.values()
        if one.state == state and not one.deceased and one.office_kinds & person.office_kinds
    ]  # fmt: skip
    return found if len(found) == 1 else []


def holders(seen: Sequence[Person], count: Mapping[int, int], kind: str) -> tuple[Person, ...]:
    """The two with an office of ``kind`` ("the presidents"), none where there are no such two."""
    return _of_kinds(seen, count, _MINISTERS if kind == "minister" else _LEADING & {kind})


def leaders(seen: Sequence[Person], count: Mapping[int, int]) -> tuple[Person, ...]:
    """The two who lead their states: "the two leaders" are not the ministers beside them."""
    return _of_kinds(seen, count, _HEADS)


def _of_kinds(
    seen: Sequence[Person], count: Mapping[int, int], kinds: frozenset[str]
) -> tuple[Person, ...]:
    holding = [p for p in seen if kinds & p.office_kinds and p.state]
    # "the two leaders" on a page that mourns one of them: what they once did together
    return partners(holding, count) or _apart(holding, count)
