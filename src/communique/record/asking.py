"""Questions to the record, answered as entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, Text, and_, exists, func, or_, select, type_coerce

from communique.linking.outcome import FieldWeight, LinkedParty
from communique.linking.words import folded
from communique.model import DateBasis, Kind, Role, Status, Verdict, VisitType
from communique.record import tables as t
from communique.record.batches import among, batches
from communique.record.entries import (
    AccountEntry,
    ComparedValueEntry,
    ComparisonEntry,
    DecidedEntry,
    DocumentEntry,
    EngagementEntry,
)
from communique.record.errors import NotThereError, UnclearError
from communique.record.merging import merged_into
from communique.record.outlets import Outlets, load_outlets
from communique.record.restoring import load_accounts
from communique.record.rows import place_of

Found = Any
_CHUNK = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which engagements are asked for; empty fields ask for all.

    Every state in ``states`` must be a side. ``since`` and ``until`` are ISO partial dates.
    ``person`` is an id or a name, whole or in part.
    """

    states: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    kind: str | None = None
    person: str | None = None
    topic: str | None = None


def find_engagements(connection: Connection, wanted: Wanted) -> list[str]:
    """Return the ids of the engagements asked for, in order of time."""
    e = t.engagements.c
    query = select(e.id).order_by(e.sorted_on, e.id)
    for state in wanted.states:
        query = query.where(_has_party(t.engagement_parties.c.state == state))
    if wanted.person:
        ids = [person.id for person in find_people(connection, wanted.person)]
        query = query.where(_has_party(t.engagement_parties.c.person_id.in_(ids)))
    if wanted.kind:
        query = query.where(e.kind == wanted.kind)
    if wanted.topic:
        query = query.where(type_coerce(e.topics, Text).contains(f'"{wanted.topic}"'))
    return list(connection.execute(_within(query, wanted)).scalars())


def _has_party(condition: Any) -> Any:
    mine = t.engagement_parties.c.engagement_id == t.engagements.c.id
    return exists().where(and_(mine, condition))


def _within(query: Select[Any], wanted: Wanted) -> Select[Any]:
    """Keep what may lie in the days asked for, dates of different precision cut to the coarser."""
    e = t.engagements.c
    begun = func.coalesce(e.start_date, e.earliest)
    over = func.coalesce(e.end_date, e.start_date, e.latest)
    if wanted.since:
        asked = func.substr(wanted.since, 1, func.length(over))
        query = query.where(or_(over.is_(None), func.substr(over, 1, len(wanted.since)) >= asked))
    if wanted.until:
        asked = func.substr(wanted.until, 1, func.length(begun))
        started = func.substr(begun, 1, len(wanted.until))
        query = query.where(or_(begun.is_(None), started <= asked))
    return query


def find_people(connection: Connection, name: str) -> list[Found]:
    """Return the persons with that id, or with all the words of ``name`` in one of their names."""
    p = t.linked_people
    exact = connection.execute(select(p).where(p.c.id == name)).all()
    wanted = set(folded(name))
    if exact or not wanted:
        return list(exact)
    query = select(p).order_by(p.c.id)
    for word in wanted:
        query = query.where(p.c.folded.contains(f" {word} "))
    rows = connection.execute(query).all()
    return [row for row in rows if any(wanted <= set(folded(known)) for known in row.names)]


def load_engagements(
    connection: Connection, ids: Sequence[str], *, accounts: bool = False
) -> Iterator[EngagementEntry]:
    """Yield entries in the order of ``ids``; with ``accounts`` also what each page says."""
    for chunk in batches(ids, _CHUNK):
        found = _Chunk(connection, chunk, accounts=accounts)
        for name in chunk:
            yield found.entry(name)


def load_engagement(connection: Connection, name: str) -> EngagementEntry:
    """Return the engagement of an id with its accounts and, of several pages, their texts."""
    (entry,) = load_engagements(connection, [name], accounts=True)
    pages = [page.id for page in entry.documents]
    if len(pages) < 2:
        return entry
    v = t.versions.c
    texts: dict[str, str] = {}
    for batch in batches(pages):
        query = select(v.document_id, v.text).where(v.current, v.document_id.in_(batch))
        texts |= {row.document_id: row.text for row in connection.execute(query)}
    return replace(entry, texts=texts)


