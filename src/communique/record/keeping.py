"""Keeping one reading: a new page, a new version of a known page, or nothing new."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b, sha256
from typing import Any

from sqlalchemy import Connection, and_, select

from communique.linking.sketches import text_sketch
from communique.model import Document, Reading
from communique.record import tables as t
from communique.record.entries import Kept
from communique.record.linked_writing import forget_accounts
from communique.record.outlets import Outlets, load_outlets, outlet_columns
from communique.record.passages import index_version
from communique.record.storing import document_row, part_rows


def keep_reading(connection: Connection, reading: Reading) -> Kept:
    """Put a reading into the record, within the caller's transaction.

    A page is known again by its URL, else by its path, else by its bytes under the same file name.
    The same text read otherwise replaces the reading; another text is a new version, and the old
    one is kept.
    """
    document = reading.document
    known = known_document(connection, document)
    if known is None:
        known = _new_document(connection, document)
        _add_version(connection, known, 1, reading)
        return Kept.NEW
    versions = connection.execute(
        select(t.versions).where(t.versions.c.document_id == known).order_by(t.versions.c.number)
    ).all()
    same = next((row for row in reversed(versions) if row.text == document.text), None)
    if same is None:
        _retire(connection, known)
        _add_version(connection, known, len(versions) + 1, reading)
        return Kept.NEW_VERSION
    outcome = Kept.UNCHANGED
    if not same.current:
        _retire(connection, known)
        chosen = t.versions.c.id == same.id
        connection.execute(t.versions.update().where(chosen).values(current=True))
        outcome = Kept.NEW_VERSION
    if keep_again(connection, same.id, reading):
        outcome = Kept.RECODED if outcome is Kept.UNCHANGED else outcome
    return outcome


def new_pages(
    connection: Connection, readings: Sequence[Reading], kept: Sequence[Kept]
) -> list[str]:
    """Return the ids of pages that were not known before, where readings changed nothing else."""
    if not set(kept) <= {Kept.NEW, Kept.UNCHANGED}:
        return []
    told = (r.document for r, became in zip(readings, kept, strict=True) if became is Kept.NEW)
    return [page for each in told if (page := known_document(connection, each))]


def renew_sketches(connection: Connection) -> None:
    """Make the sketches of texts kept by an earlier form of the record anew."""
    v = t.versions.c
    for version in connection.execute(select(v.id)).scalars().all():
        text = connection.execute(select(v.text).where(v.id == version)).scalar_one()
        sketch = text_sketch(text).packed()
        connection.execute(t.versions.update().where(v.id == version).values(sketch=sketch))


def keep_again(connection: Connection, version: str, reading: Reading) -> bool:
    """Put another reading of a version in the place of the one kept; tell whether they differ.

    Where they do not, only the coder's version is noted.
    """
    v = t.versions.c
    kept = connection.execute(select(v.reading_hash, v.coder).where(v.id == version)).one()
    if kept.reading_hash != reading_hash(reading):
        _recode(connection, version, reading)
        return True
    if reading.coder and kept.coder != reading.coder:
        connection.execute(t.versions.update().where(v.id == version).values(coder=reading.coder))
    return False


def reading_hash(reading: Reading) -> str:
    """Return the hash of all that was read, bytes fetched and place of the file aside."""
    document = document_row(reading.document)
    document.update(path=None, sha256=None)
    parts = (
        reading.accounts,
        reading.people,
        reading.relations,
        reading.unread,
        reading.statements,
        reading.messages,
        reading.commitments,
    )
    return sha256(repr((sorted(document.items()), parts)).encode()).hexdigest()


def identity_of(document: Document) -> str:
    """Return by what a page is known again."""
    if document.url:
        return f"url:{document.url}"
    return f"path:{document.path}" if document.path else f"bytes:{document.sha256}"


def known_document(connection: Connection, document: Document) -> str | None:
    """Return the id under which the record keeps a page, None where it does not."""
    by_identity = select(t.documents.c.id).where(t.documents.c.identity == identity_of(document))
    found: str | None = connection.execute(by_identity).scalar()
    if found is not None or document.url:
        return found
    same_bytes = select(t.versions.c.document_id, t.versions.c.path).where(
        and_(t.versions.c.sha256 == document.sha256, t.versions.c.url.is_(None))
    )
    rows = connection.execute(same_bytes.order_by(t.versions.c.id)).all()
    return next((r.document_id for r in rows if _name(r.path) == _name(document.path)), None)


def _name(path: str | None) -> str:
    return (path or "").replace("\\", "/").rsplit("/", 1)[-1]


def _new_document(connection: Connection, document: Document) -> str:
    identity = identity_of(document)
    name = new_document_id(identity)
    connection.execute(t.documents.insert().values(id=name, identity=identity))
    return name


def new_document_id(identity: str) -> str:
    """Return the id of a page that the record does not have yet."""
    return blake2b(identity.encode(), digest_size=6).hexdigest()


def _add_version(connection: Connection, document: str, number: int, reading: Reading) -> None:
    version = f"{document}.{number}"
    row = version_row(load_outlets(connection), document, number, reading)
    connection.execute(t.versions.insert().values(row))
    _add_parts(connection, version, reading)


def version_row(outlets: Outlets, document: str, number: int, reading: Reading) -> dict[str, Any]:
    """Return the row of a page's newest version; ``outlets`` is what people said of outlets."""
    page = reading.document
    return {
        "id": f"{document}.{number}",
        "document_id": document,
        "number": number,
        "current": True,
        "sketch": text_sketch(page.text).packed(),
        "reading_hash": reading_hash(reading),
        "coder": reading.coder,
        **document_row(page),
        "outlet": outlets.called(page.outlet, page.url),
        "printed_outlet": page.outlet,
    }


def _add_parts(connection: Connection, version: str, reading: Reading) -> None:
    rows = part_rows(reading, version)
    for table in t.IN_ORDER:
        if rows.get(table):
            connection.execute(table.insert(), rows[table])
    index_version(connection, version)


def _document_columns(connection: Connection, document: Document) -> dict[str, Any]:
    listed = outlet_columns(connection, document.outlet, document.url)
    return {**document_row(document), **listed}


def _retire(connection: Connection, document: str) -> None:
    chosen = t.versions.c.document_id == document
    connection.execute(t.versions.update().where(chosen).values(current=False))


def _recode(connection: Connection, version: str, reading: Reading) -> None:
    """Replace what was read from a version; its accounts leave their engagements until linking."""
    forget_accounts(connection, select(t.accounts.c.id).where(t.accounts.c.version_id == version))
    for child, parent, column in _CHILDREN:
        of_version = select(parent.c.id).where(parent.c.version_id == version)
        connection.execute(child.delete().where(child.c[column].in_(of_version)))
    for table in t.PARTS:
        connection.execute(table.delete().where(table.c.version_id == version))
    page = _document_columns(connection, reading.document)
    values = {**page, "reading_hash": reading_hash(reading)}
    values["coder"] = reading.coder
    connection.execute(t.versions.update().where(t.versions.c.id == version).values(values))
    _add_parts(connection, version, reading)


_CHILDREN = (
    (t.parties, t.accounts, "account_id"),
    (t.claims, t.accounts, "account_id"),
    (t.commitment_states, t.commitments, "commitment_id"),
    (t.milestones, t.relations, "relation_id"),
)
