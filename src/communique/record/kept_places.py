"""What was linked last, asked for a part at a time: where accounts stand, and engagements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from communique.linking.before import PageFacts, TooFar
from communique.linking.footing import ClusterKey, Placement
from communique.linking.outcome import LinkedEngagement, LinkedParty
from communique.linking.parts import PARTS
from communique.linking.rows import Corpus
from communique.linking.windows import Grip, Window
from communique.model import DateBasis, Kind, Role, Status, VisitType
from communique.record import tables as t
from communique.record.batches import batches
from communique.record.rows import Source, place_of, read_rows

# So many engagements of one readable id are told apart without looking at all.
_NUMBERED = 20


class KeptPlaces:
    """Where accounts stand, in one transaction; ``rejected`` are accounts that do not count."""

    def __init__(self, connection: Connection, rejected: Collection[str]) -> None:
        self._connection = connection
        self._rejected = frozenset(rejected)

    def select(
        self, query: Select[Any], column: ColumnElement[Any], values: Iterable[Any]
    ) -> Iterator[Any]:
        """Yield the rows of a query with one of some values in a column."""
        for batch in batches(sorted(values)):
            yield from self._connection.execute(query.where(column.in_(batch)))

    def clusters_sharing(self, keys: Collection[str], first: int, until: int) -> set[str]:
        """Return the clusters that one of the keys finds, with an account on days from to."""
        k = t.cluster_keys.c
        query = select(k.cluster).where(k.first <= until, k.until >= first)
        return {row.cluster for row in self.select(query, k.key, keys)}

    def clusters_of(self, accounts: Collection[str]) -> dict[str, str]:
        """Return the cluster of each account that stands in one."""
        p = t.placements.c
        rows = self.select(select(p.account_id, p.cluster), p.account_id, accounts)
        return {row.account_id: row.cluster for row in rows}

    def clusters_of_parts(self, parts: Collection[str]) -> set[str]:
        """Return the clusters that hold accounts of some parts."""
        p = t.placements.c
        return {row.cluster for row in self.select(select(p.cluster), p.part, parts)}

    def clusters_on(self, pages: Collection[str]) -> set[str]:
        """Return the clusters that hold accounts of some pages."""
        p = t.placements.c
        query = (
            select(p.cluster)
            .join(t.accounts, t.accounts.c.id == p.account_id)
            .join(t.versions, t.versions.c.id == t.accounts.c.version_id)
        )
        return {row.cluster for row in self.select(query, t.versions.c.document_id, pages)}

    def members(self, clusters: Collection[str]) -> dict[str, list[Placement]]:
        """Return who stands in clusters, in their order."""
        p = t.placements.c
        found: defaultdict[str, list[Placement]] = defaultdict(list)
        for row in self.select(select(t.placements).order_by(p.position), p.cluster, clusters):
            found[row.cluster].append(placement_of(row))
        return dict(found)

    def keys(self, clusters: Collection[str]) -> list[list[ClusterKey]]:
        """Return by what each of some clusters is found."""
        found: defaultdict[str, list[ClusterKey]] = defaultdict(list)
        for row in self.select(select(t.cluster_keys), t.cluster_keys.c.cluster, clusters):
            found[row.cluster].append(ClusterKey(row.key, row.cluster, row.first, row.until))
        return list(found.values())

    def put_off(self, keys: Collection[str]) -> list[tuple[str, int, int]]:
        """Return the key, first and last day of clusters with a plan put off that keys find."""
        k, p, a = t.cluster_keys.c, t.placements.c, t.accounts.c
        query = (
            select(k.key, k.first, k.until)
            .join(t.placements, p.cluster == k.cluster)
            .join(t.accounts, a.id == p.account_id)
            .where(a.status == Status.POSTPONED.value)
        )
        return [(row.key, row.first, row.until) for row in self.select(query, k.key, keys)]

    def rows(self, pages: Collection[str]) -> Corpus:
        """Return all rows of some pages, decisions aside."""
        v = t.versions.c
        query = select(v.id).where(v.current)
        versions = [row.id for row in self.select(query, v.document_id, pages)]
        if not versions:
            return Corpus((), (), (), (), ())
        found = read_rows(Source(self._connection, versions))
        gone = self._rejected
        return Corpus(
            found.pages,
            tuple(row for row in found.accounts if row.id not in gone),
            found.people,
            tuple(row for row in found.commitments if row.account not in gone),
            found.relations,
        )

    def pages_of(self, accounts: Collection[str]) -> set[str]:
        """Return the pages of accounts."""
        query = select(t.versions.c.document_id).join(
            t.accounts, t.accounts.c.version_id == t.versions.c.id
        )
        return {row.document_id for row in self.select(query, t.accounts.c.id, accounts)}

    def party_people(self, accounts: Collection[str]) -> dict[tuple[str, int], str]:
        """Return whom the parties of accounts name."""
        p = t.party_people.c
        rows = self.select(select(t.party_people), p.account_id, accounts)
        return {(row.account_id, row.position): row.person_id for row in rows}

    def named(self, people: Collection[str]) -> set[str]:
        """Return the accounts with a party that names one of some persons."""
        p = t.party_people.c
        return {row.account_id for row in self.select(select(p.account_id), p.person_id, people)}

    def facts(self, pages: Collection[str]) -> dict[str, PageFacts]:
        """Return what is known of pages."""
        d = t.linked_documents.c
        rows = self.select(select(t.linked_documents), d.document_id, pages)
        return {row.document_id: PageFacts(row.date, row.copy_of) for row in rows}

    def engagements_of(self, accounts: Collection[str]) -> dict[str, tuple[str, str | None]]:
        """Return for accounts the engagement that they are of, and its start."""
        a, e = t.engagement_accounts.c, t.engagements.c
        query = select(a.account_id, e.id, e.start_date).join(
            t.engagements, e.id == a.engagement_id
        )
        rows = self.select(query, a.account_id, accounts)
        return {row.account_id: (row.id, row.start_date) for row in rows}

    def accounts_of(self, engagements: Collection[str]) -> set[str]:
        """Return the accounts of engagements."""
        a = t.engagement_accounts.c
        return {
            r.account_id for r in self.select(select(a.account_id), a.engagement_id, engagements)
        }

    def called_like(self, ids: Collection[str]) -> set[str]:
        """Return the engagements whose id is one of some, or one of these with a number."""
        e = t.engagements.c
        names = {each for one in ids for each in (one, one.rpartition("-")[0])}
        wanted = names | {f"{name}-{n}" for name in names for n in range(2, _NUMBERED + 1)}
        found = {row.id for row in self.select(select(e.id), e.id, wanted)}
        if any(name.endswith(f"-{_NUMBERED}") for name in found - names):
            raise TooFar
        return found

    def engagements(self, ids: Collection[str]) -> list[LinkedEngagement]:
        """Return engagements by id: kind, status, days, place, parties, accounts, whole."""
        e, p, a = t.engagements.c, t.engagement_parties.c, t.engagement_accounts.c
        parties: defaultdict[str, list[LinkedParty]] = defaultdict(list)
        for row in self.select(
            select(t.engagement_parties).order_by(p.position), p.engagement_id, ids
        ):
            parties[row.engagement_id].append(
                LinkedParty(
                    row.person, row.person_id, row.state, row.organization, row.office,
                    Role(row.role),
                )
            )  # fmt: skip
        accounts: defaultdict[str, list[str]] = defaultdict(list)
        query = select(a.engagement_id, a.account_id).order_by(a.position)
        for row in self.select(query, a.engagement_id, ids):
            accounts[row.engagement_id].append(row.account_id)
        rows = self.select(select(t.engagements), e.id, ids)
        return [_engagement(row, parties[row.id], accounts[row.id]) for row in rows]

    def visits_by(self, guests: Collection[str]) -> set[str]:
        """Return the visits of which one of some persons is the guest."""
        e, p = t.engagements.c, t.engagement_parties.c
        query = (
            select(e.id)
            .join(t.engagement_parties, p.engagement_id == e.id)
            .where(e.kind == Kind.VISIT.value, p.role == Role.GUEST.value)
        )
        return {row.id for row in self.select(query, p.person_id, guests)}

    def parts_with(self, people: Collection[str], first: str, last: str) -> set[str]:
        """Return what may be part of a visit: with one of some persons, begun on days from to."""
        e, p = t.engagements.c, t.engagement_parties.c
        query = (
            select(e.id)
            .join(t.engagement_parties, p.engagement_id == e.id)
            .where(e.kind.in_([kind.value for kind in PARTS]))
            .where(e.start_date >= first, e.start_date <= last)
        )
        return {row.id for row in self.select(query, p.person_id, people)}

    def parts_of(self, visits: Collection[str]) -> set[str]:
        """Return the engagements that are parts of some visits."""
        e = t.engagements.c
        return {row.id for row in self.select(select(e.id), e.part_of, visits)}


def placement_of(row: Any) -> Placement:
    """Return where an account stands, of a row."""
    first, last, until = map(date.fromordinal, (row.first, row.last, row.until))
    window = Window(first, last, until, Grip(row.grip), row.news)
    return Placement(row.account_id, row.cluster, row.position, row.part, row.moved, window)


def _engagement(row: Any, parties: list[LinkedParty], accounts: list[str]) -> LinkedEngagement:
    return LinkedEngagement(
        id=row.id,
        kind=Kind(row.kind),
        status=Status(row.status),
        start=row.start_date,
        end=row.end_date,
        date_basis=DateBasis(row.date_basis),
        place=place_of(row),
        visit_type=VisitType(row.visit_type) if row.visit_type else None,
        parties=tuple(parties),
        topics=(),
        earliest=row.earliest,
        latest=row.latest,
        main=row.main,
        accounts=tuple(accounts),
        witnesses=row.witnesses,
        comparison=(),
        part_of=row.part_of,
    )
