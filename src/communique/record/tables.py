"""The tables of the record, as the newest migration leaves them.

What pages say: ``documents``, their ``versions``, and for each version ``accounts`` with
``parties``, ``claims``, ``statements``, ``messages``, ``commitments``, ``mentions`` of people,
``relations`` and ``unread`` sentences; the words behind all of it are rows of ``spans``. What
linking makes of it, and may make anew at any time, stands in ``linked_tables``.
What people decided stands in ``decisions``, whose rows are only ever added. ``passages`` number
what can be searched; their words stand in a table or column of the database's own kind.
"""

# ruff: noqa: PLC0414 - whoever speaks SQL finds every table here
from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from communique.record.columns import Json
from communique.record.columns import metadata as metadata
from communique.record.columns import of_table as _of
from communique.record.columns import text_columns as _text
from communique.record.footing_tables import FOOTING as FOOTING
from communique.record.footing_tables import alike_people as alike_people
from communique.record.footing_tables import changed_pages as changed_pages
from communique.record.footing_tables import cluster_keys as cluster_keys
from communique.record.footing_tables import laid_decisions as laid_decisions
from communique.record.footing_tables import name_uses as name_uses
from communique.record.footing_tables import page_bands as page_bands
from communique.record.footing_tables import placements as placements
from communique.record.footing_tables import thread_pages as thread_pages
from communique.record.linked_tables import LINKED as LINKED
from communique.record.linked_tables import commitment_engagements as commitment_engagements
from communique.record.linked_tables import commitment_sides as commitment_sides
from communique.record.linked_tables import engagement_accounts as engagement_accounts
from communique.record.linked_tables import engagement_disputes as engagement_disputes
from communique.record.linked_tables import engagement_outlets as engagement_outlets
from communique.record.linked_tables import engagement_pairs as engagement_pairs
from communique.record.linked_tables import engagement_parties as engagement_parties
from communique.record.linked_tables import engagement_passages as engagement_passages
from communique.record.linked_tables import engagement_topics as engagement_topics
from communique.record.linked_tables import engagements as engagements
from communique.record.linked_tables import linked_commitments as linked_commitments
from communique.record.linked_tables import linked_documents as linked_documents
from communique.record.linked_tables import linked_outlets as linked_outlets
from communique.record.linked_tables import linked_pairs as linked_pairs
from communique.record.linked_tables import linked_people as linked_people
from communique.record.linked_tables import linked_relations as linked_relations
from communique.record.linked_tables import linked_steps as linked_steps
from communique.record.linked_tables import party_people as party_people
from communique.record.linked_tables import tenures as tenures

_PAGE_SPANS = ("dateline_place", "dateline_date", "title_span", "captions", "related")


def _doubtful(table: Table, *columns: Column[Any]) -> None:
    """Give a table an index of the few rows that the page leaves in doubt."""
    doubtful = table.c.uncertain.is_not(None)
    Index(f"{table.name}_uncertain", *columns, sqlite_where=doubtful, postgresql_where=doubtful)


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
    # As the page has it; ``outlet`` is what people call it, where they decided so.
    Column("printed_outlet", Text),
    Index("versions_document", "document_id"),
    Index("versions_listed", "current", "published", "document_id", "id"),
    Index("versions_outlet", "current", "outlet", "published", "document_id"),
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
_doubtful(accounts, accounts.c.id)

parties = Table(
    "parties",
    metadata,
    _of("accounts", "account_id"),
    Column("position", Integer, nullable=False),
    *_text("person", "state", "organization", "office", "role", "worked_from", "uncertain"),
    PrimaryKeyConstraint("account_id", "position"),
)
_doubtful(parties, parties.c.account_id, parties.c.position)

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
Index("mentions_person", mentions.c.person)

relations = _part("relations", *_text("state_a", "state_b", "level"))
Index("relations_states", relations.c.state_a, relations.c.state_b)

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

# Questions of the review that an accepting decision has settled; kept in step with decisions.
settled = Table(
    "settled",
    metadata,
    Column("question", Text, primary_key=True),
    _of("decisions", "decision_id"),
)

# What people said of outlets; kept in step with decisions. ``sort`` is "outlet" or "host".
told_outlets = Table(
    "told_outlets",
    metadata,
    *(Column(name, Text, primary_key=True) for name in ("sort", "mark")),
    *_text("name", "state", "owner"),
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
