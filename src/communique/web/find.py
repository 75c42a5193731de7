"""The first page: engagements by whatever a reader knows of them, at addresses to share."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from communique.exchange.record_form import engagement_to_json
from communique.knowledge.states import display_name, load_states
from communique.record import Record
from communique.web.asked import Asked, asked_of
from communique.web.rendering import is_part, render

_AT_ONCE = 50


def find(request: Request) -> Response:
    """Show the engagements that the address asks for; only the list where htmx asks for it."""
    asked = asked_of(request.query_params)
    record: Record = request.app.state.record
    found, more = _found(record, asked)
    context: dict[str, Any] = {
        "asked": asked,
        "engagements": found,
        "more": more,
        "first": (asked.page - 1) * _AT_ONCE + 1,
        "empty": not (found or asked.narrowed),
        "state_names": [display_name(code) for code in asked.states],
        "every_state": _every_state(),
    }
    return render(request, "parts/results.html" if is_part(request) else "find.html", context)


@cache
def _every_state() -> list[str]:
    return sorted({state.display for state in load_states().values() if not state.historic})


def _found(record: Record, asked: Asked) -> tuple[list[dict[str, Any]], bool]:
    entries = record.engagements(
        states=asked.states,
        since=asked.since or None,
        until=asked.until or None,
        kind=asked.kind or None,
        person=asked.person or None,
        topic=asked.topic or None,
    )
    wanted = (one for one in entries if asked.status in ("", one.status.value))
    start = (asked.page - 1) * _AT_ONCE
    some = list(islice(wanted, start, start + _AT_ONCE + 1))
    return [engagement_to_json(entry) for entry in some[:_AT_ONCE]], len(some) > _AT_ONCE


routes = [Route("/", find, name="find")]
