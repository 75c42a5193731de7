"""Office phrases: a grammar over words, not a list of strings.

    (modifier | state | organization | institution word)* HEAD [-suffix] [of|for|to complement]

"Deputy Chairman of the Russian Federal Security Council", "Qatar's emir", "the then French
foreign minister" and "Party General Secretary" come out of the same few rules; the words are in
``knowledge/offices``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from communique.knowledge.offices import OfficeHead, OfficeWords
from communique.knowledge.words import common_words
from communique.language.annotations import OfficePhrase
from communique.language.gazetteer import Hit
from communique.language.office_owners import owner_of
from communique.language.scanning import Word
from communique.language.superiors import Superiors

_HYPHENS = frozenset("-‐‑–")
_POSSESSIVES = frozenset({"'s"})
# A bare apostrophe ends plural owners: "the Workers' Party".
_OWNING = _POSSESSIVES | frozenset("'\u2019")
# Endings of an adjective before the head of an office.
_ADJECTIVAL = ("ic", "al", "ary", "ial", "ive")
# Who has an office "to" or "in" something; who serves another: "the president's envoy".
_SENT_KINDS = frozenset({"diplomat", "official", "spokesperson", "military"})
_SERVING_KINDS = frozenset({"diplomat", "official", "spokesperson"})


@dataclass(slots=True)
class OfficeHit:
    """An office phrase at ``words[first:last]``; ``bare`` where it has no complement."""

    first: int
    last: int
    phrase: OfficePhrase
    bare: bool


class OfficeFinder:
    """Finds office phrases in one sentence's words."""

    def __init__(
        self, words: Sequence[Word], hits: Sequence[Hit], data: OfficeWords, title_case: bool,
        leaders: Collection[int] = (),
    ) -> None:  # fmt: skip
        """``hits`` are the states and organizations already found among ``words``, ``leaders``
        the words with which names of known leaders begin."""
        self.words = words
        self.data = data
        self.title_case = title_case
        self.common = common_words()
        self.starting = {hit.first: hit for hit in hits}
        self.ending = {hit.last: hit for hit in hits}
        self.superiors = Superiors(words, self.starting, self._head_at, self._right, leaders)

    def find(self) -> list[OfficeHit]:
        """Office phrases from left to right, none overlapping another."""
        found: list[OfficeHit] = []
        floor = at = 0
        while at < len(self.words):
            inside = self.starting.get(at)
            if inside is not None and inside.last > at + 1:
                at = inside.last
                continue
            matched = self._head_at(at)
            if matched is None or self._part_of_institution(matched):
                at += 1
                continue
            last, head = matched
            first = self._left(at, floor)
            end = self._right(last, head)
            first = self._without_seat(first, at, last, end)
            if found and self._owned_by(found[-1], first, head):
                first = found.pop().first
            hit = self._hit(first, at, last, end, head)
            found.append(hit)
            floor = at = hit.last
        return found

    def _without_seat(self, first: int, at: int, last: int, end: int) -> int:
        """ "In the Kremlin Foreign Minister of Iran": the seat before is where, not whose."""
        own = [self.starting[i] for i in range(last, end) if i in self.starting]
        before = [self.starting[i] for i in range(first, at) if i in self.starting]
        seats = [hit for hit in before if hit.form in {"seat", "capital", "city"}]
        if seats and any(hit.state and hit.state != seats[-1].state for hit in own):
            return seats[-1].last
        return first

    def _owned_by(self, owner: OfficeHit, first: int, head: OfficeHead) -> bool:
        """ "The US president's envoy": one office, held under another."""
        stand_ins = self.data.host_words | self.data.guest_words | self.data.counterpart
        return (
            first == owner.last + 1
            and self.words[owner.last].lower in _POSSESSIVES
            and head.kind in _SERVING_KINDS
            and head.head not in stand_ins
        )

    def _head_at(self, at: int) -> tuple[int, OfficeHead] | None:
        words, best, i = self.words, None, at
        key: list[str] = []
        if words[at].lower not in self.data.head_starts:
            return None
        while i < len(words) and len(key) < self.data.longest_head:
            if words[i].text not in _HYPHENS:
                key.append(words[i].lower)
                head = self.data.heads.get(tuple(key))
                if head is not None:
                    best = (i + 1, head)
            i += 1
        if best and best[1].head == "general" and not words[at].capital:
            return None
        if best and best[0] == at + 1 and self._given_name(at):
            return None
        return best

    def _given_name(self, at: int) -> bool:
        """ "Sultan bin Saad", "Amir ibn Ali": a title that here is the name it is followed by."""
        following = self.words[at + 1 : at + 2]
        if not following:
            return False
        before = self.words[at - 1].lower if at else ""
        titled = before in {"the", "highness", "hh", "h.h."} or before in _POSSESSIVES
        bare = self.words[at].lower in self.data.given_heads and not titled
        named = following[0].capital and at + 1 not in self.starting
        addressed = (following[0].lower,) in self.data.honorifics
        return following[0].text in self.data.filiations or (bare and named and not addressed)

    def _possessive(self, at: int) -> bool:
        """ "'s", or the apostrophe of "Maldives' president"."""
        plural = self.words[at - 1].lower.endswith("s")
        return self.words[at].lower in (_OWNING if plural else _POSSESSIVES)

    def _part_of_institution(self, matched: tuple[int, OfficeHead]) -> bool:
        """ "General" in "General Assembly": a weak head before an institution's word."""
        last, head = matched
        return head.weak and last < len(self.words) and self._institutional(last)

    def _left(self, at: int, floor: int) -> int:
        words, data, j = self.words, self.data, at
        owner: Hit | None = None
        while j > floor:
            hit = self.ending.get(j)
            word = words[j - 1]
            if hit is not None and owner is not None and hit.form in {"capital", "city", "seat"}:
                break  # "received in Amman Dutch Foreign Minister X"
            if hit is not None and hit.first >= floor:
                j, owner = hit.first, hit
            elif j - 1 in self.ending and self._possessive(j - 1):
                j = self.ending[j - 1].first
            elif word.lower in _POSSESSIVES and j - 2 >= floor and self._institutional(j - 2):
                j -= 2
            elif self._described(j - 1) or self._institutional(j - 1):
                j -= 1
            elif (
                word.text in _HYPHENS and j - 2 >= floor and words[j - 2].lower in data.modifiers
            ) or (word.lower == "of" and j - 2 >= floor and self._institutional(j - 2)):
                j -= 2
            else:
                break
        return max(j, floor)

    def _described(self, i: int) -> bool:
        """A modifier of offices, or a plain adjective after an article ("the diplomatic ...")."""
        word = self.words[i]
        if word.lower == "under" and not word.capital:
            return False  # "the team, under presidential aide X"
        if word.lower in self.data.modifiers:
            return True
        article = i > 0 and self.words[i - 1].lower in {"the", "a", "his", "her", "'s", ","}
        return article and word.lower in self.common and word.text.endswith(_ADJECTIVAL)

    def _institutional(self, i: int) -> bool:
        word = self.words[i]
        return word.capital and word.lower in self.data.institutions

    def _right(self, last: int, head: OfficeHead) -> int:
        words, data = self.words, self.data
        if (
            last + 1 < len(words)
            and words[last].text in _HYPHENS
            and words[last + 1].lower in data.coming
        ):
            last += 2
        if head.head in data.host_words | data.guest_words | data.counterpart:
            return last
        if (
            head.kind in _SENT_KINDS
            and last < len(words)
            and words[last].lower in data.sent_openers
        ):
            return self._complement(last)
        if head.kind == "diplomat" and self._posted_in(last):
            return self.starting[last + 1].last
        last = self._more_of_portfolio(last, head)
        if last < len(words) and words[last].lower in data.housed and self._body_near(last):
            return self._complement(last)
        if last < len(words) and words[last].lower in data.openers:
            return self._posted(self._complement(last), head)
        return last

    def _posted_in(self, last: int) -> bool:
        """ "Ambassador in Beijing X": a place, then a name."""
        hit = self.starting.get(last + 1)
        if hit is None or self.words[last].lower != "in" or hit.last >= len(self.words):
            return False
        after = self.words[hit.last]
        return after.capital and after.alphabetic and after.lower not in self.common

    def _body_near(self, opener: int) -> bool:
        """Whether a ministry or another house of officials follows: "at the Ministry of ..."."""
        near = self.words[opener + 1 : opener + 4]
        return any(word.capital and word.lower in self.data.houses for word in near)

    def _more_of_portfolio(self, last: int, head: OfficeHead) -> int:
        """The end of "Minister of Foreign Affairs and Trade" behind a head of several words."""
        words, at = self.words, last
        if not {"of", "for"} & set(head.head.split()):
            return last
        while at + 1 < len(words) and words[at].lower in {"and", ",", "&"}:
            hit = self.starting.get(at + 1)
            begin = hit.last if hit is not None and self._own_people(at + 1) else at + 1
            known = begin < len(words) and words[begin].capital and self._known(begin)
            if not known or self._head_at(begin) is not None:
                break
            at = last = begin + 1
            while last < len(words) and words[last].capital and self._known(last):
                at = last = last + 1
        return last

    def _posted(self, last: int, head: OfficeHead) -> int:
        """The end of "Ambassador of Japan to Lithuania" behind "Japan"."""
        sent = head.kind in _SENT_KINDS and last < len(self.words)
        if not sent or self.words[last].lower not in self.data.sent_openers:
            return last
        at = last + 1
        if at < len(self.words) and self.words[at].lower == "the":
            at += 1
        return self._complement(last) if at in self.starting else last

    def _complement(self, opener: int) -> int:
        """The end of the complement that opens at ``opener``, ``opener`` itself without one."""
        words, data = self.words, self.data
        good, at = opener, opener + 1
        while at < len(words):
            word, hit = words[at], self.starting.get(at)
            under = self.superiors.of_side(at) if hit is not None and good == opener else None
            if hit is not None and under is None:
                at = good = hit.last
            elif under is not None or self._another_office(at):
                nested = self.superiors.end(at, opener, under or at) if good == opener else None
                return self._tasked(nested) if nested else good
            elif word.lower in _POSSESSIVES and good == at and self._owned_body(at):
                at = good = self._owned_body(at)
            elif (
                word.lower in {"the", "of", "for", "&"}
                or (word.lower == "and" and self._joins(at, good))
                or (word.lower in _OWNING and good == at and self._inside_institution(at))
            ):
                at += 1
            elif (
                word.lower in data.institutions
                or word.lower in data.portfolio
                or (word.capital and self._common_capital(at))
            ):
                at = good = at + 1
            elif (word.text == "," or word.text in _HYPHENS) and self._listed(at):
                at += 1
            elif good == opener and self._lone_unknown(opener, at):
                at = good = at + 1
            else:
                break
        return good

    def _tasked(self, end: int) -> int:
        """The end of "for Z" behind "envoy of the President of Y", ``end`` without one."""
        task = end < len(self.words) and self.words[end].lower in {"for", "on"}
        return self._complement(end) if task else end

    def _owned_body(self, at: int) -> int:
        """The end of "'s transitional government" behind a state, 0 where there is none."""
        for end in range(at + 1, min(at + 4, len(self.words))):
            word = self.words[end]
            if word.lower in self.data.governing:
                return end + 1
            if not word.alphabetic or word.capital:
                break
        return 0

    def _inside_institution(self, at: int) -> bool:
        """A possessive inside a name: "the People's Revolutionary Party"."""
        after = at + 1 < len(self.words) and self._institutional(at + 1)
        return after and self._institutional(at - 1)

    def _another_office(self, at: int) -> bool:
        found = self._head_at(at)
        if found is None:
            return False
        return not found[1].weak or self.words[at].lower not in self.data.institutions

    def _joins(self, at: int, good: int) -> bool:
        """Whether "and" at ``at`` goes on with the complement rather than with a new party."""
        if good != at or at + 1 >= len(self.words):
            return False
        after = self.words[at + 1]
        if at + 1 in self.starting:
            return self._own_people(at + 1)
        if self._head_at(at + 1) is not None:
            return False
        return after.lower in self.data.portfolio or (
            after.capital
            and (after.lower in self.data.institutions or self._common_capital(at + 1))
        )

    def _own_people(self, at: int) -> bool:
        """ "Emigration and Egyptian Expatriates": a nationality before a word of portfolios."""
        last = self.starting[at].last
        return last < len(self.words) and self._known(last) and self.words[last].capital

    def _common_capital(self, at: int) -> bool:
        """A capitalised common word inside a complement ("Development"), not in a headline."""
        word = self.words[at]
        if self.title_case or word.lower not in self.common or len(word.text) < 4:
            return False
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        alone = following is None or not following.capital
        return alone or following is None or following.lower in self.common

    def _listed(self, at: int) -> bool:
        """A comma or hyphen inside a portfolio: "Trade, Industry and Energy"."""
        words = self.words
        if at + 2 >= len(words) or not self._known(at + 1):
            return False
        if words[at].text in _HYPHENS:
            return True
        return any(word.lower == "and" for word in words[at + 2 : at + 4]) and words[at + 1].capital

    def _known(self, at: int) -> bool:
        word = self.words[at]
        return word.lower in self.data.institutions or word.lower in self.data.portfolio

    def _lone_unknown(self, opener: int, at: int) -> bool:
        """One unknown capitalised word after "of": "Governor of Tatarstan"."""
        words = self.words
        if words[opener].lower != "of" or not words[at].capital:
            return False
        return at + 1 >= len(words) or not words[at + 1].capital

    def _hit(self, first: int, head_at: int, last: int, end: int, head: OfficeHead) -> OfficeHit:
        data, words = self.data, self.words
        before = [word.lower for word in words[first:head_at]]
        while (
            first < head_at
            and first not in self.starting
            and words[first].lower
            in (data.former | data.late | data.coming | {"then", "visiting", "current", "new"})
        ):
            first += 2 if first + 1 < head_at and words[first + 1].text in _HYPHENS else 1
        state, organization = owner_of(
            self.words, self.starting, (first, head_at), (last, end), self._head_at
        )
        state = state or data.states.get(head.head)
        phrase = OfficePhrase(
            start=words[first].start,
            end=words[end - 1].end,
            text="",
            head=head.head,
            kind=self._kind(head, before),
            state=state,
            organization=organization,
            weak=head.weak and not self._has_company(first, head_at, last, end),
            plural=head.plural,
            former=any(word in data.former for word in before),
            late=any(word in data.late for word in before),
            coming=any(word in data.coming for word in before)
            or any(word.lower in {"elect", "designate"} for word in words[last:end]),
        )
        return OfficeHit(first, end, phrase, bare=end == last)

    @staticmethod
    def _kind(head: OfficeHead, before: Sequence[str]) -> str:
        """A deputy is not the office: "deputy prime minister" is a minister, not the head."""
        lowering = {"deputy", "vice", "assistant", "under", "associate"}
        if lowering & set(before) and head.kind != "official":
            return "deputy"
        return head.kind

    def _has_company(self, first: int, head_at: int, last: int, end: int) -> bool:
        inside = range(first, end)
        return (
            any(i in self.starting for i in inside)
            or any(self._institutional(i) for i in inside)
            or any(self.words[i].lower in self.data.portfolio for i in range(first, head_at))
        )
