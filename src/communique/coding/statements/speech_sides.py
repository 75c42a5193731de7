"""Whose side a clause inside another's words speaks for."""

from __future__ import annotations

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.statements.speech import Speech
from communique.coding.statements.speech_tree import SpeechTree
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import Token


class Sides:
    """Compares the sides of speakers in one sentence."""

    def __init__(self, tree: SpeechTree, reader: ActorReader, words: SpeechWords) -> None:
        """``reader`` is of the same ``tree``."""
        self.tree = tree
        self.reader = reader
        self.words = words

    def own(self, speech: Speech, outer: Speech) -> bool:
        """Whether the speaker of the inner act is the outer speaker or his or her side."""
        if speech.speakers.first:
            return True
        if any(self._government(t) for t in self.tree.subjects(speech.verb)):
            return any(actor.person is not None for actor in outer.speakers.actors)
        actors = outer.speakers.actors
        if not speech.speakers:
            return self.own_side(speech, outer)
        if not actors:
            return speech.speakers.joint and outer.speakers.joint
        return all(
            any(self.same_side(inner, one) for one in actors) for inner in speech.speakers.actors
        ) and (bool(speech.speakers.actors) or outer.speakers.joint)

    @staticmethod
    def same_side(inner: Actor, outer: Actor) -> bool:
        """Whether ``inner``, inside the words of ``outer``, is he or she or the same side."""
        if inner.person is not None:
            return inner.person is outer.person
        unknown = outer.person is not None and outer.side is None and inner.group is None
        return inner.side is not None and (inner.side == outer.side or unknown)

    def own_side(self, speech: Speech, outer: Speech) -> bool:
        """ "His country supports": the possessive is the speaker's."""
        people = {id(a.person) for a in outer.speakers.actors if a.person is not None}
        for subject in self.tree.subjects(speech.verb):
            owners = self.tree.kids(subject, "nmod:poss")
            if subject.lemma in self.words.own and any(
                id(p) in people for owner in owners for p in owner.persons
            ):
                return True
        return False

    def _government(self, subject: Token) -> bool:
        """ "The government", "our side" in the words of one who speaks for it."""
        kids = {kid.lower for kid in self.tree.kids(subject)}
        spoken = subject.lemma in self.words.bodies and subject.mention is None
        return spoken and bool(kids) and kids <= {"the", "our"}

    def subject_is_own(self, clause: Token, speech: Speech) -> bool:
        """Whether the speaker or his or her side does ``clause``."""
        for subject in self.tree.subjects(clause):
            if subject.lower in self.words.we | self.words.i:
                return True
            for actor in self.reader.read(subject):
                if any(self.same_side(actor, one) for one in speech.speakers.actors):
                    return True
        return False
