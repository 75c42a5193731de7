"""The board of commitments: what was invited, pledged and agreed, and where each stands."""

from __future__ import annotations

from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from communique.exchange.record_form import commitment_to_json
from communique.knowledge.states import display_name
from communique.model import CommitmentKind
from communique.record import Record
from communique.record.finding import AskedCommitments
from communique.web.filters import one_of, page_of, states_of, text_of
from communique.web.find import every_state
from communique.web.lists import offset_of, paging_of
from communique.web.rendering import is_part, render

STANDINGS = {
    "open": "Open",
    "overdue": "Overdue",
    "fulfilled": "Kept",
    "lapsed": "Lapsed",
    "declined": "Declined",
    "withdrawn": "Withdrawn",
}


def commitments(request: Request) -> Response:
    """Show commitments of one standing, open ones where none is asked for."""
    record: Record = request.app.state.record
    params, faults = request.query_params, list[str]()
    standing = one_of(params, "standing", {*STANDINGS, "any"}, faults) or "open"
    kind = one_of(params, "kind", {*CommitmentKind}, faults)
    person, states, page = text_of(params, "person"), states_of(params, faults), page_of(params)
    asked = AskedCommitments(
        standing=None if standing == "any" else standing,
        kinds=(kind,) if kind else (),
        states=states,
        person=person or None,
    )
    found = record.finding.commitments(asked, offset=offset_of(page))
    query = [("kind", kind), ("person", person), *(("state", code) for code in states)]
    context = {
        "commitments": [(commitment_to_json(each, date.today()), each) for each in found.items],
        "standing": standing,
        "standings": STANDINGS,
        "counts": record.finding.standings(asked),
        "kinds": [each.value for each in CommitmentKind],
        "kind": kind,
        "person": person,
        "state_names": [display_name(code) for code in states],
        "every_state": every_state(),
        "faults": faults,
        "query": query,
        "paging": paging_of(found, page, [("standing", standing), *query]),
    }
    name = "parts/commitments.html" if is_part(request) else "commitments.html"
    return render(request, name, context)


routes = [Route("/commitments", commitments, name="commitments")]
