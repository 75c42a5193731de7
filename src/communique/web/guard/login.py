"""Logging in and out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from communique.record import Record
from communique.web.guard.doorkeeper import LASTS, LOGIN
from communique.web.guard.passwords import digest, fits, hashed, is_outdated, new_secret
from communique.web.guard.tries import Tries
from communique.web.guard.visitor import visitor_of
from communique.web.guard.visits import secret_of, set_secret


class Rendering(Protocol):
    """Gives a page from the name of its template and what it shows."""

    def __call__(
        self, request: Request, name: str, context: Mapping[str, Any], /, *, status: int
    ) -> Response:
        """Return the page."""


_WRONG = "That name and that password do not belong together."


def login_routes(record: Record, render: Rendering) -> list[Route]:
    """Return the routes of the login, over the users of a record."""
    return Login(record, render).routes()


class Login:
    """The login page and the way out."""

    def __init__(self, record: Record, render: Rendering) -> None:
        self._users = record.users
        self._render = render
        self._tries = Tries(record.failed_logins)

    def routes(self) -> list[Route]:
        """Return the routes of the login."""
        return [
            Route(LOGIN, self.page, methods=["GET"], name="login"),
            Route(LOGIN, self.enter, methods=["POST"]),
            Route("/logout", self.leave, methods=["POST"], name="logout"),
        ]

    async def page(self, request: Request) -> Response:
        """Show the form; whoever is in already goes on."""
        target = local_target(request.query_params.get("next"))
        if visitor_of(request) is not None:
            return RedirectResponse(target, 303)
        return self._shown(request, target, None, 200)

    async def enter(self, request: Request) -> Response:
        """Check name and password, and begin a session."""
        form = await request.form()
        name, password = str(form.get("name", "")).strip(), str(form.get("password", ""))
        target = local_target(str(form.get("next", "")))
        address = request.client.host if request.client else ""
        if wait := await run_in_threadpool(self._tries.seconds_to_wait, name, address):
            minutes = -(-wait // 60)
            said = f"Too many logins failed; try again in {minutes} min."
            shown = self._shown(request, target, said, 429)
            shown.headers["Retry-After"] = str(wait)
            return shown
        if not await run_in_threadpool(self._is_right, name, password):
            await run_in_threadpool(self._tries.failed, name, address)
            return self._shown(request, target, _WRONG, 401)
        await run_in_threadpool(self._tries.succeeded, name, address)
        old, secret = secret_of(request), new_secret()
        if old:
            await run_in_threadpool(self._users.end_session, digest(old))
        await run_in_threadpool(self._users.begin_session, name, digest(secret), LASTS)
        answer = RedirectResponse(target, 303)
        set_secret(request, answer, secret)
        return answer

    async def leave(self, request: Request) -> Response:
        """End the session; a new visit begins."""
        if secret := secret_of(request):
            await run_in_threadpool(self._users.end_session, digest(secret))
        answer = RedirectResponse(LOGIN, 303)
        set_secret(request, answer, None)
        return answer

    def _is_right(self, name: str, password: str) -> bool:
        user = self._users.find(name)
        kept = user.password if user else None
        if not fits(password, kept):
            return False
        if kept and is_outdated(kept):
            self._users.renew_password(name, hashed(password))
        return True

    def _shown(self, request: Request, target: str, said: str | None, status: int) -> Response:
        context = {"next": target, "said": said}
        return self._render(request, "login.html", context, status=status)


def local_target(wanted: str | None) -> str:
    """Return where to go after the login: a path of this server, whatever the address says."""
    path = wanted or "/"
    odd = any(ord(letter) < 33 or letter == "\\" for letter in path)
    return "/" if odd or not path.startswith("/") or path.startswith("//") else path
