"""When visits begin and end, and which of them are over."""

from __future__ import annotations

import pytest

from reading import not_dated_so

Case = tuple[str, str, list[str]]

CASES: list[Case] = [
    # Two days of a month, and days from one to another, however they are joined.
    (
        "Indian Prime Minister Narendra Modi will tour Nepal on the 13th and 14th of this month.",
        "2025-05-08",
        ["visit planned 2025-05-13 to 2025-05-14"],
    ),
    (
        "From July 19th to the 21st, US Secretary of State Marco Rubio will visit Argentina.",
        "2025-05-08",
        ["visit planned 2025-07-19 to 2025-07-21"],
    ),
    # Travel announcements put the days of each stop in brackets behind it.
    (
        "US Secretary of State Marco Rubio will travel to Lima, Peru (May 12-13); Santiago, Chile "
        "(May 14); and Bogota, Colombia (May 15-16).",
        "2025-05-08",
        [
            "visit planned 2025-05-12 to 2025-05-13",
            "visit planned 2025-05-14 to 2025-05-14",
            "visit planned 2025-05-15 to 2025-05-16",
        ],
    ),
    (
        "US Secretary of State Marco Rubio will travel to Peru and Chile from May 12 to 20. In "
        "Lima (May 12-13), he will address a forum. In Santiago (May 14-20), he will give a talk.",
        "2025-05-08",
        ["visit planned 2025-05-12 to 2025-05-13", "visit planned 2025-05-14 to 2025-05-20"],
    ),
    # A visit on whose days the page came out is not over.
    (
        "The visit of Finnish President Alexander Stubb to Kenya, from 7 to 9 January, is the "
        "first in twenty years.",
        "2025-01-08",
        ["visit under_way 2025-01-07 to 2025-01-09"],
    ),
    # Who was asked somewhere and "will come" goes there.
    (
        "Finnish President Alexander Stubb accepted an invitation to visit Kenya. He will come in "
        "June.",
        "2025-05-08",
        ["visit planned 2025-06 to 2025-06"],
    ),
    # The first day of a tour is that of its first stop.
    (
        "Indian President Droupadi Murmu will visit Fiji, New Zealand and Timor-Leste starting "
        "August 5. The President will be in New Zealand from August 7 to 9.",
        "2024-07-29",
        [
            "visit planned 2024-08-05",
            "visit planned 2024-08-07 to 2024-08-09",
            "visit planned None",
        ],
    ),
    # The day behind what somebody heard of a visit may be that of hearing.
    (
        "Slovak Prime Minister Robert Fico travelled to Moscow on Sunday. Officials in Brussels "
        "had been informed of his journey on Friday.",
        "2024-12-23",
        ["visit held 2024-12-22 to 2024-12-22"],
    ),
    (
        "Egyptian Foreign Minister Badr Abdelatty flew to Asmara on Thursday. Addis Ababa learned "
        "about the trip on Saturday.",
        "2025-01-12",
        ["visit held 2025-01-09 to 2025-01-09"],
    ),
    (
        "Estonian President Alar Karis arrived in Kyiv on Tuesday. Allies had been informed "
        "about the visit on Monday.",
        "2025-01-10",
        ["visit under_way 2025-01-07 to 2025-01-07"],
    ),
    (
        "Last January Chinese Foreign Minister Wang Yi travelled to Egypt, Tunisia, Togo and Cote"
        " d'Ivoire.",
        "2025-01-03",
        ["visit held 2024-01", "visit held 2024-01"],
    ),
    (
        "Last January the Minister travelled to Egypt. Chinese Foreign Minister Wang Yi will "
        "visit Chad on Monday.",
        "2025-01-03",
        ["visit held 2024-01", "visit planned 2025-01-06"],
    ),
    (
        "Chinese Foreign Minister Wang Yi visited Cairo earlier this week.",
        "2025-01-10",
        ["visit held 2025-01"],
    ),
    (
        "Chinese Foreign Minister Wang Yi, who came to Cairo on Thursday, met Egyptian Foreign "
        "Minister Badr Abdelatty on Friday.",
        "2025-01-10",
        ["visit under_way 2025-01-09", "meeting held 2025-01-10"],
    ),
    (
        "Egyptian Foreign Minister Badr Abdelatty received Chinese Foreign Minister Wang Yi, who "
        "came to Cairo a week after the earthquake, on Friday.",
        "2025-01-10",
        ["visit under_way 2025-01-10", "meeting held 2025-01-10"],
    ),
    (
        "Chinese Foreign Minister Wang Yi will stay in Egypt until Sunday. He arrived in Cairo on"
        " Thursday.",
        "2025-01-10",
        ["visit under_way 2025-01-09"],
    ),
    (
        "Chinese Foreign Minister Wang Yi is in Egypt on a visit that will last until Sunday.",
        "2025-01-10",
        ["visit under_way None"],
    ),
    (
        "Chinese Foreign Minister Wang Yi began a visit to Egypt on Thursday. The visit ends "
        "tomorrow.",
        "2025-01-10",
        ["visit under_way 2025-01-09"],
    ),
    (
        "Chinese Foreign Minister Wang Yi is paying a visit to Egypt, which began on Thursday and"
        " runs until Sunday.",
        "2025-01-10",
        ["visit under_way 2025-01-09"],
    ),
    (
        "Chinese Foreign Minister Wang Yi left Cairo on Friday after a two-day visit to Egypt.",
        "2025-01-10",
        ["visit held 2025-01-09"],
    ),
    (
        "Chinese Foreign Minister Wang Yi left Cairo for home on Friday at the conclusion of his "
        "visit to Egypt.",
        "2025-01-10",
        ["visit held 2025-01-10"],
    ),
    (
        "During his visit to Egypt last month, Chinese Foreign Minister Wang Yi met Egyptian "
        "Foreign Minister Badr Abdelatty.",
        "2025-01-10",
        ["visit held 2024-12", "meeting held 2024-12"],
    ),
    (
        "On his visit to Egypt in December, Chinese Foreign Minister Wang Yi met Egyptian Foreign"
        " Minister Badr Abdelatty.",
        "2025-01-10",
        ["visit held 2024-12", "meeting held 2024-12"],
    ),
    (
        "Kenyan President William Ruto has ended a four-day state visit to Tanzania. He left Dar "
        "es Salaam for Nairobi on Saturday.",
        "2024-03-18",
        ["visit held 2024-03-13 to 2024-03-16"],
    ),
    (
        "Kenyan President William Ruto arrived in Tanzania on Wednesday on a state visit. He held"
        " talks with President Samia Suluhu Hassan on Thursday. He returned to Nairobi on "
        "Saturday.",
        "2024-03-18",
        ["visit held 2024-03-13 to 2024-03-16", "meeting held 2024-03-14"],
    ),
    (
        "Kenyan President William Ruto met Tanzanian President Samia Suluhu Hassan in Dar es "
        "Salaam on Friday during a state visit to Tanzania. He will leave for home on Tuesday.",
        "2024-03-18",
        ["visit under_way 2024-03-15", "meeting held 2024-03-15"],
    ),
    (
        "The visit, which will last until Saturday, is the first by a Kenyan president in ten "
        "years. Kenyan President William Ruto arrived in Dar es Salaam on Wednesday evening.",
        "2024-03-14",
        ["visit under_way 2024-03-13"],
    ),
    (
        "Kenyan President William Ruto arrived in Dar es Salaam on Wednesday evening for a state "
        "visit that ends on Saturday.",
        "2024-03-14",
        ["visit under_way 2024-03-13 to 2024-03-16"],
    ),
    (
        "Kenyan President William Ruto is in Tanzania on a four-day state visit that began on "
        "Tuesday.",
        "2024-03-14",
        ["visit under_way 2024-03-12"],
    ),
    (
        "Kenyan President William Ruto began a four-day state visit to Tanzania on Tuesday.",
        "2024-03-14",
        ["visit under_way 2024-03-12"],
    ),
    (
        "Kenyan President William Ruto left for home on Saturday at the end of a four-day state "
        "visit to Tanzania.",
        "2024-03-18",
        ["visit held 2024-03-13 to 2024-03-16"],
    ),
    (
        "During his state visit to Tanzania last week, Kenyan President William Ruto held talks "
        "with Tanzanian President Samia Suluhu Hassan.",
        "2024-03-18",
        ["visit held 2024-03", "meeting held 2024-03"],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_days(text: str, published: str, expected: list[str]) -> None:
    assert not_dated_so(text, published, expected) == []
