"""Lets people and programs in, or sends them to the login."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.record import Record, UserEntry, UserRole
from communique.web.guard.passwords import digest, new_secret
from communique.web.guard.visitor import Visitor
from communique.web.guard.visits import cookie_name, form_word, secret_of, set_secret

LASTS = timedelta(days=14)
IDLE = timedelta(days=2)
LOGIN = "/login"
_OPEN = (LOGIN, "/favicon.ico")
_STATIC = "/static/"
_API = "/api/"


@dataclass(frozen=True, slots=True)
class Door:
    """How a server is reached.

    ``names`` are those it goes by besides the loopback's; ``by_number`` takes any IP address for
    one of its own. ``login`` demands one; without, everybody who reaches the server is an editor
    called ``owner``.
    """

    names: tuple[str, ...] = ()
    by_number: bool = False
    login: bool = False
    owner: str = "owner"


class Doorkeeper:
    """Puts the visitor into ``request.state.visitor``, or answers in the application's place."""

    def __init__(self, app: ASGIApp, record: Record, door: Door) -> None:
        self._app = app
        self._users = record.users
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        secret = secret_of(request)
        answer: Response | None = None
        if "authorization" in request.headers:
            visitor = await self._program(request.headers["authorization"])
            answer = _unknown_token() if visitor is None else None
        else:
            fresh = secret is None
            secret = secret or new_secret()
            if fresh and not scope["path"].startswith((_STATIC, _API)):
                send = _giving(request, secret, send)
            visitor = await self._person(secret, fresh=fresh)
            if visitor is None and not _is_open(scope["path"]):
                answer = _to_login(request)
        if answer is not None:
            await answer(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        state["visitor"] = visitor
        state["form_word"] = visitor.form_word if visitor else form_word(secret or "")
        await self._app(scope, receive, send)

    async def _program(self, authorization: str) -> Visitor | None:
        """Return who comes with a token."""
        kind, _, token = authorization.partition(" ")
        if kind.casefold() != "bearer":
            return None
        user = await run_in_threadpool(self._users.by_token, digest(token.strip()))
        return None if user is None else Visitor(user.name, user.role, None, logged_in=True)

    async def _person(self, secret: str, *, fresh: bool) -> Visitor | None:
        """Return who comes with a browser."""
        word = form_word(secret)
        if not self._door.login:
            return Visitor(self._door.owner, UserRole.EDITOR, word, logged_in=False)
        user: UserEntry | None = None
        if not fresh:
            user = await run_in_threadpool(self._users.by_session, digest(secret), IDLE)
        return None if user is None else Visitor(user.name, user.role, word, logged_in=True)


def _is_open(path: str) -> bool:
    return path in _OPEN or path.startswith(_STATIC)


def _unknown_token() -> Response:
    said = {"error": "the token is unknown or was removed"}
    return JSONResponse(said, 401, headers={"WWW-Authenticate": "Bearer"})


def _to_login(request: Request) -> Response:
    """Send people to the login and back, and tell programs what is missing."""
    if request.url.path.startswith(_API):
        said = {"error": "a token is needed: Authorization: Bearer ..."}
        return JSONResponse(said, 401, headers={"WWW-Authenticate": "Bearer"})
    target = LOGIN
    if request.method == "GET" and "hx-request" not in request.headers:
        back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        if back != "/":
            target = f"{LOGIN}?next={quote(back, safe='/')}"
    if "hx-request" in request.headers:
        return Response(status_code=401, headers={"HX-Redirect": target})
    return RedirectResponse(target, 303)


def _giving(request: Request, secret: str, send: Send) -> Send:
    """Return a way to send that gives the visit its cookie, unless the answer gives another."""

    async def with_cookie(message: Message) -> None:
        if message["type"] == "http.response.start":
            name = cookie_name(request).encode()
            given = [v for k, v in message["headers"] if k.lower() == b"set-cookie"]
            if not any(value.startswith(name + b"=") for value in given):
                carrier = Response()
                set_secret(request, carrier, secret)
                cookies = [(k, v) for k, v in carrier.raw_headers if k == b"set-cookie"]
                message["headers"] = [*message["headers"], *cookies]
        await send(message)

    return with_cookie
