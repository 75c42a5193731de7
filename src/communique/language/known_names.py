"""Names of known leaders among the words of a sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from communique.knowledge.folding import fold
from communique.knowledge.leaders import by_surface
from communique.knowledge.offices import load_office_words
from communique.language.scanning import Word

_LONGEST = 6
_HEADS = frozenset({"head_of_state", "head_of_government"})


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
        for last in range(min(at + _LONGEST, len(self.words)), at + 1, -1):
            if not self.words[last - 1].alphabetic or self._form(at, last) not in self.surface:
                continue
            after = self.words[last] if last < len(self.words) else None
            if after is None or not after.capital or after.lower not in things:
                return self._past_forebears(at, last)
        return None

    def _past_forebears(self, first: int, last: int) -> int:
        """The end of the name "X bin Y" with what follows of it: "bin Z Al-Thani"."""
        words, at, filiations = self.words, last, load_office_words().filiations
        if not any(word.lower in filiations for word in words[first:last]):
            return last
        while at + 1 < len(words) and words[at].lower in filiations and words[at + 1].capital:
            at += 2
        house = "".join(word.lower for word in words[at : at + 2]) == "al-"
        return at + 3 if at > last and house and at + 3 <= len(words) else at

    def _form(self, first: int, last: int) -> str:
        start, end = self.words[first].start, self.words[last - 1].end
        return fold(self.text[start - self.offset : end - self.offset])
