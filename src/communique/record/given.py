"""What is given to a server to be read: kept until it is read, and then what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from communique.record import user_tables as t

Opening = Callable[[], AbstractContextManager[Connection]]
WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class GivenPage:
    """A page of a job: an address, or the body of a file; and how it stands.

    ``state`` is ``waiting``, ``refused``, or what the record did with it.
    """

    name: str
    address: str | None
    body: bytes | None
    state: str = WAITING
    said: str = ""
    document: str | None = None
    accounts: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class GivenJob:
    """Pages that somebody gave at once."""

    id: str
    by: str
    at: str
    pages: tuple[GivenPage, ...]


class Given:
    """The jobs of a record."""

    def __init__(self, reading: Opening, writing: Opening) -> None:
        """``reading`` and ``writing`` open the record for questions and for changes."""
        self._reading = reading
        self._writing = writing

    def add(self, job: GivenJob) -> None:
        """Keep a job with the pages that wait."""
        with self._writing() as connection:
            row = {"id": job.id, "given_by": job.by, "given_at": job.at}
            connection.execute(t.given_jobs.insert(), row)
            rows = [_row(job.id, n, page) for n, page in enumerate(job.pages)]
            connection.execute(t.given_pages.insert(), rows)

    def note(self, job: str, position: int, **became: Any) -> None:
        """Note what became of a page; its body is kept no longer."""
        p = t.given_pages.c
        query = t.given_pages.update().where(p.job_id == job, p.position == position)
        with self._writing() as connection:
            connection.execute(query.values(body=None, **became))

    def jobs(self, most: int) -> list[GivenJob]:
        """Return the last jobs, the oldest first."""
        j = t.given_jobs.c
        query = select(t.given_jobs).order_by(j.given_at.desc(), j.id).limit(most)
        with self._reading() as connection:
            rows = connection.execute(query).all()[::-1]
            return [_job(connection, row) for row in rows]

    def forget(self, jobs: Sequence[str]) -> None:
        """Forget jobs."""
        pages, own = t.given_pages, t.given_jobs
        with self._writing() as connection:
            connection.execute(pages.delete().where(pages.c.job_id.in_(jobs)))
            connection.execute(own.delete().where(own.c.id.in_(jobs)))


def _row(job: str, position: int, page: GivenPage) -> dict[str, Any]:
    return {
        "job_id": job,
        "position": position,
        **{name: getattr(page, name) for name in GivenPage.__slots__},
    }


def _job(connection: Connection, row: Any) -> GivenJob:
    p = t.given_pages
    query = select(p).where(p.c.job_id == row.id).order_by(p.c.position)
    pages = (
        GivenPage(**{name: getattr(page, name) for name in GivenPage.__slots__})
        for page in connection.execute(query)
    )
    return GivenJob(row.id, row.given_by, row.given_at, tuple(pages))
