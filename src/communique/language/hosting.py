"""Who receives whom on a page: "the guest" and "his host" without a name."""

from __future__ import annotations

from communique.knowledge.references import ReferenceWords
from communique.language.annotations import Person
from communique.language.grammar import Tree


class Hosting:
    """Remembers the last host and guest of whom the page has told."""

    def __init__(self, words: ReferenceWords) -> None:
        """``words`` are those of the page's language."""
        self.words = words
        self.host: Person | None = None
        self.guest: Person | None = None

    def see(self, tree: Tree) -> None:
        """Take in a sentence whose persons are known: "X received Y", "Y was received by X"."""
        for verb in tree.tokens:
            if verb.lemma not in self.words.receiving or not tree.is_verb(verb):
                continue
            hosts = [p for t in tree.subjects(verb) for p in t.persons]
            guests = [p for t in tree.objects(verb) for p in t.persons]
            if len(hosts) == 1 and guests and hosts[0] is not guests[0]:
                self.host, self.guest = hosts[0], guests[0]
