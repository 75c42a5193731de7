"""Parties as Gulf agencies name them: houses, forebears, forms of address, offices in a row."""

from __future__ import annotations

import pytest

from reading import all_told, read

CASES = [
    # no office of the sender names a state: his house does, and a republic has no crown prince
    (
        "Crown Prince Muqrin bin Abdulaziz Al Saud has sent a cable of congratulations to "
        "President Michael Higgins of Ireland on his country's National Day.",
        ["letter held: Michael Higgins IRL recipient; Muqrin bin Abdulaziz Al Saud SAU sender"],
    ),
    (
        "HH the Deputy Amir Sheikh Abdullah bin Hamad Al Thani sent a cable of condolences to "
        "President Prabowo Subianto of Indonesia on the victims of the flood.",
        ["letter held: Abdullah bin Hamad Al Thani QAT sender; Prabowo Subianto IDN recipient"],
    ),
    # a leader of the table with more of his forebears than the table has
    (
        "HRH Prince Mohammed bin Salman bin Abdulaziz Al Saud received a telephone call from "
        "French President Emmanuel Macron.",
        ["call held: Emmanuel Macron FRA participant; "
         "Mohammed bin Salman bin Abdulaziz Al Saud SAU participant"],
    ),
    # several offices behind the name, parted by commas
    (
        "His Royal Highness Prince Salman bin Hamad Al Khalifa, the Crown Prince, Deputy Supreme "
        "Commander and Prime Minister, received Omani Foreign Minister Badr Albusaidi.",
        ["meeting held: Badr Albusaidi OMN guest; Salman bin Hamad Al Khalifa BHR host"],
    ),
    # the office before the name told again behind it, without a comma
    (
        "Amir Sheikh Mishal Al-Ahmad Al-Sabah, Amir of the State of Kuwait has received Maltese "
        "President Myriam Spiteri Debono.",
        ["meeting held: Mishal Al-Ahmad Al-Sabah KWT host; Myriam Spiteri Debono MLT guest"],
    ),
    # sons and fathers, cousins of one house: each his own person
    (
        "His Highness the Amir Sheikh Sabah Al-Ahmad Al-Jaber Al-Sabah of Kuwait sent a cable to "
        "Nepali President Bidya Devi Bhandari. His Highness the Crown Prince Sheikh Nawaf Al-Ahmad "
        "Al-Jaber Al-Sabah sent a similar cable to President Bhandari.",
        ["letter held: Bidya Devi Bhandari NPL recipient; "
         "Nawaf Al-Ahmad Al-Jaber Al-Sabah KWT sender",
         "letter held: Bidya Devi Bhandari NPL recipient; "
         "Sabah Al-Ahmad Al-Jaber Al-Sabah KWT sender"],
    ),
    # short forms inside the name of a body
    (
        "Deputy Supreme Commander of the United Arab Emirates (UAE) Armed Forces Sheikh Mohamed "
        "bin Zayed met King Abdullah II of Jordan.",
        ["meeting held: Abdullah II JOR participant; Mohamed bin Zayed ARE participant"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_royal_parties(text: str, expected: list[str]) -> None:
    assert all_told(read(text, published="2018-06-18")) == expected
