"""Which other engagements one may be the same as."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from itertools import combinations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from communique.exchange.record_form import engagement_to_json
from communique.partial_dates import to_bounds
from communique.record import Record, RecordError
from communique.record.entries import EngagementEntry
from communique.record.finding import Asked
from communique.record.finding.entries import EngagementLine
from communique.web.rendering import render

_AROUND = timedelta(days=31)
_MOST_SHOWN = 12
_MOST_PAIRS = 6


def merging(request: Request) -> Response:
    """Show what an engagement may be merged with: the same sides at about the same time."""
    record: Record = request.app.state.record
    try:
        entry = record.engagement(request.path_params["id"])
    except RecordError as error:
        raise HTTPException(404, str(error)) from error
    chosen = request.query_params.getlist("other")[:_MOST_SHOWN]
    found = [asdict(line) for line in _alike(record, entry)]
    context = {
        "engagement": engagement_to_json(entry),
        "found": found,
        "back": request.query_params.get("back", ""),
        "why": request.query_params.get("why", ""),
        "chosen": chosen,
        "against": record.corrections.against([entry.id, *chosen]) if chosen else [],
    }
    return render(request, "merging.html", context)


def _alike(record: Record, entry: EngagementEntry) -> list[EngagementLine]:
    """Return engagements that share a pair of sides, those nearest in time first."""
    states = sorted({party.state for party in entry.parties if party.state})
    day = _day(entry)
    since, until = (str(day - _AROUND), str(day + _AROUND)) if day else (None, None)
    found: dict[str, EngagementLine] = {}
    for sides in list(combinations(states, min(2, len(states))))[:_MOST_PAIRS]:
        asked = Asked(states=sides, since=since, until=until)
        found |= {line.id: line for line in record.finding.engagements(asked).items}
    found.pop(entry.id, None)
    return sorted(found.values(), key=lambda line: _far(line, day))[:_MOST_SHOWN]


def _far(line: EngagementLine, day: date | None) -> tuple[int, str]:
    other = line.start or line.earliest
    if day is None or other is None:
        return (10_000, line.id)
    return (abs((to_bounds(other)[0] - day).days), line.id)


def _day(entry: EngagementEntry) -> date | None:
    known = entry.start or entry.earliest or entry.latest
    return to_bounds(known)[0] if known else None


routes = [Route("/engagements/{id}/merge", merging, name="merging", methods=["GET"])]
