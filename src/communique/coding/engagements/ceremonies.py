"""Ceremonies told without all who took part: "Three agreements were signed"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.coding.engagements.triggers import Trigger
from communique.knowledge.frames import word_list
from communique.language.grammar import Tree
from communique.model import Kind, Role, Status
from communique.partial_dates import overlaps

# Two ways to tell of one signing.
SIGNINGS = frozenset({"sign", "signing"})
_TALKS = frozenset({Kind.MEETING, Kind.VISIT, Kind.CONSULTATION})
_HAPPENING = frozenset({Status.HELD, Status.UNDER_WAY})


def _since_then(draft: Draft) -> bool:
    """ "All of which have signed the declaration": by now, and not at the talks."""
    auxiliaries = Tree(draft.sentence.tokens).auxiliaries(draft.trigger)
    return bool({"have", "has"} & set(auxiliaries))


def held_at_talks(draft: Draft, groups: Sequence[Draft]) -> Draft | None:
    """The ceremony that ``draft`` is once its states are known from the talks of the page.

    ``groups`` are the page's engagements; the talks are the last told of before a signing without
    parties, or before a welcome of one guest. None where there are none of two states, or where
    the ceremony lies on another day.
    """
    welcome = draft.frame == "honours" and len(draft.parties) == 1
    welcome = welcome or (draft.frame == "welcome_ceremony" and len(draft.parties) < 2)
    signing = draft.frame in SIGNINGS and not draft.parties and not _since_then(draft)
    before = [g for g in groups if _could_be_at(draft, g)]
    if not (welcome or signing) or draft.sentence.is_title or not before:
        return None
    talks = max(before, key=lambda g: (g.sentence.index <= draft.sentence.index, g.sentence.index))
    there = draft.sides()
    for party in talks.parties:
        side = party.actor.side
        if side is not None and side not in draft.sides():
            actor = party.actor
            if welcome and not there:
                draft.parties.append(DraftParty(actor, party.role))
                continue
            state = Actor(actor.token, state=side, spans=actor.spans, worked_from=actor.label)
            draft.parties.append(DraftParty(state, Role.HOST if there else Role.PARTICIPANT))
    return draft if len(draft.sides()) == 2 else None


def settle_receptions(draft: Draft, trigger: Trigger, tree: Tree) -> None:
    """Who is host where somebody is received, in a seat of power or for a call."""
    _receives_call(draft, trigger, tree)
    _received_at_seat(draft, trigger, tree)


def _receives_call(draft: Draft, trigger: Trigger, tree: Tree) -> None:
    """ "X received a courtesy call from Y": who receives is the host."""
    verb = trigger.support
    if draft.frame != "courtesy_call" or verb is None or tree.is_passive(verb):
        return
    if verb.lemma not in word_list("getting") or (trigger.carrier or trigger.token).dep != "obj":
        return
    receiving = {t.i for t in tree.subjects(verb)}
    for party in draft.parties:
        if party.actor.token.i in receiving and party.role is Role.GUEST:
            party.role = Role.HOST


def _received_at_seat(draft: Draft, trigger: Trigger, tree: Tree) -> None:
    """ "Received at the Elysee, X said": by the state that resides there."""
    verb = trigger.support or trigger.token  # "was given a state welcome at the palace"
    received = draft.frame in {"receive", "honours"} and tree.is_passive(verb)
    state = draft.place.state if draft.place is not None else None
    guests = draft.actors(Role.GUEST)
    if not received or state is None or draft.actors(Role.HOST) or not guests:
        return
    if all(guest.side not in {None, state} for guest in guests):
        host = Actor(trigger.token, state=state, spans=draft.place_spans, worked_from="place")
        draft.parties.append(DraftParty(host, Role.HOST))


def _could_be_at(draft: Draft, talks: Draft) -> bool:
    sides = {p.actor.side for p in talks.parties} - {None}
    fits = len(sides) == 2 and draft.sides() <= sides
    bodies = any(p.actor.organization for p in talks.parties)
    happening = talks.kind in _TALKS and talks.status in _HAPPENING
    near = talks.sentence.index <= draft.sentence.index or bool(draft.parties)
    return fits and happening and near and not bodies and _one_day(draft, talks)


def _one_day(draft: Draft, talks: Draft) -> bool:
    ours, theirs = draft.when, talks.when
    if ours.start is None or theirs.start is None:
        return ours.start is None or (talks.kind == Kind.VISIT and theirs.start is None)
    return overlaps(
        (ours.start, ours.end or ours.start), (theirs.start, theirs.end or theirs.start)
    )
