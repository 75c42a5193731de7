"""Summits of organisations: whose they are, who attends, who holds them."""

from __future__ import annotations

import pytest

from reading import all_told, read

CASES = [
    # of an organisation by itself
    ("The African Union summit was held in Addis Ababa in February.",
     ["summit held: African Union (AU) participant"]),
    ("The fifth summit of the Indian Ocean Commission opened in Antananarivo on Thursday.",
     ["summit held: Indian Ocean Commission participant"]),
    ("The EU summit in Brussels agreed on new sanctions.",
     ["summit held: European Union (EU) participant"]),
    # who attends
    ("Kenyan President William Ruto will attend the G7 summit in Apulia next week.",
     ["summit planned: Group of Seven (G7) participant; William Ruto KEN participant"]),
    # who holds it
    ("Brazil will host the BRICS summit next month.",
     ["summit planned: BRA host; BRICS participant"]),
    # an invitation leaves the guest out
    ("Zambia was invited to attend the G20 summit in Cape Town.",
     ["summit planned: Group of Twenty (G20) participant"]),
    # two at once
    ("From Lima, Chinese President Xi Jinping is to go on to the APEC and G20 summits.",
     ["summit planned: Asia-Pacific Economic Cooperation (APEC) participant; Xi Jinping CHN "
      "participant",
      "summit planned: Group of Twenty (G20) participant; Xi Jinping CHN participant"]),
    # a meeting on its sidelines
    ("Indonesian President Prabowo Subianto met Canadian Prime Minister Mark Carney on the "
     "sidelines of the G20 summit.",
     ["meeting held: Mark Carney CAN participant; Prabowo Subianto IDN participant",
      "summit held: Group of Twenty (G20) participant"]),
    # an organisation's leaders or ministers
    ("ECOWAS leaders will meet in Abuja on Sunday.",
     ["summit planned: Economic Community of West African States (ECOWAS) participant"]),
    ("NATO defence ministers met in Brussels on Thursday.",
     ["summit held: North Atlantic Treaty Organization (NATO) participant"]),
    ("The 57th ASEAN Foreign Ministers' Meeting opened in Vientiane on Thursday.",
     ["summit held: Association of Southeast Asian Nations (ASEAN) participant"]),
    ("The Pacific Islands Forum Leaders Meeting will take place in Nuku'alofa in August.",
     ["summit planned: Pacific Islands Forum participant"]),
    # three, wherever the parser hangs the later ones
    ("The Seventh Trilateral Foreign Ministers' Meeting between Japan, the People's Republic of "
     "China and the Republic of Korea was convened in Seoul on Saturday.",
     ["summit held: CHN guest; JPN guest; KOR host"]),
    # with a part of the world
    ("Malian leader Assimi Goita attended the Russia-Africa summit in Sochi.",
     ["summit held: Assimi Goita MLI guest; RUS host"]),
    ("The sixth consultative meeting of the heads of state of Central Asia will take place in "
     "Astana on Friday.",
     ["summit planned: KAZ host"]),
    ("Rwandan President Paul Kagame attended the meeting of the leaders of the African states in "
     "Accra.",
     ["summit held: GHA host; Paul Kagame RWA guest"]),
    ("The heads of the Asian banks held a meeting.", []),
    # who came, told from the summit's side
    ("The summit was attended by Kenyan President William Ruto and Rwandan President Paul Kagame.",
     ["summit held: Paul Kagame RWA participant; William Ruto KEN participant"]),
    # by a name of its own, ahead of which two speak
    ("US President Joe Biden spoke with Argentine President Alberto Fernandez in advance of the "
     "Summit of the Americas.",
     ["call held: Alberto Fernandez ARG participant; Joe Biden USA participant",
      "summit planned: Summit of the Americas participant"]),
    # in doubt or with others
    ("The two ministers discussed preparations for the NATO summit in Washington.",
     ["summit planned: North Atlantic Treaty Organization (NATO) participant"]),
    ("The climate summit ended without an agreement.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_summits(text: str, expected: list[str]) -> None:
    """Expectations are lines of the reading of one sentence."""
    assert all_told(read(text)) == expected
