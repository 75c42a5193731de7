"""How much anybody may send."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

USUAL_BYTES = 256_000
# Makes an answer of a request and of what is said in it.
Refusing = Callable[[Request, str], Response]


class _TooMuch(Exception):
    """Raised inside the application when a body grows beyond its bound."""


class BodyLimit:
    """Refuses bodies over a bound, said or unsaid in their headers.

    ``larger`` gives other bounds for paths, such as the one that takes files; ``refusing`` makes
    the answer, which is bare text else.
    """

    def __init__(
        self,
        app: ASGIApp,
        larger: Mapping[str, int] | None = None,
        refusing: Refusing | None = None,
    ) -> None:
        self._app = app
        self._larger = dict(larger or {})
        self._refusing = refusing or _bare

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._larger.get(scope["path"], USUAL_BYTES)
        said = Headers(scope=scope).get("content-length", "0")
        if not said.isdecimal() or int(said) > most:
            await self._refusal(scope, most)(scope, receive, send)
            return
        got = 0
        begun = False

        async def counted() -> Message:
            nonlocal got
            message = await receive()
            got += len(message.get("body", b""))
            if got > most:
                raise _TooMuch
            return message

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, counted, noted)
        except _TooMuch:
            if begun:
                raise
            await self._refusal(scope, most)(scope, receive, send)

    def _refusal(self, scope: Scope, most: int) -> Response:
        size = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most // 1000} kB"
        response = self._refusing(Request(scope), f"More than {size} at once are not taken.")
        response.headers["Connection"] = "close"
        return response


def _bare(_: Request, said: str) -> Response:
    return PlainTextResponse(said, 413)
