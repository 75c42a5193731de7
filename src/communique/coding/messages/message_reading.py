"""The messages of a page: read sentence by sentence, each with whose words it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft
from communique.coding.messages.letters import correspondents
from communique.coding.messages.message_parts import Voice
from communique.coding.messages.message_settling import settle_messages
from communique.coding.messages.messages import MessageReader
from communique.coding.statements.statements import StatementDraft
from communique.knowledge.frames.messages import load_message_words
from communique.language.annotations import Analysis
from communique.model import Kind, Message

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
    drafts = []
    for sentence in sorted(analysis.sentences, key=lambda s: s.is_title):
        voice = voices.get(sentence.index, Voice())
        if letter is not None and sentence.index > letter[0] and not sentence.is_title:
            voice = letter[1]
        drafts += MessageReader(sentence, analysis, words, voice).read()
    return settle_messages(drafts, _medium(main, written=letter is not None), partners)


def _medium(main: Draft | None, *, written: bool) -> str | None:
    """How words go that the page does not say were sent: as its main engagement carries them."""
    if written:
        return "letter"
    if main is None:
        return None
    return _MEDIA.get(Kind(main.kind), "in_person" if main.kind != Kind.VISIT else None)
