"""Verifying a record: the database itself, every page's reading, and what linking made of them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DatabaseError

from communique.linking.decisions import of_verb
from communique.linking.rows import Verb
from communique.model import CLOSING_STATES, Reading
from communique.record import tables as t
from communique.record.asking_more import load_unread
from communique.record.deciding import apply_decisions
from communique.record.entries import Fault
from communique.record.passages import TEXT
from communique.record.restoring import load_readings
from communique.record.rules import broken_rules, known_states

_CHUNK = 50
_CLOSING = frozenset(state.value for state in CLOSING_STATES)


def check_record(connection: Connection) -> Iterator[Fault]:
    """Yield every fault, then the unread sentences as notices."""
    yield from _check_database(connection)
    yield from _check_pages(connection)
    yield from _check_columns(connection)
    yield from _check_links(connection)
    yield from _check_commitments(connection)
    yield from _check_decisions(connection)
    yield from _check_search(connection)
    for unread in load_unread(connection):
        where = f"characters {unread.span.start} to {unread.span.end}"
        words = f"{unread.reason}: {unread.span.quote}"
        yield Fault("unread", unread.document.label, where, words, notice=True)


def _check_database(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name != "sqlite":
        return
    for row in connection.exec_driver_sql("PRAGMA quick_check"):
        if row[0] != "ok":
            yield Fault("database", None, "file", str(row[0]))
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        message = f"row {row[1]} points to nothing in {row[2]}"
        yield Fault("reference", None, str(row[0]), message)


def check_index(connection: Connection) -> Iterator[Fault]:
    """Yield a fault where SQLite finds its index of words at odds with the words themselves.

    It asks for a connection that may write, though it changes nothing.
    """
    if connection.dialect.name != "sqlite":
        return
    try:
        with connection.begin_nested():
            connection.exec_driver_sql("INSERT INTO search (search) VALUES ('integrity-check')")
    except DatabaseError as error:
        yield Fault("search", None, "index", str(error.orig))


def _check_search(connection: Connection) -> Iterator[Fault]:
    """Every current text can be searched, and every passage has its words."""
    v, p = t.versions.c, t.passages.c
    texts = select(p.version_id).where(p.part == TEXT)
    lost = select(v.id).where(v.current, v.id.not_in(texts))
    for version in connection.execute(lost.order_by(v.id)).scalars():
        yield Fault("search", None, version, "a text that cannot be searched")
    if connection.dialect.name == "sqlite":
        missing = "SELECT number FROM passages EXCEPT SELECT rowid FROM search"
        extra = "SELECT rowid FROM search EXCEPT SELECT number FROM passages"
    else:
        missing, extra = "SELECT number FROM passages WHERE words IS NULL", ""
    for query in filter(None, (missing, extra)):
        for number in connection.exec_driver_sql(query).scalars():
            yield Fault("search", None, f"passage {number}", "its words are not where they belong")


def _check_pages(connection: Connection) -> Iterator[Fault]:
    """Check the readings of every version of every page, old ones too."""
    v = t.versions.c
    rows = connection.execute(select(v.id, v.url, v.path).order_by(v.id)).all()
    states = known_states()
    for start in range(0, len(rows), _CHUNK):
        labels = {row.id: row.url or row.path or row.id for row in rows[start : start + _CHUNK]}
        try:
            readings = load_readings(connection, list(labels))
        except (ValueError, TypeError, IndexError):
            readings = {}
        for name, label in labels.items():
            yield from _check_page(connection, name, label, readings.get(name), states)


def _check_page(
    connection: Connection, name: str, label: str, reading: Reading | None, states: frozenset[str]
) -> Iterator[Fault]:
    if reading is None:
        try:
            reading = load_readings(connection, [name])[name]
        except (ValueError, TypeError, IndexError) as error:
            yield Fault("codebook", label, name, str(error))
            return
    for rule, where, message in broken_rules(reading, states):
        yield Fault(rule, label, where, message)


def _check_columns(connection: Connection) -> Iterator[Fault]:
    """The claims and the columns made from them must say the same."""
    a, c = t.accounts.c, t.claims.c
    columns = {"kind": a.kind, "status": a.status, "start": a.start_date, "end": a.end_date}
    for field, column in columns.items():
        query = (
            select(a.id, column, c.value)
            .join_from(
                t.accounts,
                t.claims,
                (c.account_id == a.id) & (c.field == field),
                isouter=True,
            )
            .order_by(a.id)
        )
        for account, value, claim in connection.execute(query):
            if value != claim:
                yield Fault("claim", None, f"{account} {field}", f"{claim!r} became {value!r}")


def _check_decisions(connection: Connection) -> Iterator[Fault]:
    """A decision whose target is gone is kept, in case it comes back."""
    for decision, reason in apply_decisions(connection).lost.items():
        yield Fault("decision", None, decision, f"cannot be applied: {reason}", notice=True)


def _check_links(connection: Connection) -> Iterator[Fault]:
    """Every current account is part of one engagement, and every engagement has an account.

    But for the accounts that a person rejected.
    """
    a, v, link = t.accounts.c, t.versions.c, t.engagement_accounts.c
    told = of_verb(apply_decisions(connection).decisions, Verb.REJECT)
    rejected = {account for decision in told for group in decision.groups for account in group}
    lost = (
        select(a.id)
        .join(t.versions, a.version_id == v.id)
        .where(v.current, a.id.not_in(select(link.account_id)))
    )
    for account in connection.execute(lost.order_by(a.id)).scalars():
        if account not in rejected:
            yield Fault("link", None, account, "an account that belongs to no engagement")
    stale = (
        select(link.account_id)
        .join(t.accounts, link.account_id == a.id)
        .join(t.versions, a.version_id == v.id)
        .where(v.current.is_(False))
    )
    for account in connection.execute(stale.order_by(link.account_id)).scalars():
        yield Fault("link", None, account, "an engagement rests on an old version of its page")
    e = t.engagements.c
    empty = select(e.id).where(e.id.not_in(select(link.engagement_id))).order_by(e.id)
    for engagement in connection.execute(empty).scalars():
        yield Fault("link", None, engagement, "an engagement without accounts")


def _check_commitments(connection: Connection) -> Iterator[Fault]:
    """A commitment is open while no closing state is last, and rests on words."""
    c, s = t.linked_commitments.c, t.linked_steps.c
    last = select(s.commitment_id, func.max(s.position).label("at")).group_by(s.commitment_id)
    final = last.subquery()
    query = (
        select(c.id, c.open, s.state)
        .join(final, final.c.commitment_id == c.id)
        .join(t.linked_steps, (s.commitment_id == c.id) & (s.position == final.c.at))
        .order_by(c.id)
    )
    for commitment, is_open, state in connection.execute(query):
        if is_open == (state in _CLOSING):
            word = "open" if is_open else "closed"
            yield Fault("commitment", None, commitment, f"{word}, but last {state}")
