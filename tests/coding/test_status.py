"""How far an engagement has come: what tense, modality, verbs, nouns and adjectives say of it."""

from __future__ import annotations

import pytest

from reading import all_told, not_yet, read

CASES = [
    # a tour that somebody is on, and one that had begun elsewhere
    ("Hungarian Prime Minister Viktor Orban embarked on a tour to Serbia.", "2024-07-02",
     "visit under_way: SRB host; Viktor Orban HUN guest"),
    ("Turkish President Recep Tayyip Erdogan had started his tour on Tuesday with Serbia.",
     "2022-09-08", "visit held: Recep Tayyip Erdogan TUR guest; SRB host"),
    # what comes before something that is to come
    ("Russian President Vladimir Putin will fly home after his trip to China.", "2022-02-03",
     "visit planned: CHN host; Vladimir Putin RUS guest"),
    # what a visit is for, and what is arranged for it
    ("Estonian President Kersti Kaljulaid is in Latvia on a working visit intended to mark the"
     " anniversary of relations.", "2021-03-02",
     "visit under_way: Kersti Kaljulaid EST guest; LVA host"),
    # there on a day before the page's, and there on its own
    ("On 6 May, Latvian Foreign Minister Baiba Braže was in Estonia on a working visit.",
     "2024-05-07", "visit held: Baiba Braže LVA guest; EST host"),
    ("Latvian President Raimonds Vējonis was in Tallinn on Wednesday on his first visit.",
     "2019-04-10", "visit under_way: EST host; Raimonds Vējonis LVA guest"),
    # with whom something is expected to be discussed
    ("Polish Prime Minister Mateusz Morawiecki was expected to discuss trade and migration issues"
     " with Slovak Prime Minister Peter Pellegrini.", "2018-10-15",
     "meeting planned: Mateusz Morawiecki POL participant; Peter Pellegrini SVK participant"),
    # what somebody thinks of, which no plan is
    ("A meeting between Russian President Vladimir Putin and Turkish President Recep Tayyip Erdogan"
     " is possible, but no date has been set.", "2023-07-08",
     "meeting proposed: Recep Tayyip Erdogan TUR participant; Vladimir Putin RUS participant"),
    # what was only proposed, and then took place
    ("Jamaican Prime Minister Andrew Holness was invited to meet with US Vice President Mike Pence."
     " The meeting took place on Monday.", "2019-10-04",
     "meeting held: Andrew Holness JAM participant; Mike Pence USA participant"),
    # -- visits: tense and aspect --
    # what a visit does is no plan of one
    ("Kenyan President William Ruto's visit to Accra confirms the friendship of the two nations.",
     "2024-08-02", "visit held: GHA host; William Ruto KEN guest"),
    # future auxiliary
    ("Kazakh President Kassym-Jomart Tokayev will travel to Uzbekistan next week.",
     "2024-08-02", "visit planned: Kassym-Jomart Tokayev KAZ guest; UZB host"),
    # "is to": an arranged future
    ("Kenyan President William Ruto is to pay a state visit to the United States in May.",
     "2024-02-20", "visit planned: USA host; William Ruto KEN guest"),
    # progressive
    ("Ghanaian President Nana Akufo-Addo is visiting Jamaica.",
     "2019-06-09", "visit under_way: JAM host; Nana Akufo-Addo GHA guest"),
    # "is on a visit"
    ("German Chancellor Olaf Scholz is on a three-day visit to China.",
     "2024-04-14", "visit under_way: CHN host; Olaf Scholz DEU guest"),
    # arrival leaves the guest there
    ("Polish Prime Minister Donald Tusk arrived in Ukraine on Monday.",
     "2024-01-22", "visit under_way: Donald Tusk POL guest; UKR host"),
    # a verb of beginning
    ("Argentine President Javier Milei began a visit to Israel on Tuesday.",
     "2024-02-06", "visit under_way: ISR host; Javier Milei ARG guest"),
    # a verb of ending
    ("French President Emmanuel Macron wrapped up a three-day trip to Brazil on Thursday.",
     "2024-03-28", "visit held: BRA host; Emmanuel Macron FRA guest"),
    # perfect
    ("Sri Lankan President Ranil Wickremesinghe has concluded his official visit to China.",
     "2023-10-21", "visit held: CHN host; Ranil Wickremesinghe LKA guest"),
    # a second verb under one auxiliary
    ("French President Emmanuel Macron will open a fair and hold talks with German Chancellor Olaf "
     "Scholz.", "2024-03-28", "meeting planned: Emmanuel Macron FRA participant; Olaf Scholz DEU "
     "participant"),
    # present tense of plans
    ("Mongolian President Ukhnaagiin Khurelsukh leaves for Germany on Sunday.",
     "2022-10-14", "visit planned: DEU host; Ukhnaagiin Khurelsukh MNG guest"),
    # -- visits: words of planning --
    ("Malaysian Prime Minister Anwar Ibrahim is scheduled to visit Thailand on Thursday.",
     "2023-02-07", "visit planned: Anwar Ibrahim MYS guest; THA host"),
    ("Brazilian President Luiz Inacio Lula da Silva plans to visit Egypt in February.",
     "2024-01-10", "visit planned: EGY host; Luiz Inacio Lula da Silva BRA guest"),
    # the noun carries it
    ("Preparations for the visit of Pope Francis to Mongolia were discussed in Ulaanbaatar.",
     "2023-08-01", "visit planned: Francis VAT guest; MNG host"),
    # an adjective before the noun
    ("The upcoming visit of Turkish President Recep Tayyip Erdogan to Iraq is of great importance.",
     "2024-04-15", "visit planned: IRQ host; Recep Tayyip Erdogan TUR guest"),
    # an adjective of the present
    ("The ongoing visit of Vietnamese President To Lam to China shows good will.",
     "2024-08-19", "visit under_way: CHN host; To Lam VNM guest"),
    # a participle as adjective makes doubt
    ("A possible visit by Syrian President Ahmed al-Sharaa to Russia was mentioned.",
     "2025-09-02", "visit proposed: Ahmed al-Sharaa SYR guest; RUS host"),
    # -- visits: modality --
    ("Armenian Prime Minister Nikol Pashinyan may visit Türkiye this year.",
     "2025-05-05", "visit proposed: Nikol Pashinyan ARM guest; TUR host"),
    ("Cuban President Miguel Diaz-Canel hopes to visit Vietnam next year.",
     "2024-11-05", "visit proposed: Miguel Diaz-Canel CUB guest; VNM host"),
    # an accepted invitation
    not_yet(
        "“accepted an invitation to visit” without an inviter stays proposed",
        "Serbian President Aleksandar Vucic has accepted an invitation to visit Azerbaijan.",
     "2024-02-05", "visit planned: Aleksandar Vucic SRB guest; AZE host"),
    # an open invitation
    ("Iraqi President Abdul Latif Rashid invited Iranian President Ebrahim Raisi to visit Baghdad.",
     "2023-04-29", "visit proposed: Abdul Latif Rashid IRQ host; Ebrahim Raisi IRN guest"),
    # -- visits that do not come about --
    ("Saudi Crown Prince Mohammed bin Salman postponed his trip to Japan.",
     "2024-05-20", "visit postponed: JPN host; Mohammed bin Salman SAU guest"),
    # phrasal verb
    ("US Secretary of State Antony Blinken put off a visit to China over a balloon.",
     "2023-02-03", "visit postponed: Antony Blinken USA guest; CHN host"),
    ("US President Joe Biden cancelled his visit to Papua New Guinea.",
     "2023-05-17", "visit cancelled: Joe Biden USA guest; PNG host"),
    # passive of a phrasal verb
    ("A planned visit by Russian Foreign Minister Sergei Lavrov to Serbia was called off.",
     "2022-06-06", "visit cancelled: SRB host; Sergei Lavrov RUS guest"),
    # perfect passive
    ("The state visit of King Charles III to France has been postponed.",
     "2023-03-24", "visit postponed: Charles III GBR guest; FRA host"),
    # the new date keeps it postponed
    ("The visit of German President Frank-Walter Steinmeier to Latvia was rescheduled to February.",
     "2022-01-20", "visit postponed: Frank-Walter Steinmeier DEU guest; LVA host"),
    # -- meetings --
    ("Spanish Prime Minister Pedro Sanchez met Moroccan King Mohammed VI.",
     "2024-02-21", "meeting held: Mohammed VI MAR participant; Pedro Sanchez ESP participant"),
    ("Spanish Prime Minister Pedro Sanchez is holding talks with Moroccan King Mohammed VI.",
     "2024-02-21", "meeting under_way: Mohammed VI MAR participant; Pedro Sanchez ESP participant"),
    ("Thai Prime Minister Srettha Thavisin is due to meet Cambodian Prime Minister Hun Manet.",
     "2024-02-05", "meeting planned: Hun Manet KHM participant; Srettha Thavisin THA participant"),
    ("Serbian President Aleksandar Vucic is ready to meet Kosovo Prime Minister Albin Kurti.",
     "2023-10-20", "meeting proposed: Albin Kurti XKX participant; Aleksandar Vucic SRB "
                   "participant"),
    # "would" in reported speech
    ("Danish Foreign Minister Lars Lokke Rasmussen said he would meet his Norwegian counterpart "
     "Espen Barth Eide on Friday.",
     "2025-01-08", "meeting planned: Espen Barth Eide NOR participant; "
     "Lars Lokke Rasmussen DNK participant"),
    # "ahead of": still to come
    ("The statement came ahead of a meeting between Indian Prime Minister Narendra Modi and "
     "Chinese President Xi Jinping.",
     "2024-10-22", "meeting planned: Narendra Modi IND participant; Xi Jinping CHN participant"),
    # "after": past
    ("The two ministries issued a statement after talks between Indian Foreign Minister S. "
     "Jaishankar and Maldivian Foreign Minister Moosa Zameer.",
     "2024-05-09", "meeting held: Moosa Zameer MDV participant; S. Jaishankar IND participant"),
    # passive of cancelling
    ("A meeting between Greek Prime Minister Kyriakos Mitsotakis and British Prime Minister Rishi "
     "Sunak was cancelled.",
     "2023-11-28", "meeting cancelled: Kyriakos Mitsotakis GRC participant; "
     "Rishi Sunak GBR participant"),
    # -- calls --
    ("Ukrainian President Volodymyr Zelensky will hold a phone call with Chilean President Gabriel "
     "Boric on Friday.",
     "2024-05-15", "call planned: Gabriel Boric CHL participant; "
     "Volodymyr Zelensky UKR participant"),
    ("A telephone call between French President Emmanuel Macron and Iranian President Masoud "
     "Pezeshkian is expected on Sunday.",
     "2025-06-20", "call planned: Emmanuel Macron FRA participant; "
     "Masoud Pezeshkian IRN participant"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "expected"), CASES)
