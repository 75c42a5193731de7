"""What was talked about in each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from communique.knowledge.written_names import topic_name
from communique.pictures.drawing import WIDTH, specified
from communique.pictures.palette import colour
from communique.pictures.picture import Picture
from communique.pictures.words import listed
from communique.pictures.writing import PLAIN, Writing

if TYPE_CHECKING:
    from communique.record.entries import EngagementEntry

_MOST_TOPICS, _FEWEST = 16, 2
_MOST_YEARS = 16


def topics_by_year(
    engagements: Iterable[EngagementEntry], writing: Writing = PLAIN
) -> Picture | None:
    """Return the picture of topics by year of engagement; None where fewer than two are named."""
    counts: Counter[tuple[str, str]] = Counter()
    for each in engagements:
        when = each.start or each.latest
        if when:
            counts.update((topic, when[:4]) for topic in each.topics)
    return topics_counted(counts, writing)


def topics_counted(
    counts: Mapping[tuple[str, str], int], writing: Writing = PLAIN
) -> Picture | None:
    """Return the same picture from the number of engagements by topic and year."""
    if sum(counts.values()) < _FEWEST:
        return None
    years = sorted({year for _, year in counts})[-_MOST_YEARS:]
    totals: Counter[str] = Counter()
    for (topic, year), number in counts.items():
        totals[topic] += number if year in years else 0
    ranked = sorted((topic for topic in totals if totals[topic]), key=lambda t: (-totals[t], t))
    topics = ranked[:_MOST_TOPICS]
    return Picture(
        name="topics",
        title="Topics by year, in engagements that name them",
        text=_told(totals, ranked, years, writing),
        columns=("Topic", *years),
        rows=tuple(
            (topic_name(topic), *(writing.number(counts.get((topic, year), 0)) for year in years))
            for topic in topics
        ),
        make=lambda: _spec(counts, topics, years, writing),
    )


def _told(totals: Mapping[str, int], ranked: list[str], years: list[str], writing: Writing) -> str:
    told = writing.number
    first = listed(f"{topic_name(topic)} ({told(totals[topic])})" for topic in ranked[:3])
    span = years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}"
    words = f"Engagements of {span} by topic. Named most often: {first}."
    left = len(ranked) - _MOST_TOPICS
    return words + (f" {told(left)} topics named less often are not drawn." if left > 0 else "")


def _spec(
    counts: Mapping[tuple[str, str], int], topics: list[str], years: list[str], writing: Writing
) -> Mapping[str, object]:
    import altair as alt

    values = [
        {"topic": topic_name(topic), "year": year, "n": counts[topic, year]}
        for topic in topics
        for year in years
        if counts.get((topic, year))
    ]
    most = max(counts.get((topic, year), 0) for topic in topics for year in years)
    base = alt.Chart({"values": values}).encode(
        x=alt.X("year:O", title=None)
        .scale(domain=years)
        .axis(orient="top", labelAngle=0, ticks=False, domain=False),
        y=alt.Y("topic:N", sort=None, title=None)
        .scale(domain=[topic_name(topic) for topic in topics])
        .axis(ticks=False, domain=False),
    )
    cells = base.mark_rect(color=colour("first"), cornerRadius=2).encode(
        fillOpacity=alt.FillOpacity("n:Q", legend=None).scale(domain=[0, most], range=[0.08, 0.5])
    )
    figures = base.mark_text(color=colour("ink")).encode(
        text=alt.Text("n:Q", format=writing.figures)
    )
    width = min(WIDTH - 140, max(180, 74 * len(years)))
    return specified((cells + figures).properties(width=width, height=24 * len(topics)), writing)
