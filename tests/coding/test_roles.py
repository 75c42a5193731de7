"""Who is what: participants, hosts, guests, delegates, senders, recipients, envoys."""

from __future__ import annotations

import pytest

from reading import all_told, read

CASES = [
    # active and passive of receiving
    ("Dutch King Willem-Alexander received Indian Foreign Minister S. Jaishankar.",
     ["meeting held: S. Jaishankar IND guest; Willem-Alexander NLD host"]),
    ("Indian Foreign Minister S. Jaishankar was received by Dutch King Willem-Alexander.",
     ["meeting held: S. Jaishankar IND guest; Willem-Alexander NLD host"]),
    # a courtesy call
    ("Australian Foreign Minister Penny Wong paid a courtesy call on Lao President Thongloun "
     "Sisoulith.",
     ["meeting held: Penny Wong AUS guest; Thongloun Sisoulith LAO host"]),
    # an audience
    ("Pope Leo XIV received Italian President Sergio Mattarella in audience.",
     ["meeting held: Leo XIV VAT host; Sergio Mattarella ITA guest"]),
    # in a third state all are participants
    ("Rwandan President Paul Kagame met Congolese President Felix Tshisekedi in Doha.",
     ["meeting held: Felix Tshisekedi COD participant; Paul Kagame RWA participant"]),
    # in one's own capital one is host
    ("Iraqi Prime Minister Mohammed Shia al-Sudani met Jordanian Prime Minister Jafar Hassan in "
     "Baghdad.",
     ["meeting held: Jafar Hassan JOR guest; Mohammed Shia al-Sudani IRQ host"]),
    # a town before an office is where, and not whose
    ("In Warsaw President Zuzana Caputova met Polish President Andrzej Duda.",
     ["meeting held: Andrzej Duda POL host; Zuzana Caputova SVK guest"]),
    # a visit to a state
    ("Dutch King Willem-Alexander visited Kenya.",
     ["visit held: KEN host; Willem-Alexander NLD guest"]),
    # a visit to a capital stands for its state
    ("Dutch King Willem-Alexander visited Nairobi.",
     ["visit held: KEN host; Willem-Alexander NLD guest"]),
    # a call has participants only
    ("Colombian President Gustavo Petro phoned Venezuelan President Nicolas Maduro.",
     ["call held: Gustavo Petro COL participant; Nicolas Maduro VEN participant"]),
    # sender and recipient
    ("Jordanian King Abdullah II sent a letter to Turkish President Recep Tayyip Erdogan.",
     ["letter held: Abdullah II JOR sender; Recep Tayyip Erdogan TUR recipient"]),
    # who gets a letter
    ("Qatari Emir Tamim bin Hamad Al Thani received a written message from Tunisian President Kais "
     "Saied.",
     ["letter held: Kais Saied TUN sender; Tamim bin Hamad Al Thani QAT recipient"]),
    # two offices before two names
    ("The Presidents of Azerbaijan and Georgia, Ilham Aliyev and Mikheil Kavelashvili, met in "
     "Vienna.",
     ["meeting held: Ilham Aliyev AZE participant; Mikheil Kavelashvili GEO participant"]),
    # a name behind a fronted list, with a clause set off before its verb
    ("At the invitation of the governments of Chad and Nigeria, Foreign Minister Wang Yi, who is "
     "also a member of the Political Bureau of the CPC Central Committee, will visit Lesotho.",
     ["visit planned: LSO host; Wang Yi CHN guest"]),
    # a day between two states and their verb
    ("Pakistan and Iran on Thursday held delegation-level talks in Islamabad.",
     ["meeting held: IRN guest; PAK host"]),
    # a day inside the verb
    ("Malagasy President Andry Rajoelina was on Tuesday received at the Kremlin by Vladimir Putin.",
     ["meeting held: Andry Rajoelina MDG guest; Vladimir Putin RUS host"]),
    # whom one receives, behind where and when
    ("Russian President Vladimir Putin received in the Kremlin Foreign Minister of Iran Abbas "
     "Araghchi.", ["meeting held: Abbas Araghchi IRN guest; Vladimir Putin RUS host"]),
    ("His Highness the Amir of Qatar, Sheikh Tamim bin Hamad Al Thani, received at the Amiri Diwan "
     "on Monday the Ambassador of Peru to Qatar, Cecilia Rozas.",
     ["meeting held: Cecilia Rozas PER guest; Tamim bin Hamad Al Thani QAT host"]),
    # three at a table: on whose soil they sit is the host
    ("Kazakh President Kassym-Jomart Tokayev, Kyrgyz President Sadyr Japarov and Tajik President "
     "Emomali Rahmon met in Khujand.",
     ["summit held: Emomali Rahmon TJK host; Kassym-Jomart Tokayev KAZ guest; "
      "Sadyr Japarov KGZ guest"]),
    # on nobody's soil all are participants
    ("Kazakh President Kassym-Jomart Tokayev, Kyrgyz President Sadyr Japarov and Tajik President "
     "Emomali Rahmon met in Budapest.",
     ["summit held: Emomali Rahmon TJK participant; Kassym-Jomart Tokayev KAZ participant; "
      "Sadyr Japarov KGZ participant"]),
    # a state's side without a name
    ("The foreign ministers of Norway and Iceland held talks.",
     ["meeting held: ISL participant; NOR participant"]),
    # an organisation's head
    ("NATO Secretary General Mark Rutte met Montenegrin President Jakov Milatovic.",
     ["meeting held: Jakov Milatovic MNE participant; Mark Rutte North Atlantic Treaty "
      "Organization (NATO) participant"]),
    # a partner in apposition
    ("Uruguayan President Yamandu Orsi met the President of Brazil, Luiz Inacio Lula da Silva.",
     ["meeting held: Luiz Inacio Lula da Silva BRA participant; Yamandu Orsi URY participant"]),
    # the office behind the name
    ("Felix Plasencia, foreign minister of Venezuela, met Wang Yi, China's foreign minister.",
     ["meeting held: Felix Plasencia VEN participant; Wang Yi CHN participant"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_roles(text: str, expected: list[str]) -> None:
    assert all_told(read(text, published="2025-06-10")) == sorted(expected)


PAGES = [
    # talks still to come while the guest is there
    ("Chilean President Gabriel Boric is on a state visit to Norway. During the visit he will also "
     "meet Norwegian Prime Minister Jonas Gahr Store.",
     {"Gabriel Boric": "guest", "Jonas Gahr Store": "host"}),
    # he has gone there
    ("Canadian Prime Minister Mark Carney flew on to London. He then held talks with British Prime "
     "Minister Keir Starmer.",
     {"Mark Carney": "guest", "Keir Starmer": "host"}),
    # the last stop
    ("The last stop was Riga. Latvian President Edgars Rinkevics held talks with Kenyan President "
     "William Ruto.",
     {"Edgars Rinkevics": "host", "William Ruto": "guest"}),
    # an ambassador is posted to whom he calls on
    ("Namibian President Netumbo Nandi-Ndaitwah met the Ambassador of Finland, Leena Viljanen.",
     {"Netumbo Nandi-Ndaitwah": "host", "Leena Viljanen": "guest"}),
    # at the seat of the one who heads a state
    ("Nigerian President Bola Tinubu met Chinese Foreign Minister Wang Yi at the State House.",
     {"Bola Tinubu": "host", "Wang Yi": "guest"}),
    # a premier calls on the visitor
    ("Kazakh President Kassym-Jomart Tokayev is paying a state visit to Mongolia. Mongolian Prime "
     "Minister Luvsannamsrai Oyun-Erdene paid a courtesy call on Kassym-Jomart Tokayev.",
     {"Kassym-Jomart Tokayev": "guest", "Luvsannamsrai Oyun-Erdene": "host"}),
    ("Ghanaian President Nana Akufo-Addo and his guest, Rwandan President Paul Kagame, held talks.",
     {"Nana Akufo-Addo": "host", "Paul Kagame": "guest"}),
    ("Bolivian Foreign Minister Celinda Sosa hosted a meeting with Chilean Foreign Minister "
     "Alberto van Klaveren.",
     {"Celinda Sosa": "host", "Alberto van Klaveren": "guest"}),
    # the words themselves say who is host
    ("Egyptian President Abdel Fattah el-Sisi arrived in Athens. The guest held talks with Greek "
     "Prime Minister Kyriakos Mitsotakis.",
     {"Abdel Fattah el-Sisi": "guest", "Kyriakos Mitsotakis": "host"}),
    # at the edge of a gathering nobody is at home
    ("Serbian President Aleksandar Vucic met Croatian Prime Minister Andrej Plenkovic on the "
     "sidelines of the forum.",
     {"Aleksandar Vucic": "participant", "Andrej Plenkovic": "participant"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PAGES)
def test_roles_from_the_page(text: str, expected: dict[str, str]) -> None:
    meetings = [a for a in read(text, published="2025-06-10").accounts if a.kind != "visit"]
    assert [{p.person: p.role.value for p in a.parties} for a in meetings] == [expected]


def test_an_office_is_kept_as_printed() -> None:
    (account,) = read(
        "Felix Plasencia, foreign minister of Venezuela, met Chinese State Councilor and Foreign "
        "Minister Wang Yi.",
        published="2021-11-01",
    ).accounts
    offices = {party.person: party.office for party in account.parties}
    assert offices["Felix Plasencia"] == "foreign minister of Venezuela"
    assert offices["Wang Yi"] in {
        "Chinese State Councilor and Foreign Minister",
        "State Councilor and Foreign Minister",
    }


def test_the_sender_of_a_letter_that_another_hands_over() -> None:
    reading = read(
        "Emirati presidential adviser Anwar Gargash delivered a letter from US President Donald "
        "Trump to Iranian Foreign Minister Abbas Araghchi in Tehran.",
        published="2025-03-12",
    )
    letters = [a for a in reading.accounts if a.kind == "letter"]
    assert len(letters) == 1
    roles = {party.person: party.role.value for party in letters[0].parties}
    assert roles == {
        "Anwar Gargash": "envoy",
        "Donald Trump": "sender",
        "Abbas Araghchi": "recipient",
    }


MET_SEVERAL = [
    # who meets several of one state, its head among them, has come to it
    (
        "Arab League chief Ahmed Abul Gheit held talks on Friday with Lebanese President Michel "
        "Aoun, Speaker Nabih Berri and Prime Minister Saad Hariri.",
        "Ahmed Abul Gheit",
    ),
    # received later on by another of that state
    (
        "Serbian President Aleksandar Vučić met North Macedonian Prime Minister Dimitar "
        "Kovačevski. Kovačevski will later be received by Serbian Prime Minister Ana Brnabić.",
        "Dimitar Kovačevski",
    ),
]


@pytest.mark.parametrize(("text", "guest"), MET_SEVERAL)
def test_a_guest_by_whom_he_meets(text: str, guest: str) -> None:
    told = read(text, published="2023-03-31").accounts
    assert {p.person for a in told for p in a.parties if p.role == "guest"} == {guest}
    assert all(any(p.role == "host" for p in a.parties) for a in told)
