"""Whose an official is where the office names no state.

First the words around the name ("X of Latvia", "its ambassador", "President A and Defence
Minister B", "accompanied by"), in rounds until nothing is added; then what the page takes for
granted: its outlet's state, its dateline's, that of the leaders it does not introduce.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from communique.knowledge.offices import OfficeWords
from communique.knowledge.references import ReferenceWords
from communique.knowledge.states import scan
from communique.language.annotations import (
    Mention,
    MentionKind,
    OfficePhrase,
    Person,
    Sentence,
)
from communique.language.destinations import destinations, foremost
from communique.language.met_there import met_there
from communique.language.other_holders import fits
from communique.language.page_states import lead_state, own_state
from communique.language.people import LEADER_KINDS
from communique.language.royal_names import settle_houses
from communique.language.surnames import body_of_state

# What a person's state rests on where no words beside the name tell it.
GUESSES = frozenset(
    {"outlet", "dateline or outlet", "the page's first person", "the page's leaders",
     "the page's states"}
)  # fmt: skip

# "of Malta", "of the Standing Committee of the Senate of Malta", "(Malta".
_OF = re.compile(r"(?: of (?:the )?(?:(?:[A-Z][\w'’-]+ )+(?:of|for) (?:the )?)*| \()$")
_OF_WHOM = re.compile(r" (?:of|to) (?:the )?$")
# What parts the members of a list of office-holders.
_LISTED = re.compile(
    r"(?:[,;]|,? and|,? as well as|,? &|[,;] and)(?: by| with)?(?: the)? "
    r"(?:[A-Z][\w. ]{1,12}\.? )?$"
)
_OWNER = re.compile(r"\b(?P<word>his|her|its|their)(?: own)? $", re.IGNORECASE)
_IN_PLACE = re.compile(r"^(?:In|From) (?P<place>.+), (?:the )?$")
_PLACE_FORMS = frozenset({"name", "capital", "seat", "city"})
_NAMED_FORMS = frozenset({"name", "seat", "demonym", "capital"})
_ENTITIES = frozenset({MentionKind.STATE, MentionKind.PLACE})
_BEARERS = frozenset({MentionKind.PERSON, MentionKind.OFFICE})
_RANKED = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
# How many words before a state's name may stand the body that is of it: "a delegation of the".
_BODY_BEFORE = 5


def settle_states(
    people: Sequence[Person],
    sentences: Sequence[Sentence],
    home: str | None,
    press: str | None,
    data: OfficeWords,
    words: ReferenceWords,
    day: date | None = None,
) -> None:
    """Give persons without a state the one that the page shows or takes for granted.

    ``home`` is the state of the dateline, ``press`` that of the outlet where it is known.
    """
    settle_houses(people)
    settler = _Settler(people, sentences, data, words, day)
    while settler.round():
        pass
    settler.opposite([s for s in (press, home) if s])
    settler.all_of(press, "outlet")
    settler.all_of(home, "dateline or outlet")
    if not home:
        settler.all_of(lead_state(people), "the page's first person", leaders=False)
        settler.all_of(own_state(people), "the page's leaders")
    while settler.round():
        pass
    settler.left_over()


def _lacks(person: Person) -> bool:
    return not person.state and not person.organization


class _Settler:
    """Fills ``Person.state`` on one page."""

    def __init__(
        self,
        people: Sequence[Person],
        sentences: Sequence[Sentence],
        data: OfficeWords,
        words: ReferenceWords,
        day: date | None,
    ) -> None:
        self.people, self.day = people, day
        self.sentences = sentences
        self.data = data
        self.words = words
        self.stand_ins = data.counterpart | data.host_words | data.guest_words
        self.gone = destinations(sentences, words)

    # the words around a name

    def round(self) -> bool:
        """Settle whom the words around the name place; whether any were."""
        settled = False
        for sentence, at in self._mentions():
            mention = sentence.mentions[at]
            person = mention.person
            if person is None or not _lacks(person):
                continue
            found = self._around(sentence, at)
            if found is not None:
                person.state, person.state_from = found
                settled = True
        return settled

    def _mentions(self) -> Iterator[tuple[Sentence, int]]:
        for sentence in self.sentences:
            for at, mention in enumerate(sentence.mentions):
                if mention.kind is MentionKind.PERSON:
                    yield sentence, at

    def _around(self, sentence: Sentence, at: int) -> tuple[str, str] | None:
        mention = sentence.mentions[at]
        offices = mention.offices
        readers = [self._of_state, self._owner, self._led_body]
        if offices and not any(o.head in self.stand_ins or o.plural for o in offices):
            readers += [
                self._of_whom, self._pronoun_owner, self._listed_after, self._listed_before,
                self._in_company, self._in_place,
            ]  # fmt: skip
        for reader in [*readers, met_there]:
            source = reader(sentence, at)
            state = _side(source) if source is not None else None
            if source is not None and state:
                return state, source.text
        return None

    @staticmethod
    def _between(sentence: Sentence, left: Mention, right: Mention) -> str:
        return sentence.text[left.end - sentence.start : right.start - sentence.start]

    def _next(self, sentence: Sentence, at: int) -> Mention | None:
        return sentence.mentions[at + 1] if at + 1 < len(sentence.mentions) else None

    def _of_state(self, sentence: Sentence, at: int) -> Mention | None:
        """ "Defence Minister X of Slovakia", "X (Malta)"."""
        after = self._next(sentence, at)
        housed = after is not None and after.form == "seat" and bool(sentence.mentions[at].offices)
        if after is None or after.kind not in _ENTITIES or not (after.form == "name" or housed):
            return None
        return after if _OF.search(self._between(sentence, sentence.mentions[at], after)) else None

    def _owner(self, sentence: Sentence, at: int) -> Mention | None:
        """ "China's X", "the President's special envoy X"."""
        if not at:
            return None
        before = sentence.mentions[at - 1]
        between = self._between(sentence, before, sentence.mentions[at])
        serving = before.kind in _BEARERS and bool(sentence.mentions[at].offices)
        owned = before.kind in _ENTITIES or serving
        owned = owned and between.replace("’", "'") in {"'s ", "' "}
        return before if owned or self._of_body(before, between) else None

    @staticmethod
    def _of_body(nation: Mention, between: str) -> bool:
        """ "The Norwegian foreign ministry's X", "the Embassy of Peru's Y"."""
        if nation.kind not in _ENTITIES or any(mark in between for mark in ",;.:"):
            return False
        short = len(between.split()) <= _BODY_BEFORE
        return short and body_of_state(nation.text + between) is not None

    def _led_body(self, sentence: Sentence, at: int) -> Mention | None:
        """ "A delegation of the Kenyan Senate led by Speaker X", "a Lao team headed by X"."""
        if not at or sentence.mentions[at - 1].kind not in _ENTITIES:
            return None
        nation, start = sentence.mentions[at - 1], sentence.mentions[at].start - sentence.start
        opened = sentence.text[:start].lower().removesuffix("the ").removesuffix("its ").rstrip()
        if not opened.endswith(self.words.heading):
            return None
        before = opened[: nation.start - sentence.start].split()[-_BODY_BEFORE:]
        behind = opened[nation.end - sentence.start :].split()
        return nation if self.words.bodies & {*before, *behind} else None

    def _of_whom(self, sentence: Sentence, at: int) -> Mention | None:
        """ "X, special envoy of President Y"."""
        mention, after = sentence.mentions[at], self._next(sentence, at)
        if after is None or after.kind not in {MentionKind.PERSON, MentionKind.OFFICE}:
            return None
        ends = mention.offices[-1].end == mention.end
        return after if ends and _OF_WHOM.search(self._between(sentence, mention, after)) else None

    def _pronoun_owner(self, sentence: Sentence, at: int) -> Mention | None:
        """ "his spokesman", "its ambassador": the one named before."""
        mention = sentence.mentions[at]
        start = mention.offices[0].start
        found = _OWNER.search(sentence.text[: start - sentence.start])
        if found is None:
            return None
        before = [m for m in sentence.mentions if m.end <= start and m is not mention]
        persons = [m for m in before if m.person and _side(m)]
        entities = [m for m in before if m.kind in _ENTITIES]
        its = found["word"].lower() == "its"
        owners = entities if its else persons or entities
        return owners[-1] if owners else None

    def _listed_before(self, sentence: Sentence, at: int) -> Mention | None:
        """ "President A and Defence Minister B"."""
        mention, before = sentence.mentions[at], sentence.mentions[at - 1]
        if not at or mention.offices[0].kind == "spokesperson":
            return None  # "..., the spokesman, X, said" is no member of a list
        if not _LISTED.match(self._between(sentence, before, mention)):
            return None
        if before.kind in _ENTITIES and at > 1 and self._of_state(sentence, at - 2) is before:
            before = sentence.mentions[at - 2]  # "Emperor A of Japan and Empress B"
        listed = before.person is not None and before.kind is MentionKind.PERSON
        return before if listed and self._beside(mention, before) else None

    def _listed_after(self, sentence: Sentence, at: int) -> Mention | None:
        """ "Vice-President A, Foreign Minister B": where B's state is not printed either."""
        mention, after = sentence.mentions[at], self._next(sentence, at)
        if after is None or after.person is None or after.kind is not MentionKind.PERSON:
            return None
        bare = bool(after.offices) and not any(o.state for o in after.offices)
        if not bare or not _LISTED.match(self._between(sentence, mention, after)):
            return None
        return after if self._beside(mention, after) else None

    def _beside(self, mention: Mention, other: Mention) -> bool:
        """Whether two in a list can be of one side: not where both hold the same post."""
        assert mention.person is not None
        assert other.person is not None
        posts = {self._post(office) for office in mention.offices}
        return not posts & self._posts(other.person)

    def _in_company(self, sentence: Sentence, at: int) -> Mention | None:
        """ "accompanied by Economy Minister X": the side of who is accompanied."""
        start = sentence.mentions[at].start
        before = sentence.text[: start - sentence.start].lower().removesuffix("the ").rstrip()
        if not before.endswith(self.words.company):
            return None
        known = [
            m for m in sentence.mentions
            if m.person is not None and m is not sentence.mentions[at] and _side(m)
        ]  # fmt: skip
        earlier = [m for m in known if m.end <= start]
        return next(iter(earlier), None) or next(iter(known), None)

    def _in_place(self, sentence: Sentence, at: int) -> Mention | None:
        """ "In Beijing, foreign ministry spokesman X"."""
        mention = sentence.mentions[at]
        found = _IN_PLACE.match(sentence.text[: mention.start - sentence.start])
        if found is None or at != 1:
            return None
        place = sentence.mentions[0]
        named = place.text == found["place"] and place.form in _PLACE_FORMS
        return place if named else None

    # what the page takes for granted

    def _post(self, office: OfficePhrase) -> str:
        """What tells posts of one state apart: the kind of the ranked, else head and portfolio."""
        if office.head in self.data.consorts:
            return office.head
        if office.kind in _RANKED and "secretary" not in office.head:
            return office.kind
        words = office.text.lower().replace("-", " ").split()
        telling = self.data.portfolio | self.data.institutions | set(office.head.split())
        return " ".join(sorted(w for w in words if w in telling)).replace("defense", "defence")

    def _posts(self, person: Person) -> set[str]:
        heads = {o.head for m in person.mentions for o in m.offices}
        posts = {self._post(o) for m in person.mentions for o in m.offices}
        return posts if heads & self.data.consorts else posts | (person.office_kinds & LEADER_KINDS)

    def _unsettled(self) -> list[Person]:
        return [p for p in self.people if _lacks(p) and p.offices and self._public(p)]

    def _public(self, person: Person) -> bool:
        """Whether an office of the page's state can be meant: not by "his host" or "CEO"."""
        heads = {o.head for m in person.mentions for o in m.offices}
        return not self._stands_in(person) and not heads <= self.data.private

    def _stands_in(self, person: Person) -> bool:
        """Whether "his counterpart", "the guest" is all that the page calls somebody."""
        heads = {o.head for m in person.mentions for o in m.offices}
        return bool(heads) and heads <= self.stand_ins

    def opposite(self, own: Sequence[str]) -> None:
        """Give "his counterpart X" the page's own or most named state that is not of "him"."""
        named = Counter(m.state for s in self.sentences for m in s.mentions if m.state)
        for sentence, at in self._mentions():
            person = sentence.mentions[at].person
            if person is None or not _lacks(person) or not self._stands_in(person):
                continue
            before = [_side(m) for m in sentence.mentions[:at] if m.person is not None]
            theirs = next((side for side in reversed(before) if side), None)
            states = [*own, *(state for state, _ in named.most_common())]
            left = next((state for state in states if state != theirs), None)
            if theirs and left:
                person.state, person.state_from = left, "the other side"

    def all_of(self, state: str | None, told: str, *, leaders: bool = True) -> None:
        """Give ``state`` to whoever has none and holds a post that nobody of it holds."""
        for person in self._unsettled():
            if not leaders and person.office_kinds & (LEADER_KINDS | {"diplomat"}):
                continue
            goes = state in self.gone.get(id(person), frozenset())
            if (
                state
                and not goes
                and not self._held(person, state)
                and fits(person, state, self.day)
            ):
                person.state, person.state_from = state, told

    def _held(self, person: Person, state: str) -> bool:
        posts = self._posts(person)
        return any(p is not person and p.state == state and self._posts(p) & posts
                   for p in self.people)  # fmt: skip

    def left_over(self) -> None:
        """The state last named before an official; the page's most named one for a leader."""
        counts = Counter(
            m.state for s in self.sentences for m in s.mentions
            if m.kind is MentionKind.STATE and m.state is not None
        )  # fmt: skip
        for person in self._unsettled():
            if person.office_kinds & LEADER_KINDS:
                named = [state for state, _ in counts.most_common()]
            else:
                named = self._named_before(person)
            sent_to = self._sent_to(person) | self.gone.get(id(person), frozenset())
            if sent_to:  # who goes abroad is of the state that stands out besides
                named += foremost(counts, sent_to)
            named = [s for s in named if s not in sent_to and fits(person, s, self.day)]
            free = next((s for s in named if not self._held(person, s)), None)
            if free:
                person.state, person.state_from = free, "the page's states"

    @staticmethod
    def _sent_to(person: Person) -> set[str]:
        """States in the task of an office: "special representative for Afghanistan"."""
        texts = [o.text for m in person.mentions for o in m.offices if o.state is None]
        return {span.form.candidates[0].id for text in texts for span in scan(text)}

    def _named_before(self, person: Person) -> list[str]:
        """States named before a person, the last first."""
        if not person.mentions:
            return []
        at = person.mentions[0].start
        return [
            m.state for s in reversed(self.sentences) for m in reversed(s.mentions)
            if m.end <= at and m.form in _NAMED_FORMS and m.state
        ]  # fmt: skip


def _side(mention: Mention) -> str | None:
    """The state that a mention names, or whose the person behind it is."""
    if mention.kind in _ENTITIES:
        return mention.state
    if mention.person is not None and mention.person.state:
        return mention.person.state
    return next((office.state for office in mention.offices if office.state), None)
