"""Schedules: lines without a verb, below whose schedule it is."""

from __future__ import annotations

from reading import all_told, read


def test_a_line_without_a_verb_is_of_whose_schedule_it_is() -> None:
    reading = read(
        "President Maia Sandu of Moldova\n\nTuesday, 8 July\n\n"
        "10:00 Meeting with Romanian Prime Minister Ilie Bolojan",
        title="Schedule of the President",
        published="2025-07-08",
    )
    assert all_told(reading) == [
        "meeting planned: Ilie Bolojan ROU participant; Maia Sandu MDA participant"
    ]
    assert reading.accounts[0].start == "2025-07-08"


def test_a_line_may_begin_with_its_day() -> None:
    reading = read(
        "Monday 14 July: Talks with Latvian Foreign Minister Baiba Braže in Vilnius",
        title="Lithuanian Foreign Minister Kęstutis Budrys's diary",
        published="2025-07-08",
    )
    assert all_told(reading) == ["meeting planned: Baiba Braže LVA guest; Kęstutis Budrys LTU host"]
    assert reading.accounts[0].start == "2025-07-14"


def test_what_a_schedule_tells_as_past_was_held() -> None:
    reading = read(
        "Estonian President Alar Karis met Finnish President Alexander Stubb on Friday.",
        title="The President's programme",
        published="2025-07-08",
    )
    assert [account.status.value for account in reading.accounts] == ["held"]
