"""What new pages and decisions change, linked without linking the rest again.

The outcome is, for what it touches, that of linking everything; a test over random pages and
decisions holds it. Where a change reaches too far, TooFar is raised and everything is linked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from communique.linking.before import Before, TooFar
from communique.linking.beliefs import Known, believe
from communique.linking.clusters import Cluster
from communique.linking.corpus import with_distinct_ids
from communique.linking.decisions import regroup, with_set_values
from communique.linking.near_people import NearPeople
from communique.linking.outcome import LinkedEngagement
from communique.linking.parts import PARTS, days_of, guests_of, is_dated_visit, with_parts
from communique.linking.persons import Knows
from communique.linking.region import Region, as_it_stands
from communique.linking.rows import Corpus, Decision, Verb
from communique.linking.settling import Settled, settle_again, settle_region

_ON_ENGAGEMENTS = frozenset({Verb.MERGE, Verb.SPLIT, Verb.SET, Verb.PARTY})
_MOST_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Change:
    """What has come since: rows of new pages, decisions in force, and those that were then.

    ``copies`` are those of the new pages and of others that may repeat another page than before,
    which are ``retold``; ``listed`` are pages that go by another outlet; ``people`` tells who the
    names are.
    """

    rows: Corpus
    decisions: Sequence[Decision]
    before: Sequence[Decision]
    copies: Mapping[str, str]
    retold: frozenset[str]
    listed: frozenset[str]
    people: NearPeople
    names: Knows
    party_people: Mapping[tuple[str, int], str]


@dataclass(frozen=True, slots=True)
class Nearby:
    """Engagements as they are now, and the ids of those in whose place they come."""

    engagements: tuple[LinkedEngagement, ...]
    old: frozenset[str]
    region: Region
    settled: Settled
    known: Known


def changed_decisions(now: Iterable[Decision], then: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that are new, mean something else, or are in force no more."""
    told, laid = {repr(d): d for d in now}, {repr(d): d for d in then}
    return [d for name, d in {**told, **laid}.items() if (name in told) != (name in laid)]


def link_nearby(before: Before, change: Change, renewed: Collection[str]) -> Nearby:
    """Link what has changed, and whatever that touches.

    ``renewed`` are accounts that stand, yet whose parties are now others.
    """
    region = Region(before, dict(change.people.alike))
    region.add(change.rows, change.party_people)
    if renewed:
        region.renew(renewed, change.party_people)
    settled = settle_region(region) if region.fresh else None
    return _Touching(before, change, region, settled).end()


