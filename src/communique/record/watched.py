"""What is watched, and how far: lists of pages, and the pages that they named.

Every step is one transaction, so that a watch which is killed goes on where it stopped: what a
list named is noted together with the answer's marks, by which the server is asked only for what is
new; a page's reading is kept together with the note that it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from communique.model import Reading
from communique.record import watch_tables as t
from communique.record.batches import batches
from communique.record.entries import Kept
from communique.record.keeping import keep_reading, known_document, new_pages
from communique.record.left_out import tells_nothing
from communique.record.relinking import mark_changed

Opening = Callable[[], AbstractContextManager[Connection]]

_NEVER = "9999"


class PageState(StrEnum):
    """How a watched page stands: to be fetched, kept in the record, or given up with a reason."""

    WAITING = "waiting"
    KEPT = "kept"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class WatchedList:
    """A feed, sitemap or listing of a source; not ``root`` where a sitemap's index named it.

    ``stamp`` is what the index says of its last change, and of a root how it is asked; ``etag``
    and ``last_modified`` are of the last answer, ``failures`` counts those since.
    """

    source: str
    url: str
    kind: str
    host: str
    root: bool = True
    stamp: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    failures: int = 0


@dataclass(frozen=True, slots=True)
class WatchedPage:
    """A page that a list named; ``tries`` counts the times that it could not be fetched."""

    source: str
    url: str
    host: str
    etag: str | None = None
    last_modified: str | None = None
    tries: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """What a list names: an address, its host, and what the list says of its last change."""

    url: str
    host: str
    stamp: str | None


@dataclass(frozen=True, slots=True)
class Marks:
    """By what a server knows again what it sent."""

    etag: str | None = None
    last_modified: str | None = None


class Watched:
    """The state of watching, kept in the record."""

    def __init__(self, reading: Opening, writing: Opening) -> None:
        """``reading`` and ``writing`` open the record for questions and for changes."""
        self._reading = reading
        self._writing = writing
        self._declared: frozenset[str] = frozenset()

    def declare(self, lists: Iterable[WatchedList], *, now: datetime, check: bool) -> None:
        """Take up the lists of sources; those that are new are due now.

        With ``check`` so are all the others, but those whose host asks to be left alone. A list
        that a source no longer has is forgotten, and with it the index's.
        """
        lists = list(lists)
        self._declared = frozenset(each.source for each in lists)
        w = t.watched_lists
        with self._writing() as connection:
            for source in self._declared:
                _forget_other_roots(
                    connection, source, [e.url for e in lists if e.source == source]
                )
            for each in lists:
                _add_list(connection, each, now)
            if check:
                mine = and_(w.c.source.in_(self._declared), w.c.root)
                free = or_(w.c.held_until.is_(None), w.c.held_until <= _at(now))
                connection.execute(w.update().where(mine, free).values(due_at=_at(now)))

    def due_lists(
        self, sources: Collection[str], now: datetime, but: Collection[str], since: datetime | None
    ) -> list[WatchedList]:
        """Return lists to be asked now, of other hosts than ``but``; none asked since then."""
        w = t.watched_lists.c
        query = select(t.watched_lists).where(_lists_of(sources, since), w.due_at <= _at(now))
        query = query.where(w.host.not_in(but)).order_by(w.due_at, w.url)
        with self._reading() as connection:
            return [
                WatchedList(
                    row.source, row.url, row.kind, row.host, row.root, row.stamp, row.etag,
                    row.last_modified, row.failures,
                )
                for row in connection.execute(query.limit(20))
            ]  # fmt: skip

    def due_page(
        self, sources: Collection[str], now: datetime, but: Collection[str]
    ) -> WatchedPage | None:
        """Return the page that has waited longest, of another host than ``but``."""
        p = t.watched_pages.c
        query = _waiting(sources).where(p.due_at <= _at(now), p.host.not_in(but))
        with self._reading() as connection:
            row = connection.execute(query.order_by(p.due_at, p.url).limit(1)).first()
        if row is None:
            return None
        return WatchedPage(row.source, row.url, row.host, row.etag, row.last_modified, row.tries)

    def next_due(self, sources: Collection[str], since: datetime | None) -> datetime | None:
        """Return when the next list or page is to be asked, None where there is none."""
        lists = select(func.min(t.watched_lists.c.due_at)).where(_lists_of(sources, since))
        pages = _waiting(sources).with_only_columns(func.min(t.watched_pages.c.due_at))
        with self._reading() as connection:
            found = [connection.execute(query).scalar() for query in (lists, pages)]
        times = [each for each in found if each is not None and each < _NEVER]
        return datetime.fromisoformat(min(times)) if times else None

    def named(
        self,
        one: WatchedList,
        marks: Marks,
        pages: Sequence[Named],
        lists: Sequence[Named],
        *,
        now: datetime,
        due: datetime,
    ) -> int:
        """Note what a list named, and when it is to be asked again; return the pages to fetch.

        A page that was named before waits again where the list says that it has changed. Lists of
        an index are due where they are new, have changed, or say nothing of changes.
        """
        with self._writing() as connection:
            new = _add_pages(connection, one.source, pages, now, self._declared)
            for each in lists:
                child = WatchedList(
                    one.source, each.url, one.kind, each.host, root=False, stamp=each.stamp
                )
                _add_list(connection, child, now)
            _checked(connection, one, marks, now, due)
        return new

    def unchanged(self, one: WatchedList, marks: Marks, *, now: datetime, due: datetime) -> None:
        """Note that a list still names what it did; what an index names may have changed."""
        w = t.watched_lists
        with self._writing() as connection:
            _checked(connection, one, marks, now, due)
            if one.root:
                silent = and_(w.c.source == one.source, ~w.c.root, w.c.stamp.is_(None))
                connection.execute(w.update().where(silent).values(due_at=_at(now)))

    def failed(self, one: WatchedList, said: str, due: datetime, *, held: bool = False) -> None:
        """Note that a list gave nothing, and when to ask it again; ``held`` where not sooner."""
        values = {"failures": one.failures + 1, "said": said, "due_at": _at(due)}
        values["held_until"] = _at(due) if held else None
        with self._writing() as connection:
            connection.execute(t.watched_lists.update().where(_list(one)).values(**values))

    def failing(self, sources: Collection[str]) -> list[tuple[str, str, str]]:
        """Return the lists that gave nothing when last asked: source, address and reason."""
        w = t.watched_lists.c
        query = select(w.source, w.url, w.said).where(w.source.in_(sources), w.failures > 0)
        with self._reading() as connection:
            return [(row.source, row.url, row.said) for row in connection.execute(query)]

    def keep(self, page: WatchedPage, marks: Marks, reading: Reading, now: datetime) -> Kept:
        """Keep a page's reading and note that it is done, both or neither."""
        with self._writing() as connection:
            kept = keep_reading(connection, reading)
            if kept is not Kept.UNCHANGED:
                mark_changed(connection, new=new_pages(connection, [reading], [kept]))
            _done(connection, page, PageState.KEPT, now, marks)
        return kept

    def left_out(self, page: WatchedPage, reading: Reading, now: datetime) -> bool:
        """Note that a page tells nothing and is done; not where the record knows it from before."""
        if not tells_nothing(reading):
            return False
        with self._writing() as connection:
            if known_document(connection, reading.document) is not None:
                return False
            _done(connection, page, PageState.REFUSED, now, Marks(), "no engagement: left out")
        return True

    def known(self, page: WatchedPage, now: datetime) -> None:
        """Note that a page is still what was kept of it."""
        with self._writing() as connection:
            _done(connection, page, PageState.KEPT, now, Marks(page.etag, page.last_modified))

    def refused(self, page: WatchedPage, said: str, now: datetime) -> None:
        """Note that a page is given up, and why; it waits again once its list says otherwise."""
        with self._writing() as connection:
            _done(connection, page, PageState.REFUSED, now, Marks(), said)

    def put_off(self, page: WatchedPage, said: str, due: datetime) -> None:
        """Note that a page could not be fetched, and when it is to be tried again."""
        values = {"tries": page.tries + 1, "said": said, "due_at": _at(due)}
        chosen = t.watched_pages.c.url == page.url
        with self._writing() as connection:
            connection.execute(t.watched_pages.update().where(chosen).values(**values))

    def states(self, sources: Collection[str]) -> dict[str, int]:
        """Return how many pages of the sources stand how."""
        p = t.watched_pages.c
        query = (
            select(p.state, func.count().label("number"))
            .where(p.source.in_(sources))
            .group_by(p.state)
        )
        with self._reading() as connection:
            return {row.state: row.number for row in connection.execute(query)}

    def sources(self) -> set[str]:
        """Return the names of all sources whose lists are known."""
        with self._reading() as connection:
            return set(connection.execute(select(t.watched_lists.c.source)).scalars())

    def given_up(self) -> dict[str, str]:
        """Return the pages that are given up, by address, with the reasons."""
        p = t.watched_pages.c
        query = select(p.url, p.said).where(p.state == PageState.REFUSED)
        with self._reading() as connection:
            return {row.url: row.said or "" for row in connection.execute(query)}

    def waiting(self, source: str) -> int:
        """Return how many pages of a source are still to be fetched."""
        return self.states([source]).get(PageState.WAITING, 0)

    def unknown(self, source: str, pages: Sequence[Named]) -> list[Named]:
        """Return which of the pages a source names for the first time, or as changed."""
        with self._reading() as connection:
            found = _rows_of(connection, pages)
        return [
            each
            for each in pages
            if each.url not in found or _newer(source, each.stamp, found[each.url])
        ]


