"""Pages from the web, over a server of our own that behaves badly on demand."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from communique.model import Document
from communique.pages import Limits, Refusal, network, read_documents
from communique.pages.network import is_public

PARAGRAPH = (
    "The foreign ministers of Mongolia and Nepal met in Kathmandu on Tuesday and agreed to open "
    "embassies in each other's capitals before the end of the year."
)
PAGE = (
    "<html lang='en'><head><title>Mongolia, Nepal to open embassies</title>"
    "<meta property='article:published_time' content='2024-03-05T08:00:00Z'></head><body><article>"
    f"<h1>Mongolia, Nepal to open embassies</h1><p>{PARAGRAPH}</p><p>They also spoke about "
    "air links between the two countries and about the training of peacekeepers.</p>"
    "</article></body></html>"
).encode()


class Site(BaseHTTPRequestHandler):
    """Answers every path with the misbehaviour that it names."""

    def do_GET(self) -> None:
        getattr(self, self.path.strip("/").split("?")[0].replace("-", "_"))()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def answer(self, body: bytes, kind: str = "text/html", status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.end_headers()

    def page(self) -> None:
        self.answer(PAGE)

    def moved(self) -> None:
        self.redirect("/page")

    def circle(self) -> None:
        self.redirect("/circle")

    def to_file(self) -> None:
        self.redirect("file:///etc/hostname")

    def picture(self) -> None:
        self.answer(b"\x89PNG", "image/png")

    def disguised(self) -> None:
        self.answer(bytes(range(256)) * 20)

    def nothing(self) -> None:
        self.answer(b"")

    def gone(self) -> None:
        self.answer(b"gone", status=404)

    def broken(self) -> None:
        self.answer(b"oops", status=500)

    def who(self) -> None:
        agent = self.headers["User-Agent"]
        self.answer(
            f"{PARAGRAPH}\n\nThe visitor called himself {agent} today.".encode(), "text/plain"
        )

    def endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"<p>and so on</p>" * 1000)
        except OSError:
            pass

    def trickle(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"<p>")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def silent(self) -> None:
        time.sleep(3)

    def cut_short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(PAGE)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


LIMITS = Limits(
    page_bytes=1_000_000, connect_seconds=0.6, total_seconds=0.8, redirects=3, allow_private=True
)


def read(url: str, limits: Limits = LIMITS) -> Document | Refusal:
    (result,) = read_documents([url], limits=limits)
    return result


def test_page_is_read_with_its_address_and_date(site: str) -> None:
    document = read(f"{site}/page")
    assert isinstance(document, Document)
    assert document.url == f"{site}/page"
    assert document.path is None
    assert document.title == "Mongolia, Nepal to open embassies"
    assert document.published == "2024-03-05"
    assert PARAGRAPH in document.text


def test_redirect_is_followed_to_the_final_address(site: str) -> None:
    document = read(f"{site}/moved")
    assert isinstance(document, Document)
    assert document.url == f"{site}/page"


def test_visitor_names_itself(site: str) -> None:
    document = read(f"{site}/who")
    assert isinstance(document, Document)
    assert "communique/" in document.text


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("gone", "HTTP 404 not found"),
        ("broken", "HTTP 500"),
        ("circle", "more than 3 redirects"),
        ("to-file", "redirected to file, which is not read"),
        ("picture", "not a page but image/png"),
        ("disguised", "binary file, not text"),
        ("nothing", "empty"),
        ("endless", "a page of over 1 MB"),
        ("trickle", "took longer than 0.8 seconds"),
        ("silent", "no answer in time"),
        ("cut-short", "the connection broke off"),
    ],
)
def test_refused_address_names_its_reason(site: str, path: str, reason: str) -> None:
    result = read(f"{site}/{path}")
    assert result == Refusal(f"{site}/{path}", reason)


def test_nobody_listens() -> None:
    result = read("http://127.0.0.1:9/page")
    assert isinstance(result, Refusal)
    assert result.reason == "connection refused"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/",
    ],
)
def test_private_network_is_not_entered(url: str) -> None:
    result = read(url, Limits(connect_seconds=0.2, total_seconds=0.5))
    assert isinstance(result, Refusal)
    assert "private network" in result.reason


@pytest.mark.parametrize(
    "url", ["http://", "https://:80/", "http://exa mple.org/", "http://x:99999/"]
)
def test_unusable_address(url: str) -> None:
    assert isinstance(read(url), Refusal)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700:4700::1111", True),
        ("127.0.0.1", False),
        ("192.168.1.1", False),
        ("172.16.0.1", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::808:808", True),
        ("64:ff9b::a9fe:a9fe", False),
        ("::10.0.0.1", False),
        ("fec0::1", False),
        ("224.0.0.1", False),
    ],
)
def test_addresses_of_the_open_network(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Names of our own making, each with the addresses that it gives at every asking, in turn."""
    given: dict[str, list[str]] = {}
    real = socket.getaddrinfo

    def looked_up(host: str, port: int, *rest: Any, **more: Any) -> Any:
        if host in given:
            address = given[host].pop(0) if len(given[host]) > 1 else given[host][0]
            return [
                (socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port))
                for each in address.split()
            ]
        return real(host, port, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    return given


def test_name_is_refused_where_any_of_its_addresses_is_private(names: dict[str, list[str]]) -> None:
    names["news.example"] = ["203.0.114.9 10.0.0.1"]
    result = read("http://news.example/page", Limits(connect_seconds=0.2, total_seconds=0.5))
    assert isinstance(result, Refusal)
    assert "private network" in result.reason


def test_redirect_into_the_private_network_is_refused(
    site: str, names: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site stands for one on the open web; where it sends us stands in our own network."""
    names["news.example"] = ["127.0.0.1"]
    monkeypatch.setattr(network, "is_public", lambda address: address == "127.0.0.1")
    port = site.rpartition(":")[2]
    monkeypatch.setattr(
        Site, "inside", lambda self: self.redirect("http://10.0.0.1/"), raising=False
    )
    limits = Limits(connect_seconds=0.6, total_seconds=0.8)
    assert isinstance(read(f"http://news.example:{port}/page", limits), Document)
    result = read(f"http://news.example:{port}/inside", limits)
    assert isinstance(result, Refusal)
    assert "private network" in result.reason


def test_name_that_changes_its_mind_is_connected_to_where_it_was_checked(
    names: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    names["news.example"] = ["203.0.114.9", "127.0.0.1"]
    monkeypatch.setattr(network, "is_public", lambda address: address == "203.0.114.9")
    connected: list[str] = []

    def connect(address: tuple[str, int], *rest: Any, **more: Any) -> Any:
        connected.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr("urllib3.util.connection.create_connection", connect)
    read("http://news.example/page", Limits(connect_seconds=0.2, total_seconds=0.5))
    assert connected == ["203.0.114.9"]
