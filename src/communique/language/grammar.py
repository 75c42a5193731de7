"""Predicates and their arguments over one sentence's tree (Universal Dependencies relations).

What a reader does without noticing: passives turned round, subjects carried into infinitives,
participles and coordinated verbs, relative pronouns followed to what they stand for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.language.annotations import MentionKind, Token

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
# Verbs whose object does what the infinitive says ("invited him to visit").
_OBJECT_CONTROL = frozenset(
    """invite ask urge request call want tell order encourage allow enable help persuade expect
    advise wish lead thank congratulate support appoint send authorise authorize instruct beg
    implore press welcome receive host see meet""".split()
)
_PERSONAL = frozenset({"who", "whom"})
# Nouns whose infinitive is done by the one they go to ("an invitation to X to visit").
_RECIPIENT_CONTROL = frozenset({"invitation", "request", "offer", "call", "appeal", "order", "proposal"})
# What stands right before a finite verb as its subject, whatever the parser made of it.
_STANDING = frozenset({"latter", "former", "he", "she", "both", "they"})
# Bodies of people that themselves do what they are sent to do.
_BODIES = frozenset({"delegation", "team", "mission", "envoy", "representative", "official", "minister"})
_LIST_MARKS = frozenset({",", "and", "&", ";"})
_LIST_FILLERS = frozenset({"the", "other", "well", "as"})
_DEPTH = 8


class Tree:
    """One sentence's tokens with the questions that coding asks of them."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """``tokens`` are in order and carry heads and children."""
        self.tokens = tokens

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def kids(self, token: Token, *relations: str) -> list[Token]:
        """Children of ``token``, all or those of the named relations (subtypes named apart)."""
        found = (self.tokens[i] for i in token.children)
        return [kid for kid in found if not relations or kid.dep in relations]

    def head(self, token: Token) -> Token | None:
        """The governor of ``token``, None for a root."""
        return None if token.head == token.i else self.tokens[token.head]

    def up(self, token: Token) -> Iterator[Token]:
        """The governors of ``token``, nearest first."""
        for _ in range(len(self.tokens)):
            head = self.head(token)
            if head is None:
                return
            yield head
            token = head

    def subtree(self, token: Token, *, without: Sequence[str] = ()) -> list[Token]:
        """``token`` and all below it in order, leaving out branches of relations ``without``."""
        found, stack = [], [token]
        while stack:
            this = stack.pop()
            found.append(this)
            stack.extend(kid for kid in self.kids(this) if kid.dep not in without)
        return sorted(found, key=lambda t: t.i)

    def conjuncts(self, token: Token) -> list[Token]:
        """``token`` and the tokens coordinated with it."""
        found = [token]
        for kid in self.kids(token, "conj"):
            found += self.conjuncts(kid)
        for named in self._listed(token):
            if named not in found:
                found.append(named)
        return found

    def _listed(self, token: Token) -> list[Token]:
        """Names that follow a name in a list, however the parser has hung them."""
        found: list[Token] = []
        if token.mention is None or token.mention.kind is not MentionKind.PERSON:
            return found
        at = token.i + 1
        while at + 1 < len(self.tokens) and self.tokens[at].lower in _LIST_MARKS:
            at += 1
            while at < len(self.tokens) and self.tokens[at].lower in _LIST_MARKS | _LIST_FILLERS:
                at += 1
            if at >= len(self.tokens) or not self._list_member(self.tokens[at]):
                break
            found.append(self.tokens[at])
            at += 1
        return found

    @staticmethod
    def _list_member(token: Token) -> bool:
        mention = token.mention
        return (
            mention is not None
            and mention.kind in {MentionKind.PERSON, MentionKind.OFFICE}
            and token.dep in {"conj", "appos", "nmod", "flat", "obj", "list", "dep"}
        )

    def first_conjunct(self, token: Token) -> Token:
        """The head of the coordination that ``token`` stands in."""
        while token.dep == "conj" and token.head != token.i:
            token = self.tokens[token.head]
        return token

    def case(self, token: Token) -> str:
        """The preposition of ``token``, "" without; several words are joined by a blank."""
        first = self.first_conjunct(token)
        for source in (token, first):
            cases = self.kids(source, "case")
            if cases:
                case = cases[0]
                return " ".join(
                    [case.lower, *(kid.lower for kid in self.kids(case, "fixed"))]
                    if len(cases) == 1
                    else [kid.lower for kid in cases if kid.lower != "'s"]
                )
        return ""

    def is_verb(self, token: Token) -> bool:
        """Whether ``token`` is a full verb."""
        if token.tag.startswith("NN"):
            return False
        return token.pos == "VERB" or (token.tag.startswith("VB") and token.pos != "AUX")

    def is_passive(self, verb: Token) -> bool:
        """Whether ``verb`` is passive: an auxiliary of it, or a bare past participle on a noun."""
        if self.kids(verb, "aux:pass", "nsubj:pass"):
            return True
        if verb.dep == "acl" and verb.tag == "VBN":
            return True
        if verb.dep == "conj":
            head = self.head(verb)
            return (
                head is not None
                and verb.tag == "VBN"
                and self.is_passive(head)
                and not self.kids(verb, "nsubj", "aux")
            )
        return verb.dep == "advcl" and verb.tag == "VBN" and not self.kids(verb, "aux")

    def resolve(self, token: Token) -> Token:
        """What a relative pronoun stands for, else ``token``."""
        if token.lower not in _RELATIVE:
            return token
        for governor in self.up(token):
            if governor.dep == "acl:relcl" and governor.head != governor.i:
                noun = self.tokens[governor.head]
                return self._person_before(token, noun) if token.lower in _PERSONAL else noun
        return token

    def _person_before(self, pronoun: Token, noun: Token) -> Token:
        """"who" stands for a person: the nearest before it where its noun is none."""
        if noun.persons or noun.mention is not None:
            return noun
        for token in reversed(self.tokens[noun.i : pronoun.i]):
            if token.persons or (token.mention is not None and token.mention.person is not None):
                return token
        return noun

    def subjects(self, verb: Token, depth: int = 0) -> list[Token]:
        """Who does ``verb``: its logical subjects, inherited where the language leaves them out."""
        if depth > _DEPTH:
            return []
        if self.is_passive(verb):
            agents = [t for t in self.kids(verb, "obl:agent", "obl") if self.case(t) == "by"]
            if not agents:
                deep = self.deep_obliques(verb)
                agents = [t for prep, t in deep if prep == "by" and (t.persons or t.mention)][:1]
            return self._spread(agents)
        own = self.kids(verb, "nsubj", "nsubj:outer")
        if own:
            return [*self._listed_before(own[0]), *self._spread(own)]
        if self.kids(verb, "nsubj:pass"):
            return []
        return self._standing_before(verb) or self._inherited(verb, depth)

    def _listed_before(self, subject: Token) -> list[Token]:
        """A headline's comma for "and": "PM X, King Y hold talks"."""
        at = subject.i
        if at != 2 or self.tokens[1].lower != "," or subject.mention is None:
            return []
        first = self.tokens[0]
        named = first.mention is not None and first.mention.kind in {
            MentionKind.PERSON, MentionKind.OFFICE,
        }  # fmt: skip
        return [first] if named and subject.mention.kind is not MentionKind.STATE else []

    def _standing_before(self, verb: Token) -> list[Token]:
        """Persons named right before a finite verb, whatever the parser hung them on.

        "During a meeting of NATO, X and Y discussed ...": a list after a fronted phrase is often
        parsed as going on with that phrase.
        """
        at = verb.i - 1
        while at >= 0 and self.tokens[at].dep in {"aux", "advmod", "aux:pass"}:
            at -= 1
        if at < 0 or verb.tag not in {"VBD", "VBZ", "VBP"} and verb.i == at + 1:
            return []
        if self.tokens[at].lower in _STANDING and self.tokens[at].persons:
            return [self.tokens[at]]
        found: list[Token] = []
        while at >= 0 and self._names_person(self.tokens[at]):
            found.insert(0, self.tokens[at])
            if at < 2 or self.tokens[at - 1].lower not in {"and", "&", ","}:
                break
            at -= 2
            while at >= 0 and self.tokens[at].lower in {",", "the"}:
                at -= 1
        return found

    def _names_person(self, token: Token) -> bool:
        mention = token.mention
        return (
            mention is not None
            and mention.kind in {MentionKind.PERSON, MentionKind.OFFICE}
            and token.dep in {"conj", "appos", "nmod", "dep", "obl", "flat"}
            and not self.kids(token, "case")
        )

    def _inherited(self, verb: Token, depth: int) -> list[Token]:
        head = self.head(verb)
        if head is None:
            return []
        if verb.dep in {"acl:relcl"}:
            return [head] if not self._relative_object(verb) else []
        if verb.dep == "acl":
            if self.is_verb(head) or verb.tag != "VBG":
                return self._noun_doers(head, depth)
            return [head]
        if verb.dep == "conj":
            thanked = self.kids(head, "obj", "iobj") if self._reason(verb) else []
            if thanked and head.lemma in _OBJECT_CONTROL:
                return self._spread(thanked)
            return self.subjects(head, depth + 1) if self._clausal(head) else []
        if verb.dep == "xcomp":
            objects = self.kids(head, "obj", "iobj", "nsubj:pass")
            if head.lemma in _OBJECT_CONTROL and objects:
                return self._spread(objects)
            return self.subjects(head, depth + 1) or self._surface(head)
        if verb.dep == "advcl" and head.lemma in _OBJECT_CONTROL and self._reason(verb):
            thanked = self.kids(head, "obj", "iobj", "nsubj:pass")
            if thanked:
                return self._spread(thanked)
        if verb.dep == "advcl" and self.is_verb(head):
            invited = self._recipients(head, verb)
            if invited and any(kid.lower == "to" for kid in self.kids(verb, "mark")):
                return invited
        if verb.dep in {"advcl", "ccomp", "parataxis", "dep"}:
            return self._surface(head) or self.subjects(head, depth + 1)
        return []

    def _clausal(self, head: Token) -> bool:
        return self.is_verb(head) or bool(self.kids(head, "cop", "nsubj", "nsubj:pass"))

    def _noun_doers(self, noun: Token, depth: int) -> list[Token]:
        """Who does an infinitive that hangs on a noun: "his decision to visit"."""
        if noun.lemma in _RECIPIENT_CONTROL:
            found = self._to_whom(noun)
            if found:
                return found
        if noun.lemma in _BODIES:
            return [noun]
        owners = self.kids(noun, "nmod:poss")
        if owners:
            return self._spread(owners)
        head = self.head(noun)
        if head is not None and self.is_verb(head):
            return self.subjects(head, depth + 1)
        return []

    def _reason(self, verb: Token) -> bool:
        """"for sending", "on winning": what the one thanked or congratulated has done."""
        return verb.tag == "VBG" and any(
            kid.lower in {"for", "on", "upon", "over"} for kid in self.kids(verb, "mark", "case")
        )

    def _recipients(self, verb: Token, asking: Token) -> list[Token]:
        """To whom the invitation goes that ``verb`` extends; whom a controlling verb addresses."""
        for noun in self.kids(verb, "obj"):
            if noun.lemma in _RECIPIENT_CONTROL:
                return self._to_whom(noun)
        if verb.lemma in _OBJECT_CONTROL:
            return self._spread(self.kids(verb, "obj", "iobj", "nsubj:pass"))
        for kid in self.kids(verb, "advcl", "xcomp"):
            if kid is not asking and kid.lemma in _OBJECT_CONTROL:
                return self._spread(self.kids(kid, "obj"))
        return []

    def _to_whom(self, noun: Token) -> list[Token]:
        found = [t for prep, t in self.obliques(noun) if prep == "to"]
        head = self.head(noun)
        if not found and head is not None and self.is_verb(head):
            found = [t for prep, t in self.obliques(head) if prep == "to"]
            found = found or self.kids(head, "iobj")
        return [t for t in found if t.persons or t.mention is not None]

    def _surface(self, verb: Token) -> list[Token]:
        """Grammatical subjects of ``verb``, or of the clause it is coordinated with."""
        own = self.kids(verb, *_SUBJECTS)
        if own:
            return self._spread(own)
        head = self.head(verb)
        if head is not None and verb.dep in {"conj", "xcomp", "ccomp", "parataxis"}:
            return self._surface(head)
        return []

    def _relative_object(self, verb: Token) -> bool:
        return any(kid.lower in _RELATIVE for kid in self.kids(verb, "obj", "obl"))

    def objects(self, verb: Token) -> list[Token]:
        """What ``verb`` acts on: objects, the subjects of a passive, a participle's noun."""
        found = self.kids(verb, "obj", "iobj")
        if self.is_passive(verb):
            found += self.kids(verb, "nsubj:pass")
            head = self.head(verb)
            if not self.kids(verb, "nsubj:pass") and head is not None:
                if verb.dep in {"acl", "acl:relcl"}:
                    found.append(head)
                elif verb.dep == "conj":
                    found += self._surface(head)
                elif verb.dep == "advcl":
                    found += self._surface(head)
        elif verb.dep == "conj" and not found and verb.head != verb.i:
            head = self.tokens[verb.head]
            shared = self.kids(head, "obj") if head.i < verb.i else []
            found += [t for t in shared if t.i > verb.i]
        if verb.dep == "acl:relcl" and not found and self.kids(verb, "nsubj"):
            head = self.head(verb)
            if head is not None and not self.is_verb(head):
                found.append(head)
        return self._spread(found)

    def obliques(self, token: Token) -> list[tuple[str, Token]]:
        """Prepositional phrases of a verb or noun with their prepositions."""
        relations = ("obl", "obl:agent", "nmod", "obl:tmod", "obl:unmarked", "nmod:tmod", "nmod:unmarked")
        found = []
        for kid in self.kids(token, *relations):
            for member in self.conjuncts(kid):
                found.append((self.case(member), self.resolve(member)))
        return found

    def adjacent(self, noun: Token) -> tuple[str, Token] | None:
        """The phrase that directly follows a noun, wherever the parser hung it ("talks with X")."""
        if noun.i + 1 >= len(self.tokens):
            return None
        case = self.tokens[noun.i + 1]
        if case.dep != "case" or case.head == case.i or case.head < case.i:
            return None
        return case.lower, self.tokens[case.head]

    def deep_obliques(self, token: Token, depth: int = 0) -> list[tuple[str, Token]]:
        """Phrases of ``token`` and those that hang on common nouns inside them.

        A parser often hangs "with X" on the noun before it ("held talks at the palace with X").
        """
        found = self.obliques(token)
        if depth < 3:
            for prep, inner in list(found):
                plain = inner.mention is None or inner.mention.kind not in {
                    MentionKind.PERSON, MentionKind.OFFICE,
                }  # fmt: skip
                if plain and prep != "between":
                    found += self.deep_obliques(inner, depth + 1)
        return found

    def _spread(self, tokens: Sequence[Token]) -> list[Token]:
        """Coordinated members of ``tokens``, relative pronouns replaced."""
        found: list[Token] = []
        for token in tokens:
            for member in self.conjuncts(self.resolve(token)):
                if member not in found and not (member is not token and self.is_verb(member)):
                    found.append(member)
        return found

    def negated(self, verb: Token) -> bool:
        """Whether ``verb`` itself is denied."""
        return any(
            kid.lemma in {"not", "never", "n't"} or kid.lower in {"not", "never", "n't"}
            for kid in self.kids(verb, "advmod", "neg", "aux")
        ) or any(kid.lower == "no" for kid in self.kids(verb, "det"))

    def auxiliaries(self, verb: Token) -> list[str]:
        """Small-letter auxiliaries of ``verb``, in order, shared ones of a coordination too."""
        own = [kid.lower for kid in self.kids(verb, "aux", "aux:pass", "cop")]
        if not own and verb.dep == "conj" and verb.head != verb.i:
            head = self.tokens[verb.head]
            if head.tag == verb.tag:
                return self.auxiliaries(head)
        return own
