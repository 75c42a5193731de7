"""Linking kept in step with what is kept: every change is counted, and what was linked when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from communique.linking.again import Linking
from communique.linking.rows import Corpus
from communique.linking.scoring import ScorePairs
from communique.record import tables as t
from communique.record.deciding import apply_decisions
from communique.record.entries import LinkSummary
from communique.record.linked_groups import Digests, Origin
from communique.record.linked_writing import LinkedWriter
from communique.record.rereading import Rereading
from communique.record.review.settling import settle

_CHANGES = "changes"
# The change with which pages last changed, not only what people decided.
_PAGES = "pages"
_LINKED = "linked"
_TAKEN = "seconds to link"


def is_linked(connection: Connection) -> bool:
    """Tell whether all that is kept has been linked."""
    return _value(connection, _LINKED) == _value(connection, _CHANGES, "0")


def changes(connection: Connection) -> str:
    """Return a word that is another after every change of what is kept."""
    return _value(connection, _CHANGES, "0") or "0"


def revision(connection: Connection) -> str:
    """Return a word that is another whenever lists and engagements may be other than they were."""
    return f"{changes(connection)}.{_value(connection, _LINKED)}"


def was_linked(connection: Connection) -> bool:
    """Tell whether there is an outcome of linking in the record's form, be it of earlier pages."""
    return (_value(connection, _LINKED) or "").isdecimal()


def waiting(connection: Connection) -> int:
    """Return how many changes of what is kept have not been linked."""
    linked = _value(connection, _LINKED) or ""
    return int(changes(connection)) - (int(linked) if linked.isdecimal() else 0)


def mark_changed(connection: Connection, *, pages: bool = True) -> None:
    """Note that what is kept has changed, pages or only decisions, and has to be linked anew."""
    number = str(int(changes(connection)) + 1)
    _write(connection, _CHANGES, number)
    if pages:
        _write(connection, _PAGES, number)


@dataclass(frozen=True, slots=True)
class Seen:
    """What linking starts from, all of one moment."""

    changes: str
    pages: str | None
    linked: str | None
    corpus: Corpus
    origins: Mapping[str, Origin]


class Relinking:
    """Links a record again and again, reading and joining anew only what has changed."""

    def __init__(self, score: ScorePairs | None = None) -> None:
        """``score`` weighs the pairs of many accounts at once, elsewhere than here."""
        self._rows, self._linking, self._digests = Rereading(), Linking(score), Digests()
        self._last: Seen | None = None

    def see(self, connection: Connection) -> Seen:
        """Return what linking starts from."""
        counted, pages = changes(connection), _value(connection, _PAGES)
        linked, last = _value(connection, _LINKED), self._last
        if last is not None and pages is not None and last.pages == pages:
            corpus, origins = last.corpus, last.origins
        else:
            corpus, origins = self._rows.read(connection)
        corpus = replace(corpus, decisions=apply_decisions(connection).decisions)
        self._last = Seen(counted, pages, linked, corpus, origins)
        return self._last

    def link(self, seen: Seen) -> LinkedWriter:
        """Link, without the record; nobody need wait for it."""
        return LinkedWriter(self._linking.link(seen.corpus), seen.origins, self._digests)


def put_linked(connection: Connection, seen: Seen, made: LinkedWriter) -> None:
    """Write an outcome, unless somebody has written another one meanwhile.

    It stands for the changes that were seen; later ones still wait.
    """
    if _value(connection, _LINKED) == seen.linked:
        made.write(connection)
        settle(connection)
        _write(connection, _LINKED, seen.changes)


def link_now(connection: Connection) -> None:
    """Link all that is kept, within the caller's transaction."""
    linking = Relinking()
    seen = linking.see(connection)
    put_linked(connection, seen, linking.link(seen))


def mark_taken(connection: Connection, seconds: float) -> None:
    """Note how long the last linking took."""
    _write(connection, _TAKEN, f"{seconds:.2f}")


def taken(connection: Connection) -> float:
    """Return how many seconds the last linking took, 0 where none is known."""
    return float(_value(connection, _TAKEN) or 0)


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
