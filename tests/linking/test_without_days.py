"""Accounts that no day places: joined where the whole of them speaks for it, else left apart.

The same two people meet in the same state year after year; a page without a date that mentions
such a thing in passing does not tell which time it was.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from communique.model import Place
from communique.record import Record
from record.made_readings import account, invitation, page, reading

NORWAY, OSLO = Place("Norway", None, "NOR"), Place("Oslo", "Oslo", "NOR")
VISIT = ("visit", "guest:Ada Obi/NGA", "host:NOR")
VISIT_TO_HIM = ("visit", "guest:Ada Obi/NGA", "host:Jon Dahl/NOR")
TALKS = ("meeting", "guest:Ada Obi/NGA", "host:Jon Dahl/NOR")
OF_STATES = ("meeting", "guest:NGA", "host:NOR")
LETTER = ("letter", "sender:Ada Obi/NGA", "recipient:Jon Dahl/NOR")
CARRIED = ("letter", "sender:Eze Ike/NGA", "envoy:Ada Obi/NGA", "recipient:Jon Dahl/NOR")

Told = tuple[str | None, tuple[str, ...], dict[str, Any]]

# What two pages tell (date of the page, what, values), and whether that is one engagement.
CASES: dict[str, tuple[Told, Told, bool]] = {
    "a guest and a state": (
        ("2023-05-04", VISIT, {"start": "2023-05-03", "place": NORWAY}),
        (None, VISIT, {"main": False, "place": NORWAY}),
        False,
    ),
    "a guest, a host and a city": (
        ("2023-05-04", VISIT_TO_HIM, {"start": "2023-05-03", "place": OSLO}),
        (None, VISIT_TO_HIM, {"main": False, "place": OSLO}),
        True,
    ),
    "two states": (
        ("2023-05-04", OF_STATES, {"main": False, "place": OSLO}),
        (None, OF_STATES, {"topics": ["trade"]}),
        False,
    ),
    "talks in two states": (
        ("2023-05-04", TALKS, {"start": "2023-05-03", "place": OSLO}),
        (None, TALKS, {"main": False, "place": Place("Abuja", "Abuja", "NGA")}),
        False,
    ),
    "a letter, and one that its sender carried for another": (
        ("2023-05-04", CARRIED, {"start": "2023-05-03"}),
        ("2023-05-04", LETTER, {"start": "2023-05-03"}),
        False,
    ),
    "a visit under way a year after another": (
        ("2022-09-24", VISIT_TO_HIM, {"main": False, "place": OSLO}),
        ("2023-09-24", VISIT_TO_HIM, {"main": False, "place": OSLO, "status": "under_way"}),
        False,
    ),
    "a visit that a page recalls from another city": (
        (
            "2023-07-22",
            VISIT_TO_HIM,
            {"main": False, "place": Place("Bergen", "Bergen", "NOR"), "status": "under_way"},
        ),
        ("2023-09-28", VISIT_TO_HIM, {"main": False, "place": OSLO}),
        False,
    ),
    "a visit under way as a page of the week before has it too": (
        (
            "2023-09-20",
            VISIT_TO_HIM,
            {"main": False, "place": OSLO, "status": "under_way"},
        ),
        ("2023-09-24", VISIT_TO_HIM, {"main": False, "place": OSLO, "status": "under_way"}),
        True,
    ),
}


@pytest.mark.parametrize(("one", "other", "joined"), CASES.values(), ids=CASES)
def test_what_no_day_places(tmp_path: Path, one: Told, other: Told, joined: bool) -> None:
    for number, order in enumerate(([one, other], [other, one])):
        with Record.open(tmp_path / f"{number}.db") as record:
            for date, what, values in order:
                name = "a" if (date, what, values) == one else "b"
                document = page(name, date)
                record.keep(reading(document, account(document, *what, **values)))
            assert len(list(record.engagements())) == (1 if joined else 2)


@pytest.mark.parametrize(
    ("due", "joined"),
    [("2024-12", True), ("2025-05-09", False), (None, True)],
    ids=["the month in which the visit was made", "a day months later", "no day"],
)
def test_an_invitation_dates_the_visit_that_was_accepted(
    tmp_path: Path, due: str | None, joined: bool
) -> None:
    """Who accepts in November for 9 May and comes in December for other talks comes twice."""
    accepted = page("accepted", "2024-11-27")
    visit = account(accepted, *VISIT_TO_HIM, status="planned", place=OSLO)
    asked = invitation(accepted, "Jon Dahl", "Ada Obi", "extended", "accepted", due=due)
    talks = account(accepted, "meeting", "Ada Obi/NGA", "Li Wu/CHN", main=False)
    talks = replace(talks, commitments=(asked,))
    made = page("made", "2024-12-23")
    held = account(made, *VISIT_TO_HIM, start="2024-12-22", place=OSLO)
    for order in ((0, 1), (1, 0)):
        readings = (reading(accepted, visit, talks), reading(made, held))
        with Record.open(tmp_path / f"{order[0]}.db") as record:
            for number in order:
                record.keep(readings[number])
            visits = list(record.engagements(kind="visit"))
            assert len(visits) == (1 if joined else 2)
            if not joined:
                assert [visit.earliest for visit in visits] == ["2024-12-22", due]
