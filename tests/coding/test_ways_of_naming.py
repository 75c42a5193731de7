"""Parties named in ways of their own: unknown titles, articles inside names, offices in a list."""

from __future__ import annotations

import pytest

from reading import all_told, read

CASES = [
    # an article that a hyphen joins to a name, as Arabic names are printed everywhere
    (
        "Egyptian intelligence chief Hassan al-Rashdan met Iraqi minister Khalil ash-Sharqi.",
        [
            "meeting held: Hassan al-Rashdan EGY participant; Khalil ash-Sharqi IRQ participant",
        ],
    ),
    # what an office's body means, in brackets before the name
    (
        "Latvian Foreign Minister Baiba Braže met the Speaker of the Storting (Parliament), Masud"
        " Gharahkhani, in Oslo.",
        ["meeting held: Baiba Braže LVA guest; Masud Gharahkhani NOR host"],
    ),
    # two states joined before a body
    (
        "Armenian Prime Minister Nikol Pashinyan received Gilbert Devinaz, Head of the"
        " France-Armenia Friendship Group of the French Senate.",
        ["meeting held: Gilbert Devinaz FRA guest; Nikol Pashinyan ARM host"],
    ),
    (
        "The head of Polish diplomacy, Radoslaw Sikorski, met Hungarian diplomacy chief Peter"
        " Szijjarto.",
        ["meeting held: Peter Szijjarto HUN participant; Radoslaw Sikorski POL participant"],
    ),
    # nationalities in a row before one plural office and its names, each of its turn
    (
        "Armenian and Georgian deputy ministers Ararat Aramyan and Levan Abashidze spoke by"
        " telephone.",
        [
            "call held: Ararat Aramyan ARM participant; Levan Abashidze GEO participant",
        ],
    ),
    # nationalities in a row before one plural office
    (
        "Polish Foreign Minister Radoslaw Sikorski met his French and German counterparts.",
        ["summit held: DEU participant; FRA participant; Radoslaw Sikorski POL participant"],
    ),
    (
        "The Kenyan and Ugandan presidents met in Kisumu.",
        ["meeting held: KEN host; UGA guest"],
    ),
    (
        "The Ghanaian and Ivorian foreign ministers, Samuel Okudzeto Ablakwa and Leon Kacou Adom, "
        "held talks.",
        [
            "meeting held: Leon Kacou Adom CIV participant; "
            "Samuel Okudzeto Ablakwa GHA participant",
        ],
    ),
    # an office behind a name, with what is told of it
    (
        "Brazilian Foreign Minister Mauro Vieira met with Diana Mondino, the foreign minister "
        "appointed by Argentine President-elect Javier Milei.",
        ["meeting held: Diana Mondino ARG participant; Mauro Vieira BRA participant"],
    ),
    (
        "Rwandan President Paul Kagame received Amina Diallo, the newly appointed Ambassador of "
        "Guinea to Rwanda.",
        ["meeting held: Amina Diallo GIN guest; Paul Kagame RWA host"],
    ),
    # what a body is in other words, in brackets inside the office
    (
        "Algerian President Abdelmadjid Tebboune received the Speaker of the Shura Council "
        "(consultative assembly) of Oman, Khalid Al Maawali.",
        ["meeting held: Abdelmadjid Tebboune DZA host; Khalid Al Maawali OMN guest"],
    ),
    # a name behind an office and a comma, with no comma after it
    (
        "Jordanian King Abdullah II received the Prime Minister of Malta, Robert Abela on Tuesday.",
        ["meeting held: Abdullah II JOR host; Robert Abela MLT guest"],
    ),
    # a title that no list has, between a state and a name
    (
        "Bhutan's Dzongpon Tshering Tobgay called on Sri Lankan Premier Harini Amarasuriya.",
        ["meeting held: Harini Amarasuriya LKA host; Tshering Tobgay BTN guest"],
    ),
    # the head of a house is not the one whose house it is
    (
        "Ukrainian Head of the Office of the President Andriy Yermak met Polish minister Jan Lis.",
        ["meeting held: Andriy Yermak UKR participant; Jan Lis POL participant"],
    ),
    # members inside the name of a body
    (
        "Turkmen Deputy Chairman of the Cabinet of Ministers Nokerguly Atagulyev met Omani "
        "Minister of Commerce Qais Al Yousef.",
        ["meeting held: Nokerguly Atagulyev TKM participant; Qais Al Yousef OMN participant"],
    ),
    # who leads a delegation, told behind what it is of
    (
        "Rwandan President Paul Kagame received a delegation of the Kenyan Senate headed by "
        "Speaker Amason Kingi.",
        ["meeting held: Amason Kingi KEN guest; Paul Kagame RWA host"],
    ),
    # a day between commas before whom the verb acts on
    (
        "Iraqi Prime Minister Mohammed Shia al-Sudani received, on Sunday, the Saudi Minister of "
        "Interior, Abdulaziz bin Saud.",
        [
            "meeting held: Abdulaziz bin Saud SAU guest; Mohammed Shia al-Sudani IRQ host",
        ],
    ),
    # an idiom before a state that owns a name
    (
        "Senegalese President Bassirou Diomaye Faye held a tete-a-tete with Mauritania's Mohamed "
        "Ould Cheikh El Ghazouani.",
        [
            "meeting held: Bassirou Diomaye Faye SEN participant; Mohamed Ould Cheikh El Ghazouani "
            "MRT participant",
        ],
    ),
    # a portfolio that is in somebody's charge
    (
        "The Togolese Minister in charge of Regional Planning Essomanam Edjeba received Ghanaian "
        "Finance Minister Cassiel Ato Forson.",
        ["meeting held: Cassiel Ato Forson GHA guest; Essomanam Edjeba TGO host"],
    ),
    # the short form of a body in brackets before the name
    (
        "Kazakh Foreign Minister Murat Nurtleu met the Secretary General of the Organization of "
        "Turkic States (OTS) Kubanychbek Omuraliev.",
        [
            "meeting held: Kubanychbek Omuraliev Organization of Turkic States (OTS) participant; "
            "Murat Nurtleu KAZ participant",
        ],
    ),
    # a title that is half of a name
    (
        "Hossein Amir-Abdollahian of Iran was in Muscat. Amir-Abdollahian met Omani Foreign "
        "Minister Badr Albusaidi there.",
        [
            "meeting held: Badr Albusaidi OMN host; Hossein Amir-Abdollahian IRN guest",
            "visit held: Badr Albusaidi OMN host; Hossein Amir-Abdollahian IRN guest",
        ],
    ),
    # "the delegation" is whoever leads it
    (
        "At the invitation of Lao minister Thongsavanh Phomvihane, a delegation of the Communist "
        "Party of Vietnam (CPV) led by Le Hoai Trung, Chairman of its Commission for External "
        "Relations, has paid a working visit to Laos. Lao President Thongloun Sisoulith received "
        "the delegation.",
        [
            "meeting held: Le Hoai Trung VNM guest; Thongloun Sisoulith LAO host",
            "visit held: Le Hoai Trung VNM guest; Thongsavanh Phomvihane LAO host",
        ],
    ),
    # who comes to the talks of others
    (
        "French Foreign Minister Jean-Noel Barrot met Kenyan minister Musalia Mudavadi. French "
        "Ambassador Arnaud Suquet attended the meeting.",
        [
            "meeting held: Arnaud Suquet FRA delegate; Jean-Noel Barrot FRA participant; "
            "Musalia Mudavadi KEN participant",
        ],
    ),
    # states in a row behind one plural office
    (
        "It was agreed at the trilateral talks between the foreign ministers of Russia, Iran and "
        "Turkey in Moscow.",
        ["summit held: IRN guest; RUS host; TUR guest"],
    ),
    # who one is to another
    (
        "Japanese Foreign Minister Yoko Kamikawa spoke by phone with his predecessor, Park Jin.",
        ["call held: Park Jin KOR participant; Yoko Kamikawa JPN participant"],
    ),
    # each at the head of his own side
    (
        "Bangladeshi Foreign Secretary Md Jashim Uddin and Indian Foreign Secretary Vikram Misri "
        "led their respective sides at the consultations in Dhaka.",
        ["meeting held: Md Jashim Uddin BGD participant; Vikram Misri IND participant"],
    ),
    # whom an ambassador meets where he is posted
    (
        "The Ambassador of China to Sri Lanka, Qi Zhenhong, met the Speaker of Parliament, Asoka "
        "Ranwala, in Parliament.",
        ["meeting held: Asoka Ranwala LKA host; Qi Zhenhong CHN guest"],
    ),
    # a noun that ends like a verb
    (
        "Vietnamese Minister of Public Security To Lam paid courtesy calls on President of Laos "
        "Thongloun Sisoulith and Lao Prime Minister Phankham Viphavanh.",
        [
            "meeting held: Phankham Viphavanh LAO host; To Lam VNM guest",
            "meeting held: Thongloun Sisoulith LAO host; To Lam VNM guest",
        ],
    ),
    # whose guest somebody is: the host of the visit where one is told of
    (
        "Australian Prime Minister Scott Morrison flies on to Fiji, where he will be the guest of "
        "Prime Minister Voreqe Bainimarama.",
        ["visit planned: Scott Morrison AUS guest; Voreqe Bainimarama FJI host"],
    ),
    # a visitor of no name is nobody in particular; who was received is the one who had come
    (
        "Saudi minister Faisal bin Farhan was received by Iranian President Ebrahim Raisi, hours "
        "after he had arrived in Tehran on the first visit of a Saudi foreign minister in years.",
        [
            "meeting held: Ebrahim Raisi IRN host; Faisal bin Farhan SAU guest",
            "visit under_way: Ebrahim Raisi IRN host; Faisal bin Farhan SAU guest",
        ],
    ),
    # an office by another of its names
    (
        "Ethiopian Prime Minister Abiy Ahmed met Somali President Hassan Sheikh Mohamud. The "
        "premier also met Kenyan President William Ruto.",
        [
            "meeting held: Abiy Ahmed ETH participant; Hassan Sheikh Mohamud SOM participant",
            "meeting held: Abiy Ahmed ETH participant; William Ruto KEN participant",
        ],
    ),
    # who heads talks together
    (
        "Vietnam and Laos held a defence dialogue in Hanoi under the chair of Vietnamese Deputy "
        "Defence Minister Hoang Xuan Chien and Lao Deputy Defence Minister Vongsone Inpanphim.",
        ["consultation held: Hoang Xuan Chien VNM host; Vongsone Inpanphim LAO guest"],
    ),
    (
        "The fifth round of the dialogue, co-chaired by Polish Deputy Foreign Minister Marek "
        "Prawda and Thai Permanent Secretary Eksiri Pintaruchi, was held in Warsaw.",
        ["consultation held: Eksiri Pintaruchi THA participant; Marek Prawda POL participant"],
    ),
    # "the two leaders" lead; a deputy who stood at the airport does not
    (
        "Australian Prime Minister Anthony Albanese met Papua New Guinean Prime Minister James "
        "Marape on Friday. Papua New Guinean Deputy Prime Minister John Rosso was there. The two "
        "leaders signed a treaty.",
        [
            "ceremony held: Anthony Albanese AUS participant; James Marape PNG participant",
            "meeting held: Anthony Albanese AUS participant; James Marape PNG participant",
        ],
    ),
    # a seat of which many states have one
    (
        "Botswanan President Duma Boko is in Zambia. He will hold talks with President Hakainde "
        "Hichilema at State House.",
        [
            "meeting planned: Duma Boko BWA guest; Hakainde Hichilema ZMB host",
            "visit under_way: Duma Boko BWA guest; Hakainde Hichilema ZMB host",
        ],
    ),
    # consultations that go by the name of a ministry
    (
        "Indian Foreign Secretary Vikram Misri held Foreign Office Consultations with Nepal's "
        "Foreign Secretary Amrit Bahadur Rai in New Delhi.",
        ["meeting held: Amrit Bahadur Rai NPL guest; Vikram Misri IND host"],
    ),
]


FILED = [
    # who arrives without a place has come to where the page is filed
    (
        "DHAKA, Dec 9 - Indian Foreign Secretary Vikram Misri arrived this morning.",
        "DHAKA",
        ["visit under_way: BGD host; Vikram Misri IND guest"],
    ),
    (
        "TALLINN, May 9 - Finnish President Alexander Stubb came here on Monday.",
        "TALLINN",
        ["visit under_way: Alexander Stubb FIN guest; EST host"],
    ),
]


@pytest.mark.parametrize(("text", "place", "expected"), FILED, ids=[text for text, *_ in FILED])
def test_where_a_page_is_filed(text: str, place: str, expected: list[str]) -> None:
    assert all_told(read(text, published="2024-12-09", dateline=place)) == expected


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_ways_of_naming(text: str, expected: list[str]) -> None:
    assert all_told(read(text, published="2025-06-18")) == expected
