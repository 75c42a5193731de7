"""Captions show what took place, in the present tense or without a verb."""

from __future__ import annotations

import pytest

from reading import all_told, read

CASES = [
    (
        "French President Emmanuel Macron (L) shakes hands with Egyptian President Abdel Fattah "
        "al-Sisi (R) in Cairo on Monday.",
        ["meeting held: Abdel Fattah al-Sisi EGY host; Emmanuel Macron FRA guest"],
        "2025-07-07",
    ),
    (
        "German Chancellor Friedrich Merz, left, and Italian Prime Minister Giorgia Meloni shake "
        "hands in Rome, Monday, July 7, 2025.",
        ["meeting held: Friedrich Merz DEU guest; Giorgia Meloni ITA host"],
        "2025-07-07",
    ),
    (
        "South African President Cyril Ramaphosa (right) and Irish Taoiseach Micheál Martin in "
        "Pretoria on Friday.",
        ["meeting held: Cyril Ramaphosa ZAF host; Micheál Martin IRL guest"],
        "2025-07-04",
    ),
]


@pytest.mark.parametrize(("text", "expected", "day"), CASES)
def test_a_picture_shows_a_meeting(text: str, expected: list[str], day: str) -> None:
    reading = read(text, published="2025-07-08")
    assert all_told(reading) == expected
    assert [account.start for account in reading.accounts] == [day]


def test_two_of_one_side_in_a_picture_hold_no_meeting() -> None:
    text = "Irish Taoiseach Micheál Martin (L) with Irish President Michael D. Higgins in Dublin."
    assert all_told(read(text)) == []
