"""Where a web address leads: its parts, and the checked address that is connected to.

A page on the open web must not send this program into the reader's own network. So a host's name is
looked up once, every address that it has is checked, and one of those is connected to: a name that
changes its mind in between changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from functools import cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from communique.pages.limits import FetchError, Limits

# The part of IPv6 that is given out to the open network, and where NAT64 keeps IPv4 (RFC 6052).
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
_PLAIN = "/%:@!$&'()*+,;=~-._"
_LONGEST = 4000
_PORTS = {"http": 80, "https": 443}


class Place(NamedTuple):
    """The parts of a web address that a request needs; ``path`` comes with its query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def named(self) -> str:
        """Return the host as the Host header names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def place_of(url: str) -> Place:
    """Return the parts of an http(s) address. Raises FetchError where it is none."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError("not a usable web address") from error
    if parts.scheme not in _PORTS:
        raise FetchError(f"redirected to {parts.scheme or 'nowhere'}, which is not read")
    if not parts.hostname or len(url) > _LONGEST:
        raise FetchError("not a usable web address")
    try:
        host = parts.hostname.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise FetchError("not a usable web address") from error
    path = quote(parts.path or "/", safe=_PLAIN)
    query = quote(parts.query, safe=_PLAIN + "?")
    whole = f"{path}?{query}" if query else path
    return Place(parts.scheme, host, port or _PORTS[parts.scheme], whole)


def checked_address(place: Place, limits: Limits) -> str:
    """Return the IP address to connect to.

    Raises FetchError where there is none, or where one of the host's addresses lies in a private
    network and ``limits`` do not allow that host.
    """
    try:
        found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"no such host: {place.host}", passing=True) from error
    addresses = [str(entry[4][0]) for entry in found]
    if not (limits.allow_private or place.host.casefold() in limits.allow_hosts):
        for address in addresses:
            if not is_public(address):
                raise FetchError("leads into a private network, which is not fetched")
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
