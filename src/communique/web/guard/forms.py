"""Forms are taken from our own pages alone.

A browser sends a visitor's cookie along with whatever another site makes it send. So each request
that changes something has to come from a page of ours, as the browser says, and has to bring the
word that only our pages know: in a field, or in a header where a script sends it.
"""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.addresses import split_address
from communique.web.guard.visitor import Visitor
from communique.web.guard.visits import is_form_word, secret_of

FIELD = "csrf"
HEADER = "x-csrf"
_SAFE = ("GET", "HEAD", "OPTIONS")
_API = "/api/"
_STALE = (
    "This form is from another visit, or was open for too long. Go back, load the page anew, and "
    "send it again.\n"
)


class OwnForms:
    """Refuses what would change something and does not come from a page of ours."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http" or scope["method"] in _SAFE:
            await self._app(scope, receive, send)
            return
        visitor: Visitor | None = scope["state"]["visitor"]
        if visitor is not None and visitor.form_word is None:  # a program, by its token
            await self._app(scope, receive, send)
            return
        if scope["path"].startswith(_API):
            await _token_needed()(scope, receive, send)
            return
        request = Request(scope, receive)
        refused, receive = await _checked(request)
        if refused is not None:
            await refused(scope, receive, send)
            return
        await self._app(scope, receive, send)


async def _checked(request: Request) -> tuple[Response | None, Receive]:
    """Return a refusal where there is one, and where the body can be read (again)."""
    secret = secret_of(request)
    if secret is None or not _from_here(request):
        return PlainTextResponse(_STALE, 403), request.receive
    if HEADER in request.headers:
        fine = is_form_word(request.headers[HEADER], secret)
        return (None if fine else PlainTextResponse(_STALE, 403)), request.receive
    try:
        body = await request.body()
        form = await _form(request, body)
    except (MultiPartException, ClientDisconnect, ValueError):
        return PlainTextResponse("That is no form.\n", 400), request.receive
    word = form.get(FIELD)
    await form.close()
    if not isinstance(word, str) or not is_form_word(word, secret):
        return PlainTextResponse(_STALE, 403), request.receive
    return None, _again(body, request.receive)


async def _form(request: Request, body: bytes) -> FormData:
    scope = {key: value for key, value in request.scope.items() if key != "app"}
    return await Request(scope, _again(body, request.receive)).form(max_files=100, max_fields=200)


def _from_here(request: Request) -> bool:
    """Tell whether a page of ours sends this, so far as the browser says so."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin")
    return origin is None or split_address(origin).netloc == request.headers.get("host")


def _again(body: bytes, receive: Receive) -> Receive:
    """Return a way to receive that gives a body which was read already, once, and then goes on."""
    given = False

    async def once_more() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return once_more


def _token_needed() -> Response:
    said = {"error": "writing needs a token of an editor: Authorization: Bearer ..."}
    return JSONResponse(said, 401, headers={"WWW-Authenticate": "Bearer"})
