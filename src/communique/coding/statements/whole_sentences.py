"""Sentences that as a whole are somebody's words: turns, quotations, "according to"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.statements.shown_acts import shown_act
from communique.coding.statements.speakers import SpeakerReader
from communique.coding.statements.statement_drafts import StatementDraft
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import Analysis, MentionKind, Sentence, Token
from communique.language.grammar import Tree
from communique.model import Act

# Shorter sentences say nothing by themselves.
_SHORTEST = 4


class WholeSentence:
    """Reads one sentence as one statement."""

    def __init__(
        self, analysis: Analysis, sentence: Sentence, tree: Tree, reader: ActorReader,
        words: SpeechWords,
    ) -> None:  # fmt: skip
        """``tree`` and ``reader`` are of ``sentence``."""
        self.analysis = analysis
        self.sentence = sentence
        self.tree = tree
        self.reader = reader
        self.words = words

    def spoken(self, voice: Actor) -> StatementDraft | None:
        """The sentence as words of ``voice``: a turn of a transcript, a quotation that goes on.
        None for questions, scraps and answers refused."""
        root = self._root()
        short = len(self.tree.tokens) < _SHORTEST
        if root is None or short or self.sentence.text.rstrip(' ”"').endswith("?"):
            return None
        if any(self._polite_refusal(t) for t in self.tree.tokens if self.tree.is_verb(t)):
            return None
        urged = bool(set(self.tree.auxiliaries(root)) & self.words.urging)
        if not urged and not self._says_something():
            return None
        main = self._finite(root)
        if main.lemma in self.words.encounters | self.words.events and self._by_us(main):
            return None
        shown = shown_act(self.tree, root, self.words)
        return self._whole(root, voice, Act.URGE if urged else shown or Act.AFFIRM)

    def _root(self) -> Token | None:
        return next((t for t in self.tree.tokens if t.head == t.i), None)

    def _finite(self, root: Token) -> Token:
        """The verb of the main clause; where the sentence was hung on a noun, its first one."""
        if self.tree.is_verb(root) and (root.tag != "VB" or self.tree.kids(root, "aux")):
            return root
        return next((t for t in self.tree.tokens if t.tag in {"VBD", "VBZ", "VBP"}), root)

    def _says_something(self) -> bool:
        """Whether the sentence speaks of states, persons or "us", not only "Good day"."""
        ours = self.words.we | self.words.ours
        label = self.sentence.start + self.sentence.text.find(":")
        named = any(m.start > label for m in self.sentence.mentions)
        return named or any(t.lower in ours for t in self.tree.tokens)

    def _by_us(self, verb: Token) -> bool:
        """ "We met today": news of the page, not words on it."""
        subjects = {t.lower for t in self.tree.kids(verb, "nsubj")}
        return bool(subjects & (self.words.i | self.words.we))

    def _polite_refusal(self, verb: Token) -> bool:
        """ "I would refer you to my colleagues": no answer."""
        subjects = {t.lower for t in self.tree.kids(verb, "nsubj")}
        unreal = any(w in self.words.unreal for w in self.tree.auxiliaries(verb))
        return bool(subjects & self.words.i) and unreal

    def _whole(self, verb: Token, speaker: Actor, act: Act) -> StatementDraft:
        start, end = self.sentence.start, self.sentence.end
        label = self.sentence.text.find(":")
        if speaker.token.mention is not None and speaker.token.mention.start == start and label > 0:
            start += label + 1
        text = self.analysis.text[start:end]
        start += len(text) - len(text.lstrip(' “"'))
        end -= len(text) - len(text.rstrip(' ”"'))
        return StatementDraft(
            (speaker,), False, None, act, (self.analysis.span(start, end),), (),
            False, self.sentence, verb, speaker.spans[:1], clausal=True,
        )  # fmt: skip

    def according(self, speakers: SpeakerReader) -> StatementDraft | None:
        """The sentence as words of whom "according to" names, None without one.
        ``speakers`` is of the same sentence."""
        for token in self._sources():
            actor = next((a for a in self.reader.read(token) if a.person is not None), None)
            for kid in self.tree.kids(token, "appos"):
                named = next((a for a in self.reader.read(kid) if a.person is not None), None)
                actor = actor or named
            if actor is None and self._named_after(token):
                actor = self._named_after(token)
            root = self._root()
            actor = actor or speakers.source(token)
            if actor is None or root is None:
                continue
            unknown = actor.person is not None and actor.person.state_from == "stranger"
            if unknown and token.lemma not in self.words.bodies:
                continue
            found = self._attributed(token, actor, root)
            if found is not None:
                return found
        return None

    def _sources(self) -> Iterator[Token]:
        """Whom "according to X", "in X's words" name."""
        for token in self.tree.tokens:
            case = self.tree.case(token)
            if case in {"according to", "according", "per"}:
                yield token
            elif case in {"in", "from", "by"} and self._opinion(token):
                below = [token, *(kid for _, kid in self.tree.obliques(token))]
                yield from (t for one in below for t in self.tree.kids(one, "nmod:poss"))
                yield from (
                    t for prep, t in self.tree.obliques(token) if prep == "of" and t.persons
                )

    def _opinion(self, token: Token) -> bool:
        """ "In X's view", "from X's point of view"."""
        of = {kid.lemma for prep, kid in self.tree.obliques(token) if prep == "of"}
        return token.lemma in self.words.opinions or (token.lemma == "point" and "view" in of)

    def _named_after(self, token: Token) -> Actor | None:
        """The person named in apposition right behind "the ministry's spokesman"."""
        for other in self.tree.tokens[token.i + 1 : token.i + 3]:
            named = other.mention is not None and other.mention.kind in {
                MentionKind.PERSON, MentionKind.NAME,
            }  # fmt: skip
            if named and not other.dep.startswith("nsubj"):
                return next(iter(self.reader.read(other)), None)
        return None

    def _attributed(self, token: Token, actor: Actor, root: Token) -> StatementDraft | None:
        source = next((t for t in self.tree.up(token) if self._opinion(t)), token)
        inside = {t.i for t in self.tree.subtree(source)}
        rest = [t for t in self.tree.tokens if t.i not in inside and t.pos != "PUNCT"]
        before = [t for t in rest if t.i < min(inside)]
        part = before if len(before) > 2 else [t for t in rest if t.i > max(inside)] or rest
        if not part:
            return None  # the sentence is its source alone
        span = self.analysis.span(part[0].start, part[-1].end)
        words = self.analysis.span(token.start, token.end)
        return StatementDraft(
            (actor,), False, None, Act.AFFIRM, (span,), (), False,
            self.sentence, root, (words,), clausal=True,
        )  # fmt: skip
