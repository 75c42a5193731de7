"""Two who met are of two sides, also where only one of them has a state beside the office."""

from __future__ import annotations

import pytest

from reading import party_lines, read

CASES = [
    # where they met
    ("Zambian Vice President Mutale Nalumango met Defence Minister Mohammed Badaru in Abuja.",
     ["Mohammed Badaru NGA host", "Mutale Nalumango ZMB guest"]),
    ("Libyan Youth Minister Fathallah Alzuni paid a courtesy call on the Minister of Youth and "
     "Sports, Bakary Badjie, at his office in Banjul.",
     ["Bakary Badjie GMB host", "Fathallah Alzuni LBY guest"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), CASES)
def test_the_other_side_is_told_by_the_place(text: str, parties: list[str]) -> None:
    (account,) = read(text, published="2025-07-08").accounts
    assert party_lines(account) == parties


def test_a_minister_of_ones_own_is_no_other_side() -> None:
    text = "Nigerian President Bola Tinubu received Defence Minister Mohammed Badaru in Abuja."
    assert read(text, published="2025-07-08").accounts == ()
