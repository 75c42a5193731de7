"""The tables of the record, as the newest migration leaves them.

What pages say: ``documents``, their ``versions``, and for each version ``accounts`` with
``parties``, ``claims``, ``statements``, ``messages``, ``commitments``, ``mentions`` of people,
``relations`` and ``unread`` sentences; the words behind all of it are rows of ``spans``. What
linking makes of it, and may make anew at any time, stands in the tables below ``engagements``.
What people decided stands in ``decisions``, whose rows are only ever added. ``passages`` number
what can be searched; their words stand in a table or column of the database's own kind.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator


class Json(TypeDecorator[Any]):
    """JSON kept as text, so that any database and any SQLite holds it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Return the JSON text of a value; None stays NULL."""
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Return the value of a JSON text."""
        return None if value is None else json.loads(value)


metadata = MetaData()

_PAGE_SPANS = ("dateline_place", "dateline_date", "title_span", "captions", "related")


def _text(*names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names]


def _of(table: str, name: str, **options: Any) -> Column[str]:
    return Column(name, Text, ForeignKey(f"{table}.id"), nullable=False, **options)


meta = Table("meta", metadata, Column("name", Text, primary_key=True), Column("value", Text))

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("identity", Text, nullable=False, unique=True),
)

versions = Table(
    "versions",
    metadata,
    Column("id", Text, primary_key=True),
    _of("documents", "document_id"),
    Column("number", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    *_text("path", "url", "title", "outlet", "byline", "language"),
    *_text("published", "published_precision"),
    Column("text", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("photo_credit", Text),
    *(Column(name, Json) for name in _PAGE_SPANS),
    Column("sketch", Json, nullable=False),
    Column("reading_hash", Text, nullable=False),
    Column("coder", Text),
    Index("versions_document", "document_id"),
    Index("versions_sha256", "sha256"),
)

accounts = Table(
    "accounts",
    metadata,
    Column("id", Text, primary_key=True),
    _of("versions", "version_id"),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("main", Boolean, nullable=False),
    *_text("visit_type", "start_date", "end_date", "date_basis"),
    *_text("place_name", "place_city", "place_state"),
    *_text("plover_event", "plover_mode", "cameo", "date_rule"),
    Column("date_worked_from", Json),
    *_text("weekday", "after_date", "before_date", "frame", "uncertain"),
    Index("accounts_version", "version_id"),
)

parties = Table(
    "parties",
    metadata,
    _of("accounts", "account_id"),
    Column("position", Integer, nullable=False),
    *_text("person", "state", "organization", "office", "role", "worked_from", "uncertain"),
    PrimaryKeyConstraint("account_id", "position"),
)

claims = Table(
    "claims",
    metadata,
    _of("accounts", "account_id"),
    Column("field", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("value", Json, nullable=False),
    PrimaryKeyConstraint("account_id", "field", "position"),
)

spans = Table(
    "spans",
    metadata,
    _of("versions", "version_id"),
    Column("owner", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("start_at", Integer, nullable=False),
    Column("end_at", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    PrimaryKeyConstraint("owner", "field", "position", "number"),
    Index("spans_version", "version_id"),
)


def _part(name: str, *columns: Column[Any]) -> Table:
    """Return a table of parts of a page that may hang on an account."""
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        _of("versions", "version_id"),
        Column("account_id", Text, ForeignKey("accounts.id")),
        Column("position", Integer, nullable=False),
        *columns,
        Index(f"{name}_version", "version_id"),
    )


statements = _part(
    "statements",
    Column("speaker", Json, nullable=False),
    *_text("addressee", "act", "content"),
    Column("topics", Json, nullable=False),
    Column("quoted", Boolean, nullable=False),
)

messages = _part(
    "messages",
    *_text("kind", "medium"),
    Column("sender", Json, nullable=False),
    Column("recipients", Json, nullable=False),
    *_text("via", "occasion"),
)

commitments = _part("commitments", *_text("kind", "by_name", "to_name", "via", "what", "due"))

commitment_states = Table(
    "commitment_states",
    metadata,
    _of("commitments", "commitment_id"),
    Column("position", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("date", Text),
    PrimaryKeyConstraint("commitment_id", "position"),
)

mentions = _part(
    "mentions",
    *_text("person", "state", "organization"),
    Column("offices", Json, nullable=False),
    Column("names", Json, nullable=False),
    Column("deceased", Boolean, nullable=False),
    Column("former", Boolean, nullable=False),
)

relations = _part("relations", *_text("state_a", "state_b", "level"))

milestones = Table(
    "milestones",
    metadata,
    _of("relations", "relation_id"),
    Column("position", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("year", Integer),
    PrimaryKeyConstraint("relation_id", "position"),
)

unread = _part("unread", Column("reason", Text, nullable=False))

engagements = Table(
    "engagements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    *_text("kind", "status", "start_date", "end_date", "date_basis"),
    *_text("place_name", "place_city", "place_state", "visit_type"),
    Column("topics", Json, nullable=False),
    *_text("earliest", "latest"),
    Column("main", Boolean, nullable=False),
    Column("witnesses", Integer, nullable=False),
    Column("part_of", Text),
    Column("comparison", Json, nullable=False),
    Column("decided", Json),
    Index("engagements_position", "position"),
)

engagement_parties = Table(
    "engagement_parties",
    metadata,
    _of("engagements", "engagement_id"),
    Column("position", Integer, nullable=False),
    *_text("person", "person_id", "state", "organization", "office", "role"),
    PrimaryKeyConstraint("engagement_id", "position"),
    Index("engagement_parties_state", "state"),
    Index("engagement_parties_person", "person_id"),
)

engagement_accounts = Table(
    "engagement_accounts",
    metadata,
    _of("engagements", "engagement_id"),
    Column("position", Integer, nullable=False),
    Column("account_id", Text, ForeignKey("accounts.id"), nullable=False, unique=True),
    Column("weights", Json),
    PrimaryKeyConstraint("engagement_id", "position"),
)

linked_people = Table(
    "linked_people",
    metadata,
    Column("id", Text, primary_key=True),
    *_text("person", "state", "organization"),
    Column("names", Json, nullable=False),
    Column("deceased", Boolean, nullable=False),
)

party_people = Table(
    "party_people",
    metadata,
    _of("accounts", "account_id"),
    Column("position", Integer, nullable=False),
    Column("person_id", Text, ForeignKey("linked_people.id"), nullable=False),
    PrimaryKeyConstraint("account_id", "position"),
)

tenures = Table(
    "tenures",
    metadata,
    Column("person_id", Text, ForeignKey("linked_people.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("office", Text, nullable=False),
    Column("offices", Json, nullable=False),
    *_text("seen_first", "seen_last", "ended_by", "why"),
    Column("documents", Json, nullable=False),
    PrimaryKeyConstraint("person_id", "position"),
)

linked_commitments = Table(
    "linked_commitments",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    *_text("kind", "by_name", "by_id", "to_name", "to_id"),
    Column("states", Json, nullable=False),
    *_text("via", "what", "due"),
    Column("open", Boolean, nullable=False),
)

linked_steps = Table(
    "linked_steps",
    metadata,
    _of("linked_commitments", "commitment_id"),
    Column("position", Integer, nullable=False),
    *_text("state", "date", "engagement_id", "via", "worked_from"),
    Column("sources", Json, nullable=False),
    PrimaryKeyConstraint("commitment_id", "position"),
)

commitment_engagements = Table(
    "commitment_engagements",
    metadata,
    _of("linked_commitments", "commitment_id"),
    _of("engagements", "engagement_id"),
    PrimaryKeyConstraint("commitment_id", "engagement_id"),
    Index("commitment_engagements_engagement", "engagement_id"),
)

linked_relations = Table(
    "linked_relations",
    metadata,
    Column("state_a", Text, nullable=False),
    Column("state_b", Text, nullable=False),
    Column("levels", Json, nullable=False),
    Column("milestones", Json, nullable=False),
    PrimaryKeyConstraint("state_a", "state_b"),
)

linked_documents = Table(
    "linked_documents",
    metadata,
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    Column("copy_of", Text, ForeignKey("documents.id")),
    Column("date", Text),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("made_at", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("why", Text),
    Column("verb", Text, nullable=False),
    Column("subject", Json, nullable=False),
    Column("value", Json),
    Column("undoes", Text),
)

passages = Table(
    "passages",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    _of("versions", "version_id"),
    Column("owner", Text, nullable=False),
    Column("part", Text, nullable=False),
    Index("passages_version", "version_id"),
)

# In the order in which they can be emptied.
LINKED = (
    commitment_engagements,
    linked_steps,
    linked_commitments,
    engagement_accounts,
    engagement_parties,
    engagements,
    party_people,
    tenures,
    linked_people,
    linked_relations,
    linked_documents,
)

# What hangs on a version, in the order in which it can be emptied.
PARTS = (
    unread,
    relations,
    mentions,
    commitments,
    messages,
    statements,
    spans,
    accounts,
)

# Every table after those that it points to.
IN_ORDER = tuple(metadata.sorted_tables)
