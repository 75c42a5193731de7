"""Engagements told in the first person: whose words they are is on the page."""

from __future__ import annotations

import pytest

from reading import all_told, read

PAGES = [
    (
        "Statement by Prime Minister Christopher Luxon",
        "Prime Minister Sitiveni Rabuka and I signed a statement of partnership in Suva today.",
        ["ceremony held: Christopher Luxon NZL guest; Sitiveni Rabuka FJI host"],
    ),
    (
        "Remarks by Chancellor Friedrich Merz and President Alexander Stubb",
        "We met in Berlin this morning.",
        ["meeting held: Alexander Stubb FIN guest; Friedrich Merz DEU host"],
    ),
    (
        "Media release",
        "Senator the Hon Penny Wong, Minister for Foreign Affairs\n\n"
        "I met Japanese Foreign Minister Takeshi Iwaya in Tokyo on Monday.",
        ["meeting held: Penny Wong AUS guest; Takeshi Iwaya JPN host"],
    ),
    (
        "Ties with Chile",
        "Today I welcomed Chilean President Gabriel Boric to Ottawa. Our talks were about trade."
        "\n\nMark Carney",
        [
            "meeting held: Gabriel Boric CHL guest; Mark Carney CAN host",
            "visit under_way: Gabriel Boric CHL guest; Mark Carney CAN host",
        ],
    ),
    (
        "Statement by Kenyan President William Ruto at the joint press conference with President "
        "Alexander Stubb of Finland",
        "We have just concluded fruitful talks in Nairobi.",
        ["meeting held: Alexander Stubb FIN guest; William Ruto KEN host"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("title", "body", "expected"), PAGES)
def test_whoever_signs_the_page_takes_part(title: str, body: str, expected: list[str]) -> None:
    assert all_told(read(body, title=title, published="2025-07-08")) == expected


def test_the_author_speaks_the_statements_of_the_page() -> None:
    reading = read(
        "I met Kenyan President William Ruto in Nairobi today. I thanked him for his hospitality.",
        title="Statement by President Alexander Stubb of Finland",
    )
    spoken = [s for account in reading.accounts for s in account.statements]
    assert [(s.speaker, s.act.value) for s in spoken] == [("Alexander Stubb", "thank")]


def test_an_answer_belongs_to_whom_its_label_names() -> None:
    reading = read(
        "Finnish Foreign Minister Elina Valtonen: Good morning.\n\n"
        "Question: How was your trip?\n\n"
        "Elina Valtonen: I met Foreign Minister Andrii Sybiha of Ukraine in Kyiv on Sunday.",
        title="Press conference",
    )
    assert all_told(reading) == [
        "meeting held: Andrii Sybiha UKR host; Elina Valtonen FIN guest",
    ]
