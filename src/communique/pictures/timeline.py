"""Engagements on a line of time."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from communique.knowledge.states import display_name
from communique.model import Kind, Status
from communique.partial_dates import to_bounds
from communique.pictures.drawing import WIDTH, specified
from communique.pictures.palette import colour
from communique.pictures.picture import Picture
from communique.pictures.words import acting_first, cut, listed, plural, spaced
from communique.pictures.writing import PLAIN, Writing
from communique.views.printable import printable

if TYPE_CHECKING:
    from communique.linking.outcome import LinkedParty
    from communique.record.entries import EngagementEntry

_MOST_ROWS, _FEWEST = 28, 2
_MOST_MARKS, _MOST_MONTHS = 300, 120
_ROW = 38
_LANE = 34
_LABEL = 40
_HOW = {
    Status.HELD: "took place",
    Status.UNDER_WAY: "took place",
    Status.PLANNED: "announced or proposed",
    Status.PROPOSED: "announced or proposed",
    Status.POSTPONED: "put off or called off",
    Status.CANCELLED: "put off or called off",
}
_AHEAD = (Status.PLANNED, Status.PROPOSED, Status.POSTPONED)
_SHAPES = {
    "took place": "circle",
    "announced or proposed": "diamond",
    "put off or called off": "cross",
}


@dataclass(frozen=True, slots=True)
class _Mark:
    """One engagement as it is drawn: ``first`` to ``last`` are the days it may lie in.

    ``open_to`` is "before" or "after" where one of them alone is known, which then is both.
    """

    kind: Kind
    how: str
    who: str
    when: str
    first: date
    last: date
    exact: bool
    open_to: str = ""


def timeline(engagements: Iterable[EngagementEntry], writing: Writing = PLAIN) -> Picture | None:
    """Return the line of time; None where fewer than two engagements are dated.

    Up to 28 engagements have a row each; more stand in lanes by kind, very many as circles by month
    or year.
    """
    entries = list(engagements)
    marks = [mark for entry in entries if (mark := _mark(entry, writing))]
    if len(marks) < _FEWEST:
        return None
    undated = len(entries) - len(marks)
    return Picture(
        name="timeline",
        title="Timeline of engagements",
        text=_told(marks, undated, writing),
        columns=("When", "What", "Who", "How far"),
        rows=tuple((m.when, spaced(m.kind), m.who, m.how) for m in marks[-4 * _MOST_ROWS :]),
        make=lambda: (_in_rows if len(marks) <= _MOST_ROWS else _in_lanes)(marks, writing),
    )


def _mark(entry: EngagementEntry, writing: Writing) -> _Mark | None:
    begin, end = entry.start or entry.earliest, entry.end or entry.start or entry.latest
    begin, end = begin or end, end or begin
    if not begin or not end:
        return None
    first, last = to_bounds(begin)[0], to_bounds(end)[1]
    exact = len(entry.start or "") == len("2024-01-01")
    names = [printable(_name(party)) for party in acting_first(entry.parties)]
    when = writing.short(entry.start) if entry.start else f"by {writing.short(end)}"
    open_to = ""
    # Of what is ahead nobody said by when: how late it may be is only how far plans are followed.
    ahead = bool(entry.earliest) and entry.status in _AHEAD
    if not entry.start and (ahead or not (entry.earliest and entry.latest)):
        open_to = "after" if entry.earliest else "before"
        when = f"after {writing.short(begin)}" if entry.earliest else when
        last = to_bounds(begin)[1] if ahead else last
    who = listed(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")
    how = _HOW[entry.status]
    return _Mark(entry.kind, how, who, when, first, max(first, last), exact, open_to)


def _name(party: LinkedParty) -> str:
    state = display_name(party.state) if party.state else None
    return party.person or state or party.organization or "?"


def _told(marks: Sequence[_Mark], undated: int, writing: Writing) -> str:
    told = writing.number
    # Where no page gives the day, the first and last possible ones say nothing of when it was.
    known = [mark for mark in marks if mark.exact] or marks
    first, last = min(m.first for m in known), max(m.last for m in known)
    hows = Counter(mark.how for mark in marks)
    words = (
        f"{told(len(marks))} {plural('engagement', len(marks))} "
        f"{writing.span(first.isoformat(), last.isoformat())}: "
        + listed(f"{told(hows[how])} {how}" for how in _SHAPES if hows[how])
        + "."
    )
    if vague := sum(not mark.exact for mark in marks):
        shown = "a pale bar spans the days it may lie in"
        if any(mark.open_to for mark in marks):
            shown += ", an arrowhead points from the last or first possible one"
        if len(marks) > _MOST_ROWS:
            shown = "they are not drawn"
        words += f" Of {told(vague)} no page gives the day; {shown}."
    if undated:
        words += f" {told(undated)} more are dated by nothing and are not drawn."
    return words


def _in_rows(marks: Sequence[_Mark], writing: Writing) -> Mapping[str, object]:
    import altair as alt

    labels = [[f"{m.when}, {spaced(m.kind)}", cut(m.who, _LABEL)] for m in marks]
    row = (
        alt.Y("row:O", title=None)
        .scale(domain=list(range(len(marks))))
        .axis(
            labelExpr=f"{json.dumps(labels)}[datum.value]",
            ticks=False,
            domain=False,
            grid=True,
            labelLineHeight=15,
            labelPadding=10,
        )
    )
    values = [_values(mark, number) for number, mark in enumerate(marks)]
    chart = _layered(values, row, _ROW * len(marks), WIDTH - 210, 1.0)
    return specified(chart, writing)


def _in_lanes(marks: Sequence[_Mark], writing: Writing) -> Mapping[str, object]:
    import altair as alt

    kinds = [spaced(kind) for kind in Kind if any(mark.kind is kind for mark in marks)]
    row = (
        alt.Y("kind:N", title=None)
        .scale(domain=kinds)
        .axis(ticks=False, domain=False, grid=True, labelPadding=10)
    )
    exact = [mark for mark in marks if mark.exact] or marks
    if len(exact) > _MOST_MARKS:
        return specified(_counted(exact, row, _LANE * len(kinds)), writing)
    drawn = [_values(mark, 0) for mark in exact]
    kinds = [kind for kind in kinds if any(value["kind"] == kind for value in drawn)]
    chart = _layered(drawn, row, _LANE * len(kinds), WIDTH - 90, 0.75)
    return specified(chart, writing)


def _counted(marks: Sequence[_Mark], row: Any, height: int) -> Any:
    """Return lanes with a circle for all of one month, or year where they are many."""
    import altair as alt

    months = {mark.first.replace(day=1) for mark in marks}
    by_year = len(months) > _MOST_MONTHS
    counts = Counter(
        (mark.first.replace(day=1, month=1) if by_year else mark.first.replace(day=1), mark.kind)
        for mark in marks
    )
    values = [
        {"at": first.isoformat(), "kind": spaced(kind), "n": number}
        for (first, kind), number in sorted(counts.items())
    ]
    kinds = [kind for kind in Kind if any(kind is own for _, own in counts)]
    unit = "engagements in a year" if by_year else "engagements in a month"
    return (
        alt.Chart({"values": values})
        .mark_circle(opacity=0.75)
        .encode(
            x=alt.X("at:T", title=None)
            .scale(type="utc", nice=False, padding=18)
            .axis(grid=False, labelOverlap="greedy", orient="top", format="%Y"),
            y=row,
            size=alt.Size("n:Q", title=unit)
            .scale(domain=[0, max(counts.values())], range=[0, 500])
            .legend(orient="bottom", symbolFillColor=colour("muted"), symbolStrokeWidth=0),
            color=alt.Color("kind:N")
            .scale(domain=[spaced(k) for k in kinds], range=[colour(k.value) for k in kinds])
            .legend(None),
        )
        .properties(width=WIDTH - 90, height=height)
    )


def _values(mark: _Mark, number: int) -> dict[str, Any]:
    middle = mark.first if mark.exact else mark.first + (mark.last - mark.first) / 2
    return {
        "row": number,
        "kind": spaced(mark.kind),
        "how": mark.how,
        "first": mark.first.isoformat(),
        "last": (mark.last + timedelta(days=1)).isoformat(),
        "at": middle.isoformat(),
        "exact": mark.exact,
        "long": mark.last > mark.first and not mark.open_to,
        "open_to": mark.open_to,
    }


def _layered(
    values: list[dict[str, Any]], row: Any, height: int, width: int, opacity: float
) -> Any:
    import altair as alt

    kinds = [kind for kind in Kind if any(value["kind"] == spaced(kind) for value in values)]
    hows = [how for how in _SHAPES if any(value["how"] == how for value in values)]
    time = alt.X("first:T", title=None).scale(type="utc", nice=False, padding=14)
    axis = alt.Axis(grid=False, labelOverlap="greedy", tickCount=6, orient="top", format="%b %Y")
    shade = (
        alt.Color("kind:N", title=None)
        .scale(domain=[spaced(k) for k in kinds], range=[colour(k.value) for k in kinds])
        .legend(orient="bottom", symbolType="square", columns=4)
    )
    shape = (
        alt.Shape("how:N", title=None)
        .scale(domain=hows, range=[_SHAPES[how] for how in hows])
        .legend(orient="bottom", symbolFillColor=colour("muted"), symbolStrokeColor=colour("muted"))
    )
    base = alt.Chart({"values": values}).encode(y=row, color=shade)
    spans = (
        base.transform_filter("datum.long")
        .mark_bar(height=9, fillOpacity=0.3, cornerRadius=4)
        .encode(x=time.axis(axis), x2="last:T")
    )
    sure = alt.condition("datum.exact", alt.value(opacity), alt.value(opacity * 0.5))
    at = alt.X("at:T", title=None).axis(axis)
    points = (
        base.transform_filter("datum.open_to == ''")
        .mark_point(filled=True, size=120)
        .encode(x=at, shape=shape, opacity=sure)
    )
    chart = spans + points
    for open_to, head in (("before", "triangle-left"), ("after", "triangle-right")):
        if any(value["open_to"] == open_to for value in values):
            chart += (
                base.transform_filter(f"datum.open_to == '{open_to}'")
                .mark_point(filled=True, size=120, shape=head, opacity=opacity * 0.5)
                .encode(x=at)
            )
    return chart.properties(width=width, height=height)
