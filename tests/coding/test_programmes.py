"""Programmes of visits to come: whom a guest is to meet, on which day; and visits put off."""

from __future__ import annotations

import pytest

from reading import not_dated_so, read

Case = tuple[str, str, list[str]]

CASES: list[Case] = [
    # what is joined to a plan is planned
    (
        "Kenyan President William Ruto will travel to Kigali on 14 February for a three-day visit."
        "\n\nHe will hold talks with Rwandan President Paul Kagame, then meet Prime Minister "
        "Edouard Ngirente.",
        "2024-02-10",
        ["visit planned 2024-02-14", "meeting planned None", "meeting planned None"],
    ),
    (
        "Polish President Andrzej Duda is expected to arrive in Prague on Monday, meet with Czech "
        "President Petr Pavel and address parliament.",
        "2024-05-02",
        ["visit planned 2024-05-06", "meeting planned 2024-05-06"],
    ),
    (
        "Slovak Foreign Minister Juraj Blanar begins a visit to Chile on Sunday.\n\nDuring the "
        "visit, he is to be received by Chilean President Gabriel Boric and confer with Chilean "
        "Foreign Minister Alberto van Klaveren before travelling on to Peru.",
        "2024-05-02",
        [
            "visit planned 2024-05-05",
            "meeting planned None",
            "meeting planned None",
            "visit planned None",
        ],
    ),
    (
        "Bulgarian President Rumen Radev will on Friday welcome Estonian President Alar Karis, who"
        " is coming to Sofia for an official visit.",
        "2024-05-02",
        ["meeting planned 2024-05-03", "visit planned None"],
    ),
    # each partner with talks of his own
    (
        "Thai Prime Minister Srettha Thavisin leaves for Vientiane on Friday for a one-day visit. "
        "His programme includes a meeting with Lao Prime Minister Sonexay Siphandone, an audience "
        "with Lao President Thongloun Sisoulith and a visit to a dam.",
        "2024-05-02",
        ["visit planned 2024-05-03", "meeting planned 2024-05-03", "meeting planned 2024-05-03"],
    ),
    (
        "Thai Prime Minister Srettha Thavisin leaves for Vientiane on Friday for a one-day visit. "
        "A meeting with Lao Prime Minister Sonexay Siphandone and an audience with Lao President "
        "Thongloun Sisoulith are on the agenda.",
        "2024-05-02",
        ["visit planned 2024-05-03", "meeting planned 2024-05-03", "meeting planned 2024-05-03"],
    ),
    (
        "Georgian Foreign Minister Ilia Darchiashvili travels to Ankara today at the invitation of"
        " his Turkish counterpart Hakan Fidan for meetings with President Recep Tayyip Erdogan and"
        " Vice President Cevdet Yilmaz.",
        "2024-03-04",
        ["visit planned 2024-03-04", "meeting planned None", "meeting planned None"],
    ),
    # days of a stay
    (
        "King Felipe VI of Spain will make a state visit to Italy from 10 to 12 December. On the "
        "second day he will meet Italian Prime Minister Giorgia Meloni.",
        "2024-12-02",
        ["visit planned 2024-12-10", "meeting planned 2024-12-11"],
    ),
    (
        "Ghanaian President Nana Akufo-Addo on Thursday arrived in Burkina Faso on a three-day "
        "visit. On the second day of the visit he will hold talks with Burkinabe President Ibrahim"
        " Traore.",
        "2024-05-02",
        ["visit under_way 2024-05-02", "meeting planned 2024-05-03"],
    ),
    (
        "Maltese President George Vella will visit Croatia on Wednesday, 11 October. Croatian "
        "President Zoran Milanovic and President Vella will discuss energy.",
        "2023-10-06",
        ["visit planned 2023-10-11", "meeting planned 2023-10-11"],
    ),
    (
        "Zambian President Hakainde Hichilema will begin a visit to Finland on 7 May.\n\nHe will "
        "be received by Finnish President Alexander Stubb.",
        "2024-05-02",
        ["visit planned 2024-05-07", "meeting planned None"],
    ),
    # put off, and when
    (
        "Peruvian Foreign Minister Cesar Landa on Sunday cancelled a visit to Poland that had been"
        " planned for 8 September.",
        "2022-09-04",
        ["visit cancelled 2022-09-08"],
    ),
    (
        "Dutch Prime Minister Mark Rutte called off a trip to Turkey yesterday because of a storm.",
        "2022-09-04",
        ["visit cancelled None"],
    ),
    (
        "Finnish President Sauli Niinisto has postponed his visit to Turkey until 20 September.",
        "2022-09-04",
        ["visit postponed 2022-09-20"],
    ),
    # under way, again, and said to be to come
    (
        "Djiboutian President Ismail Omar Guelleh arrived in Kenya on Saturday. Kenyan President "
        "William Ruto received him at the airport. The two leaders are holding talks to discuss "
        "trade.",
        "2024-06-15",
        ["visit under_way 2024-06-15", "meeting under_way 2024-06-15"],
    ),
    (
        "Egyptian President Abdel Fattah El-Sisi held talks with Greek Prime Minister Kyriakos "
        "Mitsotakis in Cairo on Thursday. They will meet again in Athens.",
        "2024-05-02",
        ["meeting held 2024-05-02", "meeting planned None"],
    ),
    (
        "Moldovan President Maia Sandu spoke by telephone with French President Emmanuel Macron on"
        " Monday. Macron said that French Foreign Minister Stephane Sejourne would be in Chisinau "
        "tomorrow.",
        "2024-06-10",
        ["call held 2024-06-10", "visit planned 2024-06-11"],
    ),
    (
        "Azerbaijani President Ilham Aliyev received Hungarian Foreign Minister Peter Szijjarto on"
        " Saturday. The head of state said that the visit of Minister Szijjarto to Azerbaijan will"
        " contribute to closer relations.",
        "2024-06-15",
        ["meeting held 2024-06-15", "visit under_way 2024-06-15"],
    ),
    # tours
    (
        "Japanese Senior Vice-Minister for Foreign Affairs Shigeo Uetake will visit Fiji and Papua "
        "New Guinea from August 17 (Sat) to 25 (Sun).",
        "2002-08-12",
        ["visit planned 2002-08-17 to 2002-08-25", "visit planned 2002-08-17 to 2002-08-25"],
    ),
    (
        "Norwegian Foreign Minister Anniken Huitfeldt will visit three African countries next "
        "month: Kenya, Ghana and Malawi.",
        "2022-05-24",
        ["visit planned 2022-06", "visit planned 2022-06", "visit planned 2022-06"],
    ),
    (
        "Norwegian Foreign Minister Anniken Huitfeldt begins a tour of four African countries, "
        "including Kenya and Ghana, on Thursday.",
        "2022-05-24",
        ["visit planned 2022-05-26", "visit planned 2022-05-26"],
    ),
    (
        "Norwegian Foreign Minister Anniken Huitfeldt arrived in Nairobi on Tuesday, the first "
        "stop of a tour that will also take her to Ghana and Malawi.",
        "2022-05-24",
        ["visit under_way 2022-05-24", "visit planned None", "visit planned None"],
    ),
    (
        "Maldivian President Ibrahim Mohamed Solih will arrive in Dhaka on March 17. Nepalese "
        "President Bidya Devi Bhandari will arrive here on March 22.",
        "2021-03-16",
        ["visit planned 2021-03-17", "visit planned 2021-03-22"],
    ),
    (
        "Indian Vice President Venkaiah Naidu will travel to Guatemala, Panama and Peru from May "
        "6-12.\n\nNaidu will then reach Panama on May 7 for the second leg of his trip.",
        "2018-05-03",
        [
            "visit planned 2018-05-06 to 2018-05-12",
            "visit planned 2018-05-07 to 2018-05-07",
            "visit planned 2018-05-06 to 2018-05-12",
        ],
    ),
    (
        "Iranian Foreign Minister Mohammad Javad Zarif started his six-day tour on Sunday, which "
        "took him to Nigeria and Ghana.",
        "2016-07-28",
        ["visit under_way 2016-07-24", "visit under_way 2016-07-24"],
    ),
    # leaving for
    (
        "Bahamian Prime Minister Hubert Minnis will travel to Gros Islet, Saint Lucia today for a "
        "conference.",
        "2019-07-01",
        ["visit planned 2019-07-01"],
    ),
    (
        "Jamaican Prime Minister Andrew Holness left Kingston this afternoon to take part in a "
        "forum in Nassau, Bahamas.",
        "2023-02-15",
        ["visit planned 2023-02-15"],
    ),
    (
        "Vincentian Prime Minister Ralph Gonsalves left today for talks with Jamaican Prime "
        "Minister Andrew Holness in Kingston tomorrow.",
        "2015-04-08",
        ["meeting planned 2015-04-09", "visit planned 2015-04-08"],
    ),
    # what went before, and what is none
    (
        "Turkish President Recep Tayyip Erdogan will arrive in Pakistan tomorrow.\n\nPakistani "
        "Prime Minister Imran Khan will receive President Erdogan.\n\nPrime Minister Imran Khan "
        "on Monday had chaired a key meeting to discuss closer ties of Pakistan and Turkey.",
        "2020-02-12",
        ["visit planned 2020-02-13", "meeting planned None"],
    ),
]


