"""Accounts joined into engagements: same kind and parties, fitting days, weights that speak for it.

The firmly dated come first, joined by the weights of their pairs; then those dated to a month or by
their page's news, then what pages only mention, each placed among the firmer ones. Accounts are
taken in an order made from their content, so that the order of reading plays no part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from communique.linking.clusters import Cluster, ClusterIndex, Placed
from communique.linking.memory import Memory
from communique.linking.moved_plans import follow_moved_plans
from communique.linking.placing import Placing
from communique.linking.profiles import Profile, profile_of
from communique.linking.rows import AccountRow, PageRow
from communique.linking.sides import Alike, sides_of
from communique.linking.weighing import Weighing
from communique.linking.weights import load_weights
from communique.linking.windows import Grip, window_of
from communique.model import Status

PartyPeople = Mapping[tuple[str, int], str]
# What persons are called, and of which state they are, by id.
Names = Mapping[str, tuple[str, str | None]]
NO_NAMES: Names = {}

# So many accounts that say the same of who and when stand for all that do.
_CROWD = 40
_PAST = frozenset({Status.HELD, Status.UNDER_WAY})


@dataclass(frozen=True, slots=True)
class Joined:
    """The clusters of accounts, each page's date (its own, else worked out), and the weights.

    ``parts`` are those of ``Memory.parts``.
    """

    clusters: list[Cluster]
    page_dates: dict[str, str]
    weighing: Weighing
    parts: dict[str, str]


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
    dates = page_dates(pages, accounts)
    placed, profiles = placed_profiles(pages, accounts, people, alike, memory, names)
    firm, crowd = crowded([one for one in placed if one.window.grip == Grip.EXACT])
    clusters, weighing = memory.join(firm, profiles, load_weights())
    index = ClusterIndex()
    for cluster in clusters:
        index.take(cluster)
    placing = Placing(index, weighing)
    placing.crowd(crowd)
    placing.rest(placed, dates, lambda account: place(account, people, alike, dates))
    follow_moved_plans(index)
    found = [cluster for cluster in index.clusters if cluster.members]
    return Joined(found, dates, weighing, memory.parts())


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
    dates = page_dates(pages, accounts)
    marks = {page.id: page.sketch.marks for page in pages}
    found = []
    for account in accounts:
        told, date = marks.get(account.page, ()), dates.get(account.page)
        persons = [people.get((account.id, n)) for n in range(len(account.parties))]
        known = tuple((who, names.get(who), alike.get(who)) if who else None for who in persons)

        def make(account: AccountRow = account, told: Any = told) -> tuple[Placed, Profile]:
            standing = place(account, people, alike, dates)
            return standing, profile_of(standing, told)

        found.append(memory.place((account, date, known, told), account.id, make))
    memory.forget_others(account.id for account in accounts)
    found.sort(key=lambda one: one[0].order)
    placed = [replace(one, number=number) for number, (one, _) in enumerate(found)]
    return placed, [profile for _, profile in found]


def crowded(firm: Sequence[Placed]) -> tuple[list[Placed], list[Placed]]:
    """Part those whose pairs are weighed from the many more that say the same of who and when.

    So a visit that thousands of pages tell does not cost millions of pairs.
    """
    seen: Counter[tuple[object, ...]] = Counter()
    few: list[Placed] = []
    crowd: list[Placed] = []
    for one in firm:
        key = who_and_when(one)
        seen[key] += 1
        (few if seen[key] <= _CROWD else crowd).append(one)
    return few, crowd


def who_and_when(one: Placed) -> tuple[object, ...]:
    """Return what accounts have in common that say the same of who and when."""
    persons = tuple(sorted(one.sides.all_persons))
    return (one.account.kind, persons, tuple(sorted(one.sides.persons)), one.window)


def place(
    account: AccountRow, people: PartyPeople, alike: Alike, dates: Mapping[str, str]
) -> Placed:
    """Return an account with its parties and days worked out, on a page dated so."""
    persons = {
        position: people[account.id, position]
        for position in range(len(account.parties))
        if (account.id, position) in people
    }
    sides = sides_of(account, persons, alike)
    return Placed(account, sides, window_of(account, dates.get(account.page)))


def page_dates(pages: Iterable[PageRow], accounts: list[AccountRow]) -> dict[str, str]:
    """Return the dates of pages: as published, else the day of what the page reports."""
    dates = {page.id: page.published for page in pages if page.published}
    told: dict[str, str] = {}
    for account in accounts:
        day = account.start
        if account.main and account.status in _PAST and day and len(day) == 10:
            told[account.page] = max(told.get(account.page, day), day)
    return told | dates
