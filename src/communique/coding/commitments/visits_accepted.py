"""Visits that are told of only by an invitation taken up: "accepted an invitation to attend the
celebrations in Moscow on 9 May"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.commitments.invitation_parts import DraftInvitation
from communique.coding.dating.times import Calendar
from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.prominence import rank_of
from communique.language.grammar import Tree
from communique.model import Kind, Role, Status

FRAME = "accepted"


def visits_accepted(
    invitations: Sequence[DraftInvitation], groups: Sequence[Draft], calendar: Calendar
) -> list[Draft]:
    """The planned visits to a place that an accepted invitation names, of guests who have none
    there among ``groups``."""
    found: list[Draft] = []
    for invitation in invitations:
        visit = _visit(invitation, calendar)
        if visit is not None and not any(_alike(visit, other) for other in (*groups, *found)):
            found.append(visit)
    return found


def _visit(invitation: DraftInvitation, calendar: Calendar) -> Draft | None:
    inviter, guest, goal = invitation.by, invitation.to, invitation.destination
    taken_up = invitation.steps.get("accepted")
    if inviter is None or guest is None or goal is None or not taken_up or invitation.standing:
        return None
    if guest.person is None or guest.side in {None, goal} or invitation.what is None:
        return None
    tree = Tree(invitation.sentence.tokens)
    verb = next((t for t in tree.tokens if t.start == taken_up[0].start), None)
    if verb is None:
        return None
    visit = Draft(
        Kind.VISIT, Status.PLANNED, FRAME, invitation.sentence, verb,
        destination=goal, kind_spans=[invitation.what], status_spans=[*taken_up],
        prominence=rank_of(tree, verb), dates=list(invitation.due),
    )  # fmt: skip
    visit.add(guest, Role.GUEST)
    words = (invitation.what,)
    host = Actor(verb, state=goal, spans=words, worked_from=invitation.what.quote)
    visit.add(inviter if inviter.side == goal else host, Role.HOST)
    visit.when = calendar.when(visit.dates, Status.PLANNED)
    return visit


def _alike(visit: Draft, other: Draft) -> bool:
    """Whether ``other`` is a journey of the same guest there, or nowhere said."""
    guests = {actor.key for actor in other.actors(Role.GUEST)}
    ours = {actor.key for actor in visit.actors(Role.GUEST)}
    return (
        other.kind == Kind.VISIT
        and bool(guests & ours)
        and other.destination in {None, visit.destination}
    )
