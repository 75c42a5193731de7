"""Which nouns of a sentence are a speech act with the verb that has them: "expressed thanks"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.coding.statements.speech_tree import SpeechTree
from communique.knowledge.frames import Frames, StatementFrame
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import Token


class SupportedNouns:
    """Finds the nouns that verbs of one sentence support."""

    def __init__(self, tree: SpeechTree, frames: Frames, words: SpeechWords) -> None:
        """``frames`` and ``words`` are those of the language of ``tree``."""
        self.tree = tree
        self.known = frames
        self.words = words

    def hung_lower(self, verb: Token, noun: Token) -> Iterator[Token]:
        """ "His thanks for the aid and his hope for peace": a second noun of the act that the
        parser joined to what the first is about."""
        inside = {t.i: t for t in self.tree.subtree(noun)}
        for token in inside.values():
            joined = token.dep == "conj" or self.tree.kids(token, "cc")
            if token.i < noun.i or not joined or token.pos != "NOUN":
                continue
            if self.tree.head(token) is noun or not self.tree.kids(token, "nmod:poss"):
                continue
            own = any(kid.tag == "PRP$" for kid in self.tree.kids(token, "nmod:poss"))
            said = any(token.lemma in f.nouns for f, _ in self.frames(verb, token))
            between = [t for t in self.tree.up(token) if t.i in inside and t is not noun]
            clauses = [t for t in between if self.tree.is_verb(t)]
            if said and all(own and t.tag == "VB" for t in clauses):
                yield token

    def of(self, verb: Token) -> list[Token]:
        """The nouns that may be an act with ``verb``, wherever the parser hung them."""
        tree = self.tree
        found = tree.kids(verb, "obj") or self._beside(verb)
        head = tree.head(verb)
        if found:
            found += [t for t in tree.kids(verb, "conj") if not tree.is_verb(t)]
        elif apart := self._past_address(verb):
            found += apart
        elif verb.dep == "conj" and head is not None:
            # "had learnt of it and conveyed, on behalf of the nation, condolences"
            found += [t for t in tree.kids(head, "obj") if t.i > verb.i]
        behind = verb.dep == "amod" and head is not None and head.i > verb.i
        if head is not None and behind and (verb.tag == "VBD" or tree.slipped(verb)):
            found.append(head)
        elif tree.is_passive(verb):
            found += tree.kids(verb, "nsubj:pass")
            if verb.dep in {"acl", "acl:relcl"} and head is not None:
                found.append(head)
        elif verb.dep == "acl:relcl" and not found:
            found += [t for t in tree.objects(verb) if t.i < verb.i]
        if verb.lemma in self.words.speaking_of:
            found += self._felt(verb)
        with_words = self.words.manner
        return found + [t for t in tree.kids(verb, "obl") if tree.case(t) in with_words]

    def _felt(self, verb: Token) -> list[Token]:
        """ "Spoke of his hope for peace": what one has and speaks of is expressed."""
        told = [t for prep, t in self.tree.obliques(verb) if prep in {"of", "about"}]
        told += [t for t in self.tree.kids(verb, "obj") if self.tree.case(t) in {"of", "about"}]
        return [t for t in told if any(k.tag == "PRP$" for k in self.tree.kids(t, "nmod:poss"))]

    def _beside(self, verb: Token) -> list[Token]:
        """ "Gave assurances that", "expressed, on behalf of Y, gratitude": a noun of the act that
        was taken for whom it is given to, or for another verb."""
        return [
            kid for kid in self.tree.kids(verb, "iobj", "conj", "obl:unmarked", "parataxis")
            if kid.i > verb.i and kid.pos == "NOUN" and not self.tree.kids(kid, "nsubj")
            and any(self.frames(verb, kid))
        ]  # fmt: skip

    def _past_address(self, verb: Token) -> list[Token]:
        """ "Extend to the President, John Mahama, my congratulations": the noun of the act behind
        those addressed, joined to their names."""
        addressed = verb.tag == "VB" and any(p == "to" for p, _ in self.tree.obliques(verb))
        if not addressed and self.tree.tokens[verb.i + 1 : verb.i + 2][:1] and (
            self.tree.tokens[verb.i + 1].lower != ","
        ):  # fmt: skip
            return []
        for token in self.tree.tokens[verb.i + 2 :]:
            if self.tree.is_verb(token):
                return []
            first = self.tree.subtree(token, without=("conj", "cc"))
            opens = [t for t in first if t.pos != "PUNCT"][:1]
            begins = bool(opens) and self.tree.tokens[opens[0].i - 1].lower == ","
            if begins and opens[0].i < token.i and any(self.frames(verb, token)):
                return [token]
        return []

    def frames(self, verb: Token, noun: Token) -> Iterator[tuple[StatementFrame, Token]]:
        """The frames of ``verb`` with ``noun``, or with what "a message of" it is about."""
        told = verb.lemma in self.words.speaking_of
        lemma = "express" if told else verb.lemma  # "spoke of his hope"
        for this in self._below_carriers(noun):
            for name in (this.lemma, this.lower):
                for frame in self.known.statement_words.get(name, ()):
                    if name in frame.nouns and lemma in frame.support:
                        yield frame, this

    def _below_carriers(self, noun: Token) -> Iterator[Token]:
        """What "a message of condolence", "the importance of the help" are about, then they."""
        if noun.lemma in self.words.carriers:
            for preposition, kid in self.tree.obliques(noun):
                if preposition == "of":
                    yield kid
        yield noun
