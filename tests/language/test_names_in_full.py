"""Names with what belongs to them: styles of honour, houses, syllables behind a hyphen; lists under
one office of several."""

from __future__ import annotations

import pytest

from reading import analysed

# (text, (name, state or organization) of everybody in it)
WHOLE = [
    # a style that looks like a name is none
    (
        "Samdech Akka Moha Sena Padei Techo Hun Sen received Malaysian Foreign Minister Zambry "
        "Abdul Kadir.",
        [("Hun Sen", "KHM"), ("Zambry Abdul Kadir", "MYS")],
    ),
    (
        "Samdech Moha Borvor Thipadei Hun Manet met Lao Foreign Minister Thongsavanh Phomvihane.",
        [("Hun Manet", "KHM"), ("Thongsavanh Phomvihane", "LAO")],
    ),
    # a name that goes on behind a hyphen is not the shorter one of the table
    (
        "South Korean First Vice Minister Cho Hyun-dong spoke.",
        [("Cho Hyun-dong", "KOR")],
    ),
    # the house behind a father's name
    (
        "Saudi Foreign Minister Prince Faisal bin Farhan Al Saud arrived.",
        [("Faisal bin Farhan Al Saud", "SAU")],
    ),
    # forebears behind a name that is also known without them
    (
        "A cable to the Custodian of the Two Holy Mosques King Salman bin Abdulaziz Al Saud "
        "was sent.",
        [("Salman bin Abdulaziz Al Saud", "SAU")],
    ),
    # an office that opens the sentence, its holder behind one comma
    (
        "Indian Minister of State for External Affairs, Mobashar Jawed Akbar will visit Mali.",
        [("Mobashar Jawed Akbar", "IND")],
    ),
    (
        "Geneva, 13 October - The Speaker of the Senate of Chile, Alar Moss has met the speaker.",
        [("Alar Moss", "CHL")],
    ),
    # an office behind the name that opens the sentence, the comma behind it left out
    (
        "Alar Moss, Speaker of the National Assembly of Mali (NAM) has met the guests.",
        [("Alar Moss", "MLI")],
    ),
    # ranks before a name are no part of it
    (
        "Fijian Prime Minister Commodore Alar Moss met the defence attaché of Peru, Colonel Jonas "
        "Petraitis.",
        [("Alar Moss", "FJI"), ("Jonas Petraitis", "PER")],
    ),
    # a house of several words joined by hyphens belongs to a long name
    (
        "Kuwait's Crown Prince Sheikh Sabah Khaled Al-Hamad Al-Mubarak Al-Sabah arrived.",
        [("Sabah Khaled Al-Hamad Al-Mubarak Al-Sabah", "KWT")],
    ),
    # a son who bears his grandfather's name is not his father
    (
        "Saudi King Salman bin Abdulaziz received Saudi Energy Minister Abdulaziz bin Salman.",
        [("Salman bin Abdulaziz", "SAU"), ("Abdulaziz bin Salman", "SAU")],
    ),
    # initials without a stop
    (
        "Indonesian President's special envoy, A M Fachir, delivered the invitation.",
        [("A M Fachir", "IDN")],
    ),
    # a seat that several states have is the one of the state that the page names
    (
        "The Prime Minister of Ethiopia, Abiy Ahmed, will visit Kenya, State House spokesperson "
        "Alar Moss said in Nairobi.",
        [("Abiy Ahmed", "ETH"), ("Alar Moss", "KEN")],
    ),
    # what is called after a person is nobody
    (
        "He landed at Sir Alar Moss International Airport and met British Prime Minister Keir "
        "Starmer.",
        [("Keir Starmer", "GBR")],
    ),
    # members of parliaments, one or several
    (
        "The minister met the Venezuelan parliamentarians Alar Moss and Juris Kalns.",
        [("Alar Moss", "VEN"), ("Juris Kalns", "VEN")],
    ),
    # a list whose names stand before their offices
    (
        "He called Alar Moss, Foreign Minister of Estonia, Juris Kalns, Foreign Minister of "
        "Latvia, and Jonas Petraitis, Foreign Minister of Lithuania.",
        [("Alar Moss", "EST"), ("Juris Kalns", "LVA"), ("Jonas Petraitis", "LTU")],
    ),
    (
        "The Ambassador of Iraq, Alar Moss, the Ambassador of Peru, Juris Kalns, and the "
        "Ambassador of Chad, Jonas Petraitis, spoke.",
        [("Alar Moss", "IRQ"), ("Juris Kalns", "PER"), ("Jonas Petraitis", "TCD")],
    ),
    # royal persons go by their given names
    (
        "Crown Prince Hussein of Jordan greeted Iraqi Foreign Minister Fuad Hussein.",
        [("Hussein", "JOR"), ("Fuad Hussein", "IRQ")],
    ),
    # a rank behind the office, a form of address with blanks
    (
        "Kuwait's Deputy Foreign Minister Ambassador Hamad Al-Mashaan spoke.",
        [("Hamad Al-Mashaan", "KWT")],
    ),
    (
        "The President of Equatorial Guinea, H. E. Obiang Nguema Mbasogo, spoke.",
        [("Obiang Nguema Mbasogo", "GNQ")],
    ),
    # a surname, or a given name, that is a town elsewhere
    (
        "Cho met his U.S. and Japanese counterparts Wendy Sherman and Takeo Mori.",
        [("Wendy Sherman", "USA"), ("Takeo Mori", "JPN")],
    ),
    # a body with its letters before the office
    (
        "Pacific Islands Forum (PIF) Chair Henry Puna spoke.",
        [("Henry Puna", "PIF")],
    ),
    # a minister of two fields
    (
        "Retno met Brunei Darussalam's Second Foreign Affairs and Trade Minister Lim Jock Seng.",
        [("Lim Jock Seng", "BRN")],
    ),
    # what leaders hold is nobody
    ("The Pacific Islands Forum Leaders Meeting opened in Tonga.", []),
    (
        "Kao Kim Hourn, Delegate Minister Attached to the Prime Minister, spoke.",
        [("Kao Kim Hourn", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_names_in_full(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Every person of a sentence by the whole name and the right state or organization."""
    people = analysed(text, published="2022-05-26").people
    found = [(person.name, person.state or person.organization) for person in people]
    named = {name for name, _ in expected}
    assert {name for name, _ in found} == named
    assert [pair for pair in expected if pair[1] is not None and pair not in found] == []


# (text, the persons that the page's last sentence has as parties)
THREES = [
    (
        "Australian Prime Minister Anthony Albanese, British Prime Minister Rishi Sunak and US "
        "President Joe Biden arrived in San Diego. The three leaders met on Monday.",
        {"Anthony Albanese", "Rishi Sunak", "Joe Biden"},
    ),
    (
        "Japanese Prime Minister Fumio Kishida and South Korean President Yoon Suk Yeol flew to "
        "Seoul for talks with Chinese Premier Li Qiang. The three leaders will meet again.",
        {"Fumio Kishida", "Yoon Suk Yeol", "Li Qiang"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), THREES)
def test_three(text: str, expected: set[str]) -> None:
    """ "The three leaders" are three, not the last two."""
    sentence = analysed(text, published="2024-05-26").sentences[-1]
    leaders = next(t for t in sentence.tokens if t.lower == "leaders")
    assert {person.name for person in leaders.persons} == expected
