"""Pictures show what the record holds, in shapes, in words and as a table; none can run."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from communique.linking.outcome import LinkedParty
from communique.model import (
    CommitmentKind,
    CommitmentStateKind,
    DateBasis,
    Kind,
    Role,
    Status,
)
from communique.pictures import (
    Picture,
    Writing,
    contacts_by_month,
    contacts_counted,
    days_to_visit,
    style_sheet,
    timeline,
    topics_by_year,
    who_meets_whom,
)
from communique.pictures.palette import THEMES, colours
from communique.record.entries import CommitmentEntry, EngagementEntry, StepEntry
from communique.views.locales import manner_of

STATIC = Path(__file__).parents[2] / "src" / "communique" / "web" / "static"
HOSTILE = "<script>alert(1)</script>\u202e\x07&\"'"
AS_OF = date(2025, 1, 31)


def party(person: str | None, state: str, role: Role = Role.PARTICIPANT) -> LinkedParty:
    return LinkedParty(person, person and f"{state}-{person}".lower(), state, None, None, role)


def engagement(
    start: str | None,
    kind: Kind = Kind.CALL,
    status: Status = Status.HELD,
    persons: tuple[str | None, str | None] = ("Ada", "Bo"),
    topics: tuple[str, ...] = (),
) -> EngagementEntry:
    return EngagementEntry(
        id=f"{kind}-{start}-{persons[0]}",
        kind=kind,
        status=status,
        start=start,
        end=start,
        date_basis=DateBasis.EXPLICIT,
        place=None,
        visit_type=None,
        parties=(party(persons[0], "NOR"), party(persons[1], "KEN")),
        topics=topics,
        earliest=start,
        latest=start,
        main=True,
        witnesses=1,
        documents=(),
        commitments=(),
    )


def invitation(name: str, *steps: tuple[CommitmentStateKind, str]) -> CommitmentEntry:
    is_open = steps[-1][0] is not CommitmentStateKind.FULFILLED
    states = tuple(StepEntry(state, day, None, None, None, ()) for state, day in steps)
    kind = CommitmentKind.INVITATION
    return CommitmentEntry(
        *(name, kind, name, None, "KEN", None, None, "visit", None, is_open, states, ())
    )


MANY = [engagement(f"20{y:02}-{m:02}-10", list(Kind)[m % 8]) for y in range(10, 20) for m in (3, 7)]
FEW = [
    engagement("2024-03-26", topics=("trade", "oil_gas")),
    engagement("2024-03-28", Kind.VISIT, topics=("trade",)),
    engagement("2024-06", Kind.MEETING, persons=("Ada", "Cy")),
    engagement("2025-01-02", Kind.VISIT, Status.PLANNED),
    engagement(None),
]
EXTENDED, FULFILLED = CommitmentStateKind.EXTENDED, CommitmentStateKind.FULFILLED
INVITED = [
    invitation("Ada", (EXTENDED, "2024-03-26"), (FULFILLED, "2024-06")),
    invitation("Bo", (EXTENDED, "2024-12-31")),
]


def every_picture(engagements: list[EngagementEntry]) -> list[Picture]:
    drawn = [
        timeline(engagements),
        contacts_by_month(engagements),
        who_meets_whom(engagements, ("NOR",)),
        topics_by_year(engagements),
        days_to_visit(INVITED, AS_OF),
    ]
    return [picture for picture in drawn if picture]


def test_contacts_are_those_that_took_place_by_month_and_kind() -> None:
    picture = contacts_by_month(FEW)
    assert picture is not None
    assert picture.columns == ("Month", "call", "meeting", "visit")
    assert picture.rows == (("March 2024", "1", "0", "1"), ("June 2024", "0", "1", "0"))
    assert "3 contacts from March 2024 to June 2024: 1 call, 1 meeting and 1 visit" in (
        picture.text.replace("1 visit and 1 meeting", "1 meeting and 1 visit")
    )
    assert "No contact in 2 of 4 months" in picture.text
    assert "1 more took place in no month" in picture.text


def test_what_was_all_at_one_time_is_told_in_one_word() -> None:
    two = [engagement("2024-03-26"), engagement("2024-03-26", Kind.MEETING)]
    contacts, line = contacts_by_month(two), timeline(two)
    assert contacts is not None
    assert line is not None
    assert contacts.text.startswith("2 contacts in March 2024: ")
    assert line.text.startswith("2 engagements on 26 March 2024: ")


def test_a_long_record_is_counted_by_year() -> None:
    picture = contacts_by_month(MANY)
    assert picture is not None
    assert picture.title == "Contacts by year and kind"
    assert [row[0] for row in picture.rows] == [str(year) for year in range(2010, 2020)]
    told = sum(int(cell) for row in picture.rows for cell in row[1:])
    assert told == sum(each.status is Status.HELD for each in MANY)


def test_counts_give_the_same_picture_as_entries() -> None:
    held = [each for each in FEW if each.status is Status.HELD and each.start]
    counts = Counter(((each.start or "")[:7], each.kind) for each in held)
    counted, drawn = contacts_counted(counts, undated=1), contacts_by_month(FEW)
    assert counted == drawn
    assert counted is not None
    assert drawn is not None
    assert counted.spec == drawn.spec


def test_who_meets_whom_counts_each_pair_in_what_took_place() -> None:
    picture = who_meets_whom(FEW, ("NOR",))
    assert picture is not None
    assert picture.rows == (("Ada (NOR)", "Bo (KEN)", "3"), ("Ada (NOR)", "Cy (KEN)", "1"))


def test_topics_stand_by_year_under_their_names() -> None:
    picture = topics_by_year(FEW)
    assert picture is not None
    assert picture.rows == (("trade", "2"), ("oil and gas", "1"))


def test_days_to_a_visit_are_as_vague_as_its_date_and_open_ones_are_counted_to_a_day() -> None:
    picture = days_to_visit(INVITED, AS_OF)
    assert picture is not None
    assert picture.rows == (
        ("Ada to Kenya", "26 March 2024", "June 2024", "67 to 96"),
        ("Bo to Kenya", "31 December 2024", "open", "31, open"),
    )


def test_a_timeline_has_a_row_for_each_of_few_and_lanes_for_many() -> None:
    few, many = timeline(FEW), timeline([*MANY, *MANY])
    assert few is not None
    assert many is not None
    assert [row[0] for row in few.rows][:2] == ["26 Mar 2024", "28 Mar 2024"]
    assert "28 Mar 2024, visit" in few.svg("light")
    assert "10 Mar 2010" not in many.svg("light")
    assert "1 more are dated by nothing" in few.text


def test_there_is_no_picture_of_nothing() -> None:
    assert every_picture([]) == [days_to_visit(INVITED, AS_OF)]
    assert days_to_visit([], AS_OF) is None
    assert timeline([engagement(None)]) is None


@pytest.mark.parametrize("theme", ["auto", "inline", *THEMES])
def test_words_of_pages_are_words_in_every_picture(theme: str) -> None:
    hostile = [engagement("2024-03-26", persons=(HOSTILE, HOSTILE), topics=("trade",))] * 2
    for picture in every_picture(hostile):
        svg = picture.svg(theme)
        root = ElementTree.fromstring(svg)
        names = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert names <= set("svg g path line rect circle text tspan title desc style".split())
        assert ("style" in names) is (theme == "auto")
        attributes = {name for element in root.iter() for name in element.attrib}
        assert not {each for each in attributes if each.startswith("on") or "href" in each}
        assert "style" not in attributes
        assert "\u202e" not in svg
        assert "<script" not in svg


def test_every_picture_says_its_title_and_what_it_shows() -> None:
    for picture in every_picture(FEW):
        root = ElementTree.fromstring(picture.svg())
        said = {element.get("id"): element.text for element in root.iter() if element.get("id")}
        labelled = (root.get("aria-labelledby") or "").split()
        assert [said[name] for name in labelled] == [picture.title, picture.text]
        assert root.get("role") == "img"
        assert len(picture.text) > 20
        assert picture.rows


def test_a_dark_picture_has_none_of_the_light_colours() -> None:
    light = {value for role, value in colours("light").items()} - set(colours("dark").values())
    for picture in every_picture(FEW):
        dark = picture.svg("dark").lower()
        assert not [value for value in light if f'"{value}"' in dark]


def test_a_picture_is_coloured_only_by_roles_that_the_style_sheet_knows() -> None:
    known = set(re.findall(r"\.(p[fs]-\w+)", style_sheet()))
    for picture in every_picture(FEW):
        used = set(re.findall(r"p[fs]-\w+", picture.svg("inline")))
        assert used
        assert used <= known
        literal = re.findall(r'(?:fill|stroke)="(#\w+)"', picture.svg("inline"))
        assert set(literal) <= set(colours("light").values())


def test_colours_have_every_role_in_every_theme_and_none_twice_in_light() -> None:
    roles = set(colours("light"))
    assert {kind.value for kind in Kind} <= roles
    assert all(set(colours(theme)) == roles for theme in THEMES)
    assert len(set(colours("light").values())) == len(roles)


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", THEMES)
def test_words_and_marks_stand_out_from_their_ground(theme: str) -> None:
    ground = luminance(colours(theme)["ground"])
    for role, value in colours(theme).items():
        lighter, darker = sorted((luminance(value), ground), reverse=True)
        contrast = (lighter + 0.05) / (darker + 0.05)
        least = {"ink": 7.0, "muted": 4.5, "line": 1.0, "ground": 1.0}
        assert contrast >= least.get(role, 3.0), role


def test_the_workspace_serves_the_style_sheet_of_pictures() -> None:
    assert (STATIC / "pictures.css").read_text("utf-8") == style_sheet()


def test_pictures_for_paper_are_png() -> None:
    picture = topics_by_year(FEW)
    assert picture is not None
    assert picture.png().startswith(b"\x89PNG")


def test_an_open_bound_is_an_arrowhead_and_no_bar() -> None:
    """Of what was some time before a day, or is to be after one, no bar tells how long."""
    open_ones = [
        replace(engagement(None, persons=("Cy", "Di")), latest="2024-06-20", earliest=None),
        replace(engagement(None, persons=("Ed", "Fa")), latest=None, earliest="2024-07-01"),
    ]
    dated = [engagement("2024-05-01"), engagement("2024-05-02", Kind.MEETING)]
    # How far a plan is followed is not what anybody said of it.
    plan = engagement(None, status=Status.PLANNED, persons=("Gu", "Ha"))
    open_ones.append(replace(plan, earliest="2024-07-02", latest="2026-07-02"))
    picture = timeline([*dated, *open_ones])
    assert picture is not None
    assert ("after 2 Jul 2024", "call", "Gu and Ha", "announced or proposed") in picture.rows
    assert "2026" not in picture.svg()
    assert "an arrowhead points" in picture.text
    assert ("by 20 Jun 2024", "call", "Cy and Di", "took place") in picture.rows
    drawn = json.dumps(picture.make())
    assert drawn.count('"long": true') == 0
    assert "triangle-left" in drawn
    assert "triangle-right" in drawn
    assert "triangle" not in json.dumps(timeline(dated).make())  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("tag", "day", "number"),
    [("en-US", "Mar 26, 2024", "123,456"), ("en-IN", "26 Mar 2024", "1,23,456"),
     ("fr-FR", "26 Mar 2024", "123\u202f456"), ("de-AT", "26 Mar 2024", "123.456")],
)  # fmt: skip
def test_dates_and_numbers_are_those_of_the_reader(tag: str, day: str, number: str) -> None:
    writing = Writing(manner_of(tag))
    drawn = timeline(FEW, writing)
    assert drawn is not None
    assert drawn.rows[0][0] == day
    assert f"{day}, call" in drawn.svg()
    counts = {("2024-03", Kind.CALL): 123_456, ("2024-09", Kind.VISIT): 3}
    contacts = contacts_counted(counts, 123_456, writing)
    assert contacts is not None
    assert contacts.rows[0][1] == number
    assert contacts.text.count(number) == 3
    # The drawing parts the numbers at its axis as the words do.
    axis = re.findall(r">([\d.,\u202f]{6,})<", contacts.svg())
    assert axis
    parted = re.sub(r"\d", "1", number)
    assert all(parted.endswith(re.sub(r"\d", "1", each)) for each in axis)
    other = next(writing.short(month) for month in ("2024-09",))
    assert f">{other}<" in contacts.svg()


def test_the_drawing_itself_names_months_as_the_reader_does() -> None:
    """Many engagements are dated at the axis alone, which the drawing writes."""
    autumn = [engagement(f"2024-09-{day:02}") for day in (1, 8, 15, 22)] * 8
    british, american = (timeline(autumn, Writing(manner_of(tag))) for tag in ("en-GB", "en-US"))
    assert british is not None
    assert american is not None
    assert "Sept 2024" in british.svg()
    assert "Sept 2024" not in american.svg()
    assert "Sep 2024" in american.svg()
