"""Whose state a leader can be of, where the table of leaders names another in that office."""

from __future__ import annotations

import pytest

from communique.knowledge.states import surface_forms
from reading import analysed, read


def state_of(text: str, name: str, published: str, dateline: str) -> str | None:
    """The state of ``name`` on a page written in ``dateline``."""
    reading = read(text, published=published, dateline=dateline)
    assert surface_forms().get(dateline) is not None
    return next(p.state for p in reading.people if name in p.names)


CASES = [
    # A king met in London is no king of that country.
    (
        "London, 11 December 2012. His Majesty King Abdullah on Tuesday met in London with "
        "British Prime Minister David Cameron. The pain of Jordan was told.",
        "Abdullah",
        "2012-12-11",
        "London",
        "JOR",
    ),
    # Nor is who visits a country its prime minister, who is called otherwise.
    (
        "Suva, 15 September 2023. Prime Minister Mark Brown met with Samoan Prime Minister Fiame "
        "Naomi Mataafa.",
        "Mark Brown",
        "2023-09-15",
        "Suva",
        None,
    ),
    # The same name in other letters is no other holder.
    (
        "Tripoli, 26 July 2021. Interim Prime Minister Abdulhamid Dabaiba met with German Foreign "
        "Minister Heiko Maas.",
        "Abdulhamid Dabaiba",
        "2021-07-26",
        "Tripoli",
        "LBY",
    ),
]


@pytest.mark.parametrize(
    ("text", "name", "published", "dateline", "state"), CASES, ids=[c[1] for c in CASES]
)
def test_state(text: str, name: str, published: str, dateline: str, state: str | None) -> None:
    assert state_of(text, name, published, dateline) == state


def test_the_monarch_is_crowned() -> None:
    analysis = analysed(
        "British Prime Minister Boris Johnson welcomed King Abdullah of Jordan. The monarch met "
        "officials.",
        published="2021-10-28",
    )
    mention = next(m for m in analysis.mentions() if m.text == "monarch")
    assert mention.person is not None
    assert mention.person.state == "JOR"


def test_a_minister_called_like_a_city() -> None:
    analysis = analysed(
        "Prime Minister David Cameron and Foreign Secretary Hague met envoys.",
        published="2012-12-11",
    )
    assert not [m for m in analysis.mentions() if m.state == "NLD"]


def test_what_a_state_is_visited_for_is_no_part_of_its_name() -> None:
    reading = read(
        "Samoan Prime Minister Fiame Naomi Mataafa visits Fiji on climate change.",
        published="2022-06-08",
    )
    place = reading.accounts[0].place
    assert place is not None
    assert place.name == "Fiji"


NOBODY = [
    "Botswana President Duma Gideon Boko met envoys.",
    "President Mokgweetsi Masisi will undertake an Official Visit to Namibia.",
]


def test_a_president_called_like_a_parliament() -> None:
    analysis = analysed(NOBODY[0], published="2025-09-25")
    assert not [m for m in analysis.mentions() if m.state == "RUS"]
    assert [p.state for p in analysis.people] == ["BWA"]


def test_an_official_visit_is_nobody() -> None:
    reading = read(NOBODY[1], published="2023-01-05")
    assert [p.person for p in reading.people] == ["Mokgweetsi Masisi"]
    assert [a.kind.value for a in reading.accounts] == ["visit"]
