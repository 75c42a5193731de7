"""Users of a record, their tokens and sessions, over every database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from communique.record import Record, RecordError, UserEntry, UserRole
from communique.record import users as users_of_record

READER, EDITOR = UserRole.READER, UserRole.EDITOR
HOUR = timedelta(hours=1)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Give a way to let time pass for the users of records."""
    passed = [timedelta()]

    class Later(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime.now(UTC) + passed[0]

    monkeypatch.setattr(users_of_record, "datetime", Later)

    def let_pass(time: timedelta) -> None:
        passed[0] += time

    return let_pass


def who(user: UserEntry | None) -> tuple[str, UserRole] | None:
    return user and (user.name, user.role)


def test_users_are_found_by_name(record: Record) -> None:
    record.users.add("zoe", READER, "hash of zoe")
    record.users.add("ana@mfa.example", EDITOR, None)
    assert [who(user) for user in record.users.all()] == [
        ("ana@mfa.example", EDITOR),
        ("zoe", READER),
    ]
    found = record.users.find("zoe")
    assert found is not None
    assert found.password == "hash of zoe"
    assert record.users.find("Zoe") is None


@pytest.mark.parametrize("name", ["", " ", "-x", "a b", "a\nb", "<b>", "x" * 65, "a/b"])
def test_odd_names_are_refused(record: Record, name: str) -> None:
    with pytest.raises(RecordError, match="is no user's name"):
        record.users.add(name, READER, None)


def test_a_name_is_given_once(record: Record) -> None:
    record.users.add("zoe", READER, "one")
    with pytest.raises(RecordError, match="there is a user zoe already"):
        record.users.add("zoe", EDITOR, "another")
    assert who(record.users.find("zoe")) == ("zoe", READER)


def test_session_opens_until_it_is_over(record: Record, clock: Callable[..., None]) -> None:
    record.users.add("zoe", READER, None)
    record.users.begin_session("zoe", "d1", lasts=10 * HOUR)
    assert who(record.users.by_session("d1", idle=4 * HOUR)) == ("zoe", READER)
    assert record.users.by_session("d2", idle=4 * HOUR) is None
    for _ in range(3):  # used again and again it is not idle
        clock(3 * HOUR)
        assert who(record.users.by_session("d1", idle=4 * HOUR)) == ("zoe", READER)
    clock(2 * HOUR)  # eleven hours after it began
    assert record.users.by_session("d1", idle=4 * HOUR) is None


def test_session_left_alone_is_over(record: Record, clock: Callable[..., None]) -> None:
    record.users.add("zoe", READER, None)
    record.users.begin_session("zoe", "d1", lasts=10 * HOUR)
    clock(5 * HOUR)
    assert record.users.by_session("d1", idle=4 * HOUR) is None


def test_session_ends_where_its_user_leaves_or_changes(record: Record) -> None:
    users = record.users
    for number, end in enumerate(
        (
            lambda: users.end_session("d"),
            lambda: users.change("zoe", password="another"),
            lambda: users.change("zoe", role=EDITOR),
            lambda: users.remove("zoe"),
        )
    ):
        if users.find("zoe") is None:
            users.add("zoe", READER, None)
        users.begin_session("zoe", "d", lasts=HOUR)
        assert users.by_session("d", idle=HOUR), number
        end()
        assert users.by_session("d", idle=HOUR) is None, number


@pytest.mark.parametrize(
    ("role", "lent", "may"),
    [
        (EDITOR, EDITOR, EDITOR),
        (EDITOR, READER, READER),
        (READER, EDITOR, READER),
        (READER, READER, READER),
    ],
)
def test_token_gives_the_lower_role(
    record: Record, role: UserRole, lent: UserRole, may: UserRole
) -> None:
    record.users.add("zoe", role, None)
    record.users.add_token("zoe", "weekly table", lent, "0123456789abcdef")
    assert who(record.users.by_token("0123456789abcdef")) == ("zoe", may)


def test_token_opens_nothing_once_removed(record: Record) -> None:
    record.users.add("zoe", EDITOR, None)
    one = record.users.add_token("zoe", "weekly table", EDITOR, "0123456789abcdef")
    two = record.users.add_token("zoe", "", READER, "fedcba9876543210")
    assert {(t.id, t.user, t.label) for t in record.users.tokens("zoe")} == {
        (one.id, "zoe", "weekly table"),
        (two.id, "zoe", ""),
    }
    record.users.remove_token(one.id)
    assert record.users.by_token("0123456789abcdef") is None
    with pytest.raises(RecordError, match="no token"):
        record.users.remove_token(one.id)
    record.users.remove("zoe")
    assert record.users.by_token("fedcba9876543210") is None


def test_who_is_not_there_has_nothing(record: Record) -> None:
    for act in (
        lambda: record.users.remove("zoe"),
        lambda: record.users.change("zoe", role=EDITOR),
        lambda: record.users.add_token("zoe", "", READER, "d"),
        lambda: record.users.begin_session("zoe", "d", HOUR),
    ):
        with pytest.raises(RecordError, match="no user 'zoe'"):
            act()


def test_users_stay_where_they_are_when_a_record_is_copied(record: Record, tmp_path: Path) -> None:
    record.users.add("zoe", READER, "hash of zoe")
    with Record.open(tmp_path / "copy.db") as other:
        record.copy_to(other)
        assert other.users.all() == []
