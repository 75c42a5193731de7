"""Who "he", "the latter", "both sides" and "his host" are, worked out inside the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from communique.knowledge.offices import OfficeWords
from communique.knowledge.references import ReferenceWords
from communique.language.annotations import MentionKind, Person, Sentence, Token
from communique.language.encounters import Encounters
from communique.language.first_person import FirstPerson
from communique.language.grammar import Tree
from communique.language.honorifics import styled, styled_persons
from communique.language.hosting import Hosting
from communique.language.named_before import (
    attributing,
    beside_whom,
    name_in_sentence,
    owner_behind,
)
from communique.language.pairs import holders, leaders, named_later, partners, peers, three_of
from communique.language.voices import speaking

_PAIR = 2
_PLACE_FORMS = frozenset({"capital", "city", "seat"})
_QUOTES = '"\u201c\u201d'
_SUBJECT_RELATIONS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_PAIRED = _SUBJECT_RELATIONS | {"obj", "obl"}


class ReferenceResolver:
    """Walks the page in order and fills ``Token.persons`` and ``Token.states``."""

    def __init__(
        self, sentences: Sequence[Sentence], words: ReferenceWords, offices: OfficeWords
    ) -> None:
        """``sentences`` are parsed, their persons joined and titles bound."""
        self.sentences = sentences
        self.words = words
        self.offices = offices
        self.seen: list[Person] = []  # most recent last
        self.count: Counter[int] = Counter()
        self.subject: Person | None = None  # the last sentence's main subject
        self.speaker: Person | None = None  # who spoke last, behind the words or before them
        self.leader: Person | None = None  # who leads the delegation named last
        self.where: str | None = None  # the state of the place named last
        self.quoted = False  # whether a quotation is open
        self.hosting = Hosting(words)
        self.encounters = Encounters(words)
        titled = [m.person for s in sentences if s.is_title for m in s.mentions if m.person]
        self.first = FirstPerson(speaking(sentences, words), words, titled)
        self.styled = styled_persons(sentences, words.styles)

    def resolve(self) -> None:
        """Fill every pronoun and plural phrase of the page; headlines last."""
        ordered = [s for s in self.sentences if not s.is_title]
        for sentence in ordered:
            self._sentence(sentence)
        self.subject = None
        for sentence in self.sentences:
            if sentence.is_title:
                self._sentence(sentence)

    def _sentence(self, sentence: Sentence) -> None:
        tree = Tree(sentence.tokens)
        self.first.enter(sentence)
        self.quoted = self.quoted or any(mark in sentence.text for mark in _QUOTES)
        subject: Person | None = None
        speaker: Person | None = None
        below: Person | None = None
        for token in sentence.tokens:
            person = token.mention.person if token.mention else None
            if token.mention is not None and token.mention.form in _PLACE_FORMS:
                self.where = token.mention.state or self.where
            if person is None:
                self._token(tree, token)
                person = token.persons[0] if len(token.persons) == 1 else None
            if person is None:
                continue
            token.persons = token.persons or (person,)
            if not self._possessive(token):
                self._saw(person)
            if attributing(tree, token, self.words):
                speaker = person
            if token.dep in _SUBJECT_RELATIONS and self._main(tree, token) and subject is None:
                subject = person
            elif token.dep == "nsubj" and token.mention is not None:
                below = below or person
        # "The first stop is Cairo, where X is to meet Y": with no other subject X is it
        subject = subject or below
        if subject is not None:
            self.subject = subject
        self.speaker = speaker or subject or self.speaker
        self.hosting.see(tree)
        self.encounters.see(tree)
        if any(mark in sentence.text[-3:] for mark in _QUOTES):
            self.quoted = False

    @staticmethod
    def _main(tree: Tree, token: Token) -> bool:
        verb = tree.head(token)
        return verb is not None and verb.dep in {"root", "ROOT", "conj", "parataxis", "ccomp"}

    @staticmethod
    def _possessive(token: Token) -> bool:
        return token.mention is None and token.dep == "nmod:poss"

    def _saw(self, person: Person) -> None:
        if person in self.seen:
            self.seen.remove(person)
        self.seen.append(person)
        self.count[id(person)] += 1

    def _token(self, tree: Tree, token: Token) -> None:
        lower, words = token.lower, self.words
        if lower in words.first:
            self._set(token, self._speaking(tree, token))
        elif lower in words.we or lower in words.our:
            self.first.several(tree, token, self.subject if self.quoted else None, self.seen)
        elif lower in words.male or lower in words.female:
            self._pronoun(tree, token, "m" if lower in words.male else "f")
        elif token.lemma in self.styled and token.mention is None:
            self._set(token, styled(tree, token, self.styled[token.lemma], self.seen))
        elif lower in words.latter and not self._governed_noun(tree, token):
            self._nth(token, -1)
        elif lower in words.plural and token.pos in {"PRON", "DET"}:
            self._all(tree, token)
        elif token.mention is not None and token.mention.kind is MentionKind.OFFICE:
            self._office(tree, token)
        elif lower in words.pair_markers and token.dep in _PAIRED:
            if any(kid.lower == "the" for kid in tree.kids(token, "det")):
                three = lower in words.threes
                token.persons = three_of(self.seen, self.count) if three else self._partners()
                token.worked_from = token.text
        elif token.lemma in words.delegations and self._delegation(tree, token):
            return
        elif token.lemma in words.pair_people or token.lemma in words.pair_states:
            self._pair(tree, token)
        else:
            name_in_sentence(tree, token, words)

    @staticmethod
    def _governed_noun(tree: Tree, token: Token) -> bool:
        return token.dep in {"amod", "det"} and tree.head(token) is not None

    def _fits(self, person: Person, gender: str) -> bool:
        return person.gender in {None, gender}

    def _set(self, token: Token, person: Person | None) -> None:
        if person is not None:
            token.persons = (person,)
            token.worked_from = f"{token.text}: {person.name}"

    # he, him, his

    def _pronoun(self, tree: Tree, token: Token, gender: str) -> None:
        others = self._persons(beside_whom(tree, token, self.words))
        for candidate in self._candidates(tree, token):
            if self._fits(candidate, gender) and candidate not in others:
                self._set(token, candidate)
                return

    def _candidates(self, tree: Tree, token: Token) -> list[Person]:
        verb = self._verb_above(tree, token)
        local = self._persons(tree.subjects(verb)) if verb is not None else []
        recent = list(reversed(self.seen))
        if token.dep in _SUBJECT_RELATIONS:
            governing = self._governing_subjects(tree, verb)
            governing += [
                p
                for t in tree.tokens[: token.i]
                if t.dep in _SUBJECT_RELATIONS
                for p in self._persons([t])
                if p not in governing
            ]
            last = [self.subject] if self.subject is not None else []
            if attributing(tree, token, self.words):
                # "The president will open it, he said": who spoke before, not who is spoken of
                spoke = [self.speaker] if self.speaker is not None else []
                return [*spoke, *last, *governing, *recent]
            return [*self.encounters.again(tree, token), *governing, *last, *recent]
        if token.dep == "nmod:poss":
            return [*self._owners(tree, token, verb, local), *recent]
        others = [p for p in self._earlier(tree, token) if p not in local]
        return [*others, *(p for p in recent if p not in local), *recent]

    def _owners(
        self, tree: Tree, token: Token, verb: Token | None, local: list[Person]
    ) -> list[Person]:
        """Owners of "his": the object of "congratulate X on his ...", else the subject."""
        if verb is None:  # "It is his first visit"
            return local or ([self.subject] if self.subject is not None else [])
        objects = [t for t in tree.objects(verb) if t.i < token.i]
        held = self._persons(objects)
        if verb.lemma in self.words.object_owned and held:
            return held
        before = [t for t in tree.subjects(verb) if t.i < token.i]
        last = [self.subject] if self.subject is not None else []
        behind = self._persons(owner_behind(tree, token, self.words)) if not before else []
        if behind:
            return behind
        return self._persons(before) or self._governing_subjects(tree, verb) or last or local

    @staticmethod
    def _verb_above(tree: Tree, token: Token) -> Token | None:
        return next((t for t in tree.up(token) if tree.is_verb(t)), None)

    def _governing_subjects(self, tree: Tree, verb: Token | None) -> list[Person]:
        """Subjects of the clauses above ``verb``, nearest first."""
        found: list[Person] = []
        if verb is None:
            return found
        for above in tree.up(verb):
            if tree.is_verb(above) or tree.kids(above, "cop"):
                doers = [*tree.kids(above, "nsubj:pass"), *tree.subjects(above)]
                before = self._persons(t for t in doers if t.i < verb.i)
                found += [p for p in before if p not in found]
        return found

    def _earlier(self, tree: Tree, token: Token) -> list[Person]:
        before = [t for t in tree.tokens[: token.i] if t.persons or t.mention]
        found = self._persons(reversed(before))
        return found

    @staticmethod
    def _persons(tokens: object) -> list[Person]:
        found: list[Person] = []
        for token in tokens:  # type: ignore[attr-defined]
            held = token.persons or (
                (token.mention.person,) if token.mention and token.mention.person else ()
            )
            found += [person for person in held if person not in found]
        return found

    # I, me, my

    def _speaking(self, tree: Tree, token: Token) -> Person | None:
        """Who says "I": the subject of the verb of saying above, else who spoke last in a quote."""
        for verb in (*tree.up(token), *(t for t in tree.tokens if t.dep in {"ROOT", "root"})):
            if not tree.is_verb(verb):
                continue
            said = [t for t in tree.subjects(verb) if t.lower not in self.words.first]
            persons = self._persons(t for t in said if t.mention is not None)
            if persons and verb.lemma in self.words.reporting:
                return persons[0]
        return self.first.person(token) or (self.subject if self.quoted else None)

    # the latter, the two leaders, his host

    def _nth(self, token: Token, n: int) -> None:
        if len(self.seen) >= 2:
            self._set(token, self.seen[n])

    def _partners(self) -> tuple[Person, ...]:
        """The last two living persons of different sides."""
        return partners(self.seen, self.count)

    def _all(self, tree: Tree, token: Token) -> None:
        if token.lower == "their":
            self._their(tree, token)
            return
        if token.lower == "both" and token.dep in {"det", "cc:preconj", "advmod", "amod"}:
            return
        token.persons = self._clause_pair(tree, token) or self._partners()
        token.worked_from = token.text

    def _clause_pair(self, tree: Tree, token: Token) -> tuple[Person, ...]:
        """ "X and Y agreed when they met": the two who do the clause above."""
        verb = self._verb_above(tree, token)
        for above in tree.up(verb) if verb is not None else ():
            persons = self._persons(t for t in tree.subjects(above) if t.i < token.i)
            if len(persons) > 1:
                return tuple(persons)
        return ()

    def _their(self, tree: Tree, token: Token) -> None:
        """ "thanked X and Y for their letters"."""
        verb = self._verb_above(tree, token)
        if verb is not None and verb.lemma in self.words.object_owned:
            held = self._persons([t for t in tree.objects(verb) if t.i < token.i])
            if held:
                token.persons, token.worked_from = tuple(held), token.text

    def _delegation(self, tree: Tree, token: Token) -> bool:
        """ "The delegation": the one led by somebody whom the page has named, by that leader.

        Returns whether it is told of either.
        """
        verb = tree.head(token)
        if verb is not None and verb.lemma in self.words.leading and token.dep == "obj":
            heads = (v for v in (verb, *tree.up(verb)) if tree.is_verb(v))
            found = next((who for v in heads if (who := self._persons(tree.subjects(v)))), [])
            self.leader = found[0] if found else self.leader  # "leading a delegation to Vientiane"
            return bool(found)
        led = [v for v in tree.tokens[token.i + 1 :] if v.lemma in self.words.leading][:1]
        leaders = self._persons(t for v in led if tree.is_passive(v) for t in tree.subjects(v))
        if leaders:
            self.leader = leaders[0]
            return True
        the = any(kid.lower in {"the", "this"} for kid in tree.kids(token, "det"))
        others = tree.kids(token, "amod", "compound", "nmod", "nmod:poss", "conj", "acl")
        told = the and not others and token.tag == "NN" and self.leader is not None
        if told:
            self._set(token, self.leader)
        return told

    def _pair(self, tree: Tree, token: Token) -> None:
        words = self.words
        marked = any(
            kid.lower in words.pair_markers
            for kid in tree.kids(token, "nummod", "det", "amod", "det:predet")
        )
        definite = any(kid.lower == "the" for kid in tree.kids(token, "det"))
        plural = token.tag in {"NNS", "NNPS"} or "Plur" in token.morph
        plural = plural or token.lemma in words.couples
        named = [t for kid in tree.kids(token, "appos") for t in tree.conjuncts(kid)]
        if plural and len(self._persons(named)) > 1:
            token.persons, token.worked_from = tuple(self._persons(named)), token.text
            return
        if not plural or tree.kids(token, "nmod", "compound", "nmod:poss"):
            return
        if not marked and not (definite and token.lemma in words.pair_bare):
            return
        if tree.kids(token, "amod") and not marked:
            return
        leading = token.lemma in self.offices.leader_words
        partners = (leading and leaders(self.seen, self.count)) or self._partners()
        if any(kid.lower in words.threes for kid in tree.kids(token)):
            partners = three_of(self.seen, self.count)
        token.worked_from = token.text
        if token.lemma in words.pair_people:
            token.persons = partners
        token.states = tuple(p.state for p in partners if p.state)

    def _offices(self, tree: Tree, token: Token) -> None:
        """ "The presidents", "both ministers", "the three leaders": who holds them."""
        assert token.mention is not None
        office = token.mention.offices[0]
        marked = any(kid.lower in self.words.pair_markers for kid in tree.kids(token))
        body = office.organization is not None or _initials(token.mention.text)
        if body and office.state is None and not marked:
            return  # "the ASEAN leaders" are all of them
        if office.state is None:
            self._pair(tree, token)
            definite = any(kid.lower == "the" for kid in tree.kids(token, "det"))
            alone = not tree.kids(token, "nmod", "compound", "amod", "nmod:poss", "appos")
            if not token.persons and (marked or (definite and alone)):
                token.persons = self._partners()
            if any(kid.lower in self.words.threes for kid in tree.kids(token)):
                token.persons = three_of(self.seen, self.count)
            elif len(token.persons) == _PAIR:
                token.persons = holders(self.seen, self.count, office.kind) or token.persons

    def _office(self, tree: Tree, token: Token) -> None:
        """ "His counterpart", "his host", "the two presidents"."""
        assert token.mention is not None
        office = token.mention.offices[0]
        if office.plural:
            self._offices(tree, token)
            return
        special = self.offices.counterpart | self.offices.host_words | self.offices.guest_words
        if office.head not in special or tree.kids(token, "cop"):
            return
        verb = self._verb_above(tree, token)
        near = self._persons(tree.subjects(verb)) if verb is not None else []
        near += self._persons(tree.kids(token, "nmod:poss"))
        around = [p for p in reversed(self.seen) if p not in near[:1] and not p.deceased]
        if office.state:
            around = [p for p in around if p.state == office.state]
        elif near:
            around = [p for p in around if p.state != near[0].state]
        if office.head in self.offices.counterpart and near:
            around.sort(key=lambda p: not p.office_kinds & near[0].office_kinds)
            around = [p for p in around if peers(p, near[0])]
        elif office.head in self.offices.host_words:  # "in Rome he told his host": who is at home
            around.sort(key=lambda p: p.state is None or p.state != self.where)
        known = self.hosting.guest if office.head in self.offices.guest_words else None
        known = self.hosting.host if office.head in self.offices.host_words else known
        if known is not None and known in around:
            around = [known]
        if not around and office.state and near and office.head in self.offices.counterpart:
            around = named_later(self.sentences, near[0], office.state)
        if around:
            self._set(token, around[0])
            token.mention.person = around[0]


def _initials(phrase: str) -> bool:
    """Whether a body stands before an office by its initials: "the MSG leaders"."""
    return any(len(word) > _PAIR and word.isupper() for word in phrase.split())