def test_the_first_to_visit_since_then() -> None:
    text = (
        "Hungarian President Janos Ader was received by Kenyan President Uhuru Kenyatta in Nairobi"
        " on Tuesday. Ader is the first President of Hungary to visit Kenya since the country "
        "opened an embassy there in 1964 shortly after independence in 1963."
    )
    accounts = read(text, published="2022-01-18").accounts
    assert [a.start for a in accounts if (a.start or "")[:3] == "196"] == []


def test_who_is_host_in_the_days_after_an_arrival() -> None:
    text = (
        "US Secretary of State Rex Tillerson will arrive in Abuja on Monday.\n\nTillerson will "
        "hold talks with Nigerian President Muhammadu Buhari on Tuesday, and return to Washington."
    )
    talks = next(
        a for a in read(text, published="2018-03-11").accounts if a.kind.value == "meeting"
    )
    assert {p.person: p.role.value for p in talks.parties} == {
        "Muhammadu Buhari": "host", "Rex Tillerson": "guest",
    }  # fmt: skip


def test_talks_during_a_visit_that_is_over() -> None:
    text = (
        "Pakistani Prime Minister Imran Khan left New York on Saturday.\n\nDuring his visit to New "
        "York the prime minister met US President Donald Trump."
    )
    accounts = read(text, published="2019-09-28").accounts
    assert [a.start for a in accounts if a.kind.value == "meeting"] == [None]


def test_who_is_not_known_to_come() -> None:
    text = (
        "Saudi Crown Prince Mohammed bin Salman will meet Pakistani President Arif Alvi in "
        "Islamabad on Monday.\n\nA delegation of senators will also call on the Crown Prince."
    )
    (talks,) = read(text, published="2019-02-16").accounts
    assert {p.person: p.role.value for p in talks.parties} == {
        "Mohammed bin Salman": "guest", "Arif Alvi": "host",
    }  # fmt: skip


def test_an_ambassador_is_no_visitor_where_posted() -> None:
    text = (
        "Solomon Islands foreign minister to see US ambassador in Papua New Guinea\n\nSolomon "
        "Islands Foreign Minister Laurie Chan will travel to Port Moresby next week."
    )
    accounts = read(text, published="2003-02-07").accounts
    assert [a.kind.value for a in accounts if a.status.value == "under_way"] == []


@pytest.mark.parametrize(("text", "published", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_programmes(text: str, published: str, expected: list[str]) -> None:
    assert not_dated_so(text, published, expected) == []
