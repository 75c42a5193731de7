"""Talks that leave one side to be understood, and visits that leave the goal."""

from __future__ import annotations

import pytest

from reading import all_told, read

PAGES = {
    "meetings of a programme": (
        "Croatian Prime Minister Andrej Plenković arrived in Skopje on Monday. The programme "
        "includes meetings with President Gordana Siljanovska-Davkova and Prime Minister Hristijan "
        "Mickoski.",
        [
            "meeting planned: Andrej Plenković HRV guest; Gordana Siljanovska-Davkova MKD host",
            "meeting planned: Andrej Plenković HRV guest; Hristijan Mickoski MKD host",
            "visit under_way: Andrej Plenković HRV guest; Hristijan Mickoski MKD host",
        ],
    ),
    "talks scheduled": (
        "Botswana's President Duma Boko arrived in Qatar on Tuesday. Talks with Foreign Minister "
        "Mohammed bin Abdulrahman Al Thani are scheduled for Wednesday.",
        [
            "meeting planned: Duma Boko BWA guest; Mohammed bin Abdulrahman Al Thani QAT host",
            "visit under_way: Duma Boko BWA guest; QAT host",
        ],
    ),
    "talks of others stay apart": (
        "Latvian President Edgars Rinkēvičs arrived in Tbilisi on Monday. Opposition leaders held "
        "a meeting with Prime Minister Irakli Kobakhidze.",
        ["visit under_way: Edgars Rinkēvičs LVA guest; GEO host"],
    ),
    "on a visit to where the talks are": (
        "Zambian President Hakainde Hichilema hosted his Malawian counterpart Lazarus Chakwera in "
        "Lusaka on Monday. Chakwera, who is on a two-day visit, praised the port.",
        [
            "meeting held: Hakainde Hichilema ZMB host; Lazarus Chakwera MWI guest",
            "visit under_way: Hakainde Hichilema ZMB host; Lazarus Chakwera MWI guest",
        ],
    ),
    "a ceremony without names": (
        "Italian President Sergio Mattarella arrived in Yerevan on Monday. A welcome ceremony was "
        "held at the presidential palace, followed by talks with President Vahagn Khachaturyan.",
        [
            "ceremony held: Sergio Mattarella ITA guest; Vahagn Khachaturyan ARM host",
            "meeting held: Sergio Mattarella ITA guest; Vahagn Khachaturyan ARM host",
            "visit under_way: Sergio Mattarella ITA guest; Vahagn Khachaturyan ARM host",
        ],
    ),
    "who hands over a letter meets who gets it": (
        "Mauritanian President Mohamed Ould Ghazouani received a message from Malian leader Assimi "
        "Goïta. The message was handed over by Malian Foreign Minister Abdoulaye Diop during an "
        "audience in Nouakchott.",
        [
            "letter held: Abdoulaye Diop MLI envoy; Assimi Goïta MLI sender; "
            "Mohamed Ould Ghazouani MRT recipient",
            "meeting held: Abdoulaye Diop MLI guest; Mohamed Ould Ghazouani MRT host",
        ],
    ),
    "expected for talks": (
        "US special envoy Steve Witkoff is expected in Moscow for talks with Vladimir Putin.",
        [
            "meeting planned: Steve Witkoff USA guest; Vladimir Putin RUS host",
            "visit planned: Steve Witkoff USA guest; Vladimir Putin RUS host",
        ],
    ),
    "before going on": (
        "German President Frank-Walter Steinmeier will meet Kenyan President William Ruto before "
        "travelling on to Kigali.",
        [
            "meeting planned: Frank-Walter Steinmeier DEU participant; William Ruto KEN "
            "participant",
            "visit planned: Frank-Walter Steinmeier DEU guest; RWA host",
        ],
    ),
    "left in order to meet": (
        "Sierra Leone's President Julius Maada Bio left Freetown for Banjul to meet President "
        "Adama Barrow.",
        [
            "meeting planned: Adama Barrow GMB host; Julius Maada Bio SLE guest",
            "visit planned: Adama Barrow GMB host; Julius Maada Bio SLE guest",
        ],
    ),
    "a dinner in honour of a guest": (
        "King Harald V of Norway gave a dinner in honour of President Halla Tómasdóttir of Iceland "
        "in Oslo.",
        ["meeting held: Halla Tómasdóttir ISL guest; Harald V NOR host"],
    ),
    "a courtesy call is a meeting whatever the rank": (
        "The Ambassador of Denmark to Ghana, Jakob Linulf, paid a courtesy call on Vice President "
        "Jane Naana Opoku-Agyemang on Thursday.",
        ["meeting held: Jakob Linulf DNK guest; Jane Naana Opoku-Agyemang GHA host"],
    ),
    "vice presidents meet": (
        "The Vice President of India, Jagdeep Dhankhar, met the Vice President of Indonesia, "
        "Gibran Rakabuming Raka, in Jakarta.",
        ["meeting held: Gibran Rakabuming Raka IDN host; Jagdeep Dhankhar IND guest"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PAGES.values(), ids=PAGES)
def test_understood_parties(text: str, expected: list[str]) -> None:
    assert all_told(read(text, published="2025-07-08")) == sorted(expected)
