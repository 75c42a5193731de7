"""Letters as engagements: who sent them to whom, and who carried them."""

from __future__ import annotations

import pytest

from reading import all_told, read

LETTERS = {
    "travelled with it": (
        "Moroccan Foreign Minister Nasser Bourita arrived in Dakar with a message from King"
        " Mohammed VI for Senegalese President Macky Sall.",
        [
            "letter held: Macky Sall SEN recipient; Mohammed VI MAR sender; Nasser Bourita MAR"
            " envoy",
            "visit under_way: Nasser Bourita MAR guest; SEN host",
        ],
    ),
    "carrying it, met": (
        "Moroccan Foreign Minister Nasser Bourita, carrying a letter from King Mohammed VI, met"
        " Senegalese President Macky Sall.",
        [
            "letter held: Macky Sall SEN recipient; Mohammed VI MAR sender; Nasser Bourita MAR"
            " envoy",
            "meeting held: Macky Sall SEN participant; Nasser Bourita MAR participant",
        ],
    ),
    "carried there by": (
        "Ugandan President Yoweri Museveni sent a message to Rwandan President Paul Kagame on"
        " Sunday. The message was carried to Kigali by Ugandan Ambassador Adonia Ayebare.",
        [
            "letter held: Adonia Ayebare UGA envoy; Paul Kagame RWA recipient; Yoweri Museveni UGA"
            " sender",
        ],
    ),
    "addressed to": (
        "An envoy carrying a signed letter from Palestinian President Mahmoud Abbas addressed to"
        " Maldivian President Ibrahim Mohamed Solih has arrived in the Maldives.",
        ["letter held: Ibrahim Mohamed Solih MDV recipient; Mahmoud Abbas PSE sender"],
    ),
    "expressing something to": (
        "Kyrgyz President Sadyr Japarov sent a telegram expressing condolences to Iranian"
        " President Masoud Pezeshkian.",
        ["letter held: Masoud Pezeshkian IRN recipient; Sadyr Japarov KGZ sender"],
    ),
    "extended by telegram": (
        "Togolese President Faure Gnassingbe extended congratulations to Gabonese President Brice"
        " Oligui Nguema in a telegram.",
        ["letter held: Brice Oligui Nguema GAB recipient; Faure Gnassingbe TGO sender"],
    ),
    "to one of a plural state": (
        "Kuwaiti Amir Sheikh Meshal Al-Ahmad Al-Sabah sent a cable to Maldives' President Dr."
        " Mohamed Muizzu.",
        ["letter held: Meshal Al-Ahmad Al-Sabah KWT sender; Mohamed Muizzu MDV recipient"],
    ),
    "was the bearer": (
        "Foreign Minister Abdoulaye Sabre Fadoul of Chad was the bearer of a message from President"
        " Mahamat Idriss Deby to Congolese President Denis Sassou Nguesso.",
        [
            "letter held: Abdoulaye Sabre Fadoul TCD envoy; Denis Sassou Nguesso COG recipient;"
            " Mahamat Idriss Deby TCD sender"
        ],
    ),
    "conveyed by a head of state": (
        "Serbian President Aleksandar Vucic conveyed a letter of condolence to Japanese Prime"
        " Minister Fumio Kishida.",
        ["letter held: Aleksandar Vucic SRB sender; Fumio Kishida JPN recipient"],
    ),
    "conveyed by an ambassador": (
        "Ambassador Ana Popescu of Romania conveyed a letter from President Nicusor Dan to Moldovan"
        " President Maia Sandu.",
        ["letter held: Ana Popescu ROU envoy; Maia Sandu MDA recipient; Nicusor Dan ROU sender"],
    ),
    "from several heads of state": (
        "Kazakh President Kassym-Jomart Tokayev received letters from the Indian and US presidents."
        " Joe Biden recalled the talks in New York. Droupadi Murmu wrote of trade.",
        [
            "letter held: Droupadi Murmu IND sender; Kassym-Jomart Tokayev KAZ recipient",
            "letter held: Joe Biden USA sender; Kassym-Jomart Tokayev KAZ recipient",
        ],
    ),
    "listed one by one": (
        "Uzbek President Shavkat Mirziyoyev continues to receive congratulatory telegrams from"
        " leaders of other countries. “May the friendship of our peoples grow,” the Turkmen"
        " leader's telegram reads. In his letter, King Philippe of Belgium wrote of trade.",
        [
            "letter held: King Philippe BEL sender; Shavkat Mirziyoyev UZB recipient",
            "letter held: Shavkat Mirziyoyev UZB recipient; TKM sender",
        ],
    ),
    "reads the telegram of": (
        "Uzbek President Shavkat Mirziyoyev goes on receiving congratulations from heads of state."
        " “I wish your people peace,” reads the telegram of Latvian President Edgars Rinkevics.",
        ["letter held: Edgars Rinkevics LVA sender; Shavkat Mirziyoyev UZB recipient"],
    ),
    "in a letter to": (
        "In a letter to Cambodian Prime Minister Hun Manet, Japanese Prime Minister Shigeru Ishiba"
        " expressed his sympathy.",
        ["letter held: Hun Manet KHM recipient; Shigeru Ishiba JPN sender"],
    ),
    "congratulated in a telegram": (
        "Russian President Vladimir Putin congratulated Serbian President Aleksandar Vucic in a"
        " telegram.",
        ["letter held: Aleksandar Vucic SRB recipient; Vladimir Putin RUS sender"],
    ),
    "carried from one to another": (
        "Eritrean Foreign Minister Osman Saleh carried a message from President Isaias Afwerki to"
        " Egyptian President Abdel Fattah el-Sisi.",
        [
            "letter held: Abdel Fattah el-Sisi EGY recipient; Isaias Afwerki ERI sender; Osman"
            " Saleh ERI envoy"
        ],
    ),
    "sent through": (
        "Ugandan President Yoweri Museveni sent a special message to Kenyan President William Ruto"
        " through Foreign Minister Jeje Odongo.",
        [
            "letter held: Jeje Odongo UGA envoy; William Ruto KEN recipient; Yoweri Museveni UGA"
            " sender"
        ],
    ),
    "of the principal behind the envoy": (
        "The message was delivered to Tanzanian President Samia Suluhu Hassan by Foreign Minister"
        " Olivier Nduhungirehe of Rwanda, special envoy of President Paul Kagame.",
        [
            "letter held: Olivier Nduhungirehe RWA envoy; Paul Kagame RWA sender; Samia Suluhu"
            " Hassan TZA recipient"
        ],
    ),
    "bearer": (
        "The President of Equatorial Guinea, Teodoro Obiang, received Gabonese Foreign Minister"
        " Régis Onanga Ndiaye, bearer of a message from President Brice Oligui Nguema.",
        [
            "letter held: Brice Oligui Nguema GAB sender; Régis Onanga Ndiaye GAB envoy; Teodoro"
            " Obiang GNQ recipient",
            "meeting held: Régis Onanga Ndiaye GAB guest; Teodoro Obiang GNQ host",
        ],
    ),
    "congratulating whom": (
        "Jordan's King Abdullah II sent a letter congratulating Algerian President Abdelmadjid"
        " Tebboune on his country's independence day.",
        ["letter held: Abdelmadjid Tebboune DZA recipient; Abdullah II JOR sender"],
    ),
    "exchanged": (
        "Chinese President Xi Jinping and Angolan President João Lourenço exchanged congratulatory"
        " messages.",
        ["letter held: João Lourenço AGO recipient; Xi Jinping CHN sender"],
    ),
    "exchanged with somebody": (
        "Chinese President Xi Jinping exchanged congratulatory messages with King Felipe VI of"
        " Spain on Friday.",
        ["letter held: Felipe VI ESP recipient; Xi Jinping CHN sender"],
    ),
    "views exchanged with somebody are talks": (
        "Chinese President Xi Jinping exchanged views with King Felipe VI of Spain.",
        ["meeting held: Felipe VI ESP participant; Xi Jinping CHN participant"],
    ),
    "what else is exchanged with somebody is no meeting": (
        "Russian President Vladimir Putin exchanged prisoners with Ukrainian President Volodymyr"
        " Zelensky.",
        [],
    ),
    "to the one who received the envoy": (
        "Ugandan Foreign Minister Jeje Odongo was received by Rwandan President Paul Kagame."
        " Odongo delivered a message from President Yoweri Museveni.",
        [
            "letter held: Jeje Odongo UGA envoy; Paul Kagame RWA recipient; Yoweri Museveni UGA"
            " sender",
            "meeting held: Jeje Odongo UGA guest; Paul Kagame RWA host",
        ],
    ),
    "diplomatic notes": ("Malta's Ian Borg and Cyprus exchanged notes on visas.", []),
}


@pytest.mark.parametrize("case", LETTERS)
def test_parties_of_letters(case: str) -> None:
    text, expected = LETTERS[case]
    assert all_told(read(text, published="2025-07-08")) == expected


def test_a_page_that_is_a_letter_is_that_letter() -> None:
    reading = read(
        "His Excellency Ukhnaagiin Khurelsukh, President of Mongolia\n\nYour Excellency,\n\nI"
        " congratulate you on the national day of your country.\n\nAlar Karis\n\nPresident of"
        " Estonia",
        published="2025-07-08",
    )
    assert all_told(reading) == [
        "letter held: Alar Karis EST sender; Ukhnaagiin Khurelsukh MNG recipient"
    ]


def test_this_message_is_no_letter() -> None:
    text = (
        "Lithuanian President Gitanas Nauseda said that Polish President Karol Nawrocki will convey"
        " this message to US President Donald Trump."
    )
    assert all_told(read(text, published="2025-08-28")) == []
