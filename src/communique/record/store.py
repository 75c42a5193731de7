"""The record: what is kept of all pages, and every question to it."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import ArgumentError, DatabaseError

from communique.model import Reading
from communique.record import tables as t
from communique.record.asking import (
    Wanted,
    engagement_id,
    find_engagements,
    load_documents,
    load_engagement,
    load_engagements,
)
from communique.record.asking_more import (
    load_commitments,
    load_people,
    load_relations,
    load_unread,
)
from communique.record.batches import batches
from communique.record.checking import check_index, check_record
from communique.record.connecting import engine_for, for_asking, for_writing, shown
from communique.record.copying import copy_rows
from communique.record.corrections import Corrections
from communique.record.disagreements import disagreements
from communique.record.entries import (
    CommitmentEntry,
    DocumentEntry,
    EngagementEntry,
    Fault,
    Hit,
    Kept,
    LinkSummary,
    PersonEntry,
    RelationEntry,
    UnreadEntry,
)
from communique.record.errors import RecordError
from communique.record.failed_logins import FailedLogins
from communique.record.finding import Finding
from communique.record.given import Given
from communique.record.keeping import keep_reading, new_pages, renew_sketches
from communique.record.keeping_many import keep_readings
from communique.record.left_out import LeftOut
from communique.record.migrating import (
    FIRST_WITH_SEARCH,
    FIRST_WITH_SKETCHES_OF_GIST,
    is_current,
    migrate,
)
from communique.record.passages import index_everything
from communique.record.recoding import KeptPage, Recoded, kept_pages, recode
from communique.record.relinking import (
    Relinking,
    is_linked,
    link_now,
    mark_changed,
    mark_taken,
    put_linked,
    revision,
    summary,
    taken,
    waiting,
    was_linked,
)
from communique.record.restoring import load_readings
from communique.record.review.review import Review
from communique.record.searching import search
from communique.record.users import Users
from communique.record.watched import Watched

_CHUNK = 50
_TRIES = 3
_SQLITE = b"SQLite format 3\0"


class Record:
    """A record open for reading and writing; use as a context manager or ``close`` it."""

    def __init__(self, engine: Engine, *, link_first: bool = True) -> None:
        self._engine = engine
        self._link_first = link_first
        self.corrections = Corrections(self._asking, self._writing)
        self.users = Users(self._reading, self._writing)
        self.failed_logins = FailedLogins(self._reading, self._writing)
        self.given = Given(self._reading, self._writing)
        self.watched = Watched(self._reading, self._writing)
        self.left_out = LeftOut(self._reading, self._writing)
        self.finding = Finding(self._asking)
        self.review = Review(self._asking, self.corrections)

    @classmethod
    def open(cls, target: str | Path, *, create: bool = True, link_first: bool = True) -> Record:
        """Open the record at a path or database URL, bringing it to the current form.

        Questions link first what came in since; unless ``link_first``, they answer from what was
        linked last, at once, and a ``Linker`` beside it links. What was never linked in this form
        is linked now.

        Raises RecordError, which names the record and the reason, where it cannot be opened, is no
        record, is of a later form, or (unless ``create``) is not there.
        """
        target = str(target)
        if not create and "://" not in target and not Path(target).exists():
            raise RecordError(f"no record at {target}; read some pages first")
        try:
            record = cls._opened(target, link_first)
            if not link_first and not record._was_linked():
                record.link()
            return record
        except RecordError as error:
            raise RecordError(f"cannot open {shown(target)}: {error}") from error
        except (DatabaseError, ArgumentError) as error:
            reason = _wrong_path(target) or _reason(error)
            raise RecordError(f"cannot open {shown(target)}: {reason}") from error
        except ModuleNotFoundError as error:
            hint = f"{error.name} is missing: pip install 'communique[postgresql]'"
            raise RecordError(f"cannot open {shown(target)}: {hint}") from error

    @classmethod
    def _opened(cls, target: str, link_first: bool) -> Record:
        record = cls(engine_for(target), link_first=link_first)
        with record._engine.connect() as connection:
            current = is_current(connection)
        if not current:
            with for_writing(record._engine).begin() as connection:
                before = migrate(connection)
                if 0 < before < FIRST_WITH_SEARCH:
                    index_everything(connection)
                if 0 < before < FIRST_WITH_SKETCHES_OF_GIST:
                    renew_sketches(connection)
        return record

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def keep(self, reading: Reading) -> Kept:
        """Keep one page's reading, whole or not at all, and tell what became of it."""
        with self._writing() as connection:
            kept = keep_reading(connection, reading)
            if kept is not Kept.UNCHANGED:
                mark_changed(connection, new=new_pages(connection, [reading], [kept]))
        return kept

    def keep_all(self, readings: Sequence[Reading]) -> list[Kept]:
        """Keep some hundreds of readings, all or none of them, as ``keep`` would one by one."""
        with self._writing() as connection:
            kept = keep_readings(connection, readings)
            if set(kept) - {Kept.UNCHANGED}:
                mark_changed(connection, new=new_pages(connection, readings, kept))
        return kept

    def link(self, linking: Relinking | None = None) -> LinkSummary:
        """Join the accounts of all pages, if any page has changed since they were last joined.

        Writers need not wait meanwhile: where one of them was quicker, linking goes on.
        """
        fresh = False
        for _ in range(_TRIES):
            with self._reading() as connection:
                if is_linked(connection):
                    return summary(connection, fresh=fresh)
            self.link_once(linking)
            fresh = True
        with self._writing() as connection:
            link_now(connection)
            return summary(connection, fresh=True)

    def link_once(self, linking: Relinking | None = None) -> None:
        """Join the accounts of all pages as they are now; what changes meanwhile still waits.

        One ``linking`` for many times keeps what the next time may need.
        """
        linking, begun = linking or Relinking(), time.monotonic()
        with self._reading() as connection:
            moment, link = linking.begin(connection)
        made = link()
        with self._writing() as connection:
            put_linked(connection, moment, made)
            mark_taken(connection, time.monotonic() - begun)

    def seconds_to_link(self) -> float:
        """Return how long the last linking took, 0 where none is known."""
        with self._reading() as connection:
            return taken(connection)

    def revision(self) -> str:
        """Return a word that is another whenever lists and engagements may be."""
        with self._reading() as connection:
            return revision(connection)

    def waiting(self) -> int:
        """Return how many changes have been kept since the accounts were last joined."""
        with self._reading() as connection:
            return waiting(connection)

    def engagements(
        self,
        *,
        states: tuple[str, ...] = (),
        since: str | None = None,
        until: str | None = None,
        kind: str | None = None,
        person: str | None = None,
        topic: str | None = None,
        accounts: bool = False,
    ) -> Iterator[EngagementEntry]:
        """Yield engagements in order of time, a few in memory at once.

        ``states`` are codes, every one a side; ``since`` and ``until`` ISO partial dates;
        ``person`` an id or a name. With ``accounts`` each comes with its accounts and comparison.
        """
        with self._asking() as connection:
            wanted = Wanted(tuple(states), since, until, kind, person, topic)
            found = find_engagements(connection, wanted)
            yield from load_engagements(connection, found, accounts=accounts)

    def engagement(self, name: str) -> EngagementEntry:
        """Return one engagement by its id or the beginning of it, with accounts and comparison.

        Raises RecordError where none or several begin so; the message names the several.
        """
        with self._asking() as connection:
            return load_engagement(connection, engagement_id(connection, name))

    def commitments(
        self, *, open_only: bool = False, states: tuple[str, ...] = ()
    ) -> list[CommitmentEntry]:
        """Return commitments, oldest first."""
        with self._asking() as connection:
            return load_commitments(connection, open_only=open_only, states=states)

    def people(self, ids: Sequence[str] | None = None) -> list[PersonEntry]:
        """Return everyone, or some (at most some hundreds), with their spellings and tenures."""
        with self._asking() as connection:
            return load_people(connection, ids)

    def relations(self, between: tuple[str, str] | None = None) -> list[RelationEntry]:
        """Return declared relations with their milestones, all or those of two states."""
        with self._asking() as connection:
            states = (min(between), max(between)) if between else None
            return load_relations(connection, states)

    def unread(self, pages: Collection[str] | None = None) -> list[UnreadEntry]:
        """Return the sentences that look like an engagement and could not be coded.

        Of all pages, or of those with these ids.
        """
        with self._asking() as connection:
            return list(load_unread(connection, pages))

    def documents(self) -> list[DocumentEntry]:
        """Return the current version of every page, by id."""
        with self._asking() as connection:
            return list(load_documents(connection).values())

    def search(self, words: str, most: int = 50) -> list[Hit]:
        """Return the titles, texts and statements of current pages that hold all the words.

        Words in double quotes have to stand so; a word of four letters or more finds every word
        that begins with it. The best come first, ``most`` of them. Raises RecordError where no
        word is given.
        """
        with self._asking() as connection:
            return search(connection, words, most)

    def readings(self) -> Iterator[Reading]:
        """Yield the current reading of every page, by document id, a few in memory at once."""
        with self._asking() as connection:
            v = t.versions.c
            query = select(v.id).where(v.current).order_by(v.document_id)
            ids = list(connection.execute(query).scalars())
            for chunk in batches(ids, _CHUNK):
                found = load_readings(connection, chunk)
                yield from (found[name] for name in chunk)

    def kept_pages(self) -> Iterator[KeptPage]:
        """Yield every page as it can be read again, a few in memory at once."""
        with self._reading() as connection:
            yield from kept_pages(connection)

    def recode(self, readings: Iterable[tuple[str, Reading]], *, keep: bool) -> Recoded:
        """Tell what new readings, by id of version, change; keep all of them, or else none."""
        with self._writing() as connection:
            recoded = recode(connection, readings)
            if recoded.pages and not keep:
                connection.rollback()
        return recoded

    def copy_to(self, other: Record) -> int:
        """Copy all that was read and decided into another, empty record; return its pages.

        Raises RecordError where the other is not empty; it is as it was then.
        """
        with self._reading() as source, other._writing() as target:
            return copy_rows(source, target)

    def check(self) -> list[Fault]:
        """Verify the record: spans, references, rules of the codebook; unread are notices."""
        with self._writing() as connection:
            found = list(check_index(connection))
        with self._asking() as connection:
            return found + list(check_record(connection))

    def disagreements(self) -> list[Fault]:
        """Return where independent accounts of an engagement cannot all be right, as notices."""
        with self._asking() as connection:
            ids = find_engagements(connection, Wanted())
            entries = load_engagements(connection, ids, accounts=True)
            return list(disagreements(entries, load_commitments(connection)))

    def _was_linked(self) -> bool:
        with self._reading() as connection:
            return was_linked(connection)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with _told_plainly(), for_writing(self._engine).begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _told_plainly(), for_asking(self._engine).begin() as connection:
            yield connection

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        """Open a connection for questions, linking first where a page came in and it is asked for.

        All questions of one connection see the record as it was at one moment.
        """
        for _ in range(_TRIES):
            with self._reading() as connection:
                if not self._link_first or is_linked(connection):
                    yield connection
                    return
            self.link()
        # Writers are always quicker: let them wait for once.
        with self._writing() as connection:
            link_now(connection)
            yield connection


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Turn what a database complains of into a RecordError."""
    try:
        yield
    except DatabaseError as error:
        raise RecordError(f"the record's database failed: {_reason(error)}") from error


def _wrong_path(target: str) -> str | None:
    """Return why no SQLite file can be at a path, where its place or its kind is the reason."""
    path = Path(target)
    if "://" in target:
        return None
    if path.is_dir():
        return "it is a folder; name a file in it"
    if not path.parent.is_dir():
        return f"there is no folder {path.parent}; make it first"
    if path.is_file() and not _may_be_sqlite(path):
        return "it is not a database; a record has a file of its own, name another for it"
    return None


def _may_be_sqlite(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) in (b"", _SQLITE)
    except OSError:
        return True


def _reason(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    return str(cause).splitlines()[0]
