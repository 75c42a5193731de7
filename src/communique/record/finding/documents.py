"""Pages in lists, and one page with everything read from it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, func, or_, select, text

from communique.record import tables as t
from communique.record.asking import load_documents
from communique.record.errors import NotThereError
from communique.record.finding.asked import AskedDocuments
from communique.record.finding.entries import DocumentFound, DocumentLine, Found
from communique.record.finding.keys import Key, beyond, key_of
from communique.record.listed import last_day
from communique.record.restoring import load_readings
from communique.record.searching import in_words_of, terms_of

_V = t.versions.c

_HOLDING = {
    "sqlite": """
        SELECT p.version_id FROM search JOIN passages p ON p.number = search.rowid
        WHERE search MATCH :asked
    """,
    "postgresql": """
        SELECT p.version_id FROM passages p WHERE p.words @@ to_tsquery('simple', :asked)
    """,
}


def list_documents(
    connection: Connection,
    asked: AskedDocuments,
    offset: int,
    limit: int,
    after: Key | None = None,
) -> Found[DocumentLine]:
    """Return a piece of the list of pages, the newest first, those without a date last.

    From an offset or after a key on.
    """
    narrowed = _narrowed(connection, asked)
    many = narrowed.with_only_columns(func.count())
    if after and after[0]:
        older = beyond(_V.published, _V.document_id, after, rising=False)
        narrowed = narrowed.where(or_(older, _V.published.is_(None)))
    elif after:
        narrowed = narrowed.where(_V.published.is_(None), _V.document_id < after[1])
    query = narrowed.order_by(_V.published.desc().nulls_last(), _V.document_id.desc())
    found = connection.execute(query.offset(offset).limit(limit + 1)).all()
    rows, follows = found[:limit], key_of(found, limit, "published", "document_id")
    total = connection.execute(many).scalar_one()
    entries = load_documents(connection, [row.document_id for row in rows])
    ids = [row.id for row in rows]
    accounts, unread = (_numbers(connection, table, ids) for table in (t.accounts, t.unread))
    items = (
        DocumentLine(entries[row.document_id], accounts.get(row.id, 0), unread.get(row.id, 0))
        for row in rows
    )
    return Found(tuple(items), total, offset, follows=follows)


def _narrowed(connection: Connection, asked: AskedDocuments) -> Select[Any]:
    query = select(_V.id, _V.document_id, _V.published).where(_V.current)
    if asked.outlet:
        query = query.where(_V.outlet == asked.outlet)
    if asked.since:
        query = query.where(_V.published >= asked.since)
    if asked.until:
        query = query.where(_V.published <= last_day(asked.until))
    if asked.words:
        database = connection.dialect.name
        wanted = in_words_of(database, terms_of(asked.words))
        holding = text(_HOLDING[database]).bindparams(asked=wanted).columns(t.versions.c.id)
        query = query.where(_V.id.in_(holding))
    return query


def _numbers(connection: Connection, table: Any, versions: list[str]) -> dict[str, int]:
    of = table.c.version_id
    query = select(of, func.count().label("number")).where(of.in_(versions)).group_by(of)
    return {row.version_id: row.number for row in connection.execute(query)}


def find_document(connection: Connection, document: str) -> DocumentFound:
    """Return one page by id. Raises RecordError where there is none."""
    entry = load_documents(connection, [document]).get(document)
    if entry is None:
        raise NotThereError(f"no page {document!r} in the record")
    v = select(_V.id, _V.current).where(_V.document_id == document)
    versions = connection.execute(v).all()
    version = next(row.id for row in versions if row.current)
    link, a = t.engagement_accounts.c, t.accounts.c
    told = (
        select(a.id, link.engagement_id)
        .join_from(t.accounts, t.engagement_accounts, link.account_id == a.id, isouter=True)
        .where(a.version_id == version)
        .order_by(a.position)
    )
    repeating = select(t.linked_documents.c.document_id).where(
        t.linked_documents.c.copy_of == document
    )
    copies = load_documents(connection, connection.execute(repeating).scalars())
    return DocumentFound(
        document=entry,
        reading=load_readings(connection, [version])[version],
        engagements=tuple((row.id, row.engagement_id) for row in connection.execute(told)),
        copies=tuple(copies.values()),
        versions=len(versions),
    )
