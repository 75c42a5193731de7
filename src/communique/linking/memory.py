"""What one linking keeps for the next, so that a new page costs what it touches.

Everything kept stands beside what it was made from, and is made anew where that has changed. The
first linking goes through an empty memory: there is one way to link, with or without a past.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from communique.linking.clustering import join_component
from communique.linking.clusters import Cluster, Placed, alone
from communique.linking.copies import Bands
from communique.linking.outcome import LinkedEngagement
from communique.linking.profiles import BY_PERSON, Profile
from communique.linking.scoring import Scored, ScorePairs, score_pairs
from communique.linking.tenures import TenuresKnown
from communique.linking.weighing import Weighing
from communique.linking.weights import Weights

# With more changes than this all pairs are weighed at once, as the first time.
_FEW_CHANGES = 500


@dataclass(slots=True)
class _Kept:
    """A thing, what it was made from, and a number that no other has had."""

    source: tuple[Any, ...]
    placed: Placed
    profile: Profile
    version: int


@dataclass(slots=True)
class _Part:
    """Accounts that pairs of positive weight hold together, and the clusters they make."""

    ids: list[str]
    clusters: list[Cluster]


@dataclass(slots=True)
class Memory:
    """Bands of copies, tenures, places of accounts, weighed pairs, clusters, engagements.

    ``score`` weighs the pairs of many accounts at once, elsewhere than here.
    """

    score: ScorePairs | None = None
    bands: Bands = field(default_factory=Bands)
    tenures: TenuresKnown = field(default_factory=TenuresKnown)
    _kept: dict[str, _Kept] = field(default_factory=dict)
    _versions: int = 0
    _firm: dict[str, int] = field(default_factory=dict)
    _blocks: dict[str, dict[str, None]] = field(default_factory=dict)
    _blocks_of: dict[str, list[str]] = field(default_factory=dict)
    _links: dict[str, set[str]] = field(default_factory=dict)
    _parts: dict[str, _Part] = field(default_factory=dict)
    _believed: dict[tuple[Any, ...], LinkedEngagement] = field(default_factory=dict)

    def place(
        self,
        source: tuple[Any, ...],
        account: str,
        make: Callable[[], tuple[Placed, Profile]],
    ) -> tuple[Placed, Profile]:
        """Return an account's place and profile, made anew where ``source`` has changed."""
        kept = self._kept.get(account)
        if kept is None or kept.source != source:
            self._versions += 1
            kept = self._kept[account] = _Kept(source, *make(), self._versions)
        return kept.placed, kept.profile

    def forget_others(self, accounts: Iterable[str]) -> None:
        """Forget the accounts that are no longer there."""
        for account in self._kept.keys() - set(accounts):
            del self._kept[account]

    def version(self, account: str) -> int:
        """Return a number that is another whenever the account's place is another."""
        return self._kept[account].version

    def join(
        self, firm: Sequence[Placed], profiles: Sequence[Profile], weights: Weights
    ) -> tuple[list[Cluster], Weighing]:
        """Return the clusters of firmly dated accounts, and the weighing of all accounts."""
        now = {one.account.id: self.version(one.account.id) for one in firm}
        changed = [name for name, version in now.items() if self._firm.get(name) != version]
        gone = [name for name in self._firm if name not in now]
        at = {one.account.id: one for one in firm}
        if len(changed) + len(gone) > _FEW_CHANGES:
            scored = self._weigh_all(firm, profiles, weights)
            weighing = Weighing(profiles, weights, scored)
            self._parts, again = {}, set(now)
        else:
            weighing = Weighing(profiles, weights, {})
            again = self._weigh(changed, gone, at, profiles, weighing)
        self._firm = now
        for ids in _components(again, self._links, at):
            groups = {at[name].number: alone(at[name]) for name in ids}
            part = _Part(ids, join_component(groups, weighing))
            self._parts.update(dict.fromkeys(ids, part))
        return sorted(self._fresh(firm, at), key=_first_number), weighing

    def parts(self) -> dict[str, str]:
        """Return by account, of those joined last, the first of its part."""
        return {account: part.ids[0] for account, part in self._parts.items()}

    def _weigh_all(
        self, firm: Sequence[Placed], profiles: Sequence[Profile], weights: Weights
    ) -> Scored:
        names = [one.account.id for one in firm]
        found = (self.score or score_pairs)([profiles[one.number] for one in firm], weights)
        self._blocks, self._links = defaultdict(dict), defaultdict(set)
        self._blocks_of = {}
        for one in firm:
            self._stand(one.account.id, profiles[one.number])
        for (a, b), weight in found.items():
            if weight > 0:
                self._link(names[a], names[b])
        return {(firm[a].number, firm[b].number): weight for (a, b), weight in found.items()}

    def _weigh(
        self,
        changed: Sequence[str],
        gone: Sequence[str],
        at: Mapping[str, Placed],
        profiles: Sequence[Profile],
        weighing: Weighing,
    ) -> set[str]:
        """Weigh what has changed against what stands in its blocks; return whom to join again."""
        touched = {*changed, *gone}
        for name in (*changed, *gone):
            for block in self._blocks_of.pop(name, ()):
                self._blocks[block].pop(name, None)
            for other in self._links.pop(name, set()):
                self._links[other].discard(name)
                touched.add(other)
        for name in changed:
            mine = profiles[at[name].number]
            for other in self._near(mine, at, profiles):
                if weighing.pair(at[name].number, at[other].number) > 0:
                    self._link(name, other)
                    touched.add(other)
            self._stand(name, mine)
        again = {n for name in touched if name in self._parts for n in self._parts[name].ids}
        for name in again:
            self._parts.pop(name, None)
        return {name for name in (*again, *touched) if name in at}

    def _near(
        self, mine: Profile, at: Mapping[str, Placed], profiles: Sequence[Profile]
    ) -> set[str]:
        """Return the accounts that a block brings together with one, as for pairs of all."""
        near: set[str] = set()
        for block in mine.blocks:
            by_person = block.startswith(BY_PERSON) and not mine.lone
            for other in self._blocks.get(block, ()):
                if not by_person or profiles[at[other].number].lone:
                    near.add(other)
        return near

    def _stand(self, name: str, profile: Profile) -> None:
        self._blocks_of[name] = profile.blocks
        for block in profile.blocks:
            self._blocks.setdefault(block, {})[name] = None

    def _link(self, one: str, other: str) -> None:
        self._links.setdefault(one, set()).add(other)
        self._links.setdefault(other, set()).add(one)

    def _fresh(self, firm: Sequence[Placed], at: Mapping[str, Placed]) -> Iterator[Cluster]:
        """Yield the clusters, free to be added to."""
        seen: set[int] = set()
        for one in firm:
            part = self._parts[one.account.id]
            if id(part) not in seen:
                seen.add(id(part))
                for cluster in part.clusters:
                    yield replace(
                        cluster,
                        members=[at[member.account.id] for member in cluster.members],
                        pages=set(cluster.pages),
                        tellings=dict(cluster.tellings),
                        moved=set(),
                    )

    def believed(
        self,
        clusters: Iterable[Cluster],
        about: Callable[[str], object],
        believe: Callable[[Cluster], LinkedEngagement],
    ) -> dict[int, LinkedEngagement]:
        """Return by the identity of a cluster what it amounts to; ``about`` tells of a page."""
        kept, self._believed = self._believed, {}
        found: dict[int, LinkedEngagement] = {}
        for cluster in clusters:
            told = tuple(
                (m.account.id, self.version(m.account.id), m.window, about(m.account.page))
                for m in cluster.members
            )
            key = (cluster.kind, cluster.window, told)
            engagement = kept.get(key) or self._believed.get(key) or believe(cluster)
            self._believed[key] = found[id(cluster)] = engagement
        return found


def _first_number(cluster: Cluster) -> int:
    return min(member.number for member in cluster.members)


def _components(
    names: Iterable[str], links: Mapping[str, set[str]], at: Mapping[str, Placed]
) -> Iterator[list[str]]:
    """Yield groups of names that links hold together, each in the order of its accounts."""
    left = set(names)
    while left:
        found, waiting = set[str](), [left.pop()]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(other for other in links.get(name, ()) if other not in found)
        left -= found
        yield sorted(found, key=lambda name: at[name].number)
