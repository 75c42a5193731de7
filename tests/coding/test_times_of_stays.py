"""Stays told in one breath, departures, and times that are of a thing and of no engagement."""

from __future__ import annotations

import pytest

from reading import not_dated_so

Case = tuple[str, str, list[str]]

CASES: list[Case] = [
    (
        "UN Secretary-General Antonio Guterres called for help for Haiti at the end of a one-day "
        "visit to Port-au-Prince on Saturday. Earlier in the day, Guterres met with Prime "
        "Minister Ariel Henry at his residence.",
        "2023-07-01",
        ["visit held 2023-07-01", "meeting held 2023-07-01"],
    ),
    (
        "UN Secretary-General Antonio Guterres has called for help for Haiti, at the end of a "
        "visit to Port-au-Prince on Saturday. Earlier in the day, Guterres met with Haitian Prime"
        " Minister Ariel Henry. On Monday he will be in Port of Spain, where the Caribbean "
        "Community opens its summit.",
        "2023-07-01",
        ["visit held 2023-07-01", "meeting held 2023-07-01", "summit planned 2023-07-03"],
    ),
    (
        "Japanese Prime Minister Fumio Kishida met Philippine President Ferdinand Marcos Jr. in "
        "Manila on Friday. Kishida will deliver a speech to Congress on Saturday. He leaves for "
        "Malaysia the same day.",
        "2023-11-03",
        ["meeting held 2023-11-03", "visit planned 2023-11-04"],
    ),
    (
        "Brazilian President Luiz Inacio Lula da Silva has decided to postpone his trip to China."
        " He was to have boarded his plane on Sunday.",
        "2023-03-25",
        ["visit postponed 2023-03-26"],
    ),
    (
        "Vietnamese President To Lam and East Timorese President Jose Ramos-Horta held talks in "
        "Hanoi on Thursday. After the talks, the two Presidents witnessed the signing of a "
        "cooperation plan for 2024-2026.",
        "2024-08-01",
        ["meeting held 2024-08-01", "ceremony held 2024-08-01"],
    ),
    (
        "Lebanese Prime Minister Nawaf Salam held talks with Syrian President Ahmad al-Sharaa in "
        "Damascus on Monday, on his first official trip to Syria. He flew back to Beirut in the "
        "afternoon.",
        "2025-04-14",
        ["meeting held 2025-04-14", "visit held 2025-04-14"],
    ),
    (
        "Last month in Jeddah, Lebanese Defence Minister Michel Menassa met his Syrian "
        "counterpart Murhaf Abu Qasra.",
        "2025-04-14",
        ["meeting held 2025-03"],
    ),
    (
        "Lebanese Prime Minister Nawaf Salam visited Paris in January, Riyadh in February and "
        "Cairo in March.",
        "2025-04-14",
        ["visit held 2025-01", "visit held 2025-02", "visit held 2025-03"],
    ),
    (
        "Lebanese Prime Minister Nawaf Salam met French President Emmanuel Macron in Paris in "
        "January and Saudi Crown Prince Mohammed bin Salman in Riyadh in February.",
        "2025-04-14",
        ["meeting held 2025-01", "meeting held 2025-02"],
    ),
    (
        "Lebanese Prime Minister Nawaf Salam will visit Paris in May and Riyadh in June.",
        "2025-04-14",
        ["visit planned 2025-05", "visit planned 2025-06"],
    ),
    (
        "Lebanese Prime Minister Nawaf Salam and French President Emmanuel Macron signed a "
        "roadmap for 2025-2027 in Paris on Monday.",
        "2025-04-14",
        ["ceremony held 2025-04-14"],
    ),
    (
        "Syrian President Ahmad al-Sharaa received Lebanese Prime Minister Nawaf Salam on Monday "
        "to discuss the budget for 2026.",
        "2025-04-14",
        ["meeting held 2025-04-14"],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_days(text: str, published: str, expected: list[str]) -> None:
    assert not_dated_so(text, published, expected) == []
