"""The invitations of a page: what its sentences say of each, joined; what came of them."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.commitments.invitation_parts import DraftInvitation
from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft
from communique.model import (
    Commitment,
    CommitmentKind,
    CommitmentState,
    CommitmentStateKind,
    Kind,
    Role,
    Status,
)

_ORDER = ("extended", "reiterated", "accepted", "declined", "withdrawn", "fulfilled")
# Sentences within which an invitation with an end left out is the one spoken of before.
_NEAR = 3


def join_invitations(
    drafts: Sequence[DraftInvitation], groups: Sequence[Draft]
) -> list[DraftInvitation]:
    """Put together what one page says of one invitation; fill in who from visits and partners."""
    joined: list[DraftInvitation] = []
    for draft in drafts:
        if any(_answered(k, draft) for k in joined):
            draft.to = None
        known = next((k for k in reversed(joined) if _same(k, draft)), None)
        if known is None and (borne := next((k for k in joined if _carried(k, draft)), None)):
            borne.via = borne.via or draft.by
            known, draft.by = borne, borne.by
        if known is not None:
            _join(known, draft)
        elif not draft.bare:
            joined.append(draft)
    for draft in joined:
        _fill(draft, groups)
    joined = _once(joined)
    for draft in joined:
        if "reiterated" in draft.steps:
            draft.steps.pop("extended", None)
    present = {a.key for group in groups for a in group.actors()}
    return [draft for draft in joined if _abroad(draft, present)]


def _join(known: DraftInvitation, draft: DraftInvitation) -> None:
    """Add to an invitation what another sentence says of it."""
    for state, spans in draft.steps.items():
        known.steps.setdefault(state, []).extend(spans)
    known.by, known.to = known.by or draft.by, known.to or draft.to
    known.via = known.via or draft.via
    known.due += draft.due
    if draft.what is not None and (
        known.what is None or len(draft.what.quote) > len(known.what.quote)
    ):
        known.what = draft.what


def _once(joined: Sequence[DraftInvitation]) -> list[DraftInvitation]:
    """Those that name the same two ends once these are filled in are one."""
    kept: list[DraftInvitation] = []
    for draft in joined:
        ends = [actor.key if actor is not None else None for actor in (draft.by, draft.to)]
        same = (
            k for k in kept if None not in ends and k.by is not None and k.to is not None
            and [k.by.key, k.to.key] == ends
        )  # fmt: skip
        known = next(same, None)
        if known is None:
            kept.append(draft)
        else:
            _join(known, draft)
    return kept


def _abroad(draft: DraftInvitation, present: set[tuple[object, ...]]) -> bool:
    """Whether somebody of another state is invited; one of no state takes part on the page."""
    by, to = draft.by, draft.to
    if by is None or to is None or by.key == to.key:
        return False
    if by.side is None or to.side is None:
        return by.key in present or to.key in present
    return by.side != to.side


def _same(a: DraftInvitation, b: DraftInvitation) -> bool:
    """Whether two sentences speak of one invitation; one that leaves out an end is near by."""
    if not _alike(a.by, b.by) or not _alike(a.to, b.to):
        return False
    open_end = None in {a.by, b.by, a.to, b.to}
    near = abs(a.sentence.index - b.sentence.index) <= _NEAR
    return near or not open_end or a.bare or b.bare


def _answered(known: DraftInvitation, draft: DraftInvitation) -> bool:
    """ "The minister accepted": by office alone, the one invited, not the host of that office."""
    steps = draft.steps.keys() & {"accepted", "declined"}
    if not steps or draft.by is not None or draft.to is None or known.by is None:
        return False
    near = abs(known.sentence.index - draft.sentence.index) <= _NEAR
    return near and draft.to.key == known.by.key


def _carried(known: DraftInvitation, draft: DraftInvitation) -> bool:
    """ "The special envoy delivered the invitation": the one that his side has told of before."""
    bearer = draft.by.person if draft.by is not None else None
    if bearer is None or known.by is None or known.by.person is None:
        return False
    near = abs(known.sentence.index - draft.sentence.index) <= _NEAR
    sent = bearer.office_kinds == {"diplomat"} and bearer.state == known.by.person.state
    return near and sent and _alike(known.to, draft.to)


def _alike(one: Actor | None, other: Actor | None) -> bool:
    if one is None or other is None or one.key == other.key:
        return True
    return one.side == other.side and not (one.person and other.person)


def _fill(draft: DraftInvitation, groups: Sequence[Draft]) -> None:
    """Who is missing is the guest of the sentence's visit, or stands across the table in the
    engagement the page reports; so does an office without a name."""
    if draft.standing and draft.to is None:
        draft.to = _guest_of(draft, groups)
    known = {end.key for end in (draft.by, draft.to) if end is not None}
    mains = [g for g in groups if g.main and g.complete()]
    shared = [g for g in mains if known & {a.key for a in g.actors()}]
    if not mains:
        return
    persons = [a for g in (mains[0], *shared) for a in g.actors() if a.person]
    goal = draft.destination
    if draft.by is None and draft.to is not None:
        others = [a for a in persons if a.side != draft.to.side]
        there = [a for a in others if goal in {None, a.side, draft.to.side}]
        draft.by = next(iter(there), None) or _state(draft.to, goal)
    if draft.to is None and draft.by is not None:
        draft.to = next((a for a in persons if a.side != draft.by.side), None)
    draft.by, draft.to = _named(draft.by, persons), _named(draft.to, persons)


def _state(to: Actor, goal: str | None) -> Actor | None:
    """The state of the place invited to, where nobody of it is named."""
    return Actor(to.token, state=goal, spans=to.spans) if goal is not None else None


def _guest_of(draft: DraftInvitation, groups: Sequence[Draft]) -> Actor | None:
    side = draft.by.side if draft.by is not None else None
    for group in groups:
        told = (group, *group.echoes)
        here = any(one.sentence is draft.sentence for one in told)
        if group.kind == Kind.VISIT and here and group.destination in {None, side}:
            return next(iter(group.actors(Role.GUEST)), None)
    return None


def _named(actor: Actor | None, persons: Sequence[Actor]) -> Actor | None:
    """ "His French colleague": the one of that side who takes part."""
    if actor is None or actor.person is not None or actor.office is None:
        return actor
    return next((a for a in persons if a.side == actor.side), actor)


def settle_visits(invitations: Sequence[DraftInvitation], groups: Sequence[Draft]) -> None:
    """An accepted invitation makes its visit planned; the inviter is its host."""
    for invitation in invitations:
        for group in groups:
            if group.recalled and group.sentence is not invitation.sentence:
                continue  # thanks of today are not for the visit of last year
            if _asked_for(invitation, group):
                _settle_visit(invitation, group)
            elif invitation.standing and _came(invitation, group):
                invitation.steps.setdefault("fulfilled", invitation.steps["extended"])


def _came(invitation: DraftInvitation, group: Draft) -> bool:
    """Whether the one invited is a guest of the inviter's side in talks that were held."""
    if invitation.to is None or invitation.by is None or group.status != Status.HELD:
        return False
    guests = {actor.key for actor in group.actors(Role.GUEST)}
    hosts = {actor.side for actor in group.actors(Role.HOST)}
    return invitation.to.key in guests and invitation.by.side in hosts


