"""An envoy told by who sent him is a party, by name where the page gives it."""

from __future__ import annotations

import pytest

from reading import party_lines, read

RECEIVED = [
    (
        "Rwandan President Paul Kagame received a special envoy of President Yoweri Museveni of "
        "Uganda in Kigali.",
        ["Paul Kagame RWA host", "UGA guest"],
    ),
    (
        "Rwandan President Paul Kagame received a special envoy of President Yoweri Museveni of "
        "Uganda in Kigali. The special envoy, Adonia Ayebare, praised the ties.",
        ["Adonia Ayebare UGA guest", "Paul Kagame RWA host"],
    ),
    (
        "Nigerian Vice President Yemi Osinbajo received the Special Envoy of President Adama "
        "Barrow of The Gambia in Abuja. The Special Envoy, Hon. Mamadou Tangara who is also the "
        "country's Minister of Foreign Affairs, spoke to reporters.",
        ["Mamadou Tangara GMB guest", "Yemi Osinbajo NGA host"],
    ),
]


@pytest.mark.parametrize(("text", "parties"), RECEIVED)
def test_envoys_are_received(text: str, parties: list[str]) -> None:
    meetings = [a for a in read(text, published="2021-05-24").accounts if a.kind == "meeting"]
    assert [party_lines(a) for a in meetings] == [parties]
