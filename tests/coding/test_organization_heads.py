"""Heads of organisations told by their office alone, with or without the body they head."""

from __future__ import annotations

import pytest

from reading import all_told, read

GUTERRES = "Antonio Guterres United Nations (UN)"

CASES = [
    # readouts of the United Nations name neither him nor, at first, the body
    (
        "The Secretary-General met with H.E. Mr. Nana Akufo-Addo, President of Ghana. He thanked "
        "Ghana for its part in UN peacekeeping.",
        [f"meeting held: {GUTERRES} participant; Nana Akufo-Addo GHA participant"],
    ),
    (
        "The Secretary-General spoke by phone with Namibian President Nangolo Mbumba. He spoke of "
        "the term of Namibia as a member of the Security Council.",
        [f"call held: {GUTERRES} participant; Nangolo Mbumba NAM participant"],
    ),
    (
        "The UN chief spoke by phone with Sudanese Prime Minister Kamil Idris.",
        [f"call held: {GUTERRES} participant; Kamil Idris SDN participant"],
    ),
    (
        "The Secretary General met Estonian Prime Minister Kaja Kallas in Tallinn. NATO has sent "
        "more aircraft.",
        ["meeting held: Jens Stoltenberg North Atlantic Treaty Organization (NATO) guest; "
         "Kaja Kallas EST host"],
    ),
    # nobody's, where the page names no body that has such a head
    ("The secretary general met Peruvian Foreign Minister Elmer Schialer.", []),
    # an official of a body is not its head
    (
        "The UN special envoy met Libyan Prime Minister Abdul Hamid Dbeibah in Tripoli.",
        ["meeting held: Abdul Hamid Dbeibah LBY host; United Nations (UN) guest"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_heads_of_organizations(text: str, expected: list[str]) -> None:
    assert all_told(read(text, published="2024-06-18")) == expected
