"""Who a phrase stands for: persons, states, organizations or groups, with the words that say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.coding.engagements.listed_behind import listed_behind
from communique.knowledge.frames import word_list
from communique.language.annotations import Analysis, MentionKind, OfficePhrase, Person, Token
from communique.language.grammar import Tree
from communique.model import Span

# Prepositions of what a message to somebody is about.
_ABOUT = frozenset({"after", "following", "on", "over", "upon"})
# Kinds of offices that one person of a state holds.
HELD_BY_ONE = frozenset({"head_of_state", "head_of_government", "foreign_minister"})


@dataclass(slots=True, eq=False)
class Actor:
    """One who acts or is acted on; ``group`` holds the words of an unnamed body of people."""

    token: Token
    person: Person | None = None
    state: str | None = None
    organization: str | None = None
    group: str | None = None
    office: str | None = None
    delegation: bool = False
    spans: tuple[Span, ...] = ()
    worked_from: str | None = None
    joint: bool = False

    @property
    def side(self) -> str | None:
        """The state or organization the actor belongs to."""
        if self.person is not None:
            return self.person.state or self.person.organization
        return self.state or self.organization

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two actors the same party."""
        if self.person is not None:
            return ("person", id(self.person))
        return ("side", self.state, self.organization, self.delegation)

    @property
    def label(self) -> str:
        """The name under which statements and messages give the actor."""
        if self.person is not None:
            return self.person.name
        return self.group or self.state or self.organization or self.token.text


