"""Outlets on this machine that misbehave: slow, broken, changing, vanishing, and meaning harm.

Each is a host of its own (a port) with a list of pages that grows, and a trouble of its own that
comes and goes. What was published, and what was asked for, is known.
"""

from __future__ import annotations

import gzip
import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

STATES = (
    "Peru", "Chile", "Kenya", "Norway", "Nepal", "Mongolia", "Finland", "Estonia", "Ghana", "Togo",
    "Jordan", "Oman", "Fiji", "Samoa", "Cuba", "Malta", "Qatar", "Laos", "Benin", "Latvia",
)  # fmt: skip
PLACES = ("Lima", "Nairobi", "Oslo", "Kathmandu", "Helsinki", "Accra", "Amman", "Suva", "Riga")
TOPICS = ("trade", "border posts", "fisheries", "air links", "customs", "energy", "visas")
SICK, WELL = 20.0, 40.0  # seconds that a trouble lasts, and between two
LATE = 15.0
ROBOTS = b"User-agent: *\nDisallow: /closed/\nCrawl-delay: 0.2\n"


def article(number: int, version: int) -> bytes:
    """Return a page of a meeting; every number is another one, every version a correction."""
    chance = random.Random(number)
    one, other = chance.sample(STATES, 2)
    day = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    topics = " and ".join(chance.sample(TOPICS, 2))
    place = chance.choice(PLACES)
    return (
        f"<html lang='en'><head><title>{one} and {other} discuss {topics} ({number})</title>"
        f"<meta property='article:published_time' content='{day}T08:00:00Z'></head><body><article>"
        f"<h1>{one} and {other} discuss {topics} ({number})</h1><p>The foreign ministers of {one} "
        f"and {other} met in {place} on {day} and spoke about {topics}, the ministry said.</p>"
        f"<p>They agreed to hold another round of talks before the end of the year. This is "
        f"version {version} of statement {number}.</p></article></body></html>"
    ).encode()


class Outlet:
    """One host: its pages by number with their versions, and what was asked of it."""

    def __init__(self, kind: str, trouble: str, first: int) -> None:
        """``kind`` is that of its list, ``trouble`` a method of _Trouble, ``first`` its number."""
        self.kind, self.trouble, self.first = kind, trouble, first
        self.versions: dict[int, int] = {}
        self.asked: Counter[str] = Counter()
        self.fetched: Counter[tuple[int, int]] = Counter()
        self.begun = time.monotonic()
        self.quiet = False
        self.lock = threading.Lock()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def sick(self) -> bool:
        """Whether it has its trouble now."""
        since = time.monotonic() - self.begun
        return not self.quiet and since % (SICK + WELL) > WELL

    def publish(self) -> None:
        """Put out a page, and now and then correct an older one."""
        with self.lock:
            number = self.first + len(self.versions)
            self.versions[number] = 1
            if len(self.versions) % 5 == 0:
                self.versions[random.choice(list(self.versions))] += 1

    def list(self) -> tuple[bytes, str]:
        """Return its list and the type of that."""
        with self.lock:
            pages = [(n, f"{self.base}/news/{n}", v) for n, v in self.versions.items()][-300:]
        if self.kind == "listing":
            links = "".join(f"<a href='/news/{n}'>{n}</a>" for n, _, _ in pages)
            return (
                f"<html><body><a href='/closed/1'>x</a>{links}</body></html>".encode(),
                "text/html",
            )
        stamped = [(url, f"2024-03-05T08:00:{version:02}Z") for _, url, version in pages]
        if self.kind == "sitemap":
            urls = "".join(
                f"<url><loc>{url}</loc><lastmod>{at}</lastmod></url>" for url, at in stamped
            )
            return f"<urlset>{urls}</urlset>".encode(), "application/xml"
        items = "".join(
            f"<entry><link href='{url}'/><updated>{at}</updated></entry>" for url, at in stamped
        )
        space = "xmlns='http://www.w3.org/2005/Atom'"
        forbidden = f"<entry><link href='{self.base}/closed/1'/></entry>"
        return f"<feed {space}>{items}{forbidden}</feed>".encode(), "application/atom+xml"


def _handler(outlet: Outlet) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            outlet.asked["requests"] += 1
            self.close_connection = True
            with suppress(OSError):
                if self.path == "/robots.txt":
                    self.answer(ROBOTS, "text/plain")
                elif outlet.sick:
                    outlet.asked["while sick"] += 1
                    TROUBLES[outlet.trouble](self)
                else:
                    self.well()

        def well(self) -> None:
            if self.path == "/list":
                self.answer(*outlet.list(), tagged=True)
                return
            if self.path.startswith("/closed/"):
                outlet.asked["forbidden"] += 1
            number = int(self.path.rpartition("/")[2])
            version = outlet.versions.get(number)
            if version is None:
                self.answer(b"not here", status=404)
                return
            outlet.fetched[number, version] += 1
            self.answer(article(number, version), tagged=True)

        def answer(
            self,
            body: bytes,
            kind: str = "text/html",
            status: int = 200,
            *,
            tagged: bool = False,
            **headers: str,
        ) -> None:
            etag = f'"{sha256(body).hexdigest()[:16]}"'
            if tagged and self.headers["If-None-Match"] == etag:
                status, body = 304, b""
            outlet.asked[str(status)] += 1
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            if tagged:
                self.send_header("ETag", etag)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Handler


def _slow(one: BaseHTTPRequestHandler) -> None:
    time.sleep(LATE)
    one.well()


def _dripping(one: BaseHTTPRequestHandler) -> None:
    one.send_response(200)
    one.end_headers()
    for _ in range(600):
        one.wfile.write(b"<p>")
        time.sleep(0.1)


def _endless(one: BaseHTTPRequestHandler) -> None:
    one.send_response(200)
    one.send_header("Content-Type", "text/html")
    one.end_headers()
    while True:
        one.wfile.write(b"<p>and so on</p>" * 5000)


def _cut(one: BaseHTTPRequestHandler) -> None:
    one.send_response(200)
    one.send_header("Content-Length", "100000")
    one.end_headers()
    one.wfile.write(b"<html>")


def _bomb(one: BaseHTTPRequestHandler) -> None:
    one.answer(_BOMB, Content_Encoding="gzip")


def _entities(one: BaseHTTPRequestHandler) -> None:
    declared = "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in pairwise("abcdefg"))
    one.answer(f"<!DOCTYPE f [<!ENTITY a 'ha'>{declared}]><f>&g;</f>".encode(), "text/xml")


_BOMB = gzip.compress(bytes(200_000_000))
TROUBLES: dict[str, Callable[..., None]] = {
    "slow": _slow,
    "dripping": _dripping,
    "endless": _endless,
    "cut": _cut,
    "bomb": _bomb,
    "entities": _entities,
    "busy": lambda one: one.answer(b"busy", status=503, Retry_After="3"),
    "limited": lambda one: one.answer(b"slow down", status=429, Retry_After="5"),
    "broken": lambda one: one.answer(b"oops", status=500),
    "gone": lambda one: one.answer(b"gone", status=404 if one.path == "/list" else 503),
    "astray": lambda one: one.answer(b"", status=302, Location="http://10.0.0.1/"),
    "nonsense": lambda one: one.answer(bytes(range(256)) * 40, "text/xml"),
    "nested": lambda one: one.answer(b"<html>" + b"<div>" * 400_000),
}
