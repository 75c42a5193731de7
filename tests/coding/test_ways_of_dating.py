"""The ways in which English dates a contact, one sentence each, read on a page of a known day."""

from __future__ import annotations

import pytest

from reading import not_dated_so

FRIDAY = "2025-05-16"

# Behind "X met Y in Lusaka", on a page of Friday, 16 May 2025.
MET: list[tuple[str, str]] = [
    ("last Friday", "2025-05-09"),
    ("this Wednesday", "2025-05-14"),
    ("on Wednesday last", "2025-05-14"),
    ("last week Tuesday", "2025-05-06"),
    ("on Tuesday last week", "2025-05-06"),
    ("on the 9th of this month", "2025-05-09"),
    ("on the 9th instant", "2025-05-09"),
    ("on the 28th of last month", "2025-04-28"),
    ("three days ago", "2025-05-13"),
    ("the day before yesterday", "2025-05-14"),
    ("two weeks ago", "2025-05"),
    ("two months ago", "2025-03"),
    ("earlier this month", "2025-05"),
    ("at the end of last month", "2025-04"),
    ("in late April", "2025-04"),
    ("in the last days of April", "2025-04"),
    ("in April of last year", "2024-04"),
    ("last November", "2024-11"),
    ("on Thursday evening, May 15", "2025-05-15"),
    ("on the evening of May 13", "2025-05-13"),
    ("on the night of Tuesday", "2025-05-13"),
    ("late on Tuesday night", "2025-05-13"),
    ("on Tuesday (13)", "2025-05-13"),
    ("on Tuesday (May 13, 2025)", "2025-05-13"),
    ("(13.05.2025)", "2025-05-13"),
]

# Behind "X will receive Y in Oslo", on the same day.
TO_MEET: list[tuple[str, str]] = [
    ("next Thursday", "2025-05-22"),
    ("the day after tomorrow", "2025-05-18"),
    ("in ten days' time", "2025-05-26"),
    ("this coming Tuesday", "2025-05-20"),
    ("next week on Wednesday", "2025-05-21"),
    ("on Wednesday next week", "2025-05-21"),
    ("on the 21st", "2025-05-21"),
    ("on Wednesday the 21st", "2025-05-21"),
    ("next month", "2025-06"),
    ("in the first half of June", "2025-06"),
    ("in mid-June", "2025-06"),
    ("by the end of the month", "2025-05"),
    ("before the end of the year", "2025"),
    ("early next year", "2026"),
    ("later today", "2025-05-16"),
    ("on Friday, a spokesman said on Thursday", "2025-05-16"),
]

# Behind the guest's name, on the same day.
VISITS: list[tuple[str, str]] = [
    (
        "is on a state visit to Norway from May 14 through 17",
        "visit under_way 2025-05-14 to 2025-05-17",
    ),
    (
        "is paying a state visit to Norway from the 14th to the 17th of May",
        "visit under_way 2025-05-14 to 2025-05-17",
    ),
    (
        "will visit Norway between 28 May and 2 June",
        "visit planned 2025-05-28 to 2025-06-02",
    ),
    (
        "will visit Norway on 28-30 May 2025",
        "visit planned 2025-05-28 to 2025-05-30",
    ),
    (
        "has been in Norway since Wednesday on a state visit",
        "visit under_way 2025-05-14",
    ),
    (
        "concluded a three-day state visit to Norway on Thursday",
        "visit held 2025-05-13 to 2025-05-15",
    ),
    (
        "left Oslo on Thursday after a three-day state visit to Norway",
        "visit held 2025-05-13 to 2025-05-15",
    ),
    (
        "is due in Oslo on Monday for a state visit",
        "visit planned 2025-05-19",
    ),
    (
        "paid an official visit to Norway from 30 April to 2 May 2025",
        "visit held 2025-04-30 to 2025-05-02",
    ),
    (
        "has cancelled his visit to Norway that was to begin on Monday",
        "visit cancelled 2025-05-19",
    ),
    (
        "has been visiting Norway since Tuesday",
        "visit under_way 2025-05-13",
    ),
    (
        "has been on a state visit to Norway since Tuesday",
        "visit under_way 2025-05-13",
    ),
    (
        "has been in Oslo since Tuesday on a working visit",
        "visit under_way 2025-05-13",
    ),
    (
        "is in Oslo for a three-day visit that began on Tuesday",
        "visit under_way 2025-05-13",
    ),
    (
        "has postponed his visit to Norway, which was due to begin on Monday",
        "visit postponed 2025-05-19",
    ),
    (
        "will not travel to Norway on Monday as planned, his office said on Thursday",
        "visit cancelled 2025-05-19",
    ),
    (
        "wrapped up a two-day visit to Norway on Wednesday, May 14",
        "visit held 2025-05-13",
    ),
    (
        "returned home on Wednesday from a two-day visit to Norway",
        "visit held 2025-05-13",
    ),
    (
        "will leave for Norway tomorrow on a two-day visit",
        "visit planned 2025-05-17",
    ),
    (
        "last visited Norway in 2019",
        "visit held 2019",
    ),
    (
        "visited Norway twice last year",
        "visit held 2024",
    ),
    (
        "visited Norway at the beginning of May",
        "visit held 2025-05",
    ),
    (
        "visited Norway a year ago",
        "visit held 2024",
    ),
    (
        "visited Norway in the autumn of 2024",
        "visit held 2024",
    ),
    (
        "will visit Norway in the third quarter of this year",
        "visit planned 2025",
    ),
    (
        "will visit Norway at the end of the month",
        "visit planned 2025-05",
    ),
    (
        "will visit Norway in the coming days",
        "visit planned None",
    ),
]


@pytest.mark.parametrize(("when", "start"), MET, ids=[when for when, _ in MET])
def test_met(when: str, start: str) -> None:
    text = (
        "Malawian President Lazarus Chakwera met Zambian President Hakainde Hichilema in Lusaka "
        f"{when}."
    )
    assert not_dated_so(text, FRIDAY, [f"meeting held {start}"]) == []


@pytest.mark.parametrize(("when", "start"), TO_MEET, ids=[when for when, _ in TO_MEET])
def test_to_meet(when: str, start: str) -> None:
    text = (
        "Norwegian Prime Minister Jonas Gahr Store will receive Indonesian President Prabowo "
        f"Subianto in Oslo {when}."
    )
    assert not_dated_so(text, FRIDAY, [f"meeting planned {start}"]) == []


@pytest.mark.parametrize(("told", "expected"), VISITS, ids=[told[:50] for told, _ in VISITS])
def test_visits(told: str, expected: str) -> None:
    text = f"Indonesian President Prabowo Subianto {told}."
    assert not_dated_so(text, FRIDAY, [expected]) == []
