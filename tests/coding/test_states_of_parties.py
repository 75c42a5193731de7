"""Parties from states that share a name with another, and from states seldom in the news."""

from __future__ import annotations

import pytest

from reading import all_told, read

CASES = [
    # Georgia the state
    (
        "Georgian Prime Minister Irakli Kobakhidze will not travel to Brussels.",
        "2024-12-10",
        [],
    ),
    # shortened
    (
        "Panamanian President Jose Raul Mulino ended his visit to Japan a day early.",
        "2025-09-05",
        [
            "visit held: JPN host; Jose Raul Mulino PAN guest",
        ],
    ),
    # Pacific
    (
        "Samoan Prime Minister Fiame Naomi Mata'afa welcomed King Charles III to Apia.",
        "2024-10-23",
        [
            "meeting held: Charles III GBR guest; Fiame Naomi Mata'afa WSM host",
            "visit under_way: Charles III GBR guest; Fiame Naomi Mata'afa WSM host",
        ],
    ),
    # Caribbean
    (
        "Barbadian Prime Minister Mia Mottley met Trinidad and Tobago Prime Minister Keith "
        "Rowley in Port of Spain.",
        "2024-08-20",
        [
            "meeting held: Keith Rowley TTO host; Mia Mottley BRB guest",
        ],
    ),
    # Congo twice
    (
        "DR Congo President Felix Tshisekedi received Congolese President Denis Sassou Nguesso "
        "in Kinshasa.",
        "2024-07-20",
        [
            "meeting held: Denis Sassou Nguesso COG guest; Felix Tshisekedi COD host",
        ],
    ),
    # Koreas
    (
        "North Korean Foreign Minister Choe Son Hui arrived in Moscow for talks with Russian "
        "Foreign Minister Sergey Lavrov.",
        "2024-10-30",
        [
            "meeting planned: Choe Son Hui PRK guest; Sergey Lavrov RUS host",
            "visit under_way: Choe Son Hui PRK guest; Sergey Lavrov RUS host",
        ],
    ),
    # Guinea and its namesakes
    (
        "Guinea-Bissau President Umaro Sissoco Embalo visited Equatorial Guinea.",
        "2023-03-20",
        [
            "visit held: GNQ host; Umaro Sissoco Embalo GNB guest",
        ],
    ),
    # Georgia the state
    (
        "Georgian Prime Minister Irakli Kobakhidze visited Armenia.",
        "2024-03-24",
        [
            "visit held: ARM host; Irakli Kobakhidze GEO guest",
        ],
    ),
    # two Niger
    (
        "Nigerian President Bola Tinubu spoke by phone with Nigerien leader Abdourahamane Tiani.",
        "2025-03-24",
        [
            "call held: Abdourahamane Tiani NER participant; Bola Tinubu NGA participant",
        ],
    ),
    # Vatican
    (
        "Vatican Secretary of State Cardinal Pietro Parolin met Italian Prime Minister Giorgia "
        "Meloni.",
        "2025-03-24",
        [
            "meeting held: Giorgia Meloni ITA participant; Pietro Parolin VAT participant",
        ],
    ),
    # Palestine
    (
        "Palestinian President Mahmoud Abbas held talks with Jordanian King Abdullah II in Amman.",
        "2025-03-24",
        [
            "meeting held: Abdullah II JOR host; Mahmoud Abbas PSE guest",
        ],
    ),
    # EU
    (
        "EU foreign policy chief Kaja Kallas met Moldovan President Maia Sandu in Chisinau.",
        "2025-03-24",
        [
            "meeting held: Kaja Kallas European Union (EU) guest; Maia Sandu MDA host",
        ],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), CASES)
def test_a_party_has_the_state_it_speaks_for(
    text: str, published: str, expected: list[str]
) -> None:
    assert all_told(read(text, published=published)) == sorted(expected)
