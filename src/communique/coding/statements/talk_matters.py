"""What talks were about, told of the matter: "the war dominated the talks", "also on the table
was trade", "there was an exchange of views on visas"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.coding.statements.speech_match import Match, prepositions
from communique.coding.statements.speech_tree import SpeechTree
from communique.knowledge.frames import Frames, StatementFrame
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import MentionKind, Token
from communique.model import Act

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_AT = frozenset({"on", "in", "at", "among", "high on", "during", "of"})
_ROOTS = frozenset({"root", "ROOT", "conj", "parataxis"})


class TalkMatters:
    """Finds what was talked about in one sentence, where its words are the subject."""

    def __init__(self, tree: SpeechTree, frames: Frames, words: SpeechWords) -> None:
        """``frames`` and ``words`` of the language of ``tree``."""
        self.tree = tree
        self.words = words
        self.frames = frames.matters

    def of(self, token: Token) -> Iterator[Match]:
        """The talk that ``token``, a verb or what follows a copula, tells of."""
        if token.dep not in _ROOTS or not self._past(token):
            return
        for frame in self.frames:
            content, word = self._found(token, frame)
            if content and not any(self._person(t) for t in content):
                yield Match(word, frame, Act(frame.act), content=content, matter=True)
                return

    def _found(self, token: Token, frame: StatementFrame) -> tuple[list[Token], Token]:
        subjects = self.tree.kids(token, *_SUBJECTS)
        if not subjects or len(subjects) > 1:
            return [], token
        subject = subjects[0]
        adjective = token.lower in frame.adjectives
        if adjective or (self.tree.is_verb(token) and not self.tree.kids(token, "cop")):
            if self._about(subject, token, frame):
                return self._of_exchange(subject, token, frame), token
            return (self._subject_of(token, subject, frame)), token
        high = token.lemma == "high" and self._at_talks(token)
        if (high or self._topic(token, frame)) and not self._names_talks(subject):
            return self.tree.conjuncts(subject), token
        if self._names_talks(subject) and self.tree.case(token) in self.words.about:
            return self.tree.conjuncts(token), subject
        if self._topic(subject, frame) and token.pos in {"NOUN", "PROPN"}:
            return self.tree.conjuncts(token), subject
        return [], token

    def _past(self, token: Token) -> bool:
        """Whether ``token`` tells what was: a past form, nothing negated or merely possible."""
        tree = self.tree
        finite = [token, *tree.kids(token, "cop", "aux", "aux:pass")]
        unreal = any(w in self.words.unreal for w in tree.auxiliaries(token))
        past = any(t.tag == "VBD" for t in finite)
        return past and not unreal and not tree.negated(token)

    def _names_talks(self, token: Token) -> bool:
        return token.lemma in self.words.conversations and token.lemma not in self.words.matters

    def _at_talks(self, token: Token) -> bool:
        """Whether a preposition behind ``token`` brings in talks: "of the meeting"."""
        return any(
            preposition in _AT and kid.lemma in self.words.conversations | self.words.tables
            for preposition, kid in self.tree.obliques(token)
        )

    def _topic(self, token: Token, frame: StatementFrame) -> bool:
        """ "The main topic of the talks", "on the agenda", "among the issues discussed"."""
        case = self.tree.case(token)
        if token.lemma in self.words.tables:
            return case in _AT and self._definite(token)
        if token.lemma not in frame.nouns or (case and case not in _AT):
            return False
        discussed = any(kid.lemma in self.words.minuted for kid in self.tree.kids(token, "acl"))
        one = any(kid.tag == "NNS" and self._topic(kid, frame) for _, kid in self._of(token))
        main = any(kid.lower in self.words.main for kid in self.tree.kids(token, "amod"))
        listed = case == "among" and token.lemma in self.words.matters and self._definite(token)
        return discussed or one or main or listed or self._at_talks(token)

    def _of(self, token: Token) -> list[tuple[str, Token]]:
        return [(p, kid) for p, kid in self.tree.obliques(token) if p == "of" and kid is not token]

    def _definite(self, token: Token) -> bool:
        return any(kid.lower in {"the", "their"} for kid in self.tree.kids(token))

    def _subject_of(self, verb: Token, subject: Token, frame: StatementFrame) -> list[Token]:
        """ "The war topped the agenda", "visas came up in the talks", "trade was raised"."""
        if self._person(subject):
            return []
        names = {verb.lemma, *(f"{verb.lemma} {kid.lower}" for kid in self.tree.kids(verb))}
        if not (names & frame.verbs or self._under_discussion(verb)):
            return []
        if self._under_discussion(verb):
            return self.tree.conjuncts(subject)
        objects = self.tree.kids(verb, "obj")
        talks = self.words.conversations | self.words.tables
        there = any(t.lemma in talks for t in objects) or (not objects and self._at_talks(verb))
        named = subject.lemma in self.words.matters and self.tree.is_passive(verb)
        return self.tree.conjuncts(subject) if there or named else []

    def _under_discussion(self, verb: Token) -> bool:
        """ "The border came under discussion", "visas came up for discussion"."""
        up = any(kid.lower == "up" for kid in self.tree.kids(verb))
        return verb.lemma == "come" and any(
            kid.lemma in self.words.conversations and (prep == "under" or (up and prep == "for"))
            for prep, kid in self.tree.obliques(verb)
        )

    @staticmethod
    def _person(token: Token) -> bool:
        mention = token.mention
        return bool(token.persons) or (
            mention is not None and mention.kind in {MentionKind.PERSON, MentionKind.OFFICE}
        )

    # "an exchange of views took place on it", "the meeting was devoted to it"

    def _about(self, subject: Token, verb: Token, frame: StatementFrame) -> bool:
        if verb.lower in frame.adjectives:
            return self._names_talks(subject)
        if subject.lemma not in frame.support:
            return False
        there = verb.lemma == "be" and bool(self.tree.kids(verb, "expl"))
        return there or verb.lemma in self.words.occurring

    def _of_exchange(self, subject: Token, verb: Token, frame: StatementFrame) -> list[Token]:
        wanted = prepositions(frame)
        nouns = [subject, *(kid for _, kid in self.tree.obliques(subject))]
        heads = [verb] if verb.lower in frame.adjectives else [*nouns, verb]
        return [
            kid for head in heads for preposition, kid in self.tree.obliques(head)
            if preposition in wanted and kid.i > subject.i
            and not (kid.mention is not None and kid.mention.kind is MentionKind.DATE)
        ]  # fmt: skip
