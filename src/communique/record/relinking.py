"""Linking kept in step with what is kept: every change is counted, and what was linked when."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from communique.linking.again import Linking
from communique.linking.rows import Corpus
from communique.linking.scoring import ScorePairs
from communique.record import tables as t
from communique.record.deciding import apply_decisions
from communique.record.entries import LinkSummary
from communique.record.linked_by import linking_program
from communique.record.linked_groups import Digests, Origin
from communique.record.linked_writing import LinkedWriter
from communique.record.near_linking import link_part
from communique.record.near_writing import NearWriter
from communique.record.rereading import Rereading
from communique.record.review.settling import settle

_CHANGES = "changes"
# The change with which pages last changed, not only what people decided.
_PAGES = "pages"
_LINKED = "linked"
_TAKEN = "seconds to link"
_PROGRAM = "linked by"
Writer = LinkedWriter | NearWriter
# Pages changed of which nothing more is known.
_ANY = "*"
# Before the id of a page of which only the outlet is another.
_LISTED = "~"


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


def mark_changed(
    connection: Connection,
    *,
    pages: bool = True,
    new: Collection[str] = (),
    listed: Collection[str] = (),
) -> None:
    """Note that what is kept has changed, pages or only decisions, and has to be linked anew.

    ``new`` are the pages that came, or ``listed`` those that go by another outlet, where that is
    all.
    """
    number = int(changes(connection)) + 1
    _write(connection, _CHANGES, str(number))
    if pages:
        _write(connection, _PAGES, str(number))
        told = [*new, *(f"{_LISTED}{page}" for page in listed)] or [_ANY]
        rows = [{"document_id": page, "change": number} for page in told]
        connection.execute(t.changed_pages.insert(), rows)


@dataclass(frozen=True, slots=True)
class Moment:
    """Which changes have been seen, which of them were of pages, and what was linked then."""

    changes: str
    pages: str | None
    linked: str | None


@dataclass(frozen=True, slots=True)
class Seen(Moment):
    """What linking starts from, all of one moment."""

    corpus: Corpus
    origins: Mapping[str, Origin]


class Relinking:
    """Links a record again and again, reading and joining anew only what has changed."""

    def __init__(self, score: ScorePairs | None = None) -> None:
        """``score`` weighs the pairs of many accounts at once, elsewhere than here."""
        self._rows, self._linking, self._digests = Rereading(), Linking(score), Digests()
        self._last: Seen | None = None

    def begin(self, connection: Connection) -> tuple[Moment, Callable[[], Writer]]:
        """Return what was seen, and what links it without the record: nobody need wait for it."""
        part = see_part(connection)
        if part is not None:
            moment, made = part
            return moment, lambda: made
        seen = self.see(connection)
        return seen, lambda: self.link(seen)

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
        """Link all that was seen."""
        linked = self._linking.link(seen.corpus)
        return LinkedWriter(linked, seen.origins, seen.corpus.decisions, self._digests)


def see_part(connection: Connection) -> tuple[Moment, NearWriter] | None:
    """Link new pages and decisions alone; None where everything has to be linked."""
    moment = _moment(connection)
    if not was_linked(connection) or _value(connection, _PROGRAM) != linking_program():
        return None
    pages = connection.execute(select(t.changed_pages.c.document_id)).scalars().all()
    new = [page for page in pages if not page.startswith(_LISTED)]
    if _ANY in new or len(set(new)) < len(new):
        return None
    listed = {page.removeprefix(_LISTED) for page in pages if page.startswith(_LISTED)}
    made = link_part(connection, new, apply_decisions(connection).decisions, listed)
    return (moment, made) if made else None


def _moment(connection: Connection) -> Moment:
    pages, linked = _value(connection, _PAGES), _value(connection, _LINKED)
    return Moment(changes(connection), pages, linked)


def put_linked(connection: Connection, seen: Moment, made: Writer) -> None:
    """Write an outcome, unless somebody has written another one meanwhile.

    It stands for the changes that were seen; later ones still wait.
    """
    if _value(connection, _LINKED) == seen.linked:
        made.write(connection)
        settle(connection)
        _write(connection, _LINKED, seen.changes)
        _write(connection, _PROGRAM, linking_program())
        seen_by_then = t.changed_pages.c.change <= int(seen.changes)
        connection.execute(t.changed_pages.delete().where(seen_by_then))


def link_now(connection: Connection) -> None:
    """Link all that is kept, within the caller's transaction."""
    moment, link = Relinking().begin(connection)
    put_linked(connection, moment, link())


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
