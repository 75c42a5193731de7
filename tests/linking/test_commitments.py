"""Invitations and announcements followed over pages until kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from communique.model import Account, Commitment, Document, Reading
from communique.record import Record
from communique.record.entries import CommitmentEntry
from record.made_readings import account, invitation, page, person, reading

GUEST, HOST, NEW_HOST = "Ada Obi", "Jon Dahl", "Eva Nord"


def call(name: str, date: str, *commitments: Any, **values: Any) -> Reading:
    """Return a page that tells of a call the day before, with what was promised there."""
    document = page(name, date)
    told = account(document, "call", f"{GUEST}/NGA", f"{HOST}/NOR", start=values.get("start", date))
    made = tuple(_promise(document, one) for one in commitments)
    return reading(
        document,
        replace(told, commitments=made),
        people=(
            person(document, f"{GUEST}/NGA", "President", names=("Obi",)),
            person(document, f"{HOST}/NOR", "Prime Minister", names=("Dahl",)),
        ),
    )


def _promise(document: Document, one: tuple[str, ...] | dict[str, Any]) -> Commitment:
    if isinstance(one, dict):
        values = dict(one)
        ends = (values.pop("by"), values.pop("to"), *values.pop("states"))
        return invitation(document, *ends, **values)
    return invitation(document, HOST, GUEST, *one)


def visit(name: str, date: str, **values: Any) -> Reading:
    document = page(name, date)
    who = (f"guest:{GUEST}/NGA", values.pop("host", "host:NOR"))
    return reading(document, _visit(document, *who, **values))


def _visit(document: Document, *who: str, **values: Any) -> Account:
    return account(document, "visit", *who, **values)


def visit_with_invitation(name: str, date: str, *states: str) -> Reading:
    made = visit(name, date, start="2023-09-01", end="2023-09-03", host=f"host:{HOST}/NOR")
    (told,) = made.accounts
    invited = invitation(made.document, HOST, GUEST, *states)
    people = (
        person(made.document, f"{GUEST}/NGA", "President"),
        person(made.document, f"{HOST}/NOR", "Prime Minister"),
    )
    return replace(made, accounts=(replace(told, commitments=(invited,)),), people=people)


DUE = {"by": HOST, "to": GUEST, "states": ("extended",), "due": "2023-06"}
LATE = call("z", "2023-09-04")
INVITED = call("a", "2023-05-04", ("extended",))
ACCEPTED = call("b", "2023-06-04", ("accepted",))
MADE = visit("v", "2023-09-02", start="2023-09-01")

Steps = list[tuple[str, str | None]]
# name: (pages, [(states with dates, open)])
CASES: dict[str, tuple[list[Reading], list[tuple[Steps, bool]]]] = {
    "invited": ([INVITED], [([("extended", "2023-05-04")], True)]),
    "invited, accepted a month later, made": (
        [INVITED, ACCEPTED, MADE],
        [
            (
                [
                    ("extended", "2023-05-04"),
                    ("accepted", "2023-06-04"),
                    ("fulfilled", "2023-09-01"),
                ],
                False,
            )
        ],
    ),
    "made, though the inviter has left office": (
        [INVITED, visit("v", "2023-09-02", start="2023-09-01", host=f"host:{NEW_HOST}/NOR")],
        [([("extended", "2023-05-04"), ("fulfilled", "2023-09-01")], False)],
    ),
    "a visit before the invitation does not fulfil it": (
        [visit("v", "2023-03-02", start="2023-03-01"), INVITED],
        [([("extended", "2023-05-04")], True)],
    ),
    "a visit earlier in the year, dated to the year alone, does not fulfil it": (
        [visit("v", "2023-03-02", start="2023", date_basis="resolved"), INVITED],
        [([("extended", "2023-05-04")], True)],
    ),
    "a visit later in the year, dated to the year alone, does": (
        [visit("v", "2023-12-02", start="2023", date_basis="resolved"), INVITED],
        [([("extended", "2023-05-04"), ("fulfilled", "2023")], False)],
    ),
    "invited during a visit, to the next one": (
        [INVITED, visit_with_invitation("v", "2023-09-02", "extended 2023-09-02")],
        [
            ([("extended", "2023-05-04"), ("fulfilled", "2023-09-01")], False),
            ([("extended", "2023-09-02")], True),
        ],
    ),
    "asked on another page, while the visit goes on, to come again": (
        [
            visit("v", "2023-09-02", start="2023-09-01", end="2023-09-04"),
            visit("p", "2023-09-02", status="proposed", main=False),
        ],
        [([("extended", "2023-09-02")], True)],
    ),
    "its time went by": (
        [call("a", "2023-05-04", DUE), LATE],
        [([("extended", "2023-05-04"), ("lapsed", "2023-07-01")], False)],
    ),
    "its time has gone by for a few days": (
        [call("a", "2023-05-04", DUE), call("z", "2023-07-04")],
        [([("extended", "2023-05-04")], True)],
    ),
    "put off, it is due no more": (
        [
            call("a", "2023-05-04", DUE),
            visit("p", "2023-06-04", status="postponed", main=False),
            LATE,
        ],
        [([("extended", "2023-05-04"), ("postponed", "2023-06-04")], True)],
    ),
    "made in time, it does not lapse": (
        [call("a", "2023-05-04", DUE), visit("v", "2023-06-12", start="2023-06-11"), LATE],
        [([("extended", "2023-05-04"), ("fulfilled", "2023-06-11")], False)],
    ),
    "invited twice is reiterated": (
        [INVITED, call("b", "2023-06-04", ("extended",))],
        [([("extended", "2023-05-04"), ("reiterated", "2023-06-04")], True)],
    ),
    "two pages on one call tell one invitation": (
        [INVITED, call("b", "2023-05-05", ("extended",), start="2023-05-04")],
        [([("extended", "2023-05-04")], True)],
    ),
    "declined": (
        [INVITED, call("b", "2023-06-04", ("declined",))],
        [([("extended", "2023-05-04"), ("declined", "2023-06-04")], False)],
    ),
    "invited again after the visit": (
        [INVITED, MADE, call("c", "2023-10-04", ("extended",))],
        [
            ([("extended", "2023-05-04"), ("fulfilled", "2023-09-01")], False),
            ([("extended", "2023-10-04")], True),
        ],
    ),
    "hoped for in words that code no invitation": (
        [visit("p", "2023-05-04", status="proposed", main=False), MADE],
        [([("extended", "2023-05-04"), ("fulfilled", "2023-09-01")], False)],
    ),
    "announced with its date": (
        [INVITED, visit("p", "2023-08-04", status="planned", start="2023-09-01", main=False)],
        [([("extended", "2023-05-04"), ("scheduled", "2023-08-04")], True)],
    ),
    "put off and made after all": (
        [
            INVITED,
            visit("p", "2023-06-04", status="postponed", main=False),
            visit("v", "2023-09-02", start="2023-09-01"),
        ],
        [
            (
                [
                    ("extended", "2023-05-04"),
                    ("postponed", "2023-06-04"),
                    ("fulfilled", "2023-09-01"),
                ],
                False,
            )
        ],
    ),
    "called off": (
        [INVITED, visit("p", "2023-06-04", status="cancelled", main=False)],
        [([("extended", "2023-05-04"), ("withdrawn", "2023-06-04")], False)],
    ),
    "someone else's visit": (
        [INVITED, visit("v", "2023-09-02", start="2023-09-01", host="host:SWE")],
        [([("extended", "2023-05-04")], True)],
    ),
}


def followed(tmp_path: Path, pages: list[Reading], name: str = "r") -> list[CommitmentEntry]:
    with Record.open(tmp_path / f"{name}.db") as record:
        for one in pages:
            record.keep(one)
        assert [fault for fault in record.check() if fault.rule == "commitment"] == []
        return record.commitments()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_commitments(tmp_path: Path, case: tuple[list[Reading], list[tuple[Steps, bool]]]) -> None:
    pages, wanted = case
    for name, order in (("there", pages), ("back", pages[::-1])):
        found = followed(tmp_path, order, name)
        steps = [([(s.state.value, s.date) for s in one.states], one.open) for one in found]
        assert steps == wanted
        assert all(source.evidence for one in found for s in one.states for source in s.sources)


def test_who_invited_whom(tmp_path: Path) -> None:
    (found,) = followed(tmp_path, [INVITED])
    assert (found.by, found.to) == (HOST, GUEST)
    assert found.id.startswith("invitation-2023-05-04-nor-nga-ada-obi-")


def test_an_announced_visit_is_promised_by_the_guest(tmp_path: Path) -> None:
    announced = visit("p", "2023-08-04", status="planned", start="2023-09-01", main=False)
    (found,) = followed(tmp_path, [announced])
    assert (found.kind, found.by, found.to, found.due) == ("visit", GUEST, "NOR", "2023-09-01")


def test_overdue_from_the_day_after_the_last_on_which_it_was_due(tmp_path: Path) -> None:
    promise = {"by": HOST, "to": GUEST, "states": ["extended"], "due": "2023-07"}
    (found,) = followed(tmp_path, [call("a", "2023-05-04", promise)])
    assert found.open
    assert [found.overdue_on(date(2023, *day)) for day in ((7, 31), (8, 1))] == [False, True]


def test_pledges_of_one_call_told_by_two_pages_are_one(tmp_path: Path) -> None:
    pledge = {"by": HOST, "to": GUEST, "states": ["extended"], "kind": "pledge"}
    one = pledge | {"what": "send 200 generators by winter"}
    same = pledge | {"what": "to send two hundred generators; 200 generators by winter"}
    other = pledge | {"what": "open a consulate"}
    pages = [call("a", "2023-05-04", one, other), call("b", "2023-05-04", same)]
    found = followed(tmp_path, pages)
    assert sorted(len(c.states[0].sources) for c in found) == [1, 2]


def test_short_names_are_resolved_by_the_page(tmp_path: Path) -> None:
    pages = [call("a", "2023-05-04", {"by": "Dahl", "to": "Obi", "states": ["extended"]}), MADE]
    (found,) = followed(tmp_path, pages)
    assert (found.by, found.to, found.open) == (HOST, GUEST, False)


def test_a_page_on_the_visit_recalls_the_invitation(tmp_path: Path) -> None:
    made = visit("v", "2023-09-02", start="2023-09-01")
    recalled = invitation(made.document, HOST, GUEST, "accepted", "fulfilled 2023-09-01")
    told = replace(made.accounts[0], commitments=(recalled,))
    who = (person(made.document, f"{GUEST}/NGA"), person(made.document, f"{HOST}/NOR"))
    pages = [INVITED, ACCEPTED, reading(made.document, told, people=who)]
    (found,) = followed(tmp_path, pages)
    assert [(step.state, step.date, len(step.sources)) for step in found.states] == [
        ("extended", "2023-05-04", 1),
        ("accepted", "2023-06-04", 2),
        ("fulfilled", "2023-09-01", 2),
    ]


def test_nothing_was_said_after_its_page(tmp_path: Path) -> None:
    (found,) = followed(tmp_path, [call("a", "2023-05-04", ("accepted 2023-09-01",))])
    assert found.states[0].date == "2023-05-04"


def test_long_silence_ends_an_invitation(tmp_path: Path) -> None:
    found = followed(tmp_path, [INVITED, call("b", "2028-06-04", ("extended",))])
    assert [len(one.states) for one in found] == [1, 1]
