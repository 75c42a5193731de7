"""Visits as agencies tell them: where a guest is, was or is due, tours, departures."""

from __future__ import annotations

import pytest

from reading import all_told, read

PUBLISHED = "2025-07-08"

PRESENCE = {
    "in a clause beside the name": (
        "Slovak Foreign Minister Juraj Blanar, who is in Ankara for talks, praised the accord.",
        ["visit under_way: Juraj Blanar SVK guest; TUR host"],
    ),
    "beside the name without a verb": (
        "U.S. Secretary of State Marco Rubio, in Manila for the regional forum, praised the pact.",
        ["visit under_way: Marco Rubio USA guest; PHL host"],
    ),
    "in front of the sentence": (
        "Currently in Lisbon on a working visit, Angolan President João Lourenço praised the port.",
        ["visit under_way: João Lourenço AGO guest; PRT host"],
    ),
    "due there": (
        "German Chancellor Friedrich Merz is due in Paris on Thursday.",
        ["visit planned: FRA host; Friedrich Merz DEU guest"],
    ),
    "has been there": (
        "Latvian President Edgars Rinkēvičs had been to Chisinau in May.",
        ["visit held: Edgars Rinkēvičs LVA guest; MDA host"],
    ),
    "at home": ("Finnish President Alexander Stubb was in Helsinki on Monday.", []),
    "the place of a meeting only": (
        "In Helsinki, Finnish President Alexander Stubb praised Estonia.",
        [],
    ),
    "supposed": ("If Latvian President Edgars Rinkēvičs is in Chisinau, few know it.", []),
}


@pytest.mark.parametrize("case", PRESENCE)
def test_presence_abroad_is_a_visit(case: str) -> None:
    text, expected = PRESENCE[case]
    assert all_told(read(text, published=PUBLISHED)) == expected
