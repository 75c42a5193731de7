"""Sentences in which offices and names stand side by side, with commas of their own."""

from __future__ import annotations

import pytest

from reading import all_told, read

CASES = [
    (
        "A meeting between the Minister of Agriculture of Iraq, Salih al-Husni, and the Minister "
        "of Justice of Kosovo, Abelard Tahiri, was held in Pristina on Tuesday.",
        ["meeting held: Abelard Tahiri XKX host; Salih al-Husni IRQ guest"],
    ),
    (
        "The meeting of the Minister of Justice of Namibia, Sackeus Shanghala, and the Prime "
        "Minister of North Macedonia, Zoran Zaev, focused on trade.",
        ["meeting held: Sackeus Shanghala NAM participant; Zoran Zaev MKD participant"],
    ),
    (
        "Belarusian Minister of Health Valeriy Malashko is expected to be received by Yemeni "
        "Minister of Education Abd al-Latif al-Hakimi in Sanaa on Friday.",
        [
            "meeting planned: Abd al-Latif al-Hakimi YEM host; Valeriy Malashko BLR guest",
        ],
    ),
    (
        "A meeting between the Minister of Defense of Estonia, Juri Luik, and Peruvian Prime "
        "Minister Cesar Villanueva is to take place in Lima on Friday.",
        ["meeting planned: Cesar Villanueva PER host; Juri Luik EST guest"],
    ),
    (
        "Deputy Prime Minister of Slovenia Dejan Zidan met on Tuesday in Prague with his "
        "counterpart from Czechia, Miroslav Toman, to discuss trade.",
        ["meeting held: Dejan Zidan SVN guest; Miroslav Toman CZE host"],
    ),
    (
        "Mongolian Deputy Prime Minister Ulziisaikhan Enkhtuvshun expressed condolences to Slovak "
        "Minister of Justice Gabor Gal in a phone call on Tuesday.",
        ["call held: Gabor Gal SVK participant; Ulziisaikhan Enkhtuvshun MNG participant"],
    ),
    (
        "German Minister of Finance Olaf Scholz heads to Tashkent on Friday for talks with Uzbek "
        "Minister of Energy Alisher Sultonov.",
        [
            "meeting planned: Alisher Sultonov UZB host; Olaf Scholz DEU guest",
            "visit planned: Alisher Sultonov UZB host; Olaf Scholz DEU guest",
        ],
    ),
]


def test_the_day_behind_who_led_a_delegation_is_that_of_the_meeting() -> None:
    told = (
        "Montenegrin Minister of Defense Predrag Boskovic met with a delegation led by Mongolian "
        "Prime Minister Ukhnaa Khurelsukh on Tuesday."
    )
    (account,) = read(told, published="2025-03-12").accounts
    assert account.start == "2025-03-11"


@pytest.mark.parametrize(("text", "told"), CASES)
def test_offices_beside_names(text: str, told: list[str]) -> None:
    """The comma that closes an apposition parts nothing of the sentence."""
    assert all_told(read(text, published="2025-03-12")) == told
