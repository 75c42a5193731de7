"""The decisions that a program may hand in, with the token of an editor."""

from __future__ import annotations

from typing import Any

from communique.exchange.decisions import decision_to_json
from communique.record import Author
from communique.record.entries import DecisionEntry
from communique.web.api.operations import Asking, Operation, Refused
from communique.web.api.schemas import ANYTHING, FLAG, MAYBE_TEXT, TEXT, Schema, ref, some

_NAME: Schema = {"type": "string", "minLength": 1, "maxLength": 200}
_WHY: Schema = {
    "type": ["string", "null"],
    "maxLength": 1000,
    "description": "For who reads it later.",
}
_DECISION = ref("Decision")


def _body(required: tuple[str, ...] = (), **properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {**properties, "why": _WHY},
        "required": list(required),
        "additionalProperties": False,
    }


def _author(asking: Asking) -> Author:
    return asking.visitor.author(asking.body.get("why"))


def _told(entry: DecisionEntry) -> Any:
    return decision_to_json(entry)


def _engagement(asking: Asking) -> str:
    return asking.record.engagement(asking.path["id"]).id


def _set(asking: Asking) -> Any:
    field, value = asking.body["field"], asking.body["value"]
    if field == "topics":
        if not isinstance(value, list) or not all(isinstance(topic, str) for topic in value):
            raise Refused("topics are a list of words")
    elif value is not None and not isinstance(value, str):
        raise Refused(f"{field} is a word or null")
    made = asking.record.corrections.set(_engagement(asking), field, value, _author(asking))
    return _told(made)


def _party(asking: Asking) -> Any:
    body = asking.body
    value = {name: body.get(name) for name in ("person", "state", "organization")}
    value |= {"present": body["present"], "as": dict(body.get("as") or {})}
    return _told(asking.record.corrections.party(_engagement(asking), value, _author(asking)))


def _merge(asking: Asking) -> Any:
    ids = [_engagement(asking)]
    ids += [asking.record.engagement(other).id for other in asking.body["engagements"]]
    force = bool(asking.body.get("force"))
    return _told(asking.record.corrections.merge(ids, _author(asking), force=force))


def _split(asking: Asking) -> Any:
    accounts = asking.body["accounts"]
    return _told(asking.record.corrections.split(_engagement(asking), accounts, _author(asking)))


def _reject(asking: Asking) -> Any:
    return _told(asking.record.corrections.reject(asking.path["id"], _author(asking)))


def _name(asking: Asking) -> Any:
    person = asking.record.finding.person(asking.path["id"]).entry.id
    return _told(asking.record.corrections.name(person, asking.body["name"], _author(asking)))


def _copy(asking: Asking) -> Any:
    page = asking.record.finding.document(asking.path["id"]).document.id
    return _told(asking.record.corrections.mark_copy(page, asking.body["of"], _author(asking)))


def _outlet(asking: Asking) -> Any:
    said = {what: asking.body[what] for what in ("name", "state", "owner") if what in asking.body}
    return _told(asking.record.corrections.outlet(asking.body["outlet"], said, _author(asking)))


def _accept(asking: Asking) -> Any:
    return _told(asking.record.review.accept(asking.body["question"], _author(asking)))


def _undo(asking: Asking) -> Any:
    return _told(asking.record.corrections.undo(asking.path["id"], _author(asking)))


_ATTRIBUTES: Schema = {
    "type": "object",
    "properties": {
        "role": TEXT,
        "office": MAYBE_TEXT,
        "state": MAYBE_TEXT,
        "organization": MAYBE_TEXT,
    },
    "additionalProperties": False,
}

DECISIONS = (
    Operation(
        "/engagements/{id}/set",
        "decide_set",
        "A field of an engagement has this value.",
        _DECISION,
        _set,
        body=_body(("field", "value"), field=ref("SetField"), value=ANYTHING),
    ),
    Operation(
        "/engagements/{id}/party",
        "decide_party",
        "Somebody is, or is not, a party of an engagement, and as what.",
        _DECISION,
        _party,
        body=_body(
            ("present",),
            person=MAYBE_TEXT,
            state=MAYBE_TEXT,
            organization=MAYBE_TEXT,
            present=FLAG,
            **{"as": _ATTRIBUTES},
        ),
    ),
    Operation(
        "/engagements/{id}/merge",
        "decide_merge",
        "This engagement and others are one; `force` where something speaks against it.",
        _DECISION,
        _merge,
        body=_body(("engagements",), engagements=some(_NAME, minItems=1, maxItems=50), force=FLAG),
    ),
    Operation(
        "/engagements/{id}/split",
        "decide_split",
        "Some accounts are of another engagement than the rest.",
        _DECISION,
        _split,
        body=_body(("accounts",), accounts=some(_NAME, minItems=1, maxItems=500)),
    ),
    Operation(
        "/accounts/{id}/reject",
        "decide_reject",
        "An account does not count: its page does not say that.",
        _DECISION,
        _reject,
        body=_body(),
    ),
    Operation(
        "/people/{id}/name",
        "decide_name",
        "A person has this name; who bears it already is the same person.",
        _DECISION,
        _name,
        body=_body(("name",), name=_NAME),
    ),
    Operation(
        "/pages/{id}/copy",
        "decide_copy",
        "A page repeats another, or (null) none.",
        _DECISION,
        _copy,
        body=_body(("of",), of=MAYBE_TEXT),
    ),
    Operation(
        "/outlets/decide",
        "decide_outlet",
        "An outlet or a host's pages: their name, state (empty for none) and owner.",
        _DECISION,
        _outlet,
        body=_body(("outlet",), outlet=_NAME, name=_NAME, state=TEXT, owner=TEXT),
    ),
    Operation(
        "/review/accept",
        "decide_accept",
        "What a question of the review is about may stand as it is.",
        _DECISION,
        _accept,
        body=_body(("question",), question=_NAME),
    ),
    Operation(
        "/decisions/{id}/undo",
        "decide_undo",
        "A decision is taken back; that is a decision, too.",
        _DECISION,
        _undo,
        body=_body(),
    ),
)
