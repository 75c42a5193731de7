"""Where: houses in towns, occasions named after towns, and places taken from around."""

from __future__ import annotations

import pytest

from reading import read

Case = tuple[str, list[str]]

CASES: list[Case] = [
    # a sentence behind tells where it was held
    (
        "Polish President Andrzej Duda met his Lithuanian counterpart Gitanas Nauseda on Friday. "
        "It was held at the Belweder Palace in Warsaw.",
        ["meeting Belweder Palace Warsaw POL"],
    ),
    # talks beside a ceremony of the same two, and a room as a place
    (
        "Polish President Andrzej Duda held a welcome ceremony for Lithuanian President Gitanas "
        "Nauseda at the Belweder Palace and afterwards held talks with the guest.",
        ["ceremony Belweder Palace", "meeting Belweder Palace"],
    ),
    (
        "Polish President Andrzej Duda and Lithuanian President Gitanas Nauseda sat down for talks "
        "in the Blue Room of the Belweder Palace.",
        ["meeting Blue Room of the Belweder Palace"],
    ),
    (
        "At the start of the meeting, held at the Foreign Ministry in Vilnius, Polish Foreign "
        "Minister Radoslaw Sikorski thanked his Lithuanian counterpart Gabrielius Landsbergis.",
        ["meeting Foreign Ministry Vilnius LTU"],
    ),
    (
        "Polish Foreign Minister Radoslaw Sikorski met his Lithuanian counterpart Gabrielius "
        "Landsbergis on the sidelines of the Munich Security Conference.",
        ["meeting Munich DEU"],
    ),
    (
        "Polish Foreign Minister Radoslaw Sikorski met his Lithuanian counterpart Gabrielius "
        "Landsbergis on the margins of a NATO ministerial in Brussels on Friday.",
        ["meeting Brussels BEL"],
    ),
    (
        "Polish Foreign Minister Radoslaw Sikorski invited his Lithuanian counterpart "
        "Gabrielius Landsbergis to pay a visit. Poland and Lithuania are neighbours.",
        ["visit Poland POL"],
    ),
    (
        "Polish President Andrzej Duda will attend the NATO summit to be held in Washington in "
        "July.",
        ["summit Washington USA"],
    ),
    (
        "Polish President Andrzej Duda flew to London on Friday. King Charles III received him "
        "at Buckingham Palace.",
        ["meeting Buckingham Palace London GBR"],
    ),
    (
        "Polish President Andrzej Duda, who is visiting Lithuania, met Lithuanian President "
        "Gitanas Nauseda in Vilnius on Monday. He also held talks with Prime Minister Ingrida "
        "Simonyte.",
        ["visit Lithuania Vilnius LTU"],
    ),
    (
        "The talks between Polish President Andrzej Duda and Lithuanian President Gitanas "
        "Nauseda will take place at the Belweder Palace on Tuesday.",
        ["meeting Belweder Palace"],
    ),
    (
        "In Doha President Andrzej Duda of Poland met Emir Tamim bin Hamad Al Thani.",
        ["meeting Doha QAT"],
    ),
    (
        "The first talks between the presidents of Ecuador and Peru are planned to be held in Lima "
        "in May.",
        ["meeting Lima PER"],
    ),
    (
        "Polish President Andrzej Duda received the ambassadors of Cuba and Norway, one after the "
        "other, at the Belweder Palace.",
        ["meeting Belweder Palace"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_places(text: str, expected: list[str]) -> None:
    """Every word of an expectation is among the kind, name, city and state of one account."""
    told = []
    for account in read(text, published="2024-03-18").accounts:
        place = account.place
        parts = [place.name, place.city, place.state] if place is not None else []
        told.append({w for p in [account.kind.value, *parts] if p for w in p.split()})
    for line in expected:
        assert any(set(line.split()) <= words for words in told), told


def test_meetings_one_after_another_are_in_one_town() -> None:
    """The town is named with the first alone; one of another day, or of another's, has none."""
    reading = read(
        "Jamaican Foreign Minister Kamina Johnson Smith met Belize's Foreign Minister Eamon "
        "Courtenay in New York on Monday. She also held talks with Guyana's Foreign Minister Hugh "
        "Todd. Last month she met Irish Foreign Minister Micheal Martin. Norway's Foreign Minister "
        "Anniken Huitfeldt met Latvian Foreign Minister Edgars Rinkevics on Monday.",
        published="2023-05-12",
    )
    towns = {
        party.person: account.place.city if account.place is not None else None
        for account in reading.accounts
        for party in account.parties
        if party.state in {"BLZ", "GUY", "IRL", "LVA"}
    }
    assert towns == {
        "Eamon Courtenay": "New York", "Hugh Todd": "New York", "Micheal Martin": None,
        "Edgars Rinkevics": None,
    }  # fmt: skip
