"""Accounts joined into engagements: same kind and parties, fitting days, weights that speak for it.

The firmly dated come first, joined by the weights of their pairs; then those dated to a month or by
their page's news, then what pages only mention, each placed among the firmer ones. Accounts are
taken in an order made from their content, so that the order of reading plays no part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from communique.linking.clusters import Cluster, ClusterIndex, Placed
from communique.linking.memory import Memory
from communique.linking.moved_plans import follow_moved_plans
from communique.linking.profiles import Profile, profile_of
from communique.linking.rows import AccountRow, PageRow
from communique.linking.sides import Alike, sides_of
from communique.linking.weighing import Weighing
from communique.linking.weights import load_weights
from communique.linking.windows import Grip, window_of
from communique.model import Kind, Status

PartyPeople = Mapping[tuple[str, int], str]
# What persons are called, and of which state they are, by id.
Names = Mapping[str, tuple[str, str | None]]
NO_NAMES: Names = {}

# So many accounts that say the same of who and when stand for all that do.
_CROWD = 40
_SAME_NEWS_DAYS = 3
# Bits that content has to weigh for an account without any date to join an engagement, and those
# against which neither a month nor a mention that fits is believed.
_SAME_CONTENT = 1.0
_OTHER_CONTENT = -6.0
# Bits that all an undated page's account says has to weigh: the same people meet in the same state
# again and again, so that names and the state are not enough where nothing tells when.
_SURE = 5.0
_PAST = frozenset({Status.HELD, Status.UNDER_WAY})


@dataclass(frozen=True, slots=True)
class Joined:
    """The clusters of accounts, each page's date (its own, else worked out), and the weights."""

    clusters: list[Cluster]
    page_dates: dict[str, str]
    weighing: Weighing


def join_accounts(
    pages: Sequence[PageRow],
    accounts: Iterable[AccountRow],
    people: PartyPeople,
    alike: Alike,
    memory: Memory,
    names: Names = NO_NAMES,
) -> Joined:
    """Join the accounts; ``alike`` are persons whose names are all but spelt the same.

    ``memory`` is of the last time, ``names`` what persons are called.
    """
    accounts = list(accounts)
    dates = _page_dates(pages, accounts)
    placed, profiles = placed_profiles(pages, accounts, people, alike, memory, names)
    firm, crowd = _crowded([one for one in placed if one.window.grip == Grip.EXACT])
    clusters, weighing = memory.join(firm, profiles, load_weights())
    index = ClusterIndex()
    for cluster in clusters:
        index.take(cluster)
    _take(index, crowd, _Choosing(weighing).on_the_day)
    _place_the_rest(index, placed, dates, weighing, lambda a: _place(a, people, alike, dates))
    return Joined([cluster for cluster in index.clusters if cluster.members], dates, weighing)


def placed_profiles(
    pages: Sequence[PageRow],
    accounts: Iterable[AccountRow],
    people: PartyPeople,
    alike: Alike,
    memory: Memory,
    names: Names = NO_NAMES,
) -> tuple[list[Placed], list[Profile]]:
    """Return the accounts with parties and days worked out, and their profiles, in order."""
    accounts = list(accounts)
    dates = _page_dates(pages, accounts)
    marks = {page.id: page.sketch.marks for page in pages}
    found = []
    for account in accounts:
        told, date = marks.get(account.page, ()), dates.get(account.page)
        persons = [people.get((account.id, n)) for n in range(len(account.parties))]
        known = tuple((who, names.get(who), alike.get(who)) if who else None for who in persons)

        def make(account: AccountRow = account, told: Any = told) -> tuple[Placed, Profile]:
            placed = _place(account, people, alike, dates)
            return placed, profile_of(placed, told)

        found.append(memory.place((account, date, known, told), account.id, make))
    memory.forget_others(account.id for account in accounts)
    found.sort(key=lambda one: one[0].order)
    placed = [replace(one, number=number) for number, (one, _) in enumerate(found)]
    return placed, [profile for _, profile in found]


def _crowded(firm: Sequence[Placed]) -> tuple[list[Placed], list[Placed]]:
    """Part those whose pairs are weighed from the many more that say the same of who and when.

    So a visit that thousands of pages tell does not cost millions of pairs.
    """
    seen: Counter[tuple[object, ...]] = Counter()
    few: list[Placed] = []
    crowd: list[Placed] = []
    for one in firm:
        persons = tuple(sorted(one.sides.all_persons))
        key = (one.account.kind, persons, tuple(sorted(one.sides.persons)), one.window)
        seen[key] += 1
        (few if seen[key] <= _CROWD else crowd).append(one)
    return few, crowd


def _place_the_rest(
    index: ClusterIndex,
    placed: Sequence[Placed],
    dates: dict[str, str],
    weighing: Weighing,
    place: Callable[[AccountRow], Placed],
) -> None:
    """Place what is dated to a month, by its page's news, by its page alone, or not at all."""
    choosing = _Choosing(weighing)
    by_grip = {grip: [p for p in placed if p.window.grip == grip] for grip in Grip}
    _take(index, by_grip[Grip.LOOSE], choosing.in_the_window)
    free = by_grip[Grip.FREE]
    _take(index, [p for p in free if p.account.main], choosing.by_content)
    _date_pages(index, dates)
    rest = [replace(place(p.account), number=p.number) for p in free if not p.account.main]
    rest += by_grip[Grip.OPEN]
    mentions = [p for p in rest if p.window.grip == Grip.OPEN]
    _take(index, [p for p in mentions if p.account.status in _PAST], choosing.latest_before)
    _take(index, [p for p in mentions if p.account.status not in _PAST], choosing.next_after)
    _take(index, [p for p in rest if p.window.grip == Grip.FREE], choosing.the_only_one)
    follow_moved_plans(index)


def _place(
    account: AccountRow, people: PartyPeople, alike: Alike, dates: Mapping[str, str]
) -> Placed:
    persons = {
        position: people[account.id, position]
        for position in range(len(account.parties))
        if (account.id, position) in people
    }
    sides = sides_of(account, persons, alike)
    return Placed(account, sides, window_of(account, dates.get(account.page)))


def _take(
    index: ClusterIndex,
    placed: list[Placed],
    choose: Callable[[Placed, list[Cluster]], Cluster | None],
) -> None:
    """Put each account where ``choose`` says, else begin a cluster with it."""
    for one in sorted(placed, key=lambda p: p.order):
        cluster = choose(one, index.candidates(one, one.window))
        if cluster is None:
            index.found(one)
        else:
            index.add(cluster, one)


class _Choosing:
    """Where an account that no day fixes belongs, among the clusters that may take it."""

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
        """Choose for something past that a page mentions: the latest before the page."""
        fitting = [c for c in clusters if c.window.first <= placed.window.last]
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


def _page_dates(pages: Iterable[PageRow], accounts: list[AccountRow]) -> dict[str, str]:
    """Return the dates of pages: as published, else the day of what the page reports."""
    dates = {page.id: page.published for page in pages if page.published}
    told: dict[str, str] = {}
    for account in accounts:
        day = account.start
        if account.main and account.status in _PAST and day and len(day) == 10:
            told[account.page] = max(told.get(account.page, day), day)
    return told | dates


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
