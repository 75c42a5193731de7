"""Words in quotation marks and turns of a transcript: what is spoken, and by whom."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from communique.coding.engagements.actors import Actor
from communique.coding.statements.page_voices import PageVoice
from communique.knowledge.speech import SpeechWords, load_speech_words
from communique.language.annotations import Analysis, MentionKind, Sentence, Token
from communique.language.grammar import Tree

_PAIRS = {"“": "”", "«": "»", "„": "“", "”": "”"}
_MARKS = frozenset('"“”«»„')
_CLOSING = frozenset('"”»')
_CLOSED = re.compile(r'["”»]')
_OPENING = re.compile(r'["“«„]')
# How many paragraphs a quotation that is closed only at its end may hold.
_LONGEST = 12
_BLOCK = re.compile(r"[^\n](?:[^\n]|\n(?!\n))*")
# Words before the name of who speaks in a transcript: "Ms.", "H.E. Dr."
_STYLE = 2
_LABEL = re.compile(r"[^:\n]{2,80}:\s")


@dataclass(slots=True)
class Voices:
    """Quoted stretches of a page, and the speaker of each block that is a transcript's turn.

    ``joint`` is true of a joint statement, whose "we" are both; ``tellers`` are the speakers of
    quotations as far as their sentences have been read; ``unclosed`` the ends of those that go on
    in the next paragraph. ``readout`` is true where a spokesperson tells what others did;
    ``begins`` holds the first sentence of the spoken ones right before another, as far as known.
    """

    quotes: list[tuple[int, int]] = field(default_factory=list)
    turns: dict[int, Actor | None] = field(default_factory=dict)
    joint: bool = False
    transcript: bool = False
    tellers: dict[tuple[int, int], Actor] = field(default_factory=dict)
    unclosed: set[int] = field(default_factory=set)
    readout: bool = False
    begins: dict[int, int] = field(default_factory=dict)

    def quoted(self, start: int, end: int) -> bool:
        """Whether most of ``start`` to ``end`` stands in quotation marks."""
        inside = sum(
            min(end, q_end) - max(start, q_start)
            for q_start, q_end in self.quotes
            if q_start < end and start < q_end
        )
        return inside * 2 > end - start

    def label(self, sentence: Sentence) -> Actor | None:
        """Whose turn of a transcript ``sentence`` stands in."""
        return self.turns.get(sentence.block)

    def told(self, start: int, end: int, speaker: Actor) -> None:
        """Remember that ``speaker`` said the quotations that ``start`` to ``end`` touch."""
        for quote in self.quotes:
            if quote[0] < end and start < quote[1]:
                self.tellers.setdefault(quote, speaker)

    def teller(self, sentence: Sentence) -> Actor | None:
        """Who is said to speak the quotation that ``sentence`` stands in."""
        for (start, end), speaker in self.tellers.items():
            if start < sentence.end and sentence.start < end:
                return speaker
        return None

    def goes_on(self, sentence: Sentence) -> bool:
        """Whether ``sentence`` stands in a quotation that goes on in the next paragraph."""
        return any(
            start < sentence.end and sentence.start < end and end in self.unclosed
            for start, end in self.quotes
        )

    def opens(self, sentence: Sentence) -> bool:
        """Whether a quotation begins where ``sentence`` does, or runs through it from there."""
        return any(
            start <= sentence.start + 1 and sentence.end - 1 <= end for start, end in self.quotes
        )

    def same_quote(self, one: Sentence, other: Sentence) -> bool:
        """Whether one quotation runs through both sentences."""
        return any(
            start < one.end and one.start < end and start < other.end and other.start < end
            for start, end in self.quotes
        )


def find_voices(analysis: Analysis, words: SpeechWords) -> Voices:
    """The quotations of a page, the turns of a transcript, and who speaks a first-person page."""
    voices = Voices()
    blocks = list(_BLOCK.finditer(analysis.text))
    for match in blocks:
        voices.quotes += _quotes(match.group(), match.start())
    whole = {block.span() for block in blocks if _stays_open(block.group())}
    voices.quotes += _going_on(blocks, {end for _, end in whole.intersection(voices.quotes)})
    voices.unclosed = {end for _, end in whole.intersection(voices.quotes)}
    page = PageVoice(analysis, words, voices.quotes)
    voices.turns = _turns(analysis, words)
    voices.transcript = bool(voices.turns)
    voices.turns = voices.turns or page.turns()
    voices.joint = page.joint
    tellers = [] if voices.transcript else [a for a in voices.turns.values() if a is not None]
    voices.readout = any(
        a.person is not None and "spokesperson" in a.person.office_kinds for a in tellers
    )
    return voices


def is_spoken_whole(sentence: Sentence, voices: Voices, words: SpeechWords) -> bool:
    """Whether all of a sentence is somebody's words: a turn, or inside quotation marks."""
    if sentence.is_title:
        return False
    if voices.label(sentence) is not None and not (voices.readout and _told(sentence, words)):
        return True
    return any(
        start <= sentence.start + 1 and sentence.end - 1 <= end for start, end in voices.quotes
    )


def _told(sentence: Sentence, words: SpeechWords) -> bool:
    """Whether a spokesperson's sentence tells of others: "The Secretary thanked our hosts"."""
    own = words.i | words.we
    tree = Tree(sentence.tokens)
    roots = [t for t in sentence.tokens if t.head == t.i]
    return not any(kid.lower in own for root in roots for kid in tree.kids(root, "nsubj"))


