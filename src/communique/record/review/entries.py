"""The questions of a review."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.linking.outcome import FieldWeight
from communique.linking.rows import Verb
from communique.model import Span
from communique.record.entries import ComparedValueEntry, DocumentEntry
from communique.record.finding.entries import EngagementLine


class Doubt(StrEnum):
    """What may be uncertain, in the order in which it is asked."""

    DISAGREEMENT = "disagreement"
    WEAK_LINK = "weak_link"
    UNCERTAIN = "uncertain"
    UNREAD = "unread"


# What a person can decide on each.
CAN: dict[Doubt, tuple[Verb, ...]] = {
    Doubt.DISAGREEMENT: (Verb.ACCEPT, Verb.SET, Verb.SPLIT, Verb.REJECT),
    Doubt.WEAK_LINK: (Verb.ACCEPT, Verb.SPLIT, Verb.REJECT),
    Doubt.UNCERTAIN: (Verb.ACCEPT, Verb.SET, Verb.REJECT),
    Doubt.UNREAD: (Verb.ACCEPT,),
}


@dataclass(frozen=True, slots=True)
class Question:
    """Something uncertain, to be accepted or decided.

    ``said`` is the reason in words, ``can`` what can be decided. A disagreement has the engagement,
    its ``field`` and the ``values``; a weak link the engagement, the ``account`` that may be of
    another, its ``weight`` in bits and what each field weighs; an uncertain value the account and,
    in ``party``, the position of the party where one is in doubt; an unread sentence its page and
    ``words``, as an uncertain value has, too.
    """

    id: str
    doubt: Doubt
    said: str
    can: tuple[Verb, ...]
    engagement: EngagementLine | None = None
    document: DocumentEntry | None = None
    account: str | None = None
    field: str | None = None
    party: int | None = None
    values: tuple[ComparedValueEntry, ...] = ()
    weight: float | None = None
    weights: tuple[FieldWeight, ...] = ()
    words: tuple[Span, ...] = ()
