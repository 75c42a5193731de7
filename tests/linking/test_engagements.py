"""Which accounts speak of one engagement, and what they amount to.

Each case is a set of pages (date, and what the page tells) and the groups that they fall into.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Place
from communique.record import Record
from linking.telling import (
    ANSWER,
    CALL,
    LETTER,
    RETURN_VISIT,
    SUMMIT,
    TALKS,
    VISIT,
    Told,
    believed,
    groups,
    tell,
    told,
)
from record.made_readings import EXAMPLES, account, careful_readings, page, reading

# name: ({page: (date of page, what it tells)}, groups of pages)
CASES: dict[str, tuple[dict[str, tuple[str | None, Told]], list[set[str]]]] = {
    "the same call on the same day, order of parties aside": (
        {
            "a": ("2023-05-04", tell(*CALL, start="2023-05-03")),
            "b": ("2023-05-04", tell("call", "Jon Dahl/NOR", "Ada Obi/NGA", start="2023-05-03")),
        },
        [{"a", "b"}],
    ),
    "two calls a week apart stay two": (
        {
            "a": ("2023-05-04", tell(*CALL, start="2023-05-03")),
            "b": ("2023-05-11", tell(*CALL, start="2023-05-10")),
        },
        [{"a"}, {"b"}],
    ),
    "a call dated by its news is the nearest before": (
        {
            "a": ("2023-05-04", tell(*CALL, start="2023-05-03")),
            "b": ("2023-05-11", tell(*CALL, start="2023-05-10")),
            "c": ("2023-05-12", tell(*CALL)),
        },
        [{"a"}, {"b", "c"}],
    ),
    "two calls a week apart, dated by their news alone": (
        {
            "a": ("2023-05-04", tell(*CALL)),
            "b": ("2023-05-05", tell(*CALL)),
            "c": ("2023-05-11", tell(*CALL)),
        },
        [{"a", "b"}, {"c"}],
    ),
    "a meeting worked out from yesterday on one page": (
        {
            "a": ("2023-05-04", tell(*TALKS, start="2023-05-03", date_basis="resolved")),
            "b": ("2023-05-04", tell(*TALKS, start="2023-05-04")),
        },
        [{"a", "b"}],
    ),
    "two meetings on two days that pages give in full": (
        {
            "a": ("2023-05-04", tell(*TALKS, start="2023-05-03")),
            "b": ("2023-05-04", tell(*TALKS, start="2023-05-04")),
        },
        [{"a"}, {"b"}],
    ),
    "a call on either side of midnight": (
        {
            "a": ("2023-05-04", tell(*CALL, start="2023-05-03")),
            "b": ("2023-05-04", tell(*CALL, start="2023-05-04")),
        },
        [{"a", "b"}],
    ),
    "calls of three days running are not run together": (
        {
            "a": ("2023-05-04", tell(*CALL, start="2023-05-03")),
            "b": ("2023-05-04", tell(*CALL, start="2023-05-04")),
            "c": ("2023-05-05", tell(*CALL, start="2023-05-05")),
            "a2": ("2023-05-05", tell(*CALL, start="2023-05-03")),
        },
        [{"a", "a2", "b"}, {"c"}],
    ),
    "calls with other people": (
        {
            "a": ("2023-05-04", tell(*CALL, start="2023-05-03")),
            "b": ("2023-05-04", tell("call", "Ada Obi/NGA", "Eva Lind/SWE", start="2023-05-03")),
            "c": ("2023-05-04", tell("call", "Ben Ayo/NGA", "Jon Dahl/NOR", start="2023-05-03")),
        },
        [{"a"}, {"b"}, {"c"}],
    ),
    "a state stands for its people": (
        {
            "a": ("2023-05-04", tell(*TALKS, start="2023-05-03")),
            "b": ("2023-05-04", tell("meeting", "Ada Obi/NGA", "NOR", start="2023-05-03")),
        },
        [{"a", "b"}],
    ),
    "a visit and the talks during it": (
        {
            "a": ("2023-05-04", tell(*VISIT, start="2023-05-03", end="2023-05-04")),
            "b": ("2023-05-04", tell(*TALKS, start="2023-05-03")),
        },
        [{"a"}, {"b"}],
    ),
    "announced, made, and recalled": (
        {
            "a": ("2023-03-01", tell(*VISIT, status="planned", main=False)),
            "b": ("2023-06-02", tell(*VISIT, start="2023-06-01", end="2023-06-03")),
            "c": ("2023-08-01", tell(*VISIT, main=False)),
            "d": ("2024-01-10", tell(*VISIT, start="2023-06", main=False)),
        },
        [{"a", "b", "c", "d"}],
    ),
    "announced and recalled, the visit itself on no page": (
        {
            "a": ("2023-03-01", tell(*VISIT, status="planned", main=False)),
            "c": ("2023-08-01", tell(*VISIT, main=False)),
        },
        [{"a", "c"}],
    ),
    "invited again after the visit": (
        {
            "a": ("2023-03-01", tell(*VISIT, status="proposed", main=False)),
            "b": ("2023-06-02", tell(*VISIT, start="2023-06-01")),
            "c": ("2023-08-01", tell(*VISIT, status="proposed", main=False)),
        },
        [{"a", "b"}, {"c"}],
    ),
    "a return visit": (
        {
            "a": ("2023-05-04", tell(*VISIT, start="2023-05-03")),
            "b": (
                "2023-05-04",
                tell(*RETURN_VISIT, start="2023-05-03"),
            ),
        },
        [{"a"}, {"b"}],
    ),
    "arrival on one page, first talks on the other": (
        {
            "a": ("2023-05-04", tell(*VISIT, start="2023-05-02", end="2023-05-04")),
            "b": ("2023-05-05", tell(*VISIT, start="2023-05-03")),
        },
        [{"a", "b"}],
    ),
    "another host meets the same guest of the same state": (
        {
            "a": ("2023-05-04", tell(*TALKS, start="2023-05-03")),
            "b": (
                "2023-05-04",
                tell("meeting", "guest:Ada Obi/NGA", "host:Liv Berg/NOR", start="2023-05-03"),
            ),
        },
        [{"a"}, {"b"}],
    ),
    "who receives changes, the visit does not": (
        {
            "a": (
                "2023-03-01",
                tell(*VISIT[:2], "host:Old Host/NOR", status="planned"),
            ),
            "b": (
                "2023-06-02",
                tell(*VISIT[:2], "host:New Host/NOR", start="2023-06-01"),
            ),
        },
        [{"a", "b"}],
    ),
    "a letter and the answer to it": (
        {
            "a": (
                "2023-05-04",
                tell(*LETTER, start="2023-05-03"),
            ),
            "b": (
                "2023-05-04",
                tell(*ANSWER, start="2023-05-03"),
            ),
        },
        [{"a"}, {"b"}],
    ),
    "a page without a date, by weekday and what was talked about": (
        {
            "a": ("2023-05-04", tell(*CALL, start="2023-05-03", topics=["trade", "energy"])),
            "b": ("2023-06-08", tell(*CALL, start="2023-06-07", topics=["migration"])),
            "c": (
                None,
                tell(*CALL, weekday="Wednesday", topics=["trade", "energy"]),
            ),
        },
        [{"a", "c"}, {"b"}],
    ),
    "a page without a date whose weekday does not fit": (
        {
            "a": ("2023-05-04", tell(*CALL, start="2023-05-03", topics=["trade"])),
            "c": (None, tell(*CALL, weekday="Friday", topics=["trade"])),
        },
        [{"a"}, {"c"}],
    ),
    "a page without a date that must come after the call": (
        {
            "a": ("2023-05-04", tell(*CALL, start="2023-05-03", topics=["trade"])),
            "c": (None, tell(*CALL, after="2023-05-20", topics=["trade"])),
        },
        [{"a"}, {"c"}],
    ),
    "calls by video and by telephone": (
        {
            "a": ("2023-05-04", tell(*CALL, start="2023-05-03")),
            "b": ("2023-05-04", tell("video_call", *CALL[1:], start="2023-05-03")),
        },
        [{"a", "b"}],
    ),
    "a postponed visit that is made later": (
        {
            "a": ("2023-05-04", tell(*VISIT, status="postponed", main=False)),
            "b": ("2023-09-02", tell(*VISIT, start="2023-09-01")),
        },
        [{"a", "b"}],
    ),
    "a summit as two delegations tell it": (
        {
            "a": (
                "2023-05-04",
                tell(*SUMMIT, "Eva Lind/SWE", start="2023-05-03"),
            ),
            "b": ("2023-05-04", tell(*SUMMIT, start="2023-05-03")),
        },
        [{"a", "b"}],
    ),
}


@pytest.mark.parametrize(("case", "wanted"), CASES.values(), ids=CASES)
def test_accounts_are_joined(
    tmp_path: Path,
    case: dict[str, tuple[str | None, Told]],
    wanted: list[set[str]],
) -> None:
    for number, readings in enumerate((told(case), told(case)[::-1])):
        with Record.open(tmp_path / f"{number}.db") as record:
            for one in readings:
                record.keep(one)
            assert sorted(map(sorted, groups(record))) == sorted(map(sorted, wanted))
            assert [fault for fault in record.check() if fault.rule == "link"] == []


def test_two_calls_on_one_page_stay_two(tmp_path: Path) -> None:
    document = page("a", "2023-05-12")
    first = account(document, *CALL, start="2023-05-03", main=False)
    with Record.open(tmp_path / "r.db") as record:
        record.keep(reading(document, account(document, *CALL, start="2023-05-11"), first))
        assert len(groups(record)) == 2


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_pages_plays_no_part(
    tmp_path_factory: pytest.TempPathFactory, random: Any
) -> None:
    readings = careful_readings(EXAMPLES)
    everything = set()
    for order in (readings, random.sample(readings, len(readings))):
        with Record.open(tmp_path_factory.mktemp("order") / "r.db") as record:
            for one in order:
                record.keep(one)
            everything.add(repr((list(record.engagements(accounts=True)), record.commitments())))
    assert len(everything) == 1


def test_one_page_at_a_time_or_all_at_once_is_the_same(tmp_path: Path) -> None:
    outcomes = set()
    for number, each_linked in enumerate((True, False)):
        with Record.open(tmp_path / f"{number}.db") as record:
            for one in careful_readings(EXAMPLES):
                record.keep(one)
                if each_linked:
                    record.link()
            outcomes.add(repr((list(record.engagements(accounts=True)), record.commitments())))
    assert len(outcomes) == 1


# name: (the other engagement, whether it took place during a visit of Ada Obi to NOR, 3 to 5 May)
PARTS: dict[str, tuple[Told, bool]] = {
    "talks on its second day": (tell(*TALKS, start="2023-05-04"), True),
    "talks after it": (tell(*TALKS, start="2023-05-07"), False),
    "talks elsewhere on its days": (
        tell(*TALKS, start="2023-05-04", place=Place("Stockholm", "Stockholm", "SWE")),
        False,
    ),
    "talks of another guest": (
        tell("meeting", "guest:Ben Ayo/NGA", "host:Jon Dahl/NOR", start="2023-05-04"),
        False,
    ),
    "a call on its days": (tell(*CALL, start="2023-05-04"), False),
    "talks put off": (tell(*TALKS, start="2023-05-04", status="postponed"), False),
}


@pytest.mark.parametrize(("other", "is_part"), PARTS.values(), ids=PARTS)
def test_what_takes_place_during_a_visit_is_part_of_it(
    tmp_path: Path, other: Told, is_part: bool
) -> None:
    pages = {
        "visit": ("2023-05-06", tell(*VISIT, start="2023-05-03", end="2023-05-05")),
        "other": ("2023-05-08", other),
    }
    with Record.open(tmp_path / "r.db") as record:
        for one in told(pages):
            record.keep(one)
        by_page = {entry.documents[0].path: entry for entry in record.engagements()}
    journey, found = by_page["visit"], by_page["other"]
    assert found.part_of == (journey.id if is_part else None)
    assert journey.parts == ((found.id,) if is_part else ())


def test_what_a_visit_amounts_to(tmp_path: Path) -> None:
    entry = believed(tmp_path, CASES["announced, made, and recalled"][0])
    assert (entry.status, entry.start, entry.end) == ("held", "2023-06-01", "2023-06-03")
    assert [(p.person or p.state, p.role.value) for p in entry.parties] == [
        ("Ada Obi", "guest"),
        ("NOR", "host"),
    ]
    assert entry.id.startswith("visit-2023-06-01-nga-nor-")
