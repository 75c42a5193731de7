"""Fresh accounts put among those that stand, and whoever that touches put anew.

The same steps as for all accounts (`engagements.py`), over a part of them. An account that stands
is pinned where it is as long as every cluster that it could see is what it was; where one is not,
it chooses again, and so on until nothing more changes. So the part ends as the whole would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from communique.linking.before import TooFar
from communique.linking.clusters import Cluster, ClusterIndex, Placed, family
from communique.linking.engagements import crowded, place, who_and_when
from communique.linking.footing import Placement, keys_by, keys_of
from communique.linking.memory import Memory
from communique.linking.placing import Placing
from communique.linking.profiles import BY_PERSON, REACH_OF_BLOCKS, Profile
from communique.linking.region import Region, as_it_stands, is_firm
from communique.linking.weighing import Weighing
from communique.linking.weights import load_weights
from communique.linking.windows import Grip, reach_ahead
from communique.model import Kind, Status

_MOST_ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Settled:
    """How a region stands now.

    ``clusters`` are all of it; ``new`` those that are not as they stood, ``old`` the ids of those
    in whose place they came. ``dates`` are those of its pages.
    """

    clusters: list[Cluster]
    new: list[Cluster]
    old: set[str]
    parts: dict[str, str]
    weighing: Weighing
    dates: dict[str, str]
    settling: _Settling


def settle_region(region: Region) -> Settled:
    """Put the fresh accounts of a region where they belong. Raises TooFar where that is too much.

    The region grows by what has to be looked at.
    """
    settling = _Settling(region)
    settling.join_firm()
    for _ in range(_MOST_ROUNDS):
        settling.look_around()
        settled = settling.run()
        if not settling.spread(settled):
            settling.check_plans(settled)
            return settled
    raise TooFar


def settle_again(region: Region, settled: Settled | None) -> Settled:
    """Return how a region stands now that more was taken in, all of it where it stood."""
    if settled is None:
        settling = _Settling(region)
        settling.look_around()
        return settling.run()
    settled.settling.look_around()
    return settled.settling.run()


class _Settling:
    """One region being settled; ``dirty`` are those that choose."""

    def __init__(self, region: Region) -> None:
        self._region = region
        self._dirty = set(region.fresh)
        self._looked: set[str] = set()
        self._again: set[str] = set()
        self._crowd: set[str] = set()
        self._dates: dict[str, str] = {}

    def join_firm(self) -> None:
        """Find whose parts are touched by fresh accounts dated to the day."""
        region = self._region
        firm = {a for a in region.fresh if region.placed[a].window.grip == Grip.EXACT}
        self._take_near(region.placed[a] for a in firm)
        moved = self._crowds()
        firm |= {a for a in moved if a not in self._crowd}
        self._dirty |= moved
        touched = {
            member.part
            for name, member in region.standing.items()
            if member.part and (name in region.fresh or name in moved)
        }
        placed, profiles = region.numbered()
        weighing = Weighing(profiles, load_weights(), {})
        for name in firm - self._crowd:
            for other, member in region.standing.items():
                if (
                    is_firm(member)
                    and other in placed
                    and other not in self._crowd
                    and _brought_together(region.profiles[name], region.profiles[other])
                    and weighing.pair(placed[name].number, placed[other].number) > 0
                ):
                    touched.add(member.part or "")
        region.take(region.before.clusters_of_parts(touched))
        self._again = {
            name
            for name, member in region.standing.items()
            if name in region.placed and name not in self._crowd and member.part in touched
        }
        self._again = {a for a in self._again if region.placed[a].window.grip == Grip.EXACT}
        self._again |= firm - self._crowd

    def _take_near(self, fresh: Iterable[Placed]) -> None:
        for one in list(fresh):
            first = one.window.first.toordinal() - REACH_OF_BLOCKS
            until = one.window.until.toordinal() + REACH_OF_BLOCKS
            keys = set(keys_by(_family(one), one.sides))
            self._region.take(self._region.before.clusters_sharing(keys, first, until))

    def _crowds(self) -> set[str]:
        """Note who is one of very many that say the same; return who was not, or is no more."""
        region = self._region
        exact = [p for p in region.numbered()[0].values() if p.window.grip == Grip.EXACT]
        others = {who_and_when(region.placed[a]) for a in region.fresh}
        _, crowd = crowded([one for one in exact if who_and_when(one) in others])
        self._crowd = {one.account.id for one in crowd}
        self._crowd |= {
            one.account.id
            for one in exact
            if who_and_when(one) not in others and region.standing[one.account.id].part is None
        }
        return {
            one.account.id
            for one in exact
            if one.account.id in region.standing
            and is_firm(region.standing[one.account.id]) == (one.account.id in self._crowd)
        }

    def look_around(self) -> None:
        """Take in every cluster that an account which chooses can see."""
        region = self._region
        self._choose_by_pages()
        for name in sorted(self._dirty - self._looked):
            self._looked.add(name)
            one = region.placed.get(name)
            if one is None or name in self._again:
                continue
            first, until = one.window.first.toordinal(), one.window.until.toordinal()
            keys = set(keys_by(_family(one), one.sides))
            seen = region.before.clusters_sharing(keys, first, until)
            region.take(seen)
            if any(member.moved for cluster in seen for member in region.clusters[cluster]):
                raise TooFar

    def _choose_by_pages(self) -> None:
        """Let all accounts of a page choose whose date rests on where its accounts stand."""
        region = self._region
        pages = {region.accounts[a].page for a in self._dirty if a in region.placed}
        undated = pages - region.own_dates(pages).keys()
        if undated:
            region.take(region.before.clusters_on(undated))
            for page in undated:
                for account in region.on_page.get(page, ()):
                    if account.id in region.placed and account.id not in self._dirty:
                        self._dirty.add(account.id)
                        region.place_by(account, {})
        known = {page: facts.date for page, facts in region.facts.items() if page not in undated}
        self._dates = {page: date for page, date in known.items() if date}
        self._dates |= region.own_dates(region.pages)

    def run(self) -> Settled:
        """Put everybody where they are pinned or choose, and tell what differs."""
        region = self._region
        placed, profiles = region.numbered()
        memory = Memory()
        again = [one for name, one in placed.items() if name in self._again]
        for one in again:
            memory.place((), one.account.id, _known(one, region.profiles[one.account.id]))
        clusters, weighing = memory.join(again, profiles, load_weights())
        left = self._left_as_they_stand()
        firm = set(self._again)
        for members in left.values():
            told = [m for m in members if is_firm(m) and m.account not in self._again]
            told = [m for m in told if m.account not in self._crowd]
            if told:
                clusters.append(as_it_stands(told, placed))
                firm |= {m.account for m in told}
        index = ClusterIndex()
        for cluster in sorted(clusters, key=lambda c: min(m.number for m in c.members)):
            index.take(cluster)
        fixed = {m.account for c, found in region.clusters.items() if c not in left for m in found}
        rest = [one for name, one in placed.items() if name not in firm and name not in fixed]
        pins = {
            member.account: cluster
            for cluster, members in left.items()
            for member in members
            if member.account not in self._dirty
        }
        dates = dict(self._dates)
        placing = Placing(index, weighing, pins)
        placing.crowd([one for one in rest if one.window.grip == Grip.EXACT])
        placing.rest(rest, dates, lambda a: place(a, region.party_people, region.alike, dates))
        parts = {
            p.account: p.part for ms in left.values() for p in ms if p.part and p.account in firm
        }
        return self._told(index.clusters, parts | memory.parts(), weighing, dates)

    def _left_as_they_stand(self) -> dict[str, list[Placement]]:
        """Return the clusters whose members may choose; those with a moved plan may not."""
        region = self._region
        return {
            name: members
            for name, members in region.clusters.items()
            if not any(member.moved for member in members)
        }

    def _told(
        self,
        clusters: list[Cluster],
        parts: dict[str, str],
        weighing: Weighing,
        dates: dict[str, str],
    ) -> Settled:
        region = self._region
        stood = {
            name: tuple((m.account, m.window) for m in members)
            for name, members in region.clusters.items()
            if not any(member.moved for member in members)
        }
        stands = [tuple((m.account.id, m.window) for m in each.members) for each in clusters]
        same = set(stood.values()) & {
            told for told in stands if not any(account in region.fresh for account, _ in told)
        }
        new = [each for each, told in zip(clusters, stands, strict=True) if told not in same]
        old = {name for name, told in stood.items() if told not in same}
        return Settled(clusters, new, old, parts, weighing, dates, self)

    def spread(self, settled: Settled) -> bool:
        """Let those choose who can see a cluster that is not what it was, if there are any."""
        region, before = self._region, self._region.before
        grown = False
        for keys, first, until in self._changed(settled):
            region.take(before.clusters_sharing(keys, first, until))
            for name, member in list(region.standing.items()):
                one = region.placed.get(name)
                if one is None or name in self._dirty or name in self._again or is_firm(member):
                    continue
                window = member.window
                meets = window.first.toordinal() <= until and window.until.toordinal() >= first
                if meets and not keys.isdisjoint(keys_by(_family(one), one.sides)):
                    if member.moved:
                        raise TooFar
                    self._dirty.add(name)
                    grown = True
        return grown

    def _changed(self, settled: Settled) -> list[tuple[set[str], int, int]]:
        """Return by which keys, and between which days, changed clusters are or were seen."""
        of_new = [list(keys_of(cluster)) for cluster in settled.new]
        of_old = self._region.before.keys(settled.old)
        return [
            ({key.key for key in keys}, keys[0].first, keys[0].until)
            for keys in (*of_new, *of_old)
            if keys
        ]

    def check_plans(self, settled: Settled) -> None:
        """Raise TooFar where a plan that was put off may move to or from what has changed."""
        for cluster in settled.new:
            if any(m.account.status is Status.POSTPONED for m in cluster.members):
                raise TooFar
        for keys, first, until in self._changed(settled):
            persons = {key for key in keys if "|*" in key}
            for key, begun, over in self._region.before.put_off(persons):
                reach = reach_ahead(Kind(key.split("|")[0])).days
                if begun - until <= reach and first - over <= reach:
                    raise TooFar


def _family(one: Placed) -> Kind:
    return family(one.account.kind)


def _known(one: Placed, profile: Profile) -> Callable[[], tuple[Placed, Profile]]:
    return lambda: (one, profile)


def _brought_together(one: Profile, other: Profile) -> bool:
    """Tell whether a block brings two accounts together, as for pairs of all."""
    lone = one.lone or other.lone
    return any(lone or not block.startswith(BY_PERSON) for block in {*one.blocks} & {*other.blocks})
