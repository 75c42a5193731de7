"""The fields of an account as rows to compare: each value beside the spans behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from communique.views.words import JsonObject, date_words, party_rank, party_words, place_words

Spans = Sequence[JsonObject]
Value = tuple[str, Spans]


@dataclass(frozen=True)
class Field:
    """One row: its name, and how to take its values and their spans from an account."""

    name: str
    values: Callable[[JsonObject], list[Value]]


def _simple(name: str) -> Callable[[JsonObject], list[Value]]:
    def values(account: JsonObject) -> list[Value]:
        value = account.get(name)
        return [(str(value).replace("_", " "), _spans(account, name))] if value else []

    return values


def _date(account: JsonObject) -> list[Value]:
    start, end = account.get("start"), account.get("end")
    if not start and not end:
        return []
    return [(f"{date_words(start, end)} ({account['date_basis']})", date_spans(account))]


def date_spans(account: JsonObject) -> Spans:
    """Return the words behind the dates of an account."""
    return [*_spans(account, "start"), *_spans(account, "end")]


def _place(account: JsonObject) -> list[Value]:
    words = place_words(account.get("place"))
    return [(words, _spans(account, "place"))] if words else []


def _parties(account: JsonObject) -> list[Value]:
    values = list(_each(account, "parties", map(_party_with_office, account["parties"])))
    ranks = [party_rank(party) for party in account["parties"]]
    return [values[place] for place in sorted(range(len(values)), key=ranks.__getitem__)]


def _topics(account: JsonObject) -> list[Value]:
    values = _each(account, "topics", (t.replace("_", " ") for t in account["topics"]))
    return sorted(values, key=lambda value: value[0])


def _doubts(account: JsonObject) -> list[Value]:
    """Why the page leaves the engagement or a party of it in doubt."""
    doubts = [account["uncertain"]] if account.get("uncertain") else []
    doubts += [
        f"{party_words(party, role=False)}: {party['uncertain']}"
        for party in account["parties"]
        if party.get("uncertain")
    ]
    return [(doubt, []) for doubt in doubts]


def _party_with_office(party: JsonObject) -> str:
    office = party.get("office")
    return f"{party_words(party)}: {office}" if office else party_words(party)


def _each(account: JsonObject, name: str, words: Any) -> Iterator[Value]:
    """Pair each of several values with its own spans, which run beside them in the evidence."""
    spans: Sequence[Spans] = account["evidence"].get(name) or ()
    for place, value in enumerate(words):
        yield value, spans[place] if place < len(spans) else ()


def _spans(account: JsonObject, name: str) -> Spans:
    return account["evidence"].get(name) or ()


def quotes(spans: Spans) -> list[str]:
    """Return the words of spans, the same words once."""
    return list(dict.fromkeys(span["quote"] for span in spans))


FIELDS = (
    Field("kind", _simple("kind")),
    Field("status", _simple("status")),
    Field("visit type", _simple("visit_type")),
    Field("date", _date),
    Field("place", _place),
    Field("parties", _parties),
    Field("topics", _topics),
    Field("in doubt", _doubts),
)
