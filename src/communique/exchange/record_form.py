"""The contract's JSON of what the record answers: engagements, commitments, people, faults.

An engagement is one line of ``export --format jsonl``. Fields with nothing to say are null or
empty, never left out.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from communique.exchange.json_form import account_to_json, place_to_json, spans_to_json
from communique.knowledge.office_claims import holders_instead
from communique.linking.outcome import LinkedParty
from communique.partial_dates import to_bounds
from communique.record.differences import Change
from communique.record.entries import (
    AccountEntry,
    CommitmentEntry,
    ComparisonEntry,
    DocumentEntry,
    EngagementEntry,
    Fault,
    Hit,
    PersonEntry,
    StepEntry,
)

Json = dict[str, Any]


def engagement_to_json(entry: EngagementEntry, *, why: bool = False) -> Json:
    """Return everything the record holds of one engagement.

    ``accounts`` and ``comparison`` are empty where the entry was asked for without them. With
    ``why`` each account says what its fields weigh for its being of this engagement.
    """
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "status": entry.status.value,
        "main": entry.main,
        "start": entry.start,
        "end": entry.end,
        "date_basis": entry.date_basis.value,
        "earliest": entry.earliest,
        "latest": entry.latest,
        "place": place_to_json(entry.place),
        "visit_type": entry.visit_type and entry.visit_type.value,
        "parties": [_party(party) for party in entry.parties],
        "topics": list(entry.topics),
        "witnesses": entry.witnesses,
        "part_of": entry.part_of,
        "parts": list(entry.parts),
        "documents": [document_to_json(document) for document in entry.documents],
        "accounts": [_account(account, why=why) for account in entry.accounts],
        "comparison": [_comparison(field) for field in entry.comparison],
        "commitments": list(entry.commitments),
        "decided": [_lists(asdict(decided)) for decided in entry.decided],
    }


def document_to_json(document: DocumentEntry) -> Json:
    """Return a page without its text; ``copy_of`` is the id of the page that it repeats."""
    return asdict(document)


def commitment_to_json(entry: CommitmentEntry, as_of: date) -> Json:
    """Return a commitment with its dated states, oldest first, and the last word on it.

    Of an open one ``days_open`` counts from its first dated state to ``as_of``; from a month or
    year it counts from the last day, so that it has been open for so long at least. Whether it is
    ``overdue`` is told of ``as_of``, too.
    """
    since = next((s.date for s in entry.states if s.date), None) if entry.open else None
    days = (as_of - to_bounds(since)[1]).days if since else -1
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "by": entry.by,
        "by_id": entry.by_id,
        "to": entry.to,
        "to_id": entry.to_id,
        "via": entry.via,
        "what": entry.what,
        "due": entry.due,
        "open": entry.open,
        "overdue": entry.overdue_on(as_of),
        "open_since": since,
        "days_open": days if days >= 0 else None,
        "last_word": _last_word(entry.states[-1]) if entry.states else None,
        "states": [_step(step) for step in entry.states],
        "engagements": list(entry.engagements),
    }


def person_to_json(entry: PersonEntry) -> Json:
    """Return a person joined over pages, with every spelling and the offices seen.

    ``table_has`` of a tenure names who held the office by the table of leaders, where that was
    another.
    """
    form: Json = _lists(asdict(entry))
    for tenure in form["tenures"]:
        over = tenure["ended_by"] is not None  # seen as the late or the former holder
        days = () if over else (tenure["seen_first"], tenure["seen_last"])
        told = (holders_instead(entry.names, entry.state, tenure["office"], day) for day in days)
        tenure["table_has"] = list(next((names for names in told if names), ()))
    return form


def fault_to_json(fault: Fault) -> Json:
    """Return what ``check`` found; a notice breaks no rule."""
    return asdict(fault)


def change_to_json(change: Change) -> Json:
    """Return what a new reading changes in one engagement, commitment or person."""
    form: Json = _lists(asdict(change))
    return form


def hit_to_json(hit: Hit) -> Json:
    """Return where words were found, with the context of each place."""
    form: Json = _lists(asdict(hit))
    return form


def _account(entry: AccountEntry, *, why: bool = False) -> Json:
    form = account_to_json(entry.account)
    for party, person_id in zip(form["parties"], entry.people, strict=True):
        party["person_id"] = person_id
    if why:
        form["weights"] = [asdict(weight) for weight in entry.weights]
    return {"id": entry.id, "document": document_to_json(entry.document), **form}


def _party(party: LinkedParty) -> Json:
    return {**asdict(party), "role": party.role.value}


def _comparison(entry: ComparisonEntry) -> Json:
    return {**_lists(asdict(entry)), "verdict": entry.verdict.value}


def _last_word(step: StepEntry) -> Json:
    """Return a state, its date, and the page that bears it out best with its outlet."""
    best = step.sources[0].document if step.sources else None
    return {
        "state": step.state.value,
        "date": step.date,
        "outlet": best and best.outlet,
        "document": best and best.label,
    }


def _step(step: StepEntry) -> Json:
    """Return one state; ``document`` and ``evidence`` are of the page that bears it out best."""
    pages: list[Json] = [
        {"document": words.document.label, "evidence": spans_to_json(words.evidence)}
        for words in step.sources
    ]
    best: Json = pages[0] if pages else {"document": None, "evidence": []}
    return {
        "state": step.state.value,
        "date": step.date,
        "via": step.via,
        "engagement": step.engagement,
        **best,
        "worked_from": step.worked_from,
        "sources": pages,
    }


def _lists(value: Any) -> Any:
    """Return JSON's shape of plain dataclass contents: lists in place of tuples."""
    if isinstance(value, dict):
        return {key: _lists(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_lists(each) for each in value]
    return value
