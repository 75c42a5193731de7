"""Ambassadors who are summoned: each by himself, to the state whose ministry it is."""

from __future__ import annotations

import pytest

from reading import all_told, read

CASES = {
    "several": (
        "Malaysia summoned the ambassadors of India and Nepal on Monday.",
        ["meeting held: IND guest; MYS host", "meeting held: MYS host; NPL guest"],
    ),
    "before the noun": (
        "Peru's Foreign Ministry on Tuesday summoned the Mexican and Bolivian ambassadors.",
        ["meeting held: BOL guest; PER host", "meeting held: MEX guest; PER host"],
    ),
    "to a ministry": (
        "The ambassadors of Sweden and Denmark were summoned to the Foreign Ministry of Iran.",
        ["meeting held: DNK guest; IRN host", "meeting held: IRN host; SWE guest"],
    ),
    "with others": (
        "Ambassadors and representatives from Belgium and Italy were summoned to the Turkish "
        "Foreign Ministry.",
        ["meeting held: BEL guest; TUR host", "meeting held: ITA guest; TUR host"],
    ),
    "called in": (
        "The French ambassador was called in by the Foreign Ministry of Niger on Friday.",
        ["meeting held: FRA guest; NER host"],
    ),
    "told before": (
        "Turkey summoned envoys of the West. The Ambassadors of Norway and Canada were summoned to "
        "the Foreign Ministry.",
        ["meeting held: CAN guest; TUR host", "meeting held: NOR guest; TUR host"],
    ),
    "nobody tells by whom": (
        "The Ambassadors of Norway and Canada were summoned to the Foreign Ministry.",
        [],
    ),
    "one's own": ("Colombia summoned its ambassador to Argentina home on Monday.", []),
    "a call": ("Russian President Vladimir Putin called in a speech for talks with Ukraine.", []),
}


@pytest.mark.parametrize("case", CASES)
def test_summoned(case: str) -> None:
    text, expected = CASES[case]
    assert all_told(read(text, published="2024-11-12")) == expected
