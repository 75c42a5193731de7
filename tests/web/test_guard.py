"""Who comes in, from where, with what: logins, sessions, forms, names, headers, sizes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from communique.record import Record, UserRole, user_tables
from communique.web.app import create_app
from communique.web.guard import guards, is_loopback
from communique.web.guard.bodies import USUAL_BYTES
from communique.web.guard.hosts import host_of
from communique.web.guard.login import local_target
from communique.web.guard.passwords import digest, fits, hashed, new_token
from communique.web.guard.tries import Tries
from communique.web.settings import Settings

HERE = "http://127.0.0.1:8765"
TEAM = "https://record.example.org"
PASSWORD = "seven tall cypresses"
HASH = hashed(PASSWORD)


@pytest.fixture
def team_record(tmp_path: Path) -> Path:
    path = tmp_path / "team.db"
    with Record.open(path) as record:
        record.users.add("eva", UserRole.EDITOR, HASH)
        record.users.add("rene", UserRole.READER, HASH)
        record.users.add("program", UserRole.EDITOR, None)
    return path


@pytest.fixture
def team(team_record: Path) -> Iterator[TestClient]:
    """A server for a team behind TLS, that demands a login."""
    app = create_app(Settings(str(team_record), names=("record.example.org",)))
    with TestClient(app, base_url=TEAM, follow_redirects=False) as client:
        yield client


@pytest.fixture
def alone(team_record: Path) -> Iterator[TestClient]:
    """A server for the one at this machine."""
    app = create_app(Settings(str(team_record), owner="ada"))
    with TestClient(app, base_url=HERE, follow_redirects=False) as client:
        yield client


async def _answer(request: Request) -> Response:
    form = await request.form() if request.method == "POST" else {}
    files = [len(await value.read()) for value in form.values() if not isinstance(value, str)]
    words = {key: value for key, value in form.items() if isinstance(value, str)}
    visitor = request.state.visitor
    return JSONResponse(
        {"by": visitor.name, "may_write": visitor.may_write, "form": words, "files": files}
    )


@pytest.fixture
def inner(team_record: Path) -> Iterator[Callable[..., TestClient]]:
    """Give a small application of our own behind all guards."""
    record = Record.open(team_record)

    def made(**settings: Any) -> TestClient:
        door = Settings(str(team_record), **settings).door()
        routes = [
            Route(path, _answer, methods=["GET", "POST"])
            for path in ("/do", "/add", "/api/do", "/login")
        ]
        app = Starlette(routes=routes, middleware=guards(record, door, {"/add": 2_000_000}))
        return TestClient(app, base_url=HERE, follow_redirects=False)

    yield made
    record.close()


def form_word(client: TestClient, page: str = "/") -> str:
    found = re.search(r'name="csrf" content="([0-9a-f]{64})"', client.get(page).text)
    assert found is not None, f"{page} carries no word for forms"
    return found[1]


def log_in(client: TestClient, name: str, password: str = PASSWORD, **more: str) -> Any:
    word = form_word(client, "/login")
    form = {"csrf": word, "name": name, "password": password, **more}
    return client.post("/login", data=form)


# Logging in


def test_one_at_this_machine_works_without_a_login(alone: TestClient) -> None:
    assert alone.get("/").status_code == 200


@pytest.mark.parametrize("path", ["/", "/engagements/x", "/?words=rice", "/nothing-here"])
def test_team_sees_the_login_first(team: TestClient, path: str) -> None:
    answer = team.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login")


def test_the_login_leads_back_to_where_one_was_going(team: TestClient) -> None:
    first = team.get("/?words=rice&kind=call")
    page = team.get(first.headers["location"])
    assert page.status_code == 200
    back = re.search(r'name="next" value="([^"]*)"', page.text)
    assert back is not None
    answer = log_in(team, "eva", next=back[1].replace("&amp;", "&"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/?words=rice&kind=call")
    assert team.get("/").status_code == 200


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("eva", "wrong password"),
        ("eva", ""),
        ("eva", f"{PASSWORD} "),
        ("EVA", PASSWORD),
        ("nobody", PASSWORD),
        ("program", ""),
        ("", ""),
        ("eva' OR '1'='1", PASSWORD),
    ],
)
def test_wrong_login_lets_nobody_in(team: TestClient, name: str, password: str) -> None:
    answer = log_in(team, name, password)
    assert answer.status_code == 401
    assert "do not belong together" in answer.text
    assert team.get("/").status_code == 303


def test_login_gives_a_secret_that_nobody_could_have_chosen(team: TestClient) -> None:
    team.get("/login")
    (before,) = [c.value for c in team.cookies.jar]
    log_in(team, "eva")
    (after,) = [c.value for c in team.cookies.jar]
    assert before != after
    team.cookies.clear()
    team.cookies.set("__Host-communique", str(before))
    assert team.get("/").status_code == 303


def test_cookie_is_out_of_reach_for_scripts_and_neighbours(
    team: TestClient, alone: TestClient
) -> None:
    given = team.get("/login").headers["set-cookie"]
    assert given.startswith("__Host-communique=")
    assert {"httponly", "secure", "path=/", "samesite=lax"} <= set(given.lower().split("; "))
    local = alone.get("/").headers["set-cookie"]
    assert {"httponly", "path=/", "samesite=lax"} <= set(local.lower().split("; "))


def test_record_holds_no_secret_of_a_session(team: TestClient, team_record: Path) -> None:
    log_in(team, "eva")
    (secret,) = [str(c.value) for c in team.cookies.jar]
    kept = b"".join(file.read_bytes() for file in team_record.parent.glob("team.db*"))
    assert digest(secret).encode() in kept
    assert secret.encode() not in kept
    assert PASSWORD.encode() not in kept


def test_logging_out_ends_the_session_itself(team: TestClient) -> None:
    log_in(team, "eva")
    (secret,) = [str(c.value) for c in team.cookies.jar]
    word = form_word(team)
    assert team.post("/logout", data={"csrf": word}).status_code == 303
    team.cookies.clear()
    team.cookies.set("__Host-communique", secret)
    assert team.get("/").status_code == 303


def test_removed_user_is_out_at_once(team: TestClient, team_record: Path) -> None:
    log_in(team, "eva")
    assert team.get("/").status_code == 200
    with Record.open(team_record) as record:
        record.users.remove("eva")
    assert team.get("/").status_code == 303


def test_old_hash_is_renewed_at_the_login(team: TestClient, team_record: Path) -> None:
    from argon2 import PasswordHasher, profiles

    weak = PasswordHasher.from_parameters(profiles.CHEAPEST).hash(PASSWORD)
    with Record.open(team_record) as record:
        record.users.change("eva", password=weak)
        assert log_in(team, "eva").status_code == 303
        eva = record.users.find("eva")
    assert eva is not None
    assert eva.password != weak
    assert fits(PASSWORD, eva.password)


def test_guessing_is_stopped_and_the_owner_elsewhere_is_not(team: TestClient) -> None:
    for _ in range(5):
        assert log_in(team, "eva", "a guess that is wrong").status_code == 401
    stopped = log_in(team, "eva")  # by now with the right password
    assert stopped.status_code == 429
    assert int(stopped.headers["retry-after"]) > 0
    assert log_in(team, "rene").status_code == 303


def test_tries_are_counted_by_name_and_by_address_and_forgotten(team_record: Path) -> None:
    now = [0.0]
    with Record.open(team_record) as record, Record.open(team_record) as other:
        tries, beside = (Tries(each.failed_logins, lambda: now[0]) for each in (record, other))
        for n in range(30):
            assert tries.seconds_to_wait(f"user{n}", "a") == 0
            tries.failed(f"user{n}", "a")
        assert tries.seconds_to_wait("user99", "a") > 0
        # Another server of the same record counts the same ones.
        assert beside.seconds_to_wait("user99", "a") > 0
        assert tries.seconds_to_wait("user99", "b") == 0
        now[0] = 601.0
        assert tries.seconds_to_wait("user99", "a") == 0
        for n in range(100):
            tries.failed("eva", f"address {n}")
        assert tries.seconds_to_wait("eva", "never seen") > 0


def test_made_up_names_do_not_fill_the_record(
    team_record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.record.failed_logins._MOST_KEPT", 30)
    with Record.open(team_record) as record:
        now = [0.0]
        tries = Tries(record.failed_logins, lambda: now[0])
        for n in range(40):
            now[0] = float(n)
            tries.failed(f"user{n}", f"address{n}")
        with record._reading() as connection:
            kept = connection.execute(select(user_tables.failed_logins)).all()
    assert len(kept) <= 30
    assert max(row.at for row in kept) == 39.0
    assert not any("user" in row.told for row in kept)


@pytest.mark.parametrize(
    ("wanted", "goes"),
    [
        ("/engagements/1?x=2", "/engagements/1?x=2"),
        (None, "/"),
        ("", "/"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("/\t/evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("evil.example", "/"),
    ],
)
def test_login_leads_nowhere_else(wanted: str | None, goes: str) -> None:
    assert local_target(wanted) == goes


# Roles and tokens


@pytest.mark.parametrize(("role", "may"), [(UserRole.EDITOR, True), (UserRole.READER, False)])
def test_token_lets_a_program_in(
    inner: Callable[..., TestClient], team_record: Path, role: UserRole, may: bool
) -> None:
    token = new_token()
    with Record.open(team_record) as record:
        record.users.add_token("program", "", role, digest(token))
    client = inner(login=True)
    answer = client.post("/api/do", headers={"Authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.json()["by"], answer.json()["may_write"]) == (
        200,
        "program",
        may,
    )


@pytest.mark.parametrize("given", ["Bearer nonsense", "Bearer ", "Basic ZXZhOng=", "x", ""])
@pytest.mark.parametrize("login", [True, False])
def test_wrong_token_is_told_so(inner: Callable[..., TestClient], given: str, login: bool) -> None:
    answer = inner(login=login).get("/api/do", headers={"Authorization": given})
    assert answer.status_code == 401
    assert "token" in answer.json()["error"]


def test_program_without_a_token_is_not_sent_to_a_login_page(
    inner: Callable[..., TestClient],
) -> None:
    answer = inner(login=True).get("/api/do")
    assert answer.status_code == 401
    assert "Bearer" in answer.json()["error"]
    assert inner(login=False).get("/api/do").status_code == 200


def test_api_is_written_to_with_a_token_alone(inner: Callable[..., TestClient]) -> None:
    client = inner(login=False)
    client.get("/do")
    assert client.post("/api/do").status_code == 401


# Forms


def word_of(client: TestClient) -> str:
    from communique.web.guard.visits import form_word as made

    client.get("/do")
    (secret,) = [str(c.value) for c in client.cookies.jar]
    return made(secret)


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


# Names, headers, sizes


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
