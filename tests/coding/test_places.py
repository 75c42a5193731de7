"""Where an engagement took place: city, venue, state; and what only looks like its place."""

from __future__ import annotations

import pytest

from reading import read

CASES = [
    # (text, kind, city, state)
    # a capital
    ("Indian External Affairs Minister S. Jaishankar met Japanese Foreign Minister Takeshi "
     "Iwaya in "
     "New Delhi.", "meeting", "New Delhi", "IND"),
    # a town with its state
    ("British Prime Minister Keir Starmer met US President Donald Trump in Aberdeen, Scotland.",
     "meeting", "Aberdeen", "GBR"),
    # a third state's capital
    ("Armenian Prime Minister Nikol Pashinyan met Azerbaijani President Ilham Aliyev in Abu Dhabi.",
     "meeting", "Abu Dhabi", "ARE"),
    # a place in front
    ("In Geneva, Swiss Foreign Minister Ignazio Cassis met Nigerian Foreign Minister Yusuf Tuggar.",
     "meeting", "Geneva", "CHE"),
    # a place after a date
    ("Jordanian Foreign Minister Ayman Safadi met Dutch Foreign Minister Caspar Veldkamp on Sunday "
     "in Amman.", "meeting", "Amman", "JOR"),
    # a place in a nominalisation
    ("The talks in Ankara between Turkish Foreign Minister Hakan Fidan and Iraqi Foreign Minister "
     "Fuad Hussein were constructive.", "meeting", "Ankara", "TUR"),
    # the sidelines stand in their own phrase, the city counts
    ("Pakistani Foreign Minister Ishaq Dar met Uzbek Foreign Minister Bakhtiyor Saidov on the "
     "sidelines of a conference in Samarkand.", "meeting", "Samarkand", "UZB"),
    # on whose behalf one spoke at them is no place
    ("Finnish President Alexander Stubb held talks with Kenyan President William Ruto in Nairobi. "
     "At the talks, on behalf of the people of Finland, Stubb thanked him.", "meeting", "Nairobi",
     "KEN"),
    # a city in another phrase: whence they came
    ("Bulgarian President Rumen Radev, born in Dimitrovgrad, received Serbian President Aleksandar "
     "Vucic.", "meeting", None, None),
    # a call has no place
    ("Iraqi Foreign Minister Fuad Hussein spoke by phone with Iranian Foreign Minister Abbas "
     "Araghchi about the talks in Rome.", "call", None, None),
    # what was discussed is elsewhere
    ("Dutch Prime Minister Dick Schoof and Belgian Prime Minister Bart De Wever discussed the "
     "fighting in Goma.", "meeting", None, None),
    # a visit's place is its goal
    ("Tanzanian President Samia Suluhu Hassan paid a state visit to Indonesia.",
     "visit", None, "IDN"),
    # a visit to a town
    ("Tanzanian President Samia Suluhu Hassan visited the Indonesian city of Bogor.",
     "visit", "Bogor", "IDN"),
    # a seat of power has its state
    ("Finnish President Alexander Stubb was received by US President Donald Trump at the White "
     "House.", "meeting", None, "USA"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "city", "state"), CASES)
def test_place(text: str, kind: str, city: str | None, state: str | None) -> None:
    (account,) = [a for a in read(text, published="2025-07-28").accounts if a.kind == kind]
    place = account.place
    found = (None, None) if place is None else (place.city, place.state)
    assert found == (city, state)


def test_a_venue_is_named_as_given() -> None:
    (account,) = read(
        "Czech President Petr Pavel received Slovak President Peter Pellegrini at Prague Castle.",
        published="2024-07-05",
    ).accounts
    assert account.place is not None
    assert account.place.name is not None
    assert "Prague Castle" in account.place.name
    assert account.place.state == "CZE"


def test_the_places_words_are_its_evidence() -> None:
    (account,) = read(
        "Armenian Prime Minister Nikol Pashinyan met Azerbaijani President Ilham Aliyev in Abu "
        "Dhabi.",
        published="2025-07-11",
    ).accounts
    assert [span.quote for span in account.evidence.place] == ["Abu Dhabi"]
