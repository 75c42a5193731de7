"""Office phrases: which words make an office, whose it is, and whether it is still held."""

from __future__ import annotations

import pytest

from communique.language.annotations import OfficePhrase
from reading import analysed


def offices(text: str) -> list[OfficePhrase]:
    return [o for m in analysed(text, published="2024-06-03").mentions() for o in m.offices]


WHOLE = [
    # (text, office as printed, head, kind, state)
    # a demonym before the head
    ("Chilean President Gabriel Boric spoke.", "Chilean President", "president", "head_of_state",
     "CHL"),
    # a state behind
    ("President of Chile Gabriel Boric spoke.", "President of Chile", "president", "head_of_state",
     "CHL"),
    # a possessive
    ("Chile's President Gabriel Boric spoke.", "Chile's President", "president", "head_of_state",
     "CHL"),
    # an abbreviation of the state
    ("US President Joe Biden spoke.", "US President", "president", "head_of_state", "USA"),
    # a portfolio
    ("Norwegian Foreign Minister Espen Barth Eide spoke.", "Norwegian Foreign Minister",
     "foreign minister", "foreign_minister", "NOR"),
    ("Norwegian Defence Minister Bjorn Arild Gram spoke.", "Norwegian Defence Minister", "minister",
     "minister", "NOR"),
    # a rank makes another office
    ("Vietnamese Deputy Foreign Minister Do Hung Viet spoke.", "Vietnamese Deputy Foreign Minister",
     "foreign minister", "deputy", "VNM"),
    # a long complement
    ("Speaker of the National Assembly of Pakistan Ayaz Sadiq spoke.",
     "Speaker of the National Assembly of Pakistan", "speaker", "legislator", "PAK"),
    ("Secretary of the Security Council of Armenia Armen Grigoryan spoke.",
     "Secretary of the Security Council of Armenia", "secretary", "official", "ARM"),
    # a portfolio as complement
    ("Minister of Foreign Affairs of the Republic of Kazakhstan Murat Nurtleu spoke.",
     "Minister of Foreign Affairs of the Republic of Kazakhstan", "minister of foreign affairs",
     "foreign_minister", "KAZ"),
    # royal
    ("Jordanian Crown Prince Hussein bin Abdullah spoke.", "Jordanian Crown Prince", "crown prince",
     "royal", "JOR"),
    # behind the name
    ("Gustavo Petro, the president of Colombia, spoke.", "president of Colombia", "president",
     "head_of_state", "COL"),
    # an ambassador is of one state, sent to another
    ("Cuban Ambassador to Vietnam Orlando Hernandez Guillen spoke.", "Cuban Ambassador to Vietnam",
     "ambassador", "diplomat", "CUB"),
    # American office names
    ("US Secretary of State Antony Blinken spoke.", "US Secretary of State", "secretary of state",
     "foreign_minister", "USA"),
    ("British Foreign Secretary David Cameron spoke.", "British Foreign Secretary",
     "foreign secretary", "foreign_minister", "GBR"),
    # Indian office names
    ("Indian External Affairs Minister S. Jaishankar spoke.", "Indian External Affairs Minister",
     "external affairs minister", "foreign_minister", "IND"),
    # a party
    (
        "General Secretary of the Lao People's Revolutionary Party Thongloun Sisoulith spoke.",
        "General Secretary of the Lao People's Revolutionary Party",
        "general secretary",
        "party_leader",
        "LAO",
    ),
    # a body that the state owns
    ("The head of Sudan's transitional government, Kamil Idris, spoke.",
     "head of Sudan's transitional government", "head", "official", "SDN"),
    # the full form of an ambassador's office, and where he is sent
    ("Ambassador Extraordinary and Plenipotentiary of Peru to Japan Roberto Seminario spoke.",
     "Ambassador Extraordinary and Plenipotentiary of Peru to Japan",
     "ambassador extraordinary and plenipotentiary", "diplomat", "PER"),
    # a portfolio that goes on behind a head of several words
    ("Minister of Foreign Affairs and Worship of Argentina Gerardo Werthein spoke.",
     "Minister of Foreign Affairs and Worship of Argentina", "minister of foreign affairs",
     "foreign_minister", "ARG"),
    # a house that the office is in, and a name that looks like a title
    ("Qatar's Minister of State at the Ministry of Foreign Affairs Sultan bin Saad spoke.",
     "Qatar's Minister of State at the Ministry of Foreign Affairs", "minister of state",
     "minister", "QAT"),
    # part of the world as a portfolio
    ("British Parliamentary Under-Secretary of State for Africa Ray Collins spoke.",
     "British Parliamentary Under-Secretary of State for Africa", "under secretary of state",
     "minister", "GBR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "head", "kind", "state"), WHOLE)
def test_an_office_phrase(text: str, printed: str, head: str, kind: str, state: str) -> None:
    (office,) = offices(text)
    assert (office.text, office.head, office.kind, office.state) == (printed, head, kind, state)


TENSE = [
    ("Former French President Nicolas Sarkozy spoke.", "former"),
    ("The then Polish foreign minister, Radoslaw Sikorski, spoke.", "former"),
    ("The late Iranian President Ebrahim Raisi was buried.", "late"),
    (
        "Indonesian President-elect Prabowo Subianto spoke.",
        "coming",
    ),
]


@pytest.mark.parametrize(("text", "which"), TENSE)
def test_an_office_no_longer_or_not_yet_held(text: str, which: str) -> None:
    (office,) = offices(text)
    told = {name for name in ("former", "late", "coming") if getattr(office, name)}
    assert told == {which}


NONE = [
    # words of offices in another sense
    "The head of the river lies in the mountains.",
    "In general, trade grew.",
    "The chief reason was the price of oil.",
    "The General Assembly adopted a resolution.",
    "The Federal Reserve left rates unchanged.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_office(text: str) -> None:
    assert offices(text) == []


def test_two_offices_of_one_person() -> None:
    found = offices("Cambodian Deputy Prime Minister and Foreign Minister Prak Sokhonn spoke.")
    assert [office.head for office in found] == ["prime minister", "foreign minister"]
    assert found[0].state == "KHM"


def test_one_plural_office_of_two_persons() -> None:
    found = offices("Presidents Emmanuel Macron and Andrzej Duda spoke.")
    assert {(office.head, office.plural) for office in found} == {("president", True)}
