"""What an office is of: the complement behind its head, "of the Council of Ministers of Laos"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from communique.knowledge.offices import OfficeHead, OfficeWords
from communique.knowledge.states import load_seats
from communique.knowledge.words import common_words
from communique.language.gazetteer import Hit
from communique.language.scanning import Word, past_letters
from communique.language.superiors import Superiors

HYPHENS = frozenset("-‐‑–")
POSSESSIVES = frozenset({"'s"})
# A bare apostrophe ends plural owners: "the Workers' Party".
OWNING = POSSESSIVES | frozenset("'\u2019")

_LONGEST_GLOSS = 5

HeadAt = Callable[[int], "tuple[int, OfficeHead] | None"]


@cache
def _states_of_seats() -> dict[str, frozenset[str]]:
    """The states with a seat of that name, in small letters."""
    found: dict[str, frozenset[str]] = {}
    for seat in load_seats():
        for name in (seat.name, *seat.other_names):
            found[name.lower()] = found.get(name.lower(), frozenset()) | frozenset(seat.states)
    return found


class Complements:
    """Reads the complements of offices in one sentence's words."""

    def __init__(
        self, words: Sequence[Word], starting: Mapping[int, Hit], data: OfficeWords,
        title_case: bool, head_at: HeadAt, superiors: Superiors,
    ) -> None:  # fmt: skip
        """``starting`` are the places by first word; ``head_at`` reads the head at a word."""
        self.words = words
        self.starting = starting
        self.data = data
        self.title_case = title_case
        self.common = common_words()
        self.head_at = head_at
        self.superiors = superiors

    def end(self, opener: int) -> int:
        """The end of the complement that opens at ``opener``, ``opener`` itself without one."""
        words, data = self.words, self.data
        good, at = opener, opener + 1
        while at < len(words) and not (good == at > opener + 1 and self._name_at(at)):
            word, hit = words[at], self.starting.get(at) if not self._elsewhere(at) else None
            above = self.superiors.of_side if hit is not None else self.superiors.of_party
            under = self._unlike(opener, above(at) if good == opener else None)
            if hit is not None and under is None:
                if good == at and at != opener + 1 and hit.form in {"capital", "city"}:
                    break  # "Ambassador of Syria Riyad Haddad"
                at = good = self._past_short_form(hit.last)
            elif members := self._members(at):
                at = good = members
            elif under is not None or self._another_office(at):
                housed = good > opener and words[good - 1].lower in data.houses
                serves = good == opener or housed
                begin, head = (good, at) if housed else (opener, under or at)
                nested = self.superiors.end(at, begin, head, housed=housed) if serves else None
                house = self._house_of(nested) if nested else 0
                if not house:
                    return self._tasked(nested) if nested else good
                at = good = house
            elif good == at and self._gloss(at):
                at = self._gloss(at)
            elif good == at and self.charge(at):
                at += self.charge(at)
            elif word.lower in POSSESSIVES and good == at and self._owned_body(at):
                at = good = self._owned_body(at)
            elif linking := self._linking(at, good):
                at += linking
            elif self._part(at) or (good == opener and self._lone_unknown(opener, at)):
                at = good = at + 1
            else:
                break
        return good

    def _unlike(self, opener: int, under: int | None) -> int | None:
        """ "Sultan of Brunei Sultan X": the second is the name's own title, nobody's superior."""
        if under is not None and self.words[under].lower == self.words[opener - 1].lower:
            return None
        return under

    def _gloss(self, at: int) -> int:
        """The end of "(upper house)" in "Speaker of the Senate (upper house) of Chile", else 0."""
        end = at + 1
        while end < len(self.words) and self.words[end].alphabetic and end - at < _LONGEST_GLOSS:
            end += not self.words[end].capital or _LONGEST_GLOSS
        behind = [word.lower for word in self.words[end : end + 2]]
        return end + 1 if self.words[at].text == "(" and behind == [")", "of"] else 0

    def _past_short_form(self, at: int) -> int:
        """Behind "(UAE)" in "the United Arab Emirates (UAE) Armed Forces", where more follows."""
        end = past_letters(self.words, at)
        more = end > at and end < len(self.words) and self.known(end) and self.words[end].capital
        return end if more else at

    def _linking(self, at: int, good: int) -> int:
        """How many words at ``at`` link what stands before to more of the complement."""
        word, after = self.words[at], min(at + 1, len(self.words) - 1)
        if word.text == "," and good == at and self._last_of_list(at):
            return 2
        links = (
            word.lower in {"the", "of", "for", "&"}
            or (word.lower in self.data.owners and self.institutional(after))
            or (word.lower == "and" and self._joins(at, good))
            or (word.lower == "on" and good == at and self._charged_with(at))
            or (word.lower in OWNING and good == at and self._inside_institution(at))
            or ((word.text == "," or word.text in HYPHENS) and self._listed(at))
            or (word.text in HYPHENS and good == at and self._of_two_states(at))
        )
        return int(links)

    def _charged_with(self, at: int) -> bool:
        """ "Commission on External Relations": a body of a capitalised name and its field."""
        after = min(at + 1, len(self.words) - 1)
        return self.institutional(at - 1) and self.words[after].capital and self.known(after)

    def _of_two_states(self, at: int) -> bool:
        """ "Head of the France-Armenia Friendship Group": two states joined before a body."""
        hit = self.starting.get(at + 1)
        behind = self.words[hit.last : hit.last + 2] if hit is not None else []
        return any(w.capital and w.lower in self.data.institutions for w in behind)

    def _part(self, at: int) -> bool:
        """Whether the word at ``at`` can be part of what an office is of."""
        common = self.words[at].capital and self._common_capital(at)
        return (self.known(at) and not self._elsewhere(at)) or common or self._called(at)

    def _members(self, at: int) -> int:
        """The end of "Ministers" in "the Council of Ministers", 0 where nothing of it stands."""
        inside = at > 1 and self.words[at - 1].lower == "of" and self.institutional(at - 2)
        found = self.head_at(at) if inside else None
        return found[0] if found is not None and found[1].plural else 0

    def _name_at(self, at: int) -> bool:
        """ "President of Botswana Duma Boko"; "Chief of Defence Staff of Peru General X"."""
        return at in self.superiors.leaders or self.rank_of_name(at)

    def rank_of_name(self, at: int) -> bool:
        """Whether a rank stands at ``at``, and behind it a name: "Senior General X"."""
        words, titles = self.words, self.data.honorifics
        if at >= len(words):
            return False  # the sentence ends here: "the Ambassador from Peru"
        sizes = [n for n in (3, 2) if tuple(w.lower for w in words[at : at + n]) in titles]
        if not sizes and words[at].lower not in self.data.ranks:
            return False
        end = at + (sizes[0] if sizes else 1)
        behind = words[end] if end < len(words) and words[at].capital else None
        named = behind is not None and behind.capital and behind.alphabetic
        return named and not self.known(end) and self.head_at(end) is None

    def without_of(self, last: int, head: OfficeHead) -> int:
        """The end of "Chairman Joint Chiefs of Staff Committee", "Director General South Asia":
        the body behind its head, nothing between them, where a name follows; else ``last``."""
        if head.head not in self.data.led_without_of or self.title_case:
            return last
        end = self._body_from(last)
        named = end < len(self.words) and self.words[end].capital and self.words[end].alphabetic
        several = end > last + 1
        return end if end > last and (named or several or self._closed(end)) else last

    def _body_from(self, at: int) -> int:
        """The end of the capitalised words of a body at ``at``, none of them a name's rank."""
        end = at
        while at < len(self.words) and not self.rank_of_name(at):
            word = self.words[at]
            part = word.capital and (self.known(at) or word.lower in self.data.ranked)
            if not part and not (word.lower == "of" and at == end > 0):
                break
            at += 1
            end = at if part else end
        return end

    def _closed(self, at: int) -> bool:
        return at >= len(self.words) or self.words[at].text in {",", "."}

    def _house_of(self, end: int) -> int:
        """The end of "'s Office" behind "Secretary of the Prime Minister", 0 without it."""
        owned = end < len(self.words) and self.words[end].lower in POSSESSIVES
        at = end + owned
        house = at < len(self.words) and self.words[at].capital
        return at + 1 if house and self.words[at].lower in self.data.houses else 0

    def _tasked(self, end: int) -> int:
        """The end of "for Z" behind "envoy of the President of Y", ``end`` without one."""
        task = end < len(self.words) and self.words[end].lower in {"for", "on"}
        return self.end(end) if task else end

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
        """A possessive inside a name: "the People's Revolutionary Party"; or behind the state that
        has the institution: "of Oman's Shura Council", "of Israel's Knesset"."""
        after = at + 1 < len(self.words) and self.institutional(at + 1)
        owned = any(hit.last == at and hit.state for hit in self.starting.values())
        if owned and at + 1 in self.starting:
            return self.starting[at + 1].form == "seat"
        return after and (owned or self.institutional(at - 1))

    def _another_office(self, at: int) -> bool:
        found = self.head_at(at)
        if found is None:
            return False
        return not found[1].weak or self.words[at].lower not in self.data.institutions

    def _called(self, at: int) -> bool:
        """A name of its own before an institution's word: "the Chechen Republic", "the CPC
        Central Committee"."""
        words = self.words
        if at + 1 >= len(words) or not words[at].capital or not self.institutional(at + 1):
            return False
        known = self.head_at(at) is not None or words[at].lower in self.common
        return not known and (words[at].text.isupper() or words[at - 1].lower == "the")

    def _joins(self, at: int, good: int) -> bool:
        """Whether "and" at ``at`` goes on with the complement rather than with a new party."""
        if good != at or at + 1 >= len(self.words):
            return False
        the = self.words[at + 1].lower == "the" and at + 2 < len(self.words)
        if the and self.words[at + 2].capital and self.known(at + 2):
            at += 1  # "Finance and the Public Service"
        after = self.words[at + 1]
        if at + 1 in self.starting:
            return self.own_people(at + 1)
        if any(self.head_at(i) is not None for i in self._past_modifiers(at + 1)):
            return False
        known = self.known(at + 1) or self._common_capital(at + 1)
        return after.lower in self.data.portfolio or (after.capital and known)

    def _past_modifiers(self, at: int) -> Iterator[int]:
        """The word at ``at`` and, as long as only ranks stand between, those that follow."""
        while at < len(self.words):
            yield at
            if self.words[at].lower not in self.data.ranked:
                return
            at += 1

    def own_people(self, at: int) -> bool:
        """ "Emigration and Egyptian Expatriates": a nationality before a word of portfolios."""
        last = self.starting[at].last
        return last < len(self.words) and self.known(last) and self.words[last].capital

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
        if at + 2 >= len(words) or not self.known(at + 1):
            return False
        if words[at].text in HYPHENS:
            return True
        return any(word.lower == "and" for word in words[at + 2 : at + 6]) and words[at + 1].capital

    def _last_of_list(self, at: int) -> bool:
        """ "Democracy, Human Rights, and Labor": a field behind a comma and "and", no office."""
        words, begin = self.words, at + 2
        if begin >= len(words) or words[at + 1].lower != "and" or not words[begin].capital:
            return False
        office = any(self.head_at(i) for i in range(begin, min(begin + 3, len(words))))
        return self.known(begin) and not office

    def known(self, at: int) -> bool:
        """Whether the word at ``at`` is one of institutions or portfolios."""
        word = self.words[at]
        field = word.capital and word.lower in self.data.fields
        return field or word.lower in self.data.institutions | self.data.portfolio

    def from_state(self, last: int) -> int:
        """The end of "counterpart from the Czech Republic", ``last`` where no state follows."""
        at = last + 1
        if last < len(self.words) and self.words[last].lower == "from":
            the = at < len(self.words) and self.words[at].lower == "the"
            hit = self.starting.get(at + the)
            return hit.last if hit is not None and hit.state else last
        return last

    def sent_from(self, last: int) -> int:
        """The end of "from Peru" in "the Ambassador from Peru, Ms X", 0 where no name follows."""
        end = self.from_state(last)
        at = end + (end < len(self.words) and self.words[end].text == ",")
        address = at < len(self.words) and (self.words[at].lower,) in self.data.honorifics
        title = " ".join(word.lower for word in self.words[at : at + 2])
        address = address or tuple(title.split()) in self.data.honorifics
        return end if end > last and (address or (at == end and self._name_at(at))) else 0

    def charge(self, at: int) -> int:
        """How many words at ``at`` open what an office has in its charge: "in charge of"."""
        for words in self.data.charges:
            if tuple(w.lower for w in self.words[at : at + len(words)]) == words:
                return len(words)
        return 0

    def _lone_unknown(self, opener: int, at: int) -> bool:
        """One unknown capitalised word after "of": "Governor of Tatarstan"."""
        words = self.words
        if words[opener].lower != "of" or not words[at].capital:
            return False
        return at + 1 >= len(words) or not words[at + 1].capital

    def two_fields(self, at: int, head: int) -> bool:
        """Whether "and" joins two fields of one minister, the first at ``at``: "Foreign Affairs and
        Trade Minister", unlike "Foreign and Defence Ministers"."""
        field, office = self.words[at], self.words[head]
        one = office.capital and not office.lower.endswith("s") and not self.title_case
        return one and field.capital and field.lower in self.data.portfolio

    def institutional(self, i: int) -> bool:
        """Whether the word at ``i`` is a capitalised one of an institution's name."""
        word = self.words[i]
        return word.capital and word.lower in self.data.institutions and not self._elsewhere(i)

    def _elsewhere(self, i: int) -> bool:
        """ "President of Botswana Duma Boko": a seat of another state than the one before it, and
        here a name."""
        before = {hit.state for hit in self.starting.values() if hit.last == i and hit.state}
        seats = _states_of_seats().get(self.words[i].lower, frozenset())
        return bool(before and seats) and not before & seats
