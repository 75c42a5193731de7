"""The data files of this room: their columns, their allowed values, no row twice."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from communique.pages import marks

FOLDER = files("communique") / "knowledge" / "pages"
NAMED = r"\S.*"
STATE = r"[A-Z]{3}"

# For each file: its columns with the pattern that every cell matches, and what must be unique.
TABLES: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "chrome.csv": (
        {
            "phrase": NAMED,
            "shape": "whole|start|anywhere|tail",
            "effect": "stop|list|skip|hint|prompt",
        },
        ("phrase", "shape"),
    ),
    "credits.csv": (
        {
            "word": NAMED,
            "credits": "byline|byline_bare|source|photo|agency|outlet|masthead|role|tag",
        },
        ("word", "credits"),
    ),
    "end_marks.csv": ({"mark": NAMED, "where": "tail|alone|both"}, ("mark",)),
    "function_words.csv": ({"language": "[a-z]{2}|other", "words": r"[^,]+"}, ("language",)),
    "hijri_months.csv": ({"name": NAMED}, ("name",)),
    "labels.csv": ({"label": NAMED}, ("label",)),
    "mixed_order.csv": (
        {"state": STATE, "domain_ending": "[a-z]{2}", "note": NAMED},
        ("domain_ending",),
    ),
    "month_first.csv": (
        {"state": STATE, "domain_ending": "[a-z]{2,3}", "note": NAMED},
        ("domain_ending",),
    ),
    "months.csv": (
        {"language": "[a-z]{2}", "name": NAMED, "month": r"1[0-2]|[1-9]"},
        ("language", "name"),
    ),
    "outlets.csv": (
        {
            "name": NAMED,
            "marks": NAMED,
            "domain": r"[\w.|-]*",
            "state": f"(?:{STATE})?",
            "kind": "agency|newspaper|broadcaster|government|presidency|ministry|aggregator"
            "|organization",
            "order": "(?:day|month)?",
        },
        ("name",),
    ),
    "owners.csv": ({"name": NAMED, "owner": "office|state|public|organization|press"}, ("name",)),
    "stamp_words.csv": (
        {"word": NAMED, "kind": "published|updated|filler|zone|ago|day|month"},
        ("word",),
    ),
    "talk_words.csv": ({"word": NAMED, "person": "first|second"}, ("word",)),
    "weekdays.csv": ({"name": NAMED, "weekday": "[1-7]"}, ("name",)),
}


def test_every_table_is_described() -> None:
    present = {entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".csv")}
    assert present == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_table(name: str) -> None:
    columns, unique = TABLES[name]
    rows = marks.rows(name)
    assert rows
    for row in rows:
        assert list(row) == list(columns), row
        for column, pattern in columns.items():
            assert re.fullmatch(pattern, row[column]), (column, row)
    keys = [tuple(row[column].casefold() for column in unique) for row in rows]
    twice = {key for key in keys if keys.count(key) > 1}
    assert not twice


def test_month_names_of_one_spelling_agree_across_languages() -> None:
    told: dict[str, str] = {}
    for row in marks.rows("months.csv"):
        assert told.setdefault(row["name"], row["month"]) == row["month"]


def test_no_two_outlets_share_a_mark_or_a_domain() -> None:
    seen: dict[str, str] = {}
    for outlet in marks.outlets():
        for sign in (*outlet.marks, *outlet.domains):
            assert seen.setdefault(sign, outlet.name) == outlet.name, sign


@pytest.mark.parametrize("name", ["dateline_places.txt", "name_particles.txt"])
def test_list_holds_nothing_twice(name: str) -> None:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line and not line.startswith("#")]
    assert len(kept) == len(set(kept))
    assert all(line == line.strip() for line in kept)
