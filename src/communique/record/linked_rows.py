"""What linking gave, as rows."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Table

from communique.linking.outcome import Linked, LinkedCommitment, LinkedEngagement
from communique.record import tables as t

Row = dict[str, Any]


def clear_linked(connection: Connection) -> None:
    """Empty everything that linking may make anew."""
    for table in t.LINKED:
        connection.execute(table.delete())


def write_linked(connection: Connection, linked: Linked) -> None:
    """Put an outcome of linking in the place of the last one."""
    clear_linked(connection)
    tables: dict[Table, list[Row]] = {
        t.linked_documents: _documents(linked),
        t.linked_people: [asdict(person) for person in linked.people],
        t.party_people: [
            {"account_id": account, "position": n, "person_id": person}
            for (account, n), person in linked.party_people.items()
        ],
        t.tenures: _tenures(linked),
        t.engagements: [_engagement(e, n) for n, e in enumerate(linked.engagements)],
        t.engagement_parties: [row for e in linked.engagements for row in _parties(e)],
        t.engagement_accounts: [
            {"engagement_id": e.id, "position": n, "account_id": account}
            for e in linked.engagements
            for n, account in enumerate(e.accounts)
        ],
        t.linked_commitments: [_commitment(c, n) for n, c in enumerate(linked.commitments)],
        t.linked_steps: [row for c in linked.commitments for row in _steps(c)],
        t.commitment_engagements: [
            {"commitment_id": c.id, "engagement_id": engagement}
            for c in linked.commitments
            for engagement in c.engagements
        ],
        t.linked_relations: [
            {
                "state_a": relation.states[0],
                "state_b": relation.states[1],
                "levels": [asdict(level) for level in relation.levels],
                "milestones": [asdict(milestone) for milestone in relation.milestones],
            }
            for relation in linked.relations
        ],
    }
    for table, rows in tables.items():
        if rows:
            connection.execute(table.insert(), rows)


def _documents(linked: Linked) -> list[Row]:
    return [
        {
            "document_id": page,
            "copy_of": linked.copies.get(page),
            "date": linked.page_dates.get(page),
        }
        for page in sorted(linked.copies.keys() | linked.page_dates.keys())
    ]


def _tenures(linked: Linked) -> list[Row]:
    rows = []
    position: dict[str, int] = {}
    for tenure in linked.tenures:
        row = asdict(tenure)
        row["documents"] = row.pop("pages")
        row["position"] = position[tenure.person_id] = position.get(tenure.person_id, -1) + 1
        rows.append(row)
    return rows


def _engagement(engagement: LinkedEngagement, position: int) -> Row:
    place = engagement.place
    return {
        "id": engagement.id,
        "position": position,
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


def _commitment(commitment: LinkedCommitment, position: int) -> Row:
    return {
        "id": commitment.id,
        "position": position,
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
