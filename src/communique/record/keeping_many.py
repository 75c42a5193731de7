"""Keeping many readings at once: the rows of pages that are new are written table by table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select

from communique.model import Reading
from communique.record import tables as t
from communique.record.batches import among, batches
from communique.record.entries import Kept
from communique.record.keeping import identity_of, keep_reading, new_document_id, version_row
from communique.record.outlets import load_outlets
from communique.record.passages import add_words, passages_of
from communique.record.storing import part_rows

Row = dict[str, Any]


def keep_readings(connection: Connection, readings: Sequence[Reading]) -> list[Kept]:
    """Put readings into the record as ``keep_reading`` would one after the other."""
    plain = _new_and_once(connection, readings)
    _write([readings[n] for n in sorted(plain)], connection)
    return [
        Kept.NEW if n in plain else keep_reading(connection, reading)
        for n, reading in enumerate(readings)
    ]


def _new_and_once(connection: Connection, readings: Sequence[Reading]) -> Collection[int]:
    """Return the numbers of readings whose pages are nothing to the record, nor to one another."""
    identities = [identity_of(reading.document) for reading in readings]
    digests = [reading.document.sha256 for reading in readings]
    d, v = t.documents.c, t.versions.c
    asked = select(d.identity).where(among(connection, d.identity, identities))
    known = set(connection.execute(asked).scalars())
    no_url = [reading.document.sha256 for reading in readings if not reading.document.url]
    asked = select(v.sha256).where(among(connection, v.sha256, no_url))
    same = set(connection.execute(asked).scalars())
    often, alike = Counter(identities), Counter(digests)
    return {
        n
        for n, (identity, digest) in enumerate(zip(identities, digests, strict=True))
        if identity not in known
        and often[identity] == 1
        and (readings[n].document.url or (digest not in same and alike[digest] == 1))
    }


def _write(readings: Sequence[Reading], connection: Connection) -> None:
    """Write the rows of pages that the record does not know."""
    if not readings:
        return
    outlets = load_outlets(connection)
    rows: dict[Table, list[Row]] = defaultdict(list)
    passages: list[Row] = []
    latest = connection.execute(select(func.max(t.passages.c.number))).scalar() or 0
    for reading in readings:
        identity = identity_of(reading.document)
        document = new_document_id(identity)
        version = version_row(outlets, document, 1, reading)
        rows[t.documents].append({"id": document, "identity": identity})
        rows[t.versions].append(version)
        parts = part_rows(reading, version["id"])
        for table, some in parts.items():
            rows[table] += some
        said = sorted((row["id"], row["content"]) for row in parts.get(t.statements, ()))
        for owner, part, words in passages_of(
            version["id"], version["title"], version["text"], said
        ):
            passages.append(
                {
                    "number": latest + len(passages) + 1,
                    "version_id": version["id"],
                    "owner": owner,
                    "part": part,
                    "words": words,
                }
            )
    for table in t.IN_ORDER:
        for batch in batches(rows.get(table, ())):
            connection.execute(table.insert(), batch)
    add_words(connection, passages)