def asked(sentence: Sentence, voices: Voices) -> bool:
    """Whether ``sentence`` is a question put in a transcript."""
    if not voices.transcript or voices.label(sentence) is not None:
        return False
    return _LABEL.match(sentence.text) is not None or sentence.text.rstrip().endswith("?")


def introduced(analysis: Analysis, sentence: Sentence, voices: Voices) -> Actor | None:
    """Who speaks quotations that a line with a colon brings in: "The message reads in part:"."""
    before = analysis.sentences[: _run_begins(analysis, sentence.index, voices)]
    if not before or not before[-1].text.rstrip().endswith(":"):
        return None
    openers = (before[-1], *before[-2:-1])
    for opener in openers:
        for token in opener.tokens:
            if token.dep in {"nsubj", "obl:agent"} and len(token.persons) == 1:
                return _speaker(analysis, token)
    return next((_speaker(analysis, t) for o in openers for t in _before_verb(o)), None)


def _run_begins(analysis: Analysis, index: int, voices: Voices) -> int:
    """The first of the spoken sentences right before the one at ``index``, itself without any.

    Each is looked at once: a speech in quotation marks may run over hundreds of paragraphs.
    """
    words = load_speech_words(analysis.document.language or "en")
    sentences, begins, at = analysis.sentences, voices.begins, index
    while at and at not in begins and is_spoken_whole(sentences[at - 1], voices, words):
        at -= 1
    first = begins.get(at, at)
    begins.update(dict.fromkeys(range(at, index + 1), first))
    return first


def _before_verb(sentence: Sentence) -> list[Token]:
    """The name nearest before the main verb, where its long titles hid that it is the subject."""
    tree = Tree(sentence.tokens)
    root = next((t for t in sentence.tokens if t.head == t.i and tree.is_verb(t)), None)
    if root is None:
        return []
    named = [
        t for t in sentence.tokens[: root.i]
        if len(t.persons) == 1 and t.mention is not None and not tree.case(t)
    ]  # fmt: skip
    return named[-1:]


def _speaker(analysis: Analysis, token: Token) -> Actor:
    span = analysis.span(token.start, token.end)
    return Actor(token, person=token.persons[0], spans=(span,))


def _quotes(text: str, offset: int) -> list[tuple[int, int]]:
    """Stretches between quotation marks; one left open runs to the end of its block, as in
    quotations of several paragraphs."""
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    first = _OPENING.search(text)
    for i, char in enumerate(text[first.start() :], first.start()) if first is not None else ():
        if opened is None:
            if char == '"':
                opened = (i, '"')
            elif char in _PAIRS and char != "”":
                opened = (i, _PAIRS[char])
        elif char == opened[1] or (char == "”" and opened[1] == "“"):
            found.append((offset + opened[0], offset + i + 1))
            opened = None
    if opened is not None and opened[0] == 0:
        found.append((offset, offset + len(text)))
    return [(a, b) for a, b in found if b - a > 4]


def _going_on(blocks: Sequence[re.Match[str]], ends: Collection[int]) -> list[tuple[int, int]]:
    """Paragraphs inside a quotation that is opened once and closed paragraphs later; ``ends`` are
    those of paragraphs that nothing closes."""
    found: list[tuple[int, int]] = []
    for i, block in enumerate(blocks):
        if block.end() not in ends:
            continue
        inside: list[tuple[int, int]] = []
        ending = _CLOSING | {_PAIRS.get(block.group()[0], "")}
        for later in blocks[i + 1 : i + 1 + _LONGEST]:
            text = later.group()
            marks = [at for at, char in enumerate(text) if char in _MARKS]
            if not marks:
                inside.append(later.span())
                continue
            closing = len(marks) == 1 and text[marks[0]] in ending and marks[0] > 0
            if closing:
                found += [*inside, (later.start(), later.start() + marks[0] + 1)]
            break
    return found


def _stays_open(block: str) -> bool:
    """Whether nothing in a block, behind its first letter, closes a quotation."""
    return _CLOSED.search(block, 1) is None


def _turns(analysis: Analysis, words: SpeechWords) -> dict[int, Actor | None]:
    """Blocks of a transcript by who speaks them; an unknown label's block has nobody."""
    found: dict[int, Actor | None] = {}
    current: Actor | None = None
    speaking = False
    seen: set[int] = set()
    for sentence in analysis.sentences:
        if sentence.block in seen or sentence.is_title:
            continue
        seen.add(sentence.block)
        actor = _labelled(analysis, sentence)
        if actor is not None:
            current, speaking = actor, True
        elif speaking and _LABEL.match(sentence.text):
            label = sentence.text[: sentence.text.find(":")].strip().lower()
            last = next(reversed(found.values()), None)
            current = last if label in words.answering else None
        if speaking and current is not None:
            found[sentence.block] = current
    return found


def _labelled(analysis: Analysis, sentence: Sentence) -> Actor | None:
    """The person whose name and a colon begin ``sentence``."""
    for mention in sentence.mentions:
        if mention.kind is not MentionKind.PERSON or mention.person is None:
            continue
        before = sentence.text[: mention.start - sentence.start].split()
        after = sentence.text[mention.end - sentence.start :].lstrip()
        styled = len(before) <= _STYLE and all(word[:1].isupper() for word in before)
        if not styled or not after.startswith(":"):
            return None
        token = next((t for t in sentence.tokens if t.mention is mention), None)
        if token is None:
            return None
        span = analysis.span(mention.start, mention.end)
        return Actor(token, person=mention.person, spans=(span,))
    return None
