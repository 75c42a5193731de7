"""Pages as the record keeps them: the list, and one with everything read from it marked."""

from __future__ import annotations

import re
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from communique.addresses import host_of
from communique.record import Record, RecordError
from communique.record.finding import AskedDocuments
from communique.views.decisions import OWNERS
from communique.web.filters import date_of, page_of, text_of
from communique.web.find import every_state
from communique.web.lists import offset_of, paging_of
from communique.web.marking import marked, parts_of
from communique.web.page_values import marks_of, values_of
from communique.web.rendering import is_part, local_manner, render

_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


def pages(request: Request) -> Response:
    """Show the pages of the record, newest first, by outlet, words or time."""
    record: Record = request.app.state.record
    params, faults = request.query_params, list[str]()
    words, outlet = text_of(params, "words"), text_of(params, "outlet")
    since, until = (date_of(params, name, faults) for name in ("since", "until"))
    page = page_of(params)
    asked = AskedDocuments(outlet or None, words or None, since or None, until or None)
    query = [("words", words), ("outlet", outlet), ("since", since), ("until", until)]
    context: dict[str, Any] = {"pages": (), "paging": None, "faults": faults, **dict(query)}
    context["narrowed"] = any(value for _, value in query)
    try:
        found = record.finding.documents(asked, offset=offset_of(page))
        context |= {"pages": found.items, "paging": paging_of(found, page, query)}
    except RecordError as error:  # words that hold none
        faults.append(str(error))
    return render(request, "parts/pages.html" if is_part(request) else "pages.html", context)


def page(request: Request) -> Response:
    """Show one page's text with what was read from it; ``at`` are the offsets of asked words."""
    record: Record = request.app.state.record
    try:
        found = record.finding.document(request.path_params["id"])
    except RecordError as error:
        raise HTTPException(404, str(error)) from error
    text = found.reading.document.text
    groups = values_of(found, local_manner(request))
    parts = parts_of(text)
    asked = _asked(request.query_params.get("at", ""))
    number = _part_of(parts, asked) if asked else min(len(parts), _part(request))
    part = marked(text, parts[number - 1], marks_of(groups), asked)
    context = {
        "found": found,
        "document": found.document,
        "source": _web_address(found.document.url),
        "read": found.reading.document,
        "part": part,
        "number": number,
        "parts": len(parts),
        "groups": groups,
        "sorts": sorted({value.sort for group in groups for value in group.values}),
        "outlet_mark": found.document.outlet or host_of(found.document.url),
        "owners": OWNERS,
        "every_state": every_state(),
        "heading": _heading(text, found.reading.document.title_span),
    }
    return render(request, "page.html", context)


def _web_address(url: str | None) -> str | None:
    """Return a page's address where it is one that a link may lead to."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def _heading(text: str, title: object) -> bool:
    """Tell whether the first paragraph of the text is the page's headline."""
    start, end = getattr(title, "start", None), getattr(title, "end", 0)
    return start is not None and "\n\n" not in text[:end]


def _asked(words: str) -> tuple[int, int] | None:
    found = _SPAN.fullmatch(words)
    return (int(found[1]), int(found[2])) if found else None


def _part(request: Request) -> int:
    asked = request.query_params.get("part", "1")
    return max(1, int(asked)) if asked.isascii() and asked.isdecimal() and len(asked) < 7 else 1


def _part_of(parts: list[tuple[int, int]], asked: tuple[int, int]) -> int:
    """Return the number of the part in which words begin; the last one for any beyond the text."""
    within = (n for n, (start, end) in enumerate(parts, 1) if start <= asked[0] < end)
    return next(within, len(parts))


routes = [
    Route("/pages", pages, name="pages"),
    Route("/pages/{id}", page, name="page"),
]
