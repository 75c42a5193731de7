"""Whoever met one partner goes on meeting others, though another was named or spoke between."""

from __future__ import annotations

import pytest

from reading import party_lines, read

BETWEEN = [
    # what the partner said stands between
    (
        "Kenyan Foreign Minister Musalia Mudavadi met the Peruvian Foreign Minister, Elmer "
        "Schialer, in Lima. Schialer said Peru valued the ties. He also met with the Ecuadorian "
        "Foreign Minister, Gabriela Sommerfeld.",
        ["Gabriela Sommerfeld ECU", "Musalia Mudavadi KEN"],
    ),
    (
        "President William Ruto of Kenya spoke with President Alexander Stubb of Finland by phone. "
        "Stubb thanked him. He later received the Ambassador of Peru, Juan Soto.",
        ["Juan Soto PER", "William Ruto KEN"],
    ),
    # a visitor meets others of the state he came to
    (
        "Malaysian Prime Minister Anwar Ibrahim received Lao President Thongloun Sisoulith. He "
        "also held talks with Malaysian King Ibrahim Iskandar.",
        ["Ibrahim Iskandar MYS", "Thongloun Sisoulith LAO"],
    ),
]


@pytest.mark.parametrize(("text", "parties"), BETWEEN)
def test_who_also_met_somebody(text: str, parties: list[str]) -> None:
    accounts = read(text, published="2025-05-14").accounts
    found = [[line.rpartition(" ")[0] for line in party_lines(a)] for a in accounts]
    assert parties in found
