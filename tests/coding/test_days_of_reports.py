"""Which day an engagement is dated by where its own words name none, or only a later or earlier."""

from __future__ import annotations

import pytest

from reading import read

Case = tuple[str, str, list[tuple[str, str | None]]]

CASES: list[Case] = [
    # the report goes on with the day it named
    ("Slovenian President Natasa Pirc Musar received Maltese President Myriam Spiteri Debono on "
     "Tuesday.\n\nMaltese President Myriam Spiteri Debono also met Slovenian Prime Minister Robert "
     "Golob.",
     "2024-10-03", [("meeting", "2024-10-01"), ("meeting", "2024-10-01")]),
    # a day before the day spoken of
    ("On Wednesday Fijian Prime Minister Sitiveni Rabuka met Tongan Prime Minister Aisake Eke. A "
     "day earlier he had met Samoan Prime Minister Fiame Naomi Mata'afa.",
     "2025-03-07", [("meeting", "2025-03-05"), ("meeting", "2025-03-04")]),
    # what had happened before is of its own day, and the report goes on with its own
    ("Cypriot President Nikos Christodoulides met Greek Prime Minister Kyriakos Mitsotakis on "
     "Friday. Nikos Christodoulides had met Egyptian President Abdel Fattah el-Sisi on Tuesday. "
     "Nikos Christodoulides also received Greek Defence Minister Nikos Dendias.",
     "2024-06-08",
     [("meeting", "2024-06-07"), ("meeting", "2024-06-04"), ("meeting", "2024-06-07")]),
    # once upon another time
    ("Chilean President Gabriel Boric met Uruguayan President Yamandu Orsi on Monday. Gabriel "
     "Boric last met Colombian President Gustavo Petro in Cartagena.",
     "2025-04-16", [("meeting", "2025-04-14"), ("meeting", None)]),
    # a day that heads what follows
    ("Tuesday 11\n\nNorwegian Prime Minister Jonas Gahr Store met Danish Prime Minister Mette "
     "Frederiksen.\n\nWednesday 12\n\nNorwegian Prime Minister Jonas Gahr Store received Finnish "
     "Prime Minister Petteri Orpo.",
     "2025-02-14", [("meeting", "2025-02-11"), ("meeting", "2025-02-12")]),
    # hour by hour
    ("09:30 Rwandan President Paul Kagame welcomes Zambian President Hakainde Hichilema.\n\n"
     "11:45 Thank you for reading.\n\n13:00 It is raining in Kigali.",
     "2023-06-20", [("meeting", "2023-06-20")]),
    # the day of announcing is not that of what is announced
    ("Latvian President Edgars Rinkevics has postponed his visit to Ireland, his office announced "
     "on Tuesday.",
     "2025-05-07", [("visit", None)]),
    # each goal has its own days
    ("Vietnamese Foreign Minister Bui Thanh Son will pay official visits to Singapore from "
     "December 1-3 and to Japan from December 5-7.",
     "2024-11-27", [("visit", "2024-12-01"), ("visit", "2024-12-05")]),
    # the second day of a visit, and its last
    ("On the second day of his visit to Malawi, Indian President Ram Nath Kovind met Malawian "
     "President Lazarus Chakwera on Friday.",
     "2024-10-19", [("meeting", "2024-10-18"), ("visit", "2024-10-17")]),
    ("Salvadoran President Nayib Bukele concluded on Tuesday his two-day state visit to Costa "
     "Rica.",
     "2024-11-12", [("visit", "2024-11-11")]),
    # a simple present with a day that is still to come
    ("Irish Prime Minister Simon Harris meets US President Joe Biden at the White House on "
     "Wednesday, October 9.",
     "2024-10-03", [("meeting", "2024-10-09")]),
    # counted back from the day of the report
    ("Tunisian President Kais Saied dismissed the minister on Thursday. The decision came two days "
     "after Kais Saied met Libyan President Mohamed al-Menfi in Tunis.",
     "2024-10-04", [("meeting", "2024-10-01")]),
    # the day of what came before is not that of the talks
    ("Peruvian President Dina Boluarte met Bolivian President Luis Arce for the first time since "
     "taking office on July 26.",
     "2024-07-28", [("meeting", None)]),
    # an invitation is dated by the coming
    ("Cuban President Miguel Diaz-Canel invited Mexican President Claudia Sheinbaum to attend the "
     "summit to be held in Havana in July.",
     "2025-03-07", [("visit", "2025-07")]),
    # what a discussion is about keeps its date
    ("Uruguayan President Yamandu Orsi and Paraguayan President Santiago Pena discussed the "
     "elections of May 2024.",
     "2025-03-07", [("meeting", None)]),
    # held on that day in another's words
    ("Bulgarian President Rumen Radev received credentials from the Ambassador of Kuwait at a "
     "ceremony held today.",
     "2023-05-11", [("ceremony", "2023-05-11")]),
    # a month or a year holds for the visit and for the talks on it
    ("Slovak Prime Minister Robert Fico travelled to Moscow in December 2024, where he met Russian "
     "President Vladimir Putin.",
     "2025-03-06", [("meeting", "2024-12"), ("visit", "2024-12")]),
    ("Chilean President Gabriel Boric met Argentine President Javier Milei on the sidelines of the "
     "G20 summit in Rio de Janeiro last November.",
     "2025-03-06", [("meeting", "2024-11"), ("summit", "2024-11")]),
    # talks before other talks, and a journey for talks on a day
    ("Portuguese Prime Minister Luis Montenegro held talks with Cape Verdean President Jose Maria "
     "Neves in Praia on Tuesday before meeting Prime Minister Ulisses Correia e Silva.",
     "2025-03-06", [("meeting", "2025-03-04"), ("meeting", "2025-03-04")]),
    ("Colombian President Gustavo Petro cancelled a trip to Quito, where he was to meet Ecuadorean "
     "President Daniel Noboa on Friday.",
     "2025-03-06", [("meeting", "2025-03-07"), ("visit", "2025-03-07")]),
    # no person has a date for a modifier
    ('The spokesman said: "Last November Foreign Minister Sergey Lavrov travelled to Belarus."',
     "2025-03-06", [("visit", "2024-11")]),
    # each place of a journey has its own day
    ("French Foreign Minister Jean-Noel Barrot visited Lebanon on 20 February and travelled to "
     "Syria the following day, where he met Ahmed al-Sharaa.",
     "2025-03-06",
     [("visit", "2025-02-20"), ("visit", "2025-02-21"), ("meeting", "2025-02-21")]),
    # until when it was put off
    ("Angolan President Joao Lourenco has put off his trip to Paris until 3 April.",
     "2025-03-06", [("visit", "2025-04-03")]),
    # the day of announcing that several visits are put off
    ("Ivorian President Alassane Ouattara has postponed his visits to Niger and Benin because of "
     "the floods, the presidency announced on Tuesday.",
     "2025-03-06", [("visit", None), ("visit", None)]),
    # a visit of the day of its talks
    ("Ghanaian Foreign Minister Samuel Okudzeto Ablakwa travelled to Niamey, where he met Nigerien "
     "Foreign Minister Bakary Yaou Sangare on Monday.",
     "2025-03-06", [("visit", "2025-03-03"), ("meeting", "2025-03-03")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "expected"), CASES)
def test_day(text: str, published: str, expected: list[tuple[str, str | None]]) -> None:
    accounts = read(text, published=published).accounts
    assert sorted((a.kind.value, a.start or "") for a in accounts) == sorted(
        (kind, start or "") for kind, start in expected
    )
