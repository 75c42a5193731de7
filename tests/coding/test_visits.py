"""Visits as agencies tell them: where a guest is, was or is due, tours, departures."""

from __future__ import annotations

import pytest

from reading import all_told, read

PUBLISHED = "2025-07-08"

PRESENCE = {
    "in a clause beside the name": (
        "Slovak Foreign Minister Juraj Blanar, who is in Ankara for talks, praised the accord.",
        ["visit under_way: Juraj Blanar SVK guest; TUR host"],
    ),
    "beside the name without a verb": (
        "U.S. Secretary of State Marco Rubio, in Manila for the regional forum, praised the pact.",
        ["visit under_way: Marco Rubio USA guest; PHL host"],
    ),
    "on a visit beside the name": (
        "Finnish Foreign Minister Elina Valtonen, on a visit to Chile, said trade would grow.",
        ["visit under_way: CHL host; Elina Valtonen FIN guest"],
    ),
    "in front of the sentence": (
        "Currently in Lisbon on a working visit, Angolan President João Lourenço praised the port.",
        ["visit under_way: João Lourenço AGO guest; PRT host"],
    ),
    "due there": (
        "German Chancellor Friedrich Merz is due in Paris on Thursday.",
        ["visit planned: FRA host; Friedrich Merz DEU guest"],
    ),
    "due there for something": (
        "German Chancellor Friedrich Merz is due in Paris on Thursday for a two-day state visit.",
        ["visit planned: FRA host; Friedrich Merz DEU guest"],
    ),
    "due at home": ("German Chancellor Friedrich Merz is due in Berlin on Thursday.", []),
    "has been there": (
        "Latvian President Edgars Rinkēvičs had been to Chisinau in May.",
        ["visit held: Edgars Rinkēvičs LVA guest; MDA host"],
    ),
    "while there": (
        "While in Jakarta, Australian Foreign Minister Penny Wong will open a library.",
        ["visit planned: IDN host; Penny Wong AUS guest"],
    ),
    "accepted to attend": (
        "Slovak Prime Minister Robert Fico has accepted an invitation from Russian President"
        " Vladimir Putin to attend the celebrations in Moscow on May 9.",
        [
            "ceremony planned: RUS host; Robert Fico SVK guest",
            "visit planned: Robert Fico SVK guest; Vladimir Putin RUS host",
        ],
    ),
    "accepted to what is held there": (
        "Ghanaian President John Mahama accepted the invitation of President Emmanuel Macron to"
        " the oceans forum in Nice in September.",
        ["visit planned: Emmanuel Macron FRA host; John Mahama GHA guest"],
    ),
    "declined to attend": (
        "Slovak Prime Minister Robert Fico has declined an invitation from Russian President"
        " Vladimir Putin to attend the celebrations in Moscow on May 9.",
        [],
    ),
    "at home": ("Finnish President Alexander Stubb was in Helsinki on Monday.", []),
    "the place of a meeting only": (
        "In Helsinki, Finnish President Alexander Stubb praised Estonia.",
        [],
    ),
    "supposed": ("If Latvian President Edgars Rinkēvičs is in Chisinau, few know it.", []),
}


@pytest.mark.parametrize("case", PRESENCE)
def test_presence_abroad_is_a_visit(case: str) -> None:
    text, expected = PRESENCE[case]
    assert all_told(read(text, published=PUBLISHED)) == expected


