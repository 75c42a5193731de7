"""One engagement as each side tells it, and where the sides cannot all be right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from communique.exchange.compared_form import compared_to_json
from communique.model import Act, Place, Reading, Statement, Verdict
from communique.record import Author, Record
from record.made_readings import account, invitation, page, person, reading, span

CALL = ("call", "Ada Obi/NGA", "Jon Dahl/NOR")
HOME, AWAY, OTHER = "NAN", "https://regjeringen.no/call", "Reuters"


def telling(
    name: str, outlet: str, *what: str, invites: bool = False, says: str = "", **values: Any
) -> Reading:
    """Return the reading of a page of an outlet (a name, or an address)."""
    url = outlet if outlet.startswith("https") else None
    document = replace(page(name, "2023-05-04", url=url), outlet=None if url else outlet)
    told = account(document, *(what or CALL), **({"start": "2023-05-03"} | values))
    if says:
        words = Statement("Ada Obi", None, Act.PLEDGE, says, (), False, span(document))
        told = replace(told, statements=(words,))
    if invites:
        asked = invitation(document, "Jon Dahl", "Ada Obi", "extended", what="a visit to Oslo")
        told = replace(told, commitments=(asked,))
    people = (person(document, "Ada Obi/NGA"), person(document, "Jon Dahl/NOR"))
    return reading(document, told, people=people)


def compared(record: Record, *readings: Reading) -> dict[str, Any]:
    for one in readings:
        record.keep(one)
    (entry,) = record.engagements(accounts=True)
    return compared_to_json(entry)


def by_outlet(found: dict[str, Any]) -> dict[int, str]:
    return {a["number"]: a["document"]["outlet"] or "away" for a in found["accounts"]}


def test_sides_stand_apart(record: Record) -> None:
    found = compared(record, telling("a", HOME), telling("b", AWAY), telling("c", OTHER))
    names = by_outlet(found)
    sides = {side["side"]: [names[n] for n in side["accounts"]] for side in found["sides"]}
    assert sides == {"NGA": ["NAN"], "NOR": ["away"], None: ["Reuters"]}
    owners = {names[a["number"]]: (a["outlet_state"], a["owner"]) for a in found["accounts"]}
    assert owners == {
        "NAN": ("NGA", "state"),
        "away": ("NOR", "press"),
        "Reuters": ("GBR", "press"),
    }


def test_statements_that_a_side_leaves_out(record: Record) -> None:
    found = compared(
        record,
        telling("a", HOME, says="to send grain ships in spring"),
        telling("b", AWAY, says="that ships with grain would be sent in spring"),
        telling("c", OTHER, says="to close the border for good"),
    )
    names = by_outlet(found)
    told = [
        (sorted(names[t["account"]] for t in one["told"]), one["sides"], one["left_out"])
        for one in found["statements"]
    ]
    assert told == [
        (["NAN", "away"], ["NGA", "NOR"], [None]),
        (["Reuters"], [None], ["NGA", "NOR"]),
    ]


def test_a_copy_has_no_say(record: Record) -> None:
    ships = "to send grain ships in spring"
    first, copy = telling("a", HOME, says=ships), telling("b", OTHER, status="under_way")
    found = compared(record, first, copy)
    assert {f["field"]: f["verdict"] for f in found["fields"]}["status"] != "agree"
    record.corrections.mark_copy("b", "a", Author("me"))
    found = compared(record)
    assert [a["independent"] for a in found["accounts"]].count(False) == 1
    assert {f["field"]: f["verdict"] for f in found["fields"]}["status"] == "agree"
    assert [one["left_out"] for one in found["statements"]] == [[]]


def test_what_a_copy_leaves_out_is_silence_where_no_other_text_tells(record: Record) -> None:
    first, copy = telling("a", HOME, topics=["trade"]), telling("b", OTHER, start=None)
    for one in (first, copy):
        record.keep(one)
    record.corrections.mark_copy("b", "a", Author("me"))
    (entry,) = record.engagements(accounts=True)
    found = {one.field: (one.verdict, one.witnesses) for one in entry.comparison}
    assert found["date"] == found["topics"] == (Verdict.SILENT, 1)
    assert found["kind"] == (Verdict.AGREE, 1)
    # A second independent text agrees or does not, whatever the copy leaves out.
    record.keep(telling("c", AWAY, topics=["trade"]))
    (entry,) = record.engagements(accounts=True)
    found = {one.field: (one.verdict, one.witnesses) for one in entry.comparison}
    assert found["date"] == found["topics"] == (Verdict.AGREE, 2)


@pytest.mark.parametrize(
    ("other", "host", "parties"),
    [
        (("guest:Ada Obi/NGA", "host:Jon Dahl/NOR"), "agree", "agree"),
        (("host:Ada Obi/NGA", "guest:Jon Dahl/NOR"), "differ", "differ"),
        (("Ada Obi/NGA", "Jon Dahl/NOR"), "silent", "agree"),
        (("guest:Ada Obi/NGA", "host:NOR"), "agree", "narrower"),
    ],
)
def test_hosts_and_parties_are_compared(
    other: tuple[str, ...], host: str, parties: str, record: Record
) -> None:
    one = telling("a", HOME, "meeting", "guest:Ada Obi/NGA", "host:Jon Dahl/NOR")
    found = compared(record, one, telling("b", OTHER, "meeting", *other))
    verdicts = {f["field"]: f["verdict"] for f in found["fields"]}
    assert (verdicts["host"], verdicts["parties"]) == (host, parties)
    # Who receives is one disagreement, however many fields it shows in.
    told = [fault.message for fault in record.disagreements()]
    assert [message.partition(":")[0] for message in told] == ["host"] * (host == "differ")


def disagreed(record: Record, *readings: Reading) -> list[str]:
    for one in readings:
        record.keep(one)
    return [fault.message for fault in record.disagreements()]


def test_two_dates_are_a_disagreement(record: Record) -> None:
    (message,) = disagreed(record, telling("a", HOME), telling("b", AWAY, start="2023-05-02"))
    assert message.startswith("date: ")
    assert "2023-05-03 (a)" in message
    assert f"2023-05-02 ({AWAY})" in message
    (entry,) = record.engagements(accounts=True)
    assert [c.field for c in entry.comparison if c.verdict is Verdict.DIFFER] == ["date"]


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ((telling("a", HOME, invites=True), telling("b", AWAY)), ["NGA report, those of NOR"]),
        ((telling("a", HOME), telling("b", AWAY, invites=True)), ["NOR report, those of NGA"]),
        ((telling("a", HOME, invites=True), telling("b", AWAY, invites=True)), []),
        ((telling("a", HOME, invites=True), telling("b", OTHER)), []),
        ((telling("a", OTHER, invites=True), telling("b", AWAY)), []),
        ((telling("a", HOME, invites=True),), []),
    ],
)
def test_an_invitation_that_only_one_side_reports(
    record: Record, pages: tuple[Reading, ...], told: list[str]
) -> None:
    found = disagreed(record, *pages)
    assert [message.removeprefix("outlets of ")[:24] for message in found] == told
    assert all(message.endswith("Jon Dahl invites Ada Obi: a visit to Oslo") for message in found)


VISIT = ("visit", "guest:Ada Obi/NGA", "host:Jon Dahl/NOR")


def test_a_plan_that_leaves_the_day_open_is_in_no_dispute(record: Record) -> None:
    plan = telling("a", HOME, *VISIT, status="planned", start="2023", end="2023")
    assert disagreed(record, plan, telling("b", AWAY, *VISIT)) == []
    (message,) = disagreed(record, telling("c", OTHER, *VISIT, start="2023-05-02"))
    assert "2023-05-02" in message
    assert "2023 (" not in message


def test_what_begins_in_the_month_planned_and_ends_in_the_next_is_no_dispute(
    record: Record,
) -> None:
    plan = telling("a", HOME, *VISIT, status="planned", start="2023-04", end="2023-04")
    made = telling("b", AWAY, *VISIT, start="2023-04-29", end="2023-05-02")
    assert disagreed(record, plan, made) == []


def test_what_a_trimmed_copy_leaves_out_is_told_only_where_nothing_else_is(
    record: Record,
) -> None:
    """Of one text there is nobody to agree with: what its copy has cut is silence. Another text
    that says it agrees, whatever the copy cuts."""
    there = {"place": Place("Abuja", "Abuja", "NGA")}
    record.keep(telling("a", HOME, **there))
    record.keep(telling("b", AWAY))
    record.corrections.mark_copy("b", "a", Author("me"))
    assert place_in(record) == (Verdict.SILENT, 1)
    record.keep(telling("c", OTHER, **there))
    assert place_in(record) == (Verdict.AGREE, 2)


def place_in(record: Record) -> tuple[Verdict, int]:
    (entry,) = record.engagements(accounts=True)
    (place,) = (one for one in entry.comparison if one.field == "place")
    return place.verdict, place.witnesses


def test_accounts_that_agree_disagree_in_nothing(record: Record) -> None:
    assert disagreed(record, telling("a", HOME), telling("b", AWAY), telling("c", OTHER)) == []
