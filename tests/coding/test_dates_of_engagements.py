"""When an engagement took place: which dates of a page are its own, and what they come to."""

from __future__ import annotations

import pytest

from reading import read

Case = tuple[str, str, str, str | None, str | None, str]

CASES = [
    # (text, published, kind, start, end, basis)
    # a full date
    ("Estonian Prime Minister Kaja Kallas met Latvian President Edgars Rinkevics on 12 July 2023.",
     "2023-07-20", "meeting", "2023-07-12", "2023-07-12", "explicit"),
    # the week, and the day in it
    ("Estonian Prime Minister Kaja Kallas met Latvian President Edgars Rinkevics earlier this "
     "week, on Wednesday, July 12, 2023.",
     "2023-07-14", "meeting", "2023-07-12", "2023-07-12", "explicit"),
    # a day and month, the year from the page's date
    ("Estonian Prime Minister Kaja Kallas met Latvian President Edgars Rinkevics on July 12.",
     "2023-07-20", "meeting", "2023-07-12", "2023-07-12", "resolved"),
    # a span of years is what is spoken of, not when
    ("Swedish Foreign Minister Tobias Billstrom and his Finnish counterpart, Elina Valtonen, "
     "discussed in a phone conversation on Monday cooperation between Stockholm and Helsinki. "
     "\"The parties discussed the programme for 2023-2024,\" the ministry said.",
     "2023-09-06", "call", "2023-09-04", "2023-09-04", "resolved"),
    ("Prime minister from 1992 to 1999, Sitiveni Rabuka of Fiji visited New Zealand in 1998.",
     "2023-06-06", "visit", "1998", "1998", "explicit"),
    # a weekday behind: the last one
    ("Swedish Foreign Minister Tobias Billstrom met his Finnish counterpart Elina Valtonen on "
     "Monday.",
     "2023-09-06", "meeting", "2023-09-04", "2023-09-04", "resolved"),
    # a weekday ahead: the next one
    ("Swedish Foreign Minister Tobias Billstrom will meet his Finnish counterpart Elina Valtonen "
     "on Monday.",
     "2023-09-06", "meeting", "2023-09-11", "2023-09-11", "resolved"),
    # a weekday that is the page's own day
    ("Swedish Foreign Minister Tobias Billstrom met his Finnish counterpart Elina Valtonen on "
     "Wednesday.",
     "2023-09-06", "meeting", "2023-09-06", "2023-09-06", "resolved"),
    ("Peruvian President Dina Boluarte spoke by phone with Bolivian President Luis Arce yesterday.",
     "2024-03-01", "call", "2024-02-29", "2024-02-29", "resolved"),
    ("Peruvian President Dina Boluarte spoke by phone with Bolivian President Luis Arce today.",
     "2024-03-01", "call", "2024-03-01", "2024-03-01", "resolved"),
    # nothing said: the page's date dates nothing
    ("Peruvian President Dina Boluarte spoke by phone with Bolivian President Luis Arce.",
     "2024-03-01", "call", None, None, "published"),
    # neither the page nor the sentence
    ("Peruvian President Dina Boluarte spoke by phone with Bolivian President Luis Arce.",
     None, "call", None, None, "unknown"),
    # a month alone
    ("Zambian President Hakainde Hichilema visited China in September 2023.",
     "2024-01-10", "visit", "2023-09", "2023-09", "explicit"),
    # a span of days, month first
    ("Zambian President Hakainde Hichilema paid a state visit to China from September 10 to 16, "
     "2023.",
     "2024-01-10", "visit", "2023-09-10", "2023-09-16", "explicit"),
    # a span of days, day first
    ("Chilean President Gabriel Boric will be in India on a state visit from 1 to 5 April 2025.",
     "2025-03-28", "visit", "2025-04-01", "2025-04-05", "explicit"),
    # a span across months
    ("Nigerian President Bola Tinubu is to pay a visit to Qatar from February 29 to March 3, 2024.",
     "2024-02-25", "visit", "2024-02-29", "2024-03-03", "explicit"),
    # "last month"
    ("Albanian Prime Minister Edi Rama visited Greece last month.",
     "2024-06-15", "visit", "2024-05", "2024-05", "resolved"),
    # a year alone
    ("Cypriot President Nikos Christodoulides visited Jordan in 2023.",
     "2024-06-15", "visit", "2023", "2023", "explicit"),
    # a date behind the person in apposition to the verb
    ("Indonesian Foreign Minister Retno Marsudi on Thursday received her Timorese counterpart "
     "Bendito Freitas.",
     "2023-08-25", "meeting", "2023-08-24", "2023-08-24", "resolved"),
    # a date in front
    ("On 3 October 2023, Czech President Petr Pavel received Slovak President Zuzana Caputova.",
     "2023-10-09", "meeting", "2023-10-03", "2023-10-03", "explicit"),
    # a date that is another event's: signed then, not met then
    ("Fijian Prime Minister Sitiveni Rabuka and Australian Prime Minister Anthony Albanese met to "
     "review the partnership signed on 17 October 2023.",
     "2025-07-01", "meeting", None, None, "published"),
    # a date in what they spoke about
    ("Egyptian Foreign Minister Badr Abdelatty called Algerian Foreign Minister Ahmed Attaf to "
     "discuss the elections of November 2026.",
     "2025-07-01", "call", None, None, "published"),
    # the same by another verb
    ("Egyptian Foreign Minister Badr Abdelatty phoned Algerian Foreign Minister Ahmed Attaf to "
        "discuss the elections of November 2026.",
        "2025-07-01", "call", None, None, "published"),
    # a birthday of relations is no date of the talks
    ("Thai Foreign Minister Maris Sangiampongsa and Russian Foreign Minister Sergei Lavrov "
        "met to "
     "mark 128 years of ties since 1897.",
     "2025-07-01", "meeting", None, None, "published"),
    # a date as modifier of the noun
    ("The June 20 meeting between Georgian Prime Minister Irakli Kobakhidze and Armenian Prime "
     "Minister Nikol Pashinyan was friendly.",
     "2024-06-25", "meeting", "2024-06-20", "2024-06-20", "resolved"),
    # "their Friday talks"
    ("Georgian Prime Minister Irakli Kobakhidze and Armenian Prime Minister Nikol Pashinyan held "
     "talks last Friday.",
     "2024-06-25", "meeting", "2024-06-21", "2024-06-21", "resolved"),
    # a part of the day
    ("Austrian Chancellor Karl Nehammer met Hungarian Prime Minister Viktor Orban on Friday "
     "evening.",
     "2023-07-08", "meeting", "2023-07-07", "2023-07-07", "resolved"),
    # year's turn: a December day in a January page lies behind
    ("Israeli Foreign Minister Gideon Saar met his Paraguayan counterpart Ruben Ramirez on "
     "December 30.",
     "2025-01-03", "meeting", "2024-12-30", "2024-12-30", "resolved"),
    # a January day in a December page lies ahead
    ("Israeli Foreign Minister Gideon Saar will meet his Paraguayan counterpart Ruben Ramirez on "
     "January 9.",
     "2024-12-28", "meeting", "2025-01-09", "2025-01-09", "resolved"),
    # postponed, with its new date
    ("The visit of Swiss President Viola Amherd to Italy, planned for May 3, was postponed to "
     "June 7, 2024.",
     "2024-05-01", "visit", "2024-06-07", "2024-06-07", "explicit"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "kind", "start", "end", "basis"), CASES)
