"""Pictures of what an address asks for: a page of them, and each as an SVG of its own."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from threading import Lock
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from communique.knowledge.states import display_name
from communique.model import CommitmentKind, Kind, Status
from communique.pictures import (
    Picture,
    Writing,
    contacts_counted,
    days_to_visit,
    style_sheet,
    timeline,
    topics_by_year,
    who_meets_whom,
)
from communique.record import Record
from communique.record.finding import Asked, AskedCommitments, Order
from communique.web.filters import Filters, filters_of
from communique.web.find import every_state
from communique.web.rendering import address, local_manner, render

# So many of the latest engagements are drawn one by one; contacts are counted over all.
_MOST = 300
_KEPT = 64
_TOOK_PLACE = (Status.HELD.value, Status.UNDER_WAY.value)


def pictures(request: Request) -> Response:
    """Show every picture there is enough for."""
    filters = filters_of(request.query_params)
    drawing = _Drawing(request.app.state.record, filters, Writing(local_manner(request)))
    drawn = [(name, draw(drawing)) for name, draw in _DRAWERS.items()]
    context = {
        "filters": filters,
        "state_names": [display_name(code) for code in filters.states],
        "every_state": every_state(),
        "faults": filters.faults,
        "pictures": [(each, _source(request, filters, name)) for name, each in drawn if each],
    }
    return render(request, "pictures.html", context)


def picture(request: Request) -> Response:
    """Answer with one picture as SVG; it follows the reader's preference of light or dark."""
    draw = _DRAWERS.get(request.path_params["name"])
    if draw is None:
        raise HTTPException(404, f"The pictures are {', '.join(_DRAWERS)}.")
    record, filters = request.app.state.record, filters_of(request.query_params)
    local = local_manner(request)
    drawn: Drawn = request.app.state.drawn
    # What is counted up to today is another picture tomorrow.
    key = (request.path_params["name"], *filters.query(page=1), record.revision(), date.today())
    key = (*key, str(local.locale))
    svg = drawn.get(key)
    if svg is None:
        made = draw(_Drawing(record, filters, Writing(local)))
        if made is None:
            raise HTTPException(404, "There is too little in the record to draw this.")
        svg = drawn.keep(key, made.svg("auto"))
    headers = {"Content-Security-Policy": _policy(), "Vary": "Accept-Language"}
    return Response(svg, media_type="image/svg+xml", headers=headers)


class Drawn:
    """The pictures drawn last, each for one question and one state of the record."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, str] = {}
        self._lock = Lock()

    def get(self, key: Hashable) -> str | None:
        """Return a picture, None where it has not been drawn."""
        return self._kept.get(key)

    def keep(self, key: Hashable, svg: str) -> str:
        """Keep a picture in the place of the one that was drawn first; return it."""
        with self._lock:
            while len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = svg
        return svg


def _source(request: Request, filters: Filters, name: str) -> str:
    return address(request, "picture", filters.query(page=1), name=name)


def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(style_sheet().encode("utf-8")).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; frame-ancestors 'none'"


@dataclass(frozen=True)
class _Drawing:
    """What pictures are drawn from: each question is asked at most once for all of them."""

    record: Record
    filters: Filters
    writing: Writing

    @cached_property
    def lines(self) -> list[Any]:
        """The latest engagements, in the order of time."""
        asked = replace(self.filters.asked(), order=Order.NEWEST)
        return list(reversed(self.record.finding.engagements(asked, limit=_MOST).items))


def _timeline(drawing: _Drawing) -> Picture | None:
    return timeline(drawing.lines, drawing.writing)


def _contacts(drawing: _Drawing) -> Picture | None:
    asked: Asked = drawing.filters.asked()
    if not asked.statuses:
        asked = replace(asked, statuses=_TOOK_PLACE)
    counts: Counter[tuple[str, Kind]] = Counter()
    undated = 0
    for each in drawing.record.finding.months(asked):
        if each.month and len(each.month) == len("2024-06"):
            counts[each.month, Kind(each.kind)] += each.number
        else:
            undated += each.number
    return contacts_counted(counts, undated, drawing.writing)


def _meetings(drawing: _Drawing) -> Picture | None:
    filters = drawing.filters
    known = {party.person_id for line in drawing.lines for party in line.parties}
    person = filters.person if filters.person in known else None
    return who_meets_whom(drawing.lines, filters.states, person, drawing.writing)


def _topics(drawing: _Drawing) -> Picture | None:
    return topics_by_year(drawing.lines, drawing.writing)


def _waiting(drawing: _Drawing) -> Picture | None:
    asked = AskedCommitments(
        kinds=(CommitmentKind.INVITATION.value,),
        states=drawing.filters.states,
        person=drawing.filters.person or None,
    )
    found = drawing.record.finding.commitments(asked, limit=50).items
    return days_to_visit(found, date.today(), drawing.writing)


_DRAWERS: dict[str, Callable[[_Drawing], Picture | None]] = {
    "timeline": _timeline,
    "contacts": _contacts,
    "meetings": _meetings,
    "topics": _topics,
    "waiting": _waiting,
}
routes = [
    Route("/pictures", pictures, name="pictures"),
    Route("/pictures/{name}.svg", picture, name="picture"),
]
