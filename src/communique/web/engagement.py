"""One engagement: accounts side by side, each value a link to its words."""

from __future__ import annotations

from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from communique.exchange.compared_form import compared_to_json
from communique.exchange.record_form import commitment_to_json, engagement_to_json
from communique.record import Record, RecordError
from communique.web.rendering import render


def engagement(request: Request) -> Response:
    """Show everything the record holds of one engagement."""
    record: Record = request.app.state.record
    try:
        entry = record.engagement(request.path_params["id"])
    except RecordError as error:
        raise HTTPException(404, str(error)) from error
    context = {
        "engagement": engagement_to_json(entry),
        "compared": compared_to_json(entry),
        "commitments": [
            commitment_to_json(each, date.today())
            for each in record.commitments()
            if each.id in entry.commitments
        ],
    }
    return render(request, "engagement.html", context)


routes = [Route("/engagements/{id}", engagement, name="engagement")]
