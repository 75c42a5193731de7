"""Accounts put one after the other into clusters, the firmer first.

Who links a part of a record knows already where most of its accounts stand: they are pinned there,
and only the others choose.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from communique.linking.choosing import Choosing
from communique.linking.clusters import Cluster, ClusterIndex, Placed
from communique.linking.rows import AccountRow
from communique.linking.weighing import Weighing
from communique.linking.windows import Grip
from communique.model import Status

_PAST = frozenset({Status.HELD, Status.UNDER_WAY})
# By account the first account of the cluster in which it stands.
Pins = Mapping[str, str]
_NO_PINS: Pins = {}


@dataclass(slots=True)
class Placing:
    """Puts accounts into the clusters of an index; ``pins`` say where some of them stand."""

    index: ClusterIndex
    weighing: Weighing
    pins: Pins = field(default_factory=lambda: _NO_PINS)

    def crowd(self, placed: Sequence[Placed]) -> None:
        """Place those dated to the day whose pairs were not weighed, being too many."""
        self._take(placed, Choosing(self.weighing).on_the_day)

    def rest(
        self,
        placed: Sequence[Placed],
        dates: dict[str, str],
        place: Callable[[AccountRow], Placed],
    ) -> None:
        """Place what is dated to a month, by its page's news, by its page alone, or not at all.

        ``dates`` of pages get those that are found; ``place`` works days out by them again.
        """
        choosing = Choosing(self.weighing)
        by_grip = {grip: [p for p in placed if p.window.grip == grip] for grip in Grip}
        self._take(by_grip[Grip.LOOSE], choosing.in_the_window)
        free = by_grip[Grip.FREE]
        self._take([p for p in free if p.account.main], choosing.by_content)
        _date_pages(self.index, dates)
        rest = [replace(place(p.account), number=p.number) for p in free if not p.account.main]
        rest += by_grip[Grip.OPEN]
        mentions = [p for p in rest if p.window.grip == Grip.OPEN]
        past = [p for p in mentions if p.account.status in _PAST]
        ahead = [p for p in mentions if p.account.status not in _PAST]
        self._take(past, choosing.latest_before)
        self._take(ahead, choosing.next_after)
        self._take([p for p in rest if p.window.grip == Grip.FREE], choosing.the_only_one)

    def _take(
        self,
        placed: Sequence[Placed],
        choose: Callable[[Placed, list[Cluster]], Cluster | None],
    ) -> None:
        """Put each account where it is pinned or ``choose`` says, else begin a cluster with it."""
        for one in sorted(placed, key=lambda p: p.order):
            pinned = self.pins.get(one.account.id)
            if pinned is None:
                cluster = choose(one, self.index.candidates(one, one.window))
            else:
                cluster = self.index.holder.get(pinned)
            if cluster is None:
                self.index.found(one)
            else:
                self.index.add(cluster, one)


def _date_pages(index: ClusterIndex, dates: dict[str, str]) -> None:
    """Date pages that have none by the engagements that they were found to report."""
    found: dict[str, date] = {}
    for cluster in index.clusters:
        if cluster.window.first != cluster.window.last or not cluster.members:
            continue
        for member in cluster.members:
            page = member.account.page
            if member.account.main and page not in dates:
                found[page] = max(found.get(page, date.min), cluster.window.first)
    dates.update({page: day.isoformat() for page, day in found.items()})
