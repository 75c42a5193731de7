"""The tables of who may come in where the record is served.

They are of one place, and no part of what is read, linked or decided: ``tables.IN_ORDER``, by which
a record is copied, does not know them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Table, Text

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
