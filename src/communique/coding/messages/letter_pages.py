"""A page that is itself a letter reports that letter."""

from __future__ import annotations

from dataclasses import replace

from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.coding.messages.letters import correspondents
from communique.knowledge.frames.messages import load_message_words
from communique.language.annotations import Analysis
from communique.model import Kind, Role, Status

# The line that dates a letter holds little else.
_LINE = 60


def letter_of_page(analysis: Analysis) -> list[Draft]:
    """The letter that the page is, or nothing for a page that is none."""
    words = load_message_words(analysis.document.language or "en")
    letter = correspondents(analysis, words)
    if letter is None:
        return []
    at, voice = letter
    signer, addressee = voice.me, voice.you
    opening = next(s for s in analysis.sentences if s.index == at)
    if signer is None or addressee is None or not opening.tokens:
        return []
    span = analysis.span(opening.start, opening.end)
    short = [s for s in analysis.sentences if len(s.text) <= _LINE]
    dates = [e for e in analysis.dates if any(s.start <= e.start < s.end for s in short)]
    return [
        Draft(
            Kind.LETTER, Status.HELD, "letter", opening, opening.tokens[0],
            parties=[
                DraftParty(_shown(signer, analysis), Role.SENDER),
                DraftParty(_shown(addressee, analysis), Role.RECIPIENT),
            ],
            kind_spans=[span], status_spans=[span], prominence=0, dates=dates,
        )
    ]  # fmt: skip


def _shown(actor: Actor, analysis: Analysis) -> Actor:
    """``actor`` with the words that name it."""
    return replace(actor, spans=(analysis.span(actor.token.start, actor.token.end),))
