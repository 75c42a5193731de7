"""Whose an office is, by what its phrase names: the state or organization that has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from communique.knowledge.organizations import organization as known_body
from communique.language.gazetteer import Hit
from communique.language.scanning import Word, past_letters

_OPENERS = frozenset({"of", "to", "for", "in"})


def owner_of(
    words: Sequence[Word],
    places: Mapping[int, Hit],
    before: tuple[int, int],
    after: tuple[int, int],
    head_at: Callable[[int], object | None],
) -> tuple[str | None, str | None]:
    """State and organization of an office: named ``before`` its head, else in what is ``after``.

    Both are ranges of words; ``places`` are hits by their first word; ``head_at`` tells whether
    the head of another office begins at a word.
    """
    first = [places[i] for i in range(*before) if i in places]
    hits = first or [
        places[i] for i in range(*after) if i in places and _owns(words, i, after[0], head_at)
    ]
    named = [hit for hit in hits if hit.state]
    # "the Shura Council of Oman": an assembly that several states have is of the one named
    plain = [hit for hit in named if len(hit.candidates) == 1 or hit.form != "seat"]
    state = next((hit.state for hit in plain or named), None)
    organization = next((hit.organization for hit in hits if hit.organization), None)
    if not hits and past_letters(words, after[1]) > after[1]:
        body = known_body(words[after[1] + 1].text)  # "of the ... Organization (ICESCO)"
        organization = body.id if body is not None else None
    return state, organization if state is None else None


def _owns(
    words: Sequence[Word], at: int, last: int, head_at: Callable[[int], object | None]
) -> bool:
    """Whether what is named at ``at`` in a complement has the office, not its task.

    That is so behind "of", or inside a nested office ("adviser to the President of Y").
    """
    openers = [i for i in range(last, at) if words[i].lower in _OPENERS]
    behind = words[openers[-1]].lower if openers else "of"
    nested = any(head_at(i) for i in range(last + 1, at))
    charged = words[last].lower == "in" and words[last + 1].lower == "charge"
    return nested or (behind == "of" and (charged or words[last].lower not in {"to", "in"}))
