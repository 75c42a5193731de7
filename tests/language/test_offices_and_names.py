"""Who stands beside an office, and the office as printed: long, stacked and serving offices."""

from __future__ import annotations

import pytest

from reading import read

# (what stands before "spoke", the person, the state, the office as printed)
NAMED = [
    # parts of the world, tasks and fields in an office
    ("US Assistant Secretary of State for Consular Affairs Rena Bitter", "Rena Bitter", "USA",
     "US Assistant Secretary of State for Consular Affairs"),
    ("Sri Lankan Minister of Foreign Affairs, Foreign Employment and Tourism Vijitha Herath",
     "Vijitha Herath", "LKA",
     "Sri Lankan Minister of Foreign Affairs, Foreign Employment and Tourism"),
    ("Tanzanian Minister for Foreign Affairs and East African Cooperation Mahmoud Thabit Kombo",
     "Mahmoud Thabit Kombo", "TZA",
     "Tanzanian Minister for Foreign Affairs and East African Cooperation"),
    ("The Minister of State at the Federal Foreign Office of Germany, Tobias Lindner,",
     "Tobias Lindner", "DEU", "Minister of State at the Federal Foreign Office of Germany"),
    ("German Federal Minister for Economic Affairs and Climate Action Robert Habeck",
     "Robert Habeck", "DEU", "German Federal Minister for Economic Affairs and Climate Action"),
    ("India's Secretary (East) Jaideep Mazumdar", "Jaideep Mazumdar", "IND",
     "India's Secretary (East)"),
    # a body behind its head without "of", and the name's rank behind it
    ("Pakistan's Chairman Joint Chiefs of Staff Committee General Alar Moss", "Alar Moss", "PAK",
     "Pakistan's Chairman Joint Chiefs of Staff Committee"),
    ("Pakistan's Additional Secretary Defence Admiral Alar Moss", "Alar Moss", "PAK",
     "Pakistan's Additional Secretary Defence"),
    ("Chief of Defence Forces Australia General Alar Moss", "Alar Moss", "AUS",
     "Chief of Defence Forces"),
    # an office in another's house, and second and third ones by figures
    ("The Permanent Secretary of the Prime Minister's Office of Chad Alar Moss", "Alar Moss",
     "TCD", "Permanent Secretary of the Prime Minister's Office of Chad"),
    ("South Sudan's 2nd Vice President Alar Moss", "Alar Moss", "SSD",
     "South Sudan's 2nd Vice President"),
    ("Myanmar's Commander-in-Chief of Defence Services Senior General Alar Moss", "Alar Moss",
     "MMR", "Myanmar's Commander-in-Chief of Defence Services"),
    # ranks before a head that is itself a head elsewhere
    ("Australia's Assistant Minister for Foreign Affairs Tim Watts", "Tim Watts", "AUS",
     "Australia's Assistant Minister for Foreign Affairs"),
    ("Singapore's Coordinating Minister for National Security K Shanmugam", "K Shanmugam", "SGP",
     "Singapore's Coordinating Minister for National Security"),
    # bodies by their initials or by names of their own
    ("Visiting CIA Director William Burns", "William Burns", "USA", "CIA Director"),
    ("The Head of the Chechen Republic of Russia, Ramzan Kadyrov,", "Ramzan Kadyrov", "RUS",
     "Head of the Chechen Republic of Russia"),
    ("The chairman of the Halk Maslahaty of Turkmenistan, Gurbanguly Berdimuhamedov,",
     "Gurbanguly Berdimuhamedov", "TKM", "chairman of the Halk Maslahaty of Turkmenistan"),
    # words of no list between a nation and its office
    ("Israeli Alternate Prime Minister and Defense Minister Benny Gantz", "Benny Gantz", "ISR",
     "Israeli Alternate Prime Minister and Defense Minister"),
    ("Afghan High Council for National Reconciliation Chairman Abdullah Abdullah",
     "Abdullah Abdullah", "AFG", "Afghan High Council for National Reconciliation Chairman"),
    # whom one serves is not who speaks
    ("Pakistan's Special Assistant to the Prime Minister Tariq Fatemi", "Tariq Fatemi", "PAK",
     "Pakistan's Special Assistant to the Prime Minister"),
    ("US Assistant to the President for Homeland Security Elizabeth Sherwood-Randall",
     "Elizabeth Sherwood-Randall", "USA", "US Assistant to the President for Homeland Security"),
    ("Tunisia's Secretary of State to the Minister of Foreign Affairs Mohamed Ben Ayed",
     "Mohamed Ben Ayed", "TUN", "Tunisia's Secretary of State to the Minister of Foreign Affairs"),
    # several offices of one person
    ("The Deputy Prime Minister and Minister of Foreign Affairs of Vietnam, Bui Thanh Son,",
     "Bui Thanh Son", "VNM", "Deputy Prime Minister and Minister of Foreign Affairs of Vietnam"),
    ("The Crown Prince and Prime Minister of Saudi Arabia, Mohammed bin Salman,",
     "Mohammed bin Salman", "SAU", "Crown Prince and Prime Minister of Saudi Arabia"),
    ("Algerian Minister of State, Minister of Foreign Affairs Ahmed Attaf", "Ahmed Attaf", "DZA",
     "Algerian Minister of State, Minister of Foreign Affairs"),
    ("Deputy Prime Minister – Minister of Foreign Affairs of Kazakhstan Murat Nurtleu",
     "Murat Nurtleu", "KAZ", "Deputy Prime Minister – Minister of Foreign Affairs of Kazakhstan"),
    # a given name that is a city elsewhere
    ("Ambassador of the Syrian Arab Republic to Russia Riyad Haddad", "Riyad Haddad", "SYR",
     "Ambassador of the Syrian Arab Republic to Russia"),
    # fields of the world's ministries, and what one is in charge of
    ("Namibian Minister of Fisheries and Marine Resources Bernard Esau", "Bernard Esau", "NAM",
     "Namibian Minister of Fisheries and Marine Resources"),
    ("Jamaican Minister of Finance and the Public Service Nigel Clarke", "Nigel Clarke", "JAM",
     "Jamaican Minister of Finance and the Public Service"),
    ("Aboubacar Sylla, the Minister of State in charge of Transport of Guinea,", "Aboubacar Sylla",
     "GIN", "Minister of State in charge of Transport of Guinea"),
    ("China's Minister of State Security Chen Yixin", "Chen Yixin", "CHN",
     "China's Minister of State Security"),
    ("British Secretary of State for Foreign, Commonwealth and Development Affairs David Lammy",
     "David Lammy", "GBR",
     "British Secretary of State for Foreign, Commonwealth and Development Affairs"),
    ("The Minister of Justice of Taiwan, Chiu Tai-san,", "Chiu Tai-san", "TWN",
     "Minister of Justice of Taiwan"),
    # names that begin with an article, end with a city, or with a part of the world
    ("Sudanese Minister of Health Al-Saddiq Majouba", "Al-Saddiq Majouba", "SDN",
     "Sudanese Minister of Health"),
    ("The Minister of Communications of Israel, Ayoub Kara,", "Ayoub Kara", "ISR",
     "Minister of Communications of Israel"),
    ("British Foreign Office Minister Catherine West", "Catherine West", "GBR",
     "British Foreign Office Minister"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "person", "state", "office"), NAMED)
def test_person_state_and_office(before: str, person: str, state: str, office: str) -> None:
    reading = read(f"{before} spoke of trade with reporters after the session on Monday.")
    found = [(one.person, one.state, one.offices[0].office) for one in reading.people]
    assert found == [(person, state, office)]


def test_two_office_holders_stay_two() -> None:
    reading = read("The Prime Minister and Foreign Minister Annalena Baerbock spoke.")
    assert [one.offices[0].office for one in reading.people] == ["Foreign Minister"]


def test_a_title_before_a_city_is_of_who_is_called_so() -> None:
    told = "Brazilian President Fernando Henrique Cardoso and President Lagos spoke of trade."
    reading = read(told, published="2001-08-20")
    assert [one.person for one in reading.people] == ["Fernando Henrique Cardoso", "Ricardo Lagos"]


def test_a_town_keeps_its_usual_state_whoever_comes_there() -> None:
    told = (
        "US Secretary of State John Kerry met Jordanian King Abdullah II in Alexandria on Monday."
    )
    (account,) = read(told, published="2014-06-25").accounts
    assert account.place is not None
    assert account.place.state == "EGY"
