"""Who may be spoken to: persons, sides, peoples and audiences among a verb's objects."""

from __future__ import annotations

from communique.coding.engagements.actors import ActorReader
from communique.knowledge.references import load_reference_words
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import MentionKind, Token
from communique.language.grammar import Tree


class Listeners:
    """Tells those who are spoken to from what is spoken of, in one sentence."""

    def __init__(self, tree: Tree, reader: ActorReader, words: SpeechWords) -> None:
        """``reader`` is of the same ``tree``."""
        self.tree = tree
        self.reader = reader
        self.words = words

    @staticmethod
    def adverb(token: Token) -> bool:
        """Whether ``token`` is an adverb, whatever its relation."""
        return token.tag != "WRB" and (token.pos == "ADV" or token.tag.startswith("RB"))

    def heard(self, token: Token) -> bool:
        """Whether ``token`` is somebody told something, or no object at all."""
        return token.lemma in self.words.audience or self.adverb(token) or self.personal(token)

    def named(self, token: Token) -> Token:
        """The name behind a form of address: "Comrade X", "Madam X"."""
        if token.mention is None and not token.persons:
            for kid in self.tree.kids(token, "flat", "appos"):
                if self.person(kid):
                    return kid
        return token

    def person(self, token: Token) -> bool:
        """Whether ``token`` is a person known by name."""
        return bool(token.persons) or (
            token.mention is not None and token.mention.kind is MentionKind.PERSON
        )

    def personal(self, token: Token) -> bool:
        """Whether ``token`` is a person, a side or a people."""
        if self.reader.read(token) or self.named(token) is not token:
            return True
        if self._one_another(token):
            return True
        references = load_reference_words()
        people = references.pair_people | references.pair_states | self.words.peoples
        people |= self.words.honorifics
        pronouns = references.male | references.female | self.words.them
        return token.lemma in people or (token.pos == "PRON" and token.lower in pronouns)

    def _one_another(self, token: Token) -> bool:
        """ "Invited each other": each of those who speak."""
        pair = tuple(t.lower for t in self.tree.tokens[token.i : token.i + 2])
        return pair in {("each", "other"), ("one", "another")}
