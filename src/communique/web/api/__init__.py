"""The HTTP API: questions for everybody who is let in, decisions for programs of editors."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from communique.record import NotThereError, Record, RecordError
from communique.web.api.asking import QUESTIONS
from communique.web.api.bodies import read_body
from communique.web.api.deciding import DECISIONS
from communique.web.api.description import SCHEMAS, describe
from communique.web.api.operations import Asking, Operation, Refused, read_query
from communique.web.guard import SAFE_HEADERS, editor, visitor_of

OPERATIONS = (*QUESTIONS, *DECISIONS)


def api_mount(record: Record, decided: Callable[[], None]) -> Mount:
    """Return the API over a record, to be put under the application's routes.

    ``decided`` is called after every decision.
    """

    async def description(_: Request) -> Response:
        return JSONResponse(describe(OPERATIONS))

    routes = [
        Route("/openapi.json", description, name="openapi"),
        *(
            Route(one.path, _endpoint(one, record, decided), methods=[one.method], name=one.name)
            for one in OPERATIONS
        ),
    ]
    handlers: dict[Any, Any] = {
        HTTPException: _http_fault,
        Refused: _refused,
        RecordError: _record_fault,
        Exception: _own_fault,
    }
    app = Starlette(routes=routes, exception_handlers=handlers)
    return Mount("/api/v1", app, name="api")


def _endpoint(
    operation: Operation, record: Record, decided: Callable[[], None]
) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        visitor = visitor_of(request) if operation.body is None else editor(request)
        assert visitor is not None  # the guard lets nobody else through
        body: dict[str, Any] = {}
        if operation.body is not None:
            body = read_body(await request.body(), operation.body, SCHEMAS)
        query = read_query(operation, request.query_params.getlist)
        asking = Asking(record, visitor, request.path_params, query, body)
        answer = await run_in_threadpool(operation.act, asking)
        if operation.body is None:
            return JSONResponse(answer)
        await run_in_threadpool(decided)
        return JSONResponse(answer, 201)

    return endpoint


def _http_fault(_: Request, error: HTTPException) -> Response:
    return JSONResponse({"error": error.detail}, error.status_code, headers=error.headers)


def _refused(_: Request, error: Refused) -> Response:
    return JSONResponse({"error": str(error)}, error.status)


def _record_fault(_: Request, error: RecordError) -> Response:
    status = 404 if isinstance(error, NotThereError) else 400
    return JSONResponse({"error": str(error)}, status)


def _own_fault(_: Request, __: Exception) -> Response:
    said = "the fault is the program's own, and has been written to its log"
    return JSONResponse({"error": said}, 500, headers=SAFE_HEADERS)