def _forget_other_roots(connection: Connection, source: str, urls: Sequence[str]) -> None:
    w = t.watched_lists
    others = and_(w.c.source == source, w.c.root, w.c.url.not_in(urls))
    if connection.execute(w.delete().where(others)).rowcount:
        connection.execute(w.delete().where(w.c.source == source, ~w.c.root))


def _add_list(connection: Connection, one: WatchedList, now: datetime) -> None:
    """Take up a list; one that is asked otherwise, or that has changed, is due."""
    w = t.watched_lists
    row = connection.execute(select(w).where(_list(one))).first()
    values: dict[str, Any] = {"kind": one.kind, "stamp": one.stamp, "due_at": _at(now)}
    if row is None:
        values |= {"source": one.source, "url": one.url, "host": one.host, "root": one.root}
        connection.execute(w.insert().values(**values, failures=0))
    elif one.root and (row.kind, row.stamp) != (one.kind, one.stamp):
        values |= {"etag": None, "last_modified": None, "checked_at": None}
        connection.execute(w.update().where(_list(one)).values(**values))
        connection.execute(w.delete().where(w.c.source == one.source, ~w.c.root))
    elif not one.root and (one.stamp is None or one.stamp != row.stamp):
        connection.execute(w.update().where(_list(one)).values(**values))


