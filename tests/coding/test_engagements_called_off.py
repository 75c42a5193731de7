"""What was refused, suspended or called off, or never took place."""

from __future__ import annotations

import pytest

from reading import all_told, not_yet, read

CASES = [
    # a visit refused
    (
        "Colombian President Gustavo Petro declined to travel to the United States.",
        "2025-09-30",
        [],
    ),
    # a visit that has not begun
    (
        "North Macedonian Prime Minister Hristijan Mickoski has yet to visit Bulgaria.",
        "2025-09-30",
        [],
    ),
    # "without meeting"
    (
        "US Vice President JD Vance left Munich without meeting German Chancellor Olaf Scholz.",
        "2025-02-15",
        [],
    ),
    # "instead of"
    (
        "Instead of meeting Polish President Andrzej Duda, Ukrainian President Volodymyr "
        "Zelensky addressed the General Assembly.",
        "2023-09-20",
        [],
    ),
    # "would have met"
    not_yet(
        "an inverted conditional is read as planned",
        "Had the summit taken place, Chinese President Xi Jinping would have met Australian "
        "Prime Minister Scott Morrison.",
        "2020-06-20",
        [],
    ),
    # a denial by the noun
    (
        "Russian Foreign Minister Sergei Lavrov ruled out a meeting with Ukrainian Foreign "
        "Minister Andrii Sybiha.",
        "2025-01-15",
        [],
    ),
    # a meeting that fell through
    (
        "Talks between Armenian Prime Minister Nikol Pashinyan and Azerbaijani President Ilham "
        "Aliyev in Granada fell through.",
        "2023-10-05",
        [
            "meeting cancelled: Ilham Aliyev AZE participant; Nikol Pashinyan ARM participant",
        ],
    ),
    # suspended
    (
        "The trip of Israeli Prime Minister Benjamin Netanyahu to Abu Dhabi was delayed.",
        "2021-03-11",
        [
            "visit postponed: ARE host; Benjamin Netanyahu ISR guest",
        ],
    ),
    # "scrapped"
    (
        "Mexican President Andres Manuel Lopez Obrador scrapped a trip to Peru.",
        "2022-12-12",
        [
            "visit cancelled: Andres Manuel Lopez Obrador MEX guest; PER host",
        ],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), CASES)
def test_what_did_not_happen_is_not_held(text: str, published: str, expected: list[str]) -> None:
    assert all_told(read(text, published=published)) == sorted(expected)
