"""Talks before or after those of the page: "their last call was on 3 July", "the next meeting"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.coding.engagements.triggers import Trigger
from communique.knowledge.frames import word_list
from communique.language.grammar import Tree
from communique.model import Kind, Role, Status

_TALKS = frozenset({Kind.MEETING, Kind.CONSULTATION, Kind.SUMMIT})
_OF_TWO = frozenset({Kind.MEETING, Kind.CONSULTATION, Kind.CALL, Kind.VIDEO_CALL})
# The frame of words for any talk, by telephone or in person.
_ANY_TALKS = "contact"
_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
_HAPPENING = frozenset({Status.HELD, Status.UNDER_WAY})


def settle_turn(draft: Draft, trigger: Trigger, tree: Tree) -> None:
    """Mark ``draft`` where its words set it before or after the engagements of the page."""
    draft.next_one = is_next(draft, trigger, tree)
    draft.previous_one = is_previous(draft, trigger, tree)


def is_next(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """Whether words set talks to come apart from those of the page: "a second round of talks"."""
    if draft.kind not in _TALKS or draft.status not in _AHEAD:
        return False
    if not trigger.noun:  # "they will meet again"
        return any(kid.lower == "again" for kid in tree.kids(trigger.token, "advmod"))
    nouns = (trigger.token, trigger.carrier or trigger.token)
    described = {kid.lower for noun in nouns for kid in tree.kids(noun, "amod", "det", "nummod")}
    return bool(described & word_list("next_in_turn")) and len(draft.sides()) < 2


def is_previous(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """Whether words set talks apart as those before: "their last meeting took place in June".

    So with a visit whose guest is told before: "the trip follows another visit to Chad".
    """
    if not trigger.noun or draft.status != Status.HELD:
        return False
    described = {kid.lower for kid in tree.kids(trigger.token, "amod", "det")}
    if draft.kind == Kind.VISIT:
        told_apart = described & (word_list("last_in_turn") | word_list("one_more"))
        elsewhere = draft.destination is not None and not draft.actors(Role.GUEST)
        return (bool(told_apart) and elsewhere) or bool(described & word_list("visits_before"))
    return (
        draft.kind in _OF_TWO
        and bool(described & word_list("last_in_turn"))
        and not draft.complete()
    )


def went_before(draft: Draft, groups: Sequence[Draft]) -> Draft | None:
    """The dated talks, before those of the page, of the same two: who they were is told there."""
    if draft.sentence.is_title:
        return None
    if draft.kind == Kind.VISIT:
        return _visited_before(draft, groups)
    if draft.when.start is None:
        return None
    later = [
        g for g in groups
        if g.kind in _OF_TWO and g.status in _HAPPENING and len(g.sides()) == 2
        and draft.sides() <= g.sides() and g.sentence.index <= draft.sentence.index
        and (g.when.start is None or g.when.start > draft.when.start)
    ]  # fmt: skip
    if not later:
        return None
    talks = max(later, key=lambda g: g.sentence.index)
    for party in talks.parties:
        draft.add(party.actor, Role.PARTICIPANT)
    if draft.kind == Kind.MEETING and draft.place is None and draft.frame == _ANY_TALKS:
        draft.kind = talks.kind
    return draft


def visit_before(earlier: Draft, now: Draft) -> bool:
    """ "His last visit was in 2021", of one who is there now or will come."""
    before = earlier.kind == Kind.VISIT and earlier.previous_one and not now.previous_one
    return before and now.status != Status.HELD


def _visited_before(draft: Draft, groups: Sequence[Draft]) -> Draft | None:
    """The visit elsewhere, or earlier, of the guest whose visit is the last told of."""
    if draft.actors(Role.GUEST):
        return _there_before(draft, groups)
    if draft.destination is None:
        return None  # "the last visit at this level took place in 2005": whose is not told
    visits = [
        g for g in groups
        if g.kind == Kind.VISIT and g.sentence.index <= draft.sentence.index
        and g.actors(Role.GUEST) and draft.destination not in {a.side for a in g.actors(Role.GUEST)}
        and (g.destination != draft.destination or draft.when.start is not None)
    ]  # fmt: skip
    if not visits:
        return None
    for guest in max(visits, key=lambda g: g.sentence.index).actors(Role.GUEST):
        draft.add(guest, Role.GUEST)
    draft.told = True
    return draft


def _there_before(draft: Draft, groups: Sequence[Draft]) -> Draft | None:
    """ "The last visit by a Finnish minister was in 2005": to where the page has one go now."""
    guests = {a.side for a in draft.actors(Role.GUEST)}
    goals = {
        g.destination for g in groups
        if g.kind == Kind.VISIT and guests & {a.side for a in g.actors(Role.GUEST)}
        and g.destination not in {None, *guests}
    }  # fmt: skip
    if draft.destination is None and len(goals) == 1:
        draft.destination = goals.pop()
        host = Actor(
            draft.trigger, state=draft.destination, spans=tuple(draft.kind_spans),
            worked_from="the visit told of",
        )  # fmt: skip
        draft.add(host, Role.HOST)
    return draft if draft.destination is not None and draft.when.start is not None else None


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
