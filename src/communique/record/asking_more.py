"""Questions to the record beside engagements: commitments, people, relations, unread sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from communique.model import CommitmentKind, CommitmentStateKind, Span
from communique.partial_dates import to_bounds
from communique.record import tables as t
from communique.record.asking import Found, load_documents
from communique.record.batches import batches
from communique.record.entries import (
    CommitmentEntry,
    DocumentEntry,
    LevelEntry,
    MilestoneEntry,
    PersonEntry,
    RelationEntry,
    StepEntry,
    StepWords,
    TenureEntry,
    UnreadEntry,
)

Documents = dict[str, DocumentEntry]


def load_commitments(
    connection: Connection, *, open_only: bool = False, states: Iterable[str] = ()
) -> list[CommitmentEntry]:
    """Return commitments, oldest first; of those between all the given states where any is."""
    c = t.linked_commitments
    query = select(c).order_by(c.c.position)
    if open_only:
        query = query.where(c.c.open)
    rows = connection.execute(query).all()
    steps = _steps(connection)
    engagements: defaultdict[str, list[str]] = defaultdict(list)
    link = t.commitment_engagements
    for row in connection.execute(select(link).order_by(link.c.engagement_id)):
        engagements[row.commitment_id].append(row.engagement_id)
    people = connection.execute(select(t.linked_people.c.id, t.linked_people.c.state))
    homes = {row.id: row.state for row in people}
    newest: str | None = connection.execute(select(func.max(t.linked_documents.c.date))).scalar()
    return [
        _commitment(row, tuple(steps.get(row.id, ())), tuple(engagements[row.id]), newest)
        for row in rows
        if set(states)
        <= {*row.states, row.by_id, row.to_id, homes.get(row.by_id)} | {homes.get(row.to_id)}
    ]


def _commitment(
    row: Found, steps: tuple[StepEntry, ...], engagements: tuple[str, ...], newest: str | None
) -> CommitmentEntry:
    return CommitmentEntry(
        id=row.id,
        kind=CommitmentKind(row.kind),
        by=row.by_name,
        by_id=row.by_id,
        to=row.to_name,
        to_id=row.to_id,
        via=row.via,
        what=row.what,
        due=row.due,
        open=row.open,
        overdue=bool(row.open and row.due and newest and _ends_before(row.due, newest)),
        states=steps,
        engagements=engagements,
    )


def _ends_before(due: str, newest: str) -> bool:
    try:
        return to_bounds(due)[1] < to_bounds(newest)[0]
    except ValueError:
        return False


def _steps(connection: Connection) -> dict[str, list[StepEntry]]:
    table = t.linked_steps
    rows = connection.execute(select(table).order_by(table.c.commitment_id, table.c.position)).all()
    owners = {source["owner"] for row in rows for source in row.sources}
    words = _words(connection, owners)
    documents = load_documents(
        connection, {source["page"] for row in rows for source in row.sources}
    )
    found: defaultdict[str, list[StepEntry]] = defaultdict(list)
    for row in rows:
        found[row.commitment_id].append(
            StepEntry(
                state=CommitmentStateKind(row.state),
                date=row.date,
                engagement=row.engagement_id,
                via=row.via,
                worked_from=row.worked_from,
                sources=tuple(
                    StepWords(
                        documents[source["page"]],
                        words.get((source["owner"], source["field"], source["position"]), ()),
                    )
                    for source in row.sources
                ),
            )
        )
    return found


def _words(
    connection: Connection, owners: set[str]
) -> dict[tuple[str, str, int], tuple[Span, ...]]:
    found: defaultdict[tuple[str, str, int], list[Span]] = defaultdict(list)
    s = t.spans.c
    for batch in batches(sorted(owners)):
        chosen = select(t.spans).where(s.owner.in_(batch))
        for row in connection.execute(chosen.order_by(s.owner, s.field, s.position, s.number)):
            span = Span(row.start_at, row.end_at, row.quote)
            found[row.owner, row.field, row.position].append(span)
    return {key: tuple(spans) for key, spans in found.items()}


def load_people(connection: Connection) -> list[PersonEntry]:
    """Return everyone, by id."""
    documents = load_documents(connection)
    tenures: defaultdict[str, list[TenureEntry]] = defaultdict(list)
    query = select(t.tenures).order_by(t.tenures.c.person_id, t.tenures.c.position)
    for row in connection.execute(query):
        tenures[row.person_id].append(
            TenureEntry(
                office=row.office,
                offices=tuple(row.offices),
                seen_first=row.seen_first,
                seen_last=row.seen_last,
                ended_by=row.ended_by,
                why=row.why,
                documents=_labels(row.documents, documents),
            )
        )
    return [
        PersonEntry(
            id=row.id,
            person=row.person,
            state=row.state,
            organization=row.organization,
            names=tuple(row.names),
            deceased=row.deceased,
            tenures=tuple(tenures[row.id]),
        )
        for row in connection.execute(select(t.linked_people).order_by(t.linked_people.c.id))
    ]


def load_relations(connection: Connection) -> list[RelationEntry]:
    """Return the declared relations of every pair of states."""
    documents = load_documents(connection)
    table = t.linked_relations
    rows = connection.execute(select(table).order_by(table.c.state_a, table.c.state_b))
    return [
        RelationEntry(
            states=(row.state_a, row.state_b),
            levels=tuple(
                LevelEntry(
                    level["level"],
                    level["seen_first"],
                    level["seen_last"],
                    _labels(level["pages"], documents),
                )
                for level in row.levels
            ),
            milestones=tuple(
                MilestoneEntry(step["what"], step["year"], _labels(step["pages"], documents))
                for step in row.milestones
            ),
        )
        for row in rows
    ]


def load_unread(connection: Connection) -> Iterator[UnreadEntry]:
    """Yield the sentences of current pages that look like an engagement and could not be coded."""
    documents = load_documents(connection)
    v, u, s = t.versions.c, t.unread.c, t.spans.c
    columns: tuple[Any, ...] = (v.document_id, u.reason, s.start_at, s.end_at, s.quote)
    query = (
        select(*columns)
        .join_from(t.unread, t.versions, u.version_id == v.id)
        .join(t.spans, s.owner == u.id)
        .where(v.current)
        .order_by(v.document_id, u.position)
    )
    for row in connection.execute(query):
        span = Span(row.start_at, row.end_at, row.quote)
        yield UnreadEntry(documents[row.document_id], span, row.reason)


def _labels(pages: Iterable[str], documents: Documents) -> tuple[str, ...]:
    return tuple(documents[page].label if page in documents else page for page in pages)
