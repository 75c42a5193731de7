"""Offices that stand behind a name: whether they are the person's, and where they end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from communique.knowledge.offices import OfficeWords
from communique.knowledge.royalty import ROYAL_TITLES
from communique.language.annotations import Mention
from communique.language.gazetteer import Hit
from communique.language.name_lists import NameLists
from communique.language.offices import OfficeHit
from communique.language.scanning import Word, opens_sentence, tells

_LONGEST_TASK = 6


class Appositions:
    """Judges the offices behind names in one sentence."""

    def __init__(
        self, words: Sequence[Word], data: OfficeWords, places: Mapping[int, Hit],
        claimed: Callable[[int], bool],
    ) -> None:  # fmt: skip
        """``places`` are states by their first word; ``claimed`` tells what is a mention's."""
        self.words = words
        self.data = data
        self.places = places
        self.claimed = claimed

    def fits(
        self, person: Mention, office: OfficeHit, last: int, people: Mapping[int, Mention]
    ) -> bool:
        """Whether ``office``, which ends at ``last``, is that of ``person`` before it.

        ``people`` are the persons of the sentence by where they end.
        """
        titular = all(
            o.head in self.data.ranks or (o.head in ROYAL_TITLES and o.state is None)
            for o in person.offices
        )
        closes = self._closes(last, people) or self._goes_on(person, last)
        whole = not office.bare or office.phrase.state is not None
        told = whole and not self._behind_clause(person)
        closes = closes or (told and self._at_or_on(last, people))
        return (titular and not self._another_post(person, office) and closes) or self._again(
            person, office, last
        )

    def _goes_on(self, person: Mention, last: int) -> bool:
        """ "X, Speaker of the Senate of Y has met": the comma behind the office left out."""
        first = next((i for i, word in enumerate(self.words) if word.start == person.start), None)
        return first is not None and opens_sentence(self.words, first) and tells(self.words, last)

    def _at_or_on(self, at: int, people: Mapping[int, Mention]) -> bool:
        """ "Received X, Ambassador of Peru on Monday", "and Mr Y": when or where, or the next."""
        if at + 1 >= len(self.words):
            return False
        following = self.words[at + 1].start
        joined = self.words[at].lower == "and" and any(
            m.start == following for m in people.values()
        )
        return joined or self.words[at].lower in self.data.behind_full_offices

    def _behind_clause(self, person: Mention) -> bool:
        """ "During talks with X, the Minister of Y on Monday said": the minister is another."""
        opener = self.words[0].lower
        clause = opener in self.data.opening_clauses or opener.endswith("ing")
        return clause and not any(w.text == "," for w in self.words if w.start < person.start)

    @staticmethod
    def _another_post(person: Mention, office: OfficeHit) -> bool:
        """ "The Ambassador of Iraq, X, the Ambassador of Peru, Y": the second is not X's."""
        same = [o.state for o in person.offices if o.head == office.phrase.head and o.state]
        return bool(same) and office.phrase.state not in {None, *same}

    def _again(self, person: Mention, office: OfficeHit, last: int) -> bool:
        """ "King X, King of Y has sent": the office before the name told again, comma or none."""
        same = {o.head for o in person.offices if o.state is None} == {office.phrase.head}
        return same and not office.bare and last < len(self.words)

    def lengthen(self, office: OfficeHit) -> None:
        """Take in a task in plain words: "X, the envoy for special missions,"."""
        words, at = self.words, office.last
        if not office.bare or at >= len(words) or words[at].lower not in self.data.tasks:
            return
        end = next((i for i in range(at, len(words)) if not words[i].alphabetic), len(words))
        plain = all(not self.claimed(i) and not words[i].capital for i in range(at, end))
        if 1 < end - at <= _LONGEST_TASK and plain and self._closes(end, {}):
            office.last = end
            office.phrase.end = words[end - 1].end

    def _closes(self, at: int, people: Mapping[int, Mention]) -> bool:
        """Whether an apposition may end at word ``at``: at a mark, before what is told of the
        office ("appointed by Y", "who"), or with "of President Y,"."""
        if at >= len(self.words) or self.words[at].text in {",", ")", ".", ";", "—", "–", ":"}:
            return True
        if self.words[at].lower in self.data.behind_offices:
            return True
        whose = self.words[at].lower in {"of", "to"} and at + 1 < len(self.words)
        at += int(whose and at + 2 < len(self.words) and self.words[at + 1].lower == "the")
        start = self.words[at + 1].start if whose else -1
        end = next((i for i, m in people.items() if m.start == start and m.offices), None)
        lists = NameLists(self.words, self.places)
        return end is not None and self._closes(lists.past_state(end), {})
