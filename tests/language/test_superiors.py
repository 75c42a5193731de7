"""Whose envoy, aide or adviser somebody is: the superior is named, the other one acts."""

from __future__ import annotations

import pytest

from reading import all_told, analysed, read

HELD_UNDER = [
    ("Assistant to the President of Azerbaijan Hikmet Hajiyev spoke.", "Hikmet Hajiyev", "AZE"),
    ("Aide to the President of the Russian Federation Yury Ushakov spoke.", "Yury Ushakov", "RUS"),
    (
        "Special Representative of the President of Uzbekistan for Afghanistan Ismatulla Irgashev "
        "spoke.",
        "Ismatulla Irgashev",
        "UZB",
    ),
    ("Trump's special envoy Steve Witkoff spoke.", "Steve Witkoff", "USA"),
    (
        "Hoang Binh Quan, Special Envoy of Party General Secretary Nguyen Phu Trong, spoke.",
        "Hoang Binh Quan",
        "VNM",
    ),
    (
        "Hoang Binh Quan, who is the special envoy of Vietnamese Party General Secretary Nguyen Phu"
        " Trong, spoke.",
        "Hoang Binh Quan",
        "VNM",
    ),
    (
        "John Mwangi, who is also Kenya's ambassador to Finland, spoke.",
        "John Mwangi",
        "KEN",
    ),
    (
        "Emmanuel Bonne, adviser to French President Emmanuel Macron, spoke.",
        "Emmanuel Bonne",
        "FRA",
    ),
    (
        "Anwar Gargash, diplomatic adviser to UAE President Sheikh Mohamed bin Zayed, spoke.",
        "Anwar Gargash",
        "ARE",
    ),
    (
        "The special envoy of President Salva Kiir of South Sudan, Tut Gatluak, spoke.",
        "Tut Gatluak",
        "SSD",
    ),
]


@pytest.mark.parametrize(("text", "name", "state"), HELD_UNDER)
def test_who_serves_another_is_of_his_state(text: str, name: str, state: str) -> None:
    people = {person.name: person.state for person in analysed(text).people}
    assert people.get(name) == state


def test_a_superior_known_to_lead_keeps_the_name() -> None:
    text = "An envoy of the President of Kenya William Ruto arrived."
    (person,) = analysed(text).people
    assert "head_of_state" in person.office_kinds


RECEIVED = [
    (
        "President Muhammadu Buhari on Monday received Jeff Radebe, Special Envoy of President "
        "Cyril Ramaphosa of South Africa.",
        ["meeting held: Jeff Radebe ZAF guest; Muhammadu Buhari NGA host"],
    ),
    (
        "Jeff Radebe, Special Envoy of President Cyril Ramaphosa of South Africa, whom President "
        "Muhammadu Buhari of Nigeria received on Monday, spoke of trade.",
        ["meeting held: Jeff Radebe ZAF guest; Muhammadu Buhari NGA host"],
    ),
    (
        "Russian President Vladimir Putin met Trump's special envoy Steve Witkoff at the Kremlin.",
        ["meeting held: Steve Witkoff USA guest; Vladimir Putin RUS host"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), RECEIVED)
def test_the_envoy_meets_not_the_sender(text: str, expected: list[str]) -> None:
    assert all_told(read(text, published="2025-07-08")) == expected
