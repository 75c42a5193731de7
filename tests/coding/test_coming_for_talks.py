"""What somebody has come for, who greets and sees off, calls that are received, and visits told of
as done, going on and still to come in one page."""

from __future__ import annotations

import pytest

from reading import all_told, read

PAGE = "2023-06-06"

# (text, every account of it)
TOLD = [
    # a journey of today or yesterday: its talks are to come
    (
        "Prime Minister James Marape of Papua New Guinea travelled to Suva today to attend a "
        "bilateral meeting with Fijian President Wiliame Katonivere.",
        [
            "meeting planned: James Marape PNG guest; Wiliame Katonivere FJI host",
            "visit held: James Marape PNG guest; Wiliame Katonivere FJI host",
        ],
    ),
    # one of last year: they were held
    (
        "Chinese Foreign Minister Wang Yi flew to Nepal in March 2022 to hold talks with Nepalese "
        "Foreign Minister Narayan Khadka.",
        [
            "meeting held: Narayan Khadka NPL host; Wang Yi CHN guest",
            "visit held: Narayan Khadka NPL host; Wang Yi CHN guest",
        ],
    ),
    # greeters on arrival hold no talks, whatever the airfield is called
    (
        "Malaysian Prime Minister Anwar Ibrahim was welcomed on arrival in Hanoi by Vietnamese "
        "Minister Nguyen Manh Hung.",
        ["visit under_way: Anwar Ibrahim MYS guest; VNM host"],
    ),
    # nor does a guard of honour there
    (
        "Papua New Guinea Prime Minister James Marape flew into Suva on Monday. He was received at "
        "Nausori Airport by officials and a guard of honour.",
        ["visit under_way: FJI host; James Marape PNG guest"],
    ),
    # nor do those who see a guest off
    (
        "Bangladeshi Foreign Minister AK Abdul Momen will see Saudi Foreign Minister Faisal bin "
        "Farhan off at the airport.",
        [],
    ),
    # who receives a call is the host
    (
        "Malaysian Prime Minister Anwar Ibrahim received a courtesy call from Chinese Minister "
        "Wang Xiaohong.",
        ["meeting held: Anwar Ibrahim MYS host; Wang Xiaohong CHN guest"],
    ),
    # people who travel hold no office
    ("In 2022 a total of 18,238 New Zealanders visited Malaysia.", []),
    # a noun that only counts the visit
    (
        "Indian Foreign Minister S. Jaishankar arrived in Dhaka. The visit is the second "
        "high-level interaction between the two sides.",
        ["visit under_way: BGD host; S. Jaishankar IND guest"],
    ),
    # arrived, and to begin the next day: one visit
    (
        "Indian Foreign Minister S. Jaishankar arrived in Dhaka on Monday. He said that he was "
        "looking forward to his stay in Dhaka. He will start his visit to Bangladesh on Tuesday.",
        ["visit under_way: BGD host; S. Jaishankar IND guest"],
    ),
    # all of a body's leaders are not the two of the page
    (
        "Fijian Prime Minister Sitiveni Rabuka wrote to Jeremiah Manele, Prime Minister of Solomon "
        "Islands. Fiji hosted the MSG leaders in Suva.",
        ["letter held: Jeremiah Manele SLB recipient; Sitiveni Rabuka FJI sender"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_coming_for_talks(text: str, expected: list[str]) -> None:
    """Each engagement once, with its status and who is host."""
    assert all_told(read(text, published=PAGE)) == expected


# (text, kind, start)
DAYS = [
    # a forum that is yet to take place dates nothing
    (
        "Prime Minister James Marape of Papua New Guinea and Fijian Prime Minister Sitiveni Rabuka "
        "met in Port Moresby ahead of the forum to take place on Monday June 12.",
        "meeting",
        None,
    ),
    # what a building houses it houses on every day
    (
        "New Zealand Foreign Minister Winston Peters arrived at Perdana Putra, which houses the "
        "Prime Minister's Office, on Friday.",
        "visit",
        "2023-06-02",
    ),
    # the day of coming home is not that of the talks
    (
        '"I will meet Fijian President Wiliame Katonivere and return home on Wednesday," said '
        "James Marape, Prime Minister of Papua New Guinea.",
        "meeting",
        None,
    ),
    # a conversation that the page has told of began on its own day
    (
        "South Korean Foreign Minister Yun Byung-se had phone talks with Chinese Foreign Minister "
        "Wang Yi, the ministry said Tuesday. The conversation, arranged at Wang's request, began "
        "at 9:30 p.m. Monday.",
        "call",
        "2023-06-05",
    ),
]


@pytest.mark.parametrize(("text", "kind", "start"), DAYS)
def test_days(text: str, kind: str, start: str | None) -> None:
    """A day goes to the engagement that it is said of."""
    found = [a for a in read(text, published=PAGE).accounts if a.kind.value == kind]
    assert [a.start for a in found] == [start]


def test_this_week_on_a_sunday() -> None:
    """Said on a Sunday of what is to come, "this week" is the one that begins."""
    text = (
        "South Korean Foreign Minister Yun Byung-se and US Secretary of State Rex Tillerson will "
        "hold telephone talks this week, an official said Sunday."
    )
    account = read(text, published="2017-02-05").accounts[0]
    assert (account.status.value, account.start) == ("planned", "2017-02")
