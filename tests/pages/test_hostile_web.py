"""Servers that would keep us waiting, fill the memory, or lead us astray: bounded, and named."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress

import brotli
import pytest

from communique.model import Document
from communique.pages import Limits, Refusal, read_address
from communique.pages.fetching import Manner, fetch
from communique.pages.limits import FetchError

HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
PAGE = (
    b"<html lang='en'><head><title>Ministers meet in Lima</title></head><body><article>"
    b"<h1>Ministers meet in Lima</h1><p>The foreign ministers of Peru and Chile met in Lima on "
    b"Tuesday and spoke about trade between the two countries.</p><p>They agreed to meet again "
    b"in the course of the year, the ministry said in a statement.</p></article></body></html>"
)
LIMITS = Limits(
    page_bytes=1_000_000, connect_seconds=0.5, total_seconds=0.7, redirects=3, allow_private=True
)


@pytest.fixture
def heard() -> list[bytes]:
    """What the server was asked, request by request."""
    return []


@pytest.fixture
def answering(heard: list[bytes]) -> Iterator[Callable[[Callable[[socket.socket], None]], str]]:
    """Give the address of a server that answers each request as a function of ours does."""
    opened: list[socket.socket] = []

    def serve(listening: socket.socket, answer: Callable[[socket.socket], None]) -> None:
        with suppress(OSError):
            while True:
                connection, _ = listening.accept()
                opened.append(connection)
                threading.Thread(target=hear, args=(connection, answer), daemon=True).start()

    def hear(connection: socket.socket, answer: Callable[[socket.socket], None]) -> None:
        with suppress(OSError), connection:
            heard.append(connection.recv(65536))
            answer(connection)

    def begin(answer: Callable[[socket.socket], None]) -> str:
        listening = socket.create_server(("127.0.0.1", 0))
        opened.append(listening)
        threading.Thread(target=serve, args=(listening, answer), daemon=True).start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}/page"

    yield begin
    for each in opened:
        each.close()


Serving = Callable[[Callable[[socket.socket], None]], str]


def packed(body: bytes, encoding: str) -> Callable[[socket.socket], None]:
    head = f"{HEAD}Content-Encoding: {encoding}\r\nContent-Length: {len(body)}\r\n\r\n"
    return lambda connection: connection.sendall(head.encode() + body)


def refused(url: str, limits: Limits = LIMITS) -> str:
    result = read_address(url, limits)
    assert isinstance(result, Refusal), result
    return result.reason


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress)],
)
def test_packed_page_is_unpacked(
    answering: Serving, encoding: str, pack: Callable[[bytes], bytes]
) -> None:
    page = read_address(answering(packed(pack(PAGE), encoding)), LIMITS)
    assert isinstance(page, Document)
    assert page.title == "Ministers meet in Lima"


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("gzip, gzip", lambda body: gzip.compress(gzip.compress(body))),
        ("deflate", zlib.compress),
        ("br", lambda body: brotli.compress(body, quality=3)),
    ],
)
def test_bomb_is_not_unpacked_beyond_the_bound(
    answering: Serving, encoding: str, pack: Callable[[bytes], bytes]
) -> None:
    bomb = pack(bytes(100_000_000))
    assert len(bomb) < 200_000
    url = answering(packed(bomb, encoding))
    refused(url)  # what is imported for the first time is not counted
    tracemalloc.start()
    assert refused(url) == "a page of over 1 MB"
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8_000_000


def test_bomb_packed_over_and_over_is_not_unpacked_at_all(answering: Serving) -> None:
    body = PAGE
    for _ in range(20):
        body = gzip.compress(body)
    encoding = ", ".join(["gzip"] * 20)
    assert refused(answering(packed(body, encoding))) == "its compressed content is broken"


def dripping(*parts: bytes) -> Callable[[socket.socket], None]:
    """Send parts one by one, each in time for the wait between two bytes."""

    def answer(connection: socket.socket) -> None:
        for part in parts:
            connection.sendall(part)
            time.sleep(0.1)

    return answer


@pytest.mark.parametrize(
    "parts",
    [
        [b"HTTP/1.1 200 OK\r\n", *(b"X-%d: y\r\n" % n for n in range(50))],
        [bytes([c]) for c in b"HTTP/1.1 200 OK and so on and on and on and on\r\n"],
        [f"{HEAD}\r\n".encode(), *[b"<p>and</p>"] * 50],
        [f"{HEAD}Content-Length: 9999\r\n\r\n".encode(), *[b"<p>and</p>"] * 50],
        [f"{HEAD}Transfer-Encoding: chunked\r\n\r\n".encode(), *[b"1\r\n<\r\n"] * 50],
    ],
    ids=["headers", "status line", "endless body", "body", "chunks"],
)
def test_dripping_answer_ends_at_the_deadline(answering: Serving, parts: list[bytes]) -> None:
    began = time.monotonic()
    assert refused(answering(dripping(*parts))) == "took longer than 0.7 seconds"
    assert time.monotonic() - began < 1.5


def test_dripping_handshake_ends_at_the_deadline(answering: Serving) -> None:
    url = answering(dripping(b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc", *[b"\x00"] * 50))
    began = time.monotonic()
    reason = refused(url.replace("http:", "https:"))
    assert reason in ("took longer than 0.7 seconds", "no answer in time")
    assert time.monotonic() - began < 1.5


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 500_000 + b"\r\n\r\n",
        b"no HTTP at all",
        b"",
    ],
    ids=["many headers", "a long header", "another protocol", "nothing"],
)
def test_answer_that_is_none(answering: Serving, answer: bytes) -> None:
    assert refused(answering(lambda c: c.sendall(answer))) == "the connection broke off"


def test_private_host_is_fetched_from_where_it_is_allowed_by_name(answering: Serving) -> None:
    url = answering(lambda c: c.sendall(HEAD.encode() + b"Connection: close\r\n\r\n" + PAGE))
    allowed = Limits(allow_hosts=frozenset({"127.0.0.1"}))
    assert isinstance(read_address(url, allowed), Document)
    assert "private network" in refused(url, Limits(allow_hosts=frozenset({"news.example"})))
    moved = b"HTTP/1.1 302 Found\r\nLocation: http://localhost/\r\nContent-Length: 0\r\n\r\n"
    assert "private network" in refused(answering(lambda c: c.sendall(moved)), allowed)


def test_redirect_to_no_address_is_named(answering: Serving) -> None:
    moved = b"HTTP/1.1 302 Found\r\nLocation: http://[::1/\r\nContent-Length: 0\r\n\r\n"
    assert refused(answering(lambda c: c.sendall(moved))) == "redirected to no usable web address"


def failing(url: str, manner: Manner | None = None) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url, LIMITS, manner or Manner())
    return caught.value


@pytest.mark.parametrize(
    ("answer", "passing", "retry_after"),
    [
        (b"HTTP/1.1 503 Busy\r\nRetry-After: 120\r\n\r\n", True, 120.0),
        (b"HTTP/1.1 429 No\r\nRetry-After: Tue, 05 Mar 2024 08:00:00 GMT\r\n\r\n", True, 0.0),
        (b"HTTP/1.1 429 No\r\nRetry-After: soon\r\n\r\n", True, None),
        (b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", False, None),
    ],
)
def test_failure_says_whether_it_may_pass(
    answering: Serving, answer: bytes, passing: bool, retry_after: float | None
) -> None:
    failed = failing(answering(lambda c: c.sendall(answer)))
    assert (failed.passing, failed.retry_after) == (passing, retry_after)


def test_what_is_known_is_not_sent_again(answering: Serving, heard: list[bytes]) -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(b'HTTP/1.1 304 Not Modified\r\nETag: "7"\r\n\r\n')

    url = answering(answer)
    got = fetch(url, LIMITS, Manner(etag='"7"', last_modified="Tue, 05 Mar 2024 08:00:00 GMT"))
    assert got.unchanged
    assert got.etag == '"7"'
    assert b'If-None-Match: "7"\r\n' in heard[0]
    assert b"If-Modified-Since: Tue, 05 Mar 2024 08:00:00 GMT\r\n" in heard[0]
    assert failing(url).status == 304  # nobody asked whether it had changed


def test_every_hop_is_asked_about_before_it_is_taken(answering: Serving) -> None:
    moved = b"HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n"
    url = answering(lambda c: c.sendall(moved))
    asked: list[str] = []

    def before(address: str) -> None:
        asked.append(address)
        if address.endswith("/there"):
            raise FetchError("not there")

    assert str(failing(url, Manner(before=before))) == "not there"
    assert asked == [url, url.replace("/page", "/there")]
