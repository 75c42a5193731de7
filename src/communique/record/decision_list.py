"""The list of decisions: who decided what and when, what it holds of now, and what undid it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, func, select

from communique.linking.rows import Verb
from communique.record import tables as t
from communique.record.batches import batches
from communique.record.deciding import entry_of, pages_told, undone_by
from communique.record.entries import DecisionEntry
from communique.record.finding.entries import Found
from communique.record.finding.keys import Key, beyond, key_of
from communique.record.marks import Finder, account_from_json


@dataclass(frozen=True, slots=True)
class AskedDecisions:
    """Which decisions are asked for: by whom, of which verb."""

    by: str | None = None
    verb: str | None = None


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision, and the engagements that hold the accounts it speaks of now.

    ``waits`` is true where it speaks of accounts and none of them is in the record.
    """

    entry: DecisionEntry
    engagements: tuple[str, ...]
    waits: bool


def list_decisions(
    connection: Connection,
    asked: AskedDecisions,
    offset: int,
    limit: int,
    after: Key | None = None,
) -> Found[DecisionLine]:
    """Return a piece of the list, the newest first, from an offset or after a key on."""
    d = t.decisions.c
    query = _narrowed(select(t.decisions), asked).order_by(d.made_at.desc(), d.id.desc())
    if after:
        query = query.where(beyond(d.made_at, d.id, after, rising=False))
    found = connection.execute(query.limit(limit + 1).offset(offset)).all()
    rows, follows = found[:limit], key_of(found, limit, "made_at", "id")
    counted = _narrowed(select(func.count()).select_from(t.decisions), asked)
    total: int = connection.execute(counted).scalar_one()
    undoing = select(t.decisions).where(d.undoes.is_not(None)).order_by(d.made_at, d.id)
    undone = undone_by([entry_of(row) for row in connection.execute(undoing)])
    entries = [replace(one, undone_by=undone.get(one.id)) for one in map(entry_of, rows)]
    return Found(tuple(_lines(connection, entries)), total, offset, follows=follows)


def who_decided(connection: Connection) -> list[str]:
    """Return everybody who decided anything, by name."""
    by = t.decisions.c.made_by
    return list(connection.execute(select(by).distinct().order_by(by)).scalars())


def _narrowed(query: Select[Any], asked: AskedDecisions) -> Select[Any]:
    if asked.by:
        query = query.where(t.decisions.c.made_by == asked.by)
    if asked.verb:
        query = query.where(t.decisions.c.verb == asked.verb)
    return query


def _lines(connection: Connection, entries: Sequence[DecisionEntry]) -> list[DecisionLine]:
    finder = Finder(connection, (page for entry in entries for page in pages_told(entry.subject)))
    accounts = {
        entry.id: {
            found
            for group in entry.subject.get("accounts", ())
            for mark in group
            if (found := finder.account(account_from_json(mark)))
        }
        for entry in entries
    }
    holders = _holders(connection, {name for names in accounts.values() for name in names})
    return [
        DecisionLine(
            entry=entry,
            engagements=tuple(
                sorted({e for account in accounts[entry.id] for e in holders[account]})
            ),
            waits="accounts" in entry.subject and not accounts[entry.id],
        )
        for entry in entries
    ]


def _holders(connection: Connection, accounts: Iterable[str]) -> dict[str, list[str]]:
    """Return the engagement of each account; none where it does not count."""
    link = t.engagement_accounts.c
    found: defaultdict[str, list[str]] = defaultdict(list)
    for batch in batches(sorted(accounts)):
        query = select(link.account_id, link.engagement_id).where(link.account_id.in_(batch))
        for row in connection.execute(query):
            found[row.account_id].append(row.engagement_id)
    return found


# What can be asked for; undoing is a verb, too.
VERBS = tuple(verb.value for verb in Verb)
