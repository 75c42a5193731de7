"""Engagements that a page only asks about: a question reports nothing that nobody answers."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.drafts import Draft
from communique.knowledge.references import ReferenceWords, load_reference_words
from communique.language.annotations import Analysis, Person, Sentence
from communique.language.voices import turns_of

# An answer that declines does so at once.
_AT_ONCE = 2


def without_asked(drafts: Sequence[Draft], analysis: Analysis) -> list[Draft]:
    """``drafts`` without those whose sentence asks whether they are so, or is asked in vain."""
    words = load_reference_words(analysis.document.language or "en")
    vain = _in_vain(analysis, words)
    return [
        draft
        for draft in drafts
        if _taken_for_granted(draft)
        or not (draft.sentence.index in vain or _asks(draft.sentence, words))
    ]


def _taken_for_granted(draft: Draft) -> bool:
    """ "How were yesterday's talks?": what the question does not doubt."""
    return draft.definite and draft.trigger.pos == "NOUN"


def _asks(sentence: Sentence, words: ReferenceWords) -> bool:
    """Whether a sentence is a question to be answered with yes or no."""
    text = sentence.text.rstrip("\"”’' )")
    if not text.endswith("?"):
        return False
    opening = text.rpartition(": ")[2].split(maxsplit=1)
    return bool(opening) and opening[0].lower() in words.asking


def _in_vain(analysis: Analysis, words: ReferenceWords) -> set[int]:
    """The sentences of questions to which the page's answer says nothing."""
    turns = turns_of(analysis.sentences, words)
    found: set[int] = set()
    asked: list[Sentence] = []
    before: tuple[str, Person | None] | None = None
    answer = 0
    for sentence in analysis.sentences:
        turn = turns.get(sentence.index)
        if turn is None:
            continue
        if turn is not before:
            before, answer = turn, 0
            asked = asked if turn[1] is not None or turn[0].lower() in words.answers else []
        if turn[1] is None and turn[0].lower() not in words.answers:
            asked.append(sentence)
        elif asked and answer < _AT_ONCE and any("?" in s.text for s in asked):
            answer += 1
            if any(phrase in sentence.text.lower() for phrase in words.declining):
                found |= {s.index for s in asked}
    return found
