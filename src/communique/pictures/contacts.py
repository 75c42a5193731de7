"""How many contacts there were in each month or year, by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from communique.model import Kind, Status
from communique.pictures.drawing import WIDTH, specified
from communique.pictures.palette import colour
from communique.pictures.picture import Picture
from communique.pictures.words import listed, plural, spaced
from communique.pictures.writing import PLAIN, Writing

if TYPE_CHECKING:
    from communique.record.entries import EngagementEntry

_MOST_MONTHS = 36
_MOST_LABELS = 12
_TOOK_PLACE = (Status.HELD, Status.UNDER_WAY)
_FEWEST = 2

Counts = Mapping[tuple[str, Kind], int]


def contacts_by_month(
    engagements: Iterable[EngagementEntry], writing: Writing = PLAIN
) -> Picture | None:
    """Return the picture of what took place, by month; None where fewer than two are dated."""
    counts: Counter[tuple[str, Kind]] = Counter()
    undated = 0
    for each in engagements:
        if each.status in _TOOK_PLACE:
            if len(each.start or "") >= len("2024-06"):
                counts[(each.start or "")[:7], each.kind] += 1
            else:
                undated += 1
    return contacts_counted(counts, undated, writing)


def contacts_counted(counts: Counts, undated: int = 0, writing: Writing = PLAIN) -> Picture | None:
    """Return the same picture from counts by month ("2024-06") and kind.

    ``undated`` took place in no known month, which the words beside the picture say.
    """
    if sum(counts.values()) < _FEWEST:
        return None
    months = _all_months(counts)
    unit = "month"
    if len(months) > _MOST_MONTHS:
        unit, counts = "year", _by_year(counts)
        years = sorted({period for period, _ in counts})
        months = [f"{year:04}" for year in range(int(years[0]), int(years[-1]) + 1)]
    kinds = [kind for kind in Kind if any(k is kind for _, k in counts)]
    return Picture(
        name="contacts",
        title=f"Contacts by {unit} and kind",
        text=_told(counts, months, (unit, undated), writing),
        columns=(unit.capitalize(), *(spaced(kind) for kind in kinds)),
        rows=tuple(
            (
                writing.date(period),
                *(writing.number(counts.get((period, kind), 0)) for kind in kinds),
            )
            for period in months
            if any(counts.get((period, kind)) for kind in kinds)
        ),
        make=lambda: _spec(counts, months, kinds, writing),
    )


def _all_months(counts: Counts) -> list[str]:
    known = sorted({month for month, _ in counts})
    first, last = (int(m[:4]) * 12 + int(m[5:]) - 1 for m in (known[0], known[-1]))
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1)]


def _by_year(counts: Counts) -> Counts:
    years: Counter[tuple[str, Kind]] = Counter()
    for (month, kind), number in counts.items():
        years[month[:4], kind] += number
    return years


def _told(counts: Counts, periods: list[str], of: tuple[str, int], writing: Writing) -> str:
    (unit, undated), told = of, writing.number
    totals: Counter[str] = Counter()
    kinds: Counter[Kind] = Counter()
    for (period, kind), number in counts.items():
        totals[period] += number
        kinds[kind] += number
    most = max(totals.values())
    busiest = [writing.date(period) for period in periods if totals[period] == most]
    among = listed(
        f"{told(number)} {plural(spaced(kind), number)}" for kind, number in kinds.items()
    )
    quiet = sum(not totals[period] for period in periods)
    words = (
        f"{told(sum(totals.values()))} contacts {writing.span(periods[0], periods[-1])}: {among}. "
    )
    if len(busiest) <= 3:
        words += f"The most in one {unit}: {told(most)}, in {listed(busiest)}. "
    if quiet:
        words += (
            f"No contact in {told(quiet)} of {told(len(periods))} {plural(unit, len(periods))}. "
        )
    if undated:
        words += (
            f"{told(undated)} more took place in no {unit} that a page gives, and are not drawn. "
        )
    return words.strip()


def _spec(
    counts: Counts, periods: list[str], kinds: list[Kind], writing: Writing
) -> Mapping[str, object]:
    import altair as alt

    values = [
        {"period": writing.short(period), "kind": spaced(kind), "n": n, "order": kinds.index(kind)}
        for (period, kind), n in sorted(counts.items())
    ]
    labels = [writing.short(period) for period in periods]
    step = -(-len(labels) // _MOST_LABELS)
    most = max(sum(n for (own, _), n in counts.items() if own == period) for period in periods)
    chart = (
        alt.Chart({"values": values})
        .mark_bar()
        .encode(
            x=alt.X("period:N", sort=None, title=None)
            .scale(domain=labels, paddingInner=0.3)
            .axis(
                values=labels[::step],
                labelAngle=0,
                labelPadding=6,
                ticks=False,
                labelOverlap="greedy",
            ),
            y=alt.Y("sum(n):Q", title="contacts").axis(
                tickMinStep=1,
                tickCount=min(most, 6),
                domain=False,
                ticks=False,
                format=writing.figures,
            ),
            color=alt.Color("kind:N", title=None)
            .scale(domain=[spaced(k) for k in kinds], range=[colour(k.value) for k in kinds])
            .legend(orient="top", symbolType="square"),
            order=alt.Order("order:Q"),
        )
        .properties(width=WIDTH, height=180)
    )
    return specified(chart, writing)
