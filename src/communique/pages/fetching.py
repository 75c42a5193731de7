"""What lies at a web address, fetched politely and within bounds of size, of time and of hops.

Every hop is checked anew (see ``network``). All that a server may drag out, from the handshake to
the last byte of the body, ends at one deadline.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from communique import __version__
from communique.pages.limits import FetchError, Limits, size
from communique.pages.network import checked_address, place_of

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, HTTPConnectionPool

_CHUNK = 65_536
AGENT = f"communique/{__version__} (reads diplomatic news)"
PAGES = ("text/", "application/xhtml", "application/xml", "application/octet-stream")
_ACCEPTED_PAGES = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1"
_MOVED = (301, 302, 303, 307, 308)
_REASONS = {
    401: "asks for a login",
    403: "access refused",
    404: "not found",
    410: "gone",
    429: "too many requests",
    451: "withheld for legal reasons",
    503: "not available now",
}
_PASSING = (408, 425, 429, 500, 502, 503, 504)


@dataclass(frozen=True, slots=True)
class Manner:
    """How something is asked for.

    ``kinds`` begin the media types that are taken, ``accept`` tells the server of them; ``etag``
    and ``last_modified`` are those of what is known already; ``before`` is called with every
    address before it is asked, redirects included, and may raise FetchError.
    """

    kinds: tuple[str, ...] = PAGES
    accept: str = _ACCEPTED_PAGES
    agent: str = AGENT
    etag: str | None = None
    last_modified: str | None = None
    before: Callable[[str], None] | None = None

    def headers(self) -> dict[str, str]:
        """Return the headers of a request."""
        conditions = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {
            "User-Agent": self.agent,
            "Accept": self.accept,
            "Accept-Encoding": "gzip, deflate, br",
            "Accept-Language": "en",
            **{name: value for name, value in conditions.items() if value},
        }


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a web address gave: the bytes, where they came from in the end, their stated type.

    ``unchanged`` where the server says that it is still what was known; there are no bytes then.
    """

    body: bytes
    url: str
    content_type: str
    charset: str | None
    etag: str | None = None
    last_modified: str | None = None
    unchanged: bool = False


_DEFAULT = Manner()


def fetch(url: str, limits: Limits, manner: Manner = _DEFAULT) -> Fetched:
    """Get what lies at an address. Raises FetchError where that fails or exceeds bounds."""
    with _Deadline(limits.total_seconds) as deadline:
        for _ in range(limits.redirects + 1):
            if manner.before is not None:
                manner.before(url)
                deadline.begin()
            response = _request(url, limits, manner, deadline)
            try:
                target = _redirect(response, url)
                if target is None:
                    return _received(response, url, limits, manner, deadline)
            finally:
                response.close()
            url = target
    raise FetchError(f"more than {limits.redirects} redirects")


class _Deadline:
    """The time by which a request has to end; then its connections are cut, whoever waits."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._cut = threading.Event()
        self._watched: list[socket.socket] = []
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> _Deadline:
        self.begin()
        return self

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            for each in self._watched:
                each.close()
            self._watched.clear()

    def begin(self) -> None:
        """Count the time from now."""
        if self._timer is not None:
            self._timer.cancel()
        self._end = time.monotonic() + self._seconds
        self._timer = threading.Timer(self._seconds, self._cut_all)
        self._timer.daemon = True
        self._timer.start()

    def left(self, most: float) -> float:
        """Return the seconds left, at most so many."""
        return max(0.05, min(most, self._end - time.monotonic()))

    def watch(self, connection: socket.socket) -> None:
        """Cut this connection too; a duplicate of it is kept, which TLS does not take over."""
        with self._lock:
            self._watched.append(connection.dup())

    def check(self) -> None:
        """Raise FetchError where the time is over."""
        if self._cut.is_set() or time.monotonic() > self._end:
            raise FetchError(f"took longer than {self._seconds:g} seconds", passing=True)

    def _cut_all(self) -> None:
        self._cut.set()
        with self._lock:
            for each in self._watched:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)


def _redirect(response: BaseHTTPResponse, url: str) -> str | None:
    location = response.headers.get("Location")
    if response.status not in _MOVED or not location:
        return None
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise FetchError("redirected to no usable web address") from error


def _request(url: str, limits: Limits, manner: Manner, deadline: _Deadline) -> BaseHTTPResponse:
    """Send one request to a checked address, keeping the host's name for TLS and for the site."""
    import urllib3
    from urllib3.exceptions import HTTPError

    place = place_of(url)
    address = checked_address(place, limits)
    timeout = urllib3.Timeout(deadline.left(limits.connect_seconds))
    settings: dict[str, Any] = {"timeout": timeout, "retries": False, "maxsize": 1}
    pool: HTTPConnectionPool
    if place.scheme == "https":
        settings |= {"server_hostname": place.host, "assert_hostname": place.host}
        pool = urllib3.HTTPSConnectionPool(address, place.port, **settings)
    else:
        pool = urllib3.HTTPConnectionPool(address, place.port, **settings)
    _watch(pool, deadline)
    try:
        return pool.urlopen(
            "GET",
            place.path,
            headers={**manner.headers(), "Host": place.named},
            redirect=False,
            preload_content=False,
            decode_content=True,
        )
    except HTTPError as error:
        deadline.check()
        raise _failed(error) from error


