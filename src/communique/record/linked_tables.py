"""The tables of what linking makes, which may be made anew at any time."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from communique.record.columns import Json, metadata
from communique.record.columns import of_table as _of
from communique.record.columns import text_columns as _text

engagements = Table(
    "engagements",
    metadata,
    Column("id", Text, primary_key=True),
    *_text("sorted_on", "first_day", "last_day", "month"),
    *_text("kind", "status", "start_date", "end_date", "date_basis"),
    *_text("place_name", "place_city", "place_state", "visit_type"),
    Column("topics", Json, nullable=False),
    *_text("earliest", "latest"),
    Column("main", Boolean, nullable=False),
    Column("witnesses", Integer, nullable=False),
    Column("part_of", Text),
    Column("comparison", Json, nullable=False),
    Column("decided", Json),
    Column("pages", Integer),
    Column("differs", Boolean),
    Column("digest", Text),
    Index("engagements_in_time", "sorted_on", "id"),
    Index("engagements_part_of", "part_of"),
    Index("engagements_days", "first_day", "last_day", "id"),
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
    Column("weight", Float),
    PrimaryKeyConstraint("engagement_id", "position"),
    Index("engagement_accounts_weight", "weight", "account_id"),
)

# The fields in which independent accounts cannot all be right; ``told`` stands for what they say.
engagement_disputes = Table(
    "engagement_disputes",
    metadata,
    _of("engagements", "engagement_id"),
    Column("field", Text, nullable=False),
    Column("told", Text, nullable=False),
    PrimaryKeyConstraint("engagement_id", "field"),
)

# What lists are filtered by, one row for each word of each engagement.
engagement_topics = Table(
    "engagement_topics",
    metadata,
    _of("engagements", "engagement_id"),
    Column("topic", Text, nullable=False),
    PrimaryKeyConstraint("topic", "engagement_id"),
    Index("engagement_topics_engagement", "engagement_id"),
)

engagement_outlets = Table(
    "engagement_outlets",
    metadata,
    _of("engagements", "engagement_id"),
    Column("outlet", Text, nullable=False),
    PrimaryKeyConstraint("outlet", "engagement_id"),
    Index("engagement_outlets_engagement", "engagement_id"),
)

engagement_pairs = Table(
    "engagement_pairs",
    metadata,
    _of("engagements", "engagement_id"),
    Column("state_a", Text, nullable=False),
    Column("state_b", Text, nullable=False),
    PrimaryKeyConstraint("state_a", "state_b", "engagement_id"),
    Index("engagement_pairs_engagement", "engagement_id"),
)

# The number by which the search knows the text of each of its pages.
engagement_passages = Table(
    "engagement_passages",
    metadata,
    _of("engagements", "engagement_id"),
    Column("number", Integer, nullable=False, autoincrement=False),
    PrimaryKeyConstraint("number", "engagement_id"),
    Index("engagement_passages_engagement", "engagement_id", "number"),
)

# Counts for lists; a month is empty where no month or year is known.
linked_pairs = Table(
    "linked_pairs",
    metadata,
    *(Column(name, Text, nullable=False) for name in ("state_a", "state_b", "month")),
    Column("engagements", Integer, nullable=False),
    *_text("first_day", "last_day"),
    PrimaryKeyConstraint("state_a", "state_b", "month"),
)

linked_outlets = Table(
    "linked_outlets",
    metadata,
    Column("outlet", Text, primary_key=True),
    *(Column(name, Integer, nullable=False) for name in ("pages", "copies", "engagements")),
    *_text("published_first", "published_last"),
)

linked_people = Table(
    "linked_people",
    metadata,
    Column("id", Text, primary_key=True),
    *_text("person", "state", "organization"),
    Column("names", Json, nullable=False),
    Column("deceased", Boolean, nullable=False),
    *_text("folded", "office", "seen_first", "seen_last"),
    Column("engagements", Integer),
    Column("digest", Text),
    Index("linked_people_engagements", "engagements"),
)

party_people = Table(
    "party_people",
    metadata,
    _of("accounts", "account_id"),
    Column("position", Integer, nullable=False),
    Column("person_id", Text, ForeignKey("linked_people.id"), nullable=False),
    PrimaryKeyConstraint("account_id", "position"),
    Index("party_people_person", "person_id"),
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
    Column("sorted_on", Text),
    *_text("kind", "by_name", "by_id", "to_name", "to_id"),
    Column("states", Json, nullable=False),
    *_text("via", "what", "due"),
    Column("open", Boolean, nullable=False),
    *_text("standing", "last_day", "due_by", "digest", "thread"),
    Index("linked_commitments_in_time", "sorted_on", "id"),
    Index("linked_commitments_standing", "standing", "sorted_on"),
    Index("linked_commitments_thread", "thread"),
)

commitment_sides = Table(
    "commitment_sides",
    metadata,
    _of("linked_commitments", "commitment_id"),
    Column("state", Text, nullable=False),
    PrimaryKeyConstraint("state", "commitment_id"),
    Index("commitment_sides_commitment", "commitment_id"),
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
    Column("said_on", Text),
    Index("linked_documents_date", "date"),
    Index("linked_documents_copy_of", "copy_of"),
)

# In the order in which they can be emptied.
LINKED = (
    commitment_engagements,
    linked_steps,
    commitment_sides,
    linked_commitments,
    engagement_accounts,
    engagement_parties,
    engagement_topics,
    engagement_outlets,
    engagement_pairs,
    engagement_disputes,
    engagement_passages,
    linked_pairs,
    linked_outlets,
    engagements,
    party_people,
    tenures,
    linked_people,
    linked_relations,
    linked_documents,
)
