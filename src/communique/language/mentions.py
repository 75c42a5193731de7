"""Finds the mentions of one sentence: states, organizations, dates, offices, persons, names.

Longest and best anchored first: places and organizations, then office phrases over them, then the
names that stand beside offices, then names of known leaders, then other capitalised names.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from communique.knowledge.offices import OfficeWords
from communique.language.annotations import Mention, MentionKind, OfficePhrase
from communique.language.appositions import Appositions
from communique.language.gazetteer import Hit, find_hits
from communique.language.given_names import without_given_names
from communique.language.known_names import KnownNames
from communique.language.name_lists import NameLists, chains, singular
from communique.language.named_offices import NamedOffices
from communique.language.names import HYPHENS, NameReader, named_things, past_letters_behind
from communique.language.offices import OfficeFinder, OfficeHit
from communique.language.scanning import descents, is_title_case, past_letters, tells, words_of
from communique.language.stacked_offices import Stacking
from communique.language.superiors import named_behind

_WHO_IS = frozenset({"who", "is", "also", "currently", "now", "concurrently"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our"})


class MentionFinder:
    """Finds mentions in one sentence."""

    def __init__(
        self,
        text: str,
        offset: int,
        data: OfficeWords,
        dates: Sequence[tuple[int, int]] = (),
    ) -> None:
        """``text`` is the sentence, ``offset`` its start in the page, ``dates`` page offsets."""
        self.text = text
        self.offset = offset
        self.data = data
        self.words = words_of(text, offset)
        self.title_case = is_title_case(self.words)
        self.taken: set[int] = set()
        self._letters: set[int] = set()  # behind names, as "MP"
        self._forebears: set[int] = set()
        self.mentions: list[Mention] = []
        self._places: dict[int, Hit] = {}
        self._apposing = Appositions(self.words, data, self._places, self._claimed)
        self._leading: set[int] = set()
        for start, end in dates:
            self.taken |= {i for i, w in enumerate(self.words) if start <= w.start < end}

    def find(self) -> list[Mention]:
        """All mentions in order of the text, none overlapping another."""
        hits = [
            hit
            for hit in find_hits(self.text, self.offset, self.words)
            if not self._taken(hit.first, hit.last)
        ]
        leaders = KnownNames(self.words, text=self.text, offset=self.offset)
        known = leaders.find(self.taken, self.data.named_things)
        hits = [hit for hit in hits if not self._inside(hit, known)]
        hits = without_given_names(self.words, hits, self.data)
        self._leading = leaders.leading(known)
        offices = OfficeFinder(self.words, hits, self.data, self.title_case, self._leading).find()
        self._forebears = descents(self.words)
        offices = [one for one in offices if one.first not in self._forebears]
        self.taken |= self._forebears
        for hit in hits:
            self.taken |= set(range(hit.first, hit.last))
        self._places |= {hit.first: hit for hit in hits}
        self._bind(offices, dict(known))
        reader = NameReader(self.words, self.data, self.taken, self.title_case)
        for first, last in known:
            if not self._claimed(first):
                self._add_person([], reader.address_before(first), last, first, last)
        self._honorific_names({office.first for office in offices})
        self._add_hits(hits)
        offices = [one for one in offices if one.first not in self._letters]  # "X MP"
        self._apposed_offices(offices)
        for office, first, last in self._behind_superiors(offices):
            self._add_person([replace(office.phrase)], first, last, first, last)
        self._add_offices(offices)
        self._other_names()
        self.mentions.sort(key=lambda mention: mention.start)
        return self.mentions

    @staticmethod
    def _inside(hit: Hit, known: Sequence[tuple[int, int]]) -> bool:
        return any(first <= hit.first and hit.last <= last for first, last in known)

    # offices with names

    def _bind(self, offices: list[OfficeHit], known: dict[int, int]) -> None:
        naming = self._naming(known)
        bound: set[int] = set()
        stacking = Stacking(self.words, self.data, self.mentions)
        titles = {o.first for o in offices if o.phrase.kind == "royal" and not o.phrase.plural}
        for index, office in enumerate(offices):
            titled = office.last in titles  # "Defence Minister Prince X" is Prince X
            name = None if titled else naming.name_of(office)
            behind = name is not None and stacking.of_name_before(offices, index, name[1])
            if name is None or behind or (office.phrase.plural and naming.common(name)):
                bound |= {index} if self._of_several(office, naming) else set()
                continue
            stack = stacking.of(offices, index, bound)
            bound |= set(stack)
            first = offices[stack[0]].first
            begin, end = name
            more = self._more_names(naming, end) if office.phrase.plural else []
            states = office.phrase.states if len(office.phrase.states) == len(more) + 1 else ()
            if states:
                office.phrase.state = states[0]  # "his U.S. and Japanese counterparts, X and Y"
            self._add_person([offices[i].phrase for i in stack], first, end, begin, end)
            of_state = NameLists(self.words, self._places).own_words(office)
            if states and of_state:
                office.phrase.text = of_state
            one = (
                office.phrase.state if office.bare else None
            )  # "their Chilean counterparts, X and Y"
            for state, (at, last) in zip(states[1:] or [one] * len(more), more, strict=True):
                copy = replace(office.phrase, state=state, organization=None)
                self._add_person([copy], at, last, at, last)
                copy.text = of_state if states and of_state else copy.text
            if office.phrase.plural and not more:
                lists = NameLists(self.words, self._places)
                for turn in lists.in_turn(end, naming.name_at):
                    self._add_in_turn(office, *turn)
        offices[:] = [office for i, office in enumerate(offices) if i not in bound]

    def _naming(self, known: dict[int, int]) -> NamedOffices:
        return NamedOffices(
            self.words, self.data, self.taken, title_case=self.title_case, known=known,
            leading=self._leading,
        )  # fmt: skip

    def _more_names(self, naming: NamedOffices, end: int) -> list[tuple[int, int]]:
        """Further names under a plural office: "Presidents X, Y and Z", "X of A and Y of B"."""
        lists = NameLists(self.words, self._places)
        found: list[tuple[int, int]] = []
        while True:
            at = lists.past_separator(lists.past_state(end))
            name = naming.name_at(at) if at is not None else None
            if name is None:
                return found
            found.append(name)
            end = name[1]

    def _of_several(self, office: OfficeHit, naming: NamedOffices) -> bool:
        """ "The prime ministers of A and B, X and Y": each name has the state of its turn."""
        if not office.phrase.plural or not office.phrase.state:
            return False
        lists = NameLists(self.words, self._places)
        more, at = lists.states(office.last)
        if office.phrase.states:
            more, at = list(office.phrase.states[1:]), office.last
        names: list[tuple[int, int]] = []
        begin = lists.past_separator(at) if more else None
        while begin is not None and (name := naming.name_at(begin)):
            names.append(name)
            begin = lists.past_separator(name[1])
        states = [office.phrase.state, *more]
        if not more or len(names) != len(states):
            return False
        for (first, last), state in zip(names, states, strict=True):
            self._add_in_turn(office, state, first, last)
        return True

    def _add_in_turn(self, office: OfficeHit, state: str, first: int, last: int) -> None:
        copy = replace(office.phrase, state=state)
        self._add_person([copy], first, last, first, last)
        copy.text = copy.head.title()

    def _apposed_offices(self, offices: list[OfficeHit]) -> None:
        """Offices after a name: "X, the Prime Minister of Y,"; "X (President of Y)"."""
        people = {self._index(m.end): m for m in self.mentions if m.kind is MentionKind.PERSON}
        reader = NameReader(self.words, self.data, self.taken, self.title_case)
        left: list[OfficeHit] = []
        for chain in chains(offices, self.words):
            at = chain[0].first
            while self._before(at) in self.data.coming | self.data.behind_offices | HYPHENS:
                at -= 1  # "X, the new Ambassador of Y", "X, the newly-appointed one"
            if at and self.words[at - 1].lower in _ARTICLES - {"his", "her", "their"}:
                at -= 1
            comma = self._past_relative(at) - 1
            plural = any(office.phrase.plural for office in chain)
            if comma < 1 or self.words[comma].text not in {",", "("} or plural:
                left += chain
                continue
            person = people.get(comma) or self._bare_name_before(comma, reader)
            self._apposing.lengthen(chain[-1])
            last = past_letters(self.words, chain[-1].last)
            fits = person is not None and self._apposing.fits(person, chain[0], last, people)
            told = self._past_relative(at) < at and tells(self.words, last)
            if person is None or not (fits or told):
                left += chain
                continue
            person.offices += [office.phrase for office in chain]
            person.end = self.words[last - 1].end
            person.text = self._slice(person.start, person.end)
            for office in chain:
                self._fill(office.phrase)
            self.taken |= set(range(at, last))
        offices[:] = left

    def _past_relative(self, at: int) -> int:
        """Where "who is also" begins in "X, who is also the Ambassador of Y", else ``at``."""
        first = at
        while first and self.words[first - 1].lower in _WHO_IS:
            first -= 1
        return first if first < at and self.words[first].lower == "who" else at

    def _before(self, at: int) -> str:
        return self.words[at - 1].lower if at else ""

    def _behind_superiors(self, offices: Sequence[OfficeHit]) -> list[tuple[OfficeHit, int, int]]:
        people = [m for m in self.mentions if m.kind is MentionKind.PERSON]
        lists = NameLists(self.words, self._places)
        ends = {m.start: lists.past_state(self._index(m.end)) for m in people}
        return named_behind(self.words, offices, ends, self._naming({}).name_at, self._leading)

    def _bare_name_before(self, comma: int, reader: NameReader) -> Mention | None:
        for begin in range(max(0, comma - 5), comma - 1):
            if reader.unanchored(begin) == comma:
                return self._add_person([], begin, comma, begin, comma)
        return None

    def _honorific_names(self, offices: Collection[int]) -> None:
        """ "Mr Mishustin", "Comrade To Lam": names that only a form of address introduces; behind
        one may stand an office alone ("HRH Crown Prince"), those that begin at ``offices``."""
        reader = NameReader(self.words, self.data, self.taken, self.title_case)
        things = named_things(self.words, self.data)  # "Sir X International Airport"
        at = 0
        while at < len(self.words):
            if self.words[at].lower not in reader.opening:
                at += 1
                continue
            begin = reader.skip_honorifics(at)
            inside = any(start <= self.words[at].start < end for start, end in things)
            if begin == at or self._claimed(at) or begin in offices or inside:
                at += 1
                continue
            end = reader.anchored(begin)
            address = " ".join(word.lower for word in self.words[at:begin])
            if end is not None and (len(address) > 2 or end - begin >= 1) and address != "he":
                self._add_person([], at, end, begin, end)
            at = max(end or begin, at + 1)

    # adding

    def _add_person(
        self, offices: list[OfficePhrase], first: int, last: int, begin: int, end: int
    ) -> Mention:
        for office in offices:
            self._fill(office)
        if last == end:
            last = past_letters_behind(self.words, end, self.data)
            while last in self._forebears:
                last += 1
            self._letters |= set(range(end, last))
        start, stop = self.words[first].start, self.words[last - 1].end
        mention = Mention(
            MentionKind.PERSON, start, stop, self._slice(start, stop), offices=list(offices),
            name_start=self.words[begin].start, name_end=self.words[end - 1].end,
        )  # fmt: skip
        address = {word.lower for word in self.words[first:begin]} | {o.head for o in offices}
        mention.gender = (
            "f" if address & self.data.female else "m" if address & self.data.male else None
        )
        self.taken |= set(range(first, last))
        self.mentions.append(mention)
        return mention

    def _add_hits(self, hits: Sequence[Hit]) -> None:
        covered = self._covered()
        for hit in hits:
            if covered[self.words[hit.first].start - self.offset]:
                continue
            start, end = self.words[hit.first].start, self.words[hit.last - 1].end
            self.mentions.append(
                Mention(
                    hit.kind, start, end, self._slice(start, end), form=hit.form, state=hit.state,
                    organization=hit.organization, city=hit.city, candidates=hit.candidates,
                )
            )  # fmt: skip

    def _add_offices(self, offices: Sequence[OfficeHit]) -> None:
        for office in offices:
            before = self.words[office.first - 1].lower if office.first else ""
            possessed = before in {"his", "her", "their"}
            standing = before == "'s" or (before == "the" and self._stands_alone(office))
            if office.phrase.weak and not possessed and not standing:
                continue
            NameLists(self.words, self._places, offices).extend(office)
            self._fill(office.phrase)
            start, end = office.phrase.start, office.phrase.end
            self.mentions = [
                m for m in self.mentions if m.end <= start or m.start >= end
                or m.kind is MentionKind.PERSON
            ]  # fmt: skip
            if any(m.start < end and start < m.end for m in self.mentions):
                continue
            self.mentions.append(
                Mention(
                    MentionKind.OFFICE, start, end, self._slice(start, end),
                    offices=[office.phrase],
                )
            )  # fmt: skip
            self.taken |= set(range(office.first, office.last))

    def _stands_alone(self, office: OfficeHit) -> bool:
        """Whether "the guest", "the leader", "the Secretary" can mean somebody without more."""
        data = self.data
        capital = self._slice(office.phrase.start, office.phrase.end)[0].isupper()
        return (capital and not self.title_case) or office.phrase.head in (
            data.leader_words | data.host_words | data.guest_words | data.counterpart
        )

    def _other_names(self) -> None:
        reader = NameReader(self.words, self.data, self.taken, self.title_case)
        covered, at = self._covered(), 0
        while at < len(self.words):
            claimed = covered[self.words[at].start - self.offset]
            end = None if claimed else reader.unanchored(at)
            if end is None or reader.skip_honorifics(at) >= end:
                at += 1
                continue
            start, stop = self.words[at].start, self.words[end - 1].end
            self.mentions.append(
                Mention(
                    MentionKind.NAME, start, stop, self._slice(start, stop),
                    name_start=start, name_end=stop,
                )
            )  # fmt: skip
            at = end

    def _fill(self, office: OfficePhrase) -> None:
        office.text = self._slice(office.start, office.end)
        if office.plural:
            office.printed = office.text
            office.text = singular(office, self.data)

    def _slice(self, start: int, end: int) -> str:
        return self.text[start - self.offset : end - self.offset]

    def _index(self, end: int) -> int:
        """The index of the first word at or after offset ``end``."""
        return next((i for i, w in enumerate(self.words) if w.start >= end), len(self.words))

    def _taken(self, first: int, last: int) -> bool:
        return any(i in self.taken for i in range(first, last))

    def _covered(self) -> bytearray:
        """Which letters stand in mentions: one look at all of them, however many there are."""
        covered = bytearray(len(self.text))
        for one in self.mentions:
            first, last = one.start - self.offset, one.end - self.offset
            covered[first:last] = b"\1" * (last - first)
        return covered

    def _claimed(self, i: int) -> bool:
        at = self.words[i].start
        return any(m.start <= at < m.end for m in self.mentions)
