"""The workspace as an ASGI application: routes of all its pages over one open record."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from communique.model import Reading
from communique.record import Record, RecordError
from communique.record.linker import Linker
from communique.web import (
    briefs,
    commitments,
    deciding,
    decisions,
    engagement,
    find,
    linking,
    merging,
    outlets,
    pages,
    pairs,
    people,
    pictures,
    review,
)
from communique.web.adding import routes as adding
from communique.web.adding.jobs import Jobs
from communique.web.api import api_mount
from communique.web.guard import SAFE_HEADERS, account_routes, guards, login_routes
from communique.web.rendering import render
from communique.web.settings import Settings
from communique.web.warming import warm_up

_PAGES = (
    *(find, engagement, commitments, people, pairs, outlets, pages),
    *(merging, deciding, decisions, review, adding, linking),
    *(briefs, pictures),
)

_FAULTS = {
    400: "That cannot be done",
    403: "Not allowed",
    404: "Not in the record",
    405: "Not that way",
    413: "Too large",
    429: "Too often",
    501: "Not on this machine",
    503: "Busy",
}


def create_app(settings: Settings) -> Starlette:
    """Return the application over the record that the settings name; it is made if not there.

    Raises RecordError where the record cannot be opened. It is closed when the application ends.
    """
    record = Record.open(settings.record, link_first=False)
    linker = Linker(settings.record)

    def keep(reading: Reading) -> str:
        kept = record.keep(reading)
        linker.wake()
        return kept

    jobs = Jobs(keep, record.finding.known, record.given)
    static = StaticFiles(directory=str(files("communique.web") / "static"))
    routes: list[BaseRoute] = [Mount("/static", static, name="static")]
    routes += [*login_routes(record, render), *account_routes(record, render)]
    routes.append(api_mount(record, linker.wake))
    for page in _PAGES:
        routes += page.routes

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await run_in_threadpool(jobs.resume)
        await run_in_threadpool(warm_up, record)
        yield
        jobs.stop()
        linker.stop()
        record.close()

    handlers: dict[Any, Any] = {
        HTTPException: _http_fault,
        RecordError: _record_fault,
        Exception: _own_fault,
    }
    app = Starlette(
        routes=routes,
        middleware=guards(record, settings.door(), {"/add": adding.MOST_BYTES}, _too_large),
        lifespan=lifespan,
        exception_handlers=handlers,
    )
    app.state.record = record
    app.state.linker = linker
    app.state.jobs = jobs
    app.state.drawn = pictures.Drawn()
    app.state.settings = settings
    return app


def _http_fault(request: Request, error: HTTPException) -> Response:
    title = _FAULTS.get(error.status_code, "That did not work")
    return _fault(request, error.status_code, title, error.detail, error.headers)


def _too_large(request: Request, said: str) -> Response:
    return _fault(request, 413, _FAULTS[413], said)


def _record_fault(request: Request, error: RecordError) -> Response:
    return _fault(request, 400, _FAULTS[400], str(error))


def _own_fault(request: Request, _: Exception) -> Response:
    words = "The fault is the program's own, and has been written to its log."
    # What goes wrong is answered outside of all guards.
    return _fault(request, 500, "Something went wrong", words, SAFE_HEADERS)


def _fault(request: Request, status: int, title: str, words: str, headers: Any = None) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": words}, status, headers=headers)
    response = render(request, "fault.html", {"title": title, "words": words}, status=status)
    response.headers.update(headers or {})
    return response
