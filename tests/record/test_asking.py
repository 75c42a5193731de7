"""Questions to the record: which engagements, by whom, when, about what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from communique.record import Record, RecordError
from record.conftest import Places
from record.made_readings import account, page, person, reading


@pytest.fixture(scope="module")
def asked(places: Places) -> Iterator[Record]:
    with Record.open(places.new_record()) as record:
        call = ("call", "Ada Obi/NGA", "Jon Dahl/NOR")
        visit = ("visit", "guest:Ada Obi/NGA", "host:SWE")
        talks = ("meeting", "Eva Lind/SWE", "Jon Dahl/NOR")
        letter = ("letter", "sender:Ada Obi/NGA", "recipient:KEN")
        told: dict[str, tuple[str, tuple[str, ...], str | None, list[str]]] = {
            "call": ("2023-05-04", call, "2023-05-03", ["trade"]),
            "visit": ("2023-06-04", visit, "2023-06", ["energy"]),
            "talks": ("2024-01-04", talks, "2024-01-03", []),
            "news": ("2024-03-04", letter, None, []),
        }
        for name, (date, what, start, topics) in told.items():
            document = page(name, date)
            record.keep(
                reading(
                    document,
                    account(document, *what, start=start, topics=topics),
                    people=(person(document, "Ada Obi/NGA", names=("Obi",)),),
                )
            )
        yield record


QUESTIONS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "everything, in order of time": ({}, ["call", "visit", "talks", "news"]),
    "a state": ({"states": ("NOR",)}, ["call", "talks"]),
    "two states, both sides": ({"states": ("NOR", "NGA")}, ["call"]),
    "since a day": ({"since": "2023-06-15"}, ["visit", "talks", "news"]),
    "since a month": ({"since": "2023-06"}, ["visit", "talks", "news"]),
    "since a year": ({"since": "2024"}, ["talks", "news"]),
    "until a year": ({"until": "2023"}, ["call", "visit"]),
    "until a day inside a month": ({"until": "2023-06-01"}, ["call", "visit"]),
    "between": ({"since": "2023-06", "until": "2024-01"}, ["visit", "talks"]),
    "dated by the page alone": ({"since": "2024-03-04"}, ["news"]),
    "a kind": ({"kind": "visit"}, ["visit"]),
    "a person": ({"person": "Ada Obi"}, ["call", "visit", "news"]),
    "a person by part of the name": ({"person": "dahl"}, ["call", "talks"]),
    "a person by id": ({"person": "swe-eva-lind"}, ["talks"]),
    "nobody": ({"person": "Nobody"}, []),
    "a topic": ({"topic": "energy"}, ["visit"]),
    "a person and a state": ({"person": "Obi", "states": ("SWE",)}, ["visit"]),
}


@pytest.mark.parametrize(("question", "wanted"), QUESTIONS.values(), ids=QUESTIONS)
def test_which_engagements(asked: Record, question: dict[str, Any], wanted: list[str]) -> None:
    found = list(asked.engagements(**question))
    assert [entry.documents[0].path for entry in found] == wanted


def test_accounts_come_where_asked_for(asked: Record) -> None:
    (without,) = asked.engagements(kind="call")
    (entry,) = asked.engagements(kind="call", accounts=True)
    assert (without.accounts, without.documents) == ((), entry.documents)
    (told,) = entry.accounts
    assert told.people == ("nga-ada-obi", "nor-jon-dahl")
    assert told.account.evidence.kind[0].quote == told.document.path + "-"[: 5 - len("call")]


def test_one_engagement_by_the_beginning_of_its_id(asked: Record) -> None:
    (call,) = asked.engagements(kind="call")
    assert call.id.startswith("call-2023-05-03-nga-nor-")
    assert asked.engagement("call-2023").id == asked.engagement(call.id).id == call.id


def test_no_such_engagement(asked: Record) -> None:
    with pytest.raises(RecordError, match="no engagement 'summit'"):
        asked.engagement("summit")


def test_several_that_begin_so(record: Record) -> None:
    for day in ("2023-05-03", "2023-05-13"):
        document = page(day, day)
        called = account(document, "call", "Ada Obi/NGA", "Jon Dahl/NOR", start=day)
        record.keep(reading(document, called))
    with pytest.raises(RecordError, match=r"2 engagements begin with 'call-2023': call-.*"):
        record.engagement("call-2023")


def test_pages_people_and_readings(asked: Record) -> None:
    assert sorted(str(d.path) for d in asked.documents()) == ["call", "news", "talks", "visit"]
    assert [p.id for p in asked.people()] == ["nga-ada-obi", "nor-jon-dahl", "swe-eva-lind"]
    assert len(list(asked.readings())) == 4
