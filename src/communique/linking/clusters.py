"""A growing engagement, and the index that finds those which an account may belong to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations

from communique.linking.rows import AccountRow
from communique.linking.sides import Sides, joined, same_sides
from communique.linking.windows import Grip, Window, right_weekday
from communique.model import Kind, Role

# Outlets differ in calling talks by video a call, and talks of officials a meeting.
_FAMILY = {Kind.VIDEO_CALL: Kind.CALL, Kind.CONSULTATION: Kind.MEETING}

Key = tuple[Kind, str, str]


@dataclass(frozen=True, slots=True)
class Placed:
    """An account with its parties and days worked out."""

    account: AccountRow
    sides: Sides
    window: Window

    @property
    def order(self) -> tuple[object, ...]:
        """Sort by days, main accounts first, so that the order of pages plays no part."""
        window = self.window
        return (window.first, window.until, not self.account.main, self.account.id)


def family(kind: Kind) -> Kind:
    """Return the kind under which such engagements are compared."""
    return _FAMILY.get(kind, kind)


@dataclass(slots=True)
class Cluster:
    """Accounts believed to speak of one engagement."""

    number: int
    kind: Kind
    members: list[Placed]
    sides: Sides
    window: Window
    pages: set[str] = field(default_factory=set)

    def takes(self, placed: Placed) -> bool:
        """Tell whether parties, weekday, page and occasion allow the account to belong here."""
        account = placed.account
        return (
            self._takes_page(placed)
            and same_sides(self.kind, self.sides, placed.sides)
            and right_weekday(account.weekday, self.window)
            and (self.kind is not Kind.CEREMONY or self._same_occasion(placed))
        )

    def _takes_page(self, placed: Placed) -> bool:
        """One page tells one engagement once; only a visit's dates on one page show it twice."""
        if placed.account.page not in self.pages:
            return True
        exact = placed.window.grip == self.window.grip == Grip.EXACT
        return exact and self.kind is Kind.VISIT

    def _same_occasion(self, placed: Placed) -> bool:
        words = placed.account.words
        return not words or any(
            not member.account.words or words & member.account.words for member in self.members
        )

    def add(self, placed: Placed) -> None:
        """Take the account in; the days become those that all allow."""
        self.members.append(placed)
        self.pages.add(placed.account.page)
        self.sides = joined(self.sides, placed.sides)
        self.window = self.window.narrowed(placed.window)

    def likeness(self, placed: Placed) -> float:
        """Return how much (0 to 1) the account's content is that of the members."""
        return max(_likeness(placed.account, member.account) for member in self.members)


def _likeness(a: AccountRow, b: AccountRow) -> float:
    weighed = (
        (2.0, set(a.topics), set(b.topics)),
        (1.0, set(a.messages), set(b.messages)),
        (1.0, {a.weekday} - {None}, {b.weekday} - {None}),
        (0.5, {_role_of(a)}, {_role_of(b)}),
        (0.5, {a.place and a.place.state} - {None}, {b.place and b.place.state} - {None}),
    )
    spoken = [(weight, one, other) for weight, one, other in weighed if one and other]
    total = sum(weight for weight, _, _ in spoken)
    return sum(w * len(x & y) / len(x | y) for w, x, y in spoken) / total if total else 0.0


def _role_of(account: AccountRow) -> bool:
    return account.main or any(party.role is Role.ENVOY for party in account.parties)


class ClusterIndex:
    """Finds clusters by kind, parties and month, so that linking stays linear in pages."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._by_key: defaultdict[Key, defaultdict[int, dict[int, None]]] = defaultdict(
            lambda: defaultdict(dict)
        )

    def found(self, placed: Placed) -> Cluster:
        """Begin a cluster with the account."""
        kind = family(placed.account.kind)
        cluster = Cluster(len(self.clusters), kind, [], placed.sides, placed.window)
        self.clusters.append(cluster)
        self.add(cluster, placed)
        return cluster

    def add(self, cluster: Cluster, placed: Placed) -> None:
        """Put the account into the cluster and make it findable by what it adds."""
        cluster.add(placed)
        for key in _findable_by(cluster.kind, cluster.sides):
            for month in _months(cluster.window):
                self._by_key[key][month][cluster.number] = None

    def candidates(self, placed: Placed, window: Window) -> list[Cluster]:
        """Return the clusters that take the account and meet the window."""
        numbers: set[int] = set()
        for key in _looked_up_by(family(placed.account.kind), placed.sides):
            months = self._by_key.get(key)
            if not months:
                continue
            wanted = months if window.grip == Grip.FREE else (*_months(window), _ANY)
            for month in wanted:
                numbers.update(months.get(month, ()))
        return [
            cluster
            for cluster in map(self.clusters.__getitem__, sorted(numbers))
            if cluster.members and cluster.window.meets(window) and cluster.takes(placed)
        ]


_ANY = -1


def _months(window: Window) -> range | tuple[int]:
    if window.grip == Grip.FREE:
        return (_ANY,)
    first = window.first.year * 12 + window.first.month
    last = min(window.until.year * 12 + window.until.month, first + 36)
    return range(first - 1, last + 2)


def _findable_by(kind: Kind, sides: Sides) -> list[Key]:
    """Return what a cluster is found by: pairs of sides, and its persons."""
    pairs = [(kind, a, b) for a, b in combinations(sorted(sides.persons), 2)]
    persons = [(kind, person, "") for person in sorted(sides.all_persons)]
    lone = [(kind, person, "alone") for _, person, _ in persons] if not pairs else []
    return pairs + persons + lone


def _looked_up_by(kind: Kind, sides: Sides) -> list[Key]:
    """Return where an account looks: its pairs of sides, and persons whose other side is open.

    An account with one side looks under all its persons.
    """
    pairs = [(kind, a, b) for a, b in combinations(sorted(sides.persons), 2)]
    other = "alone" if pairs else ""
    return pairs + [(kind, person, other) for person in sorted(sides.all_persons)]
