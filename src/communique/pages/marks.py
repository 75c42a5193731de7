"""What this room knows before it reads: the data files under ``knowledge/pages``, loaded once.

Words in these files are weak signs beside the look of a block; every list may be empty and pages
are still read.
"""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

_FOLDER = files("communique") / "knowledge" / "pages"


class Effect(StrEnum):
    """What a marker word says of the lines at and after it."""

    STOP = "stop"
    LIST = "list"
    SKIP = "skip"
    HINT = "hint"
    PROMPT = "prompt"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One row of ``outlets.csv``; ``order`` is ``day``, ``month`` or empty where not known."""

    name: str
    marks: tuple[str, ...]
    domains: tuple[str, ...]
    state: str
    kind: str
    order: str


def folded(text: str) -> str:
    """Give ``text`` without accents and case, for comparing names."""
    if text.isascii():
        return text.casefold()
    text = text.replace("đ", "d").replace("Đ", "d").replace("’", "'")
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold()


def rows(name: str) -> list[dict[str, str]]:
    """Read one CSV file of this room's knowledge; raises FileNotFoundError where it is absent."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def chrome() -> dict[str, dict[str, Effect]]:
    """Marker words by shape (``whole``, ``start``, ``anywhere``), then by the words."""
    table: dict[str, dict[str, Effect]] = {
        "whole": {},
        "start": {},
        "anywhere": {},
        "tail": {},
    }
    for row in rows("chrome.csv"):
        table[row["shape"]][row["phrase"].casefold()] = Effect(row["effect"])
    return table


@cache
def phrases_by_word() -> dict[str, tuple[tuple[str, Effect], ...]]:
    """The markers that may stand anywhere in a line, each under its longest word."""
    table: dict[str, list[tuple[str, Effect]]] = {}
    for phrase, effect in chrome()["anywhere"].items():
        table.setdefault(max(phrase.split(), key=len), []).append((phrase, effect))
    return {word: tuple(found) for word, found in table.items()}


@cache
def end_marks() -> tuple[tuple[str, ...], frozenset[str]]:
    """Marks that close an article: those at the tail of a paragraph, and those on a line alone."""
    tail = [r["mark"].casefold() for r in rows("end_marks.csv") if r["where"] != "alone"]
    alone = frozenset(
        r["mark"].casefold() for r in rows("end_marks.csv") if r["where"] != "tail"
    ) | {mark for mark in tail if "." in mark or "#" in mark}
    return tuple(sorted(tail, key=len, reverse=True)), alone


@cache
def credit_words(kind: str) -> tuple[str, ...]:
    """Words that open a credit of this kind (``byline``, ``source``, ``photo``, ``agency``)."""
    found = {r["word"].casefold() for r in rows("credits.csv") if r["credits"] == kind}
    return tuple(sorted(found, key=lambda w: (-len(w), w)))


@cache
def outlets() -> tuple[Outlet, ...]:
    """All rows of ``outlets.csv``."""
    return tuple(
        Outlet(
            row["name"],
            tuple(filter(None, row["marks"].split("|"))),
            tuple(filter(None, row["domain"].split("|"))),
            row["state"],
            row["kind"],
            row["order"],
        )
        for row in rows("outlets.csv")
    )


@cache
def outlets_by_mark() -> dict[str, Outlet]:
    """Outlets by each of their marks, as printed or in capitals."""
    table: dict[str, Outlet] = {}
    for outlet in outlets():
        for mark in (outlet.name, *outlet.marks):
            table.setdefault(mark, outlet)
            table.setdefault(mark.upper(), outlet)
    return table


@cache
def months() -> dict[str, int]:
    """Month numbers by name, casefolded, in every language of the file."""
    return {row["name"].casefold(): int(row["month"]) for row in rows("months.csv")}


@cache
def hijri_months() -> tuple[str, ...]:
    """Names of the months of the Hijri calendar, as agencies print them in datelines."""
    return tuple(row["name"] for row in rows("hijri_months.csv"))


@cache
def weekdays() -> dict[str, int]:
    """ISO weekday numbers by English name, casefolded."""
    return {row["name"].casefold(): int(row["weekday"]) for row in rows("weekdays.csv")}


@cache
def stamp_words() -> dict[str, str]:
    """Words that stand in date stamps, casefolded, and what each is."""
    return {row["word"].casefold(): row["kind"] for row in rows("stamp_words.csv")}


@cache
def month_first_endings() -> frozenset[str]:
    """Ends of internet domains whose outlets write the month first."""
    return frozenset(row["domain_ending"] for row in rows("month_first.csv"))


@cache
def mixed_order_endings() -> frozenset[str]:
    """Ends of internet domains that say nothing about the order of day and month."""
    return frozenset(row["domain_ending"] for row in rows("mixed_order.csv"))


@cache
def function_words(language: str = "en") -> frozenset[str]:
    """The small words of a language that running prose is full of; empty where not listed."""
    for row in rows("function_words.csv"):
        if row["language"] == language:
            return frozenset(row["words"].split())
    return frozenset()


@cache
def labels() -> frozenset[str]:
    """Labels before a page's parts where somebody stored it by fields ("Title: ...")."""
    return frozenset(row["label"].casefold() for row in rows("labels.csv"))


@cache
def name_particles() -> frozenset[str]:
    """Small words that stand inside names of persons and places ("van", "de")."""
    return frozenset((_FOLDER / "name_particles.txt").read_text(encoding="utf-8").split())


@cache
def talk_words(person: str) -> frozenset[str]:
    """Words in which somebody speaks of himself (``first``) or to the reader (``second``)."""
    return frozenset(row["word"] for row in rows("talk_words.csv") if row["person"] == person)


@cache
def dateline_places() -> frozenset[str]:
    """Cities that stand in datelines, folded."""
    text = (_FOLDER / "dateline_places.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return frozenset(folded(name) for line in lines for name in line.split("|"))
