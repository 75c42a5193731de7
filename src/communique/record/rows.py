"""The compact rows that linking takes, read from the current versions of all pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from sys import intern
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from communique.linking.due_visits import with_days_due
from communique.linking.rows import (
    NO_TEXT,
    AccountRow,
    CommitmentRow,
    Corpus,
    MilestoneRow,
    PageRow,
    PartyRow,
    PersonRow,
    RelationRow,
    StepRow,
)
from communique.linking.sketches import Sketch
from communique.linking.words import folded
from communique.model import (
    CommitmentKind,
    CommitmentStateKind,
    DateBasis,
    Kind,
    Place,
    Role,
    Status,
    VisitType,
)
from communique.partial_dates import to_bounds
from communique.record import tables as t
from communique.record.batches import batches
from communique.record.deciding import apply_decisions

Found = Any


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows are read from: all current versions, or some of them by id."""

    connection: Connection
    versions: Sequence[str] | None = None

    def rows(self, query: Select[Any]) -> Iterator[Found]:
        """Yield the rows of a query over ``versions``."""
        if self.versions is None:
            yield from self.connection.execute(query)
            return
        for batch in batches(self.versions):
            yield from self.connection.execute(query.where(t.versions.c.id.in_(batch)))


def read_corpus(connection: Connection) -> Corpus:
    """Read every row that linking needs, and the decisions; texts stay where they are."""
    decisions = apply_decisions(connection).decisions
    return replace(read_rows(Source(connection)), decisions=decisions)


def read_rows(source: Source) -> Corpus:
    """Read the rows of a source, decisions aside."""
    commitments = tuple(_commitments(source))
    return Corpus(
        pages=tuple(_pages(source)),
        accounts=tuple(with_days_due(_accounts(source), commitments)),
        people=tuple(_people(source)),
        commitments=commitments,
        relations=tuple(_relations(source)),
    )


@lru_cache(maxsize=4096)
def _date(written: str | None) -> str | None:
    """Return an ISO date as it is; what is none is left to ``check`` and plays no part here."""
    try:
        to_bounds(written or "")
    except ValueError:
        return None
    return written


def _current(table: Table, *columns: Any) -> Select[Any]:
    """Select from a table of parts, beside the document of their current version."""
    return (
        select(t.versions.c.document_id.label("page"), *(columns or table.c))
        .join(t.versions, table.c.version_id == t.versions.c.id)
        .where(t.versions.c.current)
        .order_by(table.c.version_id, table.c.position)
    )


def _pages(source: Source) -> Iterator[PageRow]:
    v = t.versions.c
    for row in source.rows(select(v.document_id, v.published, v.sketch).where(v.current)):
        sketch = Sketch.unpacked(row.sketch) if isinstance(row.sketch, dict) else NO_TEXT
        yield PageRow(intern(row.document_id), _date(row.published), sketch)


def place_of(row: Any) -> Place | None:
    """Return the place of a row, by its three columns; None where nothing of it is known."""
    place = Place(row.place_name, row.place_city, row.place_state)
    return place if place.name or place.city or place.state else None


def _accounts(source: Source) -> Iterator[AccountRow]:
    parties = _grouped_parties(source)
    topics = _topics(source)
    words = _kind_words(source)
    messages = _message_kinds(source)
    for row in source.rows(_current(t.accounts)):
        yield AccountRow(
            id=row.id,
            page=intern(row.page),
            kind=Kind(row.kind),
            status=Status(row.status),
            main=row.main,
            visit_type=VisitType(row.visit_type) if row.visit_type else None,
            start=_date(row.start_date),
            end=_date(row.end_date),
            date_basis=DateBasis(row.date_basis),
            place=place_of(row),
            parties=tuple(parties.get(row.id, ())),
            topics=tuple(topics.get(row.id, ())),
            weekday=row.weekday,
            after=_date(row.after_date),
            before=_date(row.before_date),
            words=words.get(row.id, frozenset()),
            messages=frozenset(messages.get(row.id, ())),
        )


