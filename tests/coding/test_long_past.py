"""Pages that look back: obituaries, reviews, columns; and what a page comes to speak of late."""

from __future__ import annotations

import pytest

from reading import all_told, read

HISTORY = [
    # two who left office long ago
    ("The general who would not leave",
     "The new life of Hosni Mubarak begins at the palace. Its best chapters are about friends. "
     "Mubarak met George W. Bush in Texas. He also received Tony Blair in Sharm el-Sheikh."),
    # one who bears the office of those days
    ("Ten years on, families still wait",
     "Families gathered in a hotel on Friday. Many wept. Ten years ago Australian Prime Minister "
     "Tony Abbott flew to Kuala Lumpur."),
    # one of whom the headline says that he has died
    ("Former minister Hans van den Broek dies",
     "Hans van den Broek, a former Dutch foreign minister, has died. He was 88. Van den Broek met "
     "Croatian President Franjo Tudjman in Zagreb."),
    # years ago
    ("What the canal cost us",
     "The canal is silted. Fees have doubled. In May 2009 Nigerian President Umaru Yar'Adua "
     "visited Chad."),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text"), HISTORY)
def test_a_page_that_looks_back_reports_no_engagement(title: str, text: str) -> None:
    assert all_told(read(text, title=title, published="2024-03-08")) == []


def test_history_stays_beside_news() -> None:
    reading = read(
        "Zambian President Hakainde Hichilema met Kenyan President William Ruto in Lusaka on "
        "Friday. In May 2009 Zambian President Rupiah Banda visited Kenya.",
        title="Hichilema meets Ruto",
        published="2024-03-08",
    )
    assert [(a.kind.value, a.main) for a in reading.accounts] == [
        ("meeting", True),
        ("visit", False),
    ]


LATE = [
    "On Thursday Zambian President Hakainde Hichilema will meet Kenyan President William Ruto.",
    "On Thursday Zambian President Hakainde Hichilema received Kenyan President William Ruto.",
]


@pytest.mark.parametrize("sentence", LATE)
def test_what_is_told_late_is_not_the_news(sentence: str) -> None:
    text = " ".join(["Maize is dear.", *["The harvest was poor."] * 7, sentence])
    (account,) = read(text, title="Maize is dear", published="2024-03-08").accounts
    assert not account.main


def test_what_had_gone_before_is_not_the_news() -> None:
    text = (
        "Maize is dear. The harvest was poor. Zambian President Hakainde Hichilema had received "
        "Kenyan President William Ruto on Monday."
    )
    (account,) = read(text, title="Maize is dear", published="2024-03-08").accounts
    assert not account.main