def test_status(text: str, published: str, expected: str) -> None:
    assert all_told(read(text, published=published)) == [expected]


WANTED = {
    "asked for": (
        "Danish Foreign Minister Lars Løkke Rasmussen has asked for a meeting with US Secretary of"
        " State Marco Rubio.",
        ["meeting proposed: Lars Løkke Rasmussen DNK participant; Marco Rubio USA participant"],
    ),
    "not ruled out": (
        "Kremlin spokesman Dmitry Peskov did not rule out a meeting between Vladimir Putin and"
        " Donald Trump.",
        ["meeting proposed: Donald Trump USA participant; Vladimir Putin RUS participant"],
    ),
    "not planned": (
        "A call between US President Donald Trump and Russian President Vladimir Putin is not"
        " planned.",
        [],
    ),
    "under way": (
        "Talks between Omani Foreign Minister Badr Albusaidi and Iranian Foreign Minister Abbas"
        " Araghchi are under way.",
        ["meeting under_way: Abbas Araghchi IRN participant; Badr Albusaidi OMN participant"],
    ),
    "nobody": ("No Finnish president had ever met Chinese President Xi Jinping.", []),
}


@pytest.mark.parametrize("case", WANTED)
def test_talks_wanted_refused_and_going_on(case: str) -> None:
    text, expected = WANTED[case]
    assert all_told(read(text, published="2025-07-08")) == expected
