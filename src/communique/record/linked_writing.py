"""An outcome of linking put in the place of the last one, writing only what differs.

A writer holds up all others; of fifty thousand engagements a new page mostly changes a few.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, bindparam, select, tuple_

from communique.linking.outcome import Linked
from communique.linking.rows import Decision
from communique.record import tables as t
from communique.record.batches import batches
from communique.record.footing import footing_rows, key_columns
from communique.record.linked_groups import (
    Digests,
    Groups,
    Origin,
    commitment_groups,
    engagement_groups,
    people_groups,
)
from communique.record.linked_rows import Row, document_rows, relation_row
from communique.record.listed import pair_months
from communique.record.outlet_counts import count_outlets

# Rows of other groups come first where these point to them.
_ABOUT_ACCOUNTS = (t.engagement_accounts, t.party_people)


@dataclass(slots=True)
class _Differences:
    """Ids of the groups that are new, are other than they were, or are no more."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


class LinkedWriter:
    """An outcome of linking, made ready before anybody has to wait for its being written."""

    def __init__(
        self,
        linked: Linked,
        origins: Mapping[str, Origin],
        decisions: Sequence[Decision],
        digests: Digests | None = None,
    ) -> None:
        """``digests`` are those of the last time, if there was one."""
        made = digests or Digests()
        self._footing = footing_rows(linked.footing, decisions)
        self._linked = linked
        self._people = people_groups(linked, made)
        self._engagements = engagement_groups(linked, origins, made)
        self._commitments = commitment_groups(linked, made)

    def write(self, connection: Connection) -> None:
        """Make the record's linked rows those of the outcome, within the caller's transaction.

        An account that is no longer there, since its page was read again meanwhile, is left out.
        """
        self._replace_documents(connection)
        self._replace_relations(connection)
        put_groups(
            connection, Outcome(self._people, self._engagements, self._commitments), among=None
        )
        for table, rows in self._footing.items():
            replace_all(connection, table, key_columns(table), rows)
        pairs, outlets = t.linked_pairs.c, t.linked_outlets.c
        months = pair_months(self._linked.engagements)
        replace_all(connection, t.linked_pairs, (pairs.state_a, pairs.state_b, pairs.month), months)
        replace_all(connection, t.linked_outlets, (outlets.outlet,), count_outlets(connection))
        _count_rows(connection)

    def _replace_documents(self, connection: Connection) -> None:
        table = t.linked_documents
        rows = {(row["document_id"],): row for row in document_rows(self._linked)}
        replace_all(connection, table, (table.c.document_id,), rows)

    def _replace_relations(self, connection: Connection) -> None:
        table = t.linked_relations
        rows = {(row.states): relation_row(row) for row in self._linked.relations}
        kept = {
            (row["state_a"], row["state_b"]): dict(row)
            for row in connection.execute(select(table)).mappings()
        }
        if kept != {key: _as_kept(row) for key, row in rows.items()}:
            connection.execute(table.delete())
            insert(connection, table, rows.values())


@dataclass(frozen=True, slots=True)
class Outcome:
    """The groups of an outcome, or of a part of one."""

    people: Groups
    engagements: Groups
    commitments: Groups


@dataclass(frozen=True, slots=True)
class Among:
    """Which persons, engagements and commitments a part of an outcome speaks of."""

    people: Collection[str]
    engagements: Collection[str]
    commitments: Collection[str]


def put_groups(connection: Connection, outcome: Outcome, among: Among | None) -> None:
    """Make the groups of a record those of an outcome; of a part, only those it speaks of."""
    some = (among.people, among.engagements, among.commitments) if among else (None,) * 3
    people = _differences(connection, outcome.people, some[0])
    engagements = _differences(connection, outcome.engagements, some[1])
    commitments = _differences(connection, outcome.commitments, some[2])
    _take_away(connection, outcome.commitments, commitments)
    _forget_people_of(connection, [*engagements.changed, *engagements.gone])
    _take_away(connection, outcome.engagements, engagements)
    _take_away(connection, outcome.people, _Differences(changed=people.changed))
    _put(connection, outcome.people, people)
    _put(connection, outcome.engagements, engagements)
    _put(connection, outcome.commitments, commitments)
    _take_away(connection, outcome.people, _Differences(gone=people.gone))


