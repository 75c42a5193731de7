"""By which names the server answers, with which headers, and how much it takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from communique.web.app import create_app
from communique.web.guard import is_loopback
from communique.web.guard.bodies import USUAL_BYTES
from communique.web.guard.hosts import host_of
from communique.web.settings import Settings
from web.guard.visitors import HERE, word_of


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200),
        ("localhost", 200),
        ("LOCALHOST:80", 200),
        ("[::1]:8765", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example:8765", 421),
        ("192.0.2.7", 421),
        ("", 421),
        ("[", 421),
    ],
)
def test_server_answers_to_its_own_names(alone: TestClient, host: str, status: int) -> None:
    assert alone.get("/", headers={"Host": host}).status_code == status


def test_server_for_others_answers_to_numbers_and_given_names(
    inner: Callable[..., TestClient],
) -> None:
    client = inner(host="0.0.0.0", names=("Record.example.org",))
    for host, status in (
        ("192.0.2.7:8765", 303),
        ("[2001:db8::7]", 303),
        ("record.example.org", 303),
        ("other.example.org", 421),
    ):
        assert client.get("/do", headers={"Host": host}).status_code == status, host


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("[::1]", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.7", False),
        ("record.example.org", False),
        ("localhost.example.org", False),
    ],
)
def test_whoever_may_be_reached_by_others_demands_a_login(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback
    assert Settings("r.db", host=host).door().login is not loopback
    assert Settings("r.db", host=host, login=True).door().login
    assert Settings("r.db", host=host, names=("a.example",)).door().login


def test_host_header_is_read_as_browsers_write_it() -> None:
    assert [host_of(each) for each in ("A.example:80", "[::1]:80", "a.example.", " x ")] == [
        "a.example",
        "::1",
        "a.example",
        "x",
    ]


@pytest.mark.parametrize("path", ["/", "/nothing-here", "/static/communique.css", "/login"])
def test_every_answer_tells_the_browser_to_be_careful(alone: TestClient, path: str) -> None:
    headers = alone.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert not re.search("unsafe|https?:|\\*", headers["content-security-policy"])
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"


def test_also_an_answer_to_a_fault_of_our_own_is_careful(team_record: Path) -> None:
    app = create_app(Settings(str(team_record)))

    def fails(_: Request) -> Response:
        raise ZeroDivisionError

    app.router.routes.insert(0, Route("/fails", fails))
    with TestClient(app, base_url=HERE, raise_server_exceptions=False) as client:
        answer = client.get("/fails")
    assert answer.status_code == 500
    assert "ZeroDivision" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_pages_are_kept_by_no_cache(alone: TestClient) -> None:
    assert alone.get("/").headers["cache-control"] == "no-store"
    assert "no-store" not in alone.get("/static/communique.css").headers.get("cache-control", "")


def test_tls_is_asked_for_again(team: TestClient, alone: TestClient) -> None:
    assert "max-age" in team.get("/login").headers["strict-transport-security"]
    assert "strict-transport-security" not in alone.get("/").headers


def test_too_much_is_not_taken(inner: Callable[..., TestClient]) -> None:
    client = inner()
    word = word_of(client)

    def unsaid() -> Iterator[bytes]:
        yield f"csrf={word}&x=".encode()
        for _ in range(100):
            yield b"x" * 10_000

    said = client.post("/do", data={"csrf": word, "x": "x" * USUAL_BYTES})
    assert said.status_code == 413
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/do", content=unsaid(), headers=kind).status_code == 413
    with_word = {**kind, "X-Csrf": word}
    assert client.post("/do", content=unsaid(), headers=with_word).status_code == 413
    assert client.post("/do", headers={"Content-Length": "-1"}).status_code == 413
    assert client.post("/add", data={"csrf": word, "x": "x" * USUAL_BYTES}).status_code == 200
