"""A growing engagement, and the index that finds those which an account may belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import combinations

from communique.linking.rows import AccountRow
from communique.linking.sides import Sides, joined, same_sides, with_others
from communique.linking.windows import Grip, Window, right_weekday
from communique.model import DateBasis, Kind, Status

# Outlets differ in calling talks by video a call, and talks of officials a meeting.
_FAMILY = {Kind.VIDEO_CALL: Kind.CALL, Kind.CONSULTATION: Kind.MEETING}

# Days by which firm dates of one engagement differ between outlets: time zones for calls and
# letters, arrival against first talks for visits, "yesterday" against "on Monday" for meetings.
_SLACK = {Kind.CALL: 1, Kind.LETTER: 2, Kind.VISIT: 3, Kind.SUMMIT: 1, Kind.MEETING: 1}

AHEAD = frozenset({Status.PROPOSED, Status.PLANNED, Status.POSTPONED})

Key = tuple[Kind, str, str]
Telling = tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """An account with its parties and days worked out; ``number`` finds its profile."""

    account: AccountRow
    sides: Sides
    window: Window
    number: int = -1

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
    tellings: dict[Telling, Sides] = field(default_factory=dict)
    # Accounts that came with a plan put off; their days are not those of the engagement.
    moved: set[str] = field(default_factory=set)

    def takes(self, placed: Placed) -> bool:
        """Tell whether parties, weekday, page and occasion allow the account to belong here."""
        account = placed.account
        return (
            self._takes_page(placed)
            and self._same_parties(placed.sides, [placed.sides])
            and right_weekday(account.weekday, self.window)
            and (self.kind is not Kind.CEREMONY or self._same_occasion(placed))
        )

    def _takes_page(self, placed: Placed) -> bool:
        """One page tells one engagement once.

        Only a visit's dates on one page show it twice; a page may also speak of a visit to come
        more than once without its days.
        """
        if placed.account.page not in self.pages:
            return True
        if self.kind is not Kind.VISIT:
            return False
        if placed.window.grip == self.window.grip == Grip.EXACT:
            return True
        beside = [m for m in self.members if m.account.page == placed.account.page]
        undated = all(m.window.grip > Grip.EXACT for m in (placed, *beside))
        return undated and all(m.account.status in AHEAD for m in (placed, *beside))

    def _same_occasion(self, placed: Placed) -> bool:
        words = placed.account.words
        return not words or any(
            not member.account.words or words & member.account.words for member in self.members
        )

    def add(self, placed: Placed) -> None:
        """Take the account in; the days become those that all allow."""
        self.members.append(placed)
        self.pages.add(placed.account.page)
        self.tellings.setdefault(tuple(placed.sides.persons.items()), placed.sides)
        self.sides = joined(self.sides, placed.sides)
        self.window = self.window.narrowed(placed.window)

    def same_parties(self, other: Cluster) -> bool:
        """Tell whether both may have the same parties."""
        return self._same_parties(other.sides, other.tellings.values())

    def _same_parties(self, sides: Sides, tellings: Collection[Sides]) -> bool:
        """Tell whether these may be the sides, also beside each account alone.

        One that names nobody of a side, or two, does not bring together those that name another.
        """
        return same_sides(self.kind, self.sides, sides) and not any(
            with_others(self.kind, mine, theirs)
            for mine in self.tellings.values()
            for theirs in tellings
        )

    def joins(self, other: Cluster) -> bool:
        """Tell whether nothing forbids that two groups of firmly dated accounts are one."""
        return (
            self.same_parties(other)
            and self._near(other)
            and (self.kind is Kind.VISIT or self.pages.isdisjoint(other.pages))
            and all(right_weekday(m.account.weekday, self.window) for m in other.members)
            and all(right_weekday(m.account.weekday, other.window) for m in self.members)
            and (self.kind is not Kind.CEREMONY or all(map(self._same_occasion, other.members)))
        )

    def _near(self, other: Cluster) -> bool:
        """Tell whether the days of both meet, or lie no further apart than outlets' dates do.

        Dates apart are forgiven only where persons agree and no page tells both. Of meetings, one
        date at least must have been worked out.
        """
        if self.window.meets(other.window):
            return True
        firsts = [m.window.first for m in (*self.members, *other.members)]
        if (max(firsts) - min(firsts)).days > _SLACK.get(self.kind, 0):
            return False
        if self.kind is Kind.MEETING and self.explicit and other.explicit:
            return False
        shared = self.sides.all_likes & other.sides.all_persons
        needed = 1 if self.kind is Kind.VISIT else 2
        return self.pages.isdisjoint(other.pages) and len(shared) >= needed

    @property
    def explicit(self) -> bool:
        """Tell whether a page gives the day in words."""
        return any(m.account.date_basis is DateBasis.EXPLICIT for m in self.members)


def alone(placed: Placed) -> Cluster:
    """Return a cluster of one account, not numbered yet."""
    cluster = Cluster(-1, family(placed.account.kind), [], placed.sides, placed.window)
    cluster.add(placed)
    return cluster


class ClusterIndex:
    """Finds clusters by kind, parties and month, so that linking stays linear in pages."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        # By account the cluster in which it stands.
        self.holder: dict[str, Cluster] = {}
        self._by_key: defaultdict[Key, defaultdict[int, dict[int, None]]] = defaultdict(
            lambda: defaultdict(dict)
        )

    def found(self, placed: Placed) -> Cluster:
        """Begin a cluster with the account."""
        cluster = alone(placed)
        self.take(cluster)
        return cluster

    def take(self, cluster: Cluster) -> None:
        """Make a cluster findable, under the next number."""
        cluster.number = len(self.clusters)
        self.clusters.append(cluster)
        self.holder.update((member.account.id, cluster) for member in cluster.members)
        self._index(cluster)

    def add(self, cluster: Cluster, placed: Placed) -> None:
        """Put the account into the cluster and make it findable by what it adds."""
        cluster.add(placed)
        self.holder[placed.account.id] = cluster
        self._index(cluster)

    def _index(self, cluster: Cluster) -> None:
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
