"""Which sentences of a page speak of the same engagement, and which of another."""

from __future__ import annotations

import pytest

from reading import all_told, read

PAGES = [
    # headline and lead
    (
        "Costa, Milatovic hold talks in Podgorica",
        "European Council President Antonio Costa met Montenegrin President Jakov Milatovic in "
        "Podgorica on Tuesday.",
        ["meeting held: Antonio Costa European Council guest; Jakov Milatovic MNE host"],
    ),
    # the meeting taken up again by its noun
    (
        None,
        "Albanian Prime Minister Edi Rama met Kosovo Prime Minister Albin Kurti in Tirana. The "
        "meeting lasted two hours. During the talks, Rama spoke of roads.",
        ["meeting held: Albin Kurti XKX guest; Edi Rama ALB host"],
    ),
    # the call taken up again by "the conversation"
    (
        None,
        "Serbian President Aleksandar Vucic spoke by phone with Slovak Prime Minister Robert Fico. "
        "In the conversation, the two leaders discussed gas.",
        ["call held: Aleksandar Vucic SRB participant; Robert Fico SVK participant"],
    ),
    # by pronouns
    (
        None,
        "Vietnamese Prime Minister Pham Minh Chinh received Lao Foreign Minister Thongsavanh "
        "Phomvihane. He told his guest at the reception that trade was growing.",
        ["meeting held: Pham Minh Chinh VNM host; Thongsavanh Phomvihane LAO guest"],
    ),
    # a visit by its verb, then by its noun
    (
        None,
        "Gambian President Adama Barrow arrived in Ankara on Monday. During his visit to Turkiye, "
        "Barrow is to see a shipyard.",
        ["visit under_way: Adama Barrow GMB guest; TUR host"],
    ),
    # two calls of one leader stay two
    (
        None,
        "Jordanian King Abdullah II spoke by phone with French President Emmanuel Macron on "
        "Monday. "
        "He also spoke by phone with Cypriot President Nikos Christodoulides.",
        [
            "call held: Abdullah II JOR participant; Emmanuel Macron FRA participant",
            "call held: Abdullah II JOR participant; Nikos Christodoulides CYP participant",
        ],
    ),
    # two meetings of the same two, a year apart
    (
        None,
        "Mongolian President Ukhnaagiin Khurelsukh met Kazakh President Kassym-Jomart Tokayev in "
        "Ulaanbaatar on 29 October 2024. They had met in Astana on 3 July 2024.",
        [
            "meeting held: Kassym-Jomart Tokayev KAZ guest; Ukhnaagiin Khurelsukh MNG host",
            "meeting held: Kassym-Jomart Tokayev KAZ host; Ukhnaagiin Khurelsukh MNG guest",
        ],
    ),
    # a visit and the talks during it
    (
        None,
        "Botswanan President Duma Boko paid a state visit to Namibia. On Friday he held talks with "
        "Namibian President Netumbo Nandi-Ndaitwah.",
        [
            "meeting held: Duma Boko BWA guest; Netumbo Nandi-Ndaitwah NAM host",
            "visit held: Duma Boko BWA guest; Netumbo Nandi-Ndaitwah NAM host",
        ],
    ),
    # a meeting behind and one ahead
    (
        None,
        "Austrian Chancellor Christian Stocker met Slovenian Prime Minister Robert Golob in Vienna "
        "on Monday. The two will meet again in Ljubljana in March.",
        [
            "meeting held: Christian Stocker AUT host; Robert Golob SVN guest",
            "meeting planned: Christian Stocker AUT guest; Robert Golob SVN host",
        ],
    ),
    # a passage that tells the day after its meeting
    (
        "Tinubu receives Talon in Abuja",
        "Nigerian President Bola Tinubu received Benin's President Patrice Talon in Abuja.\n\n"
        "Tinubu and Talon discussed the border.",
        ["meeting held: Bola Tinubu NGA host; Patrice Talon BEN guest"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), PAGES)
def test_merging(title: str | None, body: str, expected: list[str]) -> None:
    assert all_told(read(body, title=title, published="2025-06-04")) == sorted(expected)


def test_talks_of_other_offices_are_others() -> None:
    text = (
        "Polish Foreign Minister Radoslaw Sikorski will hold talks with his Czech counterpart Jan"
        " Lipavsky on March 20. A meeting between the Czech and Polish prime ministers was held in"
        " February."
    )
    assert all_told(read(text, published="2024-03-13")) == [
        "meeting held: CZE participant; POL participant",
        "meeting planned: Jan Lipavsky CZE participant; Radoslaw Sikorski POL participant",
    ]


def test_what_is_discussed_is_not_the_talk_itself() -> None:
    text = (
        "Keir Starmer and Donald Trump have discussed a deal, Downing Street said. The two leaders"
        " spoke of it in a phone call on Sunday. They discussed the negotiations between their"
        " teams."
    )
    assert all_told(read(text, published="2025-03-30")) == [
        "call held: Donald Trump USA participant; Keir Starmer GBR participant"
    ]


def test_the_prime_minister_is_whom_the_headline_calls_pm() -> None:
    text = "Donald Trump rang Keir Starmer on Sunday. The Prime Minister spoke to President Trump."
    assert all_told(read(text, published="2025-01-26", title="Trump calls PM Starmer")) == [
        "call held: Donald Trump USA participant; Keir Starmer GBR participant"
    ]


def test_talks_to_come_are_not_the_call_that_was_made() -> None:
    text = (
        "President Joe Biden spoke to Prime Minister Rishi Sunak. The leaders looked forward to"
        " meeting in person at the G20 summit in Indonesia in November."
    )
    assert all_told(read(text, published="2022-10-25")) == [
        "call held: Joe Biden USA participant; Rishi Sunak GBR participant",
        "meeting proposed: Joe Biden USA participant; Rishi Sunak GBR participant",
        "summit planned: Group of Twenty (G20) participant",
    ]


def test_after_the_talks_that_are_to_be_held() -> None:
    text = (
        "Finnish President Alexander Stubb will receive Estonian President Alar Karis on Friday."
        " After the talks, the presidents will meet the press."
    )
    assert all_told(read(text, published="2024-09-30")) == [
        "meeting planned: Alar Karis EST guest; Alexander Stubb FIN host"
    ]


def test_talks_on_accession_are_no_meeting() -> None:
    text = (
        "Bulgarian Foreign Minister Ekaterina Zaharieva regretted that accession negotiations with"
        " Albania and North Macedonia had not begun."
    )
    assert all_told(read(text, published="2019-10-18")) == []


def test_what_talks_are_does_not_say_that_they_were_held() -> None:
    text = (
        "Romanian President Klaus Iohannis will receive Moldovan President Maia Sandu on Friday. It"
        " is the first bilateral meeting of the two heads of state."
    )
    assert all_told(read(text, published="2022-07-01")) == [
        "meeting planned: Klaus Iohannis ROU host; Maia Sandu MDA guest"
    ]


def test_whoever_meets_somebody_after_a_reception_is_not_its_host() -> None:
    text = (
        "Moldovan Prime Minister Maia Sandu was welcomed by Romanian President Klaus Iohannis in"
        " Bucharest. After the reception at the palace, she will meet Romanian Prime Minister"
        " Viorica Dancila."
    )
    assert all_told(read(text, published="2019-07-02")) == [
        "meeting held: Klaus Iohannis ROU host; Maia Sandu MDA guest",
        "meeting planned: Maia Sandu MDA guest; Viorica Dancila ROU host",
    ]
