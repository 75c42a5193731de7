"""What can be searched: the title, the text and the statements of every version, as plain words.

Words are folded as linking folds them (no accents, small Latin letters) before a database sees
them, so that SQLite and PostgreSQL find the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, func, select, text

from communique.linking.words import folded
from communique.record import tables as t
from communique.record.batches import batches

Row = dict[str, Any]

TITLE, TEXT, STATEMENT = "title", "text", "statement"
# A database takes only so many words of one text; no page of news comes near.
_MOST_WORDS = 50_000
# A possessive is of the word before it: who looks for "Lam" means "Lam's", too.
_PRINTED_WORD = re.compile(r"(?P<word>[^\W_]+(?:['’ʻʼ`](?!s\b)[^\W_]+)*)(?:['’]s\b)?")


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word, and where it stands in the text as code points."""

    folded: str
    start: int
    end: int


def words_of(printed: str) -> Iterator[Word]:
    """Yield the words of a text in order; one printed word may fold to several."""
    for found in _PRINTED_WORD.finditer(printed):
        for word in folded(found["word"]):
            yield Word(word, *found.span("word"))


def index_version(connection: Connection, version: str) -> None:
    """Make a version findable by what it holds now, in the place of what it held before."""
    _forget(connection, version)
    latest = connection.execute(select(func.max(t.passages.c.number))).scalar() or 0
    rows = [
        {"number": number, "version_id": version, "owner": owner, "part": part, "words": words}
        for number, (owner, part, words) in enumerate(_passages(connection, version), latest + 1)
    ]
    if rows:
        add_words(connection, rows)


def index_everything(connection: Connection) -> None:
    """Make every version findable; for a record that was kept before there was a search."""
    for version in connection.execute(select(t.versions.c.id)).scalars().all():
        index_version(connection, version)


def _passages(connection: Connection, version: str) -> Iterator[tuple[str, str, str]]:
    """Yield the owner, the part and the folded words of each passage."""
    v, s = t.versions.c, t.statements.c
    row = connection.execute(select(v.title, v.text).where(v.id == version)).one()
    said = select(s.id, s.content).where(s.version_id == version).order_by(s.id)
    statements = [(each.id, each.content) for each in connection.execute(said)]
    yield from passages_of(version, row.title, row.text, statements)


def passages_of(
    version: str, title: str | None, text: str, statements: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, str, str]]:
    """Yield the owner, the part and the folded words of each passage of a page.

    ``statements`` are the ids and contents of what is said on it.
    """
    parts = [(version, TITLE, title), (version, TEXT, text)]
    parts += [(owner, STATEMENT, content) for owner, content in statements]
    for owner, part, printed in parts:
        words = islice(words_of(printed or ""), _MOST_WORDS)
        together = " ".join(word.folded for word in words)
        if together or part == TEXT:
            yield owner, part, together


def _forget(connection: Connection, version: str) -> None:
    of_version = t.passages.c.version_id == version
    if connection.dialect.name == "sqlite":
        numbers = connection.execute(select(t.passages.c.number).where(of_version)).scalars()
        for number in numbers.all():
            connection.execute(text("DELETE FROM search WHERE rowid = :number"), {"number": number})
    connection.execute(t.passages.delete().where(of_version))


def add_words(connection: Connection, rows: list[Row]) -> None:
    """Add passages with their folded words, and make them findable."""
    if connection.dialect.name == "sqlite":
        connection.execute(t.passages.insert(), [_without_words(row) for row in rows])
        into = text("INSERT INTO search (rowid, words) VALUES (:number, :words)")
    else:
        into = text(
            "INSERT INTO passages (number, version_id, owner, part, words) "
            "VALUES (:number, :version_id, :owner, :part, to_tsvector('simple', :words))"
        )
    for batch in batches(rows):
        connection.execute(into, batch)


def _without_words(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "words"}
