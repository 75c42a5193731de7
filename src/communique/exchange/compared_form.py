"""One engagement's accounts set against each other, in the form that other programs read."""

from __future__ import annotations

from typing import Any

from communique.exchange.json_form import span_to_json, statement_to_json
from communique.exchange.record_form import engagement_to_json
from communique.linking.sides_told import OneSided, ToldBy, compare_statements
from communique.record.disagreements import accounts_by_side, party_states, texts_of
from communique.record.entries import EngagementEntry

Json = dict[str, Any]

_BELIEVED = (
    *("kind", "status", "visit_type", "start", "end", "date_basis", "earliest", "latest"),
    *("place", "parties", "decided"),
)
_TOLD = (
    *("kind", "status", "visit_type", "start", "end", "date_basis", "place", "parties"),
    *("topics", "uncertain", "evidence"),
)


def compared_to_json(entry: EngagementEntry) -> Json:
    """Return who tells of an engagement, how each field compares, and what each side leaves out.

    ``side`` is the state of a party whose outlets tell an account, null for third parties;
    accounts stand by their numbers, from 1. Verdicts and statements are over independent texts.
    """
    told = accounts_by_side(entry)
    engagement = engagement_to_json(entry)
    sides = [*party_states(entry), None]
    return {
        "id": entry.id,
        **{key: engagement[key] for key in _BELIEVED},
        "sides": [
            {"side": side, "accounts": [n for n, one in enumerate(told, 1) if one.side == side]}
            for side in sides
        ],
        "accounts": [
            _account(n, one, account)
            for n, (one, account) in enumerate(zip(told, engagement["accounts"], strict=True), 1)
        ],
        "fields": engagement["comparison"],
        "statements": [_statement(one) for one in compare_statements(told, texts_of(entry))],
    }


def _account(number: int, told: ToldBy, account: Json) -> Json:
    return {
        "number": number,
        "document": account["document"],
        "side": told.side,
        "outlet_state": told.state,
        "owner": told.owner.value,
        "independent": told.independent,
        **{key: account[key] for key in _TOLD},
    }


def _statement(one: OneSided) -> Json:
    return {
        "sides": list(one.sides),
        "otherwise": list(one.otherwise),
        "left_out": list(one.left_out),
        "told": [
            {"account": told.account + 1, **statement_to_json(told.statement)} for told in one.told
        ],
        "near": [
            {"account": near.account + 1, "words": span_to_json(near.words)} for near in one.near
        ],
    }
