"""Which names this server goes by.

A page anywhere on the web may point a name of its own at 127.0.0.1 and so make a reader's browser
ask this server as if it were that page's. Requests under a name that is not ours are refused.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK = ("localhost", "127.0.0.1", "::1")


def is_loopback(host: str) -> bool:
    """Tell whether a name or address to listen at can be reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def host_of(header: str) -> str:
    """Return the name in a Host header, without its port and the brackets of IPv6."""
    header = header.strip().casefold()
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0].rstrip(".")


class KnownHosts:
    """Lets through requests under the names given, and under any IP address where ``by_number``.

    An address in numbers cannot be pointed elsewhere, so that a server which listens at all
    addresses of a machine need not know them.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str], *, by_number: bool) -> None:
        self._app = app
        self._names = frozenset(name.casefold() for name in names)
        self._by_number = by_number

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] in ("http", "websocket"):
            hosts = Headers(scope=scope).getlist("host")
            if len(hosts) != 1 or not self._is_known(host_of(hosts[0])):
                said = "This server does not go by that name; communique serve --name adds one.\n"
                await PlainTextResponse(said, 421)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _is_known(self, name: str) -> bool:
        if name in self._names:
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return self._by_number