@dataclass(slots=True)
class _Touching:
    """The engagements that a change touches, found in rounds until there are no more."""

    before: Before
    change: Change
    region: Region
    settled: Settled | None
    touched: set[str] = field(default_factory=set)

    def end(self) -> Nearby:
        """Return the outcome."""
        self._begin()
        for _ in range(_MOST_ROUNDS):
            self._close()
            self.settled = settled = settle_again(self.region, self.settled)
            known = self._known(settled)
            clusters = self._clusters(settled)
            old = {e for e, _ in self.before.engagements_of(self.touched).values()}
            found = self._believed(clusters, known)
            more = self._called_alike(found, old)
            if not more:
                ended, more = self._with_parts(with_distinct_ids(found), old)
                if not more:
                    return Nearby(ended, frozenset(old), self.region, settled, known)
            self.touched |= more
        raise TooFar

    def _begin(self) -> None:
        """Touch what stands otherwise, what people decided on, and whose persons are others."""
        region, settled = self.region, self.settled
        if settled:
            self.touched |= {m.account.id for each in settled.new for m in each.members}
            self.touched |= {m.account for old in settled.old for m in region.clusters[old]}
            dated = {p for p, f in region.facts.items() if f.date != settled.dates.get(p)}
            self.touched |= {a.id for p in dated for a in region.on_page.get(p, ())}
        for decision in changed_decisions(self.change.decisions, self.change.before):
            self.touched |= {account for group in decision.groups for account in group}
        self.touched |= self.before.named(self.change.people.renamed)
        pages = self.change.retold | self.change.listed
        region.take(self.before.clusters_on(pages))
        self.touched |= {a.id for page in pages for a in region.on_page.get(page, ())}

    def _close(self) -> None:
        """Take in all clusters that are touched, and those which decisions hold to them."""
        told = [
            {account for group in decision.groups for account in group}
            for decision in (*self.change.decisions, *self.change.before)
            if decision.verb in _ON_ENGAGEMENTS
        ]
        cluster_of = self.before.clusters_of({a for each in told for a in each})
        while True:
            here = set(self.before.clusters_of(self.touched - self.region.fresh).values())
            self.region.take(here)
            now = {m.account for c in here for m in self.region.clusters[c]}
            self.touched |= now
            grown = set[str]()
            for accounts in told:
                if accounts & self.touched:
                    grown |= {a for a in accounts if a in cluster_of or a in self.region.fresh}
            # Who stands beside a touched account now is touched, too.
            if self.settled:
                for each in self.settled.clusters:
                    members = {m.account.id for m in each.members}
                    if members & (self.touched | grown):
                        grown |= members
            if grown <= self.touched:
                return
            self.touched |= grown

    def _known(self, settled: Settled) -> Known:
        region = self.region
        retold = self.change.retold
        copies = {p: f.copy_of for p, f in region.facts.items() if f.copy_of and p not in retold}
        dates = {p: f.date for p, f in region.facts.items() if f.date} | settled.dates
        ids = set(region.party_people.values()) - self.change.people.persons.keys()
        people = {**self.before.people(ids), **self.change.people.persons}
        return Known(
            copies | dict(self.change.copies), dates, region.party_people, people, settled.weighing
        )

    def _clusters(self, settled: Settled) -> list[Cluster]:
        """Return the clusters with touched accounts, also those that none may leave."""
        placed, _ = self.region.numbered()
        here = {m.account.id for each in settled.clusters for m in each.members}
        fixed = [
            as_it_stands(members, placed)
            for members in self.region.clusters.values()
            if members[0].account not in here
        ]
        every = (*settled.clusters, *fixed)
        return [c for c in every if any(m.account.id in self.touched for m in c.members)]

    def _believed(self, clusters: list[Cluster], known: Known) -> list[LinkedEngagement]:
        decisions = self.change.decisions
        groups = regroup(clusters, decisions, known.weighing)
        told = (believe(cluster, known) for cluster in groups)
        return list(with_set_values(told, decisions, self.change.names))

    def _called_alike(self, found: Iterable[LinkedEngagement], old: Collection[str]) -> set[str]:
        """Return the accounts of other engagements whose ids a number parts from these."""
        like = self.before.called_like({each.id for each in found} | set(old)) - set(old)
        return self.before.accounts_of(like) - self.touched

    def _with_parts(
        self, engagements: Sequence[LinkedEngagement], old: Collection[str]
    ) -> tuple[tuple[LinkedEngagement, ...], set[str]]:
        """Return the engagements with the visits that they are parts of, and the accounts of
        others that are now parts of another."""
        gone = [e for e in self.before.engagements(old) if is_dated_visit(e)]
        visits = [*(e for e in engagements if is_dated_visit(e)), *gone]
        others: set[str] = self.before.parts_of(old)
        for visit in visits:
            first, last = days_of(visit)
            days = (first.isoformat(), last.isoformat())
            others |= self.before.parts_with(guests_of(visit), *days)
        beside = self.before.engagements(others - set(old))
        people = {
            party.person_id
            for each in (*engagements, *beside)
            if each.kind in PARTS
            for party in each.parties
            if party.person_id
        }
        known = self.before.engagements(self.before.visits_by(people) - set(old))
        ids = {each.id for each in known}
        linked = {
            each.id: each
            for each in with_parts(
                [
                    *engagements,
                    *known,
                    *(replace(each, part_of=None) for each in beside if each.id not in ids),
                ]
            )
        }
        torn = [each for each in beside if linked[each.id].part_of != each.part_of]
        return (
            tuple(linked[each.id] for each in engagements),
            {account for each in torn for account in each.accounts} - self.touched,
        )
