"""The tables of what is watched: lists of pages, and the pages that they named.

They are of one place, as users are: ``tables.IN_ORDER``, by which a record is copied, does not know
them.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text

from communique.record.columns import text_columns
from communique.record.tables import metadata

watched_lists = Table(
    "watched_lists",
    metadata,
    Column("source", Text, primary_key=True),
    Column("url", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("root", Boolean, nullable=False),
    *text_columns("stamp", "etag", "last_modified"),
    Column("due_at", Text, nullable=False),
    Column("checked_at", Text),
    Column("failures", Integer, nullable=False),
    *text_columns("held_until", "said"),
)

watched_pages = Table(
    "watched_pages",
    metadata,
    Column("url", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("stamp", Text),
    Column("state", Text, nullable=False),
    *text_columns("etag", "last_modified"),
    Column("found_at", Text, nullable=False),
    Column("due_at", Text, nullable=False),
    Column("done_at", Text),
    Column("tries", Integer, nullable=False),
    Column("said", Text),
    Index("watched_pages_due", "state", "due_at", "url"),
)
