"""Pledges and agreed steps followed over pages: said again, kept by what was held, lapsed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from communique.model import Place, Reading
from communique.record import Record
from communique.record.entries import CommitmentEntry
from record.made_readings import account, invitation, page, person, reading, span

ONE, OTHER = "Ada Obi", "Jon Dahl"  # of Nigeria and of Norway
ROUND = "hold the next round of consultations in Oslo in September"


def talks(name: str, date: str, *undertaken: Any, kind: str = "meeting", **values: Any) -> Reading:
    """Return a page on what both did on its date, with what was undertaken there."""
    document = page(name, date)
    sides = values.pop("sides", (f"{ONE}/NGA", f"{OTHER}/NOR"))
    told = account(document, kind, *sides, start=values.pop("start", date), **values)
    made = tuple(invitation(document, by, to, state, **rest) for by, to, state, rest in undertaken)
    people = tuple(person(document, side, "Foreign Minister") for side in sides if "/" in side)
    return reading(document, replace(told, commitments=made), people=people)


def agreed(what: str, due: str | None = None) -> tuple[str, str, str, dict[str, Any]]:
    return (ONE, OTHER, "accepted", {"kind": "agreement", "what": what, "due": due})


def pledged(what: str, due: str | None = None) -> tuple[str, str, str, dict[str, Any]]:
    return (ONE, OTHER, "extended", {"kind": "pledge", "what": what, "due": due})


def later(name: str = "z", date: str = "2024-06-01") -> Reading:
    """Return a page of others, from long after."""
    return talks(name, date, sides=("Eva Nord/SWE", "Ian Koh/SGP"))


OSLO = {"place": Place("Oslo", "Oslo", "NOR")}
MAY = talks("a", "2023-05-04", agreed(ROUND, "2023-09"))
AGAIN = talks("a", "2023-05-04", agreed("meet again soon"))
CASES: dict[str, tuple[list[Reading], list[tuple[list[tuple[str, str | None]], bool]]]] = {
    "agreed": ([MAY], [([("accepted", "2023-05-04")], True)]),
    "held where it was agreed": (
        [MAY, talks("b", "2023-09-12", kind="consultation", **OSLO)],
        [([("accepted", "2023-05-04"), ("fulfilled", "2023-09-12")], False)],
    ),
    "held elsewhere": (
        [MAY, talks("b", "2023-09-12", place=Place("Abuja", "Abuja", "NGA"))],
        [([("accepted", "2023-05-04")], True)],
    ),
    "a call is no round": (
        [MAY, talks("b", "2023-09-12", kind="call")],
        [([("accepted", "2023-05-04")], True)],
    ),
    "talks with others": (
        [MAY, talks("b", "2023-09-12", sides=(f"{ONE}/NGA", "Eva Nord/SWE"), **OSLO)],
        [([("accepted", "2023-05-04")], True)],
    ),
    "held too late, and lapsed": (
        [MAY, talks("b", "2024-03-12", **OSLO)],
        [([("accepted", "2023-05-04"), ("lapsed", "2023-10-01")], False)],
    ),
    "the same two meet again": (
        [AGAIN, talks("b", "2023-07-12")],
        [([("accepted", "2023-05-04"), ("fulfilled", "2023-07-12")], False)],
    ),
    "others of the two states meet": (
        [AGAIN, talks("b", "2023-07-12", sides=("Chi Eke/NGA", "Liv Moe/NOR"))],
        [([("accepted", "2023-05-04")], True)],
    ),
    "experts are to meet, ministers meet": (
        [talks("a", "2023-05-04", agreed("experts would meet in Oslo")),
         talks("b", "2023-07-12", **OSLO)],
        [([("accepted", "2023-05-04")], True)],
    ),
    "a pledge that no field shows to be kept lapses": (
        [talks("a", "2023-05-04", pledged("send 200 generators by winter", "2023-11")), later()],
        [([("extended", "2023-05-04"), ("lapsed", "2023-12-01")], False)],
    ),
    "a pledge without a term stays open": (
        [talks("a", "2023-05-04", pledged("send 200 generators")), later()],
        [([("extended", "2023-05-04")], True)],
    ),
    "a pledge said again": (
        [talks("a", "2023-05-04", pledged("send 200 generators")),
         talks("b", "2023-07-12", pledged("send 200 generators"))],
        [([("extended", "2023-05-04"), ("reiterated", "2023-07-12")], True)],
    ),
    "one agreed step told by two pages in other words": (
        [MAY, talks("b", "2023-05-04", agreed("hold the next round of consultations in Oslo",
                                               "2023-09"))],
        [([("accepted", "2023-05-04")], True)],
    ),
    "each meeting agrees on its own next round": (
        [talks("a", "2023-05-04", agreed("hold the next round of consultations soon")),
         talks("b", "2023-10-04", agreed("hold the next round of consultations soon"))],
        [([("accepted", "2023-05-04")], True), ([("accepted", "2023-10-04")], True)],
    ),
}  # fmt: skip


def followed(tmp_path: Path, pages: list[Reading], name: str = "r") -> list[CommitmentEntry]:
    with Record.open(tmp_path / f"{name}.db") as record:
        for one in pages:
            record.keep(one)
        assert [fault for fault in record.check() if fault.rule == "commitment"] == []
        return record.commitments()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_undertakings_are_followed(tmp_path: Path, case: Any) -> None:
    pages, wanted = case
    for name, order in (("there", pages), ("back", pages[::-1])):
        found = followed(tmp_path, order, name)
        steps = [([(s.state.value, s.date) for s in one.states], one.open) for one in found]
        assert steps == wanted


@pytest.mark.parametrize(("words", "kept"), [("signing", True), ("welcome", False)])
def test_a_signing_keeps_what_was_to_be_signed(tmp_path: Path, words: str, kept: bool) -> None:
    before = talks("a", "2023-05-04", agreed("sign a treaty in September", "2023-09"))
    document = page("b", "2023-09-12", f"{words} ceremony")
    told = account(document, "ceremony", f"{ONE}/NGA", f"{OTHER}/NOR", start="2023-09-12")
    told = replace(told, evidence=replace(told.evidence, kind=span(document, len(words))))
    (found,) = followed(tmp_path, [before, reading(document, told)])
    assert (found.states[-1].state == "fulfilled") is kept


def test_both_sides_are_asked_for_by_state(tmp_path: Path) -> None:
    (found,) = followed(tmp_path, [MAY])
    assert found.id.startswith("agreement-2023-05-04-nga-")
    with Record.open(tmp_path / "r.db") as record:
        assert [one.id for one in record.commitments(states=("NOR",))] == [found.id]
        assert [one.id for one in record.commitments(states=("NGA",))] == [found.id]
