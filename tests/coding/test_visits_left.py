"""Visits told by how they ended, by where the page is at home, and those that went before.

Airport reports of dailies and agencies tell of departures; island papers write "arrived in the
country"; ministries recall who came last.
"""

from __future__ import annotations

import pytest

from reading import all_told, read

LEFT = [
    ("{who} flew out of Helsinki on Tuesday.", "held"),
    ("{who} departed from Finland on Tuesday after wrapping up his two-day visit.", "held"),
    ("{who} left Helsinki on Tuesday.", "held"),
    ("{who} returned to Nairobi from Helsinki on Tuesday.", "held"),
    ("{who} was seen off at Helsinki airport by Foreign Minister Elina Valtonen.", "held"),
    ("Foreign Minister Elina Valtonen saw off {who} at Helsinki airport on Tuesday.", "held"),
    ("{who} is due to leave Helsinki on Thursday evening.", "under_way"),
    ("{who} will leave Finland on Thursday.", "under_way"),
]


@pytest.mark.parametrize(("text", "status"), LEFT)
def test_who_leaves_was_there(text: str, status: str) -> None:
    """Who leaves a state that is not his own has been on a visit to it."""
    page = read(text.format(who="Kenyan President William Ruto"), published="2025-05-14")
    assert all_told(page) == [f"visit {status}: FIN host; William Ruto KEN guest"]


STAYED = [
    "The Kenyan ambassador, John Mwangi, left Helsinki on Tuesday.",
    "Kenyan President William Ruto did not leave Helsinki on Tuesday.",
    "Kenyan President William Ruto left Nairobi on Tuesday.",
    "Finnish troops left Mali on Tuesday.",
    "Kenyan President William Ruto left Helsinki without meeting President Alexander Stubb.",
]


@pytest.mark.parametrize("text", STAYED)
def test_no_visit_left(text: str) -> None:
    """Those posted there, troops, and who leaves home end no visit; nor does what was not."""
    assert all_told(read(text, published="2025-05-14")) == []


HERE = [
    "NAIROBI, May 13 - {who} arrived in the capital yesterday.",
    "NAIROBI, May 13 - {who} arrived in the country on Monday night.",
    "NAIROBI, May 13 - {who} reached this city on Monday.",
    "NAIROBI, May 13 - {who} is visiting the country.",
]


@pytest.mark.parametrize("text", HERE)
def test_the_country_is_the_page_s_own(text: str) -> None:
    """ "The country", "the capital", where none is named: where the page is filed."""
    text = text.format(who="Finnish Foreign Minister Elina Valtonen")
    page = read(text, published="2025-05-13", dateline="NAIROBI")
    assert all_told(page) == ["visit under_way: Elina Valtonen FIN guest; KEN host"]


def test_the_country_of_those_met() -> None:
    """Without a dateline it is the country of whom the guest has met."""
    page = read(
        "Finnish Foreign Minister Elina Valtonen held talks with President William Ruto of Kenya. "
        "She arrived in the country on Monday.",
        published="2025-05-13",
    )
    assert "visit under_way: Elina Valtonen FIN guest; William Ruto KEN host" in all_told(page)


BEFORE = [
    "The last visit by a Foreign Minister of Finland took place in 2005.",
    "The previous visit of a Finnish foreign minister to Kenya was in 2005.",
]


@pytest.mark.parametrize("text", BEFORE)
def test_the_last_visit_is_another(text: str) -> None:
    """The last visit at that level is none of the guest's who is there now."""
    page = read(
        f"Finnish Foreign Minister Elina Valtonen is on a visit to Kenya. {text}",
        published="2025-05-13",
    )
    told = [(a.status.value, a.start) for a in page.accounts]
    assert sorted(told) == [("held", "2005"), ("under_way", None)]
