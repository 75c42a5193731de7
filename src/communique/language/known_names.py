"""Names of known leaders among the words of a sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from communique.knowledge.folding import fold
from communique.knowledge.leaders import Tenure, by_surface, first_of_names
from communique.knowledge.offices import load_office_words
from communique.knowledge.words import common_words
from communique.language.names import HYPHENS
from communique.language.scanning import Word

_LONGEST = 7
# A word, a hyphen and what it joins.
_JOINED = 3
_HEADS = frozenset({"head_of_state", "head_of_government"})


def known_as(name: str) -> tuple[Tenure, ...]:
    """The tenures of whom ``name`` is in the table, or would be without more of his forebears:
    "Mohammed bin Salman bin Abdulaziz Al Saud"."""
    words, filiations = fold(name).split(), load_office_words().filiations
    found = by_surface().get(" ".join(words), ())
    for last in range(len(words) - 1, 2, -1):
        cut = words[last] in filiations | {"al"} and not filiations.isdisjoint(words[:last])
        if not found and cut:
            found = by_surface().get(" ".join(words[:last]), ())
    return found


class KnownNames:
    """Finds the names that the table of leaders has, in one sentence."""

    def __init__(self, words: Sequence[Word], text: str, offset: int) -> None:
        """``words`` are of the sentence ``text``, which begins at ``offset`` of its page."""
        self.words = words
        self.text = text
        self.offset = offset
        self.surface = by_surface()

    def find(self, taken: Collection[int], things: Collection[str]) -> list[tuple[int, int]]:
        """Word ranges that spell the full name of a known leader, none beginning at ``taken``;
        ``things`` are words behind a name that is a thing's: "Kim Il Sung Square"."""
        found, at = [], 0
        while at < len(self.words):
            free = self.words[at].capital and at not in taken
            end = self._longest(at, things) if free else None
            if end is not None:
                found.append((at, end))
            at = end or at + 1
        return found

    def leading(self, known: Sequence[tuple[int, int]]) -> set[int]:
        """The words with which names of heads of state or government begin, of ``known``."""
        return {
            first
            for first, last in known
            for tenure in self.surface.get(self._form(first, last), ())
            if _HEADS & set(tenure.office_kinds)
        }

    def _longest(self, at: int, things: Collection[str]) -> int | None:
        first = self.words[at].text
        if "." not in first and fold(first).partition(" ")[0] not in first_of_names():
            return None
        for last in range(min(at + _LONGEST, len(self.words)), at + 1, -1):
            if not self.words[last - 1].alphabetic or self._form(at, last) not in self.surface:
                continue
            if self._goes_on(last) or self._with_forebears(at, last):
                continue
            after = self.words[last] if last < len(self.words) else None
            if after is None or not after.capital or after.lower not in things:
                return self._past_forebears(at, last)
        return None

    def _with_forebears(self, first: int, last: int) -> bool:
        """ "King Salman bin Abdulaziz": a name that goes on begins behind what "King" is there."""
        filiations = load_office_words().filiations
        if any(word.lower in filiations for word in self.words[first:last]):
            return False
        behind = self.words[last : last + 2]
        return len(behind) > 1 and behind[0].lower in filiations and behind[1].capital

    def _goes_on(self, at: int) -> bool:
        """ "Cho Hyun-dong" is not Cho Hyun, while "Cho Hyun-led" talks are his."""
        words = self.words[at - 1 : at + 2]
        if len(words) < _JOINED or words[1].text not in HYPHENS:
            return False
        touching = words[0].end == words[1].start and words[1].end == words[2].start
        return touching and words[2].text.islower() and words[2].lower not in common_words()

    def _past_forebears(self, first: int, last: int) -> int:
        """The end of the name "X bin Y" with what follows of it: "bin Z Al-Thani", "Al Thani"."""
        words, at, filiations = self.words, last, load_office_words().filiations
        if not any(word.lower in filiations for word in words[first:last]):
            return last
        while at + 1 < len(words) and words[at].lower in filiations and words[at + 1].capital:
            at += 2
        if at < len(words) and words[at].lower == "al":
            named = at + 2 if [word.text for word in words[at + 1 : at + 2]] == ["-"] else at + 1
            if named < len(words) and words[named].capital and words[named].alphabetic:
                return named + 1
        return at

    def _form(self, first: int, last: int) -> str:
        start, end = self.words[first].start, self.words[last - 1].end
        return fold(self.text[start - self.offset : end - self.offset])
