"""Pages from the web, politely and within bounds.

Every hop is checked anew, by the addresses that its host's name leads to: a page on the open web
must not send this program into the reader's own network. The checked address is the one that is
connected to, so that a name which changes its mind in between changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from communique import __version__
from communique.pages.limits import Limits, UnreadableError, size

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

_CHUNK = 65_536
_TEXTUAL = ("text/", "application/xhtml", "application/xml", "application/octet-stream")
_HEADERS = {
    "User-Agent": f"communique/{__version__} (reads diplomatic news)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en",
}
# The part of IPv6 that is given out to the open network, and where NAT64 keeps IPv4 (RFC 6052).
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
_REASONS = {
    401: "asks for a login",
    403: "access refused",
    404: "not found",
    410: "gone",
    429: "too many requests",
    451: "withheld for legal reasons",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a web address gave: the bytes, where they came from in the end, their stated type."""

    body: bytes
    url: str
    content_type: str
    charset: str | None


def fetch(url: str, limits: Limits) -> Fetched:
    """Get one page. Raises UnreadableError with the reason where that fails or exceeds bounds."""
    deadline = time.monotonic() + limits.total_seconds
    for _ in range(limits.redirects + 1):
        response = _request(url, limits, deadline)
        try:
            target = _redirect(response, url)
            if target is None:
                return _received(response, url, limits, deadline)
        finally:
            response.close()
        url = target
    raise UnreadableError(f"more than {limits.redirects} redirects")


def _redirect(response: BaseHTTPResponse, url: str) -> str | None:
    location = response.headers.get("Location")
    if response.status not in (301, 302, 303, 307, 308) or not location:
        return None
    return urljoin(url, location)


def _request(url: str, limits: Limits, deadline: float) -> BaseHTTPResponse:
    """Send one request to a checked address, keeping the host's name for TLS and for the site."""
    import urllib3
    from urllib3.exceptions import HTTPError

    scheme, host, port, path = _parts(url)
    address = _address(host, port, limits)
    left = max(0.1, min(limits.connect_seconds, deadline - time.monotonic()))
    settings: dict[str, Any] = {"timeout": urllib3.Timeout(left), "retries": False, "maxsize": 1}
    pool: urllib3.HTTPConnectionPool
    if scheme == "https":
        pool = urllib3.HTTPSConnectionPool(
            address, port, server_hostname=host, assert_hostname=host, **settings
        )
    else:
        pool = urllib3.HTTPConnectionPool(address, port, **settings)
    named = host if port in (80, 443) else f"{host}:{port}"
    try:
        return pool.urlopen(
            "GET",
            path,
            headers={**_HEADERS, "Host": named},
            redirect=False,
            preload_content=False,
            decode_content=True,
        )
    except HTTPError as error:
        raise UnreadableError(_network_reason(error)) from error


def _parts(url: str) -> tuple[str, str, int, str]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UnreadableError("not a usable web address") from error
    if parts.scheme not in ("http", "https"):
        raise UnreadableError(f"redirected to {parts.scheme or 'nowhere'}, which is not read")
    if not parts.hostname:
        raise UnreadableError("not a usable web address")
    try:
        host = parts.hostname.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise UnreadableError("not a usable web address") from error
    from urllib.parse import quote

    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    whole = f"{path}?{query}" if query else path
    return parts.scheme, host, port or (443 if parts.scheme == "https" else 80), whole


def _address(host: str, port: int, limits: Limits) -> str:
    """The address to connect to, checked to lie on the open network."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableError(f"no such host: {host}") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not limits.allow_private:
        for address in addresses:
            if not is_public(address):
                raise UnreadableError("leads into a private network, which is not fetched")
    return addresses[0]


@cache
def is_public(address: str) -> bool:
    """Whether an IP address lies on the open network, its IPv4 form inside IPv6 included."""
    ip = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = _inner(ip)
        if inner is None:
            return ip in _GLOBAL_UNICAST and ip.is_global
        ip = inner
    return ip.is_global and not ip.is_multicast


def _inner(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that a translator or a tunnel would connect to for this one."""
    if ip in _TRANSLATED:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour


def _received(response: BaseHTTPResponse, url: str, limits: Limits, deadline: float) -> Fetched:
    if response.status != 200:
        reason = _REASONS.get(response.status, "")
        raise UnreadableError(f"HTTP {response.status} {reason}".rstrip())
    kind = response.headers.get("Content-Type", "").casefold()
    media = kind.split(";")[0].strip()
    if media and not media.startswith(_TEXTUAL):
        raise UnreadableError(f"not a page but {media}")
    charset = kind.partition("charset=")[2].strip(" \"';") or None
    return Fetched(_body(response, limits, deadline), url, media, charset)


def _body(response: BaseHTTPResponse, limits: Limits, deadline: float) -> bytes:
    """Stream the body in, giving up at the size or at the time allowed."""
    from urllib3.exceptions import HTTPError

    found = bytearray()
    try:
        while True:
            if time.monotonic() > deadline:
                raise UnreadableError(f"took longer than {limits.total_seconds:g} seconds")
            _wait_at_most(response, deadline)
            part = response.read1(_CHUNK)
            if not part:
                return bytes(found)
            found += part
            if len(found) > limits.page_bytes:
                raise UnreadableError(f"a page of over {size(limits.page_bytes)}")
    except HTTPError as error:
        raise UnreadableError(_network_reason(error)) from error


def _wait_at_most(response: BaseHTTPResponse, deadline: float) -> None:
    """Let the next read end by the deadline, also where the sender falls silent."""
    connection = getattr(response, "connection", None)
    sock = getattr(connection, "sock", None)
    if sock is not None:
        sock.settimeout(max(0.1, deadline - time.monotonic()))


def _network_reason(error: Exception) -> str:
    from urllib3 import exceptions

    if isinstance(error, exceptions.NewConnectionError):
        return "connection refused"
    if isinstance(error, exceptions.TimeoutError):
        return "no answer in time"
    if isinstance(error, exceptions.SSLError):
        return "its certificate cannot be trusted"
    if isinstance(error, exceptions.DecodeError):
        return "its compressed content is broken"
    return "the connection broke off"
