"""Some accounts of a record in memory: what they say, and where the last linking put them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from communique.linking.before import Before, PageFacts, TooFar
from communique.linking.clusters import Cluster, Placed, family
from communique.linking.engagements import page_dates, place
from communique.linking.footing import Placement
from communique.linking.profiles import Profile, profile_of
from communique.linking.rows import AccountRow, Corpus, PageRow
from communique.linking.sketches import Hashes
from communique.linking.windows import Grip, Window

# A part of a record with more accounts than this is linked no quicker than all of it.
_MOST = 20_000


@dataclass(slots=True)
class Region:
    """Whole clusters as they stand, and fresh accounts that stand nowhere yet.

    ``alike`` and ``party_people`` are those of now.
    """

    before: Before
    alike: dict[str, frozenset[str]]
    clusters: dict[str, list[Placement]] = field(default_factory=dict)
    standing: dict[str, Placement] = field(default_factory=dict)
    placed: dict[str, Placed] = field(default_factory=dict)
    profiles: dict[str, Profile] = field(default_factory=dict)
    accounts: dict[str, AccountRow] = field(default_factory=dict)
    on_page: dict[str, list[AccountRow]] = field(default_factory=dict)
    pages: dict[str, PageRow] = field(default_factory=dict)
    party_people: dict[tuple[str, int], str] = field(default_factory=dict)
    facts: dict[str, PageFacts] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)

    def add(self, rows: Corpus, party_people: Mapping[tuple[str, int], str]) -> None:
        """Take in the accounts of new pages."""
        self._add_pages(rows, {})
        self.party_people.update(party_people)
        dates = self.own_dates(self.pages)
        for account in rows.accounts:
            self.fresh.add(account.id)
            self.place_by(account, dates)

    def renew(self, accounts: Iterable[str], party_people: Mapping[tuple[str, int], str]) -> None:
        """Let accounts that stand somewhere choose anew, since their persons are others."""
        found = set(accounts) - self.fresh
        self.take(set(self.before.clusters_of(found).values()))
        for account in found:
            row = self.accounts[account]
            for position in range(len(row.parties)):
                self.party_people.pop((account, position), None)
        self.party_people.update(party_people)
        dates = self.own_dates({self.accounts[account].page for account in found})
        for account in found:
            self.fresh.add(account)
            self.place_by(self.accounts[account], dates)

    def take(self, clusters: Collection[str]) -> list[str]:
        """Take in whole clusters as they stand; return those that were not here."""
        new = self.before.members([c for c in clusters if c not in self.clusters])
        accounts = {member.account for members in new.values() for member in members}
        pages = self.before.pages_of(accounts) - self.pages.keys()
        self._add_pages(self.before.rows(pages), self.before.facts(pages))
        people = self.before.party_people(accounts)
        self.party_people.update({k: who for k, who in people.items() if k[0] not in self.fresh})
        strange = set(people.values()) - self.alike.keys()
        self.alike.update({who: frozenset[str]() for who in strange} | self.before.alike(strange))
        for name, members in new.items():
            self.clusters[name] = members
            for member in members:
                self.standing[member.account] = member
                if member.account not in self.fresh:
                    row = self.accounts[member.account]
                    found = place(row, self.party_people, self.alike, {})
                    self._place(replace(found, window=member.window))
        if len(self.standing) > _MOST:
            raise TooFar
        return list(new)

    def _add_pages(self, rows: Corpus, facts: Mapping[str, PageFacts]) -> None:
        self.pages.update((page.id, page) for page in rows.pages)
        self.facts.update(facts)
        on_page: defaultdict[str, list[AccountRow]] = defaultdict(list)
        for account in rows.accounts:
            self.accounts[account.id] = account
            on_page[account.page].append(account)
        self.on_page.update(on_page)

    def place_by(self, account: AccountRow, dates: Mapping[str, str]) -> None:
        """Work an account's days out again, its page being dated so."""
        self._place(place(account, self.party_people, self.alike, dates))

    def _place(self, placed: Placed) -> None:
        account = placed.account
        self.placed[account.id] = placed
        self.profiles[account.id] = profile_of(placed, self._marks(account.page))

    def _marks(self, page: str) -> Hashes:
        return self.pages[page].sketch.marks

    def own_dates(self, pages: Iterable[str]) -> dict[str, str]:
        """Return the dates that pages have of themselves, or by the day of what they report."""
        found = [self.pages[page] for page in pages]
        accounts = [account for page in found for account in self.on_page.get(page.id, ())]
        return page_dates(found, accounts)

    def numbered(self) -> tuple[dict[str, Placed], list[Profile]]:
        """Return all accounts by id, numbered in their order, and their profiles."""
        ordered = sorted(self.placed.values(), key=lambda one: one.order)
        placed = {one.account.id: replace(one, number=n) for n, one in enumerate(ordered)}
        return placed, [self.profiles[name] for name in placed]


def as_it_stands(members: Iterable[Placement], placed: Mapping[str, Placed]) -> Cluster:
    """Return a cluster of members as they were put together."""
    told = list(members)
    first = placed[told[0].account]
    cluster = Cluster(-1, family(first.account.kind), [], first.sides, told[0].window)
    for member in told:
        window: Window = cluster.window
        cluster.add(placed[member.account])
        if member.moved:
            cluster.window = window
            cluster.moved.add(member.account)
    return cluster


def is_firm(member: Placement) -> bool:
    """Tell whether an account was joined by the weights of its pairs."""
    return member.part is not None and member.window.grip == Grip.EXACT