def _asked_for(invitation: DraftInvitation, group: Draft) -> bool:
    """Whether ``group`` is the visit that was asked for."""
    if invitation.to is None or invitation.by is None or group.kind != Kind.VISIT:
        return False
    guests = {actor.key for actor in group.actors(Role.GUEST)}
    side = invitation.by.side
    return invitation.to.key in guests and side is not None and group.destination in {None, side}


def _settle_visit(invitation: DraftInvitation, group: Draft) -> None:
    accepted = "accepted" in invitation.steps
    inviter = invitation.by
    open_yet = group.status == Status.PROPOSED
    if open_yet and accepted:
        group.status = Status.PLANNED
    named = any(actor.person for actor in group.actors(Role.HOST))
    ahead = group.status == Status.PLANNED
    receives = (open_yet or ahead or accepted or invitation.standing) and not named
    if receives and inviter is not None and inviter.person is not None:
        group.parties = [p for p in group.parties if p.role is not Role.HOST]
        group.add(inviter, Role.HOST)
    if invitation.standing and group.status in {Status.HELD, Status.UNDER_WAY}:
        invitation.steps["fulfilled"] = invitation.steps["extended"]
    elif invitation.standing and group.status == Status.PLANNED:
        invitation.steps["accepted"] = invitation.steps["extended"]


def to_commitment(draft: DraftInvitation, date: str | None, due: str | None) -> Commitment:
    """The invitation as the codebook has it; ``date`` is that of the engagement it fell in."""
    assert draft.by is not None
    assert draft.to is not None
    states = tuple(
        CommitmentState(
            CommitmentStateKind(state),
            None if draft.standing and state == "extended" else date,
            tuple(dict.fromkeys(draft.steps[state])),
        )
        for state in _ORDER
        if state in draft.steps
    )
    what = draft.what.quote if draft.what is not None else "visit"
    return Commitment(
        CommitmentKind.INVITATION, _label(draft.by), _label(draft.to),
        _label(draft.via) if draft.via else None, what, due, states,
    )  # fmt: skip


def _label(actor: Actor) -> str:
    """A person's name, else the code: a government that invites is its state."""
    if actor.person is not None:
        return actor.label
    return actor.state or actor.organization or actor.label
