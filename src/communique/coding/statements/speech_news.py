"""What the words reported make of a report: news, a pledge, a denial, praise or blame."""

from __future__ import annotations

from communique.coding.engagements.actors import ActorReader
from communique.coding.statements.shown_acts import shown_act
from communique.coding.statements.speech import Speech
from communique.coding.statements.speech_sides import Sides
from communique.coding.statements.speech_tree import SpeechTree
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import Token
from communique.model import Act


class Sharpener:
    """Tells the acts behind "said" in one sentence."""

    def __init__(
        self, tree: SpeechTree, reader: ActorReader, words: SpeechWords, sides: Sides
    ) -> None:
        """``reader`` and ``sides`` are of the same ``tree``."""
        self.tree = tree
        self.reader = reader
        self.words = words
        self.sides = sides

    def sharpen(self, speech: Speech, all_: list[Speech]) -> None:
        """News of engagements is to inform; one's own giving is to pledge."""
        clause = speech.match.clause
        alone = not speech.speakers.joint and len(speech.speakers.actors) == 1
        if speech.act is Act.DISCUSS and alone and speech.verb.lemma in self.words.alone:
            speech.act = Act.AFFIRM
        if speech.act is Act.AFFIRM and speech.match.frame.needs == "complement":
            speech.act = self._judged(speech)
        if speech.act is not Act.AFFIRM or clause is None or not speech.kept:
            return
        unreal = any(w in self.words.unreal for w in self.tree.auxiliaries(clause))
        shown = shown_act(self.tree, clause, self.words)
        if shown is not None:
            speech.act = shown
        elif self._denies(speech, clause):
            speech.act = Act.DENY
        elif (
            unreal
            and clause.lemma in self.words.giving
            and self.sides.subject_is_own(clause, speech)
        ):
            speech.act = Act.PLEDGE
        elif unreal and self._will_support(clause, speech):
            speech.act = Act.SUPPORT
        elif set(self.tree.auxiliaries(clause)) & self.words.urging:
            speech.act = Act.URGE
        elif (
            self._narrates(clause, unreal)
            or self.sets_dates(clause)
            or self._to_press(speech, clause, unreal)
            or (speech.verb.lemma in self.words.sources and self._anothers(speech, all_))
        ):
            speech.act = Act.INFORM

    def sets_dates(self, clause: Token) -> bool:
        """ "The visit has been postponed, the ministry said", "X will visit Poland, it said": the
        body that speaks gives notice of what is to come."""
        below = [clause, *self.tree.kids(clause, "xcomp", "advcl")]
        if any(verb.lemma in self.words.calling_off for verb in below):
            return True
        unreal = any(w in self.words.unreal for w in self.tree.auxiliaries(clause))
        return unreal and clause.lemma in self.words.events and self._narrates(clause, unreal)

    def _gives(self, clause: Token, speech: Speech) -> bool:
        return clause.lemma in self.words.giving and self.sides.subject_is_own(clause, speech)

    def _will_support(self, clause: Token, speech: Speech) -> bool:
        """ "Said that his country would support them", "would go on supporting them"."""
        below = {kid.lemma for kid in self.tree.kids(clause, "xcomp", "advcl")}
        lasting = clause.lemma in self.words.continuing and below & self.words.supporting
        lends = clause.lemma in self.words.backing and self.tree.kids(clause, "obj")
        return bool(lasting or lends) and not self.tree.negated(clause) and (
            self.sides.subject_is_own(clause, speech)
        )  # fmt: skip

    def _to_press(self, speech: Speech, clause: Token, unreal: bool) -> bool:
        """ "Told reporters that he was sending a delegation": what is done or will be is news to
        the press, what a thing is like is a view."""
        heard = {t.lemma for t in self.tree.kids(speech.verb, "obj", "iobj", "obl")}
        if not heard & self.words.press or self.tree.kids(clause, "cop"):
            return False
        auxiliaries = self.tree.kids(clause, "aux", "aux:pass")
        if any(kid.lower == "to" for kid in self.tree.kids(clause, "mark")):
            return False
        going_on = clause.tag == "VBG" and bool(auxiliaries)
        done = clause.tag == "VBN" and bool(auxiliaries)
        return self.tree.is_verb(clause) and (going_on or done or unreal)

    def _judged(self, speech: Speech) -> Act:
        """ "Called the talks fruitful" is praise, "called it a provocation" blame."""
        lemmas = {self.tree[i].lemma for i in speech.content if i > speech.verb.i}
        negated = any(
            self.tree[i].dep == "advmod" and self.tree[i].lower == "not" for i in speech.content
        )
        if negated or self.tree.negated(speech.verb):
            return Act.AFFIRM
        if lemmas & self.words.blaming:
            return Act.CRITICISE
        return Act.APPRECIATE if lemmas & self.words.praising else Act.AFFIRM

    def _denies(self, speech: Speech, clause: Token) -> bool:
        """ "Said no such meeting took place", "insisted that this was no endorsement"."""
        words = [t.lower for t in self.tree.subtree(clause)]
        if any(f" {phrase} " in f" {' '.join(words)} " for phrase in self.words.no_such):
            return True
        negated = self.tree.negated(clause) or any(
            kid.lower == "no" for kid in self.tree.kids(clause, "det")
        )
        return speech.verb.lemma in self.words.denying and negated

    def _anothers(self, speech: Speech, all_: list[Speech]) -> bool:
        """Whether the words said are that somebody else said something."""
        return any(
            other.verb is speech.match.clause and other.act is not None
            and any(a.person is not None for a in other.speakers.actors)
            and not self.sides.own(other, speech)
            for other in all_ if other is not speech
        )  # fmt: skip

    def _takes_place(self, clause: Token) -> bool:
        """ "Would take place in May", unless a condition makes it a mere view."""
        return not self.tree.kids(clause, "advcl") and any(
            f"{clause.lemma} {kid.lemma}" in self.words.events
            for kid in self.tree.kids(clause, "obj")
        )

    def _narrates(self, clause: Token, unreal: bool) -> bool:
        """Whether the clause tells what somebody did or will do, not what a thing is like."""
        if any(kid.lower == "being" for kid in self.tree.kids(clause, "aux", "aux:pass")):
            return True
        if (unreal or clause.tag == "VBD") and self._takes_place(clause):
            return True
        if clause.lemma not in self.words.events:
            return False
        told = unreal or clause.tag in {"VBD", "VBN"} or bool(self.tree.auxiliaries(clause))
        if not told:
            return False
        subjects = self.tree.kids(clause, "nsubj", "nsubj:outer")
        return self.tree.is_passive(clause) or any(self.reader.read(t) for t in subjects)
