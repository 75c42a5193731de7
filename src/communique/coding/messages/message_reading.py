"""The messages of a page: read sentence by sentence, each with whose words it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft
from communique.coding.messages.letters import correspondents
from communique.coding.messages.message_parts import Voice
from communique.coding.messages.message_settling import settle_messages
from communique.coding.messages.messages import MessageReader
from communique.coding.messages.receivers import receiver_of_page
from communique.coding.statements.quotes import Voices, find_voices, introduced
from communique.coding.statements.statements import StatementDraft
from communique.knowledge.frames.messages import MessageWords, load_message_words
from communique.knowledge.speech import load_speech_words
from communique.language.annotations import Analysis, Sentence
from communique.model import Kind, Message, Status

_MEDIA = {Kind.CALL: "call", Kind.VIDEO_CALL: "call", Kind.LETTER: "letter"}


def read_messages(
    analysis: Analysis,
    main: Draft | None,
    partners: Sequence[Actor],
    statements: Sequence[StatementDraft],
) -> list[Message]:
    """The messages of a page; headlines are read last and add to what the body tells.

    ``main`` is the engagement that the page reports, ``partners`` its parties; ``statements``
    tell who speaks the page's quotations.
    """
    words = load_message_words(analysis.document.language or "en")
    letter = correspondents(analysis, words)
    voices = {
        s.sentence.index: Voice(s.speakers[0])
        for s in statements
        if s.quoted and len(s.speakers) == 1
    }
    page = find_voices(analysis, load_speech_words(analysis.document.language or "en"))
    drafts = []
    for sentence in sorted(analysis.sentences, key=lambda s: s.is_title):
        voice = voices.get(sentence.index) or _introduced(sentence, analysis, page)
        if letter is not None and sentence.index > letter[0] and not sentence.is_title:
            voice = letter[1]
        drafts += MessageReader(sentence, analysis, words, voice).read()
    receiver = receiver_of_page(analysis, words)
    medium = _medium(main, words, written=letter is not None)
    return settle_messages(drafts, medium, partners, receiver)


def _introduced(sentence: Sentence, analysis: Analysis, page: Voices) -> Voice:
    """Whose words a quotation is that a line with a colon brings in: "It reads as follows:"."""
    quoted = page.quoted(sentence.start, sentence.end) and page.label(sentence) is None
    return Voice(introduced(analysis, sentence, page)) if quoted else Voice()


def _medium(main: Draft | None, words: MessageWords, *, written: bool) -> str | None:
    """How words go that the page does not say were sent: as its main engagement carries them."""
    if written:
        return "letter"
    if main is None:
        return None
    paper = words.medium.get(main.trigger.lemma)
    if main.kind == Kind.LETTER and paper == "telegram":
        return paper
    together = main.kind != Kind.VISIT and main.status in {Status.HELD, Status.UNDER_WAY}
    return _MEDIA.get(Kind(main.kind), "in_person" if together else None)
