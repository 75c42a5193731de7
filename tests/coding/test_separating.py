"""One clause, several engagements: partners one after the other, or all at one table."""

from __future__ import annotations

import pytest

from reading import all_told, read

CASES = [
    # received one after the other
    ("Zambian President Hakainde Hichilema received Omani Foreign Minister Badr Albusaidi and "
     "Polish Foreign Minister Radoslaw Sikorski.",
     ["meeting held: Badr Albusaidi OMN guest; Hakainde Hichilema ZMB host",
      "meeting held: Hakainde Hichilema ZMB host; Radoslaw Sikorski POL guest"]),
    # some of many
    ("Zambian President Hakainde Hichilema had phone conversations with several presidents, "
     "including William Ruto of Kenya and Paul Kagame of Rwanda.",
     ["call held: Hakainde Hichilema ZMB participant; Paul Kagame RWA participant",
      "call held: Hakainde Hichilema ZMB participant; William Ruto KEN participant"]),
    # bilaterals, whatever stands before them
    ("Zambian President Hakainde Hichilema will do a pull-aside meeting with Canada and bilateral "
     "meetings with Brazil and Nigeria.",
     ["meeting planned: BRA participant; Hakainde Hichilema ZMB participant",
      "meeting planned: CAN participant; Hakainde Hichilema ZMB participant",
      "meeting planned: Hakainde Hichilema ZMB participant; NGA participant"]),
    # some of the meetings, told as discussions
    ("Zambian President Hakainde Hichilema had a series of meetings, including discussions with "
     "Kenyan President William Ruto and Rwandan President Paul Kagame.",
     ["meeting held: Hakainde Hichilema ZMB participant; Paul Kagame RWA participant",
      "meeting held: Hakainde Hichilema ZMB participant; William Ruto KEN participant"]),
    # met with at one table
    ("Zambian President Hakainde Hichilema met with the presidents of Kenya, Rwanda and Malawi.",
     ["summit held: Hakainde Hichilema ZMB participant; KEN participant; MWI participant; RWA "
      "participant"]),
    # presidents named together, and others behind them
    ("Zambian President Hakainde Hichilema held meetings with the presidents of Kenya and Malawi, "
     "the Emir of Qatar and the Prime Minister of Nepal on 4 June 2024.",
     ["meeting held: Hakainde Hichilema ZMB participant; KEN participant",
      "meeting held: Hakainde Hichilema ZMB participant; MWI participant",
      "meeting held: Hakainde Hichilema ZMB participant; NPL participant",
      "meeting held: Hakainde Hichilema ZMB participant; QAT participant"]),
    # each counterpart by himself, by name where the names follow
    ("Zambian Foreign Minister Mulambo Haimbe met his counterparts from Kenya and Rwanda, Musalia "
     "Mudavadi and Olivier Nduhungirehe.",
     ["meeting held: Mulambo Haimbe ZMB participant; Musalia Mudavadi KEN participant",
      "meeting held: Mulambo Haimbe ZMB participant; Olivier Nduhungirehe RWA participant"]),
    # so many ring one after the other
    ("The foreign ministers of Kenya, Rwanda and Malawi telephoned Zambian President Hakainde "
     "Hichilema.",
     ["call held: Hakainde Hichilema ZMB participant; KEN participant",
      "call held: Hakainde Hichilema ZMB participant; MWI participant",
      "call held: Hakainde Hichilema ZMB participant; RWA participant"]),
    ("Zambian President Hakainde Hichilema received calls on Monday from Kenyan President William "
     "Ruto and Rwandan President Paul Kagame.",
     ["call held: Hakainde Hichilema ZMB participant; Paul Kagame RWA participant",
      "call held: Hakainde Hichilema ZMB participant; William Ruto KEN participant"]),
    # all at one table
    ("Zambian President Hakainde Hichilema hosted Kenyan President William Ruto and Rwandan "
     "President Paul Kagame.",
     ["summit held: Hakainde Hichilema ZMB host; Paul Kagame RWA guest; William Ruto KEN guest"]),
    ("Zambian President Hakainde Hichilema met Kenyan President William Ruto and Rwandan "
     "President Paul Kagame.",
     ["summit held: Hakainde Hichilema ZMB participant; Paul Kagame RWA participant; William Ruto "
      "KEN participant"]),
    # beside the page's own
    ("On Friday, Zambian President Hakainde Hichilema also met Kenyan President William Ruto and "
     "Rwandan President Paul Kagame.",
     ["meeting held: Hakainde Hichilema ZMB participant; Paul Kagame RWA participant",
      "meeting held: Hakainde Hichilema ZMB participant; William Ruto KEN participant"]),
    # with many, each of another state, one by one
    ("Zambian President Hakainde Hichilema conferred with President of Botswana Duma Boko, "
     "President of Kenya William Ruto, President of Rwanda Paul Kagame and President of Ghana John "
     "Mahama.",
     ["meeting held: Duma Boko BWA participant; Hakainde Hichilema ZMB participant",
      "meeting held: Hakainde Hichilema ZMB participant; John Mahama GHA participant",
      "meeting held: Hakainde Hichilema ZMB participant; Paul Kagame RWA participant",
      "meeting held: Hakainde Hichilema ZMB participant; William Ruto KEN participant"]),
    # contacts are made with one after the other
    ("Zambian Foreign Minister Mulambo Haimbe held contacts with Omani Foreign Minister Badr "
     "Albusaidi; Radoslaw Sikorski, Foreign Minister of Poland; and Ian Borg, Foreign Minister of "
     "Malta.",
     ["meeting held: Badr Albusaidi OMN participant; Mulambo Haimbe ZMB participant",
      "meeting held: Ian Borg MLT participant; Mulambo Haimbe ZMB participant",
      "meeting held: Mulambo Haimbe ZMB participant; Radoslaw Sikorski POL participant"]),
    # a preposition of its own begins another meeting
    ("Polish President Andrzej Duda held talks with Kenyan President William Ruto and with Prime "
     "Cabinet Secretary Musalia Mudavadi.",
     ["meeting held: Andrzej Duda POL participant; Musalia Mudavadi KEN participant",
      "meeting held: Andrzej Duda POL participant; William Ruto KEN participant"]),
    ("Slovenian President Natasa Pirc Musar will meet today with Montenegrin Prime Minister "
     "Milojko Spajic, and tomorrow with President Jakov Milatovic.",
     ["meeting planned: Jakov Milatovic MNE host; Natasa Pirc Musar SVN guest",
      "meeting planned: Milojko Spajic MNE host; Natasa Pirc Musar SVN guest"]),
    # one guest, several hosts one after the other
    ("Zambian Speaker Nelly Mutti was received by Algerian Foreign Minister Ahmed Attaf and by "
     "Prime Minister Aimene Benabderrahmane.",
     ["meeting held: Ahmed Attaf DZA host; Nelly Mutti ZMB guest",
      "meeting held: Aimene Benabderrahmane DZA host; Nelly Mutti ZMB guest"]),
    ("Vietnamese Prime Minister Pham Minh Chinh and National Assembly Chairman Tran Thanh Man also "
     "met Timorese President Jose Ramos-Horta.",
     ["meeting held: Jose Ramos-Horta TLS guest; Pham Minh Chinh VNM host",
      "meeting held: Jose Ramos-Horta TLS guest; Tran Thanh Man VNM host"]),
    # two who lead one state
    ("Belgian Foreign Minister Maxime Prevot met Rwandan President Paul Kagame and Prime Minister "
     "Edouard Ngirente.",
     ["meeting held: Edouard Ngirente RWA host; Maxime Prevot BEL guest",
      "meeting held: Maxime Prevot BEL guest; Paul Kagame RWA host"]),
    # the occasion tells them apart
    ("Irish Foreign Minister Simon Harris met Vietnamese Foreign Minister Bui Thanh Son and "
     "Vietnamese Defence Minister Phan Van Giang in separate meetings.",
     ["meeting held: Bui Thanh Son VNM participant; Simon Harris IRL participant",
      "meeting held: Phan Van Giang VNM participant; Simon Harris IRL participant"]),
    # calls of one who is told of outside the phrase
    ("It was South Korean President Lee Jae-myung's third, following calls with US President "
     "Donald Trump and Japanese Prime Minister Shigeru Ishiba.",
     ["call held: Donald Trump USA participant; Lee Jae-myung KOR participant",
      "call held: Lee Jae-myung KOR participant; Shigeru Ishiba JPN participant"]),
    # those of many who are named: travel announcements, social media posts, agencies' round-ups
    ("Finnish Foreign Minister Elina Valtonen met several leaders, including President William "
     "Ruto of Kenya and Prime Minister Abiy Ahmed of Ethiopia.",
     ["meeting held: Abiy Ahmed ETH participant; Elina Valtonen FIN participant",
      "meeting held: Elina Valtonen FIN participant; William Ruto KEN participant"]),
    ("Finnish Foreign Minister Elina Valtonen interacted with a number of leaders, including "
     "President William Ruto of Kenya and Prime Minister Abiy Ahmed of Ethiopia.",
     ["meeting held: Abiy Ahmed ETH participant; Elina Valtonen FIN participant",
      "meeting held: Elina Valtonen FIN participant; William Ruto KEN participant"]),
    ("Finnish Foreign Minister Elina Valtonen held bilaterals with Kenya and Peru.",
     ["meeting held: Elina Valtonen FIN participant; KEN participant",
      "meeting held: Elina Valtonen FIN participant; PER participant"]),
    # calls are paid on one at a time
    ("Finnish Foreign Minister Elina Valtonen will call on President William Ruto of Kenya and "
     "Prime Cabinet Secretary Musalia Mudavadi.",
     ["meeting planned: Elina Valtonen FIN guest; Musalia Mudavadi KEN host",
      "meeting planned: Elina Valtonen FIN guest; William Ruto KEN host"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_several_engagements(text: str, expected: list[str]) -> None:
    """Expectations are lines of the reading of one sentence."""
    assert all_told(read(text)) == expected


def test_a_minister_goes_round_the_leaders_of_a_state() -> None:
    text = (
        "EU High Representative Kaja Kallas met Ukrainian President Volodymyr Zelensky, Prime "
        "Minister Denys Shmyhal and Foreign Minister Andrii Sybiha in Kyiv."
    )
    assert len(all_told(read(text))) == 3


def test_ministers_sit_in_when_heads_of_state_meet() -> None:
    text = (
        "Chinese President Xi Jinping met Kenyan President William Ruto, Foreign Minister Musalia "
        "Mudavadi and Trade Minister Lee Kinyanjui in Beijing."
    )
    assert len(all_told(read(text))) == 1


def test_a_headline_of_three_over_a_page_with_two_calls() -> None:
    reading = read(
        "Egyptian Foreign Minister Badr Abdelatty discussed Gaza in a phone call with his Omani "
        "counterpart Badr Albusaidi. In another phone call with Maltese Foreign Minister Ian Borg, "
        "Abdelatty discussed Libya.",
        title="Egyptian FM, Omani and Maltese counterparts discuss Gaza and Libya",
        published="2025-06-18",
    )
    assert all_told(reading) == [
        "call held: Badr Abdelatty EGY participant; Badr Albusaidi OMN participant",
        "call held: Badr Abdelatty EGY participant; Ian Borg MLT participant",
    ]
    assert all(account.main for account in reading.accounts)
