"""What is sent in: forms that carry their word, and what another site makes a browser send."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from communique.record import Record, UserRole
from communique.web.app import create_app
from communique.web.guard.passwords import digest, new_token
from communique.web.settings import Settings
from web.guard.visitors import HERE, word_of


def test_own_form_is_taken(inner: Callable[..., TestClient]) -> None:
    client = inner(owner="ada")
    answer = client.post("/do", data={"csrf": word_of(client), "what": "this"})
    assert answer.status_code == 200
    assert answer.json()["form"]["what"] == "this"
    assert answer.json()["by"] == "ada"


def test_own_script_sends_the_word_in_a_header(inner: Callable[..., TestClient]) -> None:
    client = inner()
    answer = client.post("/do", data={"what": "this"}, headers={"X-Csrf": word_of(client)})
    assert answer.json()["form"] == {"what": "this"}


def test_own_form_with_files_is_taken(inner: Callable[..., TestClient]) -> None:
    client = inner()
    answer = client.post(
        "/add", data={"csrf": word_of(client)}, files={"page": ("a.txt", b"x" * 900_000)}
    )
    assert answer.json()["files"] == [900_000]


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"data": {"what": "this"}},
        {"data": {"csrf": "0" * 64}},
        {"data": {"csrf": ""}},
        {"headers": {"X-Csrf": "0" * 64}},
        {"headers": {"X-Csrf": "\u00e9"}},
        {"files": {"csrf": ("a.txt", b"x")}},
        {"content": b'{"csrf": "x"}', "headers": {"Content-Type": "application/json"}},
        {"content": b"csrf=x", "headers": {"Content-Type": "text/plain"}},
        {"content": b"\xff\xfe", "headers": {"Content-Type": "multipart/form-data; boundary=x"}},
        {"content": b"x", "headers": {"Content-Type": "multipart/form-data"}},
    ],
    ids=str,
)
def test_form_without_its_word_is_refused(
    inner: Callable[..., TestClient], sent: dict[str, Any]
) -> None:
    client = inner()
    client.get("/do")
    if "headers" in sent:
        sent = {**sent, "headers": {k: v.encode("latin-1") for k, v in sent["headers"].items()}}
    assert client.post("/do", **sent).status_code in (400, 403)


def test_word_of_another_visit_is_refused(inner: Callable[..., TestClient]) -> None:
    client, other = inner(), inner()
    client.get("/do")
    assert client.post("/do", data={"csrf": word_of(other)}).status_code == 403


def test_visit_without_a_cookie_is_refused(inner: Callable[..., TestClient]) -> None:
    client = inner()
    word = word_of(client)
    client.cookies.clear()
    assert client.post("/do", data={"csrf": word}).status_code == 403


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": HERE}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:9999"}, 403),
    ],
    ids=str,
)
def test_what_another_site_makes_a_browser_send_is_refused(
    inner: Callable[..., TestClient], told: dict[str, str], status: int
) -> None:
    client = inner()
    answer = client.post("/do", data={"csrf": word_of(client)}, headers=told)
    assert answer.status_code == status


def test_every_route_that_changes_something_wants_the_word(alone: TestClient) -> None:
    """Also those that are added to the application later."""
    alone.get("/")
    paths = changing(alone.app)
    assert {"/login", "/logout"} <= set(paths)
    for path in paths:
        assert alone.post(path).status_code in (401, 403), path


def changing(app: Any) -> list[str]:
    """Return the paths of all routes that change something, also those of mounted applications."""
    found = []
    for route in app.routes:
        inner = getattr(route, "routes", None)
        if inner:
            found += [route.path + path for path in changing(route)]
        elif set(getattr(route, "methods", None) or ()) - {"GET", "HEAD", "OPTIONS"}:
            found.append(re.sub(r"\{[^}]*\}", "x", route.path))
    return found


def test_reader_changes_nothing_at_any_route(team_record: Path) -> None:
    """Also at those that are added to the application later."""
    token = new_token()
    with Record.open(team_record) as record:
        record.users.add_token("rene", "", UserRole.READER, digest(token))
    app = create_app(Settings(str(team_record), login=True))
    headers = {"Authorization": f"Bearer {token}"}
    with TestClient(app, base_url=HERE, headers=headers, follow_redirects=False) as client:
        paths = [path for path in changing(app) if path not in ("/login", "/logout")]
        assert len(paths) > 10
        for path in paths:
            assert client.post(path, data={"csrf": "x"}).status_code == 403, path
