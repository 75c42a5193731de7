"""What the words reported make of a report: a pledge, a denial, praise or blame."""

from __future__ import annotations

from communique.coding.engagements.actors import ActorReader
from communique.coding.statements.shown_acts import shown_act
from communique.coding.statements.speech import Speech
from communique.coding.statements.speech_sides import Sides
from communique.coding.statements.speech_tree import SpeechTree
from communique.knowledge.frames import word_list
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

    def sharpen(self, speech: Speech) -> None:
        """One's own giving is to pledge, what others should do is to urge. Whether a report affirms
        or informs, its verb alone decides, never what it reports."""
        clause = speech.match.clause
        if speech.act is Act.INVITE:
            self._settle_invitation(speech)
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

    def _settle_invitation(self, speech: Speech) -> None:
        """To invite somebody to do what is no coming is to urge it; to a meal it is neither."""
        told = speech.match.content
        if speech.match.noun is None and any(t.lemma in word_list("meals") for t in told):
            speech.kept = False
        verbs = [t for t in told if self.tree.is_verb(t) and t is not speech.verb]
        infinitive = verbs and any(k.lower == "to" for k in self.tree.kids(verbs[0], "mark"))
        if infinitive and verbs[0].lemma in self.words.calls_to_do:
            speech.act = Act.URGE

    def _will_support(self, clause: Token, speech: Speech) -> bool:
        """ "Said that his country would support them", "would go on supporting them"."""
        below = {kid.lemma for kid in self.tree.kids(clause, "xcomp", "advcl")}
        lasting = clause.lemma in self.words.continuing and below & self.words.supporting
        lends = clause.lemma in self.words.backing and self.tree.kids(clause, "obj")
        return bool(lasting or lends) and not self.tree.negated(clause) and (
            self.sides.subject_is_own(clause, speech)
        )  # fmt: skip

    def _judged(self, speech: Speech) -> Act:
        """ "Called the talks fruitful" is praise, "called it a provocation" blame."""
        lemmas = {self.tree[i].lemma for i in speech.content if i > speech.verb.i}
        negated = any(
            self.tree[i].dep == "advmod" and self.tree[i].lower == "not" for i in speech.content
        )
        if negated or self.tree.negated(speech.verb):
            return Act.AFFIRM
        claimed = bool(lemmas & self.words.claims)
        if lemmas & self.words.untrue or (claimed and lemmas & self.words.baseless):
            return Act.DENY
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