def test_dates(
    text: str, published: str | None, kind: str, start: str | None, end: str | None, basis: str
) -> None:
    found = [
        (a.kind, a.start, a.end, a.date_basis) for a in read(text, published=published).accounts
    ]
    assert found == [(kind, start, end, basis)]


def test_each_engagement_of_a_sentence_has_its_own_date() -> None:
    reading = read(
        "Polish President Andrzej Duda, who visited Rwanda in February 2024, met Kenyan President "
        "William Ruto on 4 March 2024.",
        published="2024-03-05",
    )
    assert {a.kind: a.start for a in reading.accounts} == {
        "visit": "2024-02",
        "meeting": "2024-03-04",
    }


def test_talks_during_a_dated_visit_of_one_day_are_on_that_day() -> None:
    reading = read(
        "Slovenian Prime Minister Robert Golob paid a working visit to Croatia on 5 June 2024. "
        "During the visit he held talks with Croatian Prime Minister Andrej Plenkovic.",
        published="2024-06-06",
    )
    starts = {a.kind: a.start for a in reading.accounts}
    assert starts == {"visit": "2024-06-05", "meeting": "2024-06-05"}


def test_the_dates_words_are_its_evidence() -> None:
    (account,) = read(
        "Czech President Petr Pavel received Slovak President Zuzana Caputova on 3 October 2023.",
        published="2023-10-09",
    ).accounts
    assert [span.quote for span in account.evidence.start] == ["3 October 2023"]


def test_a_resolved_date_says_what_it_was_worked_out_from() -> None:
    (account,) = read(
        "Czech President Petr Pavel received Slovak President Zuzana Caputova on Tuesday.",
        published="2023-10-04",
    ).accounts
    assert account.start == "2023-10-03"
    assert account.date_rule
    assert any("2023-10-04" in source for source in account.date_worked_from)
