"""The first page: engagements by whatever a reader knows of them, at addresses to share."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from communique.knowledge.states import display_name, load_states
from communique.record import Record, RecordError
from communique.web.filters import Filters, filters_of
from communique.web.lists import offset_of, paging_of
from communique.web.rendering import is_part, render


def find(request: Request) -> Response:
    """Show the engagements that the address asks for; only the list where htmx asks for it."""
    filters = filters_of(request.query_params)
    record: Record = request.app.state.record
    context = {
        "filters": filters,
        **_found(record, filters),
        "state_names": [display_name(code) for code in filters.states],
        "every_state": every_state(),
    }
    return render(request, "parts/results.html" if is_part(request) else "find.html", context)


def _found(record: Record, filters: Filters) -> dict[str, Any]:
    try:
        found = record.finding.engagements(filters.asked(), offset=offset_of(filters.page))
    except RecordError as error:  # words that hold none
        return {"engagements": [], "paging": None, "empty": False, "faults": [str(error)]}
    return {
        "engagements": [asdict(line) for line in found.items],
        "paging": paging_of(found, filters.page, filters.query()),
        "empty": not (found.total or filters.narrowed),
        "faults": filters.faults,
    }


@cache
def every_state() -> list[str]:
    """Return the names of states as they are proposed to who fills a field."""
    return sorted({state.display for state in load_states().values() if not state.historic})


routes = [Route("/", find, name="find")]