def _count_rows(connection: Connection) -> None:
    """Let SQLite look at some rows of each index, so that it knows which ones narrow a list most.

    Without it lists of pairs over 50,000 engagements took a minute, with it .2 s. PostgreSQL does
    this by itself.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA analysis_limit=1000")
        connection.exec_driver_sql("ANALYZE")


def forget_accounts(connection: Connection, accounts: Select[Any]) -> None:
    """Take some accounts out of what was linked last, so that they may go."""
    link, e = t.engagement_accounts, t.engagements
    torn = select(link.c.engagement_id).where(link.c.account_id.in_(accounts))
    connection.execute(e.update().where(e.c.id.in_(torn)).values(digest=None))
    for table in _ABOUT_ACCOUNTS:
        connection.execute(table.delete().where(table.c.account_id.in_(accounts)))


def _differences(
    connection: Connection, groups: Groups, among: Collection[str] | None
) -> _Differences:
    head = groups.head.c
    query = select(head.id, head.digest)
    some = [query]
    if among is not None:
        some = [query.where(head.id.in_(b)) for b in batches({*among, *groups.digests})]
    kept = {row.id: row.digest for each in some for row in connection.execute(each)}
    wanted = groups.digests
    return _Differences(
        new=[name for name in wanted if name not in kept],
        changed=[name for name in wanted if name in kept and kept[name] != wanted[name]],
        gone=[name for name in kept if name not in wanted],
    )


def _forget_people_of(connection: Connection, engagements: Iterable[str]) -> None:
    link = t.engagement_accounts.c
    for batch in batches(engagements):
        accounts = select(link.account_id).where(link.engagement_id.in_(batch))
        table = t.party_people
        connection.execute(table.delete().where(table.c.account_id.in_(accounts)))


def _take_away(connection: Connection, groups: Groups, differing: _Differences) -> None:
    """Delete what hangs on changed things and on those that are no more, and these themselves."""
    for table, column in groups.hanging.items():
        for batch in batches([*differing.changed, *differing.gone]):
            connection.execute(table.delete().where(table.c[column].in_(batch)))
    for batch in batches(differing.gone):
        connection.execute(groups.head.delete().where(groups.head.c.id.in_(batch)))


def _put(connection: Connection, groups: Groups, differing: _Differences) -> None:
    """Write the new and the changed things."""
    for name, add in ((differing.new, True), (differing.changed, False)):
        for batch in batches(name):
            rows: dict[Table, list[Row]] = {}
            for one in batch:
                for table, some in groups.rows(one).items():
                    rows.setdefault(table, []).extend(some)
            heads = rows.pop(groups.head)
            if add:
                connection.execute(groups.head.insert(), heads)
            else:
                _update(connection, groups.head, heads)
            there = _still_there(connection, rows.get(t.engagement_accounts, ()))
            for table, some in rows.items():
                if table in _ABOUT_ACCOUNTS:
                    some = [row for row in some if row["account_id"] in there]  # noqa: PLW2901
                insert(connection, table, some)


def _still_there(connection: Connection, rows: Iterable[Row]) -> Collection[str]:
    """Return which of the accounts of some rows the record has."""
    found: set[str] = set()
    for batch in batches(row["account_id"] for row in rows):
        query = select(t.accounts.c.id).where(t.accounts.c.id.in_(batch))
        found.update(connection.execute(query).scalars())
    return found


def _update(connection: Connection, table: Table, rows: list[Row]) -> None:
    columns = [name for name in rows[0] if name != "id"]
    statement = table.update().where(table.c.id == bindparam("which"))
    statement = statement.values({name: bindparam(f"new_{name}") for name in columns})
    values = [
        {"which": row["id"], **{f"new_{name}": row[name] for name in columns}} for row in rows
    ]
    connection.execute(statement, values)


def replace_all(
    connection: Connection,
    table: Table,
    key: Sequence[Column[Any]],
    rows: Mapping[tuple[Any, ...], Row],
) -> None:
    """Make a table hold these rows, by a key of some columns."""
    kept = {
        tuple(row[column.name] for column in key): dict(row)
        for row in connection.execute(select(table)).mappings()
    }
    gone = [name for name, row in kept.items() if rows.get(name) != row]
    for batch in batches(gone):
        connection.execute(table.delete().where(tuple_(*key).in_(batch)))
    insert(connection, table, (row for name, row in rows.items() if kept.get(name) != row))


def insert(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Add rows to a table."""
    for batch in batches(rows):
        connection.execute(table.insert(), batch)


def _as_kept(row: Row) -> Row:
    """Return a row as it comes back from the database: lists for tuples."""
    return {
        name: [{k: _listed(v) for k, v in each.items()} for each in value]
        if isinstance(value, list)
        else value
        for name, value in row.items()
    }


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
