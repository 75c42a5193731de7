"""Signings, welcomes with honours, banquets, credentials: ceremonies told as events."""

from __future__ import annotations

import pytest

from reading import all_told, read

CASES = [
    # signed before others
    ("Three agreements were signed in the presence of Vietnamese President Luong Cuong and Lao "
     "President Thongloun Sisoulith.",
     ["ceremony held: Luong Cuong VNM participant; Thongloun Sisoulith LAO participant"]),
    # signed by nobody named, at the talks of the page
    ("Omani Sultan Haitham bin Tariq received Tanzanian President Samia Suluhu Hassan. Four "
     "memoranda of understanding were signed.",
     ["ceremony held: OMN participant; TZA participant",
      "meeting held: Haitham bin Tariq OMN host; Samia Suluhu Hassan TZA guest"]),
    # signed long before
    ("Polish President Andrzej Duda met Kenyan President William Ruto on 3 March 2025. The "
     "treaty was signed in 1989.",
     ["meeting held: Andrzej Duda POL participant; William Ruto KEN participant"]),
    # honours
    ("Ghanaian President John Mahama was welcomed with full military honours at the Elysee Palace "
     "by French President Emmanuel Macron.",
     ["ceremony held: Emmanuel Macron FRA host; John Mahama GHA guest"]),
    # honours by nobody named
    ("Slovak President Peter Pellegrini held talks with Indian President Droupadi Murmu in "
     "Bratislava on Tuesday. Murmu was welcomed with military honours.",
     ["ceremony held: Droupadi Murmu IND guest; SVK host",
      "meeting held: Droupadi Murmu IND guest; Peter Pellegrini SVK host"]),
    # opened together
    ("The presidents of Cuba and Russia, Miguel Diaz-Canel and Vladimir Putin, unveiled a "
     "monument.",
     ["ceremony held: Miguel Diaz-Canel CUB participant; Vladimir Putin RUS participant"]),
    # credentials of several at one ceremony
    ("South African President Cyril Ramaphosa received letters of credence from Chinese "
     "Ambassador Xin Li, Spanish Ambassador Maria Lopez and Malawian High Commissioner John "
     "Banda.",
     ["ceremony held: Cyril Ramaphosa ZAF host; John Banda MWI guest; Maria Lopez ESP guest; "
      "Xin Li CHN guest"]),
    # those of "six envoys", whom the next sentence names
    ("Zambian President Hakainde Hichilema received credentials from five new envoys on Friday. He "
     "received ambassadors including Anna Kask (Estonia), Luis Prado (Peru) and Iman Haddad "
     "(Lebanon).",
     ["ceremony held: Anna Kask EST guest; Hakainde Hichilema ZMB host; Iman Haddad LBN guest; "
      "Luis Prado PER guest"]),
    # those of a list below
    ("Botswanan President Duma Boko received letters of credence from three envoys.\n\nAmbassadors:"
     "\n\nSuzuki Hideo (Japan)\n\nAnna Kask (Estonia)\n\nLuis Prado (Peru)",
     ["ceremony held: Anna Kask EST guest; Duma Boko BWA host; Luis Prado PER guest; Suzuki Hideo "
      "JPN guest"]),
    ("Guyanese President Irfaan Ali welcomed the Non-Resident High Commissioner of Barbados, David "
     "Comissiong, and accepted his letters of credence.",
     ["ceremony held: David Comissiong BRB guest; Irfaan Ali GUY host"]),
    ("Botswanan President Duma Boko has received letters of credence from three ambassadors. They "
     "were the Ambassador of Iraq, Zaid Noori, the Ambassador of Cuba, Pablo Garcia and the new "
     "Tanzanian High Commissioner, Dr Asha Juma.",
     ["ceremony held: Asha Juma TZA guest; Duma Boko BWA host; Pablo Garcia CUB guest; "
      "Zaid Noori IRQ guest"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_ceremonies(text: str, expected: list[str]) -> None:
    """Expectations are lines of the reading of a short page."""
    assert all_told(read(text)) == expected


MEETINGS = [
    ("Japanese Prime Minister Shigeru Ishiba met his host, Indonesian President Prabowo Subianto.",
     ["meeting held: Prabowo Subianto IDN host; Shigeru Ishiba JPN guest"]),
    ("Received this morning by Indonesian President Prabowo Subianto was Australian Foreign "
     "Minister Penny Wong.",
     ["meeting held: Penny Wong AUS guest; Prabowo Subianto IDN host"]),
    ("Iraqi President Abdul Latif Rashid and Iranian President Masoud Pezeshkian spoke on "
     "Thursday.",
     ["call held: Abdul Latif Rashid IRQ participant; Masoud Pezeshkian IRN participant"]),
    ("Iraqi President Abdul Latif Rashid and Iranian President Masoud Pezeshkian spoke on "
     "Thursday, hours after the minister had left for Basra.",
     ["call held: Abdul Latif Rashid IRQ participant; Masoud Pezeshkian IRN participant"]),
    ("Iraqi President Abdul Latif Rashid and Iranian President Masoud Pezeshkian spoke on "
     "Thursday, a day after a quarrel over the border.",
     ["call held: Abdul Latif Rashid IRQ participant; Masoud Pezeshkian IRN participant"]),
    ("Iraqi President Abdul Latif Rashid and Iranian President Masoud Pezeshkian spoke at the "
     "forum.", []),
    ("Iraqi President Abdul Latif Rashid and Iranian President Masoud Pezeshkian spoke to open "
     "the forum.", []),
    ("Kazakh President Kassym-Jomart Tokayev exchanged views with Mongolian President Khurelsukh "
     "Ukhnaa.",
     ["meeting held: Kassym-Jomart Tokayev KAZ participant; Khurelsukh Ukhnaa MNG participant"]),
    ("Consultations between the foreign ministries of Romania and Georgia took place on Tuesday.",
     ["meeting held: GEO participant; ROU participant"]),
    ("Talks on Monday with his Syrian opposite number, Asaad al-Shaibani, went well, US Secretary "
     "of State Marco Rubio said.",
     ["meeting held: Asaad al-Shaibani SYR participant; Marco Rubio USA participant"]),
    ("South Korean Foreign Minister Cho Tae-yul and his Syrian counterpart, Asaad al-Shaibani, "
     "signed a joint statement. At their talks, Cho spoke of hope.",
     ["ceremony held: Asaad al-Shaibani SYR participant; Cho Tae-yul KOR participant",
      "meeting held: Asaad al-Shaibani SYR participant; Cho Tae-yul KOR participant"]),
    ("Chinese President Xi Jinping held separate talks with Sadyr Japarov of Kyrgyzstan and "
     "Emomali Rahmon of Tajikistan.",
     ["meeting held: Emomali Rahmon TJK participant; Xi Jinping CHN participant",
      "meeting held: Sadyr Japarov KGZ participant; Xi Jinping CHN participant"]),
    ("Philippine President Ferdinand Marcos told of a phone conversation he had with Donald Trump.",
     ["call held: Donald Trump USA participant; Ferdinand Marcos PHL participant"]),
    ("Mexican Foreign Minister Juan Ramon de la Fuente held talks on Wednesday with advisers to "
     "Donald Trump.",
     ["meeting held: Juan Ramon de la Fuente MEX participant; USA participant"]),
    ("King Abdullah II of Jordan received in Amman Dutch Foreign Minister Caspar Veldkamp.",
     ["meeting held: Abdullah II JOR host; Caspar Veldkamp NLD guest"]),
    ("Kazakh President Kassym-Jomart Tokayev received Omani Foreign Minister Badr Albusaidi. The "
     "talks were attended by Kazakh Foreign Minister Murat Nurtleu and the Omani ambassador.",
     ["meeting held: Badr Albusaidi OMN guest; Kassym-Jomart Tokayev KAZ host; Murat Nurtleu KAZ "
      "delegate"]),
    ("Received at the Elysee, Malagasy President Andry Rajoelina spoke of trade.",
     ["meeting held: Andry Rajoelina MDG guest; FRA host"]),
    ("At the start of the meeting, Egyptian Foreign Minister Badr Abdelatty conveyed to Eritrean "
     "President Isaias Afwerki his thanks.",
     ["meeting held: Badr Abdelatty EGY participant; Isaias Afwerki ERI participant"]),
    ("Algerian President Abdelmadjid Tebboune and French President Emmanuel Macron last spoke face "
     "to face in Apulia.",
     ["meeting held: Abdelmadjid Tebboune DZA participant; Emmanuel Macron FRA participant"]),
    ("Following last month's talks between Serbian President Aleksandar Vucic and Kosovo Prime "
     "Minister Albin Kurti, the EU called for calm.",
     ["meeting held: Albin Kurti XKX participant; Aleksandar Vucic SRB participant"]),
    ("Slovenian Prime Minister Robert Golob discussed with Latvian President Edgars Rinkevics ways "
     "to curb migration.",
     ["meeting held: Edgars Rinkevics LVA participant; Robert Golob SVN participant"]),
    ("Georgian Foreign Minister Maka Botchorishvili had bilateral meetings with her colleagues "
     "from Bulgaria and Romania.",
     ["meeting held: BGR participant; Maka Botchorishvili GEO participant",
      "meeting held: Maka Botchorishvili GEO participant; ROU participant"]),
    ("Turkish President Recep Tayyip Erdogan called on Syrian President Bashar al-Assad to come to "
     "terms.", []),
    ("Turkish Ambassador Ali Onaner called on Tunisian President Kais Saied to congratulate him.",
     ["meeting held: Ali Onaner TUR guest; Kais Saied TUN host"]),
    ("US and Russian delegations met in Riyadh on Monday.",
     ["meeting held: RUS participant; USA participant"]),
    ("France met Argentina in Lusail on Sunday.", []),
    ("Kosovan President Vjosa Osmani met EU foreign ministers on Monday.",
     ["summit held: European Union (EU) participant; Vjosa Osmani XKX participant"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_meetings(text: str, expected: list[str]) -> None:
    """Expectations are lines of the reading of a short page."""
    assert all_told(read(text)) == expected
