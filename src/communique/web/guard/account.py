"""One's own account: another password, and tokens for programs that act for one."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from communique.record import Record, UserRole
from communique.web.guard.doorkeeper import LASTS
from communique.web.guard.login import Rendering
from communique.web.guard.passwords import (
    LEAST_LETTERS,
    digest,
    fits,
    hashed,
    new_secret,
    new_token,
    weakness,
)
from communique.web.guard.tries import Tries
from communique.web.guard.visitor import Visitor, visitor_of
from communique.web.guard.visits import set_secret

_PATH = "/account"
_LONGEST_LABEL = 80
_MOST_TOKENS = 50
_ROLES = tuple(role.value for role in UserRole)


def account_routes(record: Record, render: Rendering) -> list[Route]:
    """Return the routes of one's own account, over the users of a record."""
    return Account(record, render).routes()


class Account:
    """The page of whoever has logged in; without a login it tells how others are let in."""

    def __init__(self, record: Record, render: Rendering) -> None:
        self._users = record.users
        self._render = render
        self._tries = Tries(record.failed_logins)

    def routes(self) -> list[Route]:
        """Return the routes of the account."""
        change, make, revoke = self.change_password, self.make_token, self.revoke_token
        return [
            Route(_PATH, self.page, methods=["GET"], name="account"),
            Route(f"{_PATH}/password", change, methods=["POST"], name="account-password"),
            Route(f"{_PATH}/tokens", make, methods=["POST"], name="account-token"),
            Route(f"{_PATH}/tokens/revoke", revoke, methods=["POST"], name="account-revoke"),
        ]

    async def page(self, request: Request) -> Response:
        """Show the account."""
        done = {"password": "Your password is another now, and other sessions have ended."}
        return await self._shown(request, done=done.get(request.query_params.get("done", "")))

    async def change_password(self, request: Request) -> Response:
        """Take another password from who knows the one of now; other sessions end."""
        visitor, form = _person(request), await request.form()
        new, again = (str(form.get(name, "")) for name in ("new", "again"))
        address = request.client.host if request.client else ""
        if wait := await run_in_threadpool(self._tries.seconds_to_wait, visitor.name, address):
            said = f"Too many passwords were wrong; try again in {-(-wait // 60)} min."
            return await self._shown(request, 429, said=said)
        given = str(form.get("password", ""))
        if not await run_in_threadpool(self._is_right, visitor.name, given):
            await run_in_threadpool(self._tries.failed, visitor.name, address)
            return await self._shown(request, 403, said="That is not your password of now.")
        if new != again:
            return await self._shown(request, 400, said="The new password is given in two ways.")
        if why := weakness(new, visitor.name):
            return await self._shown(request, 400, said=f"That password will not do: {why}.")
        secret = new_secret()
        await run_in_threadpool(self._change, visitor.name, new, secret)
        answer = RedirectResponse(f"{request.scope.get('root_path', '')}{_PATH}?done=password", 303)
        set_secret(request, answer, secret)
        return answer

    async def make_token(self, request: Request) -> Response:
        """Make a token and show it, this once."""
        visitor, form = _person(request), await request.form()
        label, role = _label(form), str(form.get("role", ""))
        if role not in _ROLES or (role == UserRole.EDITOR and not visitor.may_write):
            said = "A token may do what you may do, or less."
            return await self._shown(request, 400, said=said)
        if len(await run_in_threadpool(self._users.tokens, visitor.name)) >= _MOST_TOKENS:
            said = f"You have {_MOST_TOKENS} tokens already; remove one that is not used."
            return await self._shown(request, 400, said=said)
        made = new_token()
        keep = (visitor.name, label, UserRole(role), digest(made))
        await run_in_threadpool(self._users.add_token, *keep)
        return await self._shown(request, 201, made=made)

    async def revoke_token(self, request: Request) -> Response:
        """Remove one of one's own tokens."""
        visitor, form = _person(request), await request.form()
        own = await run_in_threadpool(self._users.tokens, visitor.name)
        wanted = str(form.get("token", ""))
        if wanted not in {token.id for token in own}:
            raise HTTPException(404, "You have no such token.")
        await run_in_threadpool(self._users.remove_token, wanted)
        return await self._shown(request, done="The token opens nothing any more.")

    def _is_right(self, name: str, password: str) -> bool:
        user = self._users.find(name)
        return fits(password, user.password if user else None)

    def _change(self, name: str, password: str, secret: str) -> None:
        self._users.change(name, password=hashed(password))
        self._users.begin_session(name, digest(secret), LASTS)

    async def _shown(
        self,
        request: Request,
        status: int = 200,
        *,
        said: str | None = None,
        done: str | None = None,
        made: str | None = None,
    ) -> Response:
        visitor = visitor_of(request)
        named = visitor.name if visitor and visitor.logged_in else None
        tokens = await run_in_threadpool(self._users.tokens, named) if named else []
        context: dict[str, Any] = {"tokens": tokens, "said": said, "done": done, "made": made}
        roles = _ROLES if visitor and visitor.may_write else _ROLES[:1]
        context |= {"roles": roles, "least": LEAST_LETTERS, "longest_label": _LONGEST_LABEL}
        return self._render(request, "account.html", context, status=status)


def _person(request: Request) -> Visitor:
    """Return who has logged in with a password; a program with a token is not to make others."""
    visitor = visitor_of(request)
    if visitor is None or not visitor.logged_in or visitor.form_word is None:
        raise HTTPException(403, "That is for who has logged in with a password.")
    return visitor


def _label(form: FormData) -> str:
    told = str(form.get("label", "")).encode("utf-8", "replace").decode().replace("\x00", "")
    return told.strip()[:_LONGEST_LABEL]
