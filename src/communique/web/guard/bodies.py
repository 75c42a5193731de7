"""How much anybody may send."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

USUAL_BYTES = 256_000


class _TooMuch(Exception):
    """Raised inside the application when a body grows beyond its bound."""


class BodyLimit:
    """Refuses bodies over a bound, said or unsaid in their headers.

    ``larger`` gives other bounds for paths, such as the one that takes files.
    """

    def __init__(self, app: ASGIApp, larger: Mapping[str, int] | None = None) -> None:
        self._app = app
        self._larger = dict(larger or {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._larger.get(scope["path"], USUAL_BYTES)
        said = Headers(scope=scope).get("content-length", "0")
        if not said.isdecimal() or int(said) > most:
            await _refusal(most)(scope, receive, send)
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
            await _refusal(most)(scope, receive, send)


def _refusal(most: int) -> PlainTextResponse:
    said = f"More than {most // 1000} kB at once are not taken.\n"
    return PlainTextResponse(said, 413, headers={"Connection": "close"})
