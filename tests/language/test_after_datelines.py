"""Sentences begin behind a paragraph's dateline, whatever closes it."""

from __future__ import annotations

import pytest

from communique.language.analysis import sentences_of
from communique.pages import read_text_page

PAGE = """Ministers of two states meet

{lead} ministers of two states met on Monday and talked about a ferry line between them.

The line is to carry passengers and food twice a month, the two said after the talks.
"""


@pytest.mark.parametrize(
    "dateline",
    [
        "TIRANA, Albania, May 16. The",
        "MOSCOW, March 26. /TASS/. The",
        "ISLAMABAD, Feb 12 (APP):The",
        "New Delhi, Mar 20 (PTI) The",
        "(Vientiane, 12 February 2025) The",
        "CAIRO - 12 February 2025: The",
        "ABUJA (Reuters) -The",
        "Riyadh, Ramadan 15, 1445, March 25, 2024, SPA -- The",
        "The",
    ],
)
def test_report_begins_behind_its_dateline(dateline: str) -> None:
    document = read_text_page(PAGE.format(lead=dateline))
    told = [sentence.text for sentence in sentences_of(document) if not sentence.is_title]
    assert told[0].startswith("The ministers of two states met on Monday")
    assert len(told) == 2


def test_each_entry_of_a_diary_begins_behind_its_place() -> None:
    page = (
        "Diary of the week\n\nLIMA - The presidents of Chile and Peru open a tunnel on Monday.\n\n"
        "QUITO - The King of Spain is expected at the university on Tuesday, his court said."
    )
    told = [sentence.text for sentence in sentences_of(read_text_page(page))]
    assert told[1].startswith("The presidents of Chile")
    assert told[2].startswith("The King of Spain")


def test_headline_begins_behind_its_kicker() -> None:
    page = (
        "LIVE BLOG | King of Tonga meets President of Fiji\n3 May 2023\n\n"
        + PAGE.format(lead="The").split("\n\n", 1)[1]
    )
    first = next(sentences_of(read_text_page(page)))
    assert first.text == "King of Tonga meets President of Fiji"
    assert first.is_title
