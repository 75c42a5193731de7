"""Journeys as newspapers and ministries tell them: who came, whom one received, how it stands now.

Each construction stands in pages of many outlets: Gulf and Maghreb agencies put the day and the
palace before the guest, African ministries accord warm welcomes, dailies count leaders "among"
others.
"""

from __future__ import annotations

import pytest

from reading import all_told, read

RECEIVED = [
    (
        "Uruguayan President Yamandu Orsi received Monday, at the executive tower, the elected "
        "President of Bolivia, Rodrigo Paz.",
        "meeting held: Rodrigo Paz BOL guest; Yamandu Orsi URY host",
    ),
    (
        "Mauritanian President Mohamed Ould Ghazouani received Tuesday in Nouakchott the "
        "Senegalese Foreign Minister Yassine Fall.",
        "meeting held: Mohamed Ould Ghazouani MRT host; Yassine Fall SEN guest",
    ),
    (
        "Lebanese President Joseph Aoun received this morning, at Baabda Palace, French envoy "
        "Jean-Yves Le Drian.",
        "meeting held: Jean-Yves Le Drian FRA guest; Joseph Aoun LBN host",
    ),
    (
        "On arrival in Kigali, Zambian President Hakainde Hichilema was given a warm reception by "
        "Foreign Minister Vincent Biruta of Rwanda.",
        "visit under_way: Hakainde Hichilema ZMB guest; RWA host",
    ),
    (
        "Upon arrival at Asmara International Airport, Ethiopian Prime Minister Abiy Ahmed and his "
        "delegation were accorded a warm welcome by Eritrean President Isaias Afwerki.",
        "visit under_way: Abiy Ahmed ETH guest; ERI host",
    ),
    (
        "Upon his arrival at the palace, Ethiopian Prime Minister Abiy Ahmed met Kenyan President "
        "William Ruto.",
        "meeting held: Abiy Ahmed ETH participant; William Ruto KEN participant",
    ),
]


@pytest.mark.parametrize(("text", "told"), RECEIVED)
def test_received(text: str, told: str) -> None:
    """Whom one receives may stand behind the day and the palace; one welcomed has arrived."""
    assert all_told(read(text, published="2024-04-17")) == [told]


# (text, kind and status, guest's name, state gone to, start, end)
GONE = [
    (
        "Burundian President Evariste Ndayishimiye was among the leaders who travelled to Dodoma "
        "on Monday.",
        ["held Evariste Ndayishimiye TZA 2024-04-15 2024-04-15"],
    ),
    (
        "Kenyan President William Ruto is one of the heads of state who arrived in Uganda on "
        "Saturday.",
        ["under_way William Ruto UGA 2024-04-13 2024-04-13"],
    ),
    (
        "Solomon Islands Prime Minister Manasseh Sogavare will continue on to Suva on Thursday "
        "and then proceed to Port Moresby on Friday.",
        [
            "planned Manasseh Sogavare FJI 2024-04-18 2024-04-18",
            "planned Manasseh Sogavare PNG 2024-04-19 2024-04-19",
        ],
    ),
    (
        "King Charles III came to Kenya on a five-day state visit in October 2023.",
        ["held Charles III KEN 2023-10 2023-10"],
    ),
    (
        "Ethiopian Prime Minister Abiy Ahmed is in Asmara to attend a meeting. Abiy headed to "
        "Eritrea earlier this evening.",
        ["under_way Abiy Ahmed ERI 2024-04-17 2024-04-17"],
    ),
    (
        "Ethiopian Prime Minister Abiy Ahmed arrived in neighbouring Djibouti on Saturday in what "
        "was his first foreign trip since taking office in early April 2024.",
        ["under_way Abiy Ahmed DJI 2024-04-13 2024-04-13"],
    ),
    (
        "Indonesian President Joko Widodo visited the UAE in January 2020, followed by Foreign "
        "Minister Retno Marsudi in 2021.",
        ["held Joko Widodo ARE 2020-01 2020-01", "held Retno Marsudi ARE 2021 2021"],
    ),
    (
        "Lao Prime Minister Phankham Viphavanh welcomed Cambodian Prime Minister Hun Sen's visit "
        "to Laos in the near future.",
        ["planned Hun Sen LAO None None"],
    ),
    (
        "Armenian President Vahagn Khachaturyan will take part in a forum in Ashgabat on 11 "
        "October at the invitation of Turkmen President Serdar Berdimuhamedov.",
        ["planned Vahagn Khachaturyan TKM 2024-10-11 2024-10-11"],
    ),
    (
        "Concluding his official visit to Kazakhstan from 13 to 16 April, Mongolian Prime Minister "
        "Luvsannamsrain Oyun-Erdene thanked his hosts.",
        ["held Luvsannamsrain Oyun-Erdene KAZ 2024-04-13 2024-04-16"],
    ),
    (
        "Gambian President Adama Barrow will visit Doha from Friday to 22 April.",
        ["planned Adama Barrow QAT 2024-04-19 2024-04-22"],
    ),
]