TOURS = {
    "of": (
        "Norwegian Foreign Minister Espen Barth Eide will embark on a tour of Chad and Togo.",
        [
            "visit planned: Espen Barth Eide NOR guest; TCD host",
            "visit planned: Espen Barth Eide NOR guest; TGO host",
        ],
    ),
    "whom it takes where": (
        "The tour took German President Frank-Walter Steinmeier to Jordan and Oman.",
        [
            "visit held: Frank-Walter Steinmeier DEU guest; JOR host",
            "visit held: Frank-Walter Steinmeier DEU guest; OMN host",
        ],
    ),
    "the goal before the noun": (
        "Nepali Prime Minister K.P. Sharma Oli concluded his China visit on Friday.",
        ["visit held: CHN host; K.P. Sharma Oli NPL guest"],
    ),
    "stops": (
        "Czech Foreign Minister Jan Lipavský will stop in Tashkent and Astana.",
        [
            "visit planned: Jan Lipavský CZE guest; KAZ host",
            "visit planned: Jan Lipavský CZE guest; UZB host",
        ],
    ),
    "one followed by others": (
        "Turkish President Recep Tayyip Erdogan on Sunday started his Balkan tour with Bosnia and"
        " Herzegovina, followed by Serbia and Croatia.",
        [
            "visit planned: HRV host; Recep Tayyip Erdogan TUR guest",
            "visit planned: Recep Tayyip Erdogan TUR guest; SRB host",
            "visit under_way: BIH host; Recep Tayyip Erdogan TUR guest",
        ],
    ),
    "what a tour includes": (
        "Kazakh Foreign Minister Murat Nurtleu started his tour in Bishkek. The tour also includes"
        " Dushanbe and Ashgabat. His tour includes Tashkent.",
        [
            "visit planned: Murat Nurtleu KAZ guest; UZB host",
            "visit under_way: KGZ host; Murat Nurtleu KAZ guest",
        ],
    ),
    "with stops": (
        "Hungarian Foreign Minister Peter Szijjarto is on a Balkan tour with stops in Tirana and"
        " Skopje.",
        [
            "visit under_way: ALB host; Peter Szijjarto HUN guest",
            "visit under_way: MKD host; Peter Szijjarto HUN guest",
        ],
    ),
    "countries named before": (
        "At the invitation of the governments of Chad and Togo, Chinese Foreign Minister Wang Yi"
        " will visit the two countries.",
        [
            "visit planned: TCD host; Wang Yi CHN guest",
            "visit planned: TGO host; Wang Yi CHN guest",
        ],
    ),
}


@pytest.mark.parametrize("case", TOURS)
def test_each_stop_of_a_tour_is_a_visit(case: str) -> None:
    text, expected = TOURS[case]
    assert all_told(read(text, published=PUBLISHED)) == expected


STATUS = {
    "set out": (
        "Kazakh President Kassym-Jomart Tokayev left Astana for Rome on Monday.",
        ["visit under_way: ITA host; Kassym-Jomart Tokayev KAZ guest"],
    ),
    "set out today": (
        "Kazakh President Kassym-Jomart Tokayev left Astana for Rome on Tuesday.",
        ["visit planned: ITA host; Kassym-Jomart Tokayev KAZ guest"],
    ),
    "during it": (
        "During his visit to Qatar, Indonesian President Prabowo Subianto spoke of trade.",
        ["visit under_way: Prabowo Subianto IDN guest; QAT host"],
    ),
    "during it, long ago": (
        "During his visit to Qatar last year, Indonesian President Prabowo Subianto praised it.",
        ["visit held: Prabowo Subianto IDN guest; QAT host"],
    ),
    "visiting": (
        "Visiting Dutch Foreign Minister Caspar Veldkamp met Indian Foreign Minister S."
        " Jaishankar.",
        [
            "meeting held: Caspar Veldkamp NLD guest; S. Jaishankar IND host",
            "visit under_way: Caspar Veldkamp NLD guest; S. Jaishankar IND host",
        ],
    ),
    "sets out": (
        "From Rome, Kazakh President Kassym-Jomart Tokayev flies on to Lisbon.",
        ["visit planned: Kassym-Jomart Tokayev KAZ guest; PRT host"],
    ),
    "begins on a day to come": (
        "Irish Taoiseach Micheál Martin begins a visit to Japan on Wednesday.",
        ["visit planned: JPN host; Micheál Martin IRL guest"],
    ),
    "for a visit": (
        "Kenyan President William Ruto is in Beijing for a three-day state visit.",
        ["visit under_way: CHN host; William Ruto KEN guest"],
    ),
    "frames the news": (
        "In the framework of her visit to Vienna, Kosovo President Vjosa Osmani met Austrian"
        " Chancellor Christian Stocker on Monday.",
        [
            "meeting held: Christian Stocker AUT host; Vjosa Osmani XKX guest",
            "visit under_way: Christian Stocker AUT host; Vjosa Osmani XKX guest",
        ],
    ),
    "given up": (
        "Spanish Prime Minister Pedro Sánchez will not travel to Kyiv on Friday as planned.",
        ["visit cancelled: Pedro Sánchez ESP guest; UKR host"],
    ),
    "likely": (
        "Pakistani Prime Minister Shehbaz Sharif is likely to visit Moscow later this year.",
        ["visit planned: RUS host; Shehbaz Sharif PAK guest"],
    ),
    "without meeting": (
        "Canadian Prime Minister Mark Carney flew home without meeting US President Donald Trump.",
        [],
    ),
    "has yet to": (
        "Hungarian Prime Minister Viktor Orban has yet to meet Polish President Karol Nawrocki.",
        [],
    ),
    "invited to, which was accepted": (
        "Iraqi Foreign Minister Fuad Hussein extended an invitation to Greek Foreign Minister"
        " Giorgos Gerapetritis to visit Baghdad, which was accepted.",
        ["visit planned: Fuad Hussein IRQ host; Giorgos Gerapetritis GRC guest"],
    ),
    "turned down": (
        "Georgian Prime Minister Irakli Kobakhidze turned down an invitation to visit Kyiv.",
        [],
    ),
}


