"""The words and phrases of one language's times, read from its data file once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from communique.language.dates.forms import FormKind
from communique.language.dates.templates import compile_template

Meaning = str | int

# Slots whose values are figures, the same in every language that writes Arabic numerals.
_FIGURES = {
    "year": r"(?:1[89]|20)\d\d(?!\d|%|,\d{3})",
    "two_digits": r"\d\d(?!\d)",
    "mm": r"(?:0[1-9]|1[0-2]|[1-9])(?!\d)",
    "n": r"(?:0?[1-9]|[12]\d|3[01])(?!\d)",
    "dd": r"(?:0[1-9]|[12]\d|3[01]|[1-9])(?!\d)",
    "hour": r"(?:[01]?\d|2[0-4])(?!\d)",
    "hhmm": r"(?:[01]\d|2[0-3])[0-5]\d(?!\d)",
    "minute": r"[0-5]\d(?!\d)",
    "second": r"[0-5]\d(?!\d)",
    "dash": r"[-‐‑–—]",
}
_COUNT_FIGURES = r"\d{1,3}(?!\d|[.,:]\d|%)"
_ZONE_OFFSET = r"(?:GMT|UTC)[ ]?[+\-−]\d{1,2}(?::?\d{2})?"


@dataclass(frozen=True, slots=True)
class Slot:
    """Words that fill one slot: their pattern, and what each (lower case) means."""

    pattern: str
    values: dict[str, Meaning]
    takes_figures: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of saying a time: what it matches and what it then means."""

    pattern: re.Pattern[str]
    slots: dict[str, str]
    kind: FormKind
    given: dict[str, Meaning]
    after: frozenset[str] | None
    unless: frozenset[str] | None
    before: frozenset[str] | None
    weak: bool
    takes_article: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of one language: phrases by the token they begin with, and the joining words.

    ``by_word`` is keyed by lower-case tokens, ``by_figure`` holds the phrases that begin with a
    number.
    """

    language: str
    slots: dict[str, Slot]
    by_word: dict[str, tuple[Phrase, ...]]
    by_figure: tuple[Phrase, ...]
    joins: dict[str, frozenset[str]]
    lists: dict[str, frozenset[str]]
    articles: frozenset[str]


def _spellings(word: str, table: Mapping[str, Any]) -> list[str]:
    """Give the patterns of a word: as printed, in capitals, with its full stop."""
    stop = r"(?!\w)\.?" if word in table.get("full_stop", ()) else r"(?!\w)"
    spelled = re.escape(word).replace(r"\ ", r"[^\S\n]{1,3}") + stop
    if not table.get("capitalised", False):
        return [f"(?i:{spelled})"]
    upper = re.escape(word.upper()).replace(r"\ ", r"[^\S\n]{1,3}") + stop
    return [spelled] if upper == spelled else [spelled, upper]


def _slot(name: str, table: Mapping[str, Any]) -> Slot:
    words: dict[str, Meaning] = table["words"]
    longest_first = sorted(words, key=len, reverse=True)
    options = [spelled for word in longest_first for spelled in _spellings(word, table)]
    pattern = "(?:" + "|".join(options) + ")" if options else ""
    figures = []
    if suffixes := table.get("suffixes"):
        figures.append(r"\d{1,3}(?:" + "|".join(suffixes) + r")(?!\w)")
    if name == "day":
        figures = [r"(?:0?[1-9]|[12]\d|3[01])(?:" + "|".join(table["suffixes"]) + r")?"]
        figures[0] += r"(?!\w|[.:]\d|,\d{3}(?!\d)|%|-[a-z])"
    elif table.get("digits"):
        figures.append(_COUNT_FIGURES)
    if name == "zone":
        figures.insert(0, _ZONE_OFFSET)
    return Slot(
        "|".join([*figures, *([pattern] if pattern else [])]),
        {word.lower().rstrip("."): value for word, value in words.items()},
        bool(figures) and name != "zone",
    )


def _first_tokens(firsts: frozenset[str], slots: Mapping[str, Slot]) -> tuple[set[str], bool]:
    """Give the lower-case tokens a phrase may begin with, and whether a number may begin it."""
    words, figure = set[str](), False
    for first in firsts:
        name = first.strip("{}")
        if not first.startswith("{"):
            words.add(first)
        elif name in _FIGURES:
            figure = True
        else:
            figure = figure or slots[name].takes_figures
            for word in slots[name].values:
                if token := re.match(r"\w+", word):
                    words.add(token[0])
                    figure = figure or token[0][0].isdigit()
    return words, figure or any(word[0].isdigit() for word in words)


def _phrase(
    row: Mapping[str, Any], slots: Mapping[str, Slot], lists: Mapping[str, frozenset[str]]
) -> tuple[Phrase, frozenset[str]]:
    def slot_pattern(name: str) -> str:
        return _FIGURES[name] if name in _FIGURES else slots[name].pattern

    compiled = compile_template(row["match"], slot_pattern)
    phrase = Phrase(
        pattern=re.compile(compiled.pattern),
        slots=compiled.slots,
        kind=FormKind(row["kind"]),
        given=dict(row.get("set", {})),
        after=lists[row["after"]] if "after" in row else None,
        unless=lists[row["unless"]] if "unless" in row else None,
        before=lists[row["before"]] if "before" in row else None,
        weak=row.get("weak", False),
        takes_article=row.get("the", False),
    )
    return phrase, compiled.firsts


def _read(name: str) -> dict[str, Any]:
    source = files("communique.knowledge").joinpath("dates").joinpath(name)
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """Return the lexicon of a language; raises LookupError where there is no file for it."""
    try:
        data = _read(f"{language}.toml")
    except (FileNotFoundError, OSError) as missing:
        raise LookupError(f"no date grammar for language {language!r}") from missing
    slots = {name: _slot(name, table) for name, table in data["slots"].items()}
    lists = {name: frozenset(words) for name, words in data["lists"].items()}
    by_word: dict[str, list[Phrase]] = {}
    by_figure: list[Phrase] = []
    for row in [*_read("figures.toml")["phrase"], *data["phrase"]]:
        phrase, firsts = _phrase(row, slots, lists)
        words, figure = _first_tokens(firsts, slots)
        for word in words:
            by_word.setdefault(word, []).append(phrase)
        if figure:
            by_figure.append(phrase)
    return Lexicon(
        language=data["language"],
        slots=slots,
        by_word={word: tuple(phrases) for word, phrases in by_word.items()},
        by_figure=tuple(by_figure),
        joins={name: frozenset(words) for name, words in data["joins"].items()},
        lists=lists,
        articles=frozenset(data["articles"]),
    )


@cache
def festivals() -> dict[str, dict[str, Any]]:
    """Return the table of feasts: their days by name, as ``festivals.toml`` gives them."""
    return _read("festivals.toml")
