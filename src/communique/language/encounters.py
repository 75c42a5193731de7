"""Who goes on meeting people: "He also met Z" is of whom the page told to have met Y."""

from __future__ import annotations

from communique.knowledge.references import ReferenceWords
from communique.language.annotations import Person, Token
from communique.language.grammar import Tree


class Encounters:
    """Remembers the last two who met, the one first of whom it was told."""

    def __init__(self, words: ReferenceWords) -> None:
        """``words`` are those of the page's language."""
        self.words = words
        self.doer: Person | None = None
        self.partner: Person | None = None

    def see(self, tree: Tree) -> None:
        """Take in a sentence whose persons are known: "X met Y", "X held talks with Y"."""
        for verb in tree.tokens:
            if verb.lemma not in self.words.encounters or not tree.is_verb(verb):
                continue
            doers = [p for t in tree.subjects(verb) for p in t.persons]
            others = [p for p in _met(tree, verb) if p not in doers]
            if len(doers) == 1 and others:
                told_of = any(t.pos == "PRON" for t in tree.objects(verb))  # "where Y received him"
                pair = (others[0], doers[0]) if told_of else (doers[0], others[0])
                self.doer, self.partner = pair

    def again(self, tree: Tree, pronoun: Token) -> list[Person]:
        """Whom ``pronoun`` can mean where it is told to have "also met" somebody.

        Who receives a visitor also receives others from abroad, and a visitor also meets others
        there: whoever is of another state than the one met now.
        """
        verb = tree.head(pronoun)
        if verb is None or verb.lemma not in self.words.encounters or self.doer is None:
            return []
        adverbs = [kid.lower for kid in tree.kids(verb, "advmod") if kid.mention is None]
        if not self.words.further & set(adverbs):
            return []
        theirs = {p.state for p in _met(tree, verb)}
        pair = [p for p in (self.doer, self.partner) if p is not None]
        return [p for p in pair if p.state is not None and p.state not in theirs][:1]


def _met(tree: Tree, verb: Token) -> list[Person]:
    """Those with whom the one who does ``verb`` is told to have met."""
    noun = tree.kids(verb, "obj")
    heads = [verb, *noun]
    partners = [t for head in heads for prep, t in tree.obliques(head) if prep == "with"]
    named = [
        t.mention.person
        for t in (*tree.objects(verb), *partners)
        if t.mention is not None and t.mention.person is not None
    ]
    return [*named, *(p for t in (*tree.objects(verb), *partners) for p in t.persons)]
