"""``communique users`` as one calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli import main
from communique.cli.users import ROLES
from communique.record import Record, UserRole
from communique.web.guard.passwords import digest, fits

GOOD = "seven tall cypresses"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def users(place: Path, *arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(main, ["users", *arguments, "--record", str(place)], input=given)


def test_added_user_has_the_password_that_was_given(place: Path) -> None:
    assert users(place, "add", "eva", "--role", "editor", given=f"{GOOD}\n").exit_code == 0
    with Record.open(place) as record:
        eva = record.users.find("eva")
    assert eva is not None
    assert eva.role is UserRole.EDITOR
    assert eva.password is not None
    assert GOOD not in eva.password
    assert fits(GOOD, eva.password)
    assert not fits(f"{GOOD}!", eva.password)


@pytest.mark.parametrize("weak", ["", "short", "aaaaaaaaaaaaaaaa", "eva.ministry", "x" * 1001])
def test_weak_password_adds_nobody(place: Path, weak: str) -> None:
    done = users(place, "add", "eva.ministry", given=f"{weak}\n")
    assert done.exit_code == 1
    assert "that password will not do" in done.stderr
    with Record.open(place) as record:
        assert record.users.all() == []


def test_token_is_shown_once_and_opens(place: Path) -> None:
    users(place, "add", "eva", "--role", "editor", "--no-password")
    done = users(place, "token", "eva", "--label", "weekly table", "--role", "reader")
    token = done.stdout.strip()
    with Record.open(place) as record:
        found = record.users.by_token(digest(token))
        assert found is not None
        assert (found.name, found.role) == ("eva", UserRole.READER)
    assert token.encode() not in place.read_bytes()
    (listed,) = json.loads(users(place, "list", "--json").stdout)
    assert listed["password"] is False
    (one,) = listed["tokens"]
    assert (one["label"], one["role"]) == ("weekly table", "reader")
    assert "weekly table" in users(place, "list").stdout
    assert users(place, "revoke", one["id"]).exit_code == 0
    with Record.open(place) as record:
        assert record.users.by_token(digest(token)) is None


def test_password_and_role_are_changed(place: Path) -> None:
    users(place, "add", "eva", given=f"{GOOD}\n")
    assert users(place, "password", "eva", given="nine short larches\n").exit_code == 0
    assert users(place, "role", "eva", "editor").exit_code == 0
    with Record.open(place) as record:
        eva = record.users.find("eva")
    assert eva is not None
    assert fits("nine short larches", eva.password)
    assert eva.role is UserRole.EDITOR


@pytest.mark.parametrize(
    "arguments",
    [("remove", "eva"), ("token", "eva"), ("role", "eva", "editor"), ("password", "eva")],
)
def test_nobody_of_that_name(place: Path, arguments: tuple[str, ...]) -> None:
    users(place, "add", "ana", "--no-password")
    done = users(place, *arguments, given=f"{GOOD}\n")
    assert done.exit_code == 1
    assert "no user 'eva'" in done.stderr


def test_nothing_to_list(place: Path) -> None:
    users(place, "add", "ana", "--no-password")
    users(place, "remove", "ana")
    assert "no users" in users(place, "list").stderr


def test_roles_are_those_of_the_record() -> None:
    assert set(ROLES) == {role.value for role in UserRole}
