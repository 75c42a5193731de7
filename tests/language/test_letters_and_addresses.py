"""Offices beside names: forms of address before them, letters and offices behind them."""

from __future__ import annotations

import pytest

from reading import analysed

# (text, name, offices, state or organization)
CASES: list[tuple[str, str, list[str], str | None]] = [
    # Letters of seats and orders behind a name are no part of it.
    (
        "The Minister for Foreign Affairs of Ireland, Simon Harris TD, met envoys.",
        "Simon Harris",
        ["Minister for Foreign Affairs of Ireland"],
        "IRL",
    ),
    (
        "The Prime Minister of Barbados, the Hon. Mia Amor Mottley SC MP, met envoys.",
        "Mia Amor Mottley",
        ["Prime Minister of Barbados"],
        "BRB",
    ),
    (
        "The Rt Hon David Lammy MP, Foreign Secretary of the United Kingdom, met envoys.",
        "David Lammy",
        ["Foreign Secretary of the United Kingdom"],
        "GBR",
    ),
    (
        "The Governor-General, Dame Cindy Kiro GNZM QSO, met envoys.",
        "Cindy Kiro",
        ["Governor-General"],
        "NZL",
    ),
    # Forms of address, however they are shortened.
    (
        "Prime Minister Rt. Hon. Robinah Nabbanja of Uganda met envoys.",
        "Robinah Nabbanja",
        ["Prime Minister"],
        "UGA",
    ),
    # Two offices of one holder, whose name a comma parts from them.
    (
        "The President and Foreign Minister of Kiribati, Taneti Maamau, met envoys.",
        "Taneti Maamau",
        ["President and Foreign Minister of Kiribati"],
        "KIR",
    ),
    # An office in full behind a name goes on with when and where.
    (
        "The court received Mr. Tonda Ndong, Ambassador of Gabon to Kenya on Monday.",
        "Tonda Ndong",
        ["Ambassador of Gabon to Kenya"],
        "GAB",
    ),
    (
        "The court received Mr. Tonda Ndong, Ambassador of Gabon and Mr. Per Selvaag, the "
        "Ambassador of Norway.",
        "Tonda Ndong",
        ["Ambassador of Gabon"],
        "GAB",
    ),
    (
        "Malaysia's Charge d'Affaires ad interim in Brunei, Nur Ezira Mahadi, met envoys.",
        "Nur Ezira Mahadi",
        ["Malaysia's Charge d'Affaires ad interim in Brunei"],
        "MYS",
    ),
    (
        "The court met Bjarni Benediktsson, the newly-appointed Minister of Foreign Affairs of "
        "Iceland.",
        "Bjarni Benediktsson",
        ["Minister of Foreign Affairs of Iceland"],
        "ISL",
    ),
    (
        "The court received Amina Mohammed, Deputy Secretary-General of the United Nations at "
        "the palace.",
        "Amina Mohammed",
        ["Deputy Secretary-General of the United Nations"],
        "UN",
    ),
]


@pytest.mark.parametrize(
    ("text", "name", "offices", "owner"), CASES, ids=[c[0][:50] for c in CASES]
)
def test_offices(text: str, name: str, offices: list[str], owner: str | None) -> None:
    person = next(p for p in analysed(text, published="2025-05-14").people if p.name == name)
    assert [office.office for office in person.offices] == offices
    assert (person.state or person.organization) == owner


BOUND = [
    # (text, the words of an office, who they stand for)
    (
        "Foreign Minister Rashid Meredov met envoys. The head of the Foreign Ministry thanked "
        "them.",
        "head of the Foreign Ministry",
        "Rashid Meredov",
    ),
    (
        "Foreign Minister Rashid Meredov met envoys. The head of the Turkmen Ministry of Foreign "
        "Affairs thanked them.",
        "head of the Turkmen Ministry of Foreign Affairs",
        "Rashid Meredov",
    ),
    (
        "Foreign Minister Rashid Meredov met envoys. The head of the Asia Department of the "
        "Ministry of Foreign Affairs thanked them.",
        "head of the Asia Department of the Ministry of Foreign Affairs",
        None,
    ),
    (
        "Commander-in-Chief of Defence Services Senior General Min Aung Hlaing met envoys. The "
        "Senior General thanked them.",
        "Senior General",
        "Min Aung Hlaing",
    ),
    # A counterpart whom the page names further on.
    (
        "Nigerian Foreign Minister Yusuf Tuggar met his Ghanaian counterpart. Samuel Okudzeto "
        "Ablakwa, Ghana's Minister for Foreign Affairs, thanked him.",
        "Ghanaian counterpart",
        "Samuel Okudzeto Ablakwa",
    ),
    # A clause before the subject ends with a name; the office behind the comma is the subject's.
    (
        "During talks with Sergey Lavrov, the Foreign Minister of Kenya on Monday asked for grain.",
        "Foreign Minister of Kenya",
        "Musalia Mudavadi",
    ),
]


@pytest.mark.parametrize(("text", "words", "name"), BOUND, ids=[c[0][:60] for c in BOUND])
def test_bound(text: str, words: str, name: str | None) -> None:
    analysis = analysed(text, published="2025-05-14")
    mention = next(m for m in analysis.mentions() if m.text == words)
    assert (mention.person.name if mention.person else None) == name


def test_a_house_for_guests_is_nobody() -> None:
    analysis = analysed(
        "William Ruto met Abiy Ahmed at the Guest House. The host country was thanked.",
        published="2025-05-14",
    )
    assert {p.name for p in analysis.people} == {"William Ruto", "Abiy Ahmed"}
    assert not [m for m in analysis.mentions() if m.text in {"Guest", "host"}]


def test_the_sultan_is_the_one_at_home() -> None:
    analysis = analysed(
        "The Prime Minister was received by the Sultan of Brunei, Sultan Hassanal Bolkiah. He "
        "thanked Sultan Hassanal Bolkiah for attending the installation of Sultan Ibrahim, King "
        "of Malaysia.",
        published="2024-08-26",
    )
    assert {p.name: p.state for p in analysis.people} == {
        "Hassanal Bolkiah": "BRN",
        "Ibrahim": "MYS",
    }


ROYAL = [
    ("Sultan of Brunei Sultan Hassanal Bolkiah met envoys.", "Hassanal Bolkiah", "BRN"),
    ("The Sultan of Oman, Sultan Haitham bin Tarik, met envoys.", "Haitham bin Tarik", "OMN"),
    ("King of Jordan King Abdullah II met envoys.", "Abdullah II", "JOR"),
    # A Malay ruler's forebears are told behind the name.
    (
        "His Majesty Sultan Haji Hassanal Bolkiah ibni Al-Marhum Sultan Haji Omar 'Ali "
        "Saifuddien, Sultan and Yang Di-Pertuan of Brunei Darussalam, met envoys.",
        "Hassanal Bolkiah",
        "BRN",
    ),
]


@pytest.mark.parametrize(("text", "name", "state"), ROYAL, ids=[c[0][:40] for c in ROYAL])
def test_rulers(text: str, name: str, state: str) -> None:
    people = analysed(text, published="2025-05-14").people
    assert [(p.name, p.state) for p in people] == [(name, state)]
