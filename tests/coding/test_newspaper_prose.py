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
    "the pair is two": (
        "French President Emmanuel Macron flew to Kyiv on Monday to see Ukrainian President "
        "Volodymyr Zelensky. The pair then sat down for an hour.",
        [
            "meeting held: Emmanuel Macron FRA guest; Volodymyr Zelensky UKR host",
            "visit held: Emmanuel Macron FRA guest; Volodymyr Zelensky UKR host",
        ],
    ),
    "two men who spend time": (
        "North Korean leader Kim Jong-un held out a hand to South Korean President Moon Jae-in. "
        "The two men spent a hundred minutes in the Peace House on Friday.",
        ["meeting held: Kim Jong-un PRK participant; Moon Jae-in KOR participant"],
    ),
    "his host is whoever is at home there": (
        "Russian President Vladimir Putin waited. Ukrainian President Volodymyr Zelensky called it "
        "a blow. India's Narendra Modi opened the talks in the Kremlin on Tuesday, and told his "
        "host that war was no answer.",
        ["meeting held: Narendra Modi IND guest; Vladimir Putin RUS host"],
    ),
    "a bare surname is whom the page calls so, and a month is no name": (
        "North Korean leader Kim Jong-un smiled. Kim waved. Kim Dae-jung went to Pyongyang in June "
        "2000. In March Kim travelled to Beijing.",
        [
            "visit held: CHN host; Kim Jong-un PRK guest",
            "visit held: Kim Dae-jung KOR guest; PRK host",
        ],
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
