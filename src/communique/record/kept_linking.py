"""What was linked last, asked for a part at a time: names and persons, offices, commitments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import and_, func, or_, select

from communique.linking.before import Told
from communique.linking.footing import KnownUse
from communique.linking.names import Name
from communique.linking.outcome import LinkedPerson
from communique.linking.rows import AccountRow, NameUse, PartyRow, PersonRow, RelationRow
from communique.model import CommitmentKind, DateBasis, Kind, Role, Status
from communique.record import tables as t
from communique.record.batches import batches
from communique.record.kept_places import KeptPlaces
from communique.record.rows import relation_rows


class KeptLinking(KeptPlaces):
    """All that linking asks of what was linked last."""

    def of_homes(self, homes: Collection[str]) -> list[KnownUse]:
        """Return the uses of names in homes."""
        return list(map(_use, self.select(select(t.name_uses), t.name_uses.c.home, homes)))

    def of_names(self, names: Collection[Name]) -> list[KnownUse]:
        """Return the uses of names, wherever."""
        folded = {" ".join(name) for name in names}
        return list(map(_use, self.select(select(t.name_uses), t.name_uses.c.folded, folded)))

    def names_of(self, people: Collection[str]) -> set[Told]:
        """Return the names of persons as pages use them."""
        u = t.name_uses.c
        rows = self.select(select(u.name, u.state, u.organization), u.person_id, people)
        return {(row.name, row.state, row.organization) for row in rows}

    def people(self, ids: Iterable[str]) -> dict[str, LinkedPerson]:
        """Return persons by id."""
        rows = self.select(select(t.linked_people), t.linked_people.c.id, set(ids))
        return {
            row.id: LinkedPerson(
                row.id, row.person, row.state, row.organization, tuple(row.names), row.deceased
            )
            for row in rows
        }

    def alike(self, people: Collection[str]) -> dict[str, frozenset[str]]:
        """Return for persons those whose names are all but spelt the same."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for row in self.select(select(t.alike_people), t.alike_people.c.person_id, people):
            found[row.person_id].add(row.other_id)
        return {person: frozenset(others) for person, others in found.items()}

    def mentions(self, names: Collection[Told]) -> list[PersonRow]:
        """Return the rows of all pages that name persons so."""
        m, v = t.mentions.c, t.versions.c
        query = (
            select(v.document_id, t.mentions)
            .join(t.versions, v.id == m.version_id)
            .where(v.current)
        )
        return [
            PersonRow(
                row.document_id, row.person, row.state, row.organization, tuple(row.offices),
                tuple(row.names), row.deceased, row.former,
            )
            for row in self.select(query, m.person, {name for name, _, _ in names})
            if (row.person, row.state, row.organization) in names
        ]  # fmt: skip

    def plain(self, accounts: Collection[str]) -> list[AccountRow]:
        """Return accounts with their pages, kinds, statuses and parties alone."""
        a, p, v = t.accounts.c, t.parties.c, t.versions.c
        parties: defaultdict[str, list[PartyRow]] = defaultdict(list)
        query = select(t.parties).order_by(p.account_id, p.position)
        for row in self.select(query, p.account_id, accounts):
            told = PartyRow(row.person, row.state, row.organization, row.office, Role(row.role))
            parties[row.account_id].append(told)
        query = select(a.id, v.document_id, a.kind, a.status, a.main, a.date_basis).join(
            t.versions, v.id == a.version_id
        )
        return [
            AccountRow(
                row.id, row.document_id, Kind(row.kind), Status(row.status), row.main, None, None,
                None, DateBasis(row.date_basis), None, tuple(parties[row.id]), (),
            )
            for row in self.select(query, a.id, accounts)
        ]  # fmt: skip

    def starts(self, accounts: Collection[str]) -> dict[str, str | None]:
        """Return when the engagements of accounts began."""
        return {account: start for account, (_, start) in self.engagements_of(accounts).items()}

    def said_on(self, pages: Collection[str]) -> dict[str, str]:
        """Return the days on which pages speak."""
        d = t.linked_documents.c
        rows = self.select(select(d.document_id, d.said_on), d.document_id, pages)
        return {row.document_id: row.said_on for row in rows if row.said_on}

    def threads_on(self, pages: Collection[str]) -> set[str]:
        """Return the threads of commitments that some pages tell of."""
        p = t.thread_pages.c
        return {row.thread for row in self.select(select(p.thread), p.document_id, pages)}

    def threads_of(self, people: Collection[str]) -> set[str]:
        """Return the threads of commitments by or to some persons."""
        c = t.linked_commitments.c
        found = {row.thread for row in self.select(select(c.thread), c.by_id, people)}
        return found | {row.thread for row in self.select(select(c.thread), c.to_id, people)}

    def threads_between(self, pairs: Collection[tuple[str, str]]) -> set[str]:
        """Return the threads of what was undertaken between two states."""
        p, found = t.thread_pages.c, set[str]()
        begun = [f"{kind.value}|{a}+{b}" for kind in CommitmentKind for a, b in sorted(pairs)]
        for batch in batches(begun, 40):
            wanted = or_(*(p.thread.startswith(name, autoescape=True) for name in batch))
            found.update(self._connection.execute(select(p.thread).where(wanted)).scalars())
        return found

    def threads_due(self, before: str) -> set[str]:
        """Return the threads of open commitments that were due before a day."""
        c = t.linked_commitments.c
        query = select(c.thread).where(c.open, c.due_by.is_not(None), c.due_by < before)
        return set(self._connection.execute(query).scalars())

    def pages_telling(self, threads: Collection[str]) -> set[str]:
        """Return the pages that tell of threads."""
        p = t.thread_pages.c
        return {row.document_id for row in self.select(select(p.document_id), p.thread, threads)}

    def held_between(self, pairs: Collection[tuple[str, str]]) -> set[str]:
        """Return the engagements of two states that may keep what they undertook."""
        e, p = t.engagements.c, t.engagement_pairs.c
        query = select(e.id).join(t.engagement_pairs, p.engagement_id == e.id)
        query = query.where(e.kind != Kind.VISIT.value)
        found: set[str] = set()
        for one, other in sorted(pairs):
            both = query.where(p.state_a == one, p.state_b == other)
            found.update(self._connection.execute(both).scalars())
        return found

    def related(self, pairs: Collection[tuple[str, str]]) -> list[RelationRow]:
        """Return what pages say of the relations of two states, codes in alphabetical order."""
        r, v = t.relations.c, t.versions.c
        versions: set[str] = set()
        for one, other in sorted(pairs):
            either = or_(
                and_(r.state_a == one, r.state_b == other),
                and_(r.state_a == other, r.state_b == one),
            )
            query = select(v.id).join(t.relations, r.version_id == v.id).where(v.current, either)
            versions.update(self._connection.execute(query).scalars())
        wanted = set(pairs)
        return [
            row
            for row in relation_rows(self._connection, sorted(versions))
            if (min(row.states), max(row.states)) in wanted
        ]

    def newest(self) -> str | None:
        """Return the date of the newest page."""
        newest: str | None = self._connection.execute(
            select(func.max(t.linked_documents.c.date))
        ).scalar()
        return newest


def _use(row: Any) -> KnownUse:
    use = NameUse(
        row.name, row.state, row.organization, tuple(row.offices), row.deceased, tuple(row.forms),
        row.times,
    )  # fmt: skip
    return KnownUse(use, row.person_id)
