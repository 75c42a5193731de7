"""People: the list of them, and one with offices as of when they were seen."""

from __future__ import annotations

from dataclasses import asdict

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from communique.exchange.record_form import person_to_json
from communique.knowledge.states import display_name
from communique.record import Record, RecordError
from communique.record.finding import Asked
from communique.web.filters import page_of, states_of, text_of
from communique.web.find import every_state
from communique.web.lists import offset_of, paging_of
from communique.web.rendering import is_part, render
from communique.web.years import years_of


def people(request: Request) -> Response:
    """Show everybody, or those of a name or a state."""
    record: Record = request.app.state.record
    params, faults = request.query_params, list[str]()
    name, page = text_of(params, "name"), page_of(params)
    states = states_of(params, faults)
    found = record.finding.people(name or None, states=states, offset=offset_of(page))
    query = [("name", name), *(("state", code) for code in states)]
    context = {
        "people": found.items,
        "name": name,
        "state_names": [display_name(code) for code in states],
        "every_state": every_state(),
        "faults": faults,
        "paging": paging_of(found, page, query),
        "narrowed": bool(name or states),
    }
    return render(request, "parts/people.html" if is_part(request) else "people.html", context)


def person(request: Request) -> Response:
    """Show one person: names, offices, whom they met, and their engagements."""
    record: Record = request.app.state.record
    name = request.path_params["id"]
    try:
        found = record.finding.person(name, labels=False)
    except RecordError as error:
        raise HTTPException(404, str(error)) from error
    engagements = record.finding.engagements(Asked(person=name), limit=20)
    context = {
        "person": person_to_json(found.entry),
        "found": found,
        "years": years_of(found.months),
        "engagements": [asdict(line) for line in engagements.items],
        "total": engagements.total,
    }
    return render(request, "person.html", context)


routes = [
    Route("/people", people, name="people"),
    Route("/people/{id:path}", person, name="person"),
]
