"""One's own account in the browser: another password, tokens for programs, and nobody else's."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from communique.record import Record, UserRole
from communique.web.guard.passwords import digest
from web.guard.visitors import PASSWORD, form_word, log_in

NEW = "eight low juniper bushes"


def change(client: TestClient, password: str, new: str, again: str | None = None) -> Any:
    form = {"csrf": form_word(client, "/account"), "password": password, "new": new}
    return client.post("/account/password", data=form | {"again": again or new})


def make(client: TestClient, role: str, label: str = "weekly table") -> Any:
    form = {"csrf": form_word(client, "/account"), "role": role, "label": label}
    return client.post("/account/tokens", data=form)


def test_another_password_ends_all_other_sessions(team: TestClient, team_record: Path) -> None:
    log_in(team, "eva")
    other = dict(team.cookies)
    team.cookies.clear()
    log_in(team, "eva")
    answer = change(team, PASSWORD, NEW)
    assert (answer.status_code, answer.headers["location"]) == (303, "/account?done=password")
    shown = team.get("/account?done=password")
    assert "Your password is another now" in shown.text
    team.cookies.clear()
    team.cookies.update(other)
    assert team.get("/").status_code == 303
    team.cookies.clear()
    assert log_in(team, "eva").status_code == 401
    team.cookies.clear()
    assert log_in(team, "eva", NEW).status_code == 303


@pytest.mark.parametrize(
    ("password", "new", "again", "said", "status"),
    [
        ("another one", NEW, NEW, "not your password of now", 403),
        ("", NEW, NEW, "not your password of now", 403),
        (PASSWORD, NEW, NEW + "x", "given in two ways", 400),
        (PASSWORD, "short", "short", "will not do", 400),
        (PASSWORD, "aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa", "too easily guessed", 400),
    ],
)
def test_a_password_is_changed_only_by_who_knows_it(
    team: TestClient, password: str, new: str, again: str, said: str, status: int
) -> None:
    log_in(team, "eva")
    answer = change(team, password, new, again)
    assert answer.status_code == status
    assert said in answer.text
    assert team.get("/").status_code == 200
    team.cookies.clear()
    assert log_in(team, "eva").status_code == 303


def test_guessing_the_password_of_an_open_session_takes_as_long_as_at_the_login(
    team: TestClient,
) -> None:
    log_in(team, "eva")
    answers = [change(team, f"guess {n}", NEW).status_code for n in range(6)]
    assert answers == [403] * 5 + [429]
    assert change(team, PASSWORD, NEW).status_code == 429


def test_a_token_is_shown_once_and_opens_what_it_says(team: TestClient, team_record: Path) -> None:
    log_in(team, "eva")
    answer = make(team, "reader")
    assert answer.status_code == 201
    assert answer.headers["cache-control"] == "no-store"
    (token,) = re.findall(r"cmq_[\w-]{43}", answer.text)
    page = team.get("/account").text
    assert token not in page
    assert "weekly table" in page
    with Record.open(team_record) as record:
        (kept,) = record.users.tokens("eva")
        assert (kept.label, kept.role) == ("weekly table", UserRole.READER)
        assert token not in team_record.read_bytes().decode("latin-1")
        assert record.users.by_token(digest(token)) is not None
    bearer = {"Authorization": f"Bearer {token}"}
    team.cookies.clear()
    assert team.get("/api/v1/overview", headers=bearer).status_code == 200
    assert team.post("/api/v1/decisions/undo", headers=bearer, json={}).status_code in (403, 404)
    log_in(team, "eva")
    form = {"csrf": form_word(team, "/account"), "token": kept.id}
    assert "opens nothing any more" in team.post("/account/tokens/revoke", data=form).text
    team.cookies.clear()
    assert team.get("/api/v1/overview", headers=bearer).status_code == 401


def test_a_reader_lends_no_more_than_a_reader_may(team: TestClient, team_record: Path) -> None:
    log_in(team, "rene")
    assert 'value="editor"' not in team.get("/account").text
    assert make(team, "editor").status_code == 400
    assert make(team, "owner").status_code == 400
    assert make(team, "reader").status_code == 201
    with Record.open(team_record) as record:
        assert [token.role for token in record.users.tokens("rene")] == [UserRole.READER]


def test_nobody_removes_the_token_of_another(team: TestClient, team_record: Path) -> None:
    with Record.open(team_record) as record:
        theirs = record.users.add_token(
            "eva", "night train", UserRole.EDITOR, digest("some secret")
        )
    log_in(team, "rene")
    assert "night train" not in team.get("/account").text
    form = {"csrf": form_word(team, "/account"), "token": theirs.id}
    assert team.post("/account/tokens/revoke", data=form).status_code == 404
    with Record.open(team_record) as record:
        assert record.users.tokens("eva") == [theirs]


def test_a_program_makes_no_tokens_and_changes_no_password(
    team: TestClient, team_record: Path
) -> None:
    with Record.open(team_record) as record:
        record.users.add_token("eva", "", UserRole.EDITOR, digest("some secret"))
    bearer = {"Authorization": "Bearer some secret"}
    for path, form in (
        ("password", {"password": PASSWORD, "new": NEW, "again": NEW}),
        ("tokens", {"role": "reader"}),
        ("tokens/revoke", {"token": digest("some secret")[:8]}),
    ):
        assert team.post(f"/account/{path}", data=form, headers=bearer).status_code == 403
    with Record.open(team_record) as record:
        assert len(record.users.tokens("eva")) == 1


def test_forms_of_other_pages_change_no_account(team: TestClient) -> None:
    log_in(team, "eva")
    form = {"password": PASSWORD, "new": NEW, "again": NEW, "role": "reader", "csrf": "0" * 64}
    for path in ("password", "tokens", "tokens/revoke"):
        assert team.post(f"/account/{path}", data=form).status_code == 403


def test_tokens_have_an_end(team: TestClient, team_record: Path) -> None:
    with Record.open(team_record) as record:
        for n in range(50):
            record.users.add_token("rene", "", UserRole.READER, digest(str(n)))
    log_in(team, "rene")
    assert "50 tokens already" in make(team, "reader").text


def test_without_a_login_the_page_tells_how_others_are_let_in(alone: TestClient) -> None:
    page = alone.get("/account").text
    assert "communique users add" in page
    assert "<bdi>ada</bdi>" in page
    assert 'type="password"' not in page
    word = form_word(alone, "/account")
    form = {"csrf": word, "password": PASSWORD, "new": NEW, "again": NEW, "role": "reader"}
    for path in ("password", "tokens", "tokens/revoke"):
        assert alone.post(f"/account/{path}", data=form).status_code == 403