def _watch(pool: HTTPConnectionPool, deadline: _Deadline) -> None:
    """Have every connection of a pool cut at the deadline, from before its handshake on."""
    base: Any = pool.ConnectionCls

    class Watched(base):  # type: ignore[misc]
        def _new_conn(self) -> socket.socket:
            made: socket.socket = super()._new_conn()
            deadline.watch(made)
            return made

    pool.ConnectionCls = Watched


def _received(
    response: BaseHTTPResponse, url: str, limits: Limits, manner: Manner, deadline: _Deadline
) -> Fetched:
    headers = response.headers
    etag, modified = headers.get("ETag"), headers.get("Last-Modified")
    if response.status == 304 and (manner.etag or manner.last_modified):
        known = etag or manner.etag, modified or manner.last_modified
        return Fetched(b"", url, "", None, *known, unchanged=True)
    if response.status != 200:
        raise _refused(response)
    kind = headers.get("Content-Type", "").casefold()
    media = kind.split(";")[0].strip()
    if media and not media.startswith(manner.kinds):
        raise FetchError(f"not a page but {media[:80]}")
    charset = kind.partition("charset=")[2].strip(" \"';") or None
    return Fetched(_body(response, limits, deadline), url, media, charset, etag, modified)


def _refused(response: BaseHTTPResponse) -> FetchError:
    reason = f"HTTP {response.status} {_REASONS.get(response.status, '')}".rstrip()
    return FetchError(
        reason,
        status=response.status,
        passing=response.status in _PASSING,
        retry_after=_seconds(response.headers.get("Retry-After")),
    )


def _seconds(retry_after: str | None) -> float | None:
    """Return how long a server asks to be left alone; it says so in seconds or by a date."""
    from urllib3 import Retry
    from urllib3.exceptions import InvalidHeader

    try:
        return max(0.0, Retry(0).parse_retry_after(retry_after)) if retry_after else None
    except (InvalidHeader, ValueError, OverflowError):
        return None


def _body(response: BaseHTTPResponse, limits: Limits, deadline: _Deadline) -> bytes:
    """Stream the body in, unpacked, giving up at the size or at the time allowed."""
    from urllib3.exceptions import HTTPError

    found = bytearray()
    try:
        while part := response.read1(_CHUNK):
            deadline.check()
            found += part
            if len(found) > limits.page_bytes:
                raise FetchError(f"a page of over {size(limits.page_bytes)}")
    except HTTPError as error:
        deadline.check()
        raise _failed(error) from error
    # A body without a length that was cut at the deadline looks like a whole one.
    deadline.check()
    return bytes(found)


def _failed(error: Exception) -> FetchError:
    from urllib3 import exceptions

    if isinstance(error, exceptions.NewConnectionError):
        return FetchError("connection refused", passing=True)
    if isinstance(error, exceptions.TimeoutError):
        return FetchError("no answer in time", passing=True)
    if isinstance(error, exceptions.SSLError):
        return FetchError("its certificate cannot be trusted")
    if isinstance(error, exceptions.DecodeError):
        return FetchError("its compressed content is broken")
    return FetchError("the connection broke off", passing=True)
