"""Pages in the first person: statements, remarks, letters and joint statements, and who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.messages.letters import correspondents
from communique.knowledge.frames.messages import load_message_words
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import Analysis, Mention, MentionKind, Sentence

# A line that names who speaks, below a headline or at a letter's end, holds no more words.
_LINE = 16
_HEAD = 6
_FOOT = 4
_FEWEST = 2
_GAP = re.compile(r"[\s,.:;()\-–—]+")


class PageVoice:
    """Who speaks a page that is somebody's own words, and which of its blocks."""

    def __init__(self, analysis: Analysis, words: SpeechWords, quotes: Sequence[tuple[int, int]]):
        """``quotes`` are the stretches in quotation marks, whose "I" is somebody else's."""
        self.analysis = analysis
        self.language = analysis.document.language or "en"
        self.words = words
        self.quotes = quotes
        self.body = [s for s in analysis.sentences if not s.is_title and not s.is_caption]
        self.first = [s for s in self.body if self._first_person(s)]
        self.joint = bool(self.first) and self._joint()

    def turns(self) -> dict[int, Actor | None]:
        """The blocks in the first person with what stands between them, by their speaker; none
        where the page is told by somebody else, or nobody says who speaks."""
        letter = correspondents(self.analysis, load_message_words(self.language))
        if letter is not None:
            start, voice = letter
            return {s.block: voice.me for s in self.body if s.index > start}
        if self.joint or len(self.first) < _FEWEST:
            return {}
        speaker = self._speaker()
        if speaker is None:
            return {}
        first, last = self.first[0].block, self.first[-1].block
        return dict.fromkeys(range(first, last + 1), speaker)

    def _first_person(self, sentence: Sentence) -> bool:
        own = self.words.i | self.words.we
        return any(
            t.lower in own and t.pos == "PRON" and not self._in_quotes(t.start)
            for t in sentence.tokens
        )

    def _in_quotes(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.quotes)

    def _joint(self) -> bool:
        """ "JOINT STATEMENT BY THE PRIME MINISTERS", "We, the Presidents of"."""
        titles = [s for s in self.analysis.sentences if s.is_title] + self.body[:_HEAD]
        lines = [s.text.lower() for s in titles if len(s.text.split()) <= _LINE]
        return any(
            f"{kind} {paper}" in line
            for line in lines for kind in self.words.joint_papers for paper in self.words.papers
        )  # fmt: skip

    def _speaker(self) -> Actor | None:
        found = (*self._in_title(), *self._signed(), *self._headed(), *self._introduced())
        return next((actor for actor in found if actor is not None), None)

    def _in_title(self) -> Iterator[Actor | None]:
        """ "Statement by X", "Remarks of X", "X's message to Y"."""
        for sentence in self.analysis.sentences:
            if not sentence.is_title or not self._genre(sentence):
                continue
            for mention in self._persons(sentence):
                before = sentence.text[: mention.start - sentence.start].lower().split()
                after = sentence.text[mention.end - sentence.start :].lower()
                by = before[-1:] and before[-1] in self.words.by
                if by or after.startswith(("'s ", "’s ", ":")) or not before:
                    yield self._actor(mention, sentence)

    def _genre(self, sentence: Sentence) -> bool:
        spoken = self.words.papers | self.words.spoken_papers | self.words.written
        return any(t.lemma in spoken for t in sentence.tokens) or ":" in sentence.text

    def _signed(self) -> Iterator[Actor | None]:
        """The name below a letter."""
        for sentence in reversed(self.body[-_FOOT:]):
            if sentence.block > self.first[-1].block or sentence is self.first[-1]:
                yield self._line(sentence)

    def _headed(self) -> Iterator[Actor | None]:
        """The name above a speech, on a line of its own."""
        for sentence in self.body[:_HEAD]:
            if sentence.block < self.first[0].block:
                yield self._line(sentence)

    def _line(self, sentence: Sentence) -> Actor | None:
        if len(sentence.text.split()) > _LINE or any(t.tag == "VBD" for t in sentence.tokens):
            return None
        for mention in self._persons(sentence):
            before = sentence.text[: mention.start - sentence.start]
            if not _GAP.sub("", before):
                return self._actor(mention, sentence)
        return None

    def _introduced(self) -> Iterator[Actor | None]:
        """ "President X sent Y the following message:"."""
        for sentence in self.body:
            if sentence.block < self.first[0].block and sentence.text.rstrip().endswith(":"):
                for mention in self._persons(sentence):
                    yield self._actor(mention, sentence)

    @staticmethod
    def _persons(sentence: Sentence) -> list[Mention]:
        return [
            m for m in sentence.mentions if m.person is not None and m.kind is MentionKind.PERSON
        ]

    def _actor(self, mention: Mention, sentence: Sentence) -> Actor | None:
        token = next((t for t in sentence.tokens if t.mention is mention), None)
        if token is None:
            return None
        span = self.analysis.span(mention.start, mention.end)
        return Actor(token, person=mention.person, spans=(span,))
