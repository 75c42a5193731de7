"""Talks told of one side only: the other side from what else the page tells of the two."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.drafts import Draft, DraftParty
from communique.model import Kind, Role, Status

_TALKS = frozenset({Kind.MEETING, Kind.CONSULTATION})
_TOLD_WITH = frozenset({Kind.CEREMONY, Kind.VISIT})
_HAPPENING = frozenset({Status.HELD, Status.UNDER_WAY})
REASON = "named with the other in another engagement of the page, not with the talks"


def take_partner(draft: Draft, groups: Sequence[Draft]) -> bool:
    """Fill ``draft``, talks taken for granted, with the one whom its person signed or visited.

    "X and Y signed a treaty. At their talks, X said ...". Returns whether it was: only where the
    page leaves no choice.
    """
    taken = draft.definite or draft.relation is not None
    persons = [p.actor.person for p in draft.parties if p.actor.person is not None]
    if draft.kind not in _TALKS or not taken or len(persons) != 1 or len(draft.parties) != 1:
        return False
    found = {}
    for group in groups:
        told = group.kind in _TOLD_WITH and group.status in _HAPPENING
        if not told or id(persons[0]) not in group.persons() or len(group.sides()) != 2:
            continue
        for party in group.parties:
            other = party.actor.person
            if other is not None and party.actor.side not in {None, *draft.sides()}:
                found[id(other)] = party.actor
    if len(found) != 1:
        return False
    draft.parties.append(DraftParty(next(iter(found.values())), Role.PARTICIPANT, REASON))
    return True
