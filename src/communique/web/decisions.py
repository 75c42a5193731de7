"""The list of decisions: who decided what, when and why, each to be undone."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from communique.exchange.decisions import decision_to_json
from communique.record import Record
from communique.record.decision_list import VERBS, AskedDecisions, DecisionLine
from communique.views.decisions import decision_words
from communique.web.rendering import render

_AT_ONCE = 50


def decisions(request: Request) -> Response:
    """Show decisions, the newest first."""
    record: Record = request.app.state.record
    params = request.query_params
    by, verb = params.get("by", "")[:64], params.get("verb", "")
    number = params.get("page", "1")
    page = max(1, int(number)) if number.isascii() and number.isdecimal() and len(number) < 6 else 1
    asked = AskedDecisions(by or None, verb if verb in VERBS else None)
    found = record.corrections.lines(asked, offset=(page - 1) * _AT_ONCE, limit=_AT_ONCE)
    context: dict[str, Any] = {
        "asked": asdict(asked),
        "lines": [_line(line) for line in found.items],
        "total": found.total,
        "more": found.more,
        "page": page,
        "authors": record.corrections.authors(),
        "verbs": VERBS,
        "done": params.get("done", ""),
    }
    return render(request, "decisions.html", context)


def _line(line: DecisionLine) -> dict[str, Any]:
    form = decision_to_json(line.entry)
    return {
        **form,
        "words": decision_words(form),
        "engagements": line.engagements,
        "waits": line.waits,
    }


routes = [Route("/decisions", decisions, name="decisions", methods=["GET"])]
