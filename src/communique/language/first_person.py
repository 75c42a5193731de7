""" "I", "we" and "our" where the page tells whose words it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.knowledge.references import ReferenceWords
from communique.language.annotations import Person, Sentence, Token
from communique.language.grammar import Tree

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_MARKS = '"“”'


class FirstPerson:
    """Says whom the first person means, sentence by sentence."""

    def __init__(
        self, voices: Mapping[int, tuple[Person, ...]], words: ReferenceWords,
        titled: Sequence[Person] = (),
    ) -> None:  # fmt: skip
        """``voices`` are those who speak outside of quotation marks, by index of the sentence;
        ``titled`` are those whom the headline names."""
        self.voices = voices
        self.words = words
        self.titled = titled
        self.sentence: Sentence | None = None

    def enter(self, sentence: Sentence) -> None:
        """Go on to ``sentence``."""
        self.sentence = sentence

    def person(self, token: Token) -> Person | None:
        """Whom "I" stands for, None where the page does not say or several speak."""
        voice = self._voice(token)
        return voice[0] if len(voice) == 1 else None

    def several(
        self, tree: Tree, token: Token, quoted: Person | None, seen: Sequence[Person]
    ) -> None:
        """Fill "we" and "our": all who write the page, or who speaks with the one spoken of.

        ``quoted`` is who speaks the open quotation, ``seen`` who was named so far.
        """
        voice = self._voice(token) or ((quoted,) if quoted is not None else ())
        if len(voice) == 1:
            voice = self._with_partner(tree, token, voice[0], seen)
        if voice:
            token.persons = voice
            token.worked_from = token.text

    def _voice(self, token: Token) -> tuple[Person, ...]:
        sentence = self.sentence
        if sentence is None:
            return ()
        before = sentence.text[: token.start - sentence.start]
        if sum(before.count(mark) for mark in _MARKS) % 2:
            return ()
        return self.voices.get(sentence.index, ())

    def _with_partner(
        self, tree: Tree, token: Token, speaker: Person, seen: Sequence[Person]
    ) -> tuple[Person, ...]:
        """ "We met", "our meeting": the speaker and who of another side stands in the headline
        ("remarks after talks with X"), or was named last.

        Who met another who is named beside it did so alone: "we met X". What a spokesman's body
        or a government does is nobody's here.
        """
        head = tree.head(token)
        if head is None or "spokesperson" in speaker.office_kinds:
            return ()
        if token.lower in self.words.our:
            named = self._named(tree, head)
            together = head.lemma in self.words.together_nouns
        else:
            named = token.dep in _SUBJECTS and self._named(tree, head)
            nouns = {noun.lemma for noun in tree.kids(head, "obj")}
            done = nouns & self.words.together_nouns or head.lemma in self.words.together_verbs
            together = token.dep in _SUBJECTS and bool(done)
        if named:
            return (speaker,)
        known = (*self.titled, *reversed(seen))
        partner = next((p for p in known if _other_side(p, speaker)), None)
        return (speaker, partner) if together and partner is not None else ()

    @staticmethod
    def _named(tree: Tree, head: Token) -> bool:
        """Whether a person is named whom the verb acts on or the noun was held with."""
        others = [*tree.kids(head, "obj"), *(t for p, t in tree.deep_obliques(head) if p == "with")]
        return any(t.persons or (t.mention and t.mention.person) for t in others)


def _other_side(person: Person, speaker: Person) -> bool:
    sides = (person.state, person.organization), (speaker.state, speaker.organization)
    return not person.deceased and any(sides[0]) and sides[0] != sides[1]
