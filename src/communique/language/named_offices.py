"""Names that stand behind offices: "Foreign Secretary Ambassador X", "the Speaker of Y, Z,"."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence

from communique.knowledge.offices import OfficeWords
from communique.knowledge.royalty import CROWNED, ROYAL_TITLES
from communique.knowledge.words import common_words
from communique.language.names import NameReader, past_letters_behind
from communique.language.offices import OfficeHit
from communique.language.scanning import Word, opens_sentence, past_gloss, past_letters, tells
from communique.language.stacked_offices import LED_BY, held_under

# What goes on behind "from the Prime Minister of Y, X", and how far into a sentence such a phrase
# no longer opens it, so that X may be the subject.
_BEHIND = frozenset("on in at during over for next last this today yesterday here".split())
_OPENING = 4
_OWNING = frozenset({"the", "'s", "his", "her", "their", "its", "our"})

Bounds = tuple[int, int]


class NamedOffices:
    """Reads the names behind the offices of one sentence."""

    def __init__(
        self, words: Sequence[Word], data: OfficeWords, taken: Container[int], *, title_case: bool,
        known: Mapping[int, int], leading: Collection[int],
    ) -> None:  # fmt: skip
        """``taken`` are words of other mentions, ``known`` the ends of names of the table by the
        word they begin with, ``leading`` those of leaders."""
        self.words = words
        self.data = data
        self.known = known
        self.leading = leading
        self.reader = NameReader(words, data, taken, title_case)

    def name_of(self, office: OfficeHit) -> Bounds | None:
        """The first and last word of the name behind ``office``, a comma between them or none."""
        at = past_gloss(self.words, past_letters(self.words, office.last))
        if office.phrase.plural and self._lower(at) in self.data.list_openers:
            return self.name_at(at + 1)
        royal = office.phrase.head in ROYAL_TITLES and not office.bare
        if at >= len(self.words) or self.words[at].text != "," or not self._introduced(office):
            return self.name_at(at + (royal and self._lower(at) == office.phrase.head))
        # "the Sultan of Oman, Sultan Haitham"
        at += royal and self._lower(at + 1) == office.phrase.head
        name = self.name_at(at + 1)
        if name is None or name[1] - name[0] < 2:
            return None
        if name[0] in self.leading and held_under(self.words, office, self.data):
            return None  # "the special envoy of the President, Macky Sall"
        return name if self._closes(name, office) else None

    def _closes(self, name: Bounds, office: OfficeHit) -> bool:
        """Whether the name behind a comma is the holder's, and no new subject."""
        begin, end = name
        end = past_letters_behind(self.words, end, self.data)
        return (
            end >= len(self.words)
            or not self.words[end].alphabetic
            or (self._lower(end), self._lower(end + 1)) == ("and", "the")
            or self._lower(end) in self.data.behind_offices
            or (self._lower(end) in _BEHIND and office.first > _OPENING)
            or (tells(self.words, end) and opens_sentence(self.words, office.first))
            or (begin in self.leading and office.phrase.kind in LED_BY)
        )

    def name_at(self, at: int) -> Bounds | None:
        """The first and last word of a name at ``at``, forms of address and ranks passed over."""
        begin = self.reader.skip_honorifics(at)
        if begin > at and self._lower(begin) in CROWNED:
            return None  # "the King, His Majesty King X": an office with a name of its own
        ranked = self._lower(begin) in self.data.ranks - ROYAL_TITLES
        parted = self._lower(begin - 1) == "," and self.reader.anchored(begin) is None
        if ranked and 0 < begin == at and self._named(begin + 1) and not parted:
            # "Foreign Secretary Ambassador X", and not "His Excellency General X"
            begin = self.reader.skip_honorifics(begin + 1)
        if begin in self.known and begin not in self.reader.taken:
            return begin, self.known[begin]
        end = self.reader.anchored(begin)
        reports = end == begin + 1 and self._lower(end) in self.data.media
        return None if end is None or reports else (begin, end)

    def _named(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].capital and self.words[at].alphabetic

    def common(self, name: Bounds) -> bool:
        """ "The Forum Leaders Meeting": a common word behind an office of several is no name."""
        first, last = name
        return last == first + 1 and self.words[first].lower in common_words()

    def _lower(self, at: int) -> str:
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def _introduced(self, office: OfficeHit) -> bool:
        """An office that a comma may part from its name: "the Prime Minister of India, X,"."""
        before = self._lower(office.first - 1)
        addressed = self._lower(office.last) == "," and self._styled(office.last + 1)
        owned = before in _OWNING or not office.bare or office.phrase.state is not None
        return owned or (addressed and self.words[office.first].capital)

    def _styled(self, at: int) -> bool:
        """ "Governor-General, His Excellency X": a form of address of two words or more."""
        return self.reader.skip_honorifics(at) > at + 1
