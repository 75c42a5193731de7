"""Several engagements of one verb, each with its own day: "met X on Friday, Y on Saturday"."""

from __future__ import annotations

import pytest

from reading import not_dated_so

Case = tuple[str, str, list[str]]

CASES: list[Case] = [
    (
        "Polish President Andrzej Duda met Slovak President Zuzana Caputova on Friday and "
        "Lithuanian President Gitanas Nauseda on Saturday.",
        "2024-03-18",
        ["meeting held 2024-03-15", "meeting held 2024-03-16"],
    ),
    (
        "On Friday, Polish President Andrzej Duda met Slovak President Zuzana Caputova and, on "
        "Saturday, Lithuanian President Gitanas Nauseda.",
        "2024-03-18",
        ["meeting held 2024-03-15", "meeting held 2024-03-16"],
    ),
    (
        "Polish President Andrzej Duda met Slovak President Zuzana Caputova in Bratislava and "
        "Lithuanian President Gitanas Nauseda in Vilnius.",
        "2024-03-18",
        ["meeting held None", "meeting held None"],
    ),
    (
        "Polish President Andrzej Duda held talks with President Zuzana Caputova in Bratislava on"
        " Friday and with President Petr Pavel in Prague on Saturday.",
        "2024-03-18",
        ["meeting held 2024-03-15", "meeting held 2024-03-16"],
    ),
    (
        "Polish President Andrzej Duda will meet Slovak President Zuzana Caputova on Wednesday "
        "and Prime Minister Robert Fico on Thursday.",
        "2024-03-18",
        ["meeting planned 2024-03-20", "meeting planned 2024-03-21"],
    ),
    (
        "Polish Foreign Minister Radoslaw Sikorski will travel to Ghana on Monday, Togo on "
        "Tuesday and Benin on Thursday.",
        "2024-03-18",
        ["visit planned 2024-03-18", "visit planned 2024-03-19", "visit planned 2024-03-21"],
    ),
    (
        "Polish Foreign Minister Radoslaw Sikorski spoke by phone with Turkish Foreign Minister "
        "Hakan Fidan on Friday and French Foreign Minister Stephane Sejourne on Sunday.",
        "2024-03-18",
        ["call held 2024-03-15", "call held 2024-03-17"],
    ),
    (
        "Polish Foreign Minister Radoslaw Sikorski visited Ghana on 5 March and Togo on 7 March.",
        "2024-03-18",
        ["visit held 2024-03-05", "visit held 2024-03-07"],
    ),
    (
        "Polish Foreign Minister Radoslaw Sikorski met Turkish Foreign Minister Hakan Fidan and "
        "French Foreign Minister Stephane Sejourne in Warsaw on Friday.",
        "2024-03-18",
        ["summit held 2024-03-15"],
    ),
    (
        "Polish Foreign Minister Radoslaw Sikorski was received by President Zuzana Caputova on "
        "Friday and by Prime Minister Robert Fico on Saturday in Bratislava.",
        "2024-03-18",
        ["meeting held 2024-03-15", "meeting held 2024-03-16"],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_days(text: str, published: str, expected: list[str]) -> None:
    assert not_dated_so(text, published, expected) == []
