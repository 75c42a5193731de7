"""Turns by which newspapers tell of engagements: persons in other words, time spent, what was."""

from __future__ import annotations

import pytest

from reading import all_told, read

PAGES = {
    "the premier is the prime minister that the page has named": (
        "Czech Prime Minister Petr Fiala met Austrian Chancellor Karl Nehammer in Vienna on "
        "Monday. Slovak Prime Minister Robert Fico was not there. On Tuesday the premier visited "
        "Budapest.",
        [
            "meeting held: Karl Nehammer AUT host; Petr Fiala CZE guest",
            "visit held: HUN host; Robert Fico SVK guest",
        ],
    ),
    "the leader of a state is whom the page has named": (
        "Ethiopia's Abiy Ahmed met Somali President Hassan Sheikh Mohamud in Mogadishu on "
        "Thursday. The premier spoke of brotherly peoples. Later the Somali leader flew to Cairo.",
        [
            "meeting held: Abiy Ahmed ETH guest; Hassan Sheikh Mohamud SOM host",
            "visit held: EGY host; Hassan Sheikh Mohamud SOM guest",
        ],
    ),
    "a count of days opens the sentence": (
        "Three days later French President Emmanuel Macron received German Chancellor Olaf Scholz "
        "in Paris.",
        ["meeting held: Emmanuel Macron FRA host; Olaf Scholz DEU guest"],
    ),
    "hours with somebody": (
        "US envoy Steve Witkoff spent more than four hours with Russian President Vladimir Putin "
        "on Friday.",
        ["meeting held: Steve Witkoff USA participant; Vladimir Putin RUS participant"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), PAGES.values(), ids=PAGES)
def test_a_turn_is_read(body: str, expected: list[str]) -> None:
    assert all_told(read(body, published="2024-07-10")) == expected
