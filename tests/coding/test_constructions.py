"""The same engagement said in many ways: voice, clauses, apposition, coordination, nouns."""

from __future__ import annotations

import pytest

from reading import all_told, not_yet, read

MEETING = ["meeting held: Alexander De Croo BEL participant; Paul Kagame RWA participant"]
CALL = ["call held: Cyril Ramaphosa ZAF participant; Volodymyr Zelensky UKR participant"]
VISIT = ["visit held: Prabowo Subianto IDN guest; QAT host"]

CASES = [
    # -- one meeting --
    # plain
    ("Rwandan President Paul Kagame met Belgian Prime Minister Alexander De Croo.", MEETING),
    # "with"
    ("Rwandan President Paul Kagame met with Belgian Prime Minister Alexander De Croo.", MEETING),
    # coordinated subjects
    ("Rwandan President Paul Kagame and Belgian Prime Minister Alexander De Croo met.", MEETING),
    # a supporting verb
    ("Rwandan President Paul Kagame held talks with Belgian Prime Minister Alexander De Croo.",
     MEETING),
    # a noun between the verb and the talks
    ("Rwandan President Paul Kagame had a round of talks with Belgian Prime Minister Alexander De "
     "Croo.", MEETING),
    # existential
    ("There was a meeting between Rwandan President Paul Kagame and Belgian Prime Minister "
     "Alexander De Croo.", MEETING),
    # "took place"
    ("A meeting between Rwandan President Paul Kagame and Belgian Prime Minister Alexander De Croo "
     "took place.", MEETING),
    # passive of "hold"
    ("Talks were held between Rwandan President Paul Kagame and Belgian Prime Minister Alexander "
     "De Croo.", MEETING),
    # a possessive
    ("Rwandan President Paul Kagame's meeting with Belgian Prime Minister Alexander De Croo was "
     "cordial.", MEETING),
    # "of X with Y"
    ("The meeting of Rwandan President Paul Kagame with Belgian Prime Minister Alexander De Croo "
     "was cordial.", MEETING),
    # a relative clause on the subject
    ("Rwandan President Paul Kagame, who met Belgian Prime Minister Alexander De Croo, spoke of "
     "peace.", MEETING),
    # a relative clause on the object
    ("Belgian Prime Minister Alexander De Croo, whom Rwandan President Paul Kagame met, spoke of "
     "peace.", MEETING),
    # a participle
    ("Meeting Belgian Prime Minister Alexander De Croo, Rwandan President Paul Kagame spoke of "
     "peace.", MEETING),
    # "after meeting"
    ("Rwandan President Paul Kagame spoke of peace after meeting Belgian Prime Minister Alexander "
     "De Croo.", MEETING),
    # a coordinated verb
    ("Rwandan President Paul Kagame toured an exhibition and met Belgian Prime Minister Alexander "
     "De Croo.", MEETING),
    # the partner first, his office behind
    ("Rwandan President Paul Kagame met Alexander De Croo, the Belgian prime minister.", MEETING),
    # reported speech
    ("A spokesman said that Rwandan President Paul Kagame had met Belgian Prime Minister Alexander "
     "De Croo.", MEETING),
    # "between" in front
    ("During talks with Belgian Prime Minister Alexander De Croo, Rwandan President Paul Kagame "
     "spoke of peace.", MEETING),
    # -- one call --
    ("South African President Cyril Ramaphosa spoke by phone with Ukrainian President Volodymyr "
     "Zelensky.", CALL),
    ("South African President Cyril Ramaphosa and Ukrainian President Volodymyr Zelensky held a "
     "telephone conversation.", CALL),
    ("South African President Cyril Ramaphosa had a phone call with Ukrainian President Volodymyr "
     "Zelensky.", CALL),
    # a passive of calling
    ("South African President Cyril Ramaphosa received a phone call from Ukrainian President "
     "Volodymyr Zelensky.", CALL),
    # "by telephone" in front
    ("By telephone, South African President Cyril Ramaphosa told Ukrainian President Volodymyr "
     "Zelensky of his plans.", CALL),
    # "over the phone"
    ("South African President Cyril Ramaphosa discussed grain with Ukrainian President Volodymyr "
     "Zelensky over the phone.", CALL),
    # "in a telephone conversation"
    ("In a telephone conversation with Ukrainian President Volodymyr Zelensky, South African "
     "President Cyril Ramaphosa spoke of grain.", CALL),
    # the noun as subject
    ("A phone call between South African President Cyril Ramaphosa and Ukrainian President "
     "Volodymyr Zelensky focused on grain.", CALL),
    # "phoned"
    ("Ukrainian President Volodymyr Zelensky phoned South African President Cyril "
     "Ramaphosa.", CALL),
    # a relative clause on the call
    ("The telephone conversation that Ukrainian President Volodymyr Zelensky held with South "
     "African President Cyril Ramaphosa was long.", CALL),
    # -- one visit --
    ("Indonesian President Prabowo Subianto visited Qatar.", VISIT),
    ("Indonesian President Prabowo Subianto paid a visit to Qatar.", VISIT),
    ("Indonesian President Prabowo Subianto made an official visit to Doha.", VISIT),
    # a possessive
    ("President Prabowo Subianto of Indonesia spoke of trade during his visit to Qatar.",
     ["visit under_way: Prabowo Subianto IDN guest; QAT host"]),
    # "by"
    ("The visit to Qatar by Indonesian President Prabowo Subianto ended well.", VISIT),
    # passive
    ("Qatar was visited by Indonesian President Prabowo Subianto.", VISIT),
    # "travelled to"
    ("Indonesian President Prabowo Subianto travelled to Qatar.", VISIT),
    # a finished journey
    ("Indonesian President Prabowo Subianto returned home from a visit to Qatar.", VISIT),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_one_engagement_however_said(text: str, expected: list[str]) -> None:
    assert all_told(read(text, published="2025-04-16")) == expected


KINDS = [
    # video links
    not_yet(
        "“talks by video link”: the mark in a “by” phrase of the noun is not seen",
        "Japanese Prime Minister Fumio Kishida and Dutch Prime Minister Mark Rutte held talks "
        "by video "
     "link.",
     ["video_call held: Fumio Kishida JPN participant; Mark Rutte NLD participant"]),
    ("Kyrgyz President Sadyr Japarov met Tajik President Emomali Rahmon via videoconference.",
     ["video_call held: Emomali Rahmon TJK participant; Sadyr Japarov KGZ participant"]),
    # working meals
    ("German Chancellor Angela Merkel had dinner with Italian Prime Minister Mario Draghi.",
     ["meeting held: Angela Merkel DEU participant; Mario Draghi ITA participant"]),
    # sidelines
    ("Nepali Prime Minister KP Sharma Oli met Indian Prime Minister Narendra Modi on the sidelines "
     "of the UN General Assembly.",
     ["meeting held: KP Sharma Oli NPL participant; Narendra Modi IND participant",
      "summit held: United Nations General Assembly (UN General Assembly) participant"]),
    # ministries
    ("The foreign ministries of Oman and Kazakhstan held political consultations.",
     ["consultation held: KAZ participant; OMN participant"]),
    # deputies
    ("Vietnamese Deputy Foreign Minister Nguyen Minh Vu and Cuban Deputy Foreign Minister Gerardo "
     "Penalver held political consultations.",
     ["consultation held: Gerardo Penalver CUB participant; Nguyen Minh Vu VNM participant"]),
    # signing
    ("Moroccan Foreign Minister Nasser Bourita and Kenyan Foreign Minister Musalia Mudavadi signed "
     "a memorandum of understanding.",
     ["ceremony held: Musalia Mudavadi KEN participant; Nasser Bourita MAR participant"]),
    # welcome
    ("Philippine President Ferdinand Marcos Jr. held a welcome ceremony for Emirati President "
     "Mohamed bin Zayed Al Nahyan.",
     ["ceremony held: Ferdinand Marcos Jr. PHL host; Mohamed bin Zayed Al Nahyan ARE guest"]),
    # a summit of three
    ("US President Joe Biden, Japanese Prime Minister Fumio Kishida and Philippine President "
     "Ferdinand Marcos Jr. held a summit.",
     ["summit held: Ferdinand Marcos Jr. PHL participant; Fumio Kishida JPN participant; "
      "Joe Biden USA participant"]),
    # a letter by the verb
    ("Sudanese General Abdel Fattah al-Burhan wrote to Egyptian President Abdel Fattah el-Sisi.",
     ["letter held: Abdel Fattah al-Burhan SDN sender; Abdel Fattah el-Sisi EGY recipient"]),
    # a telegram
    ("Moroccan King Mohammed VI sent a telegram of condolences to Libyan leader Mohamed Menfi.",
     ["letter held: Mohamed Menfi LBY recipient; Mohammed VI MAR sender"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kinds(text: str, expected: list[str]) -> None:
    assert all_told(read(text, published="2025-04-16")) == expected


SEVERAL = [
    # two partners of one visit are two meetings
    ("Chinese Foreign Minister Wang Yi met Cambodian Prime Minister Hun Manet and held separate "
     "talks with Cambodian Foreign Minister Prak Sokhonn.",
     ["meeting held: Hun Manet KHM participant; Wang Yi CHN participant",
      "meeting held: Prak Sokhonn KHM participant; Wang Yi CHN participant"]),
    # two journeys
    ("Angolan President Joao Lourenco visited Portugal and later travelled to France.",
     ["visit held: FRA host; Joao Lourenco AGO guest", "visit held: Joao Lourenco AGO guest; "
      "PRT host"]),
    # a visit with talks
    ("Nicaraguan Foreign Minister Valdrack Jaentschke visited Iran, where he met Iranian President "
     "Masoud Pezeshkian.",
     ["meeting held: Masoud Pezeshkian IRN host; Valdrack Jaentschke NIC guest",
      "visit held: Masoud Pezeshkian IRN host; Valdrack Jaentschke NIC guest"]),
    # a call that prepares a visit
    ("In a phone call, Brazilian President Luiz Inacio Lula da Silva invited French President "
     "Emmanuel Macron to visit Brazil.",
     ["call held: Emmanuel Macron FRA participant; Luiz Inacio Lula da Silva BRA participant",
      "visit proposed: Emmanuel Macron FRA guest; Luiz Inacio Lula da Silva BRA host"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_engagements_in_a_sentence(text: str, expected: list[str]) -> None:
    assert all_told(read(text, published="2025-08-10")) == sorted(expected)
