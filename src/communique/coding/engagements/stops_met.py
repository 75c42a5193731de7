"""Leaders of several states whom a traveller meets, each at home: "will visit Kenya and Chad, where
he will meet the leaders of both"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.drafts import Draft, DraftParty
from communique.coding.engagements.gatherings import is_gathering
from communique.model import Kind, Role

_TABLE = 3


def met_at_stops(groups: Sequence[Draft]) -> list[Draft]:
    """Return ``groups`` with talks of a guest and those of all his stops made one for each stop."""
    found: list[Draft] = []
    for group in groups:
        found += _by_stop(group, groups) or [group]
    return found


def _by_stop(talks: Draft, groups: Sequence[Draft]) -> list[Draft]:
    """The talks at each stop; none where those who meet are not at home one after the other."""
    if talks.kind not in {Kind.MEETING, Kind.SUMMIT} or is_gathering(talks):
        return []
    if talks.place is not None or len(talks.sides()) < _TABLE:
        return []
    for guest in talks.parties:
        stops = {
            g.destination for g in groups
            if g.kind == Kind.VISIT and g.destination is not None
            and guest.actor.key in {a.key for a in g.actors(Role.GUEST)}
        }  # fmt: skip
        others = [p for p in talks.parties if p.actor.side != guest.actor.side]
        sides = {p.actor.side for p in others}
        if guest.actor.person is not None and len(sides) > 1 and sides <= stops:
            return [_at_home(talks, guest, [p for p in others if p.actor.side == side])
                    for side in dict.fromkeys(p.actor.side for p in others)]  # fmt: skip
    return []


def _at_home(talks: Draft, guest: DraftParty, hosts: Sequence[DraftParty]) -> Draft:
    made = talks.another([guest, *hosts])
    made.kind = Kind.MEETING
    for party in made.parties:
        party.role = Role.GUEST if party.actor.key == guest.actor.key else Role.HOST
    return made
