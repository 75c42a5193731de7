"""A statement in the making, and the statement made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.coding.engagements.actors import Actor
from communique.language.annotations import Sentence, Token
from communique.model import Act, Span, Statement


@dataclass(frozen=True, slots=True)
class StatementDraft:
    """One speech act of a page.

    ``joint`` without ``speakers`` is an act of both sides whom the sentence does not name
    ("it was agreed"). ``content`` are the spans of the words said, ``evidence`` those of speaker
    and verb. ``clausal`` is true where the content is a clause, ``indirect`` where the
    sentence only goes on with reported speech.
    """

    speakers: tuple[Actor, ...]
    joint: bool
    addressee: Actor | None
    act: Act
    content: tuple[Span, ...]
    topics: tuple[str, ...]
    quoted: bool
    sentence: Sentence
    verb: Token
    evidence: tuple[Span, ...]
    clausal: bool = False
    indirect: bool = False

    @property
    def words(self) -> str:
        """The words said."""
        return "; ".join(span.quote for span in self.content)


def to_statement(draft: StatementDraft, main_parties: Sequence[str]) -> Statement:
    """The statement of a draft; ``main_parties`` are the names or codes of the main engagement's
    parties: where all of them speak, the speaker is "both"."""
    return Statement(
        speaker=_speaker(draft, main_parties),
        addressee=draft.addressee.label if draft.addressee is not None else None,
        act=draft.act,
        content=draft.words,
        topics=draft.topics,
        quoted=draft.quoted,
        evidence=(*draft.evidence, *draft.content),
    )


def _speaker(draft: StatementDraft, main_parties: Sequence[str]) -> str | tuple[str, ...]:
    labels = tuple(dict.fromkeys(actor.label for actor in draft.speakers))
    if not labels:
        return "both"
    if len(labels) == 1:
        return labels[0] if not draft.joint else "both"
    covered = {*labels, *(actor.side for actor in draft.speakers)}
    meant = any(actor.joint for actor in draft.speakers)
    if meant or (main_parties and all(party in covered for party in main_parties)):
        return "both"
    return labels
