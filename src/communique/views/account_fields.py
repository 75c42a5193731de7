"""The fields of an account as rows to compare: each value beside the words behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from communique.views.words import JsonObject, date_words, party_rank, party_words, place_words

Value = tuple[str, list[str]]


@dataclass(frozen=True)
class Field:
    """One row: its name, and how to take its values and their words from an account."""

    name: str
    values: Callable[[JsonObject], list[Value]]


def _simple(name: str) -> Callable[[JsonObject], list[Value]]:
    def values(account: JsonObject) -> list[Value]:
        value = account.get(name)
        return [(str(value).replace("_", " "), _quotes(account, name))] if value else []

    return values


def _date(account: JsonObject) -> list[Value]:
    start, end = account.get("start"), account.get("end")
    if not start and not end:
        return []
    quotes = [*_quotes(account, "start"), *_quotes(account, "end")]
    return [(f"{date_words(start, end)} ({account['date_basis']})", list(dict.fromkeys(quotes)))]


def _place(account: JsonObject) -> list[Value]:
    words = place_words(account.get("place"))
    return [(words, _quotes(account, "place"))] if words else []


def _parties(account: JsonObject) -> list[Value]:
    values = list(_each(account, "parties", map(_party_with_office, account["parties"])))
    ranks = [party_rank(party) for party in account["parties"]]
    return [values[place] for place in sorted(range(len(values)), key=ranks.__getitem__)]


def _topics(account: JsonObject) -> list[Value]:
    return sorted(_each(account, "topics", (t.replace("_", " ") for t in account["topics"])))


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
    spans: Sequence[Sequence[JsonObject]] = account["evidence"].get(name) or ()
    for place, value in enumerate(words):
        own = spans[place] if place < len(spans) else ()
        yield value, _distinct(own)


def _quotes(account: JsonObject, name: str) -> list[str]:
    return _distinct(account["evidence"].get(name) or ())


def _distinct(spans: Sequence[JsonObject]) -> list[str]:
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
