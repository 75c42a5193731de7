"""Who may come in where the record is served to others: users, their tokens, their sessions.

Secrets are never kept: a password only as the hash that the caller made of it, a token or session
only as a digest. Users belong to the place where a record is served and are not copied with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, select

from communique.record import user_tables as t
from communique.record.errors import NotThereError, RecordError

Opening = Callable[[], AbstractContextManager[Connection]]

_NAME = re.compile(r"[^\W_][\w.@+-]{0,63}")
# A session that is used is noted no oftener than this, so that reading pages hardly ever writes.
_NOTED_EVERY = timedelta(minutes=10)


class UserRole(StrEnum):
    """What a user may do: look at everything, or also decide and add pages."""

    READER = "reader"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class UserEntry:
    """A user; ``password`` is a hash, None where the user comes by tokens alone."""

    name: str
    role: UserRole
    password: str | None
    added_at: str


@dataclass(frozen=True, slots=True)
class TokenEntry:
    """A token by the name that its user gave it; ``role`` is never above the user's."""

    id: str
    user: str
    label: str
    role: UserRole
    made_at: str


class Users:
    """The users of a record."""

    def __init__(self, reading: Opening, writing: Opening) -> None:
        """``reading`` and ``writing`` open the record for questions and for changes."""
        self._reading = reading
        self._writing = writing

    def all(self) -> list[UserEntry]:
        """Return every user by name."""
        with self._reading() as connection:
            rows = connection.execute(select(t.users).order_by(t.users.c.name))
            return [_user(row) for row in rows]

    def find(self, name: str) -> UserEntry | None:
        """Return a user by name, None where there is none."""
        with self._reading() as connection:
            row = connection.execute(select(t.users).where(t.users.c.name == name)).first()
            return None if row is None else _user(row)

    def add(self, name: str, role: UserRole, password: str | None) -> None:
        """Add a user with the hash of a password. Raises RecordError where the name is taken."""
        if not _NAME.fullmatch(name):
            raise RecordError(
                f"{name!r} is no user's name; letters, figures and . @ + - _ make one"
            )
        with self._writing() as connection:
            if _exists(connection, name):
                raise RecordError(f"there is a user {name} already")
            row = {"name": name, "role": role.value, "password": password, "added_at": _now()}
            connection.execute(t.users.insert().values(**row))

    def change(
        self, name: str, *, role: UserRole | None = None, password: str | None = None
    ) -> None:
        """Give a user another role or the hash of another password, and end their sessions."""
        new: dict[str, Any] = {"role": role and role.value, "password": password}
        new = {column: value for column, value in new.items() if value is not None}
        with self._writing() as connection:
            _known(connection, name)
            if new:
                connection.execute(t.users.update().where(t.users.c.name == name).values(**new))
            connection.execute(t.sessions.delete().where(t.sessions.c.user_name == name))

    def renew_password(self, name: str, password: str) -> None:
        """Keep another hash of the password that a user has; sessions go on."""
        changed = t.users.update().where(t.users.c.name == name).values(password=password)
        with self._writing() as connection:
            connection.execute(changed)

    def remove(self, name: str) -> None:
        """Remove a user with tokens and sessions; what they decided stays under their name."""
        with self._writing() as connection:
            _known(connection, name)
            for table in (t.sessions, t.tokens):
                connection.execute(table.delete().where(table.c.user_name == name))
            connection.execute(t.users.delete().where(t.users.c.name == name))

    def add_token(self, name: str, label: str, role: UserRole, digest: str) -> TokenEntry:
        """Keep the digest of a token that was made for a user."""
        entry = TokenEntry(digest[:8], name, label, role, _now())
        with self._writing() as connection:
            _known(connection, name)
            row = {"id": entry.id, "digest": digest, "user_name": name, "label": label}
            row |= {"role": role.value, "made_at": entry.made_at}
            connection.execute(t.tokens.insert().values(**row))
        return entry

    def tokens(self, name: str | None = None) -> list[TokenEntry]:
        """Return the tokens of a user, or of all, the oldest first."""
        table = t.tokens
        query = select(table).order_by(table.c.made_at, table.c.id)
        if name is not None:
            query = query.where(table.c.user_name == name)
        with self._reading() as connection:
            return [
                TokenEntry(row.id, row.user_name, row.label, UserRole(row.role), row.made_at)
                for row in connection.execute(query)
            ]

    def remove_token(self, token: str) -> None:
        """Remove a token by its id. Raises RecordError where there is none."""
        with self._writing() as connection:
            found = connection.execute(t.tokens.delete().where(t.tokens.c.id == token))
            if not found.rowcount:
                raise NotThereError(f"no token {token!r}")

    def by_token(self, digest: str) -> UserEntry | None:
        """Return the user of a token, in the lower of the user's role and the token's."""
        query = select(t.users, t.tokens.c.role.label("lent")).join(
            t.tokens, t.tokens.c.user_name == t.users.c.name
        )
        with self._reading() as connection:
            row = connection.execute(query.where(t.tokens.c.digest == digest)).first()
        if row is None:
            return None
        both = {row.role, row.lent}
        role = UserRole.READER if UserRole.READER in both else UserRole.EDITOR
        return UserEntry(row.name, role, row.password, row.added_at)

    def begin_session(self, name: str, digest: str, lasts: timedelta) -> None:
        """Keep the digest of a session's secret, and forget sessions that are over."""
        now = datetime.now(UTC)
        with self._writing() as connection:
            _known(connection, name)
            connection.execute(t.sessions.delete().where(t.sessions.c.ends_at < _at(now)))
            row = {"digest": digest, "user_name": name, "begun_at": _at(now), "seen_at": _at(now)}
            connection.execute(t.sessions.insert().values(**row, ends_at=_at(now + lasts)))

    def by_session(self, digest: str, idle: timedelta) -> UserEntry | None:
        """Return whose session it is; None where it is over, or was idle for too long."""
        now = datetime.now(UTC)
        with self._reading() as connection:
            row = connection.execute(_session(digest)).first()
        if row is None or row.ends_at < _at(now) or row.seen_at < _at(now - idle):
            return None
        if row.seen_at < _at(now - _NOTED_EVERY):
            s = t.sessions
            with self._writing() as connection:
                noted = s.update().where(s.c.digest == digest).values(seen_at=_at(now))
                connection.execute(noted)
        return _user(row)

    def end_session(self, digest: str) -> None:
        """End a session, if there is one."""
        with self._writing() as connection:
            connection.execute(t.sessions.delete().where(t.sessions.c.digest == digest))


def _session(digest: str) -> Select[Any]:
    s = t.sessions.c
    return (
        select(t.users, s.seen_at, s.ends_at)
        .join(t.sessions, s.user_name == t.users.c.name)
        .where(s.digest == digest)
    )


def _user(row: Any) -> UserEntry:
    return UserEntry(row.name, UserRole(row.role), row.password, row.added_at)


def _exists(connection: Connection, name: str) -> bool:
    return (
        connection.execute(select(t.users.c.name).where(t.users.c.name == name)).first() is not None
    )


def _known(connection: Connection, name: str) -> None:
    if not _exists(connection, name):
        raise NotThereError(f"no user {name!r}; communique users list names them")


def _at(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _now() -> str:
    return _at(datetime.now(UTC))
