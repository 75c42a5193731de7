"""Where an account that no day fixes belongs, among the clusters that may take it."""

from __future__ import annotations

from communique.linking.clusters import Cluster, Placed
from communique.linking.weighing import Weighing
from communique.linking.windows import Grip
from communique.linking.words import folded
from communique.model import Kind, Status

_SAME_NEWS_DAYS = 3
# Bits that content has to weigh for an account without any date to join an engagement, and those
# against which neither a month nor a mention that fits is believed.
_SAME_CONTENT = 1.0
_OTHER_CONTENT = -6.0
# Bits that all an undated page's account says has to weigh: the same people meet in the same state
# again and again, so that names and the state are not enough where nothing tells when.
_SURE = 5.1
_PAST = frozenset({Status.HELD, Status.UNDER_WAY})


class Choosing:
    """Chooses by what all accounts weigh for one another."""

    def __init__(self, weighing: Weighing) -> None:
        self._weighing = weighing

    def on_the_day(self, placed: Placed, clusters: list[Cluster]) -> Cluster | None:
        """Choose the cluster that weighs most for an account dated to the day."""
        weights = {c.number: self._weighing.mean(placed.number, _numbers(c)) for c in clusters}
        likely = [c for c in clusters if weights[c.number] > 0]
        return max(likely, key=lambda c: (weights[c.number], -c.number), default=None)

    def in_the_window(self, placed: Placed, clusters: list[Cluster]) -> Cluster | None:
        """Choose within the month, or for news the nearest to its page; no choice among equals."""
        if placed.window.news:
            return max(
                (c for c in clusters if not c.window.news or _same_news(c, placed)),
                key=lambda c: (
                    min(c.window.until, placed.window.last),
                    self._weight(c, placed),
                    -c.number,
                ),
                default=None,
            )
        firm = [c for c in clusters if c.window.grip == Grip.EXACT]
        if len(firm) > 1 and placed.account.kind is not Kind.VISIT:
            like = sorted((self._weight(c, placed) for c in firm), reverse=True)
            told_apart = like[0] >= _SAME_CONTENT and like[0] > like[1]
            return self._best(placed, firm) if told_apart else None
        return self._best(placed, firm or clusters)

    def by_content(self, placed: Placed, clusters: list[Cluster]) -> Cluster | None:
        """Choose for an account without any date: the one whose content is the same."""
        alike = [c for c in clusters if self._weight(c, placed) >= _SAME_CONTENT]
        return self._best(placed, self._sure(placed, alike))

    def latest_before(self, placed: Placed, clusters: list[Cluster]) -> Cluster | None:
        """Choose for something past that a page mentions: the latest before the page.

        Not in another city: what has neither day nor town in common was another time.
        """
        fitting = [
            c
            for c in clusters
            if c.window.first <= placed.window.last and not _in_other_cities(c, placed)
        ]
        return max(
            self._not_other(placed, fitting),
            key=lambda c: (_firm(c), c.window.first, -c.number),
            default=None,
        )

    def next_after(self, placed: Placed, clusters: list[Cluster]) -> Cluster | None:
        """Choose for something ahead: the first such thing after the page.

        Who is invited while on a visit is invited to the next one.
        """
        day = placed.window.first
        if placed.account.status is Status.PROPOSED:
            fitting = [c for c in clusters if not _begun(c) or c.window.first > day]
        else:
            fitting = [c for c in clusters if c.window.until >= day]
        return min(
            self._not_other(placed, fitting),
            key=lambda c: (not _firm(c), c.window.first, c.number),
            default=None,
        )

    def the_only_one(self, placed: Placed, clusters: list[Cluster]) -> Cluster | None:
        """Choose where there is no choice; a visit made may have been before one invited to."""
        if placed.account.status is Status.PROPOSED:
            clusters = [c for c in clusters if not _begun(c)]
        likely = self._sure(placed, clusters) if len(clusters) == 1 else []
        return likely[0] if likely else None

    def _best(self, placed: Placed, clusters: list[Cluster]) -> Cluster | None:
        return max(
            self._not_other(placed, clusters),
            key=lambda c: (self._weight(c, placed), -c.number),
            default=None,
        )

    def _sure(self, placed: Placed, clusters: list[Cluster]) -> list[Cluster]:
        """Keep those for which the whole account speaks, though no day does."""
        one = placed.number
        return [c for c in clusters if self._weighing.mean(one, _numbers(c)) >= _SURE]

    def _not_other(self, placed: Placed, clusters: list[Cluster]) -> list[Cluster]:
        """Leave out those of which the content speaks against it, or that no day bears out."""
        likely = [c for c in clusters if self._weight(c, placed) > _OTHER_CONTENT]
        undated = [c for c in likely if c.window.grip == Grip.FREE]
        dated = [c for c in likely if c.window.grip != Grip.FREE]
        return [*dated, *self._sure(placed, undated)]

    def _weight(self, cluster: Cluster, placed: Placed) -> float:
        return self._weighing.content(placed.number, _numbers(cluster))


def _in_other_cities(cluster: Cluster, placed: Placed) -> bool:
    here = _city(placed)
    told = {city for member in cluster.members if (city := _city(member))}
    return here is not None and bool(told) and here not in told


def _city(placed: Placed) -> tuple[str, ...] | None:
    place = placed.account.place
    return tuple(folded(place.city)) if place and place.city else None


def _numbers(cluster: Cluster) -> list[int]:
    return [member.number for member in cluster.members]


def _same_news(cluster: Cluster, placed: Placed) -> bool:
    """Two pages that date their news by themselves alone speak of one if they are days apart."""
    apart = abs((cluster.window.last - placed.window.last).days)
    return apart <= _SAME_NEWS_DAYS


def _begun(cluster: Cluster) -> bool:
    return any(m.account.status in _PAST for m in cluster.members)


def _firm(cluster: Cluster) -> bool:
    return cluster.window.grip <= Grip.LOOSE
