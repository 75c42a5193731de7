"""Pairs of states: the list of them, and what there is between two."""

from __future__ import annotations

from dataclasses import asdict

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from communique.knowledge.states import display_name, state_of
from communique.record import Record
from communique.record.finding import Asked
from communique.web.filters import page_of, states_of
from communique.web.find import every_state
from communique.web.lists import offset_of, paging_of
from communique.web.rendering import address, is_part, render
from communique.web.years import years_of


def pairs(request: Request) -> Response:
    """Show pairs of states with most engagements first; two states lead to their pair."""
    record: Record = request.app.state.record
    params, faults = request.query_params, list[str]()
    states, page = states_of(params, faults), page_of(params)
    if len(states) == 2 and not is_part(request):
        return RedirectResponse(address(request, "pair", one=states[0], other=states[1]), 303)
    state = states[0] if states else None
    found = record.finding.pairs(state, offset=offset_of(page))
    context = {
        "pairs": found.items,
        "state_names": [display_name(code) for code in states],
        "every_state": every_state(),
        "faults": faults,
        "paging": paging_of(found, page, [("state", state or "")]),
    }
    return render(request, "parts/pairs.html" if is_part(request) else "pairs.html", context)


def pair(request: Request) -> Response:
    """Show what there is between two states."""
    record: Record = request.app.state.record
    one, other = (state_of(request.path_params[name]) for name in ("one", "other"))
    if one is None or other is None or one == other:
        raise HTTPException(404, "A pair is of two states, each by its ISO code.")
    found = record.finding.pair(one, other)
    engagements = record.finding.engagements(Asked(states=(one, other)), limit=20)
    context = {
        "one": one,
        "other": other,
        "found": found,
        "years": years_of(found.months),
        "engagements": [asdict(line) for line in engagements.items],
        "total": engagements.total,
    }
    return render(request, "pair.html", context)


routes = [
    Route("/pairs", pairs, name="pairs"),
    Route("/pairs/{one}-{other}", pair, name="pair"),
]
