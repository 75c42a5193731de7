"""Datelines of agencies and papers, and heads of sentences that are none."""

from __future__ import annotations

import pytest

from communique.pages.dateline import dateline_alone, dateline_of

CASES = [
    # agency and day in one pair of brackets
    (
        "BISHKEK (Example Point News / Sputnik - 24th February, 2021) The president will",
        "BISHKEK",
        "24th February, 2021",
        "Sputnik",
    ),
    ("MOSCOW, Feb 24 (ANI) - Russian", "MOSCOW", "Feb 24", "ANI"),
    ("HANOI, 14 January 2025 (VNA) – Party", "HANOI", "14 January 2025", "VNA"),
    ("KYIV — President", "KYIV", None, None),
    ("ABU DHABI, 3rd March, 2024 (WAM) -- His", "ABU DHABI", "3rd March, 2024", "WAM"),
    ("Hà Nội, The Gulf Observer: During", "Hà Nội", None, "The Gulf Observer"),
    ("VGP – Party", None, None, "VGP"),
    ("MOSCOW, March 26. /TASS/. Russian", "MOSCOW", "March 26", "TASS"),
    ("BEIJING, March 5 (Xinhua) -- Chinese", "BEIJING", "March 5", "Xinhua"),
    ("WASHINGTON (AP) — The", "WASHINGTON", None, "AP"),
    ("Riyadh, Ramadan 15, 1445, March 25, 2024, SPA -- The", "Riyadh", "March 25, 2024", "SPA"),
    ("Tehran, IRNA – President", "Tehran", None, "IRNA"),
    ("TEHRAN, Mar. 05 (MNA) – Iranian", "TEHRAN", "Mar. 05", "MNA"),
    ("BAKU, Azerbaijan, March 5. President Ilham - who", "BAKU", "March 5", None),
    ("Astana. 5 March. KAZINFORM - President", "Astana", "5 March", "KAZINFORM"),
    ("YEREVAN, MARCH 5, ARMENPRESS. The", "YEREVAN", "MARCH 5", "ARMENPRESS"),
    ("New Delhi [India], March 5 (ANI): Prime", "New Delhi", "March 5", "ANI"),
    ("New Delhi, Mar 20 (PTI) Prime Minister", "New Delhi", "Mar 20", "PTI"),
    ("WASHINGTON (Feb. 3, 2023) -- U.S.", "WASHINGTON", "Feb. 3, 2023", None),
    ("December 15, 2023 — KINGSTOWN, St Vincent — G", "KINGSTOWN", "December 15, 2023", None),
    ("NEW DELHI: Prime Minister", "NEW DELHI", None, None),
    ("Islamabad: Prime Minister", "Islamabad", None, None),
    ("WASHINGTON, D.C. – The Secretary", "WASHINGTON", None, None),
    ("UNITED NATIONS, March 5 (Reuters) - The", "UNITED NATIONS", "March 5", "Reuters"),
    ("BRUSSELS/KYIV — The", "BRUSSELS", None, None),
    ("Brasília, 5 de março de 2024 - The", "Brasília", "5 de março de 2024", None),
    ("Manila, Philippines — President", "Manila", None, None),
    ("ISLAMABAD, JAN 8 /DNA/ – Deputy", "ISLAMABAD", "JAN 8", "DNA"),
    (
        "Metro Manila (CNN Philippines, January 26) — P",
        "Metro Manila",
        "January 26",
        "CNN Philippines",
    ),
    ("News Americas, KINGSTON, Thurs. April 9, 2015: T", "KINGSTON", "April 9, 2015", None),
    ("Georgetown, March 5, 2024 (Press Office, PMO) – On", "Georgetown", "March 5, 2024", None),
    ("(MENAFN- Jordan News (Petra)) AMMAN, April 9 (Petra) -- His", "AMMAN", "April 9", "Petra"),
    ("TASHKENT. KAZINFORM - The Ministers", "TASHKENT", None, "KAZINFORM"),
    ("Tirana, March 5 /ATA/ Prime Minister", "Tirana", "March 5", "ATA"),
    ("TEHRAN- Iranian Foreign", "TEHRAN", None, None),
    ("VOV.VN - Russian media outlets such as Ria", None, None, "VOV.VN"),
    ("Port Moresby, Papua New Guinea: Prime", "Port Moresby", None, None),
    ("ABUJA (Reuters) -President", "ABUJA", None, "Reuters"),
    ('DUSHANBE, 12.02.2025 /NIAT "Khovar"/. President', "DUSHANBE", "12.02.2025", 'NIAT "Khovar"'),
    ("CAIRO - 12 February 2025: Foreign", "CAIRO", "12 February 2025", None),
    ("APIA, SAMOA - 12 FEBRUARY 2025 - Prime", "APIA", "12 FEBRUARY 2025", None),
    ("(Vientiane, 12 February 2025) The", "Vientiane", "12 February 2025", None),
    ("(Singapore, 5 March 2024) – Minister", "Singapore", "5 March 2024", None),
    (
        "BASSETERRE, ST. KITTS, February 12, 2025 (Press Unit in the Office of the PM) – Prime",
        "BASSETERRE",
        "February 12, 2025",
        None,
    ),
    ("Vatican City, Feb 12, 2025 / 09:00 am (CNA).- Pope", "Vatican City", "Feb 12, 2025", "CNA"),
    ("ATHENS, 07/12/2023 17:44 (Aegean News) - The", "ATHENS", "07/12/2023", "Aegean News"),
]


@pytest.mark.parametrize(("line", "place", "date", "agency"), CASES, ids=[c[0] for c in CASES])
def test_dateline(line: str, place: str | None, date: str | None, agency: str | None) -> None:
    found = dateline_of(line)
    assert found is not None
    assert (line[slice(*found.place)] if found.place else None) == place
    assert (line[slice(*found.date)] if found.date else None) == date
    assert found.agency == agency


@pytest.mark.parametrize(
    "line",
    [
        "Tensions – which rose last year – have",
        "Vietnam – Russia relations have",
        "President Putin - who was in Beijing -",
        "Sergey Lavrov: Thank you",
        "Question: What did you",
        "On 5 March 2024, the Prime Minister – who",
        "In Moscow, the President said: we",
        "Secretary-General António Guterres — who",
        "The Ministry said: The visit",
        "He arrived in Cairo. The talks",
        "U.S. President Joe Biden - who",
        "(Left to right, in May 2024) The",
        "Talks. The President of Malawi",
        "Cairo. it was",
        "ANSWER: We thank Kenya",
        "QUESTION: Will they",
        "BACKGROUND - The two",
        "They met in Rome (the Office of the President) - and",
        "In La Paz on August 18, 2000, U.S. officials met their hosts.",
    ],
)
def test_sentence_without_dateline(line: str) -> None:
    assert dateline_of(line) is None


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("ANKARA", "ANKARA"),
        ("SANTIAGO, 29 Jan 2023 -", "SANTIAGO"),
        ("ISTANBUL/ANKARA", "ISTANBUL"),
    ],
)
def test_dateline_on_a_line_of_its_own(line: str, place: str) -> None:
    found = dateline_alone(line)
    assert found is not None
    assert found.place is not None
    assert line[slice(*found.place)] == place


@pytest.mark.parametrize("line", ["WORLD", "Ankara", "EXCLUSIVE", "MOSCOW TALKS"])
def test_line_that_is_no_dateline(line: str) -> None:
    assert dateline_alone(line) is None
