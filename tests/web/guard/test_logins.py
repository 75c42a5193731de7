"""Who comes in: logins and their sessions, guesses, tokens and roles."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from communique.record import Record, UserRole, user_tables
from communique.web.guard.login import local_target
from communique.web.guard.passwords import digest, fits, new_token
from communique.web.guard.tries import Tries
from web.guard.visitors import PASSWORD, form_word, log_in

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
