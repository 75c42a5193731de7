"""Outlets: who published what the record rests on."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from communique.record import Record
from communique.record.finding import Asked, AskedDocuments
from communique.views.decisions import OWNERS
from communique.web.filters import page_of, text_of
from communique.web.find import every_state
from communique.web.lists import offset_of, paging_of
from communique.web.rendering import is_part, render


def outlets(request: Request) -> Response:
    """Show outlets with most pages first, or those of a name."""
    record: Record = request.app.state.record
    name, page = text_of(request.query_params, "name"), page_of(request.query_params)
    found = record.finding.outlets(name or None, offset=offset_of(page))
    context = {
        "outlets": found.items,
        "owners": OWNERS,
        "name": name,
        "paging": paging_of(found, page, [("name", name)]),
    }
    return render(request, "parts/outlets.html" if is_part(request) else "outlets.html", context)


def outlet(request: Request) -> Response:
    """Show one outlet: whose it is, its pages, and how many engagements they tell of."""
    record: Record = request.app.state.record
    name, page = request.path_params["name"], page_of(request.query_params)
    known = (one for one in record.finding.outlets(name).items if one.outlet == name)
    found = next(known, None)
    if found is None:
        raise HTTPException(404, f"No page of the record is of an outlet called {name!r}.")
    pages = record.finding.documents(AskedDocuments(outlet=name), offset=offset_of(page))
    context = {
        "outlet": found,
        "owners": OWNERS,
        "every_state": every_state(),
        "pages": pages.items,
        "differing": record.finding.engagements(
            Asked(outlets=(name,), differing=True), limit=1
        ).total,
        "paging": paging_of(pages, page, []),
    }
    return render(request, "outlet.html", context)


routes = [
    Route("/outlets", outlets, name="outlets"),
    Route("/outlets/{name:path}", outlet, name="outlet"),
]