def _visits(text: str, title: str | None = None) -> list[str]:
    found = []
    for account in read(text, title=title, published="2024-04-17").accounts:
        if account.kind.value == "visit":
            guest = next(p for p in account.parties if p.role.value == "guest")
            host = next(p for p in account.parties if p.role.value == "host")
            words = (account.status.value, guest.person, host.state, account.start, account.end)
            found.append(" ".join(str(word) for word in words))
    return sorted(found)


@pytest.mark.parametrize(("text", "visits"), GONE)
def test_gone(text: str, visits: list[str]) -> None:
    """Who went where, how it stands on the day of the page, and when."""
    assert _visits(text) == visits


def test_a_headline_in_the_present_does_not_end_a_visit() -> None:
    """ "Pays visit" over a page that has the guest there: it goes on."""
    text = (
        "Lao President Thongloun Sisoulith is leading a high-level delegation on a state "
        "visit to Cambodia from April 16 to 18."
    )
    found = _visits(text, title="Lao president pays state visit to Cambodia")
    assert found == ["under_way Thongloun Sisoulith KHM 2024-04-16 2024-04-18"]


def test_during_the_visit_the_host_is_no_guest() -> None:
    """ "During the visit, X and Y will hold talks": Y is at home."""
    text = (
        "Indian President Ram Nath Kovind is scheduled to conduct a state visit to the "
        "Philippines on the invitation of President Rodrigo Duterte.\n\nDuring the visit, Kovind "
        "and Duterte will hold a meeting."
    )
    title = "Indian president to go on state visit to the Philippines"
    visit = next(a for a in read(text, title=title).accounts if a.kind.value == "visit")
    roles = sorted(f"{p.person} {p.role.value}" for p in visit.parties)
    assert roles == ["Ram Nath Kovind guest", "Rodrigo Duterte host"]


def test_talks_of_the_new_date_are_not_put_off() -> None:
    """A visit put off in autumn leaves the talks of its new date planned."""
    text = (
        "Georgian Prime Minister Giorgi Kvirikashvili will arrive in Armenia for an official "
        "visit on Friday, April 19. Kvirikashvili is set to meet President Serzh "
        "Sargsyan.\n\nKvirikashvili was to arrive in Armenia back on December 1, 2023 but the "
        "visit was pushed back."
    )
    reading = read(text, published="2024-04-17")
    assert {a.status.value for a in reading.accounts if a.kind.value == "meeting"} == {"planned"}


MORE = [
    (
        "Maldives President Ibrahim Mohamed Solih would be in Dhaka on April 27-28.",
        ["planned Ibrahim Mohamed Solih BGD 2024-04-27 2024-04-28"],
    ),
    ("The Maltese ambassador to Libya, Charles Saliba, arrived in Tripoli to assume office.", []),
    (
        "Libyan Prime Minister Abdul Hamid Dbeibah today welcomed the arrival of his Maltese "
        "counterpart Robert Abela.",
        ["under_way Robert Abela LBY 2024-04-17 2024-04-17"],
    ),
    (
        "Irish President Michael Higgins will pay a visit to the Baltic states of Latvia and "
        "Lithuania from 3 to 7 July.",
        [
            "planned Michael Higgins LTU 2024-07-03 2024-07-07",
            "planned Michael Higgins LVA 2024-07-03 2024-07-07",
        ],
    ),
    (
        "Togolese Foreign Minister Robert Dussey is travelling to Lisbon on Friday.",
        ["planned Robert Dussey PRT 2024-04-19 2024-04-19"],
    ),
    (
        "Canadian Prime Minister Justin Trudeau will travel to Bridgetown to participate in the "
        "Conference of Heads of Government of the Caribbean Community on 18-19 May.",
        ["planned Justin Trudeau BRB 2024-05-18 2024-05-19"],
    ),
    (
        "Serbian President Aleksandar Vucic arrived to take part in a summit in Tirana on Monday.",
        ["under_way Aleksandar Vucic ALB 2024-04-15 2024-04-15"],
    ),
    (
        "Slovak Foreign Minister Ivan Korcok, visiting Kyiv, called for dialogue.",
        ["under_way Ivan Korcok UKR None None"],
    ),
    (
        "Cyprus welcomed Lebanese President Joseph Aoun on Wednesday.",
        ["under_way Joseph Aoun CYP 2024-04-17 2024-04-17"],
    ),
    (
        "This is the third time Kiribati President Taneti Maamau has visited Fiji.",
        ["under_way Taneti Maamau FJI None None"],
    ),
]


