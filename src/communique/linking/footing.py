"""What one linking leaves for the next, so that a new page costs only what it touches.

Where every account was put, what clusters are found by, who every printed name is, and where the
commitments of one thread are told. A record keeps it beside the outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from communique.linking.clusters import Cluster
from communique.linking.rows import NameUse
from communique.linking.sides import Sides
from communique.linking.windows import Window
from communique.model import Kind


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an account stands: in the cluster that begins with an account, as which of its members.

    ``part`` is the first account of those that pairs hold together, for those whose pairs are
    weighed. ``moved`` tells that it came with a plan that was put off, and narrows no days.
    """

    account: str
    cluster: str
    position: int
    part: str | None
    moved: bool
    window: Window


@dataclass(frozen=True, slots=True)
class ClusterKey:
    """One of the keys by which a cluster is found, and the days of all its members (ordinals)."""

    key: str
    cluster: str
    first: int
    until: int


@dataclass(frozen=True, slots=True)
class KnownUse:
    """A use of a name, and the id of the person whom it names."""

    use: NameUse
    person: str | None


@dataclass(frozen=True, slots=True)
class Footing:
    """All that a record keeps of a linking for the next; ``threads`` are (thread, page)."""

    placements: tuple[Placement, ...] = ()
    keys: tuple[ClusterKey, ...] = ()
    uses: tuple[KnownUse, ...] = ()
    alike: Mapping[str, frozenset[str]] = field(default_factory=dict)
    said_on: Mapping[str, str] = field(default_factory=dict)
    threads: frozenset[tuple[str, str]] = frozenset()
    bands: Mapping[str, tuple[bytes, bytes]] = field(default_factory=dict)


def placements_of(cluster: Cluster, parts: Mapping[str, str]) -> Iterator[Placement]:
    """Yield where the members of a cluster stand; ``parts`` are by account."""
    first = cluster.members[0].account.id
    for position, member in enumerate(cluster.members):
        account = member.account.id
        moved = account in cluster.moved
        yield Placement(account, first, position, parts.get(account), moved, member.window)


def keys_of(cluster: Cluster) -> Iterator[ClusterKey]:
    """Yield the keys of a cluster."""
    first = min(member.window.first for member in cluster.members).toordinal()
    until = max(member.window.until for member in cluster.members).toordinal()
    for key in keys_by(cluster.kind, cluster.sides):
        yield ClusterKey(key, cluster.members[0].account.id, first, until)


def keys_by(kind: Kind, sides: Sides) -> Iterable[str]:
    """Return the keys of sides: every two of them, and every person.

    Whatever a cluster is found by, or two accounts compared, they share one of these.
    """
    found = [f"{kind.value}|{a}+{b}" for a, b in combinations(sorted(sides.persons), 2)]
    return [*found, *(f"{kind.value}|*{person}" for person in sorted(sides.all_persons))]
