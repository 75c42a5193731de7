"""Logins that failed of late, kept in the record: every server of it counts the same ones.

Names and addresses are kept as digests: what somebody types as a name may be a password.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from hashlib import blake2b

from sqlalchemy import Connection, func, select

from communique.record import user_tables as t

Opening = Callable[[], AbstractContextManager[Connection]]
_MOST_KEPT = 30_000


class FailedLogins:
    """The failed logins of a record, each under what it is counted by."""

    def __init__(self, reading: Opening, writing: Opening) -> None:
        """``reading`` and ``writing`` open the record for questions and for changes."""
        self._reading = reading
        self._writing = writing

    def times(self, told: str, since: float, most: int) -> list[float]:
        """Return when logins counted by something failed since a time, the last ``most``."""
        f = t.failed_logins.c
        query = select(f.at).where(f.told == _digest(told), f.at > since).order_by(f.at.desc())
        with self._reading() as connection:
            return list(connection.execute(query.limit(most)).scalars())

    def note(self, told: Iterable[str], at: float, since: float) -> None:
        """Note a failure under everything that it is counted by; forget those before ``since``.

        Where somebody makes up names to fill the record, the oldest go first.
        """
        f = t.failed_logins.c
        with self._writing() as connection:
            connection.execute(t.failed_logins.delete().where(f.at <= since))
            rows = [{"told": _digest(each), "at": at} for each in told]
            connection.execute(t.failed_logins.insert(), rows)
            many = connection.execute(select(func.count()).select_from(t.failed_logins))
            if many.scalar_one() > _MOST_KEPT:
                newest = select(f.at).order_by(f.at.desc()).offset(_MOST_KEPT - 1).limit(1)
                oldest = connection.execute(newest).scalar_one()
                connection.execute(t.failed_logins.delete().where(f.at < oldest))

    def forget(self, told: str) -> None:
        """Forget the failures that are counted by something."""
        f = t.failed_logins.c
        with self._writing() as connection:
            connection.execute(t.failed_logins.delete().where(f.told == _digest(told)))


def _digest(told: str) -> str:
    return blake2b(told.encode("utf-8", "replace"), digest_size=16).hexdigest()
