"""Accounts joined into engagements by a transparent rule: same kind, same parties, days that fit.

The firmly dated come first, then those dated to a month or by their page's news, then what pages
only mention; each finds its place among the firmer ones. Accounts are taken in an order made from
their content, so that the order of reading plays no part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from communique.linking.clusters import Cluster, ClusterIndex, Placed
from communique.linking.rows import AccountRow, PageRow
from communique.linking.sides import same_sides, sides_of
from communique.linking.windows import Grip, Window, window_of
from communique.model import DateBasis, Kind, Status

PartyPeople = Mapping[tuple[str, int], str]

# Days by which firm dates of one engagement differ between outlets: time zones for calls and
# letters, arrival against first talks for visits, "yesterday" against "on Monday" for meetings.
_SLACK = {Kind.CALL: 1, Kind.LETTER: 2, Kind.VISIT: 3, Kind.SUMMIT: 1, Kind.MEETING: 1}
_SAME_NEWS_DAYS = 3
_SAME_CONTENT = 0.5
_PAST = frozenset({Status.HELD, Status.UNDER_WAY})


def join_accounts(
    pages: Iterable[PageRow], accounts: Iterable[AccountRow], people: PartyPeople
) -> tuple[list[Cluster], dict[str, str]]:
    """Return the clusters of accounts, and each page's date: its own, else worked out."""
    accounts = list(accounts)
    dates = _page_dates(pages, accounts)
    index = ClusterIndex()
    placed = [_place(account, people, dates) for account in accounts]
    by_grip = {grip: [p for p in placed if p.window.grip == grip] for grip in Grip}
    _take(index, by_grip[Grip.EXACT], _on_the_day)
    _merge_neighbours(index)
    _take(index, by_grip[Grip.LOOSE], _in_the_window)
    free = by_grip[Grip.FREE]
    _take(index, [p for p in free if p.account.main], _by_content)
    _date_pages(index, dates)
    rest = [_place(p.account, people, dates) for p in free if not p.account.main]
    rest += by_grip[Grip.OPEN]
    mentions = [p for p in rest if p.window.grip == Grip.OPEN]
    _take(index, [p for p in mentions if p.account.status in _PAST], _latest_before)
    _take(index, [p for p in mentions if p.account.status not in _PAST], _next_after)
    _take(index, [p for p in rest if p.window.grip == Grip.FREE], _the_only_one)
    return [cluster for cluster in index.clusters if cluster.members], dates


def _place(account: AccountRow, people: PartyPeople, dates: Mapping[str, str]) -> Placed:
    persons = {
        position: people[account.id, position]
        for position in range(len(account.parties))
        if (account.id, position) in people
    }
    return Placed(account, sides_of(account, persons), window_of(account, dates.get(account.page)))


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


def _best(placed: Placed, clusters: list[Cluster]) -> Cluster | None:
    return max(
        clusters, key=lambda cluster: (cluster.likeness(placed), -cluster.number), default=None
    )


def _on_the_day(placed: Placed, clusters: list[Cluster]) -> Cluster | None:
    return _best(placed, clusters)


def _in_the_window(placed: Placed, clusters: list[Cluster]) -> Cluster | None:
    """Choose within the month, or for news the nearest to its page; no choice among equals."""
    if placed.window.news:
        return max(
            (c for c in clusters if not c.window.news or _same_news(c, placed)),
            key=lambda c: (min(c.window.until, placed.window.last), c.likeness(placed), -c.number),
            default=None,
        )
    firm = [c for c in clusters if c.window.grip == Grip.EXACT]
    if len(firm) > 1 and placed.account.kind is not Kind.VISIT:
        like = sorted((c.likeness(placed) for c in firm), reverse=True)
        return _best(placed, firm) if like[0] >= _SAME_CONTENT and like[0] > like[1] else None
    return _best(placed, firm or clusters)


def _same_news(cluster: Cluster, placed: Placed) -> bool:
    """Two pages that date their news by themselves alone speak of one if they are days apart."""
    apart = abs((cluster.window.last - placed.window.last).days)
    return apart <= _SAME_NEWS_DAYS


def _by_content(placed: Placed, clusters: list[Cluster]) -> Cluster | None:
    """Choose for an account without any date: the one whose content is the same."""
    return _best(placed, [c for c in clusters if c.likeness(placed) >= _SAME_CONTENT])


def _latest_before(placed: Placed, clusters: list[Cluster]) -> Cluster | None:
    """Choose for something past that a page mentions: the latest before the page."""
    fitting = [c for c in clusters if c.window.first <= placed.window.last]
    return max(fitting, key=lambda c: (_firm(c), c.window.first, -c.number), default=None)


def _next_after(placed: Placed, clusters: list[Cluster]) -> Cluster | None:
    """Choose for something ahead: the first such thing after the page."""
    fitting = [c for c in clusters if c.window.until >= placed.window.first]
    return min(fitting, key=lambda c: (not _firm(c), c.window.first, c.number), default=None)


def _firm(cluster: Cluster) -> bool:
    return cluster.window.grip <= Grip.LOOSE


def _the_only_one(placed: Placed, clusters: list[Cluster]) -> Cluster | None:
    return clusters[0] if len(clusters) == 1 else None


def _merge_neighbours(index: ClusterIndex) -> None:
    """Join clusters whose firm dates differ by no more than outlets' dates do."""
    clusters = sorted(index.clusters, key=lambda c: (c.window.first, c.number))
    for cluster in clusters:
        slack = _SLACK.get(cluster.kind, 0) if cluster.members else 0
        if not slack:
            continue
        near = [other for other in _near(index, cluster, slack) if _mergeable(cluster, other)]
        if len(near) == 1:
            for member in near[0].members:
                index.add(cluster, member)
            near[0].members = []


def _near(index: ClusterIndex, cluster: Cluster, slack: int) -> list[Cluster]:
    window = cluster.window
    until = window.until + timedelta(slack)
    wide = Window(window.first, until, until, Grip.LOOSE)
    first = cluster.members[0]
    return [
        other
        for other in index.candidates(Placed(first.account, cluster.sides, wide), wide)
        if other is not cluster
        and other.window.first >= window.first
        and other.window.gap(window) <= slack
    ]


def _mergeable(a: Cluster, b: Cluster) -> bool:
    """Dates apart are forgiven only where persons agree and no page tells both.

    Of meetings, one date at least must have been worked out.
    """
    if a.kind is Kind.MEETING and all(_explicit(cluster) for cluster in (a, b)):
        return False
    full = [persons for side, persons in a.sides.persons.items() if persons]
    shared = a.sides.all_persons & b.sides.all_persons
    needed = 1 if a.kind is Kind.VISIT else 2
    return (
        a.pages.isdisjoint(b.pages)
        and bool(full)
        and len(shared) >= needed
        and same_sides(a.kind, a.sides, b.sides)
    )


def _explicit(cluster: Cluster) -> bool:
    return any(m.account.date_basis is DateBasis.EXPLICIT for m in cluster.members)


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
