"""Who is who on a page: mentions of one person joined, with state, offices and all name forms.

Short forms resolve to full ones inside the page ("Lam", "Trong", "Mr Mishustin", a family name
misused as a surname); the table of leaders fills in what a page takes for granted, and reading
goes on without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from communique.knowledge.folding import fold
from communique.knowledge.leaders import Tenure, by_surname
from communique.knowledge.offices import OfficeWords
from communique.knowledge.words import common_words
from communique.language.annotations import (
    Mention,
    MentionKind,
    OfficePhrase,
    Person,
    Sentence,
)
from communique.language.known_names import known_as
from communique.language.names import named_things
from communique.language.royal_names import named_apart
from communique.language.scanning import Word, words_of
from communique.language.spellings import printed_otherwise, printed_wrongly, spelt_alike
from communique.language.surnames import (
    by_claim,
    inside_name,
    introduced_name,
    prominent,
    short_surnames,
)
from communique.language.tabled_leaders import RANKED, TabledLeaders
from communique.model import OfficeSpan, Span

# An initial of one letter or two with its stop: "Ts.".
_INITIAL = 3
LEADER_KINDS = frozenset({"head_of_state", "head_of_government", "party_leader", "royal"})


def name_tokens(name: str, data: OfficeWords) -> frozenset[str]:
    """The folded words of a name that tell persons apart: no initials, no particles."""
    tokens = frozenset(
        fold(word.text).strip("'") for word in words_of(name.replace("-", " "))
        if word.alphabetic and not (word.text.endswith(".") and len(word.text) <= _INITIAL)
    )  # fmt: skip
    telling = frozenset(t for t in tokens if len(t) > 1 and t not in data.particles)
    return telling or tokens


def printed_offices(mention: Mention) -> list[tuple[str, Span]]:
    """The offices of a mention as printed: "General Secretary and President" is one."""
    found: list[tuple[str, Span]] = []
    for office in mention.offices:
        if found:
            last = found[-1][1]
            between = mention.text[last.end - mention.start : office.start - mention.start]
            if between.strip() in {"and", "&", "-", "–", "—", "/", ","}:
                text = mention.text[last.start - mention.start : office.end - mention.start]
                found[-1] = (text, Span(last.start, office.end, text))
                continue
        found.append((office.text, Span(office.start, office.end, office.printed or office.text)))
    return found


def _gender(tenure: Tenure) -> str | None:
    return tenure.gender if tenure.gender in {"f", "m"} else None


# A name with an initial in its middle is not a leader's usual one.
_MIDDLE_INITIAL = re.compile(r"\w\w [A-Z]\. \w")


def _with_particle(words: Sequence[Word], i: int, person: Person) -> int:
    """Where a short name begins that the page prints with particles: "Al-Sudani", "von der X"."""
    whole = person.name.lower().replace(" ", "")
    first = i
    for back in range(1, min(i, 4) + 1):
        printed = "".join(word.lower for word in words[i - back : i + 1])
        if printed not in whole:
            break
        if words[i - back].alphabetic:
            first = i - back
    return words[first].start


class PeopleFinder:
    """Joins the person mentions of one page into persons."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        data: OfficeWords,
        published: date | None,
        home: str | None,
    ) -> None:
        """``sentences`` carry mentions, which get their ``person``; new mentions are added.

        ``home`` is the state of the dateline: whose King Abdullah is meant.
        """
        self.table = TabledLeaders(published, home)
        self.sentences = sentences
        self.data = data
        self.published = published
        self.people: list[Person] = []
        self.tokens: dict[int, frozenset[str]] = {}
        self.common = common_words()
        self.past: set[int] = set()  # leaders of another time

    def find(self) -> list[Person]:
        """All persons of the page, in the order of their first mention in the body."""
        body = [s for s in self.sentences if not s.is_title]
        titles = [s for s in self.sentences if s.is_title]
        for sentence in (*body, *titles):
            for mention in sentence.mentions:
                if mention.kind is MentionKind.PERSON:
                    self._join(mention)
        for sentence in (*body, *titles):
            self._names(sentence)
            self._short_forms(sentence)
        self._known_surnames()
        return self.people

    # joining

    def _join(self, mention: Mention) -> None:
        tokens = name_tokens(mention.name, self.data)
        person = self._match(tokens, mention)
        if person is None:
            person = Person(name=mention.name)
            self.people.append(person)
            self.tokens[id(person)] = tokens
            self._look_up(person, tokens, mention)
        elif len(tokens) > len(self.tokens[id(person)]):
            self.tokens[id(person)] |= tokens
            if not person.known or len(tokens) > len(name_tokens(person.name, self.data)):
                person.name = mention.name
        self._attach(person, mention)

    def _match(self, tokens: frozenset[str], mention: Mention) -> Person | None:
        state = next((o.state for o in mention.offices if o.state), None)
        known = reversed(self.people)
        if len(tokens) == 1:  # "Mr Kim" is who holds office now, not who once did
            known = iter(by_claim(known, mention, self.past))
            known = iter(sorted(known, key=lambda p: self._by_house(p, tokens)))
        elif mention.offices:  # "President X-Y" is not the First Lady of that name
            known = iter(by_claim(known, mention, self.past))
        for person in known:
            own = self.tokens[id(person)]
            post = self._same_post(person, mention)
            if not (tokens <= own or own <= tokens or spelt_alike(tokens, own, same_post=post)):
                continue
            if named_apart(mention, person, full=len(tokens) > 1 and len(own) > 1):
                continue
            if state and person.state and person.state != state and not person.known:
                continue
            if len(tokens) == 1 and (
                self._other_office(person, mention, tokens)
                or self._other_holder(own, mention, tokens)
            ):
                continue
            return person
        return None

    @staticmethod
    def _by_house(person: Person, tokens: frozenset[str]) -> bool:
        """Whether a lone name is only a person's house: "Sheikh Sabah" is Sabah Al-Ahmad
        Al-Sabah before he is Ali Jarrah Al-Sabah."""
        words = fold(person.name).split()
        return "al" in words[1:-1] and words[-1] in tokens and words[0] not in tokens

    def _other_office(self, person: Person, mention: Mention, tokens: frozenset[str]) -> bool:
        """A bare surname under another state's office is another person of that name."""
        state = next((o.state for o in mention.offices if o.state), None)
        return bool(state and person.state and state != person.state)

    def _other_holder(self, own: frozenset[str], mention: Mention, tokens: frozenset[str]) -> bool:
        """ "King Hamad" is not Tamim bin Hamad, where the table has a King Hamad."""
        token = next(iter(tokens))
        titled = {f"{office.head} {token}" for office in mention.offices}
        called = self.table.called(token, mention) if titled and self.published else []
        known = {fold(short) for tenure in called for short in tenure.short_forms}
        return bool(titled & known) and not name_tokens(called[0].person, self.data) & own - tokens

    @staticmethod
    def _same_post(person: Person, mention: Mention) -> bool:
        """Whether a mention has an office of the person, of the same state as far as told."""
        posts = {(o.head, o.state or person.state) for m in person.mentions for o in m.offices}
        return any((o.head, o.state or person.state) in posts for o in mention.offices)

    def _attach(self, person: Person, mention: Mention) -> None:
        mention.person = person
        person.mentions.append(mention)
        if mention.name not in person.names:
            person.names.append(mention.name)
        person.gender = person.gender or mention.gender
        for office in mention.offices:
            self._add_office(person, office)
        if mention.state and person.state is None:  # "X (Norway)" in a list
            person.state, person.state_from = mention.state, mention.text
        for text, span in printed_offices(mention):
            if all(known.office != text for known in person.offices):
                person.offices.append(OfficeSpan(text, (span,)))

    @staticmethod
    def _add_office(person: Person, office: OfficePhrase) -> None:
        person.deceased = person.deceased or office.late
        person.former = person.former or office.former
        person.office_kinds.add(office.kind)
        if office.state and person.state is None:
            person.state, person.state_from = office.state, office.text
        if office.organization and person.state is None and person.organization is None:
            person.organization = office.organization

    # the table of leaders

    def _look_up(self, person: Person, tokens: frozenset[str], mention: Mention) -> None:
        tenures: Iterable[Tenure] = known_as(mention.name)
        if not tenures and (len(tokens) == 1 or " " not in mention.name):
            one = next(iter(tokens)) if len(tokens) == 1 else fold(mention.name)  # "Akufo-Addo"
            tenures = self.table.called(one, mention)
        if not tenures and len(tokens) > 1 and {o.kind for o in mention.offices} & RANKED:
            tenures = self.table.spelt_like(mention.name) or self.table.misprinted(mention)
        near = [t for t in tenures if self.table.near(t)]
        owners = [o.state or o.organization for o in mention.offices]
        printed = next((owner for owner in owners if owner), None)
        if printed and not near and printed not in {t.place for t in tenures}:
            return  # somebody of that name in another state and time
        if tenures and not near:
            self.past.add(id(person))
        self._know(person, near or list(tenures))
        if near and person.known and printed_wrongly(person.name, near[-1].person):
            person.name = near[-1].person

    def _know(self, person: Person, tenures: Sequence[Tenure]) -> None:
        if len({t.place for t in tenures}) > 1 and self.published is not None:
            # in office on the day, the latest first: a minister gone on to lead an organization
            current = [t for t in tenures if t.covers(self.published)] or tenures
            latest = max(current, key=lambda t: t.start)
            tenures = [t for t in tenures if t.place == latest.place]
        if not tenures or len({t.place for t in tenures}) > 1:
            return
        first = tenures[-1]
        own = name_tokens(first.person, self.data)
        short = len(self.tokens[id(person)]) == 1 and len(own) > 1
        if short or _MIDDLE_INITIAL.search(person.name):
            person.name = first.person
            self.tokens[id(person)] |= own
        person.known = True
        person.state = first.state or person.state
        person.organization = first.organization if not first.state else person.organization
        person.state_from = "table of leaders"
        person.gender = person.gender or _gender(first)
        now = [t for t in tenures if self.published is not None and t.covers(self.published)]
        person.office_kinds |= {kind for t in now or tenures for kind in t.office_kinds}

    # names that nothing introduces

    def _names(self, sentence: Sentence) -> None:
        for mention in sentence.mentions:
            if mention.kind is not MentionKind.NAME:
                continue
            tokens = name_tokens(mention.name, self.data)
            person = self._match(tokens, mention)
            lone = introduced_name(sentence, mention)
            if person is None and lone:
                mention.kind = MentionKind.PERSON
                self._join(mention)
                continue
            if person is None and mention.start == sentence.start:
                self._behind_first_word(mention)
                continue
            if person is not None and (len(tokens) > 1 or person.known):
                mention.kind = MentionKind.PERSON
                self._attach(person, mention)

    def _behind_first_word(self, mention: Mention) -> None:
        """ "Thanking Putin": a sentence's first word has its capital for another reason."""
        words = words_of(mention.text, mention.start)
        rest = words[1:]
        if not rest:
            return
        person = self._match(frozenset(fold(w.text) for w in rest if w.alphabetic), mention)
        if person is None:
            return
        cut = rest[0].start - mention.start
        mention.start, mention.text = rest[0].start, mention.text[cut:]
        mention.name_start, mention.kind = rest[0].start, MentionKind.PERSON
        self._attach(person, mention)

    def _short_forms(self, sentence: Sentence) -> None:
        """Single words that are part of the name of a person on the page."""
        words = words_of(sentence.text, sentence.start)
        covered = bytearray(len(sentence.text))
        spans = [(m.start, m.end) for m in sentence.mentions]
        for first, last in (*spans, *named_things(words, self.data)):
            inside = slice(first - sentence.start, last - sentence.start)
            covered[inside] = b"\1" * (inside.stop - inside.start)
        added: list[Mention] = []
        for i, word in enumerate(words):
            if not word.capital or not word.alphabetic or word.lower in self.common:
                continue
            if covered[word.start - sentence.start]:
                continue
            person = self._bearer(fold(word.text), sentence.start)
            if person is None:
                continue
            if added and i and added[-1].end == words[i - 1].end and added[-1].person is person:
                added[-1].end = added[-1].name_end = word.end
                added[-1].text = sentence.text[
                    added[-1].start - sentence.start : word.end - sentence.start
                ]
                continue
            start = _with_particle(words, i, person)
            text = sentence.text[start - sentence.start : word.end - sentence.start]
            added.append(
                Mention(
                    MentionKind.PERSON, start, word.end, text,
                    name_start=start, name_end=word.end, person=person,
                )
            )  # fmt: skip
        for mention in added:
            assert mention.person is not None
            self._attach(mention.person, mention)
        sentence.mentions.extend(added)
        sentence.mentions.sort(key=lambda m: m.start)

    def _bearer(self, token: str, before: int) -> Person | None:
        bearers = [p for p in self.people if token in self.tokens[id(p)]]
        if not bearers:
            bearers = [p for p in self.people if printed_otherwise(token, self.tokens[id(p)])]
        if len(bearers) < 2:
            return bearers[0] if bearers else None
        living = [p for p in bearers if not p.deceased and id(p) not in self.past] or bearers

        def last_seen(person: Person) -> int:
            return max((m.start for m in person.mentions if m.start < before), default=-1)

        # "Kim" is whom the page has called by the bare name, and not the father told of in full
        called = [p for p in living if any(fold(m.name) == token for m in p.mentions)]
        return max(called or living, key=last_seen)

    def _known_surnames(self) -> None:
        """Bare surnames of leaders in office whom the page never names in full."""
        for sentence in self.sentences:
            words = words_of(sentence.text, sentence.start)
            covered = [(m.start, m.end) for m in sentence.mentions]
            covered += named_things(words, self.data)
            for at, word in enumerate(words):
                if not word.capital or word.lower in self.common:
                    continue
                token = fold(word.text)
                if (
                    token not in by_surname()
                    or inside_name(words, at, self.data)
                    or (len(token) < 4 and token not in short_surnames())
                    or any(start <= word.start < end for start, end in covered)
                ):
                    continue
                mention = Mention(
                    MentionKind.PERSON, word.start, word.end, word.text,
                    name_start=word.start, name_end=word.end,
                )  # fmt: skip
                if self.published and prominent(self.table.called(token, mention), self.sentences):
                    self._join(mention)
                    sentence.mentions.append(mention)
            sentence.mentions.sort(key=lambda m: m.start)