def _of_accounts(table: Table, *columns: Any) -> Select[Any]:
    return (
        select(*(columns or table.c))
        .join(t.accounts, table.c.account_id == t.accounts.c.id)
        .join(t.versions, t.accounts.c.version_id == t.versions.c.id)
        .where(t.versions.c.current)
        .order_by(table.c.account_id, table.c.position)
    )


def _grouped_parties(source: Source) -> dict[str, list[PartyRow]]:
    found: defaultdict[str, list[PartyRow]] = defaultdict(list)
    # The same few hundred parties come again and again: one object each keeps memory small.
    known: dict[PartyRow, PartyRow] = {}
    for row in source.rows(_of_accounts(t.parties)):
        party = PartyRow(row.person, row.state, row.organization, row.office, Role(row.role))
        found[row.account_id].append(known.setdefault(party, party))
    return found


def _topics(source: Source) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    query = _of_accounts(t.claims).where(t.claims.c.field == "topics")
    for row in source.rows(query):
        found[row.account_id].append(intern(row.value))
    return found


def _kind_words(source: Source) -> dict[str, frozenset[str]]:
    """Return the words by which accounts of ceremonies name their occasion."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    query = (
        select(t.spans.c.owner, t.spans.c.quote)
        .join(t.accounts, t.spans.c.owner == t.accounts.c.id)
        .join(t.versions, t.accounts.c.version_id == t.versions.c.id)
        .where(
            t.versions.c.current,
            t.spans.c.field == "kind",
            t.accounts.c.kind == Kind.CEREMONY.value,
        )
    )
    for row in source.rows(query):
        words = (word for word in folded(row.quote) if len(word) > 3)
        found[row.owner].update(word for word in words if not word.startswith(Kind.CEREMONY))
    return {owner: frozenset(words) for owner, words in found.items()}


def _message_kinds(source: Source) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    columns = (t.messages.c.account_id, t.messages.c.kind)
    for row in source.rows(_current(t.messages, *columns)):
        if row.account_id:
            found[row.account_id].append(intern(row.kind))
    return found


def _people(source: Source) -> Iterator[PersonRow]:
    for row in source.rows(_current(t.mentions)):
        yield PersonRow(
            page=intern(row.page),
            person=row.person,
            state=row.state,
            organization=row.organization,
            offices=tuple(row.offices),
            names=tuple(row.names),
            deceased=row.deceased,
            former=row.former,
        )


def _commitments(source: Source) -> Iterator[CommitmentRow]:
    steps = _under(source, t.commitment_states, t.commitments, "commitment_id")
    for row in source.rows(_current(t.commitments)):
        yield CommitmentRow(
            id=row.id,
            page=intern(row.page),
            account=row.account_id,
            kind=CommitmentKind(row.kind),
            by=row.by_name,
            to=row.to_name,
            via=row.via,
            what=row.what,
            due=_date(row.due),
            steps=tuple(
                StepRow(CommitmentStateKind(step.state), _date(step.date), step.position)
                for step in steps.get(row.id, ())
            ),
        )


def relation_rows(connection: Connection, versions: Sequence[str]) -> list[RelationRow]:
    """Return the declared relations of some versions, in an order of their content."""
    return sorted(_relations(Source(connection, versions)), key=repr) if versions else []


def _relations(source: Source) -> Iterator[RelationRow]:
    steps = _under(source, t.milestones, t.relations, "relation_id")
    for row in source.rows(_current(t.relations)):
        yield RelationRow(
            page=intern(row.page),
            states=(row.state_a, row.state_b),
            level=row.level,
            milestones=tuple(MilestoneRow(m.what, m.year) for m in steps.get(row.id, ())),
        )


def _under(source: Source, table: Table, parent: Table, column: str) -> dict[str, list[Found]]:
    query = (
        select(table)
        .join(parent, table.c[column] == parent.c.id)
        .join(t.versions, parent.c.version_id == t.versions.c.id)
        .where(t.versions.c.current)
    )
    return _grouped(source.rows(query.order_by(table.c[column], table.c.position)), column)


def _grouped(rows: Iterable[Found], column: str) -> dict[str, list[Found]]:
    found: defaultdict[str, list[Found]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found
