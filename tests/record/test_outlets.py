"""Outlets that a person named or assigned to a state: what follows, and that it can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from communique.exchange.compared_form import compared_to_json
from communique.model import Reading
from communique.record import Author, NotThereError, Record, RecordError
from record.conftest import Places
from record.made_readings import account, page, reading

ME = Author("Eva Lind", "its imprint says so")
MINISTRY = "https://news.foreign-office.example/2023/call"


def told(url: str, outlet: str | None, *, says: str = "Ada Obi called Jon Dahl.") -> Reading:
    document = replace(page("a.txt", "2023-05-04", says), path=None, url=url, outlet=outlet)
    return reading(
        document, account(document, "call", "Ada Obi/NGA", "Jon Dahl/NOR", start="2023-05-03")
    )


@pytest.fixture
def two(record: Record) -> Record:
    """One call told by a ministry that no table knows, and by a paper of an unknown name."""
    record.keep(told(MINISTRY, None))
    record.keep(told("https://fjord.example/1", "Fjord Post", says="Jon Dahl took a call."))
    return record


@pytest.fixture
def other(places: Places) -> Iterator[Record]:
    """Another record, new and empty, of the same kind of database."""
    place = places.new_record()
    with Record.open(place) as opened:
        yield opened
    places.drop(place)


def sides(record: Record) -> dict[str | None, list[str | None]]:
    """Return by side the outlets that tell the only engagement."""
    (entry,) = record.engagements(accounts=True)
    form = compared_to_json(entry)
    outlets = [one["document"]["outlet"] for one in form["accounts"]]
    return {s["side"]: [outlets[n - 1] for n in s["accounts"]] for s in form["sides"]}


def listed(record: Record) -> dict[str, tuple[str | None, str, int]]:
    return {o.outlet: (o.state, o.owner, o.engagements) for o in record.finding.outlets().items}


def test_a_ministrys_pages_stand_on_its_side(two: Record) -> None:
    assert sides(two) == {"NGA": [], "NOR": [], None: [None, "Fjord Post"]}
    said = {"name": "Foreign Office", "state": "NGA", "owner": "office"}
    two.corrections.outlet("foreign-office.example", said, ME)
    two.corrections.outlet("fjord post", {"state": "NOR"}, ME)
    assert sides(two) == {"NGA": ["Foreign Office"], "NOR": ["Fjord Post"], None: []}
    assert listed(two) == {
        "Foreign Office": ("NGA", "office", 1),
        "Fjord Post": ("NOR", "press", 1),
    }
    for decision in two.corrections.all():
        two.corrections.undo(decision.id, ME)
    assert sides(two) == {"NGA": [], "NOR": [], None: [None, "Fjord Post"]}
    assert listed(two) == {"Fjord Post": (None, "press", 1)}


def test_a_name_given_holds_for_pages_to_come(two: Record) -> None:
    two.corrections.outlet("news.foreign-office.example", {"name": "Foreign Office"}, ME)
    two.keep(told(MINISTRY + "/2", None, says="Something else."))
    # Of the name, too, something can be said; and it can be renamed.
    two.corrections.outlet("Foreign Office", {"owner": "office", "state": "NGA"}, ME)
    assert listed(two)["Foreign Office"][:2] == ("NGA", "office")
    again = two.corrections.outlet("Foreign Office", {"name": "The Ministry"}, ME)
    assert sides(two)["NGA"] == ["The Ministry", "The Ministry"]
    two.corrections.undo(again.id, ME)
    assert sides(two)["NGA"] == ["Foreign Office", "Foreign Office"]
    # What was read is as it was.
    assert {r.document.outlet for r in two.readings()} == {None, "Fjord Post"}


def test_two_names_of_one_outlet_are_listed_as_one(two: Record) -> None:
    two.keep(told("https://fjord.example/2", "The Fjord Post", says="Mr Dahl spoke."))
    two.corrections.outlet("The Fjord Post", {"name": "Fjord Post"}, ME)
    assert set(listed(two)) == {"Fjord Post"}


def test_what_was_said_last_of_each_thing_holds(two: Record) -> None:
    for said in ({"state": "NGA"}, {"owner": "state"}, {"state": ""}):
        two.corrections.outlet("Fjord Post", said, ME)
    assert listed(two)["Fjord Post"] == (None, "state", 1)


def test_another_record_takes_it_over(two: Record, other: Record) -> None:
    two.corrections.outlet("Fjord Post", {"name": "The Fjord", "state": "NOR"}, ME)
    for kept in two.readings():
        other.keep(kept)
    other.corrections.add(two.corrections.all())
    assert sides(other) == sides(two)
    assert sides(other)["NOR"] == ["The Fjord"]


def test_a_copy_of_the_record_has_it(two: Record, other: Record) -> None:
    two.corrections.outlet("Fjord Post", {"name": "The Fjord", "state": "NOR"}, ME)
    two.copy_to(other)
    assert sides(other) == sides(two)
    (decision,) = other.corrections.all()
    other.corrections.undo(decision.id, ME)
    assert sides(other)[None] == [None, "Fjord Post"]


@pytest.mark.parametrize(
    "said", [{}, {"state": "XXX"}, {"owner": "nobody"}, {"name": " "}, {"kind": "agency"}]
)
def test_nobody_can_say_that(two: Record, said: Any) -> None:
    with pytest.raises(RecordError):
        two.corrections.outlet("Fjord Post", said, ME)
    with pytest.raises(NotThereError):
        two.corrections.outlet("nowhere.example", {"state": "NOR"}, ME)
