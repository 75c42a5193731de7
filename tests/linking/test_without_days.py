"""Accounts that no day places: joined where the whole of them speaks for it, else left apart.

The same two people meet in the same state year after year; a page without a date that mentions
such a thing in passing does not tell which time it was.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from communique.model import Place
from communique.record import Record
from record.made_readings import account, page, reading

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
