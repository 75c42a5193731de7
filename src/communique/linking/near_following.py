"""What engagements that have changed mean for offices, commitments and relations."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from communique.linking.before import Before
from communique.linking.commitments import GRACE
from communique.linking.corpus import in_order
from communique.linking.nearby import Change, Nearby
from communique.linking.occasions import TAKEN_PLACE, Occasions, occasions_of
from communique.linking.outcome import (
    LinkedCommitment,
    LinkedEngagement,
    LinkedPerson,
    LinkedRelation,
    Tenure,
)
from communique.linking.over_time import all_sightings, commitments_of, office_sightings
from communique.linking.parts import guests_of
from communique.linking.relations import join_relations
from communique.linking.rows import Corpus
from communique.linking.steps import visit_thread
from communique.linking.tenures import TenuresKnown, find_tenures
from communique.linking.undertakings import pairs_held
from communique.model import Kind, Role
from communique.partial_dates import to_bounds


@dataclass(frozen=True, slots=True)
class Following:
    """Offices of some persons, commitments of some threads, relations of some states, as they are.

    ``pages`` are those of which what they tell has changed: what they repeat, their ``dates``, days
    of speaking, and the (thread, page) that they tell of.
    """

    people: Mapping[str, LinkedPerson]
    tenures: tuple[Tenure, ...]
    commitments: tuple[LinkedCommitment, ...]
    threads: frozenset[str]
    relations: tuple[LinkedRelation, ...]
    pages: frozenset[str]
    copies: Mapping[str, str]
    dates: Mapping[str, str]
    said_on: Mapping[str, str]
    told: frozenset[tuple[str, str]]
    homes: Mapping[str, str | None]


def follow_nearby(before: Before, change: Change, nearby: Nearby, renewed: set[str]) -> Following:
    """Return what follows; ``renewed`` are accounts whose parties are now others."""
    return _Following(before, change, nearby).end(renewed)


class _Following:
    """What follows from one change; everything is asked for once the engagements are known."""

    def __init__(self, before: Before, change: Change, nearby: Nearby) -> None:
        self._before = before
        self._change = change
        self._nearby = nearby
        self._old = before.engagements(nearby.old)
        self._of = {a: e for e in nearby.engagements for a in e.accounts}

    def end(self, renewed: set[str]) -> Following:
        """Return the outcome."""
        pages = self._pages(renewed)
        own, occasions = self._told_on(pages)
        told = frozenset((s.thread, s.page) for s in all_sightings(own, occasions))
        threads = self._threads(pages) | {thread for thread, _ in told}
        commitments = self._commitments(threads, pages)
        pairs = {(min(row.states), max(row.states)) for row in own.relations}
        related = self._before.related(pairs)
        people = self._people(own, occasions)
        ends = {end for one in commitments for end in (one.by_id, one.to_id) if end}
        return Following(
            people=people,
            tenures=self._tenures(people, pages, occasions),
            commitments=commitments,
            threads=frozenset(threads),
            relations=join_relations(related, self._dates({row.page for row in related})),
            pages=frozenset(pages),
            copies=self._copies(pages),
            dates=self._dates(pages),
            said_on={p: d for p, d in occasions.said_on.items() if p in pages},
            told=told,
            homes={name: person.state for name, person in self._persons(ends).items()},
        )

    def _pages(self, renewed: set[str]) -> set[str]:
        """Return the pages whose accounts are now of another engagement, or of another day."""
        nearby, region = self._nearby, self._nearby.region
        then = self._before.engagements_of(self._of.keys())
        moved = {a for a, e in self._of.items() if then.get(a) != (e.id, e.start)} | renewed
        dated = {p for p, f in region.facts.items() if f.date != nearby.settled.dates.get(p)}
        named = {use for uses in self._change.people.moved.values() for use in uses}
        told = {(use.name, use.state, use.organization) for use in named}
        found = {region.accounts[account].page for account in moved}
        found |= {row.page for row in self._before.mentions(told)} if told else set()
        return found | dated | self._change.retold | {page.id for page in self._change.rows.pages}

    def _copies(self, pages: set[str]) -> dict[str, str]:
        stood = self._before.facts(pages - self._change.retold)
        known = {page: facts.copy_of for page, facts in stood.items() if facts.copy_of}
        return known | dict(self._change.copies)

    def _dates(self, pages: Collection[str]) -> dict[str, str]:
        known = {p: f.date for p, f in self._before.facts(pages).items() if f.date}
        now = self._nearby.settled.dates
        return known | {page: now[page] for page in pages if page in now}

    def _told_on(self, pages: Collection[str]) -> tuple[Corpus, Occasions]:
        """Return the rows of pages, and on which occasions they speak."""
        rows = in_order(self._before.rows(pages))
        accounts = [account.id for account in rows.accounts]
        stored = self._before.engagements_of([a for a in accounts if a not in self._of])
        light = {e.id: e for e in self._before.engagements({e for e, _ in stored.values()})}
        of = {a: light[e] for a, (e, _) in stored.items()} | self._of
        engagements = list({id(of[a]): of[a] for a in accounts}.values())
        people = self._party_people(accounts)
        return rows, occasions_of(rows, self._change.names, people, engagements, self._dates(pages))

    def _party_people(self, accounts: Collection[str]) -> dict[tuple[str, int], str]:
        region = self._nearby.region
        stored = self._before.party_people([a for a in accounts if a not in region.fresh])
        fresh = {k: who for k, who in region.party_people.items() if k[0] in region.fresh}
        return stored | fresh

    def _persons(self, ids: Collection[str]) -> dict[str, LinkedPerson]:
        now, then = self._change.people.persons, self._change.people.before
        stored = self._before.people({name for name in ids if name not in now.keys() | then})
        return {**stored, **{name: now[name] for name in ids if name in now}}

    def _people(self, own: Corpus, occasions: Occasions) -> dict[str, LinkedPerson]:
        """Return the persons whose offices, or names, may be others."""
        find = self._change.names.find
        ids = {find(row.person, row.state, row.organization) for row in own.people}
        here = {account.id for account in own.accounts}
        ids |= {who for (account, _), who in occasions.party_people.items() if account in here}
        taken_part = [
            {(party.person_id, each.id) for each in some for party in each.parties}
            for some in (self._nearby.engagements, self._old)
        ]
        ids |= {who for who, _ in taken_part[0] ^ taken_part[1]}
        ids |= self._change.people.changed & self._change.people.persons.keys()
        ids |= self._change.people.moved.keys() & self._change.people.persons.keys()
        return self._persons({name for name in ids if name})

    def _tenures(
        self, people: Mapping[str, LinkedPerson], here: set[str], occasions: Occasions
    ) -> tuple[Tenure, ...]:
        """Return the tenures of persons; ``here`` are the pages of which occasions tell."""
        before, near, region = self._before, self._change.people, self._nearby.region
        told = {
            (u.use.name, u.use.state, u.use.organization) for u in near.uses if u.person in people
        }
        told |= before.names_of({name for name in people if name not in near.persons})
        rows = before.mentions(told)
        ids = before.named(people.keys()) | region.fresh
        accounts = before.plain(ids)
        pages = {row.page for row in rows} | {account.page for account in accounts}
        sightings = office_sightings(
            rows,
            accounts,
            self._change.names,
            self._party_people(ids),
            before.starts(ids) | {a: e.start for a, e in self._of.items()},
            before.said_on(pages - here) | dict(occasions.said_on),
        )
        own = [sighting for sighting in sightings if sighting.person_id in people]
        return find_tenures(own, TenuresKnown())

    def _threads(self, pages: Collection[str]) -> set[str]:
        """Return the threads of commitments that may stand otherwise."""
        before = self._before
        threads = before.threads_on(pages) | before.threads_of(self._change.people.renamed)
        every = (*self._nearby.engagements, *self._old)
        threads |= {thread for each in every for thread in _visits(each)}
        pairs = {pair for each in every for pair in pairs_held(each)}
        threads |= before.threads_between(pairs) if pairs else set()
        newest, today = before.newest(), self._today()
        if today != newest and today:
            threads |= before.threads_due((to_bounds(today)[0] - GRACE).isoformat())
        return threads

    def _today(self) -> str | None:
        dates = self._nearby.settled.dates
        new = [dates[page.id] for page in self._change.rows.pages if page.id in dates]
        return max((*new, self._before.newest() or ""), default="") or None

    def _commitments(
        self, threads: Collection[str], pages: Collection[str]
    ) -> tuple[LinkedCommitment, ...]:
        before = self._before
        rows, occasions = self._told_on(before.pages_telling(threads) | set(pages))
        sightings = [s for s in all_sightings(rows, occasions) if s.thread in threads]
        if not sightings:
            return ()
        ids = before.visits_by({s.guest for s in sightings if s.guest})
        ids |= before.held_between({(s.sides[0], s.sides[1]) for s in sightings if s.sides[1:]})
        stored = [e for e in before.engagements(ids - self._nearby.old) if _matters(e, threads)]
        engagements = [*stored, *(e for e in self._nearby.engagements if _matters(e, threads))]
        told = {account for each in engagements for account in each.accounts}
        accounts = {row.id: row for row in before.rows(before.pages_of(told)).accounts}
        people = {end for s in sightings for end in (s.by, s.to) if end}
        names = {name: person.person for name, person in self._persons(people).items()}
        return commitments_of(sightings, engagements, accounts, names, self._today())


def _visits(engagement: LinkedEngagement) -> set[str]:
    """Return the threads that a visit may have fulfilled."""
    if engagement.kind is not Kind.VISIT or engagement.status not in TAKEN_PLACE:
        return set()
    hosts = {p.state for p in engagement.parties if p.role is Role.HOST and p.state}
    if engagement.place and engagement.place.state and not hosts:
        hosts = {engagement.place.state}
    return {visit_thread(guest, host) for guest in guests_of(engagement) for host in hosts}


def _matters(engagement: LinkedEngagement, threads: Collection[str]) -> bool:
    return engagement.kind is not Kind.VISIT or not _visits(engagement).isdisjoint(threads)
