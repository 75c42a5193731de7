"""Decisions as rows: which are in force, and what each of them means in the record as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, select

from communique.linking.decided_parties import PARTIES, check_party
from communique.linking.decisions import check_value
from communique.linking.marks import PageMark
from communique.linking.rows import Decision, Verb
from communique.linking.words import folded
from communique.record import tables as t
from communique.record.batches import batches
from communique.record.entries import DecisionEntry
from communique.record.marks import Finder, account_from_json, page_from_json

Json = dict[str, Any]

# What linking need not know of.
NOT_LINKED = frozenset({Verb.ACCEPT, Verb.OUTLET})


@dataclass(frozen=True, slots=True)
class Applied:
    """The decisions that linking can apply, and what the others speak of that is not there."""

    decisions: tuple[Decision, ...]
    lost: dict[str, str]


def new_decision(
    verb: Verb, subject: Json, value: Any, *, by: str, why: str | None, at: str
) -> DecisionEntry:
    """Return a decision; the same words at the same moment are the same decision anywhere."""
    undoes = subject["decision"] if verb is Verb.UNDO else None
    said = repr((verb.value, subject, value, by, why, at))
    name = blake2b(said.encode(), digest_size=6).hexdigest()
    return DecisionEntry(name, at, by, why, verb, subject, value, undoes)


def keep_decisions(connection: Connection, entries: Iterable[DecisionEntry]) -> list[DecisionEntry]:
    """Add decisions that the record does not have yet; return those."""
    added = []
    for batch in batches(entries):
        d = t.decisions.c
        query = select(d.id).where(d.id.in_([entry.id for entry in batch]))
        known = set(connection.execute(query).scalars())
        for entry in batch:
            if entry.id not in known:
                row = asdict(entry)
                del row["undone_by"]
                connection.execute(t.decisions.insert().values(**row | {"verb": entry.verb.value}))
                known.add(entry.id)
                added.append(entry)
    return added


def decisions_like(connection: Connection, beginning: str) -> list[DecisionEntry]:
    """Return the decisions whose ids begin so, each with what undid it."""
    d = t.decisions.c
    query = select(t.decisions).where(d.id.startswith(beginning, autoescape=True))
    found = [entry_of(row) for row in connection.execute(query.order_by(d.id))]
    undone = _undone(connection)
    return [replace(entry, undone_by=undone.get(entry.id)) for entry in found]


def load_decisions(connection: Connection) -> list[DecisionEntry]:
    """Return every decision in the order of making, each with what undid it."""
    table = t.decisions
    query = select(table).order_by(table.c.made_at, table.c.id)
    entries = [entry_of(row) for row in connection.execute(query)]
    undone = undone_by(entries)
    return [replace(entry, undone_by=undone.get(entry.id)) for entry in entries]


def entry_of(row: Any) -> DecisionEntry:
    """Return the decision of a row."""
    return DecisionEntry(
        id=row.id,
        made_at=row.made_at,
        made_by=row.made_by,
        why=row.why,
        verb=Verb(row.verb),
        subject=row.subject,
        value=row.value,
        undoes=row.undoes,
    )


def undone_by(entries: list[DecisionEntry]) -> dict[str, str]:
    """Return which decision undid which; an undoing that was itself undone does not count."""
    undone: dict[str, str] = {}
    for entry in reversed(entries):
        if entry.undoes and entry.id not in undone:
            undone[entry.undoes] = entry.id
    return undone


def _undone(connection: Connection) -> dict[str, str]:
    d = t.decisions.c
    undoing = select(t.decisions).where(d.undoes.is_not(None)).order_by(d.made_at, d.id)
    return undone_by([entry_of(row) for row in connection.execute(undoing)])


def decisions_of(connection: Connection, verb: Verb) -> list[DecisionEntry]:
    """Return the decisions of one verb that are in force, in the order of making."""
    d = t.decisions.c
    of_verb = select(t.decisions).where(d.verb == verb.value)
    found = [entry_of(row) for row in connection.execute(of_verb.order_by(d.made_at, d.id))]
    undone = _undone(connection)
    return [entry for entry in found if entry.id not in undone]


def apply_decisions(connection: Connection) -> Applied:
    """Find what every decision in force speaks of."""
    entries = [
        e
        for e in load_decisions(connection)
        if e.undone_by is None and not e.undoes and e.verb not in NOT_LINKED
    ]
    if not entries:
        return Applied((), {})
    finder = Finder(connection, (page for entry in entries for page in pages_told(entry.subject)))
    found: list[Decision] = []
    lost: dict[str, str] = {}
    names = _names_in_use(connection) if any(e.verb is Verb.NAME for e in entries) else set()
    for entry in entries:
        try:
            found.append(_applied(entry, finder, names))
        except (LookupError, ValueError, TypeError) as error:
            lost[entry.id] = str(error.args[0] if error.args else error)
    return Applied(tuple(found), lost)


def pages_told(subject: Json) -> Iterator[PageMark]:
    """Yield the marks of the pages that a decision speaks of."""
    for group in subject.get("accounts", ()):
        yield from (page_from_json(account["page"]) for account in group)
    for page in subject.get("pages", ()):
        yield page_from_json(page)


def _applied(entry: DecisionEntry, finder: Finder, names: set[tuple[str, ...]]) -> Decision:
    """Return a decision with its targets. Raises LookupError where one is gone."""
    subject, value = entry.subject, entry.value
    if entry.verb is Verb.NAME:
        if names.isdisjoint(map(folded, subject["names"])):
            raise LookupError(f"nobody goes by {subject['names'][0]} any more")
        called = tuple(subject["names"])
        return Decision(entry.id, entry.verb, home=subject["home"], names=called, value=str(value))
    if entry.verb is Verb.COPY:
        pages = [finder.page(page_from_json(page)) for page in subject["pages"]]
        if None in pages:
            raise LookupError("its page is not in the record")
        return Decision(entry.id, entry.verb, page=pages[0], of=[*pages, None][1])
    groups = [
        tuple(found for mark in group if (found := finder.account(account_from_json(mark))))
        for group in subject["accounts"]
    ]
    if not all(groups):
        raise LookupError("no account in the record is the one that it speaks of")
    if entry.verb is Verb.SET:
        check_value(value["field"], value["value"])
        field, value = value["field"], value["value"]
        return Decision(entry.id, entry.verb, tuple(groups), field=field, value=value)
    if entry.verb is Verb.PARTY:
        check_party(value)
        return Decision(entry.id, entry.verb, tuple(groups), field=PARTIES, value=value)
    return Decision(entry.id, entry.verb, tuple(groups))


def _names_in_use(connection: Connection) -> set[tuple[str, ...]]:
    """Return every name that pages use, folded."""
    return {
        folded(name)
        for table in (t.parties, t.mentions)
        for name in connection.execute(select(table.c.person).distinct()).scalars()
        if name
    }
