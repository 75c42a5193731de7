"""Persons: where a name ends, whose state it has, and which forms are of one person."""

from __future__ import annotations

import pytest

from reading import analysed

NAMES = [
    # (text, name, state)
    # Vietnamese: family name first
    ("Vietnamese President Luong Cuong spoke.", "Luong Cuong", "VNM"),
    # Spanish: two surnames
    ("Paraguayan Foreign Minister Ruben Ramirez Lezcano spoke.", "Ruben Ramirez Lezcano", "PRY"),
    # Portuguese particles
    ("Portuguese President Marcelo Rebelo de Sousa spoke.", "Marcelo Rebelo de Sousa", "PRT"),
    # Dutch particles
    ("Dutch Foreign Minister Hanke Bruins Slot spoke.", "Hanke Bruins Slot", "NLD"),
    ("Belgian Foreign Minister Maxime Prevot spoke.", "Maxime Prevot", "BEL"),
    # Arabic names
    ("Kuwaiti Foreign Minister Abdullah Al-Yahya spoke.", "Abdullah Al-Yahya", "KWT"),
    # initials
    ("Indian Foreign Minister S. Jaishankar spoke.", "S. Jaishankar", "IND"),
    # a hyphen
    ("Taiwanese President Lai Ching-te spoke.", "Lai Ching-te", "TWN"),
    # a verb of a headline is no part of a name
    ("Polish President Nawrocki Concludes Visit", "Nawrocki", "POL"),
    # an ordinal
    ("Spanish King Felipe VI spoke.", "Felipe VI", "ESP"),
    # a suffix
    ("Philippine President Ferdinand Marcos Jr. spoke.", "Ferdinand Marcos Jr.", "PHL"),
    # an apostrophe
    ("Irish Defence Minister Willie O'Dea spoke.", "Willie O'Dea", "IRL"),
    # honorifics are no part of a name
    ("Singaporean Foreign Minister Dr Vivian Balakrishnan spoke.", "Vivian Balakrishnan", "SGP"),
    # letters with marks
    ("Türkiye's Foreign Minister Hakan Fidan spoke.", "Hakan Fidan", "TUR"),
    ("Hungarian Foreign Minister Péter Szijjártó spoke.", "Péter Szijjártó", "HUN"),
    # the office behind the name
    ("Vjosa Osmani, the president of Kosovo, spoke.", "Vjosa Osmani", "XKX"),
    # a name that begins like an institution
    ("Botswanan President Duma Boko spoke.", "Duma Boko", "BWA"),
    # a name that holds a state's name
    ("Israeli Foreign Minister Israel Katz spoke.", "Israel Katz", "ISR"),
    # a name that holds a town's name
    ("British Foreign Secretary Philip Hammond spoke.", "Philip Hammond", "GBR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "state"), NAMES)
def test_a_name_and_its_state(text: str, name: str, state: str) -> None:
    (person,) = analysed(text, published="2025-01-20").people
    assert name in person.names
    assert person.state == state


def test_a_leader_with_a_middle_initial_has_the_usual_name() -> None:
    text = "American President Joseph R. Biden, Jr. spoke."
    (person,) = analysed(text, published="2023-01-20").people
    assert person.name == "Joe Biden"


JOINED = [
    # a surname
    ("Finnish President Alexander Stubb arrived. Stubb spoke.", 1),
    # Vietnamese custom: the given name stands last
    ("Vietnamese General Secretary To Lam arrived. Lam spoke. Mr. Lam left.", 1),
    # Spanish custom: the first of two surnames
    ("Honduran President Xiomara Castro Sarmiento arrived. Castro spoke.", 1),
    # an Arabic article
    ("Iraqi Prime Minister Mohammed Shia al-Sudani arrived. Al-Sudani spoke.", 1),
    # a given name of a monarch
    ("King Abdullah II of Jordan arrived. King Abdullah spoke.", 1),
    # an office with the surname
    ("Latvian President Edgars Rinkevics arrived. President Rinkevics spoke.", 1),
    # another spelling
    ("Ukrainian President Volodymyr Zelensky arrived. Zelenskyy spoke.", 1),
    # two of one family name
    ("Polish President Lech Kaczynski and Polish Prime Minister Jaroslaw Kaczynski spoke.", 2),
    # two of one given name
    ("Omani Foreign Minister Badr Albusaidi met Egyptian Foreign Minister Badr Abdelatty.", 2),
]


@pytest.mark.parametrize(("text", "count"), JOINED)
def test_how_many_persons(text: str, count: int) -> None:
    assert len(analysed(text, published="2025-01-20").people) == count


def test_a_person_has_all_forms_and_offices_of_the_page() -> None:
    (person,) = analysed(
        "Slovenian Prime Minister Robert Golob arrived. Golob, the leader of the Freedom Movement, "
        "spoke.",
        published="2025-01-20",
    ).people
    assert person.name == "Robert Golob"
    assert set(person.names) >= {"Robert Golob", "Golob"}
    assert "Slovenian Prime Minister" in {office.office for office in person.offices}


def test_the_dead_are_told() -> None:
    people = analysed(
        "The late Iranian President Ebrahim Raisi was mourned by Iraqi President Abdul Latif "
        "Rashid.",
        published="2024-05-24",
    ).people
    assert {p.names[0]: p.deceased for p in people} == {
        "Ebrahim Raisi": True,
        "Abdul Latif Rashid": False,
    }


NOBODY = [
    "Air France and Deutsche Bank grew.",
    "The Black Sea Grain Initiative was extended.",
    "Camp David lies in Maryland.",
    "The Champions League final was played in London.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_capitals_that_name_nobody(text: str) -> None:
    assert [p.name for p in analysed(text, published="2025-01-20").people] == []
