"""A plan that was put off and came true later is one engagement, whose status and date moved."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from communique.linking.clusters import AHEAD, Cluster, ClusterIndex
from communique.linking.windows import Grip, reach_ahead
from communique.model import Status

_PAST = frozenset({Status.HELD, Status.UNDER_WAY})


def follow_moved_plans(index: ClusterIndex) -> None:
    """Join each plan that a page has put off to what next takes place, or is planned, of its kind.

    Without a page that says so, a plan and a later event are two: that one was not made and the
    other was is all that is known.
    """
    waiting: defaultdict[tuple[object, ...], list[Cluster]] = defaultdict(list)
    for cluster in sorted(index.clusters, key=_in_time):
        if not cluster.members or cluster.window.grip == Grip.FREE:
            continue
        for key in _keys(cluster):
            plan = next((p for p in waiting[key] if p.members and _moves_to(p, cluster)), None)
            if plan is not None:
                _move(plan, cluster)
        if _only_ahead(cluster):
            for key in _keys(cluster):
                waiting[key].append(cluster)


def _in_time(cluster: Cluster) -> tuple[date, int]:
    return (cluster.window.first, cluster.number)


def _keys(cluster: Cluster) -> list[tuple[object, ...]]:
    return [(cluster.kind, person) for person in sorted(cluster.sides.all_persons)]


def _only_ahead(cluster: Cluster) -> bool:
    return all(m.account.status in AHEAD for m in cluster.members)


def _put_off(cluster: Cluster) -> bool:
    return any(m.account.status is Status.POSTPONED for m in cluster.members)


def _moves_to(plan: Cluster, later: Cluster) -> bool:
    if plan is later or not (_put_off(plan) or _put_off(later)):
        return False
    takes_place = any(m.account.status in _PAST for m in later.members) or _only_ahead(later)
    in_reach = later.window.first - plan.window.first <= reach_ahead(plan.kind)
    return (
        takes_place and in_reach and plan.pages.isdisjoint(later.pages) and plan.same_parties(later)
    )


def _move(plan: Cluster, later: Cluster) -> None:
    """Put the accounts of the plan under what became of it; its days are those of the later."""
    window = later.window
    for member in plan.members:
        later.add(member)
        later.moved.add(member.account.id)
    later.window = window
    plan.members = []
