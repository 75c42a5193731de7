"""The tables of what one linking leaves for the next; like what it made, it may be made anew."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from communique.record.columns import Json, metadata
from communique.record.columns import text_columns as _text


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


def _numbers(*names: str) -> list[Column[int]]:
    return [Column(name, Integer, nullable=False) for name in names]


# Where each account stands: in the cluster that begins with an account, which days it speaks of.
placements = Table(
    "placements",
    metadata,
    Column("account_id", Text, primary_key=True),
    *_texts("cluster"),
    *_numbers("position"),
    Column("part", Text),
    Column("moved", Boolean, nullable=False),
    *_numbers("first", "last", "until", "grip"),
    Column("news", Boolean, nullable=False),
    Index("placements_cluster", "cluster", "position"),
    Index("placements_part", "part"),
)

# By which keys a cluster is found, and between which days.
cluster_keys = Table(
    "cluster_keys",
    metadata,
    *_texts("key", "cluster"),
    *_numbers("first", "until"),
    PrimaryKeyConstraint("key", "cluster"),
    Index("cluster_keys_cluster", "cluster"),
)

# By what names pages call persons, and whom each of them names.
name_uses = Table(
    "name_uses",
    metadata,
    *_texts("mark", "home", "folded", "name"),
    *_text("state", "organization"),
    Column("offices", Json, nullable=False),
    Column("forms", Json, nullable=False),
    Column("deceased", Boolean, nullable=False),
    *_numbers("times"),
    Column("person_id", Text),
    PrimaryKeyConstraint("mark"),
    Index("name_uses_home", "home"),
    Index("name_uses_folded", "folded"),
    Index("name_uses_person", "person_id"),
)

# Persons of one state whose names are all but spelt the same.
alike_people = Table(
    "alike_people",
    metadata,
    *_texts("person_id", "other_id"),
    PrimaryKeyConstraint("person_id", "other_id"),
)

# On which pages the commitments of one thread are told.
thread_pages = Table(
    "thread_pages",
    metadata,
    *_texts("thread", "document_id"),
    PrimaryKeyConstraint("thread", "document_id"),
    Index("thread_pages_document", "document_id"),
)

# The keys by which copies of a page are found.
page_bands = Table(
    "page_bands",
    metadata,
    Column("document_id", Text, primary_key=True),
    Column("runs", LargeBinary, nullable=False),
    Column("marks", LargeBinary, nullable=False),
)

# The decisions that were laid over the last linking, as they were found to mean then.
laid_decisions = Table(
    "laid_decisions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("told", Json, nullable=False),
)

# Which new pages have come since, and with which change; "*" where other pages have changed.
changed_pages = Table(
    "changed_pages",
    metadata,
    *_texts("document_id"),
    *_numbers("change"),
    PrimaryKeyConstraint("document_id", "change"),
)

FOOTING = (
    placements,
    cluster_keys,
    name_uses,
    alike_people,
    thread_pages,
    page_bands,
    laid_decisions,
)
