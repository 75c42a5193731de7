"""Months and days of what is still to come or was moved to another day."""

from __future__ import annotations

import pytest

from reading import not_dated_so

Case = tuple[str, str, list[str]]

CASES: list[Case] = [
    (
        "At the end of last year Chinese Foreign Minister Wang Yi travelled to Egypt.",
        "2025-01-03",
        ["visit held 2024"],
    ),
    (
        "Chinese Foreign Minister Wang Yi plans to visit Egypt later this month.",
        "2025-01-03",
        ["visit planned 2025-01"],
    ),
    (
        "Chinese Foreign Minister Wang Yi is expected to visit Egypt early next month.",
        "2025-01-03",
        ["visit planned 2025-02"],
    ),
    (
        "Egyptian Foreign Minister Badr Abdelatty met Chinese Foreign Minister Wang Yi to prepare"
        " for President Xi Jinping's visit to Egypt in March.",
        "2025-01-10",
        ["visit planned 2025-03", "meeting held None"],
    ),
    (
        "Egyptian Foreign Minister Badr Abdelatty spoke by phone with Chinese Foreign Minister "
        "Wang Yi in advance of the Arab League summit in March.",
        "2025-01-10",
        ["call held None", "summit planned 2025-03"],
    ),
    (
        "The visit of Chinese Foreign Minister Wang Yi to Egypt has been moved from January 12 to"
        " January 20.",
        "2025-01-10",
        ["visit postponed 2025-01-20"],
    ),
    (
        "The postponed visit of Chinese Foreign Minister Wang Yi to Egypt will take place on "
        "January 20.",
        "2025-01-10",
        ["visit planned 2025-01-20"],
    ),
    (
        "The visit of Chinese Foreign Minister Wang Yi to Egypt has been moved from January 12 to"
        " January 20.",
        "2025-01-10",
        ["visit postponed 2025-01-20"],
    ),
    (
        "The visit of Chinese Foreign Minister Wang Yi to Egypt has been rescheduled for January "
        "25.",
        "2025-01-10",
        ["visit postponed 2025-01-25"],
    ),
    (
        "Tanzanian President Samia Suluhu Hassan received Kenyan Foreign Minister Musalia "
        "Mudavadi on Wednesday to prepare for Kenyan President William Ruto's visit to Dar es "
        "Salaam in April.",
        "2024-03-14",
        ["meeting held 2024-03-13", "visit planned 2024-04"],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_days(text: str, published: str, expected: list[str]) -> None:
    assert not_dated_so(text, published, expected) == []
