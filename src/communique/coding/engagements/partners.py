"""Talks told of one side only: the other side from what else the page tells of the two."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.knowledge.frames import word_list
from communique.model import Kind, Role, Status

_TALKS = frozenset({Kind.MEETING, Kind.CONSULTATION})
_TOLD_WITH = frozenset({Kind.CEREMONY, Kind.VISIT})
_HAPPENING = frozenset({Status.HELD, Status.UNDER_WAY})
# Frames of talks whose words leave a guest of the page to be understood.
_OPEN = frozenset({"meeting", "audience", "courtesy_call", "call_on"})
_COMING = _HAPPENING | {Status.PLANNED, Status.POSTPONED, Status.CANCELLED}
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
        borne = group.kind == Kind.LETTER and id(persons[0]) in {
            id(a.person) for a in group.actors(Role.ENVOY)
        }
        told = (group.kind in _TOLD_WITH or borne) and group.status in _HAPPENING
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


def with_guest(draft: Draft, groups: Sequence[Draft]) -> list[Draft]:
    """The talks of a visitor with those whom ``draft``, talks without a subject, names.

    "X arrived in Oslo. The programme includes meetings with Y and Z": one for each named where
    the word is in the plural. Empty where no visit to their state is told of before.
    """
    theirs = draft.sides()
    shown = draft.open_ended and draft.kind in _TALKS and draft.frame in _OPEN
    if not shown or len(theirs) != 1 or not draft.persons() or draft.status not in _COMING:
        return []
    visits = [g for g in groups if _brings_guest(g, draft)]
    if not visits:
        return []
    visit = min(visits, key=lambda g: draft.sentence.index - g.sentence.index)
    guests = [DraftParty(a, Role.GUEST) for a in visit.actors(Role.GUEST)]
    hosts = [DraftParty(p.actor, Role.HOST) for p in draft.parties]
    each = (
        draft.trigger.tag == "NNS"
        and draft.trigger.lemma in word_list("countable_talks")
        and len(hosts) > 1
    )
    tables = [[host] for host in hosts] if each else [hosts]
    return [draft.another([*guests, *table]) for table in tables]


def _brings_guest(visit: Draft, draft: Draft) -> bool:
    near = visit.sentence.index <= draft.sentence.index
    there = visit.destination in draft.sides()
    named = bool(visit.actors(Role.GUEST)) and visit.destination is not None
    return visit.kind == Kind.VISIT and named and near and there and visit.status in _COMING


def visited_by_talks(draft: Draft, groups: Sequence[Draft]) -> bool:
    """Give a visit to nowhere named its goal: the side that receives its guest on the page.

    "X received Y in Rome. Y, who is on a two-day visit, said ...". Returns whether it was.
    """
    guests = [a for a in draft.actors(Role.GUEST) if a.person is not None]
    if draft.kind != Kind.VISIT or draft.destination is not None or len(guests) != 1:
        return False
    if draft.status not in _HAPPENING or draft.when.start is not None:
        return False
    for group in reversed(groups):
        near = group.sentence.index <= draft.sentence.index and group.status in _HAPPENING
        if not near or group.kind not in _TALKS or guests[0].key not in _keys(group):
            continue
        hosts = [a for a in group.actors() if a.side != guests[0].side and a.person is not None]
        host = hosts[0] if len(hosts) == 1 else None
        if host is not None and host.side is not None and _at_home(host, group):
            draft.destination = host.person.state if host.person is not None else host.side
            draft.add(host, Role.HOST)
            return True
    return False


def _keys(group: Draft) -> set[object]:
    return {actor.key for actor in group.actors()}


def _at_home(host: Actor, group: Draft) -> bool:
    """Whether the talks of ``group`` were held where ``host`` is at home."""
    where = group.place.state if group.place is not None else None
    receiving = host.key in {a.key for a in group.actors(Role.HOST)}
    return where == host.side if where is not None else receiving
