"""Accounts dated to the day joined into engagements by the weights of their pairs.

Average linkage under constraints: the two groups that weigh most for one another are joined first,
as long as the mean weight of all pairs between them speaks for one engagement and nothing forbids
it. One account between two engagements so never draws them together, as following pairs would.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from communique.linking.clusters import Cluster
from communique.linking.weighing import Weighing

# Weights from both ways of working them out are the same to far more places than this.
_PLACES = 6


def join_component(groups: dict[int, Cluster], weighing: Weighing) -> list[Cluster]:
    """Join the groups (each of one account, by its number) as far as their weights carry.

    They are those that pairs of positive weight hold together, directly or through others.
    """
    return _Linkage(groups, weighing).run() if len(groups) > 1 else list(groups.values())


class _Linkage:
    """The joining of one component."""

    def __init__(self, groups: dict[int, Cluster], weighing: Weighing) -> None:
        self._groups = groups
        self._sizes = dict.fromkeys(groups, 1)
        self._sums: dict[int, dict[int, float]] = {number: {} for number in groups}
        numbers = sorted(groups)
        for n, a in enumerate(numbers):
            for b in numbers[n + 1 :]:
                weight = round(weighing.pair(a, b), _PLACES)
                self._sums[a][b] = self._sums[b][a] = weight
        self._heap: list[tuple[float, tuple[object, ...], int, int, int]] = []

    def run(self) -> list[Cluster]:
        """Join until no two groups weigh for one another, and return what is left."""
        self._heap = [self._entry(a, b) for a, sums in self._sums.items() for b in sums if a < b]
        self._heap = [entry for entry in self._heap if entry[0] < 0]
        heapify(self._heap)
        while self._heap:
            _, _, a, b, size = heappop(self._heap)
            current = a in self._groups and b in self._groups
            if not current or self._sizes[a] + self._sizes[b] != size:
                continue
            if self._groups[a].joins(self._groups[b]):
                self._join(a, b)
        return [self._groups[number] for number in sorted(self._groups)]

    def _entry(self, a: int, b: int) -> tuple[float, tuple[object, ...], int, int, int]:
        """Return what the heap sorts by: the mean weight, the earlier, the accounts themselves."""
        size = self._sizes[a] * self._sizes[b]
        first = min(self._groups[a].window.first, self._groups[b].window.first)
        mean = round(self._sums[a][b] / size, _PLACES)
        return (-mean, (first,), a, b, self._sizes[a] + self._sizes[b])

    def _join(self, a: int, b: int) -> None:
        for member in self._groups[b].members:
            self._groups[a].add(member)
        for other, weight in self._sums.pop(b).items():
            if other != a:
                self._sums[a][other] += weight
                self._sums[other][a] = self._sums[a][other]
                del self._sums[other][b]
        del self._sums[a][b], self._groups[b]
        self._sizes[a] += self._sizes.pop(b)
        for other in self._sums[a]:
            entry = self._entry(min(a, other), max(a, other))
            if entry[0] < 0:
                heappush(self._heap, entry)
