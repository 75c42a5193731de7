"""Many met one by one in one sentence: by their offices, by name, beside the session of a body."""

from __future__ import annotations

import pytest

from reading import all_told, read

CASES = [
    # ministers go round; a president meets three at a table
    ("Zambian Foreign Minister Mulambo Haimbe met the foreign ministers of Kenya, Peru and Oman.",
     ["meeting held: KEN participant; Mulambo Haimbe ZMB participant",
      "meeting held: Mulambo Haimbe ZMB participant; OMN participant",
      "meeting held: Mulambo Haimbe ZMB participant; PER participant"]),
    ("Zambian Foreign Minister Mulambo Haimbe met with his counterparts from Kenya and Peru.",
     ["meeting held: KEN participant; Mulambo Haimbe ZMB participant",
      "meeting held: Mulambo Haimbe ZMB participant; PER participant"]),
    # across a phrase that tells where
    ("Zambian Foreign Minister Mulambo Haimbe met, on the fringes of the General Debate, with the "
     "foreign ministers of Kenya, Peru and Oman.",
     ["meeting held: KEN participant; Mulambo Haimbe ZMB participant",
      "meeting held: Mulambo Haimbe ZMB participant; OMN participant",
      "meeting held: Mulambo Haimbe ZMB participant; PER participant"]),
    ("Zambian Foreign Minister Mulambo Haimbe met several colleagues on the sidelines of the "
     "forum, including Kenya's Musalia Mudavadi and Peru's Elmer Schialer.",
     ["meeting held: Elmer Schialer PER participant; Mulambo Haimbe ZMB participant",
      "meeting held: Mulambo Haimbe ZMB participant; Musalia Mudavadi KEN participant"]),
    # the session of a body
    ("Zambian Foreign Minister Mulambo Haimbe met Kenyan Foreign Minister Musalia Mudavadi on the "
     "sidelines of the 79th session of the UN General Assembly.",
     ["meeting held: Mulambo Haimbe ZMB participant; Musalia Mudavadi KEN participant",
      "summit held: United Nations General Assembly (UN General Assembly) participant"]),
    ("Zambian President Hakainde Hichilema told the UN General Assembly that debts grow.",
     []),
    # who grants an audience is with whom it is
    ("Zambian President Hakainde Hichilema was granted an audience with King Tupou VI of Tonga.",
     ["meeting held: Hakainde Hichilema ZMB guest; Tupou VI TON host"]),
    # with whom it was
    ("The first meeting of Zambian President Hakainde Hichilema was with Kenyan President William "
     "Ruto.",
     ["meeting held: Hakainde Hichilema ZMB participant; William Ruto KEN participant"]),
    # who goes to two for talks meets each
    ("Zambian President Hakainde Hichilema will visit Nairobi and Kigali next week for talks with "
     "Kenyan President William Ruto and Rwandan President Paul Kagame.",
     ["meeting planned: Hakainde Hichilema ZMB guest; Paul Kagame RWA host",
      "meeting planned: Hakainde Hichilema ZMB guest; William Ruto KEN host",
      "visit planned: Hakainde Hichilema ZMB guest; Paul Kagame RWA host",
      "visit planned: Hakainde Hichilema ZMB guest; William Ruto KEN host"]),
    # whose talks they are who tells of them
    ("Zambian Foreign Minister Mulambo Haimbe said that a summit with Kenya and Rwanda would take "
     "place in June.",
     ["summit planned: KEN participant; Mulambo Haimbe ZMB participant; RWA participant"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_was_met(text: str, expected: list[str]) -> None:
    """Each is met apart from the others."""
    assert all_told(read(text)) == expected
