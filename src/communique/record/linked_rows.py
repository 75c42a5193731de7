"""What linking gave, as rows of its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from communique.linking.outcome import (
    Linked,
    LinkedCommitment,
    LinkedEngagement,
    LinkedRelation,
    Tenure,
)
from communique.record.listed import commitment_columns, engagement_columns

Row = dict[str, Any]


def members(engagement: LinkedEngagement) -> Iterator[Row]:
    """Yield the rows of an engagement's accounts."""
    for n, account in enumerate(engagement.accounts):
        weights = [asdict(weight) for weight in engagement.weights.get(account, ())]
        yield {
            "engagement_id": engagement.id,
            "position": n,
            "account_id": account,
            "weights": weights,
            "weight": round(sum(weight["weight"] for weight in weights), 3) if weights else None,
        }


def touched(commitment: LinkedCommitment) -> Iterator[Row]:
    """Yield the rows of the engagements in which a commitment was spoken of or kept."""
    for engagement in commitment.engagements:
        yield {"commitment_id": commitment.id, "engagement_id": engagement}


def relation_row(relation: LinkedRelation) -> Row:
    """Return the row of a declared relation."""
    return {
        "state_a": relation.states[0],
        "state_b": relation.states[1],
        "levels": [asdict(level) for level in relation.levels],
        "milestones": [asdict(milestone) for milestone in relation.milestones],
    }


def document_rows(linked: Linked) -> Iterator[Row]:
    """Yield the rows of pages that are copies, have a date, or speak on a day."""
    copies, dates, said = linked.copies, linked.page_dates, linked.footing.said_on
    for page in sorted(copies.keys() | dates.keys() | said.keys()):
        yield document_row(page, copies.get(page), dates.get(page), said.get(page))


def document_row(page: str, copy_of: str | None, date: str | None, said_on: str | None) -> Row:
    """Return the row of a page."""
    return {"document_id": page, "copy_of": copy_of, "date": date, "said_on": said_on}


def tenure_rows(tenures: Iterable[Tenure]) -> Iterator[Row]:
    """Yield the rows of one person's tenures, in their order."""
    for position, tenure in enumerate(tenures):
        row = asdict(tenure)
        row["documents"] = row.pop("pages")
        yield row | {"position": position}


def engagement_row(engagement: LinkedEngagement, pages: Iterable[str]) -> Row:
    """Return the row of an engagement; ``pages`` are those that tell of it."""
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


def party_rows(engagement: LinkedEngagement) -> list[Row]:
    """Return the rows of an engagement's parties."""
    return [
        {
            "engagement_id": engagement.id,
            "position": n,
            **asdict(party),
            "role": party.role.value,
        }
        for n, party in enumerate(engagement.parties)
    ]


def commitment_row(commitment: LinkedCommitment) -> Row:
    """Return the row of a commitment."""
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
        "thread": commitment.thread,
        **commitment_columns(commitment),
    }


def step_rows(commitment: LinkedCommitment) -> list[Row]:
    """Return the rows of a commitment's steps."""
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
