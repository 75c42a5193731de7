"""Questions to the record beside engagements: commitments, people, relations, unread sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from communique.model import CommitmentKind, CommitmentStateKind, Span
from communique.record import tables as t
from communique.record.asking import Found, load_documents, load_labels
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
    query = select(c).order_by(c.c.sorted_on, c.c.id)
    if open_only:
        query = query.where(c.c.open)
    people = connection.execute(select(t.linked_people.c.id, t.linked_people.c.state))
    homes = {row.id: row.state for row in people}
    rows = [
        row
        for row in connection.execute(query)
        if set(states)
        <= {*row.states, row.by_id, row.to_id, homes.get(row.by_id)} | {homes.get(row.to_id)}
    ]
    return commitment_entries(connection, rows)


def commitment_entries(connection: Connection, rows: Sequence[Found]) -> list[CommitmentEntry]:
    """Return the commitments of some rows of ``linked_commitments``, with their steps."""
    ids = [row.id for row in rows]
    steps = _steps(connection, ids)
    engagements: defaultdict[str, list[str]] = defaultdict(list)
    link = t.commitment_engagements
    for batch in batches(ids):
        query = select(link).where(link.c.commitment_id.in_(batch))
        for row in connection.execute(query.order_by(link.c.engagement_id)):
            engagements[row.commitment_id].append(row.engagement_id)
    return [
        _commitment(row, tuple(steps.get(row.id, ())), tuple(engagements[row.id])) for row in rows
    ]


def _commitment(
    row: Found, steps: tuple[StepEntry, ...], engagements: tuple[str, ...]
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
        states=steps,
        engagements=engagements,
    )


def _steps(connection: Connection, commitments: Sequence[str]) -> dict[str, list[StepEntry]]:
    table = t.linked_steps
    query = select(table).order_by(table.c.commitment_id, table.c.position)
    rows = [
        row
        for batch in batches(commitments)
        for row in connection.execute(query.where(table.c.commitment_id.in_(batch)))
    ]
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


def load_people(
    connection: Connection, ids: Sequence[str] | None = None, *, labels: bool = True
) -> list[PersonEntry]:
    """Return everyone, or those with these ids (at most some hundreds), by id.

    Unless ``labels``, pages stand by their ids: somebody is named on thousands.
    """
    held, who = select(t.tenures), select(t.linked_people)
    if ids is not None:
        held = held.where(t.tenures.c.person_id.in_(ids))
        who = who.where(t.linked_people.c.id.in_(ids))
    rows = connection.execute(held.order_by(t.tenures.c.person_id, t.tenures.c.position)).all()
    named = (page for row in rows for page in row.documents)
    documents = load_labels(connection, named) if labels else {}
    tenures: defaultdict[str, list[TenureEntry]] = defaultdict(list)
    for row in rows:
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
        for row in connection.execute(who.order_by(t.linked_people.c.id))
    ]


def load_relations(
    connection: Connection, states: tuple[str, str] | None = None
) -> list[RelationEntry]:
    """Return the declared relations of every pair of states, or of one (in alphabetical order)."""
    table = t.linked_relations
    query = select(table).order_by(table.c.state_a, table.c.state_b)
    if states is not None:
        query = query.where(table.c.state_a == states[0], table.c.state_b == states[1])
    rows = connection.execute(query).all()
    told = (each for row in rows for each in (*row.levels, *row.milestones))
    documents = load_labels(connection, (page for each in told for page in each["pages"]))
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


def load_unread(
    connection: Connection, pages: Collection[str] | None = None
) -> Iterator[UnreadEntry]:
    """Yield the sentences of current pages that look like an engagement and could not be coded.

    Of all pages, or of those with these ids.
    """
    v, u, s = t.versions.c, t.unread.c, t.spans.c
    columns: tuple[Any, ...] = (v.document_id, u.reason, s.start_at, s.end_at, s.quote)
    query = (
        select(*columns)
        .join_from(t.unread, t.versions, u.version_id == v.id)
        .join(t.spans, s.owner == u.id)
        .where(v.current)
        .order_by(v.document_id, u.position)
    )
    some = [query] if pages is None else []
    some += [query.where(v.document_id.in_(batch)) for batch in batches(sorted(pages or ()))]
    rows = [row for each in some for row in connection.execute(each)]
    documents = load_documents(connection, {row.document_id for row in rows})
    for row in rows:
        span = Span(row.start_at, row.end_at, row.quote)
        yield UnreadEntry(documents[row.document_id], span, row.reason)


def _labels(pages: Iterable[str], labels: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(labels.get(page, page) for page in pages)