@pytest.mark.parametrize("case", STATUS)
def test_status_of_visits(case: str) -> None:
    text, expected = STATUS[case]
    assert all_told(read(text, published=PUBLISHED)) == expected


SPOKEN_OF = {
    "a visit thanked for": (
        "Finnish President Alexander Stubb is on a state visit to Estonia. Estonian President Alar"
        " Karis thanked him for the visit.",
        "visit under_way: Alexander Stubb FIN guest; EST host",
    ),
    "what is to come during it": (
        "Gambian President Adama Barrow arrived in Ankara on Monday. During his visit to Turkiye,"
        " Barrow will see a shipyard.",
        "visit under_way: Adama Barrow GMB guest; TUR host",
    ),
    "its end ahead": (
        "Gambian President Adama Barrow is in Ankara. The visit ends on Friday.",
        "visit under_way: Adama Barrow GMB guest; TUR host",
    ),
    "back from it": (
        "Gambian President Adama Barrow returned on Monday from a visit to Turkiye.",
        "visit held: Adama Barrow GMB guest; TUR host",
    ),
    "talks put off with it": (
        "Danish Foreign Minister Lars Løkke Rasmussen postponed his trip to Seoul. He was to meet"
        " South Korean Foreign Minister Cho Hyun there.",
        "meeting postponed: Cho Hyun KOR host; Lars Løkke Rasmussen DNK guest",
    ),
    "to the country spoken of": (
        "At the invitation of President Mahamat Déby of Chad, Omani Foreign Minister Badr Albusaidi"
        " will pay a visit to that country.",
        "visit planned: Badr Albusaidi OMN guest; Mahamat Déby TCD host",
    ),
}


@pytest.mark.parametrize("case", SPOKEN_OF)
def test_a_visit_spoken_of_is_as_the_page_has_it(case: str) -> None:
    text, expected = SPOKEN_OF[case]
    assert expected in all_told(read(text, published=PUBLISHED))


COMPANY = {
    "accompanied by": (
        "Kenyan President William Ruto is on a visit to Beijing. He is accompanied by Foreign"
        " Minister Musalia Mudavadi and his wife Rachel Ruto.",
        "visit under_way: CHN host; Musalia Mudavadi KEN delegate; William Ruto KEN guest",
    ),
    "in the delegation": (
        "Kenyan President William Ruto arrived in Beijing on Monday. The delegation includes"
        " Foreign Minister Musalia Mudavadi.",
        "visit under_way: CHN host; Musalia Mudavadi KEN delegate; William Ruto KEN guest",
    ),
    "long before": (
        "Kenyan President William Ruto visited Beijing in 2023. On Monday he received Italian"
        " President Sergio Mattarella, accompanied by Foreign Minister Musalia Mudavadi.",
        "visit held: CHN host; William Ruto KEN guest",
    ),
}


@pytest.mark.parametrize("case", COMPANY)
def test_who_comes_along(case: str) -> None:
    text, expected = COMPANY[case]
    assert expected in all_told(read(text, published=PUBLISHED))


def test_who_arrives_where_the_page_is_filed_is_there() -> None:
    reading = read(
        "ASUNCION - Swiss Foreign Minister Ignazio Cassis arrived on Monday for the two-day visit.",
        published=PUBLISHED, dateline="ASUNCION",
    )  # fmt: skip
    assert all_told(reading) == ["visit under_way: Ignazio Cassis CHE guest; PRY host"]


def test_a_leader_whom_a_headline_names_by_state_is_the_one_of_the_page() -> None:
    reading = read(
        "President William Ruto and his Zambian counterpart Hakainde Hichilema held talks on Monday"
        " at State House, Nairobi.",
        title="Ruto, Hichilema to ease trade as Zambian leader begins visit to Kenya",
        published=PUBLISHED,
    )
    assert "visit under_way: Hakainde Hichilema ZMB guest; William Ruto KEN host" in all_told(
        reading
    )


def test_a_cardinal_goes_by_that_title_alone() -> None:
    reading = read(
        "Cardinal Pietro Parolin, Secretary of State of the Holy See, arrived in Vilnius. On"
        " Monday the Cardinal was received by Lithuanian President Gitanas Nauseda.",
        published=PUBLISHED,
    )
    assert "meeting held: Gitanas Nauseda LTU host; Pietro Parolin VAT guest" in all_told(reading)
