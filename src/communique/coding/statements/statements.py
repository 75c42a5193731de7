"""The speech acts of a page: who said what to whom."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.statements.free_speech import goes_on, may_go_on
from communique.coding.statements.papers import Before
from communique.coding.statements.quotes import (
    Voices,
    asked,
    find_voices,
    introduced,
    is_spoken_whole,
)
from communique.coding.statements.sentence_speech import SentenceSpeech
from communique.coding.statements.statement_drafts import StatementDraft, to_statement
from communique.coding.statements.statement_merging import merge_statements
from communique.knowledge.frames import Frames
from communique.knowledge.speech import SpeechWords, load_speech_words
from communique.language.annotations import Analysis, Sentence

# How many paragraphs on it may be told who speaks.
_PARAGRAPHS = 3

__all__ = ["StatementDraft", "read_statements", "to_statement"]


def read_statements(analysis: Analysis, frames: Frames) -> list[StatementDraft]:
    """The statements of a page in its order, each once, told from plans and mere reports.

    ``frames`` are those of the page's language. Topics are left empty: ``topics.read_topics``
    finds them.
    """
    words = load_speech_words(analysis.document.language or "en")
    voices = find_voices(analysis, words)
    found: list[StatementDraft] = []
    later: list[Sentence] = []
    going_on: Actor | None = None
    block = -1
    before = Before()
    for sentence in analysis.sentences:
        if not sentence.tokens or asked(sentence, voices):
            continue
        if is_spoken_whole(sentence, voices, words):
            later.append(sentence)
            continue
        voice = goes_on(sentence, found, going_on if sentence.block == block else None)
        if voice is not None:
            going_on, block = voice, sentence.block
            found += SentenceSpeech(
                analysis, sentence, frames, words, voices, voice=voice, indirect=True
            ).read()
            continue
        if not may_go_on(sentence):
            going_on = None
        drafts = SentenceSpeech(analysis, sentence, frames, words, voices, before=before).read()
        before = before.then(sentence, drafts, words)
        found += drafts
    for sentence in later:
        found += _continued(analysis, sentence, frames, words, voices, found)
    found.sort(key=lambda draft: (draft.sentence.index, draft.verb.i))
    return merge_statements(found)


def _continued(
    analysis: Analysis, sentence: Sentence, frames: Frames, words: SpeechWords,
    voices: Voices, found: Sequence[StatementDraft],
) -> list[StatementDraft]:  # fmt: skip
    """A sentence inside a transcript's turn or inside quotation marks opened elsewhere."""
    voice = (
        voices.label(sentence)
        or _voice_nearby(sentence, voices, found)
        or introduced(analysis, sentence, voices)
    )
    if voice is None:
        return []
    return SentenceSpeech(analysis, sentence, frames, words, voices, voice=voice).read()


def _behind(
    sentence: Sentence, voices: Voices, single: Sequence[StatementDraft]
) -> list[StatementDraft]:
    """What is said in the paragraphs behind in which the quotation of ``sentence`` goes on."""
    if not voices.goes_on(sentence):
        return []
    for block in range(sentence.block + 1, sentence.block + 1 + _PARAGRAPHS):
        said = [d for d in single if d.sentence.block == block and d.quoted]
        if said:
            return said
    return []


def _told_last(
    sentence: Sentence, voices: Voices, found: Sequence[StatementDraft]
) -> list[StatementDraft]:
    """What the paragraph before tells of, last of all, where ``sentence`` opens a paragraph in
    quotation marks: "X thanked them." is followed by X's words."""
    if not voices.opens(sentence):
        return []
    near = [d for d in found if d.sentence.block == sentence.block - 1 and not d.sentence.is_title]
    person = near and len(near[-1].speakers) == 1 and near[-1].speakers[0].person is not None
    return near[-1:] if person and not near[-1].joint else []


def _voice_nearby(
    sentence: Sentence, voices: Voices, found: Sequence[StatementDraft]
) -> Actor | None:
    """Who speaks the quoted words around ``sentence``: within the same quotation first, then
    in the same paragraph, then in the paragraph before."""
    teller = voices.teller(sentence)
    if teller is not None:
        return teller
    single = [d for d in found if len(d.speakers) == 1 and d.clausal]
    same = [d for d in single if voices.same_quote(d.sentence, sentence)]
    block = [d for d in single if d.sentence.block == sentence.block]
    before = [d for d in block if d.sentence.index < sentence.index]
    last = [
        d for d in single
        if d.sentence.block == sentence.block - 1 and d.quoted
    ]  # fmt: skip
    behind = _behind(sentence, voices, single)
    told = _told_last(sentence, voices, found)
    for choice in (same[:1], before[-1:], block[:1], behind[:1], last[-1:], told):
        if choice:
            return choice[0].speakers[0]
    return None
