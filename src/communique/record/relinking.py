"""Linking kept in step with what is kept: every change is counted, and what was linked when."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from communique.linking import link_corpus
from communique.record import tables as t
from communique.record.entries import LinkSummary
from communique.record.linked_rows import write_linked
from communique.record.rows import read_corpus

_CHANGES = "changes"
_LINKED = "linked"


def is_linked(connection: Connection) -> bool:
    """Tell whether all that is kept has been linked."""
    return _value(connection, _LINKED) == _value(connection, _CHANGES, "0")


def changes(connection: Connection) -> str:
    """Return a word that is another after every change of what is kept."""
    return _value(connection, _CHANGES, "0") or "0"


def mark_changed(connection: Connection) -> None:
    """Note that what is kept has changed, so that it has to be linked anew."""
    _write(connection, _CHANGES, str(int(changes(connection)) + 1))


def link_now(connection: Connection) -> None:
    """Link all that is kept, within the caller's transaction."""
    write_linked(connection, link_corpus(read_corpus(connection)))
    mark_linked(connection)


def mark_linked(connection: Connection) -> None:
    """Note that what is kept now is what was linked."""
    _write(connection, _LINKED, changes(connection))


def summary(connection: Connection, *, fresh: bool) -> LinkSummary:
    """Return how much linking made; ``fresh`` tells whether there was anything to do."""
    engagements, commitments, people = (
        connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in (t.engagements, t.linked_commitments, t.linked_people)
    )
    return LinkSummary(engagements, commitments, people, fresh)


def _value(connection: Connection, name: str, default: str | None = None) -> str | None:
    row = connection.execute(t.meta.select().where(t.meta.c.name == name)).first()
    return default if row is None else row.value


def _write(connection: Connection, name: str, value: str) -> None:
    connection.execute(t.meta.delete().where(t.meta.c.name == name))
    connection.execute(t.meta.insert().values(name=name, value=value))
