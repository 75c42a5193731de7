"""Pages of a government that call their own leader by the office alone."""

from __future__ import annotations

import pytest

from reading import all_told, read


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        (
            "PM call with Prime Minister Orban of Hungary",
            "The Prime Minister spoke to the Prime Minister of Hungary, Viktor Orban, this "
            "evening. They discussed relations between the United Kingdom and Hungary.",
            "call held: Keir Starmer GBR participant; Viktor Orban HUN participant",
        ),
        (
            "PM meeting with President Stubb of Finland",
            "The Prime Minister met the President of Finland, Alexander Stubb. Finland and Norway "
            "share a border, and Norway has long traded with its neighbour.",
            "meeting held: Alexander Stubb FIN participant; Jonas Gahr Store NOR participant",
        ),
        (
            "PM call with President Trump",
            "The Prime Minister spoke to President Trump from Downing Street.",
            "call held: Donald Trump USA participant; Keir Starmer GBR participant",
        ),
    ],
)
def test_the_bare_office_is_of_the_state_that_the_page_is_about(
    title: str, text: str, told: str
) -> None:
    assert all_told(read(text, title=title, published="2025-03-06")) == [told]


def test_on_the_day_of_a_handover_it_is_who_took_over() -> None:
    (told,) = all_told(
        read(
            "The Prime Minister spoke to the Taoiseach of Ireland, Simon Harris. They discussed "
            "relations between the United Kingdom and Ireland.",
            title="PM call with Taoiseach Simon Harris",
            published="2024-07-05",
        )
    )
    assert "Keir Starmer GBR" in told


def test_nobody_is_made_out_where_two_states_are_named_as_often() -> None:
    told = read(
        "The Prime Minister met the President of Finland, Alexander Stubb. They spoke of Chad "
        "and of Peru.",
        title="Meeting with President Stubb",
        published="2025-03-06",
    )
    assert all_told(told) == []