@pytest.mark.parametrize(("text", "visits"), MORE)
def test_gone_or_going(text: str, visits: list[str]) -> None:
    """Announced in the reported future, told by who welcomes it, counted; not to take up a post."""
    assert _visits(text) == visits


def test_what_one_comes_for_is_to_come() -> None:
    """ "Is coming to Malta on Thursday for talks with Y": both lie ahead."""
    text = (
        "Togolese Foreign Minister Robert Dussey is coming to Malta on Thursday for talks with "
        "Foreign Minister Ian Borg of Malta."
    )
    found = {a.kind.value: a.status.value for a in read(text, published="2024-04-16").accounts}
    assert found == {"visit": "planned", "meeting": "planned"}


def test_a_counterpart_has_the_office_of_whose_counterpart_it_is() -> None:
    """The office may stand in an earlier sentence, or be a deputy's."""
    text = (
        "Indian External Affairs Minister S Jaishankar will visit Bangladesh. Jaishankar will meet "
        "Prime Minister Sheikh Hasina and hold talks with his counterpart, Dr. AK Abdul Momen."
    )
    parties = [p for a in read(text).accounts for p in a.parties]
    assert {p.office for p in parties if p.person == "AK Abdul Momen"} == {
        "External Affairs Minister"
    }
    text = (
        "Deputy Foreign Minister of Laos Phongsamouth Anlavan met his Azerbaijani counterpart "
        "Fariz Rzayev in Vientiane."
    )
    offices = {p.office for a in read(text).accounts for p in a.parties if p.state == "AZE"}
    assert offices == {"Deputy Foreign Minister"}


def test_a_headline_to_visit_is_a_plan() -> None:
    """Also where the headline ends with whose word it is."""
    title = "Slovak Foreign Minister To Visit Ukraine On May 7-8 - Bratislava"
    found = _visits("Slovak Foreign Minister Ivan Korcok spoke to reporters.", title=title)
    assert found == ["planned Ivan Korcok UKR 2024-05-07 2024-05-08"]


def test_a_summit_scheduled_has_its_own_days() -> None:
    """What the participle behind the summit says is of the summit, not of the arrival."""
    text = (
        "Mongolian President Tsakhiagiin Elbegdorj has arrived in Astana to participate in the SCO "
        "Summit scheduled to be held in the Kazakh capital on April 18-19."
    )
    found = {
        a.kind.value: (a.status.value, a.start) for a in read(text, published="2024-04-17").accounts
    }
    assert found == {"visit": ("under_way", None), "summit": ("planned", "2024-04-18")}


def test_the_president_is_not_the_first_lady_of_that_name() -> None:
    """ "President Hichilema" is who was called President."""
    text = (
        "Namibian President Hage Geingob was received by President Hakainde Hichilema of Zambia, "
        "accompanied by First Lady Mutinta Hichilema.\n\nLater President Hichilema and his "
        "Namibian counterpart held a meeting."
    )
    persons = {p.person for a in read(text).accounts for p in a.parties}
    assert persons == {"Hage Geingob", "Hakainde Hichilema"}


def test_a_headline_in_the_present_may_announce() -> None:
    """ "Buhari visits Ghana" over a lead by which he travels there: one visit, to come."""
    text = (
        "Nigerian President Muhammadu Buhari travels to Accra to discuss security. Buhari has "
        "previously visited Cameroon."
    )
    reading = read(text, title="Nigeria's Buhari Visits Ghana", published="2024-04-17")
    found = sorted((a.place.name, a.status.value, a.main) for a in reading.accounts if a.place)
    assert found == [("Cameroon", "held", False), ("Ghana", "planned", True)]


def test_what_one_briefs_about_is_over() -> None:
    """ "Briefs Y on visit to Chad": a visit before the page's news, and no longer going on."""
    text = (
        "Ghanaian President John Mahama visited his Nigerian counterpart, Bola Tinubu, in Abuja on "
        "Monday."
    )
    reading = read(text, title="Mahama briefs Tinubu on visit to Mali", published="2024-04-17")
    found = sorted((a.place.state, a.status.value, a.main) for a in reading.accounts if a.place)
    assert found == [("MLI", "held", False), ("NGA", "held", True)]


def test_departs_on_a_day_to_come() -> None:
    """A present that plans has the next of the weekdays, in the headline too."""
    title = "Buhari departs Abuja for Togo Sunday to attend summit"
    text = "Nigeria's President, Muhammadu Buhari will depart Abuja Sunday for Lome."
    assert _visits(text, title=title) == ["planned Muhammadu Buhari TGO 2024-04-21 2024-04-21"]
