"""An outlet on this machine, whose every answer a test decides."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PAIRS = (
    ("Peru", "Chile", "Lima"), ("Kenya", "Norway", "Nairobi"), ("Nepal", "Mongolia", "Kathmandu"),
    ("Finland", "Estonia", "Helsinki"), ("Ghana", "Togo", "Accra"), ("Jordan", "Oman", "Amman"),
)  # fmt: skip


def page(number: int, version: int = 1) -> bytes:
    """Return an article of a meeting; every number is another one, every version a correction."""
    one, other, place = PAIRS[number % len(PAIRS)]
    day = f"2024-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    return (
        f"<html lang='en'><head><title>{one} and {other} hold talks, round {number}</title>"
        f"<meta property='article:published_time' content='{day}T08:00:00Z'></head><body><article>"
        f"<h1>{one} and {other} hold talks, round {number}</h1><p>The foreign ministers of {one} "
        f"and {other} met in {place} on {day} and spoke about trade between the two countries, "
        f"for the {number}th time.</p><p>They agreed to meet again in the course of the year, the "
        f"ministry said in statement {version}.</p></article></body></html>"
    ).encode()


@dataclass
class Answer:
    """What is sent: after ``delay`` seconds, with ETag and 304 where ``tagged``."""

    body: bytes = b""
    kind: str = "text/html"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    tagged: bool = True


Answering = Callable[[], Answer] | Answer


class Outlet:
    """A server whose ``answers`` by path may be changed at any time; ``asked`` notes requests."""

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        self.answers: dict[str, Answering] = {}
        self.asked: list[tuple[float, str, int]] = []
        self.heard: list[dict[str, str]] = []
        outlet = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                with suppress(OSError):
                    outlet.answer(self)
                self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer((host, port), Handler)
        self._server.daemon_threads = True
        self.base = f"http://{host}:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Send what there is at the path that was asked for."""
        at = time.monotonic()
        found = self.answers.get(handler.path, Answer(b"not here", status=404))
        answer = found() if callable(found) else found
        time.sleep(answer.delay)
        etag = f'"{sha256(answer.body).hexdigest()[:12]}"'
        status, body = answer.status, answer.body
        if status == 200 and answer.tagged and handler.headers["If-None-Match"] == etag:
            status, body = 304, b""
        self.asked.append((at, handler.path, status))
        self.heard.append(dict(handler.headers))
        handler.send_response(status)
        handler.send_header("Content-Type", answer.kind)
        handler.send_header("Content-Length", str(len(body)))
        if answer.tagged and answer.status == 200:
            handler.send_header("ETag", etag)
        for name, value in answer.headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    def times(self, path: str, *statuses: int) -> int:
        """Return how often a path was answered, with one of these statuses where some are given."""
        return sum(p == path and (not statuses or s in statuses) for _, p, s in self.asked)

    def publish(self, *numbers: int, version: int = 1) -> None:
        """Put pages at ``/news/NUMBER``."""
        for number in numbers:
            self.answers[f"/news/{number}"] = Answer(page(number, version))

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def rss(base: str, numbers: Any, updated: str = "Tue, 05 Mar 2024 08:00:00 GMT") -> Answer:
    """Return a feed of pages."""
    items = "".join(
        f"<item><title>{n}</title><link>{base}/news/{n}?utm_source=rss</link>"
        f"<pubDate>{updated}</pubDate></item>"
        for n in numbers
    )
    body = (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title>{items}</channel></rss>"
    )
    return Answer(body.encode(), "application/rss+xml")


def sitemap(base: str, numbers: Any, changed: str = "2024-03-05") -> Answer:
    """Return a sitemap of pages."""
    urls = "".join(
        f"<url><loc>{base}/news/{n}</loc><lastmod>{changed}</lastmod></url>" for n in numbers
    )
    space = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
    return Answer(f"<urlset {space}>{urls}</urlset>".encode(), "application/xml")


def index(addresses: dict[str, str | None]) -> Answer:
    """Return an index of sitemaps, each with the day of its last change where there is one."""
    maps = "".join(
        f"<sitemap><loc>{url}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>"
        for url, day in addresses.items()
    )
    space = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
    return Answer(f"<sitemapindex {space}>{maps}</sitemapindex>".encode(), "text/xml")


def listing(numbers: Any) -> Answer:
    """Return a page that lists pages, among other links."""
    links = "".join(f"<li><a href='/news/{n}#top'>{n}</a></li>" for n in numbers)
    body = f"<html><body><a href='/about'>About</a><ul>{links}</ul></body></html>"
    return Answer(body.encode())
