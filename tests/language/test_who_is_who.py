"""Who is who: namesakes of leaders, names of bodies and assemblies, one name in two spellings."""

from __future__ import annotations

import pytest

from communique.knowledge.folding import heard
from reading import analysed

PERSONS: list[tuple[str, str, str | None]] = [
    # (text, a person's name, the state), each the only one of the surname on the page
    # an office that the leader of that surname never held is another's
    ("Canada's Ambassador Macron opened a school in Suva.", "Macron", "CAN"),
    ("State Minister for Planning Sharif of Bangladesh spoke.", "Sharif", "BGD"),
    ("Philippine Undersecretary Sanchez spoke.", "Sanchez", "PHL"),
    ("Minister Sharif of Bangladesh spoke.", "Sharif", "BGD"),
    # offices by which leaders are addressed too
    ("Minister Lavrov spoke.", "Sergey Lavrov", "RUS"),
    ("President Ruto spoke.", "William Ruto", "KEN"),
    # a president who leads only the government
    ("President Raisi's special envoy Ali Karimi spoke.", "Ali Karimi", "IRN"),
    # behind a state's assembly, by whatever name
    ("The Chairman of Oman's Shura Council, Khalid Al Mawali, spoke.", "Khalid Al Mawali", "OMN"),
    ("Chairman of the Shura Council of Oman Khalid Al Mawali spoke.", "Khalid Al Mawali", "OMN"),
    ("Speaker of Israel's Knesset Amir Ohana spoke.", "Amir Ohana", "ISR"),
    ("Grand National Assembly Speaker Numan Kurtulmuş spoke.", "Numan Kurtulmuş", "TUR"),
    ("The Chair of the Mejlis (lower chamber) of the Milli Geňeş (parliament) of Turkmenistan "
     "Gulshat Mammadova spoke.", "Gulshat Mammadova", "TKM"),
    ("Vice Chairman Cao Jianming of the NPC Standing Committee spoke.", "Cao Jianming", "CHN"),
    ("Director Ilze Ozola of the Department of Trade of Latvia spoke.", "Ilze Ozola", "LVA"),
    # a body and its field
    ("Chairman of the Communist Party of Vietnam's Commission on External Relations Le Hoai Trung "
     "spoke.", "Le Hoai Trung", "VNM"),
    # a name that only a body introduces
    ("The Norwegian foreign ministry's Kristin Enge spoke.", "Kristin Enge", "NOR"),
    ("Kenya's Ministry of Foreign Affairs' Peter Otieno spoke.", "Peter Otieno", "KEN"),
    # a title that is a given name
    ("UAE Minister of Industry Sultan Al Jaber spoke.", "Sultan Al Jaber", "ARE"),
    # a prince who is minister
    ("Saudi Defense Minister Prince Khalid bin Salman spoke.", "Khalid bin Salman", "SAU"),
    # an envoy of somebody named behind
    ("Cheikh Kanté, Minister of State, special envoy of the Senegalese President, Macky Sall, "
     "arrived.", "Cheikh Kanté", "SEN"),
    ("Cheikh Kanté, Minister of State, special envoy of the Senegalese President, Macky Sall, "
     "arrived.", "Macky Sall", "SEN"),
    # two of one state
    ("Peru's Defense Minister Jorge Nieto met his Chilean counterparts Heraldo Muñoz and Jose "
     "Antonio Gomez.", "Jose Antonio Gomez", "CHL"),
    # a surname of two parts
    ("President Akufo-Addo spoke.", "Akufo-Addo", "GHA"),
    # posted "in" a state
    ("The Ambassador of China in Sri Lanka Qi Zhenhong spoke.", "Qi Zhenhong", "CHN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "state"), PERSONS)
def test_a_person_and_the_state(text: str, name: str, state: str | None) -> None:
    people = analysed(text, published="2023-04-19").people
    assert [(p.name, p.state) for p in people if p.name == name] == [(name, state)]


ONE: list[tuple[str, int]] = [
    # (text, how many persons)
    ("Rwandan Defence Minister Juvenal Marizamunda arrived. Minister Juvenal Marizamuda spoke.", 1),
    ("Maldivian Speaker Abdul Raheem Abdulla arrived. Speaker Abdul Rahim Abdulla spoke.", 1),
    ("Armenian Deputy Minister Vahan Kostanyan arrived. Kostanian spoke.", 1),
    # another office, another state, or another name
    ("Estonian Minister Mart Saar arrived. Finnish Minister Matti Sarri spoke.", 2),
    ("Minister Karin Lepik arrived. Minister Kaja Lepp spoke.", 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number"), ONE)
def test_one_name_in_two_spellings(text: str, number: int) -> None:
    assert len(analysed(text, published="2025-01-20").people) == number


@pytest.mark.parametrize(
    ("one", "other"),
    [("raheem", "rahim"), ("kostanyan", "kostanian"), ("yusuf", "yousuf"), ("mawali", "mawaali")],
)
def test_romanizations_are_heard_alike(one: str, other: str) -> None:
    assert heard(one) == heard(other)


def test_names_of_others_are_not_heard_alike() -> None:
    assert heard("hassan") != heard("hasina")
    assert heard("lavrov") != heard("petrov")


def test_an_office_behind_a_name_is_not_of_the_name_that_follows() -> None:
    text = (
        "At the invitation of General Mubarakh Muganga, Chief of Staff of the Rwanda Defence "
        "Force, General Saïd Chanegriha, Chief of Staff of the Algerian People's National Army, "
        "arrived."
    )
    people = analysed(text, published="2024-02-19").people
    assert [(p.name, p.state) for p in people] == [
        ("Mubarakh Muganga", "RWA"), ("Saïd Chanegriha", "DZA"),
    ]  # fmt: skip


def test_a_given_name_comes_before_a_house() -> None:
    text = (
        "The Amir of Kuwait, Sheikh Sabah Al-Ahmad Al-Jaber Al-Sabah, received a letter. Minister "
        "Sheikh Ali Jarrah Al-Sabah took it. Sheikh Sabah gave thanks."
    )
    (sabah, _) = analysed(text, published="2018-07-20").people
    assert [m.text for m in sabah.mentions][-1].endswith("Sabah")
    assert len(sabah.mentions) == 2


def test_a_president_is_not_the_first_lady_of_that_name() -> None:
    text = (
        "President Nana Akufo-Addo left. He was accompanied by the First Lady, Rebecca "
        "Akufo-Addo. President Akufo-Addo returned."
    )
    president, lady = analysed(text, published="2020-12-14").people
    assert (len(president.mentions), len(lady.mentions)) == (2, 1)


def test_a_rank_behind_a_form_of_address_is_part_of_the_office() -> None:
    text = (
        "President Cyril Ramaphosa will host His Excellency General Umaro Sissoco Embaló, "
        "President of the Republic of Guinea Bissau, on a state visit to Pretoria."
    )
    people = analysed(text, published="2022-04-25").people
    assert [(p.name, p.state) for p in people] == [
        ("Cyril Ramaphosa", "ZAF"), ("Umaro Sissoco Embaló", "GNB"),
    ]  # fmt: skip
