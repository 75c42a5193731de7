"""What accounts say of a field: in words, by whom, and as a form sets it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from communique.views.locales import Manner
from communique.views.words import actor_words, place_words

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A value in words, the accounts that give it with the words of their pages, and what sets it.

    ``fields`` are those of a form; without any, the value cannot be set as one.
    """

    words: str
    accounts: tuple[tuple[Json, tuple[Json, ...]], ...]
    fields: tuple[tuple[str, str], ...]


def told_values(
    field: str, values: Iterable[tuple[Any, Iterable[str]]], engagement: Json, local: Manner
) -> list[Told]:
    """Return the values of a compared field that anybody gives; pages stand by their labels."""
    found = []
    names = {
        party["person_id"]: party["person"]
        for account in engagement["accounts"]
        for party in account["parties"]
        if party["person_id"]
    }
    for value, pages in values:
        if value in (None, [], {}):
            continue
        labels = set(pages)
        accounts = tuple(
            (account, tuple(_evidence(field, account)))
            for account in engagement["accounts"]
            if _label(account) in labels
        )
        fields = tuple(_fields(field, value))
        found.append(Told(_words(field, value, names, local), accounts, fields))
    return found


def _evidence(field: str, account: Json) -> Iterator[Json]:
    """Yield the words of a page behind a compared field."""
    evidence = account["evidence"]
    if field in ("parties", "host"):
        for party, spans in zip(account["parties"], evidence["parties"], strict=True):
            if field == "parties" or party["role"] == "host":
                yield from spans[:1]
    elif field == "date":
        yield from (*evidence["start"], *evidence["end"])
    elif field != "topics":
        yield from evidence.get(field, ())


def _label(account: Json) -> str:
    document = account["document"]
    return str(document["url"] or document["path"] or document["id"])


def _words(field: str, value: Any, names: Mapping[str, str], local: Manner) -> str:
    if field == "date":
        start, end = _days(value)
        return local.dates(start, end) if start else str(value)
    if field == "place" and isinstance(value, Mapping):
        return place_words(dict(value))
    if isinstance(value, list | tuple):
        return "; ".join(_named(str(each), names) for each in value)
    return str(value).replace("_", " ")


def _named(told: str, names: Mapping[str, str]) -> str:
    """Return "Kim Jong Un, guest" for a person's id, or "Russia, host" for a state's code."""
    who, comma, role = told.partition(", ")
    return f"{names.get(who) or actor_words(who)}{comma}{role}".replace("_", " ")


def _fields(field: str, value: Any) -> list[tuple[str, str]]:
    """Return what a form sets; nothing for what is not set as one value, such as the parties."""
    if field in ("kind", "status", "visit_type"):
        return [(field, str(value))]
    if field == "place" and isinstance(value, Mapping):
        return [(f"place_{name}", value.get(name) or "") for name in ("name", "city", "state")]
    if field == "topics":
        return [(field, ", ".join(map(str, value)))]
    if field == "date":
        start, end = _days(value)
        return [("start", start), ("end", end or "")] if start else []
    return []


def _days(value: Any) -> tuple[str | None, str | None]:
    """Return the days of a date; neither where an account knows but the day of the week."""
    days = [each for each in value if each] if isinstance(value, list | tuple) else [value]
    if not days or not str(days[0])[:1].isdigit():
        return None, None
    return str(days[0]), str(days[1]) if len(days) > 1 and days[1] != days[0] else None
