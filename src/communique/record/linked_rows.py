"""What linking gave, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Table, select

from communique.linking.outcome import (
    Linked,
    LinkedCommitment,
    LinkedEngagement,
    LinkedRelation,
)
from communique.record import tables as t
from communique.record.batches import batches
from communique.record.listed import (
    commitment_columns,
    engagement_columns,
    outlets_of,
    pairs_of,
    people_columns,
    sides_of,
    topics_of,
)

Row = dict[str, Any]
# The page and the outlet of an account.
Origins = dict[str, tuple[str, str | None]]


def clear_linked(connection: Connection) -> None:
    """Empty everything that linking may make anew."""
    for table in t.LINKED:
        connection.execute(table.delete())


def write_linked(connection: Connection, linked: Linked) -> None:
    """Put an outcome of linking in the place of the last one."""
    clear_linked(connection)
    for table, rows in _rows_by_table(linked, _origins(connection)):
        for batch in batches(rows):
            connection.execute(table.insert(), batch)


def _origins(connection: Connection) -> Origins:
    a, v = t.accounts.c, t.versions.c
    query = select(a.id, v.document_id, v.outlet).join(t.versions, a.version_id == v.id)
    rows = connection.execute(query.where(v.current))
    return {row.id: (row.document_id, row.outlet) for row in rows}


def _rows_by_table(linked: Linked, origins: Origins) -> Iterator[tuple[Table, Iterator[Row]]]:
    """Yield tables in the order in which they can be filled; rows are made as they are needed."""
    engagements, commitments = linked.engagements, linked.commitments
    homes = {person.id: person.state for person in linked.people}
    told_by = {
        e.id: [origins[account] for account in e.accounts if account in origins]
        for e in engagements
    }
    yield t.linked_documents, _documents(linked)
    yield t.linked_people, _people(linked)
    yield t.party_people, _party_people(linked)
    yield t.tenures, _tenures(linked)
    yield t.engagements, (_engagement(e, (page for page, _ in told_by[e.id])) for e in engagements)
    yield t.engagement_parties, chain.from_iterable(map(_parties, engagements))
    yield t.engagement_accounts, chain.from_iterable(map(_members, engagements))
    yield t.engagement_topics, chain.from_iterable(map(topics_of, engagements))
    outlets = (outlets_of(e, (outlet for _, outlet in told_by[e.id])) for e in engagements)
    yield t.engagement_outlets, chain.from_iterable(outlets)
    yield t.engagement_pairs, chain.from_iterable(map(pairs_of, engagements))
    yield t.linked_commitments, map(_commitment, commitments)
    yield t.linked_steps, chain.from_iterable(map(_steps, commitments))
    yield t.commitment_sides, chain.from_iterable(sides_of(c, homes) for c in commitments)
    yield t.commitment_engagements, chain.from_iterable(map(_touched, commitments))
    yield t.linked_relations, map(_relation, linked.relations)


def _people(linked: Linked) -> Iterator[Row]:
    listed = people_columns(linked)
    for person in linked.people:
        yield asdict(person) | listed[person.id]


def _party_people(linked: Linked) -> Iterator[Row]:
    for (account, n), person in linked.party_people.items():
        yield {"account_id": account, "position": n, "person_id": person}


def _members(engagement: LinkedEngagement) -> Iterator[Row]:
    for n, account in enumerate(engagement.accounts):
        weights = [asdict(weight) for weight in engagement.weights.get(account, ())]
        yield {
            "engagement_id": engagement.id,
            "position": n,
            "account_id": account,
            "weights": weights,
        }


def _touched(commitment: LinkedCommitment) -> Iterator[Row]:
    for engagement in commitment.engagements:
        yield {"commitment_id": commitment.id, "engagement_id": engagement}


def _relation(relation: LinkedRelation) -> Row:
    return {
        "state_a": relation.states[0],
        "state_b": relation.states[1],
        "levels": [asdict(level) for level in relation.levels],
        "milestones": [asdict(milestone) for milestone in relation.milestones],
    }


def _documents(linked: Linked) -> Iterator[Row]:
    for page in sorted(linked.copies.keys() | linked.page_dates.keys()):
        copy_of, date = linked.copies.get(page), linked.page_dates.get(page)
        yield {"document_id": page, "copy_of": copy_of, "date": date}


def _tenures(linked: Linked) -> Iterator[Row]:
    position: dict[str, int] = {}
    for tenure in linked.tenures:
        row = asdict(tenure)
        row["documents"] = row.pop("pages")
        row["position"] = position[tenure.person_id] = position.get(tenure.person_id, -1) + 1
        yield row


def _engagement(engagement: LinkedEngagement, pages: Iterable[str]) -> Row:
    place = engagement.place
    return {
        "id": engagement.id,
        "kind": engagement.kind.value,
        "status": engagement.status.value,
        "start_date": engagement.start,
        "end_date": engagement.end,
        "date_basis": engagement.date_basis.value,
        "place_name": place and place.name,
        "place_city": place and place.city,
        "place_state": place and place.state,
        "visit_type": engagement.visit_type and engagement.visit_type.value,
        "topics": list(engagement.topics),
        "earliest": engagement.earliest,
        "latest": engagement.latest,
        "main": engagement.main,
        "witnesses": engagement.witnesses,
        "comparison": [asdict(comparison) for comparison in engagement.comparison],
        "decided": [asdict(decided) for decided in engagement.decided],
        "part_of": engagement.part_of,
        **engagement_columns(engagement, pages),
    }


def _parties(engagement: LinkedEngagement) -> list[Row]:
    return [
        {
            "engagement_id": engagement.id,
            "position": n,
            **asdict(party),
            "role": party.role.value,
        }
        for n, party in enumerate(engagement.parties)
    ]


def _commitment(commitment: LinkedCommitment) -> Row:
    return {
        "id": commitment.id,
        "kind": commitment.kind.value,
        "by_name": commitment.by,
        "by_id": commitment.by_id,
        "to_name": commitment.to,
        "to_id": commitment.to_id,
        "states": list(commitment.states),
        "via": commitment.via,
        "what": commitment.what,
        "due": commitment.due,
        "open": commitment.open,
        **commitment_columns(commitment),
    }


def _steps(commitment: LinkedCommitment) -> list[Row]:
    return [
        {
            "commitment_id": commitment.id,
            "position": n,
            "state": step.state.value,
            "date": step.date,
            "engagement_id": step.engagement,
            "via": step.via,
            "worked_from": step.worked_from,
            "sources": [asdict(source) for source in step.sources],
        }
        for n, step in enumerate(commitment.steps)
    ]
