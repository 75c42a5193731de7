"""Whose an official is where the office itself names no state."""

from __future__ import annotations

import pytest

from reading import analysed

CASES = [
    # who goes to a state is not of it
    (
        "Deputy Minister Karl Lindqvist will travel to Dakar, Senegal, on Monday. "
        "His visit continues Sweden's work for peace in the Sahel.",
        {"Karl Lindqvist": "SWE"},
    ),
    (
        "Special Envoy Maria Costa arrived in Tripoli on Monday for talks with Libyan officials.",
        {"Maria Costa": None},
    ),
    ("Defence Minister Boris Pistorov of Slovakia met the delegation.", {"Boris Pistorov": "SVK"}),
    (
        "The prime ministers of Latvia and Estonia, Janis Ozols and Mart Kask, signed the accord.",
        {"Janis Ozols": "LVA", "Mart Kask": "EST"},
    ),
    (
        "Foreign ministers Abel Tessema of Ethiopia and Yusuf Warsame of Somalia met in Ankara.",
        {"Abel Tessema": "ETH", "Yusuf Warsame": "SOM"},
    ),
    (
        "Prime Minister Robert Abela met Tunde Bakare, Special Envoy of President Bola Tinubu.",
        {"Tunde Bakare": "NGA", "Robert Abela": "MLT"},
    ),
    (
        "Marta Silva, adviser to the President of Angola, travelled to Lusaka.",
        {"Marta Silva": "AGO"},
    ),
    (
        "Keith Brandt, the US president's envoy for hostages, arrived in Kabul.",
        {"Keith Brandt": "USA"},
    ),
    (
        "Riyadh's team was led by Omar Al-Jubari, its ambassador to Washington.",
        {"Omar Al-Jubari": "SAU"},
    ),
    (
        "Foreign Minister Hakan Fidan, accompanied by Deputy Foreign Minister Nuh Yilmazer, "
        "met Iraqi Prime Minister Mohammed Shia al-Sudani.",
        {"Nuh Yilmazer": "TUR"},
    ),
    (
        "Serbian President Aleksandar Vucic and Defence Minister Bratislav Gasicev spoke.",
        {"Bratislav Gasicev": "SRB"},
    ),
    (
        "President Pedro Sanz met Deputy Prime Minister Lars Holm, Finance Minister Nina Dahl "
        "and Norwegian Prime Minister Jonas Gahr Store.",
        {"Jonas Gahr Store": "NOR"},
    ),
    (
        "In Prague, interior minister Vit Rakusanek said that Poland had agreed.",
        {"Vit Rakusanek": "CZE"},
    ),
    (
        "Deputy Assistant Secretary of State Sonia Colter flew to Istanbul for the talks.",
        {"Sonia Colter": "USA"},
    ),
    (
        "Saudi Crown Prince MBS received the guests.",
        {"Mohammed bin Salman": "SAU"},
    ),
]


@pytest.mark.parametrize(("text", "states"), CASES)
def test_state_of_who_holds_an_office(text: str, states: dict[str, str | None]) -> None:
    """The words around a name say whose the official is."""
    found = {p.name: p.state for p in analysed(text, published="2025-07-08").people}
    assert {name: found.get(name) for name in states} == states


def test_a_thing_called_after_a_leader_is_nobody() -> None:
    """A square or an airport is no person, and a bare surname means who holds office now."""
    text = "Kim Jong Un led the guest to Kim Il Sung Square. Mr Kim then spoke of Kim Il Sung."
    page = analysed(text, published="2024-06-19")
    first, second = page.sentences
    assert [m.person.name for m in first.mentions if m.person] == ["Kim Jong Un"]
    assert [m.person.name for m in second.mentions if m.person] == ["Kim Jong Un", "Kim Il Sung"]


def test_his_counterpart_is_of_the_other_side() -> None:
    """The name behind "his counterpart" is not of his state."""
    text = (
        "Foreign Secretary Vikram Misri led the Indian delegation while his counterpart "
        "Amrit Bahadur Rai headed the Nepali side."
    )
    found = {p.name: p.state for p in analysed(text, published="2025-07-08").people}
    assert found == {"Vikram Misri": "IND", "Amrit Bahadur Rai": "NPL"}


def test_a_party_goes_by_the_office_that_tells() -> None:
    """Ranks, short forms and counterparts give way to the office itself."""
    text = (
        "Egypt FM meets Afwerki. Turkish Foreign Minister Hakan Fidan received his Armenian "
        "counterpart, Ararat Mirzoyan. General Joseph Aoun, President of the Lebanese Republic, "
        "spoke to Badr Abdelatty, Minister of Foreign Affairs, Emigration and Egyptian Expatriates."
    )
    people = analysed(text, published="2025-07-08").people
    offices = {p.name: p.offices[0].office for p in people if p.offices}
    assert offices["Ararat Mirzoyan"] == "Foreign Minister"
    assert offices["Joseph Aoun"] == "President of the Lebanese Republic"
    assert offices["Badr Abdelatty"] == (
        "Minister of Foreign Affairs, Emigration and Egyptian Expatriates"
    )


def test_two_offices_may_follow_one_name() -> None:
    """An apposition may join offices and hold others."""
    text = (
        "He was met by Cardinal Paolo Verdi, Archbishop of Bologna and President of the Italian "
        "Episcopal Conference, and by Ivan Petrov, Assistant to the President of the Russian "
        "Federation for Foreign Policy Affairs."
    )
    found = {p.name: p.offices[0].office for p in analysed(text, published="2025-07-08").people}
    assert found["Ivan Petrov"].startswith("Assistant to the President of the Russian Federation")
    assert found["Paolo Verdi"].endswith("President of the Italian Episcopal Conference")


def test_king_hamad_is_not_the_emir_whose_father_was_hamad() -> None:
    """A title with a name is who bears it, before a patronymic on the page."""
    text = (
        "Qatar's Emir, Sheikh Tamim bin Hamad Al Thani, was there. King Hamad of Bahrain spoke, "
        "and Indonesia's Prabowo Subianto listened. Allan Saud did not come."
    )
    found = {p.name: p.state for p in analysed(text, published="2025-05-14").people}
    assert found["Hamad bin Isa Al Khalifa"] == "BHR"
    assert found["Prabowo Subianto"] == "IDN"
    assert not [name for name in found if name.endswith("Saud")]


def test_amir_is_a_name_unless_an_article_makes_it_a_title() -> None:
    """A title that is also a given name."""
    text = (
        "The Speaker of the Knesset, Amir Ohana, spoke. Speaker of the Knesset Amir Ohana left. "
        "HH the Amir Sheikh Tamim bin Hamad Al Thani met Amir Khan Muttaqi."
    )
    found = {p.name: p.state for p in analysed(text, published="2025-07-08").people}
    assert found == {
        "Amir Ohana": "ISR", "Tamim bin Hamad Al Thani": "QAT", "Amir Khan Muttaqi": "AFG",
    }  # fmt: skip
