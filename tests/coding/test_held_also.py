"""Talks that nobody is said to hold, behind those of one whom the page is about."""

from __future__ import annotations

import pytest

from reading import all_told, read

LEAD = "Zambian President Hakainde Hichilema met Kenyan President William Ruto on 4 June 2024. "
FIRST = "meeting held: Hakainde Hichilema ZMB participant; William Ruto KEN participant"
CASES = [
    ("Talks were also held with the presidents of Ghana and Malawi.",
     ["meeting held: GHA participant; Hakainde Hichilema ZMB participant",
      "meeting held: Hakainde Hichilema ZMB participant; MWI participant"]),
    ("Separate meetings took place with Moldovan President Maia Sandu and Rwandan President Paul "
     "Kagame.",
     ["meeting held: Hakainde Hichilema ZMB participant; Maia Sandu MDA participant",
      "meeting held: Hakainde Hichilema ZMB participant; Paul Kagame RWA participant"]),
    ("Later a meeting was held with Finnish Prime Minister Petteri Orpo.",
     ["meeting held: Hakainde Hichilema ZMB participant; Petteri Orpo FIN participant"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "more"), CASES)
def test_they_are_of_who_held_the_ones_before(text: str, more: list[str]) -> None:
    assert all_told(read(LEAD + text, published="2024-06-05")) == sorted([FIRST, *more])


OTHERS = [
    "The talks were held with a focus on maize.",
    "Talks were held between Ghana and Malawi in May.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_talks_of_others_and_those_told_of_stay_as_they_are(text: str) -> None:
    assert FIRST in all_told(read(LEAD + text, published="2024-06-05"))
    assert not any("Hichilema" in told and "GHA" in told for told in
                   all_told(read(LEAD + text, published="2024-06-05")))  # fmt: skip