def _add_pages(
    connection: Connection,
    source: str,
    pages: Sequence[Named],
    now: datetime,
    declared: Collection[str],
) -> int:
    """Have pages wait that are new or have changed; return how many did not before.

    A page stays with the source that named it first, while that is ``declared``.
    """
    p = t.watched_pages
    found = _rows_of(connection, pages)
    again = {"state": PageState.WAITING, "due_at": _at(now), "tries": 0}
    new, changed = [], 0
    for one in pages:
        row = found.get(one.url)
        values: dict[str, Any] = {"source": source, "stamp": one.stamp}
        if row is None:
            new.append({**values, "url": one.url, "host": one.host, "found_at": _at(now), **again})
            continue
        newer = _newer(source, one.stamp, row)
        if newer and row.state != PageState.WAITING:
            changed += 1
            values |= again
        elif not newer and row.source in declared:
            continue
        connection.execute(p.update().where(p.c.url == one.url).values(**values))
    for some in batches(new):
        connection.execute(p.insert(), some)
    return len(new) + changed


def _rows_of(connection: Connection, pages: Sequence[Named]) -> dict[str, Any]:
    p = t.watched_pages.c
    found: dict[str, Any] = {}
    for some in batches([each.url for each in pages]):
        query = select(p.url, p.source, p.stamp, p.state).where(p.url.in_(some))
        found |= {row.url: row for row in connection.execute(query)}
    return found


def _newer(source: str, stamp: str | None, row: Any) -> bool:
    """Tell whether a page is not as it was, by the source that it came from.

    Another source may word the same day otherwise.
    """
    if stamp is None or row.stamp is None or row.source != source:
        return False
    return bool(stamp != row.stamp)


def _checked(
    connection: Connection, one: WatchedList, marks: Marks, now: datetime, due: datetime
) -> None:
    values = {"etag": marks.etag, "last_modified": marks.last_modified, "failures": 0}
    values |= {
        "said": None,
        "held_until": None,
        "checked_at": _at(now),
        "due_at": _at(due) if one.root else _NEVER,
    }
    connection.execute(t.watched_lists.update().where(_list(one)).values(**values))


def _done(
    connection: Connection,
    page: WatchedPage,
    state: PageState,
    now: datetime,
    marks: Marks,
    said: str | None = None,
) -> None:
    values = {"state": state, "done_at": _at(now), "said": said, "tries": 0}
    values |= {"etag": marks.etag, "last_modified": marks.last_modified}
    chosen = t.watched_pages.c.url == page.url
    connection.execute(t.watched_pages.update().where(chosen).values(**values))


def _list(one: WatchedList) -> ColumnElement[bool]:
    return and_(t.watched_lists.c.source == one.source, t.watched_lists.c.url == one.url)


def _lists_of(sources: Collection[str], since: datetime | None) -> ColumnElement[bool]:
    w = t.watched_lists.c
    mine = w.source.in_(sources)
    if since is None:
        return mine
    return and_(mine, or_(w.checked_at.is_(None), w.checked_at < _at(since)))


def _waiting(sources: Collection[str]) -> Select[Any]:
    p = t.watched_pages
    return select(p).where(p.c.source.in_(sources), p.c.state == PageState.WAITING)


def _at(moment: datetime) -> str:
    """Return a moment so that the order of texts is that of time."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
