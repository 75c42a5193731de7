"""Ambassadors who come one by one, counterparts of like rank, and visits that are still to come."""

from __future__ import annotations

import pytest

from reading import all_told, read

# (text, every account of it)
TOLD = [
    # ambassadors who do not reside where they are accredited
    (
        "President Mohamed Muizzu of Maldives received the letters of credence of two ambassadors. "
        "Aliki Koutsomitopoulou, Non-Resident Ambassador of Greece, presented her credentials. "
        "Sardor Rustambaev, Non-Resident Ambassador of Uzbekistan, also presented his credentials.",
        [
            "ceremony held: Aliki Koutsomitopoulou GRC guest; Mohamed Muizzu MDV host; "
            "Sardor Rustambaev UZB guest",
        ],
    ),
    # two offices of one rank and one state are of one person
    (
        "Maldivian Ambassador Mohamed Hussain Shareef presented his credentials to the President "
        "of the United Arab Emirates and Ruler of Abu Dhabi, Mohammed bin Zayed Al Nahyan.",
        ["ceremony held: Mohamed Hussain Shareef MDV guest; Mohammed bin Zayed Al Nahyan ARE host"],
    ),
    # an ambassador who is welcomed to his post does not visit it
    (
        "Maldivian President Abdulla Yameen met Philippine Ambassador Vicente Bandillo. President "
        "Yameen welcomed Ambassador Bandillo to the Maldives.",
        ["meeting held: Abdulla Yameen MDV host; Vicente Bandillo PHL guest"],
    ),
    # ambassadors of two states come by themselves
    (
        "Maldivian Foreign Minister Abdulla Shahid met the Ambassador of Norway and the Ambassador "
        "of Peru.",
        [
            "meeting held: Abdulla Shahid MDV participant; NOR participant",
            "meeting held: Abdulla Shahid MDV participant; PER participant",
        ],
    ),
    # an ambassador's counterpart is no president
    (
        "Pakistani Prime Minister Shehbaz Sharif wrote to Turkish President Recep Tayyip Erdogan. "
        "Pakistani Ambassador Masood Khan telephoned his Turkish counterpart in Washington.",
        [
            "call held: Masood Khan PAK participant; TUR participant",
            "letter held: Recep Tayyip Erdogan TUR recipient; Shehbaz Sharif PAK sender",
        ],
    ),
    # a state's name that is a given name
    (
        "Foreign Secretary Bharat Raj Paudyal of Nepal called on Chinese Foreign Minister Qin Gang "
        "in Beijing.",
        ["meeting held: Bharat Raj Paudyal NPL guest; Qin Gang CHN host"],
    ),
    # bidden to come, and not received
    (
        "Chinese Foreign Minister Wang Yi met British Foreign Secretary Philip Hammond. China "
        "welcomes Prime Minister David Cameron to visit Hangzhou.",
        [
            "meeting held: Philip Hammond GBR participant; Wang Yi CHN participant",
            "visit proposed: CHN host; David Cameron GBR guest",
        ],
    ),
    # what two agreed to do while they talked is not when they talked
    (
        "Talking by phone, Japanese Foreign Minister Toshimitsu Motegi and U.S. Secretary of State "
        "Antony Blinken agreed to work together.",
        ["call held: Antony Blinken USA participant; Toshimitsu Motegi JPN participant"],
    ),
    # who has only shown a will to go has not gone
    (
        "Japanese Prime Minister Yoshihide Suga had repeatedly shown enthusiasm to travel to the "
        "United States.",
        ["visit proposed: USA host; Yoshihide Suga JPN guest"],
    ),
    # some countries of a region are not those of the sentence before
    (
        "Japanese Prime Minister Yoshihide Suga will visit Vietnam and Indonesia, while Chinese "
        "Foreign Minister Wang Yi would visit four Southeast Asian countries.",
        [
            "visit planned: IDN host; Yoshihide Suga JPN guest",
            "visit planned: VNM host; Yoshihide Suga JPN guest",
        ],
    ),
    # "is visiting" of a visit that begins on a day to come
    (
        "Chinese Foreign Minister Wang Yi is paying a visit to Nepal beginning from Sunday, 11 "
        "June. The ministry said that Wang is visiting Nepal to hold talks.",
        ["visit planned: NPL host; Wang Yi CHN guest"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_envoys_and_plans(text: str, expected: list[str]) -> None:
    """Who took part in what, and whether it took place."""
    assert all_told(read(text, published="2023-06-08")) == expected


def test_a_while_ago() -> None:
    """What was a while ago was on the day of the page."""
    text = "Chinese Foreign Minister Wang Yi arrived in Kathmandu a short while ago."
    assert [a.start for a in read(text, published="2022-03-25").accounts] == ["2022-03-25"]