class ActorReader:
    """Reads actors off tokens of one sentence."""

    def __init__(self, analysis: Analysis, tree: Tree) -> None:
        """``tree`` is of a sentence of ``analysis``."""
        self.analysis = analysis
        self.tree = tree

    def read(self, token: Token) -> list[Actor]:
        """The actors that ``token``'s phrase stands for, none for things and abstractions."""
        token = self.tree.resolve(token)
        if token.persons:
            return self._persons(token)
        mention = token.mention
        if mention is None:
            found = self._noun(token) or self._serving(token) or self._titled(token)
            return found or self._named_among(token)
        if mention.kind is MentionKind.OFFICE:
            return self._together(token) or self._office(token) or self._apposed(token)
        if mention.kind is MentionKind.ORGANIZATION:
            return [Actor(token, organization=mention.organization, spans=(self._span(token),))]
        if mention.kind in {MentionKind.STATE, MentionKind.PLACE}:
            if mention.form in {"name", "capital", "seat", "person_noun"}:
                group = mention.text if mention.form == "person_noun" else None
                return [
                    Actor(
                        token, state=mention.state, group=group, spans=(self._span(token),),
                        worked_from=None if mention.form == "name" else mention.text,
                    )
                ]  # fmt: skip
            return []
        if mention.kind is MentionKind.NAME:
            return [Actor(token, person=self._stranger(token), spans=(self._span(token),))]
        return []

    def read_all(self, tokens: Iterable[Token]) -> list[Actor]:
        """The actors of several tokens, each once."""
        found: list[Actor] = []
        for token in tokens:
            for actor in self.read(token):
                if all(actor.key != known.key for known in found):
                    found.append(actor)
        return found

    def _span(self, token: Token) -> Span:
        return self.analysis.span(token.start, token.end)

    def _persons(self, token: Token) -> list[Actor]:
        span, joint = self._span(token), len(token.persons) > 1
        offices = token.mention.offices if token.mention else []
        return [
            Actor(
                token, person=person, office=offices[0].text if offices and not joint else None,
                spans=(span,), worked_from=token.worked_from, joint=joint,
            )
            for person in token.persons
        ]  # fmt: skip

    def _together(self, token: Token) -> list[Actor]:
        """ "The prime ministers, X and Y"; "his counterparts from Egypt and Ghana"."""
        if token.tag not in {"NNS", "NNPS"} or token.persons:
            return []
        apposed = [t for kid in self.tree.kids(token, "appos") for t in self.tree.conjuncts(kid)]
        named = [t for t in apposed if t.persons]
        named = named if len(named) > 1 else listed_behind(self.tree, token)
        if named:
            return [actor for t in named for actor in self._persons(t)]
        for kid in self.tree.kids(token, "nmod"):
            several = self._several(token, kid) if self.tree.case(kid) == "from" else []
            if self.tree.case(kid) in word_list("some_of_them"):  # "ministers, including X and Y"
                several = self.read_all(t for t in self.tree.conjuncts(kid) if t.persons)
            if several:
                return several
        return []

    def _named_among(self, token: Token) -> list[Actor]:
        """ "A number of leaders, including X and Y": those of them who are named."""
        several = [t for prep, t in self.tree.obliques(token) if prep == "of" and t.tag == "NNS"]
        for noun in several if token.pos == "NOUN" else ():
            for kid in self.tree.kids(noun, "nmod"):
                if self.tree.case(kid) in word_list("some_of_them"):
                    return self.read_all(t for t in self.tree.conjuncts(kid) if t.persons)
        return []

    def _titled(self, token: Token) -> list[Actor]:
        """ "His Majesty the Sultan", "Lonko X": the one named behind a title, known or not."""
        if token.lemma in word_list("relations") and self.tree.kids(token, "nmod:poss"):
            return self._apposed(token)  # "his predecessor, X"
        if token.tag not in {"NNP", "NNPS"}:
            return []
        named = [t for t in self.tree.kids(token, "flat", "compound") if t.persons]
        return self._apposed(token) or (self._persons(named[0]) if named else [])

    def _serving(self, token: Token) -> list[Actor]:
        """ "Advisers to Trump": of the side of the one they serve."""
        beside = self.tree.adjacent(token) if token.lemma in word_list("servants") else None
        served = beside[1].persons if beside is not None and beside[0] in {"to", "of"} else ()
        if len(served) != 1 or served[0].state is None:
            return []
        return [
            Actor(
                token, state=served[0].state, group=self.phrase(token),
                spans=(self._span(token),), worked_from=served[0].name,
            )
        ]  # fmt: skip

    def _apposed(self, token: Token) -> list[Actor]:
        """ "His host, President X": the one named behind."""
        named = [t for t in self.tree.kids(token, "appos") if t.persons]
        return self._persons(named[0]) if named else []

    def _office(self, token: Token) -> list[Actor]:
        assert token.mention is not None
        office = token.mention.offices[0]
        if not office.state and not office.organization:
            return self._sent_by(token, office)
        group = self.phrase(token) if office.plural else None
        if office.states:
            return [self._holder(token, state, office) for state in office.states]
        return [
            Actor(
                token, state=office.state, organization=office.organization,
                office=None if office.plural else office.text, group=group,
                spans=(self._span(token),),
            )
        ]  # fmt: skip

    def _sent_by(self, token: Token, office: OfficePhrase) -> list[Actor]:
        """ "A special envoy of President X": of X's side, by the name that the page gives it."""
        senders = [t for prep, t in self.tree.obliques(token) if prep in {"of", "from"}]
        sender = senders[0].persons[0] if senders and len(senders[0].persons) == 1 else None
        if sender is None or sender.state is None or office.plural or office.kind != "diplomat":
            return []
        head = office.head.split()[-1]
        named = [
            p for p in self.analysis.people
            if p.state == sender.state and p is not sender
            and any(
                o.head.split()[-1] == head
                for m in p.mentions if m.kind is MentionKind.PERSON for o in m.offices
            )
        ]  # fmt: skip
        spans = (self._span(token), self._span(senders[0]))
        if len(named) == 1:
            return [Actor(token, person=named[0], spans=spans, worked_from=office.text)]
        return [
            Actor(
                token, state=sender.state, office=office.text, spans=spans, worked_from=sender.name
            )
        ]

    def _holder(self, token: Token, state: str, office: OfficePhrase) -> Actor:
        """ "The Chinese and US presidents": whom the page names in that office, or the state."""
        named = [
            p for p in self.analysis.people
            if p.state == state and office.kind in p.office_kinds and not (p.former or p.deceased)
        ]  # fmt: skip
        spans = (self._span(token),)
        if office.kind in HELD_BY_ONE and len(named) == 1:
            return Actor(token, person=named[0], spans=spans, worked_from=office.printed)
        return Actor(token, state=state, spans=spans, worked_from=office.printed)

    def _noun(self, token: Token) -> list[Actor]:
        """ "The Russian side", "leaders of Laos", "Hanoi's delegation"."""
        again = token.pos == "PRON" and len(token.states) == 1  # "thanked Peru and invited it"
        if again and not token.persons:
            return [
                Actor(token, state=token.states[0], spans=(self._span(token),), worked_from="it")
            ]
        if token.pos not in {"NOUN", "PROPN"} or token.lemma not in word_list("state_bodies"):
            return []
        if token.states and not token.persons:
            return [
                Actor(token, state=state, spans=(self._span(token),), joint=True)
                for state in token.states
            ]
        if token.lemma in word_list("delegations"):
            leaders = [
                actor
                for kid in self.clauses(token)
                if kid.lemma in word_list("heading")
                for actor in self.read_all([t for t in self.tree.subjects(kid) if t is not token])
            ]
            leaders = leaders or self._leading(token)
            if any(leader.side for leader in leaders):
                return leaders
            sent = self._sent_body(token)
            if sent is not None:
                return [sent]
        for kid in self.owners(token):
            mention = kid.mention
            if mention is None or not (self._state_of(kid) or mention.organization):
                continue
            if kid.dep == "nmod" and self.tree.case(kid) not in {"of", "from"}:
                continue
            several = self._several(token, kid)
            if several:
                return several
            return [
                Actor(
                    token, state=self._state_of(kid), organization=mention.organization,
                    group=self.phrase(token), delegation=token.lemma in word_list("delegations"),
                    spans=(self._span(token), self._span(kid)), worked_from=mention.text,
                )
            ]  # fmt: skip
        return []

    @staticmethod
    def _state_of(kid: Token) -> str | None:
        """The state that a modifier names, by the leader whose administration it is as well."""
        named = kid.persons[0].state if kid.dep == "compound" and len(kid.persons) == 1 else None
        return (kid.mention.state if kid.mention is not None else None) or named

    def _leading(self, token: Token) -> list[Actor]:
        """ "X led a delegation to attend it": the persons who lead the one at ``token``."""
        head = self.tree.head(token)
        if head is None or token.dep != "obj" or head.lemma not in word_list("heading"):
            return []
        return [a for a in self.read_all(self.tree.subjects(head)) if a.person is not None]

    def clauses(self, token: Token) -> list[Token]:
        """Participles of a body, also behind what it is of: "a team of the Party of X led by"."""
        of = [t for prep, t in self.tree.obliques(token) if prep in {"of", "from"}]
        of += [t for one in of for prep, t in self.tree.obliques(one) if prep in {"of", "from"}]
        return [kid for noun in (token, *of) for kid in self.tree.kids(noun, "acl")]

    def owners(self, token: Token) -> list[Token]:
        """What may name a body's state, also one step down: "Ministry of Foreign Affairs of X"."""
        near = self.tree.kids(token, "amod", "nmod:poss", "compound", "nmod", "nmod:desc")
        if not near:  # "the government and people of X"
            bodies = word_list("state_bodies")
            shared = [t for t in self.tree.conjuncts(token)[1:] if t.lemma in bodies]
            near = [kid for body in shared for kid in self.tree.kids(body, "nmod")]
        field = [kid for kid in near if kid.dep == "nmod" and kid.mention is None]
        deeper = [
            below for kid in field for below in self.tree.kids(kid, "nmod", "amod", "compound")
        ]
        serving = [t for kid in deeper for t in self.tree.kids(kid, "compound", "amod")]
        return [*near, *deeper, *serving]  # "a delegation of senior Trump administration officials"

    def _several(self, token: Token, kid: Token) -> list[Actor]:
        """ "The governments of Kenya, Chad and Mali": one for each state."""
        states = [t for t in self.tree.conjuncts(kid) if t.mention and t.mention.state]
        if token.lower == "people":
            return []  # "the people of Syria and Turkey" are addressed as one
        if token.tag not in {"NNS", "NNPS"} or len(states) < 2:
            return []
        named = {t.i: t for t in self.tree.conjuncts(kid) if t.persons}.values()
        if len(named) == len(states):  # "his peers from Chad and Mali, X and Y"
            return [actor for t in named for actor in self._persons(t)]
        return [
            Actor(
                token, state=one.mention.state if one.mention else None,
                spans=(self._span(token), self._span(one)), worked_from=token.text,
            )
            for one in states
        ]  # fmt: skip

    def _sent_body(self, token: Token) -> Actor | None:
        """ "Putin sent a delegation": the body is of the sender's side."""
        head = self.tree.head(self.tree.first_conjunct(token))
        if (
            head is None
            or head.lemma not in word_list("sending")
            or token.dep not in {"obj", "conj"}
        ):
            return None
        senders = self.read_all(self.tree.subjects(head))
        side = next((sender.side for sender in senders if sender.side), None)
        if side is None:
            return None
        return Actor(
            token, state=side, group=self.phrase(token), delegation=True,
            spans=(self._span(token), *senders[0].spans), worked_from=senders[0].label,
        )  # fmt: skip

    def phrase(self, token: Token) -> str:
        """The words of a noun phrase without clauses, articles and coordinated others.

        Nor what it is told of: "the people of Azerbaijan on the anniversary of ...".
        """
        branches = ("acl", "acl:relcl", "conj", "cc", "punct", "appos")
        phrase = self.tree.subtree(token, without=branches)
        about = {
            below.i
            for word in phrase if word is not token and self._told_about(word)
            for below in self.tree.subtree(word)
        }  # fmt: skip
        inside = [
            word
            for word in phrase
            if (word.head != token.i or word is token or word.dep not in {"case", "det"})
            and word.i not in about
        ]
        last = [t for word in inside for t in self.tree.conjuncts(word) if word.mention]
        joined = last if token.lower == "people" else []  # "of Syria and Turkey"
        start, end = inside[0].start, max(word.end for word in (*inside, *joined))
        return self.analysis.text[start:end]

    def _told_about(self, word: Token) -> bool:
        """ "The people of Tonga for the losses": no part of the name, as in "Council for Peace"."""
        case = self.tree.case(word)
        own = self.tree.kids(word, "det", "nmod:poss")
        return case in _ABOUT or (case == "for" and bool(own))

    def _stranger(self, token: Token) -> Person:
        """A capitalised name that nothing has introduced: a person if it acts like one."""
        assert token.mention is not None
        name = token.mention.name
        known = next((p for p in self.analysis.people if name in p.names), None)
        if known is None:
            known = Person(name=name, names=[name], mentions=[token.mention])
            known.state_from = "stranger"
        return known
