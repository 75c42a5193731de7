"""Sentences that speak of an engagement and were not coded, each with what it lacked."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import ActorReader
from communique.coding.engagements.arguments import ArgumentFiller
from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.status import StatusReader
from communique.coding.engagements.triggers import Trigger, TriggerFinder
from communique.knowledge.frames import Frames
from communique.language.annotations import Analysis, MentionKind, Sentence
from communique.language.grammar import Tree
from communique.model import Status, Unread

# Frames whose words often report nothing: a sentence with one of them is not called unread.
# Letters in passing are messages and are read as such.
_OFTEN_NOTHING = frozenset({"travel", "depart", "receive", "letter", "expect", "call_verb"})
# Frames whose words are of an engagement only where at least one of its parties stands by them.
_WITH_A_PARTY = frozenset(
    {
        "reach",
        "sign",
        "warm_welcome",
        "honours",
        "stay",
        "arrive",
        "write",
        "lead_delegation",
        "see",
    }
    | {"opening"}
)

BOTH = "both parties missing"
ONE = "one party missing"
FOREIGN = "foreign side missing"
UNCLEAR = "not clear that they met"
STATE = "state of a person unknown"


def unread_sentences(
    analysis: Analysis, groups: Sequence[Draft], frames: Frames
) -> list[tuple[Sentence, Unread]]:
    """The sentences with a word for an engagement and two sides that gave none.

    Two sides are two office-holders, or one and a state's name where the word has one of them for
    a party. ``groups`` are the engagements that the page's other sentences gave.
    """
    used = [draft for group in groups for draft in (group, *group.echoes)]
    found = []
    for sentence in analysis.sentences:
        holders = office_holders(sentence)
        if holders < 2 and not (holders and _mentioned(sentence, _STATES)):
            continue
        tree = Tree(sentence.tokens)
        filler = ArgumentFiller(tree, ActorReader(analysis, tree))
        told = [
            f"“{trigger.token.text}”: {lacks}"
            for trigger in _left(tree, sentence, used, frames)
            if (lacks := _lacks(trigger, sentence, filler)) != BOTH
            or not (holders < 2 or trigger.frame.id in _WITH_A_PARTY)
        ]
        if told:
            reason = "; ".join(dict.fromkeys(told))
            found.append((sentence, Unread(sentence.span(analysis.text), reason)))
    return found


_HOLDERS = frozenset({MentionKind.PERSON, MentionKind.OFFICE})
_STATES = frozenset({MentionKind.STATE})


def office_holders(sentence: Sentence) -> int:
    """How often a sentence names a person or an office."""
    return _mentioned(sentence, _HOLDERS)


def _mentioned(sentence: Sentence, kinds: frozenset[MentionKind]) -> int:
    return sum(t.mention is not None and t.mention.kind in kinds for t in sentence.tokens)


def _left(tree: Tree, sentence: Sentence, drafts: Sequence[Draft], frames: Frames) -> list[Trigger]:
    """The words for an engagement in a sentence of which none of ``drafts`` was made."""
    used = {draft.trigger.i for draft in drafts if draft.sentence is sentence}
    reader = StatusReader(tree, frames.grammar)
    return [
        trigger
        for trigger in TriggerFinder(tree, frames).find()
        if trigger.token.i not in used and reader.read(trigger).status is not None
        and trigger.frame.id not in _OFTEN_NOTHING
    ]  # fmt: skip


def _lacks(trigger: Trigger, sentence: Sentence, filler: ArgumentFiller) -> str:
    """What the engagement of a word lacks: "one party missing (found Petr Pavel)"."""
    frame = trigger.frame
    draft = Draft(frame.kind, Status.HELD, frame.id, sentence, trigger.token)
    filler.fill(draft, trigger)
    return missing(draft)


def missing(draft: Draft) -> str:
    """What ``draft`` lacks of an engagement, with what it has."""
    if not draft.parties:
        return BOTH
    names = ", ".join(dict.fromkeys(party.actor.label for party in draft.parties))
    stateless = [a.label for a in draft.actors() if a.person is not None and a.side is None]
    if stateless:
        return f"{STATE} ({', '.join(dict.fromkeys(stateless))})"
    if len(draft.parties) == 1:
        return f"{ONE} (found {names})"
    return f"{FOREIGN if len(draft.sides()) < 2 else UNCLEAR} (found {names})"
