"""Sentences that name whom they are about last."""

from __future__ import annotations

import pytest

from reading import all_told, read

CASES = [
    (
        "Arriving in Baku on Tuesday was Turkish President Recep Tayyip Erdogan.",
        ["visit under_way: AZE host; Recep Tayyip Erdogan TUR guest"],
    ),
    (
        "Next to arrive in Samarkand was Kazakh President Kassym-Jomart Tokayev.",
        ["visit under_way: Kassym-Jomart Tokayev KAZ guest; UZB host"],
    ),
    (
        "Waiting to receive Ghanaian President John Mahama at the palace was Ivorian President "
        "Alassane Ouattara.",
        ["meeting held: Alassane Ouattara CIV host; John Mahama GHA guest"],
    ),
    (
        "Among those whom Pope Leo XIV received on Friday was Lebanese President Joseph Aoun.",
        ["meeting held: Joseph Aoun LBN guest; Leo XIV VAT host"],
    ),
    (
        "Among the leaders who visited Kyiv on Sunday was Canadian Prime Minister Mark Carney.",
        ["visit held: Mark Carney CAN guest; UKR host"],
    ),
    (
        "Among those received by Emir Tamim of Qatar was Sudanese Finance Minister Gibril Ibrahim.",
        ["meeting held: Gibril Ibrahim SDN guest; Tamim bin Hamad Al Thani QAT host"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_is_named_last_takes_part(text: str, expected: list[str]) -> None:
    assert all_told(read(text, published="2025-07-08")) == expected
