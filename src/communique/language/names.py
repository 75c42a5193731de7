"""Names of persons among a sentence's words: where one may begin, and how far it runs."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache

from communique.knowledge.offices import OfficeWords
from communique.knowledge.words import common_words
from communique.language.dates.lexicon import load_lexicon
from communique.language.scanning import Word, words_of

HYPHENS = frozenset("-‐‑")
# Words of a name, those that a hyphen joins to an article or to one another counted as one.
_LONGEST_NAME = 7
_LONGEST_ADDRESS = 8
_ABBREVIATED = 4


def named_things(words: Sequence[Word], data: OfficeWords) -> list[tuple[int, int]]:
    """Offsets of things called after persons: "Kim Il Sung Square"."""
    found = []
    for last, word in enumerate(words):
        first = last
        if word.capital and word.lower in data.named_things:
            while first and words[first - 1].capital and words[first - 1].alphabetic:
                first -= 1
        if first < last:
            found.append((words[first].start, word.end))
    return found


@lru_cache(maxsize=8)
def _as_words(
    phrases: frozenset[tuple[str, ...]],
) -> tuple[frozenset[tuple[str, ...]], frozenset[str], tuple[int, ...]]:
    """Forms of address as a sentence's words have them ("Rt", ".", "Hon."), the words with which
    they begin, and how many words they have, the longest first."""
    cut = {tuple(w.lower for w in words_of(" ".join(one).title() + " X")[:-1]) for one in phrases}
    cut |= phrases
    sizes = sorted({len(one) for one in cut}, reverse=True)
    return frozenset(cut), frozenset(one[0] for one in cut), tuple(sizes)


def past_letters_behind(words: Sequence[Word], end: int, data: OfficeWords) -> int:
    """Where the letters behind a name end that ends at ``end``: "TD", ", GCFR", "SC MP"."""
    while end < len(words):
        at = end + int(words[end].text == ",")
        if at >= len(words) or not words[at].text.isupper():
            break
        if words[at].lower not in data.letters_behind:
            break
        end = at + 1
    return end


class NameReader:
    """Reads names in one sentence; ``taken`` holds word indices that belong to other mentions."""

    def __init__(
        self, words: Sequence[Word], data: OfficeWords, taken: Container[int], title_case: bool
    ) -> None:
        """``title_case`` is true of headlines, where a capital letter proves nothing."""
        self.words = words
        self.data = data
        self.taken = taken
        self.title_case = title_case
        self.common = common_words()
        self.honorifics, self.opening, self.sizes = _as_words(data.honorifics)
        self._skipped: dict[int, int] = {}

    def skip_honorifics(self, at: int) -> int:
        """The index after forms of address that begin at ``at``."""
        passed = []
        while at not in self._skipped:
            passed.append(at)
            after = self._skip_honorific(at)
            if after == at:
                self._skipped[at] = at
            elif self._more_honorifics(after):
                after = self._past_the(after + 1)
            at = after
        end = self._skipped[at]
        self._skipped.update(dict.fromkeys(passed, end))
        return end

    def _more_honorifics(self, at: int) -> bool:
        """ "His Excellency, the Most Hon. X": another behind a comma."""
        parted = at < len(self.words) and self.words[at].text == ","
        return parted and self._skip_honorific(self._past_the(at + 1)) > self._past_the(at + 1)

    def _past_the(self, at: int) -> int:
        return at + (at < len(self.words) and self.words[at].lower == "the")

    def _skip_honorific(self, at: int) -> int:
        if at >= len(self.words) or self.words[at].lower not in self.opening:
            return at
        for size in self.sizes:
            key = tuple(word.lower for word in self.words[at : at + size])
            if key == ("he",) and not self.words[at].text.isupper():
                continue  # the name "He", not "H.E."
            opens = self.words[at].capital or (at > 0 and self.words[at].text == "(")
            opens = opens or (key[0] == "the" and len(key) > 1 and self.words[at + 1].capital)
            if len(key) == size and key in self.honorifics and opens:
                return at + size
        return at

    def address_before(self, at: int) -> int:
        """Where forms of address that end at the name ``at`` begin: "Samdech Techo Hun Sen".

        Common ones, like "Mr", are not taken for parts of a name, and stay outside.
        """
        for first in range(max(0, at - _LONGEST_ADDRESS), at):
            free = all(i not in self.taken for i in range(first, at))
            if free and self._like_name(first) and self.skip_honorifics(first) == at:
                return first
        return at

    def _like_name(self, at: int) -> bool:
        word = self.words[at]
        return word.capital and len(word.text) > _ABBREVIATED and word.lower not in self.common

    def anchored(self, at: int) -> int | None:
        """The end of a name that stands beside an office or an honorific at ``at``, if any."""
        return self._read(at) if self._may_begin(at, anchored=True) else None

    def unanchored(self, at: int) -> int | None:
        """The end of a name of two words or more that nothing introduces."""
        if not self._may_begin(at, anchored=False) or self._month(at):
            return None
        end = self._read(at)
        words = [word for word in self.words[at:end] if word.alphabetic]
        things = self.data.institutions | self.data.named_things
        if len(words) < 2 or any(word.lower in things for word in words):
            return None
        return end

    def _month(self, at: int) -> bool:
        """ "In March Putin travelled": the month begins no name."""
        before = self.words[at - 1].lower if at else ""
        months = load_lexicon("en").slots["month"].values
        return before in self.data.before_months and self.words[at].lower in months

    def _may_begin(self, at: int, *, anchored: bool) -> bool:
        if at >= len(self.words) or at in self.taken:
            return False
        word = self.words[at]
        if not word.capital or not word.alphabetic:
            return False
        if len(word.text) == 1 and not (anchored and self._initial(at)):
            return False
        if word.lower in self.data.head_starts and word.lower in self.common:
            return False
        if self.title_case and word.lower in self.data.headline_verbs:
            return False  # "State Visit of Lao President Concludes"
        if word.lower in self.data.articles and self._article_begins(at):
            return True
        if word.lower in self.common:
            return self._common_beginning(at, anchored)
        if word.lower in self.data.institutions:
            return False
        return not (anchored is False and word.text.isupper() and len(word.text) > 5)

    def _initial(self, at: int) -> bool:
        """ "A M Fachir", "R Premadasa": a letter that stands for a name, no stop behind it."""
        behind = self.words[at + 1] if at + 1 < len(self.words) else None
        if behind is None or not behind.capital or not behind.alphabetic:
            return False
        return len(behind.text) == 1 or self.words[at].text not in {"A", "I"}

    def _article_begins(self, at: int) -> bool:
        """ "Al-Saddiq Majouba": an article, a hyphen and a name."""
        if at + 2 >= len(self.words) or self.words[at + 1].text not in HYPHENS:
            return False
        return self._touches(at + 1) and self.words[at + 2].alphabetic

    def _common_beginning(self, at: int, anchored: bool) -> bool:
        """ "To Lam", "President Bush": a common word that is a name here."""
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        named = (
            following is not None
            and following.capital
            and following.alphabetic
            and following.lower not in self.common
            and at + 1 not in self.taken
        )
        if not anchored:
            return False
        if named:
            return not self.title_case or len(self.words[at].text) <= 3
        function_word = len(self.words[at].text) < 4
        return (
            not self.title_case
            and not function_word
            and self.words[at].lower not in self.data.institutions
        )

    def _read(self, at: int) -> int:
        words, end, count = self.words, at + 1, 1
        while end < len(words) and count < _LONGEST_NAME and end not in self.taken:
            word = words[end]
            joined = word.text in HYPHENS and self._touches(end)
            if joined and end + 1 < len(words) and words[end + 1].alphabetic:
                end += 2
                continue
            elif count > 1 and past_letters_behind(words, end, self.data) > end:
                break
            elif word.capital and word.alphabetic and self._continues(end):
                end += 1
            elif self._particle(end):
                end += 1
                continue
            elif self._hyphened_particle(end):
                end += 3
            else:
                break
            count += 1
        while (
            end - 1 > at
            and words[end - 1].lower in self.data.particles
            and words[end - 1].text.islower()
            and words[end - 2].text not in HYPHENS  # "Chiu Tai-san"
        ):
            end -= 1
        return end

    def _touches(self, i: int) -> bool:
        words = self.words
        return (
            i + 1 < len(words)
            and words[i - 1].end == words[i].start
            and words[i].end == words[i + 1].start
        )

    def _continues(self, i: int) -> bool:
        word = self.words[i]
        if word.lower in self.data.suffixes:
            return True
        if word.lower == "the" or word.lower in self.data.owners:
            return False  # "extends to Mr. Youssouf His warm congratulations"
        if word.lower in self.data.head_starts and word.lower in self.common:
            return False
        if self.title_case:
            return word.lower not in self.common and word.lower not in self.data.headline_verbs
        return word.lower not in self.data.institutions or word.lower not in self.common

    def _hyphened_particle(self, i: int) -> bool:
        """ "al-Attiyah" in "Khalid al-Attiyah": a small article, a hyphen and a name."""
        words = self.words
        return (
            words[i].text.islower()
            and words[i].lower in self.data.articles
            and i + 2 < len(words)
            and words[i + 1].text in HYPHENS
            and self._touches(i + 1)
            and words[i + 2].capital
            and words[i + 2].alphabetic
        )

    def _particle(self, i: int) -> bool:
        word = self.words[i]
        following = self.words[i + 1] if i + 1 < len(self.words) else None
        return (
            word.text.islower()
            and word.lower in self.data.particles
            and following is not None
            and following.alphabetic
            and (following.capital or following.lower in self.data.particles)
        )
