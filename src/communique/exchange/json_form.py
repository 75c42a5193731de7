"""The contract's JSON of one reading, out and back in.

A reading goes out as one object a line (``read --jsonl``); what comes back is equal to what went
out. Fields with nothing to say are null or empty, never left out. ``Message.sender`` is ``from``.
"""

from __future__ import annotations

from typing import Any

from communique.exchange.json_reading import account_from_json, reading_from_json
from communique.model import (
    Account,
    Commitment,
    Document,
    Evidence,
    Message,
    Party,
    PersonOnPage,
    Place,
    Reading,
    Relation,
    Span,
    Statement,
)

__all__ = [
    "account_from_json",
    "account_to_json",
    "commitment_to_json",
    "document_to_json",
    "evidence_to_json",
    "message_to_json",
    "party_to_json",
    "person_to_json",
    "place_to_json",
    "reading_from_json",
    "reading_to_json",
    "relation_to_json",
    "span_to_json",
    "spans_to_json",
    "statement_to_json",
]

Json = dict[str, Any]


def reading_to_json(reading: Reading) -> Json:
    """Return one page's reading as the contract's object, ready for ``json.dumps``."""
    return {
        "document": document_to_json(reading.document),
        "accounts": [account_to_json(account) for account in reading.accounts],
        "people": [person_to_json(person) for person in reading.people],
        "relations": [relation_to_json(relation) for relation in reading.relations],
        "unread": [
            {"span": span_to_json(unread.span), "reason": unread.reason}
            for unread in reading.unread
        ],
        "statements": [statement_to_json(statement) for statement in reading.statements],
        "messages": [message_to_json(message) for message in reading.messages],
        "commitments": [commitment_to_json(commitment) for commitment in reading.commitments],
    }


def span_to_json(span: Span) -> Json:
    """Return ``{"start", "end", "quote"}``."""
    return {"start": span.start, "end": span.end, "quote": span.quote}


def spans_to_json(spans: tuple[Span, ...]) -> list[Json]:
    """Return the spans of one value as a list."""
    return [span_to_json(span) for span in spans]


def document_to_json(document: Document) -> Json:
    """Return the page as read, its clean text included."""
    return {
        "path": document.path,
        "url": document.url,
        "title": document.title,
        "outlet": document.outlet,
        "byline": document.byline,
        "language": document.language,
        "published": document.published,
        "published_precision": document.published_precision,
        "text": document.text,
        "sha256": document.sha256,
        "photo_credit": document.photo_credit,
        "dateline_place": _maybe_span(document.dateline_place),
        "dateline_date": _maybe_span(document.dateline_date),
        "title_span": _maybe_span(document.title_span),
        "captions": spans_to_json(document.captions),
        "related": spans_to_json(document.related),
    }


def account_to_json(account: Account) -> Json:
    """Return what a page says about one engagement."""
    return {
        "kind": account.kind.value,
        "status": account.status.value,
        "main": account.main,
        "visit_type": account.visit_type and account.visit_type.value,
        "start": account.start,
        "end": account.end,
        "date_basis": account.date_basis.value,
        "place": place_to_json(account.place),
        "parties": [party_to_json(party) for party in account.parties],
        "topics": list(account.topics),
        "plover": {"event": account.plover_event, "mode": account.plover_mode},
        "cameo": account.cameo,
        "statements": [statement_to_json(statement) for statement in account.statements],
        "messages": [message_to_json(message) for message in account.messages],
        "commitments": [commitment_to_json(commitment) for commitment in account.commitments],
        "evidence": evidence_to_json(account.evidence),
        "date_rule": account.date_rule,
        "date_worked_from": list(account.date_worked_from),
        "weekday": account.weekday,
        "after": account.after,
        "before": account.before,
        "frame": account.frame,
        "uncertain": account.uncertain,
    }


def place_to_json(place: Place | None) -> Json | None:
    """Return ``{"name", "city", "state"}``, null where the page names no place."""
    if place is None:
        return None
    return {"name": place.name, "city": place.city, "state": place.state}


def party_to_json(party: Party) -> Json:
    """Return one party with its own evidence."""
    return {
        "person": party.person,
        "state": party.state,
        "organization": party.organization,
        "office": party.office,
        "role": party.role.value,
        "evidence": spans_to_json(party.evidence),
        "worked_from": party.worked_from,
        "uncertain": party.uncertain,
    }


def statement_to_json(statement: Statement) -> Json:
    """Return one speech act; a joint speaker is ``both`` or a list."""
    speaker = statement.speaker
    return {
        "speaker": speaker if isinstance(speaker, str) else list(speaker),
        "addressee": statement.addressee,
        "act": statement.act.value,
        "content": statement.content,
        "topics": list(statement.topics),
        "quoted": statement.quoted,
        "evidence": spans_to_json(statement.evidence),
    }


def message_to_json(message: Message) -> Json:
    """Return one message; its sender is ``from``."""
    return {
        "kind": message.kind.value,
        "medium": message.medium and message.medium.value,
        "from": list(message.sender),
        "to": list(message.to),
        "via": message.via,
        "occasion": message.occasion,
        "evidence": spans_to_json(message.evidence),
    }


def commitment_to_json(commitment: Commitment) -> Json:
    """Return one commitment with the states that its page supports."""
    return {
        "kind": commitment.kind.value,
        "by": commitment.by,
        "to": commitment.to,
        "via": commitment.via,
        "what": commitment.what,
        "due": commitment.due,
        "states": [
            {
                "state": step.state.value,
                "date": step.date,
                "evidence": spans_to_json(step.evidence),
            }
            for step in commitment.states
        ],
    }


def evidence_to_json(evidence: Evidence) -> Json:
    """Return the words behind each field; ``parties`` and ``topics`` are lists of lists."""
    return {
        "kind": spans_to_json(evidence.kind),
        "status": spans_to_json(evidence.status),
        "start": spans_to_json(evidence.start),
        "end": spans_to_json(evidence.end),
        "place": spans_to_json(evidence.place),
        "visit_type": spans_to_json(evidence.visit_type),
        "parties": [spans_to_json(spans) for spans in evidence.parties],
        "topics": [spans_to_json(spans) for spans in evidence.topics],
    }


def person_to_json(person: PersonOnPage) -> Json:
    """Return a person as one page names them; ``office_evidence`` runs beside ``offices``."""
    return {
        "person": person.person,
        "state": person.state,
        "organization": person.organization,
        "offices": [office.office for office in person.offices],
        "names": list(person.names),
        "deceased": person.deceased,
        "former": person.former,
        "evidence": spans_to_json(person.evidence),
        "office_evidence": [spans_to_json(office.evidence) for office in person.offices],
    }


def relation_to_json(relation: Relation) -> Json:
    """Return a declared relation with its milestones."""
    return {
        "states": list(relation.states),
        "level": relation.level,
        "milestones": [
            {
                "what": milestone.what,
                "year": milestone.year,
                "evidence": spans_to_json(milestone.evidence),
            }
            for milestone in relation.milestones
        ],
        "evidence": spans_to_json(relation.evidence),
    }


def _maybe_span(span: Span | None) -> Json | None:
    return None if span is None else span_to_json(span)
