"""Whether a text has a place where an engagement could be told: the words that it needs, near."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.knowledge.folding import fold_word
from communique.knowledge.states import surface_forms
from communique.triage.words import Meaning, Meanings, Report

WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+")
# How many words before and after one that reports an engagement its parties are looked for, and how
# many the words that it needs beside it ("phone", "courtesy").
_NEAR = 12
_BESIDE = 10
# Two parties are told by three different words at least: "the Russian president met Xi".
_PARTIES = 3
_NONE, _HELD, _FORM = range(3)


def may_tell(text: str, meanings: Meanings) -> bool:
    """Whether ``text`` has, near one another, a word for an engagement and words for parties."""
    words = WORD.findall(text)
    found = meanings.of(words)
    parties = _Parties(words, found)
    for at in meanings.reporting(words):
        meaning = found[at]
        assert meaning is not None
        near = range(max(0, at - _NEAR), min(len(words), at + _NEAR + 1))
        if len({words[i].lower() for i in near if found[i] and parties.begins(i)}) < _PARTIES:
            continue
        named = any(parties.begins(i) == _FORM for i in near if found[i])
        if any(_stands(way, at, found, named=named) for way in meaning.reports):
            return True
    return False


def _stands(way: Report, at: int, found: Sequence[Meaning | None], *, named: bool) -> bool:
    if way.abroad and not named:
        return False
    if way.marks is None:
        return True
    near = found[max(0, at - _BESIDE) : at + _BESIDE + 1]
    return any(other is not None and not way.marks.isdisjoint(other.lemmas) for other in near)


class _Parties:
    """Which words begin what may tell a party, each looked at once."""

    def __init__(self, words: Sequence[str], found: Sequence[Meaning | None]) -> None:
        self._words, self._found = words, found
        self._known: dict[int, int] = {}

    def begins(self, at: int) -> int:
        """_FORM where the name of a state or body begins, _HELD where an office or a leader's."""
        known = self._known.get(at)
        if known is None:
            known = self._known[at] = self._look(at)
        return known

    def _look(self, at: int) -> int:
        meaning, words = self._found[at], self._words
        if meaning is None:
            return _NONE
        if meaning.form > 0 and _is_form(words, at, meaning.form):
            return _FORM
        held = meaning.leader or any(
            not rest or tuple(w.lower() for w in words[at + 1 : at + 1 + len(rest)]) == rest
            for rest in meaning.offices
        )
        return _HELD if held else _NONE


def _is_form(words: Sequence[str], at: int, longest: int) -> bool:
    index = surface_forms()
    folded = [fold_word(word) for word in words[at : at + longest]]
    for length in range(len(folded), 0, -1):
        form = index.find(" ".join(folded[:length]))
        if form is not None:
            return bool(form.candidates)
    return False
