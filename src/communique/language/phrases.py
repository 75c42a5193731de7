"""Phrases of one sentence's tree: children, coordination, prepositions, voice (UD relations)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from communique.knowledge.references import load_reference_words
from communique.language.annotations import MentionKind, Token

# Words that name somebody who may be told of in a relative clause.
_BEARERS = frozenset({MentionKind.PERSON, MentionKind.OFFICE})


class Phrases:
    """One sentence's tokens with the simpler questions that coding asks of them."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """``tokens`` are in order and carry heads and children."""
        self.tokens = tokens
        self.words = load_reference_words()

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def kids(self, token: Token, *relations: str) -> list[Token]:
        """Children of ``token``, all or those of the named relations (subtypes named apart)."""
        found: list[Token] = []
        tokens = self.tokens
        for i in token.children:  # asked 30,000 times a page: no list is built by a function
            kid = tokens[i]
            if not relations or kid.dep in relations:
                found.append(kid)
        return found

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
            stack += [kid for i in this.children if (kid := self.tokens[i]).dep not in without]
        return sorted(found, key=attrgetter("i"))

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
        at = self._past_state(token.i + 1)
        while at + 1 < len(self.tokens) and self.tokens[at].lower in self.words.list_marks:
            at += 1
            while (
                at < len(self.tokens)
                and self.tokens[at].lower in self.words.list_marks | self.words.list_fillers
            ):
                at += 1
            if at >= len(self.tokens) or not self._list_member(self.tokens[at]):
                break
            found.append(self.tokens[at])
            at = self._past_state(at + 1)
        return found

    def _past_state(self, at: int) -> int:
        """Where a list of names goes on behind "of Kenya"."""
        after = self.tokens[at : at + 3]
        if len(after) < 2 or after[0].lower != "of":
            return at
        named = after[2:3] if after[1].lower == "the" else after[1:2]
        state = bool(named) and named[0].mention is not None and named[0].mention.state is not None
        return named[0].i + 1 if state else at

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
        if verb.dep in {"acl", "csubj"} and verb.tag == "VBN":
            return True
        if verb.dep == "acl" and verb.tag == "VBD" and not self.kids(verb, "nsubj"):
            return True  # "a delegation led by X": a participle, whatever the tagger says
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
        if token.lower not in self.words.relative:
            return token
        for governor in self.up(token):
            if governor.dep == "acl:relcl" and governor.head != governor.i:
                noun = self.tokens[governor.head]
                return (
                    self.one_of(self._person_before(token, noun))
                    if token.lower in self.words.personal_relative
                    else noun
                )
        return token

    def one_of(self, noun: Token) -> Token:
        """Who is named as one of many: "among those received was X", "X is one of the leaders
        who", else ``noun``."""
        named = self.head(noun)
        counted = noun if self.case(noun) == "among" else named
        if counted is not None and (counted is noun or counted.lower == "one"):
            subjects = self.kids(counted, "nsubj") if self.kids(counted, "cop") else []
            if subjects and subjects[0].mention is not None:
                return subjects[0]
        if noun.dep != "nsubj" or self.case(noun) != "among" or named is None:
            return noun
        return named if self.kids(named, "cop") and named.mention is not None else noun

    def _person_before(self, pronoun: Token, noun: Token) -> Token:
        """ "who" stands for a person: the nearest before it where its noun is none."""
        if noun.mention is not None and noun.mention.kind in _BEARERS:
            return noun
        for token in reversed(self.tokens[noun.i : pronoun.i]):
            if token.persons or (token.mention is not None and token.mention.person is not None):
                return token
        return noun

    def obliques(self, token: Token) -> list[tuple[str, Token]]:
        """Prepositional phrases of a verb or noun with their prepositions."""
        relations = (
            "obl",
            "obl:agent",
            "nmod",
            "obl:tmod",
            "obl:unmarked",
            "nmod:tmod",
            "nmod:unmarked",
        )
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
            stands_for = self.resolve(token)
            members = self.conjuncts(token) if stands_for is token else [stands_for]
            for member in members:
                if member not in found and not (member is not token and self.is_verb(member)):
                    found.append(member)
        return found

    def negated(self, verb: Token) -> bool:
        """Whether ``verb`` itself is denied."""
        return any(
            kid.lemma in {"not", "never", "n't"} or kid.lower in {"not", "never", "n't"}
            for kid in self.kids(verb, "advmod", "neg", "aux")
        ) or any(
            kid.lower == "no"
            for word in (verb, *self.kids(verb, "nsubj", "nsubj:pass"))
            for kid in self.kids(word, "det")
        )

    def auxiliaries(self, verb: Token) -> list[str]:
        """Small-letter auxiliaries of ``verb``, in order, shared ones of a coordination too."""
        own = [kid.lower for kid in self.kids(verb, "aux", "aux:pass", "cop")]
        if not own and verb.dep == "conj" and verb.head != verb.i:
            head = self.tokens[verb.head]
            shared = head.tag == verb.tag or (head.tag == "VB" and verb.tag == "VBP")
            if shared and not self.kids(verb, "nsubj"):
                return self.auxiliaries(head)
        return own
