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
from communique.language.complements import HYPHENS, OWNING, POSSESSIVES, Complements
from communique.language.gazetteer import Hit
from communique.language.given_names import given_title
from communique.language.office_kinds import kind_of
from communique.language.office_owners import owner_of
from communique.language.scanning import Word, before_letters
from communique.language.superiors import Superiors

# Endings of an adjective before the head of an office.
_ADJECTIVAL = ("ic", "al", "ary", "ial", "ive")
# By what a nation is named before its offices, and how far before.
_NATIONS = frozenset({"demonym", "name"})
_LONGEST_TITLE = 8
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
        superiors = Superiors(words, self.starting, self._head_at, self._right, leaders)
        self.complements = Complements(
            words, self.starting, data, title_case, self._head_at, superiors
        )

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
            if matched is None or self._part_of_institution(matched) or self._ranks(at, matched):
                at += 1
                continue
            last, head = matched
            first = self._left(at, floor)
            first = self._more_states(first, floor) if head.plural else first
            end = self._right(last, head)
            first = self._without_seat(first, at, last, end)
            if found and self._owned_by(found[-1], first, head):
                first = found.pop().first
            hit = self._hit(first, at, last, end, head)
            found.append(hit)
            floor = at = hit.last
        return found

    def _without_seat(self, first: int, at: int, last: int, end: int) -> int:
        """ "In the Kremlin Foreign Minister of Iran", "in Doha Foreign Minister X": the seat or
        the town before is where, not whose."""
        own = [self.starting[i] for i in range(last, end) if i in self.starting]
        before = [self.starting[i] for i in range(first, at) if i in self.starting]
        seats = [hit for hit in before if hit.form in {"seat", "capital", "city"}]
        if seats and any(hit.state and hit.state != seats[-1].state for hit in own):
            return seats[-1].last
        alone = len(before) == 1 and seats == before and seats[0].first == first
        if alone and seats[0].form != "seat" and first > 0 and self.words[first - 1].lower == "in":
            owned = self.words[seats[0].last].lower in POSSESSIVES
            return first if owned else seats[0].last
        return first

    def _owned_by(self, owner: OfficeHit, first: int, head: OfficeHead) -> bool:
        """ "The US president's envoy": one office, held under another."""
        stand_ins = self.data.host_words | self.data.guest_words | self.data.counterpart
        return (
            first == owner.last + 1
            and self.words[owner.last].lower in POSSESSIVES
            and head.kind in _SERVING_KINDS
            and head.head not in stand_ins
        )

    def _head_at(self, at: int) -> tuple[int, OfficeHead] | None:
        words, best, i = self.words, None, at
        key: list[str] = []
        if words[at].lower not in self.data.head_starts:
            return None
        while i < len(words) and len(key) < self.data.longest_head:
            if words[i].text not in HYPHENS:
                key.append(words[i].lower)
                head = self.data.heads.get(tuple(key))
                if head is not None:
                    best = (i + 1, head)
            i += 1
        if best and self._of_state_affairs(best):
            best = (at + 1, self.data.heads[(words[at].lower,)])
        if best and best[1].head == "general" and not words[at].capital:
            return None
        if best and self._of_a_house(best):
            return None
        if best and best[0] == at + 1 and given_title(words, at, self.data, self.starting):
            return None
        under = [word.lower for word in words[max(0, at - 2) : at]] == ["under", "the"]
        if best and best[1].head == "chair" and under:
            return None  # "under the chair of X": what X does
        return best

    def _of_a_house(self, best: tuple[int, OfficeHead]) -> bool:
        """ "The host country", "the guest house", "an Official Visit": a thing, and nobody."""
        last, head = best
        hosting = head.head in self.data.host_words | self.data.guest_words
        after = "".join(word.lower for word in self.words[last : last + 1])
        things = self.data.houses_of_guests if hosting else self.data.official_things
        return (hosting or head.head == "official") and after in things

    def _of_state_affairs(self, best: tuple[int, OfficeHead]) -> bool:
        """ "Minister of State Property": a minister whose field is the state's own."""
        last, head = best
        if head.head not in {"minister of state", "secretary of state"} or last >= len(self.words):
            return False
        word = self.words[last]
        return word.capital and word.lower in self.data.fields | {"security"}

    def _possessive(self, at: int) -> bool:
        """ "'s", or the apostrophe of "Maldives' president"."""
        plural = self.words[at - 1].lower.endswith("s")
        return self.words[at].lower in (OWNING if plural else POSSESSIVES)

    def _part_of_institution(self, matched: tuple[int, OfficeHead]) -> bool:
        """ "General" in "General Assembly": a weak head before an institution's word."""
        last, head = matched
        inside = head.weak and last < len(self.words) and self.complements.institutional(last)
        ranks = inside and self.complements.rank_of_name(last)
        return inside and not ranks and self.complements.without_of(last, head) == last

    def _ranks(self, at: int, matched: tuple[int, OfficeHead]) -> bool:
        """ "Assistant Minister", "Chief Security Adviser": a weak head that only ranks another."""
        last, head = matched
        if not head.weak or last != at + 1 or self.words[at].lower not in self.data.ranked:
            return False
        while last < len(self.words) and last not in self.starting:
            word = self.words[last]
            if self._head_at(last) is not None:
                return word.capital == self.words[at].capital
            if word.lower not in self.data.modifiers:
                return False
            last += 1
        return False

    def _left(self, at: int, floor: int) -> int:
        words, data, j = self.words, self.data, at
        owner, linking = None, {*POSSESSIVES, "of"}
        while j > floor:
            hit = self.ending.get(j)
            word = words[j - 1]
            if hit is not None and owner is not None and hit.form in {"capital", "city", "seat"}:
                break  # "received in Amman Dutch Foreign Minister X"
            if hit is not None and hit.first >= floor:
                j, owner = hit.first, hit
            elif (begin := before_letters(words, j)) < j and (
                begin in self.ending or self.complements.institutional(begin - 1)
            ):
                j = begin  # "Pacific Islands Forum (PIF) Chair"
            elif j - 1 in self.ending and self._possessive(j - 1):
                j = self.ending[j - 1].first
            elif (
                self._described(j - 1)
                or self.complements.institutional(j - 1)
                or self._initials(j - 1, at)
            ):
                j -= 1
            elif j - 2 >= floor and (
                (word.text in HYPHENS and words[j - 2].lower in data.modifiers)
                or (word.lower in linking and self.complements.institutional(j - 2))
                or (word.lower == "and" and self.complements.two_fields(j - 2, at))
            ):
                j -= 2
            else:
                break
        return self._of_nation(max(j, floor), floor, at)

    def _of_nation(self, first: int, floor: int, at: int) -> int:
        """Where "Israeli Alternate Prime Minister", "the Afghan High Council for Peace Chairman"
        begin: words of no list, capitalised like the head, between a nation and the office."""
        if first in self.starting or not self.words[at].capital or self.title_case:
            return first
        j = first
        while j > max(floor, first - _LONGEST_TITLE):
            hit = self.ending.get(j)
            inside = any(self.complements.institutional(i) for i in range(j, first))
            if hit is not None:
                near = first - j == 1 and self.words[j].capital
                return hit.first if (near or inside) and hit.form in _NATIONS else first
            word = self.words[j - 1]
            linking = word.lower in {"of", "for", "and", "on"}
            if not (linking or (word.capital and word.alphabetic)) or self._head_at(j - 1):
                return first
            j -= 1
        return first

    def _more_states(self, first: int, floor: int) -> int:
        """Where "French, German and Thai counterparts" begins, ``first`` being at "Thai"."""
        words, joined = self.words, {"and"}
        nation = self.starting.get(first)
        while nation is not None and nation.form in _NATIONS:
            before = self.ending.get(first - 1)
            if before is None or before.first < floor or words[first - 1].lower not in joined:
                break
            nation, first, joined = before, before.first, {","}
        return first

    def _initials(self, i: int, at: int) -> bool:
        """A body by its initials before a capitalised head: "CIA Director", "EEAS Director"."""
        word = self.words[i]
        short = word.text.isupper() and word.alphabetic and 2 < len(word.text) < 7
        titled = (word.lower,) in self.data.honorifics  # "HRH Prince X"
        return short and self.words[at].capital and not (titled or self.words[at].text.isupper())

    def _described(self, i: int) -> bool:
        """A modifier of offices, or a plain adjective after an article ("the diplomatic ...")."""
        word = self.words[i]
        if word.lower == "under" and not word.capital:
            return False  # "the team, under presidential aide X"
        if word.lower in self.data.modifiers:
            return True
        if word.capital and word.lower in self.data.fields and not self.title_case:
            return self.words[i + 1].capital
        article = i > 0 and self.words[i - 1].lower in {"the", "a", "his", "her", "'s", ","}
        return article and word.lower in self.common and word.text.endswith(_ADJECTIVAL)

    def _right(self, last: int, head: OfficeHead) -> int:
        end = self._through_complement(last, head)
        charge = [word.lower for word in self.words[end : end + 3]]
        if charge == ["in", "charge", "of"]:  # "Minister in charge of Climate"
            task = self.complements.end(end + 2)
            return task if task > end + 2 else end
        return end

    def _through_complement(self, last: int, head: OfficeHead) -> int:
        words, data = self.words, self.data
        if (
            last + 1 < len(words)
            and words[last].text in HYPHENS
            and words[last + 1].lower in data.coming
        ):
            last += 2
        if head.head in data.host_words | data.guest_words | data.counterpart:
            return self.complements.from_state(last)
        sends = head.kind in _SENT_KINDS or "secretary" in head.head.split()
        if sends and last < len(words) and words[last].lower in data.sent_openers:
            return self.complements.end(last)
        if head.kind == "diplomat" and self._posted_in(last):
            return self.starting[last + 1].last
        if head.kind == "diplomat" and (sent := self.complements.sent_from(last)):
            return sent
        last = self.complements.without_of(last, head)
        last = self._more_of_portfolio(self._in_brackets(last, head), head)
        if charge := self.complements.charge(last):
            return self.complements.end(last + charge - 1)
        if last < len(words) and words[last].lower in data.housed and self._body_near(last):
            return self.complements.end(last)
        if last < len(words) and words[last].lower in data.openers:
            end = self._posted(self.complements.end(last), head)
            if head.kind == "diplomat" and end > last and end < len(words) and self._posted_in(end):
                return self.starting[end + 1].last  # "Ambassador of China in Sri Lanka X"
            return end
        return last

    def _in_brackets(self, last: int, head: OfficeHead) -> int:
        """The end of "Secretary (East)": part of the world or of the work, behind a secretary."""
        words = self.words
        opens = last < len(words) and words[last].text == "(" and head.head == "secretary"
        end = next((i for i, w in enumerate(words[: last + 6]) if w.text == ")" and i > last), 0)
        named = all(w.capital or not w.alphabetic for w in words[last + 1 : end])
        return end + 1 if opens and end and named else last

    def _posted_in(self, last: int) -> bool:
        """ "Ambassador in Beijing X": a place, then a name."""
        hit = self.starting.get(last + 1)
        if hit is None or self.words[last].lower != "in" or hit.last >= len(self.words):
            return False
        at = hit.last + int(self.words[hit.last].text == ",")
        after = self.words[min(at, len(self.words) - 1)]
        return after.capital and after.alphabetic and after.lower not in self.common

    def _body_near(self, opener: int) -> bool:
        """Whether a ministry or another house of officials follows: "at the Ministry of ..."."""
        near = self.words[opener + 1 : opener + 5]
        return any(word.capital and word.lower in self.data.houses for word in near)

    def _more_of_portfolio(self, last: int, head: OfficeHead) -> int:
        """The end of "Minister of Foreign Affairs and Trade" behind a head of several words."""
        words, at = self.words, last
        if not {"of", "for"} & set(head.head.split()):
            return last
        while at + 1 < len(words) and words[at].lower in {"and", ",", "&"}:
            hit = self.starting.get(at + 1)
            begin = hit.last if hit is not None and self.complements.own_people(at + 1) else at + 1
            known = begin < len(words) and words[begin].capital and self.complements.known(begin)
            if not known or self._head_at(begin) is not None:
                break
            at = last = begin + 1
            while last < len(words) and words[last].capital and self.complements.known(last):
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
        return self.complements.end(last) if at in self.starting else last

    def _hit(self, first: int, head_at: int, last: int, end: int, head: OfficeHead) -> OfficeHit:
        data, words = self.data, self.words
        before = [word.lower for word in words[first:head_at]]
        while (
            first < head_at
            and first not in self.starting
            and words[first].lower
            in (data.former | data.late | data.coming | {"then", "visiting", "current", "new"})
        ):
            first += 2 if first + 1 < head_at and words[first + 1].text in HYPHENS else 1
        state, organization = owner_of(
            self.words, self.starting, (first, head_at), (last, end), self._head_at
        )
        state = state or data.states.get(head.head)
        phrase = OfficePhrase(
            start=words[first].start,
            end=words[end - 1].end,
            text="",
            head=head.head,
            kind=kind_of(
                head, words[first:head_at], words[last:end], self._named(first, end), data
            ),
            state=state,
            organization=organization,
            weak=head.weak and not self._has_company(first, head_at, last, end),
            plural=head.plural,
            states=self._owning(first, head_at) if head.plural else (),
            former=any(word in data.former for word in before),
            late=any(word in data.late for word in before),
            coming=any(word in data.coming for word in before)
            or any(word.lower in {"elect", "designate"} for word in words[last:end]),
        )
        return OfficeHit(first, end, phrase, bare=end == last)

    def _named(self, first: int, end: int) -> set[int]:
        """The offsets of the words that name states and organizations."""
        hits = [self.starting[i] for i in range(first, end) if i in self.starting]
        return {w.start for hit in hits for w in self.words[hit.first : hit.last]}

    def _owning(self, first: int, head_at: int) -> tuple[str, ...]:
        """The states named before a plural head, where they are several."""
        inside = (self.starting.get(i) for i in range(first, head_at))
        found = [hit.state for hit in inside if hit is not None and hit.state]
        return tuple(found) if len(found) > 1 else ()

    def _has_company(self, first: int, head_at: int, last: int, end: int) -> bool:
        inside = range(first, end)
        return (
            any(i in self.starting for i in inside)
            or any(self.complements.institutional(i) for i in inside)
            or any(self.words[i].lower in self.data.portfolio for i in range(first, head_at))
        )
