"""Which printed names are one person's."""

from __future__ import annotations

import pytest

from communique.linking.names import same_name
from communique.linking.offices import is_past, same_office, short_for
from communique.linking.persons import join_people
from communique.linking.rows import NameUse
from communique.linking.words import folded

ONE = [
    ("Nguyễn Phú Trọng", "Nguyen Phu Trong"),
    ("Mikhail Mishustin", "Mikhail Vladimirovich Mishustin"),
    ("Mishustin Mikhail Vladimirovich", "Mikhail Mishustin"),
    ("Orbán Viktor", "Viktor Orbán"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Xi Jinping", "Xi Jin Ping"),
    ("Ban Ki-moon", "Ban Ki Moon"),
    ("Donald J. Trump", "Donald Trump"),
    ("Faisal bin Farhan", "Faisal bin Farhan Al Saud"),
    ("Andrés Manuel López Obrador", "Lopez Obrador"),
    ("Recep Tayyip Erdoğan", "Tayyip Erdogan"),
]
TWO = [
    ("Kim Jong Il", "Kim Jong Un"),
    ("Hun Sen", "Hun Manet"),
    ("Salman bin Abdulaziz", "Abdulaziz bin Salman"),
    ("Salman bin Abdulaziz", "Abdulaziz bin Salman bin Abdulaziz"),
    ("George H. W. Bush", "George W. Bush"),
    ("Fidel Castro", "Raúl Castro"),
    ("Justin Trudeau", "Pierre Trudeau"),
    ("Nguyen Xuan Phuc", "Nguyen Phu Trong"),
    ("Lee Hsien Loong", "Lee Kuan Yew"),
    ("Abdullah Gül", "Abdullah II"),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert same_name(folded(a), folded(b))
    assert same_name(folded(b), folded(a))


@pytest.mark.parametrize(("a", "b"), TWO)
def test_names_of_two_persons(a: str, b: str) -> None:
    assert not same_name(folded(a), folded(b))
    assert not same_name(folded(b), folded(a))


def test_a_shared_office_allows_for_looser_spelling() -> None:
    a, b = folded("Qasym-Zhomart Toqaev"), folded("Kassym-Jomart Tokayev")
    assert not same_name(a, b)
    assert same_name(a, b, same_office=True)


def test_in_one_office_a_short_given_name_will_do() -> None:
    a, b = folded("Joe Biden"), folded("Joseph R. Biden, Jr.")
    assert not same_name(a, b)
    assert same_name(a, b, same_office=True)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Li Keqiang", "Li Qiang"),
        ("Kim Jong Il", "Kim Jong Un"),
        ("Raúl Castro", "Fidel Castro"),
        ("Hun Sen", "Hun Manet"),
        ("Ilham Aliyev", "Heydar Aliyev"),
        ("Park Chung-hee", "Park Geun-hye"),
        ("Salman bin Abdulaziz", "Abdullah bin Abdulaziz"),
        ("Yoon Suk-yeol", "Moon Jae-in"),
    ],
)
def test_holders_of_one_office_one_after_the_other(a: str, b: str) -> None:
    assert not same_name(folded(a), folded(b), same_office=True)


Use = tuple[str, str | None, tuple[str, ...]]
PERSONS: dict[str, tuple[list[Use], list[set[str]]]] = {
    "namesakes of two states stay two": (
        [("Ali Hassan", "KEN", ()), ("Ali Hassan", "PAK", ())],
        [{"Ali Hassan"}, {"Ali Hassan"}],
    ),
    "a family name alone is the only one who bears it": (
        [("Mikhail Mishustin", "RUS", ()), ("Mishustin", "RUS", ())],
        [{"Mikhail Mishustin", "Mishustin"}],
    ),
    "of two who bear it, the one in the same office": (
        [
            ("Nguyen Xuan Phuc", "VNM", ("President",)),
            ("Nguyen Phu Trong", "VNM", ("General Secretary",)),
            ("Nguyen", "VNM", ("Party General Secretary",)),
        ],
        [{"Nguyen Xuan Phuc"}, {"Nguyen Phu Trong", "Nguyen"}],
    ),
    "of two in no known office, neither": (
        [("Raul Castro", "CUB", ()), ("Fidel Castro", "CUB", ()), ("Castro", "CUB", ())],
        [{"Raul Castro"}, {"Fidel Castro"}, {"Castro"}],
    ),
    "a full name without a state is that of the only state that has it": (
        [("Ada Obi", "NGA", ()), ("Ada Obi", None, ())],
        [{"Ada Obi"}],
    ),
    "a short form that fits two does not join them": (
        [
            ("Juan Carlos Varela", "PAN", ()),
            ("Juan Diego Varela", "PAN", ()),
            ("Juan Varela", "PAN", ()),
        ],
        [{"Juan Carlos Varela"}, {"Juan Diego Varela"}, {"Juan Varela"}],
    ),
}


@pytest.mark.parametrize(("uses", "wanted"), PERSONS.values(), ids=PERSONS)
def test_persons(
    uses: list[tuple[str, str | None, tuple[str, ...]]], wanted: list[set[str]]
) -> None:
    made = [NameUse(name, state, None, offices) for name, state, offices in uses]
    for order in (made, made[::-1]):
        found = [set(person.names) for person in join_people(order).persons]
        assert sorted(map(sorted, found)) == sorted(map(sorted, wanted))


def test_the_usual_spelling_names_the_person() -> None:
    uses = ["Nguyễn Phú Trọng", "Nguyen Phu Trong", "Nguyen Phu Trong", "Trong"]
    (person,) = join_people(NameUse(name, "VNM", None, ()) for name in uses).persons
    assert (person.id, person.person) == ("vnm-nguyen-phu-trong", "Nguyen Phu Trong")


SAME_OFFICE = [
    ("President", "President of the Russian Federation"),
    ("General Secretary", "General Secretary of the Communist Party of Vietnam Central Committee"),
    ("General Secretary and President", "Party General Secretary and State President"),
]
OTHER_OFFICE = [
    ("Prime Minister", "Deputy Prime Minister"),
    ("President", "Vice President"),
    ("General Secretary", "General Secretary and President"),
    ("Minister of Defence", "Minister of Finance"),
]


@pytest.mark.parametrize(("a", "b"), SAME_OFFICE)
def test_one_office_in_two_phrases(a: str, b: str) -> None:
    assert same_office(a, b)
    assert same_office(b, a)


@pytest.mark.parametrize(("a", "b"), OTHER_OFFICE)
def test_two_offices(a: str, b: str) -> None:
    assert not same_office(a, b)


def test_the_holders_own_state_tells_nothing() -> None:
    assert same_office("Indian Prime Minister", "Prime Minister of India", "IND")


def test_an_office_no_longer_held_says_so() -> None:
    assert is_past("former Prime Minister")
    assert not is_past("Prime Minister")


def test_one_of_two_offices_held_together_is_short_for_both() -> None:
    assert short_for("General Secretary", "General Secretary and President")
    assert not short_for("General Secretary and President", "General Secretary")
