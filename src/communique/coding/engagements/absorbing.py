"""One engagement takes in what another sentence of the page says of it."""

from __future__ import annotations

from datetime import date

from communique.coding.engagements.delegations import FRAME as DELEGATIONS
from communique.coding.engagements.drafts import Draft, DraftParty, When
from communique.coding.engagements.place_merging import take_place
from communique.coding.engagements.status_merging import AHEAD, stronger, took_place
from communique.knowledge.frames import word_list
from communique.model import Kind, Role, Status

# Frames whose words may mean any talk, by telephone or in person.
GENERIC = frozenset({DELEGATIONS, "contact", "talk_verb", "speak_with"})
# Arrival and end of one visit lie no further apart than this many days.
LONGEST_VISIT = 8


def days_apart(a: Draft, b: Draft) -> int:
    """Days between two visits dated to the day, a large number where one is not."""
    starts = [d.when.start for d in (a, b) if d.when.start is not None and len(d.when.start) == 10]
    if len(starts) < 2 or a.status in AHEAD or b.status in AHEAD:
        return 10_000
    return abs((date.fromisoformat(starts[0]) - date.fromisoformat(starts[1])).days)


def absorb(target: Draft, draft: Draft, *, echo: bool = False) -> None:
    """Add to ``target`` what ``draft`` tells; an ``echo`` says nothing of whether it took place."""
    for party in draft.parties:
        if not _stands_for_known(target, party) and not _only_beside(target, draft, party):
            target.add(party.actor, _role_at(target, party))
    target.echoes.append(draft)
    drop_bare_states(target)
    plain = draft.status in {Status.HELD, Status.UNDER_WAY} and target.status in AHEAD
    if took_place(draft) and target.status == Status.PROPOSED:
        target.status = Status.HELD
    elif not (echo and plain):
        target.status = stronger(target, draft)
        target.told = target.told or draft.told
    if target.frame in GENERIC and draft.frame not in GENERIC and not _by_any_means(draft):
        target.kind, target.frame = draft.kind, draft.frame
    _take_when(target, draft)
    take_place(target, draft)
    target.destination = target.destination or draft.destination
    if target.visit_type is None:
        target.visit_type, target.visit_type_spans = draft.visit_type, draft.visit_type_spans
    target.kind_spans += draft.kind_spans
    target.status_spans += draft.status_spans if draft.status == target.status else []


def _only_beside(target: Draft, draft: Draft, party: DraftParty) -> bool:
    """ "During the visit X and Y will meet": who the guest is has been told, the other is none."""
    guests = target.actors(Role.GUEST)
    framing = draft.kind == Kind.VISIT and draft.definite and not draft.told
    unknown = party.actor.side is None and party.role is Role.GUEST
    return framing and unknown and any(g.person is not None for g in guests)


def _role_at(target: Draft, party: DraftParty) -> Role:
    """ "During the visit, X and Y will discuss": who is at home there is no guest. Who leads a
    delegation is there as it is."""
    bodies = [p for p in target.parties if p.actor.delegation and p.actor.side == party.actor.side]
    if bodies and party.role is Role.PARTICIPANT:
        return bodies[0].role
    at_home = target.kind == Kind.VISIT and party.actor.side == target.destination
    others = [a for a in target.actors(Role.GUEST) if a.side != target.destination]
    return Role.HOST if at_home and others and party.role is Role.GUEST else party.role


def _by_any_means(draft: Draft) -> bool:
    """ "The talks", said of what may have been held by telephone."""
    talks = draft.frame == "meeting" and draft.trigger.lemma in word_list("by_any_means")
    return talks and draft.place is None


def _take_when(target: Draft, draft: Draft) -> None:
    ours, theirs = target.when, draft.when
    if target.kind == Kind.VISIT and 0 < days_apart(target, draft) <= LONGEST_VISIT:
        days = sorted(d for w in (ours, theirs) for d in (w.start, w.end) if d is not None)
        spans = tuple(dict.fromkeys((*ours.spans, *theirs.spans)))
        target.when = When(days[0], days[-1], "resolved", "arrival_to_end", ours.worked_from, spans)
        return
    if target.tour != draft.tour and _day_of_tour(
        *((ours, theirs) if target.tour else (theirs, ours))
    ):
        target.when, target.tour = (theirs if target.tour else ours), False
        return
    longer = len(theirs.start or "") > len(ours.start or "")
    ranged = theirs.start is not None and ours.start == ours.end and theirs.start != theirs.end
    same_length = len(theirs.start or "") == len(ours.start or "")
    if longer or (ranged and same_length and target.kind == Kind.VISIT):
        target.when = theirs
    target.weekday = target.weekday or draft.weekday


def _day_of_tour(tour: When, leg: When) -> bool:
    """ "To A, B and C from 6 to 12 May", and "will reach B on 7 May": the leg's own day."""
    if tour.start is None or tour.end is None or leg.start is None or tour.start == tour.end:
        return False
    return tour.start <= leg.start <= tour.end and len(leg.start) == len(tour.start)


def _stands_for_known(target: Draft, party: object) -> bool:
    """A bare state whose person is there already adds nobody."""
    actor = party.actor  # type: ignore[attr-defined]
    return actor.person is None and any(
        p.actor.person is not None and p.actor.side == actor.side for p in target.parties
    )


def drop_bare_states(target: Draft) -> None:
    """Leave out states whose persons are there, and delegations whose leaders are."""
    named = {p.actor.side for p in target.parties if p.actor.person is not None}
    led = {side for one in target.echoes if one.frame == DELEGATIONS for side in one.sides()}
    target.parties = [
        p
        for p in target.parties
        if p.actor.person is not None
        or p.actor.side not in named
        or (p.actor.delegation and p.actor.side not in led)
    ]
