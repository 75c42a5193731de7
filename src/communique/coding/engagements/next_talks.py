"""Talks that are to follow those of the page: "the next meeting will be held in Tehran"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.coding.engagements.triggers import Trigger
from communique.knowledge.frames import word_list
from communique.language.grammar import Tree
from communique.model import Kind, Role, Status

_TALKS = frozenset({Kind.MEETING, Kind.CONSULTATION, Kind.SUMMIT})
_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
_HAPPENING = frozenset({Status.HELD, Status.UNDER_WAY})


def is_next(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """Whether words set talks to come apart from those of the page: "a second round of talks"."""
    if not trigger.noun or draft.kind not in _TALKS or draft.status not in _AHEAD:
        return False
    nouns = (trigger.token, trigger.carrier or trigger.token)
    described = {kid.lower for noun in nouns for kid in tree.kids(noun, "amod", "det", "nummod")}
    return bool(described & word_list("next_in_turn")) and len(draft.sides()) < 2


def follow_up(draft: Draft, groups: Sequence[Draft]) -> Draft | None:
    """The talks to come with the states of the talks that the page told of before them."""
    before = [
        g for g in groups
        if g.kind in _TALKS and g.status in _HAPPENING and len(g.sides()) > 1
        and g.sentence.index <= draft.sentence.index and draft.sides() <= g.sides()
    ]  # fmt: skip
    if draft.sentence.is_title or not before:
        return None
    talks = max(before, key=lambda g: (g.main, g.sentence.index))
    there = draft.place.state if draft.place is not None else None
    for party in talks.parties:
        side = party.actor.side
        if side is None or side in draft.sides():
            continue
        if party.actor.organization is not None:
            actor = Actor(party.actor.token, organization=side, spans=party.actor.spans)
        else:
            actor = Actor(
                party.actor.token, state=side, spans=party.actor.spans,
                worked_from=party.actor.label,
            )  # fmt: skip
        draft.parties.append(DraftParty(actor, Role.PARTICIPANT))
    if there in draft.sides() and draft.kind != Kind.SUMMIT:
        for party in draft.parties:
            party.role = Role.HOST if party.actor.side == there else Role.GUEST
    draft.kind = talks.kind if draft.kind == Kind.MEETING else draft.kind
    return draft
