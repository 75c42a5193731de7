"""Diaries: the day that stands over what takes place on it, and the place that opens an item."""

from __future__ import annotations

from communique.model import Account
from reading import all_told, read

WEEK = (
    "Monday, November 11\n\nQatari Emir Sheikh Tamim bin Hamad Al Thani hosts Iraqi President "
    "Abdul Latif Rashid.\n\nTuesday, November 12\n\nBahraini Foreign Minister Abdullatif Al Zayani "
    "visits Jordan (to November 14).\n\nWednesday, November 13\n\nGCC leaders meet in Kuwait City."
)


def lines(accounts: tuple[Account, ...]) -> list[str]:
    return sorted(f"{a.kind.value} {a.status.value} {a.start} {a.end} {a.main}" for a in accounts)


def test_the_day_over_an_item_is_its_day_and_all_are_the_page_s_news() -> None:
    assert lines(read(WEEK, published="2024-11-10", title="The week ahead").accounts) == [
        "meeting planned 2024-11-11 2024-11-11 True",
        "summit planned 2024-11-13 2024-11-13 True",
        "visit planned 2024-11-12 2024-11-14 True",
    ]


def test_a_week_looked_back_on_was_held() -> None:
    text = (
        "Monday 4 November\n\nKenyan President William Ruto hosted Ugandan President Yoweri "
        "Museveni.\n\nWednesday 6 November\n\nRuto flew to Kigali."
    )
    assert lines(read(text, published="2024-11-10", title="The week in review").accounts) == [
        "meeting held 2024-11-04 2024-11-04 True",
        "visit held 2024-11-06 2024-11-06 False",
    ]


def test_a_day_of_its_own_stays() -> None:
    text = WEEK.replace("visits Jordan", "visits Jordan on November 16")
    assert "visit planned 2024-11-16 2024-11-16 True" in lines(
        read(text, published="2024-11-10", title="The week ahead").accounts
    )


def test_the_last_day_of_a_visit_is_not_its_first() -> None:
    text = WEEK.replace("(to November 14)", "(Final day)")
    assert "visit planned None None True" in lines(
        read(text, published="2024-11-10", title="The week ahead").accounts
    )


def test_an_item_is_where_it_opens() -> None:
    text = (
        "Thu 14\n\nLima. Xi Jinping lands for a state visit.\n\nFri 15\n\nLima. Dina Boluarte talks"
        " to Justin Trudeau."
    )
    reading = read(text, published="2024-11-10", title="The diary")
    assert all_told(reading) == [
        "meeting planned: Dina Boluarte PER host; Justin Trudeau CAN guest",
        "visit planned: PER host; Xi Jinping CHN guest",
    ]


def test_one_day_on_a_line_of_its_own_makes_no_diary() -> None:
    text = (
        "Kenyan President William Ruto met Ugandan President Yoweri Museveni.\n\n"
        "Tuesday, November 12\n\nZambian President Hakainde Hichilema meets Malawian President "
        "Lazarus Chakwera."
    )
    assert {a.start for a in read(text, published="2024-11-10", title="News").accounts} == {None}


def test_the_last_day_in_brackets_also_elsewhere() -> None:
    text = (
        "Danish Foreign Minister Lars Lokke Rasmussen will pay a visit to Ghana from 3 December."
        " Finnish President Alexander Stubb pays a state visit to Chile (until 6 December)."
    )
    ended = [a.start for a in read(text, published="2024-11-10").accounts]
    assert "2024-12-06" not in ended
