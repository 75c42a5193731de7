"""Days that an engagement has from what the page tells beside it, and times told in one breath."""

from __future__ import annotations

import pytest

from reading import not_dated_so

Case = tuple[str, str, list[str]]

CASES: list[Case] = [
    (
        "Finnish Prime Minister Petteri Orpo will not travel to Georgia on Monday. The visit has "
        "been postponed, his office said.",
        "2024-05-10",
        ["visit postponed 2024-05-13"],
    ),
    (
        "Finnish Prime Minister Petteri Orpo has put off his visit to Georgia. He had been due to"
        " leave for Tbilisi on Monday.",
        "2024-05-10",
        ["visit postponed 2024-05-13"],
    ),
    (
        "Finnish Prime Minister Petteri Orpo has cancelled a trip to Georgia next week. He was "
        "scheduled to arrive in Tbilisi on Tuesday.",
        "2024-05-10",
        ["visit cancelled 2024-05-14"],
    ),
    (
        "Finnish Prime Minister Petteri Orpo will not come to Tbilisi on Monday as planned, the "
        "Georgian government announced.",
        "2024-05-10",
        ["visit cancelled 2024-05-13"],
    ),
    (
        "Qatari ambassador Ahmed Al Hammadi met Georgian President Salome Zourabichvili in "
        "Tbilisi on Thursday. The ambassador handed over a letter from the Emir of Qatar, Tamim "
        "bin Hamad Al Thani, to the president.",
        "2024-05-10",
        ["meeting held 2024-05-09", "letter held 2024-05-09"],
    ),
    (
        "Finnish Prime Minister Petteri Orpo is in Georgia today on a one-day visit. He will hold"
        " talks with Georgian Prime Minister Irakli Kobakhidze.",
        "2024-05-10",
        ["visit under_way 2024-05-10", "meeting planned 2024-05-10"],
    ),
    (
        "Finnish Prime Minister Petteri Orpo and Georgian Prime Minister Irakli Kobakhidze held "
        "talks in Tbilisi on Thursday. Orpo paid a short visit to Georgia, the first by a Finnish"
        " premier.",
        "2024-05-10",
        ["meeting held 2024-05-09", "visit held 2024-05-09"],
    ),
    (
        "A meeting between Finnish Prime Minister Petteri Orpo and Georgian Prime Minister Irakli"
        " Kobakhidze that was to be held in Tbilisi on Monday has been cancelled.",
        "2024-05-10",
        ["meeting cancelled 2024-05-13"],
    ),
    (
        "A four-way summit of the leaders of Jordan, Egypt, Palestine and the United States that "
        "was to be held in Amman on Wednesday has been cancelled.",
        "2024-05-10",
        ["summit cancelled 2024-05-15"],
    ),
    (
        "Finnish Prime Minister Petteri Orpo met Georgian Prime Minister Irakli Kobakhidze in "
        "Tbilisi on Thursday. Before that, Orpo had held talks with Georgian President Salome "
        "Zourabichvili.",
        "2024-05-10",
        ["meeting held 2024-05-09", "meeting held 2024-05-09"],
    ),
    (
        "Finnish Prime Minister Petteri Orpo met Georgian Prime Minister Irakli Kobakhidze in "
        "Tbilisi on Thursday. Earlier, Orpo met Georgian President Salome Zourabichvili.",
        "2024-05-10",
        ["meeting held 2024-05-09", "meeting held 2024-05-09"],
    ),
    (
        "Finnish Prime Minister Petteri Orpo met Georgian Prime Minister Irakli Kobakhidze in "
        "Tbilisi on Thursday. The two had previously met in Oslo in March and in Vienna in early "
        "April.",
        "2024-05-10",
        ["meeting held 2024-05-09", "meeting held 2024-03", "meeting held 2024-04"],
    ),
    (
        "Finnish Prime Minister Petteri Orpo visited Georgia in 2019 and in 2022.",
        "2024-05-10",
        ["visit held 2019", "visit held 2022"],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_days(text: str, published: str, expected: list[str]) -> None:
    assert not_dated_so(text, published, expected) == []
