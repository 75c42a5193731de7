"""The tables of a place where the record is served: who may come in, and what is given to be read.

They are of one place, and no part of what is read, linked or decided: ``tables.IN_ORDER``, by which
a record is copied, does not know them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, Table, Text

from communique.record.tables import metadata

users = Table(
    "users",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("password", Text),
    Column("added_at", Text, nullable=False),
)


def _for_user(name: str, *columns: Column[Any]) -> Table:
    """Return a table of what lets a user in, kept as a digest."""
    user = Column("user_name", Text, ForeignKey("users.name"), nullable=False)
    return Table(name, metadata, *columns, user)


tokens = _for_user(
    "tokens",
    Column("id", Text, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("label", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("made_at", Text, nullable=False),
)

sessions = _for_user(
    "sessions",
    Column("digest", Text, primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("begun_at", "seen_at", "ends_at")),
)

# ``told`` is a digest of a name, an address or both; ``at`` seconds since 1970.
failed_logins = Table(
    "failed_logins",
    metadata,
    Column("told", Text, nullable=False),
    Column("at", Float, nullable=False),
    Index("failed_logins_told", "told", "at"),
)

given_jobs = Table(
    "given_jobs",
    metadata,
    Column("id", Text, primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("given_by", "given_at")),
)

# ``body`` holds a file until it is read.
given_pages = Table(
    "given_pages",
    metadata,
    Column("job_id", Text, ForeignKey("given_jobs.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("address", Text),
    Column("body", LargeBinary),
    *(Column(name, Text, nullable=False) for name in ("state", "said")),
    Column("document", Text),
    *(Column(name, Integer, nullable=False) for name in ("accounts", "unread")),
)
