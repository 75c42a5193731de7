"""Talks that programmes announce: on whose agenda they are, what ends a tour, what follows what.

Ministries and agencies tell a guest's programme in such words everywhere; itineraries of foreign
ministers have them meet "the leaders of" all states of the tour.
"""

from __future__ import annotations

import re

import pytest

from reading import all_told, read

RUTO, STUBB, ORPO = "William Ruto KEN", "Alexander Stubb FIN", "Petteri Orpo FIN"

CASES = [
    (
        "Kenyan President William Ruto is expected to hold talks with Finnish President Alexander "
        "Stubb on Friday, meet Prime Minister Petteri Orpo and address parliament.",
        [f"meeting planned: {STUBB} participant; {RUTO} participant",
         f"meeting planned: {ORPO} participant; {RUTO} participant"],
    ),
    (
        "Kenyan President William Ruto will be received by President Alexander Stubb of Finland, "
        "followed by a meeting with Prime Minister Petteri Orpo.",
        [f"meeting planned: {STUBB} host; {RUTO} guest",
         f"meeting planned: {ORPO} participant; {RUTO} participant"],
    ),
    (
        "On the agenda of Kenyan President William Ruto are meetings with President Alexander "
        "Stubb of Finland and Prime Minister Petteri Orpo.",
        [f"meeting planned: {STUBB} participant; {RUTO} participant",
         f"meeting planned: {ORPO} participant; {RUTO} participant"],
    ),
    (
        "Meetings with President Alexander Stubb of Finland and Prime Minister Petteri Orpo are "
        "scheduled for Kenyan President William Ruto.",
        [f"meeting planned: {STUBB} participant; {RUTO} participant",
         f"meeting planned: {ORPO} participant; {RUTO} participant"],
    ),
    (
        "The tour of Kenyan President William Ruto will end with a meeting with Finnish President "
        "Alexander Stubb.",
        [f"meeting planned: {STUBB} participant; {RUTO} participant"],
    ),
    (
        "The visit of Kenyan President William Ruto to Finland includes a wreath-laying, talks "
        "with President Alexander Stubb and a state dinner.",
        [f"meeting planned: {STUBB} host; {RUTO} guest",
         f"visit planned: {STUBB} host; {RUTO} guest"],
    ),
    # one session with several
    (
        "Japanese Foreign Minister Toshimitsu Motegi will hold a meeting with his Australian and "
        "Indian counterparts.",
        ["summit planned: AUS participant; IND participant; Toshimitsu Motegi JPN participant"],
    ),
    # how one stands to a state is nobody of that state
    (
        "Iranian President Mahmoud Ahmadinejad and Venezuelan President Hugo Chavez, two "
        "outspoken anti-American leaders, will meet.",
        ["meeting planned: Hugo Chavez VEN participant; Mahmoud Ahmadinejad IRN participant"],
    ),
    # greeters at the airport are nobody, also in the clause behind
    (
        "Zambian President Hakainde Hichilema landed at the airport and was met by Rwandan "
        "President Paul Kagame.",
        ["visit under_way: Hakainde Hichilema ZMB guest; RWA host"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_announced(text: str, expected: list[str]) -> None:
    """Who holds the talks stands with the agenda, the tour or what went before.

    Who of them is host is told elsewhere.
    """
    assert _met(all_told(read(text, published="2025-05-14"))) == _met(expected)


def _met(told: list[str]) -> list[str]:
    """The lines of a reading without roles."""
    return sorted(re.sub(r" (?:participant|host|guest)\b", "", line) for line in told)


def test_leaders_at_home() -> None:
    """Leaders of all states of a tour are met each at home, and at no one table."""
    page = read(
        "Finnish President Alexander Stubb will visit Kenya and Rwanda from May 20 to 24. He will "
        "meet the leaders of Kenya and Rwanda.",
        published="2025-05-14",
    )
    assert [t for t in all_told(page) if t.startswith("meeting")] == [
        "meeting planned: Alexander Stubb FIN guest; KEN host",
        "meeting planned: Alexander Stubb FIN guest; RWA host",
    ]


def test_a_day_told_by_a_pronoun() -> None:
    """ "It will be held on July 16" dates the talks of the sentence before."""
    page = read(
        "The highlight of the trip will be the first meeting between US President Donald Trump and "
        "Russian President Vladimir Putin. It will be held on July 16 in Helsinki.",
        published="2018-07-10",
    )
    assert [a.start for a in page.accounts] == ["2018-07-16"]


def test_the_visit_that_went_before() -> None:
    """ "Follows a visit by X in June": the time is of the earlier visit, X its guest."""
    page = read(
        "Zambian President Edgar Lungu arrived in Rwanda on Tuesday. His visit follows a two-day "
        "visit to Zambia by President Paul Kagame of Rwanda in June last year.",
        published="2018-02-21",
    )
    told = {(a.status.value, a.start) for a in page.accounts}
    assert told == {("under_way", "2018-02-20"), ("held", "2017-06")}
