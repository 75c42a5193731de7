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
from communique.record.finding import AskedCommitments, Order
from communique.web.columns import columns_of, lines_of, rows_of
from communique.web.filters import text_of
from communique.web.rendering import local_manner, render

_MOST_COMMITMENTS = 200


def engagement(request: Request) -> Response:
    """Show everything the record holds of one engagement."""
    record: Record = request.app.state.record
    try:
        entry = record.engagement(request.path_params["id"])
    except RecordError as error:
        raise HTTPException(404, str(error)) from error
    form, compared = engagement_to_json(entry, why=True), compared_to_json(entry)
    undertaken = AskedCommitments(engagement=entry.id, order=Order.OLDEST)
    columns = columns_of(form, compared)
    context = {
        "engagement": form,
        "compared": compared,
        "columns": columns,
        "rows": rows_of(form, compared, columns, local_manner(request)),
        "lines": lines_of(compared, columns),
        "commitments": [
            (commitment_to_json(each, date.today()), each)
            for each in record.finding.commitments(undertaken, limit=_MOST_COMMITMENTS).items
        ],
        "done": text_of(request.query_params, "done"),
    }
    return render(request, "engagement.html", context)


routes = [Route("/engagements/{id}", engagement, name="engagement")]
