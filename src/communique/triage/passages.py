"""Whether a text has a place where an engagement could be told: the words that it needs, near."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from communique.knowledge.folding import fold_word
from communique.knowledge.states import surface_forms
from communique.triage.words import Meaning, Meanings, Report

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+")
# How many words before and after one that reports an engagement its parties are looked for, and how
# many the words that it needs beside it ("phone", "courtesy").
_NEAR = 12
_BESIDE = 10
# Two parties are told by three different words at least: "the Russian president met Xi".
_PARTIES = 3


def may_tell(text: str, meanings: Meanings) -> bool:
    """Whether ``text`` has, near one another, a word for an engagement and words for parties."""
    words = _WORD.findall(text)
    found = meanings.of(words)
    reporting = [at for at, meaning in enumerate(found) if meaning and meaning.reports]
    if not reporting:
        return False
    parties, forms = _parties(words, found)
    some, some_forms = _counted(parties), _counted(forms)
    for at in reporting:
        meaning = found[at]
        first, last = max(0, at - _NEAR), min(len(words), at + _NEAR + 1)
        if meaning is None or some[last] - some[first] < _PARTIES:
            continue
        if len({words[i].lower() for i in range(first, last) if parties[i]}) < _PARTIES:
            continue
        named = some_forms[last] - some_forms[first]
        if any(_stands(way, at, found, named) for way in meaning.reports):
            return True
    return False


def _stands(way: Report, at: int, found: Sequence[Meaning | None], named: int) -> bool:
    if way.abroad and not named:
        return False
    if way.marks is None:
        return True
    near = found[max(0, at - _BESIDE) : at + _BESIDE + 1]
    return any(other is not None and not way.marks.isdisjoint(other.lemmas) for other in near)


def _counted(marked: Sequence[bool]) -> list[int]:
    return [0, *accumulate(marked)]


def _parties(
    words: Sequence[str], found: Sequence[Meaning | None]
) -> tuple[list[bool], list[bool]]:
    """Which words begin what may tell a party, and which of them the name of a state or body."""
    parties, forms = [False] * len(words), [False] * len(words)
    for at, meaning in enumerate(found):
        if meaning is None:
            continue
        held = meaning.leader or any(
            not rest or tuple(w.lower() for w in words[at + 1 : at + 1 + len(rest)]) == rest
            for rest in meaning.offices
        )
        forms[at] = meaning.form > 0 and _is_form(words, at, meaning.form)
        parties[at] = held or forms[at]
    return parties, forms


def _is_form(words: Sequence[str], at: int, longest: int) -> bool:
    index = surface_forms()
    folded = [fold_word(word) for word in words[at : at + longest]]
    for length in range(len(folded), 0, -1):
        form = index.find(" ".join(folded[:length]))
        if form is not None:
            return bool(form.candidates)
    return False
