"""Travel that a ministry announces: who goes, where to stop by stop, and when."""

from __future__ import annotations

import pytest

from reading import read

# (headline, text, what is read: guest with state, host, status, start, end)
ANNOUNCED = [
    (
        "Lindqvist's Travel to Morocco and Tunisia",
        "Swedish Deputy Foreign Minister Karl Lindqvist will travel to Morocco and Tunisia from "
        "May 10 to 14.",
        [
            ("Karl Lindqvist", "SWE", "MAR", "planned", "2023-05-10", "2023-05-14"),
            ("Karl Lindqvist", "SWE", "TUN", "planned", "2023-05-10", "2023-05-14"),
        ],
    ),
    (
        "Special Envoy Costa's Travel to Sudan",
        "Special Envoy for the Sahel Maria Costa will travel to Khartoum, Sudan, May 16-18 to meet "
        "officials. The Special Envoy will then return home.",
        [("Maria Costa", None, "SDN", "planned", "2023-05-16", "2023-05-18")],
    ),
]


@pytest.mark.parametrize(("title", "text", "visits"), ANNOUNCED)
def test_travel_announced(title: str, text: str, visits: list[tuple[str | None, ...]]) -> None:
    """Headline and text tell of one visit a stop, whether or not the guest's state is printed."""
    reading = read(text, title=title, published="2023-05-08")
    found = []
    for account in reading.accounts:
        if account.kind.value == "visit":
            guest = next(p for p in account.parties if p.role.value == "guest")
            host = next(p for p in account.parties if p.role.value == "host")
            when = (account.status.value, account.start, account.end)
            found.append((guest.person, guest.state, host.state, *when))
    assert sorted(found, key=str) == visits
