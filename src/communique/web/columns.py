"""An engagement's accounts as columns: a row for each field, and for each thing said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.views.account_fields import FIELDS, Spans, date_spans
from communique.views.comparison import together
from communique.views.locales import Manner
from communique.views.words import actor_words, parties_in_order

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Value:
    """One value that an account gives: its words, what else is told of it, and its spans."""

    words: str
    spans: Spans
    more: str = ""
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """An account of an independent text, and the accounts that repeat it; numbers are from 1."""

    number: int
    id: str
    document: Json
    outlet_state: str | None
    copies: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A field over all columns; ``verdict`` is empty where nothing was compared."""

    name: str
    cells: tuple[tuple[Value, ...], ...]
    verdict: str = ""
    witnesses: int = 0
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A statement over all columns: who said it to whom, how, and who leaves it out.

    ``near`` holds by column what of an account perhaps tells of it in other words.
    """

    speaker: str
    addressee: str | None
    act: str
    cells: tuple[tuple[Value, ...], ...]
    otherwise: tuple[str, ...]
    left_out: tuple[str, ...]
    near: tuple[Value | None, ...]


def columns_of(engagement: Json, compared: Json) -> list[Column]:
    """Return a column for each independent account, with its copies folded under it."""
    told = list(zip(engagement["accounts"], compared["accounts"], strict=True))
    copies: dict[str, list[Json]] = {}
    for account, one in told:
        if not one["independent"]:
            copies.setdefault(account["document"]["copy_of"], []).append(account)
    columns = []
    for account, one in told:
        if one["independent"]:
            own = tuple(copies.pop(account["document"]["id"], ()))
            state = one["outlet_state"]
            columns.append(Column(one["number"], account["id"], account["document"], state, own))
    return columns


def rows_of(
    engagement: Json, compared: Json, columns: Sequence[Column], local: Manner
) -> list[Row]:
    """Return the fields that any of the accounts gives, with their verdicts."""
    accounts = [engagement["accounts"][column.number - 1] for column in columns]
    verdicts = {each["field"]: each for each in compared["fields"]}
    rows = []
    for name in (*(field.name for field in FIELDS), "host"):
        cells = tuple(tuple(_values(name, account, local)) for account in accounts)
        verdict = verdicts.get(name.replace(" ", "_"))
        if name == "host" and (verdict is None or verdict["verdict"] == "agree"):
            continue
        if any(cells) and verdict and len(columns) > 1:
            word = str(verdict["verdict"])
            rows.append(Row(name, cells, word, verdict["witnesses"], verdict["note"]))
        elif any(cells):
            rows.append(Row(name, cells))
    return rows


def lines_of(compared: Json, columns: Sequence[Column]) -> list[Line]:
    """Return what was said, each statement beside itself in the other accounts."""
    lines = []
    numbers = [column.number for column in columns]
    for statement in compared["statements"]:
        first = statement["told"][0]
        cells = tuple(
            tuple(_said(told, first) for told in statement["told"] if told["account"] == n)
            for n in numbers
        )
        near = {each["account"]: each["words"] for each in statement["near"]}
        lines.append(
            Line(
                speaker=_names(first["speaker"]),
                addressee=first["addressee"] and actor_words(first["addressee"]),
                act=first["act"],
                cells=cells,
                otherwise=tuple(map(_outlets, statement["otherwise"])),
                left_out=tuple(map(_outlets, statement["left_out"])),
                near=tuple(
                    Value(near[n]["quote"], [near[n]]) if n in near else None for n in numbers
                ),
            )
        )
    return lines


def _outlets(side: str | None) -> str:
    return f"outlets of {actor_words(side)}" if side else "others"


def _said(told: Json, first: Json) -> Value:
    """Return a statement; of its spans (who, how, what) the one that holds what was said."""
    said = told["content"]
    best = max(told["evidence"], key=lambda one: (one["quote"] == said, len(one["quote"])))
    who = _names(told["speaker"]) if together(told) != together(first) else ""
    how = told["act"] if told["act"] != first["act"] else ""
    return Value(said, [best], " ".join(filter(None, (who, how))))


def _names(speaker: str | Sequence[str]) -> str:
    return ", ".join(map(actor_words, [speaker] if isinstance(speaker, str) else speaker))


def _values(name: str, account: Json, local: Manner) -> Iterator[Value]:
    if name == "date":
        if account["start"] or account["end"]:
            words = local.dates(account["start"], account["end"])
            yield Value(words, date_spans(account), account["date_basis"])
    elif name in ("parties", "host"):
        for party in parties_in_order(account["parties"]):
            if name == "parties" or party["role"] == "host":
                yield _party(party)
    else:
        field = next(field for field in FIELDS if field.name == name)
        for words, spans in field.values(account):
            yield Value(words, spans)


def _party(party: Json) -> Value:
    home = party["state"] or party["organization"]
    name = party["person"] or actor_words(home or "?")
    role = party["role"] if party["role"] != "participant" else None
    more = [actor_words(home) if party["person"] and home else None, party["office"], role]
    words = ", ".join(each for each in more if each)
    return Value(name, party["evidence"], words, party["person_id"])
