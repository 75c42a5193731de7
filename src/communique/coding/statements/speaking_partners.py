"""With whom a joint act is done: the partner of "discussed it with", of "met X and agreed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.coding.engagements.actors import Actor, ActorReader
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import Token
from communique.language.grammar import Tree

_WITH = frozenset({"with", "together with"})
# "Called on X and discussed it", "spoke to X and exchanged views".
_TO = frozenset({"on", "to", "upon"})
_TOLD = frozenset({"with", "together with", "to"})
_JOINED = frozenset({"conj", "advcl", "xcomp"})
_OF_TALKS = frozenset({"between", "with", "of"})


class Partners:
    """Finds partners in one sentence."""

    def __init__(self, tree: Tree, reader: ActorReader, words: SpeechWords) -> None:
        """``reader`` is of the same ``tree``."""
        self.tree = tree
        self.reader = reader
        self.words = words

    def beside(self, verb: Token) -> Iterator[Actor]:
        """ "Discussed it with Y"; "met Y and discussed it"."""
        tree = self.tree
        heads = [verb, *tree.kids(verb, "obj")]
        first = tree.head(verb) if verb.dep in _JOINED else None
        if first is not None and first.lemma in self.words.encounters:
            heads += [first, *tree.kids(first, "obj")]
            to = [t for prep, t in tree.obliques(first) if prep in _TO and t.i < verb.i]
            met = self.reader.read_all([*tree.kids(first, "obj"), *to])
            yield from (actor for actor in met if actor.person is not None)
        for head in heads:
            for preposition, kid in tree.obliques(head):
                if preposition in _WITH:
                    yield from (a for a in self.reader.read(kid) if a.person or a.side)

    def in_talks(self, verb: Token, subjects: Sequence[Token]) -> Iterator[Actor]:
        """ "The talks between X and Y focused on it"."""
        for subject in self.talks(verb, subjects):
            for preposition, kid in self.tree.obliques(subject):
                if preposition in _OF_TALKS:
                    yield from self.reader.read(kid)

    def understood(self, verb: Token, actors: Sequence[Actor]) -> bool:
        """ "The Prime Minister also discussed trade": with the one whom the page has told of. To
        an audience, or in a speech, it was discussed alone."""
        if len(actors) != 1 or actors[0].person is None or verb.lemma in self.words.alone:
            return False
        papers = self.words.spoken_papers | self.words.papers
        around = [
            p for head in (verb, *self.tree.kids(verb, "obj")) for p in self.tree.obliques(head)
        ]
        return not any(prep in _TOLD or kid.lemma in papers for prep, kid in around)

    def talks(self, verb: Token, subjects: Sequence[Token]) -> list[Token]:
        """Subjects that are a conversation, not somebody."""
        around = subjects or self.tree.kids(verb, "nsubj", "nsubj:pass")
        return [t for t in around if t.lemma in self.words.conversations]