def load_documents(
    connection: Connection, ids: Iterable[str] | None = None
) -> dict[str, DocumentEntry]:
    """Return the current versions of pages by document id; of all where ``ids`` is None."""
    v, link = t.versions.c, t.linked_documents.c
    heavy = ("text", "sketch", "reading_hash")
    columns: list[Any] = [column for column in v if column.name not in heavy]
    columns += [link.copy_of, link.date.label("dated")]
    query = (
        select(*columns)
        .join_from(
            t.versions,
            t.linked_documents,
            v.document_id == link.document_id,
            isouter=True,
        )
        .where(v.current)
        .order_by(v.document_id)
    )
    outlets = load_outlets(connection)
    if ids is None:
        return {row.document_id: _document_entry(row, outlets) for row in connection.execute(query)}
    found: dict[str, DocumentEntry] = {}
    for batch in batches(sorted(set(ids))):
        rows = connection.execute(query.where(v.document_id.in_(batch)))
        found |= {row.document_id: _document_entry(row, outlets) for row in rows}
    return found


def load_labels(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return what a person knows some pages by, by id."""
    v = t.versions.c
    label = func.coalesce(func.nullif(v.url, ""), func.nullif(v.path, ""), v.document_id)
    query = select(v.document_id, label.label("label")).where(v.current)
    wanted = set(ids)
    if not wanted:
        return {}
    rows = connection.execute(query.where(among(connection, v.document_id, wanted)))
    return {row.document_id: row.label for row in rows}


def _document_entry(row: Found, outlets: Outlets) -> DocumentEntry:
    return DocumentEntry(
        id=row.document_id,
        path=row.path,
        url=row.url,
        title=row.title,
        outlet=row.outlet,
        byline=row.byline,
        language=row.language,
        published=row.published,
        published_precision=row.published_precision,
        sha256=row.sha256,
        version=row.number,
        copy_of=row.copy_of,
        dated=None if row.published else row.dated,
        origin=outlets.origin(row.outlet, row.url, row.printed_outlet),
    )


def comparison_entries(
    stored: Iterable[dict[str, Any]], documents: dict[str, DocumentEntry]
) -> tuple[ComparisonEntry, ...]:
    """Return comparisons with pages under the names that people know them by."""
    return tuple(
        ComparisonEntry(
            field=one["field"],
            verdict=Verdict(one["verdict"]),
            values=tuple(
                ComparedValueEntry(value["value"], _labels(value["pages"], documents))
                for value in one["values"]
            ),
            witnesses=one["witnesses"],
            note=one["note"],
        )
        for one in stored
    )


def _labels(pages: Iterable[str], documents: dict[str, DocumentEntry]) -> tuple[str, ...]:
    return tuple(documents[page].label if page in documents else page for page in pages)


class _Chunk:
    """Some engagements with all that belongs to them, read in a few queries."""

    def __init__(self, connection: Connection, ids: Sequence[str], *, accounts: bool) -> None:
        self._connection = connection
        e = t.engagements
        self.rows = {r.id: r for r in connection.execute(select(e).where(e.c.id.in_(ids)))}
        self.parties = self._by_engagement(t.engagement_parties, ids)
        self.members = self._members(ids)
        self.parts = self._parts(ids)
        pages = {row.document_id for rows in self.members.values() for row in rows}
        self.documents = load_documents(connection, pages)
        self.commitments: defaultdict[str, list[str]] = defaultdict(list)
        link = t.commitment_engagements.c
        query = select(link.engagement_id, link.commitment_id).where(link.engagement_id.in_(ids))
        for row in connection.execute(query.order_by(link.commitment_id)):
            self.commitments[row.engagement_id].append(row.commitment_id)
        self.accounts = self._accounts() if accounts else {}
        self.with_accounts = accounts
        told = {one["decision"] for r in self.rows.values() for one in r.decided or ()}
        d = t.decisions
        query = select(d).where(d.c.id.in_(told))
        self.decisions = {row.id: row for row in connection.execute(query)} if told else {}

    def _by_engagement(self, table: Any, ids: Sequence[str]) -> dict[str, list[Found]]:
        query = select(table).where(table.c.engagement_id.in_(ids)).order_by(table.c.position)
        found: defaultdict[str, list[Found]] = defaultdict(list)
        for row in self._connection.execute(query):
            found[row.engagement_id].append(row)
        return found

    def _parts(self, ids: Sequence[str]) -> dict[str, list[str]]:
        query = select(t.engagements.c.id, t.engagements.c.part_of)
        found: defaultdict[str, list[str]] = defaultdict(list)
        parts = query.where(t.engagements.c.part_of.in_(ids))
        parts = parts.order_by(t.engagements.c.sorted_on, t.engagements.c.id)
        for row in self._connection.execute(parts):
            found[row.part_of].append(row.id)
        return dict(found)

    def _members(self, ids: Sequence[str]) -> dict[str, list[Found]]:
        link, a, v = t.engagement_accounts.c, t.accounts.c, t.versions.c
        query = (
            select(link.engagement_id, link.account_id, link.weights, v.document_id)
            .join(t.accounts, link.account_id == a.id)
            .join(t.versions, a.version_id == v.id)
            .where(link.engagement_id.in_(ids))
            .order_by(link.position)
        )
        found: defaultdict[str, list[Found]] = defaultdict(list)
        for row in self._connection.execute(query):
            found[row.engagement_id].append(row)
        return found

    def _accounts(self) -> dict[str, AccountEntry]:
        rows = [row for rows in self.members.values() for row in rows]
        ids = [row.account_id for row in rows]
        accounts = load_accounts(self._connection, ids)
        people: dict[str, dict[int, str]] = defaultdict(dict)
        for batch in batches(ids):
            query = select(t.party_people).where(t.party_people.c.account_id.in_(batch))
            for row in self._connection.execute(query):
                people[row.account_id][row.position] = row.person_id
        entries = {}
        for row in rows:
            account = accounts[row.account_id]
            entries[row.account_id] = AccountEntry(
                id=row.account_id,
                document=self.documents[row.document_id],
                account=account,
                people=tuple(people[row.account_id].get(n) for n in range(len(account.parties))),
                weights=tuple(FieldWeight(**weight) for weight in row.weights or ()),
            )
        return entries

    def entry(self, name: str) -> EngagementEntry:
        row, members = self.rows[name], self.members.get(name, [])
        pages = dict.fromkeys(member.document_id for member in members)
        return EngagementEntry(
            id=row.id,
            kind=Kind(row.kind),
            status=Status(row.status),
            start=row.start_date,
            end=row.end_date,
            date_basis=DateBasis(row.date_basis),
            place=place_of(row),
            visit_type=VisitType(row.visit_type) if row.visit_type else None,
            parties=tuple(map(party_of, self.parties.get(name, ()))),
            topics=tuple(row.topics),
            earliest=row.earliest,
            latest=row.latest,
            main=row.main,
            witnesses=row.witnesses,
            documents=tuple(self.documents[page] for page in pages),
            commitments=tuple(self.commitments.get(name, ())),
            accounts=tuple(self.accounts[m.account_id] for m in members if self.with_accounts),
            comparison=comparison_entries(row.comparison, self.documents)
            if self.with_accounts
            else (),
            decided=tuple(map(self._decided, row.decided or ())),
            part_of=row.part_of,
            parts=tuple(self.parts.get(name, ())),
        )

    def _decided(self, one: dict[str, Any]) -> DecidedEntry:
        by = self.decisions[one["decision"]]
        return DecidedEntry(**one, made_at=by.made_at, made_by=by.made_by, why=by.why)


def party_of(row: Found) -> LinkedParty:
    """Return the party that a row of ``engagement_parties`` holds."""
    return LinkedParty(
        person=row.person,
        person_id=row.person_id,
        state=row.state,
        organization=row.organization,
        office=row.office,
        role=Role(row.role),
    )


def engagement_id(connection: Connection, name: str) -> str:
    """Return the id of the engagement that a name is or begins, or was merged into.

    Raises NotThereError where none does, UnclearError where several do.
    """
    e = t.engagements.c.id
    if connection.execute(select(e).where(e == name)).first():
        return name
    begins = select(e).where(e.startswith(name, autoescape=True)).order_by(e)
    found: list[str] = list(connection.execute(begins).scalars())
    if not found and (now := merged_into(connection, name)):
        return now
    if not found:
        raise NotThereError(f"no engagement {name!r} in the record")
    if len(found) > 1:
        some = ", ".join(found[:5]) + (", ..." if len(found) > 5 else "")
        raise UnclearError(f"{len(found)} engagements begin with {name!r}: {some}")
    return found[0]
