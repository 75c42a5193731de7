"""Web archives of our own making, whole and damaged."""

from __future__ import annotations

import gzip

TITLES = ("Peru, Chile sign border accord", "Kenya receives envoy of Norway", "Talks open in Oslo")


def html(title: str, place: str = "Lima") -> bytes:
    """Return a page that reads as an article."""
    return (
        f"<html lang='en'><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<p>The foreign ministers of the two countries met in {place} on Tuesday and spoke about "
        "trade, border posts and the training of customs officers.</p><p>They agreed to meet again "
        "in the course of the year, the ministry said in a statement.</p></article></body></html>"
    ).encode()


def answer(body: bytes, *headers: str, kind: str = "text/html", status: str = "200 OK") -> bytes:
    """Return what a server said, as archives keep it."""
    lines = (f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(
    url: str, said: bytes, *headers: str, kind: str = "response", length: int | None = None
) -> bytes:
    """Return one WARC record; ``length`` is what it claims, where it lies."""
    stated = "application/http; msgtype=response" if kind == "response" else "text/html"
    lines = (
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2024-03-05T08:00:00Z",
        "WARC-Record-ID: <urn:uuid:2f3a5b0e-0000-4000-8000-000000000000>",
        f"Content-Type: {stated}",
        *headers,
        f"Content-Length: {len(said) if length is None else length}",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + said + b"\r\n\r\n"


def pages(*titles: str) -> list[bytes]:
    """Return a record for each title, at its own address."""
    return [
        record(f"https://news.example/{number}", answer(html(title)))
        for number, title in enumerate(titles)
    ]


def packed(records: list[bytes]) -> bytes:
    """Return records each packed by itself, as crawlers do."""
    return b"".join(map(gzip.compress, records))
