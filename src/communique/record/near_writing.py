"""A part of an outcome of linking put in the place of what was there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Table, and_, func, or_, select

from communique.linking.footing import Footing, keys_of, placements_of
from communique.linking.near_following import Following
from communique.linking.nearby import Change, Nearby
from communique.linking.outcome import Linked
from communique.record import tables as t
from communique.record.batches import batches
from communique.record.footing import (
    alike_rows,
    bands_row,
    decision_row,
    key_columns,
    key_row,
    keyed,
    placement_row,
    thread_row,
    use_row,
)
from communique.record.linked_groups import (
    Digests,
    Origin,
    commitment_groups,
    engagement_groups,
    people_groups,
)
from communique.record.linked_rows import Row, document_row, relation_row
from communique.record.linked_writing import Among, Outcome, insert, put_groups, replace_all
from communique.record.listed import ANY_FIRST
from communique.record.outlet_counts import count_outlets
from communique.record.pair_days import last_told


@dataclass(frozen=True, slots=True)
class Part:
    """All that a change makes otherwise; ``bands`` are of the new pages."""

    change: Change
    nearby: Nearby
    following: Following
    bands: Mapping[str, tuple[bytes, bytes]]
    taken_part: Mapping[str, int]
    origins: Mapping[str, Origin]


class NearWriter:
    """A part of an outcome, made ready before anybody has to wait for its being written."""

    def __init__(self, part: Part) -> None:
        made = Digests()
        nearby, following = part.nearby, part.following
        linked = Linked(
            copies=dict(part.change.copies),
            page_dates=dict(following.dates),
            party_people=dict(nearby.region.party_people),
            people=tuple(following.people.values()),
            tenures=following.tenures,
            engagements=nearby.engagements,
            commitments=following.commitments,
            relations=following.relations,
            footing=Footing(),
        )
        self._part = part
        self._outcome = Outcome(
            people_groups(linked, made, part.taken_part),
            engagement_groups(linked, part.origins, made),
            commitment_groups(linked, made, following.homes),
        )

    def write(self, connection: Connection) -> None:
        """Make the record's linked rows those of the outcome, within the caller's transaction."""
        part, following = self._part, self._part.following
        engagements = {*part.nearby.old, *(each.id for each in part.nearby.engagements)}
        outlets, pairs = _outlets(connection, engagements), _pairs(connection, engagements)
        near = part.change.people
        c = t.linked_commitments.c
        threads = _ids(connection, c.id, c.thread, following.threads)
        gone = near.before.keys() - near.persons.keys()
        self._put_documents(connection)
        self._put_relations(connection)
        among = Among({*gone, *following.people}, engagements, threads)
        put_groups(connection, self._outcome, among)
        self._put_footing(connection)
        outlets |= _outlets(connection, engagements) | _outlets_of(connection, following.pages)
        pairs |= _pairs(connection, engagements)
        _count_pairs(connection, pairs)
        o = t.linked_outlets
        if part.change.listed:  # what these were called before is told nowhere any more
            replace_all(connection, o, (o.c.outlet,), count_outlets(connection))
        else:
            counted = count_outlets(connection, outlets)
            put_some(connection, o, o.c.outlet, outlets, counted.values())

    def _put_documents(self, connection: Connection) -> None:
        following, d = self._part.following, t.linked_documents
        rows = []
        for page in sorted(following.pages):
            copy_of, date = following.copies.get(page), following.dates.get(page)
            said = following.said_on.get(page)
            if copy_of or date or said:
                rows.append(document_row(page, copy_of, date, said))
        put_some(connection, d, d.c.document_id, following.pages, rows)

    def _put_relations(self, connection: Connection) -> None:
        table = t.linked_relations
        for relation in self._part.following.relations:
            row = relation_row(relation)
            both = and_(table.c.state_a == row["state_a"], table.c.state_b == row["state_b"])
            connection.execute(table.delete().where(both))
            insert(connection, table, [row])

    def _put_footing(self, connection: Connection) -> None:
        part, settled = self._part, self._part.nearby.settled
        near, region = part.change.people, part.nearby.region
        stands = [p for each in settled.clusters for p in placements_of(each, settled.parts)]
        placements = [p for p in stands if region.standing.get(p.account) != p]
        keys = [key for each in settled.new for key in keys_of(each)]
        clusters = settled.old | {key.cluster for key in keys}
        people = near.persons.keys() | near.before.keys()
        uses = [use_row(known) for known in near.uses]
        told = map(thread_row, part.following.told)
        bands = [bands_row(page, of_page) for page, of_page in part.bands.items()]
        p, k, u, a, th, b = (
            t.placements, t.cluster_keys, t.name_uses, t.alike_people, t.thread_pages, t.page_bands,
        )  # fmt: skip
        accounts = {each.account for each in placements}
        put_some(connection, p, p.c.account_id, accounts, map(placement_row, placements))
        put_some(connection, k, k.c.cluster, clusters, map(key_row, keys))
        put_some(connection, u, u.c.mark, {row["mark"] for row in uses}, uses)
        put_some(connection, a, a.c.person_id, people, alike_rows(near.alike))
        put_some(connection, th, th.c.document_id, part.following.pages, told)
        put_some(connection, b, b.c.document_id, part.bands.keys(), bands)
        laid = keyed(t.laid_decisions, map(decision_row, part.change.decisions))
        replace_all(connection, t.laid_decisions, key_columns(t.laid_decisions), laid)


def put_some(
    connection: Connection,
    table: Table,
    column: Column[Any],
    values: Collection[Any],
    rows: Iterable[Row],
) -> None:
    """Put rows in the place of those that have one of some values in a column."""
    for batch in batches(sorted(values)):
        connection.execute(table.delete().where(column.in_(batch)))
    insert(connection, table, rows)


def _ids(
    connection: Connection, wanted: Column[Any], column: Column[Any], values: Iterable[str]
) -> set[Any]:
    found: set[Any] = set()
    for batch in batches(sorted(values)):
        found.update(connection.execute(select(wanted).where(column.in_(batch))).scalars())
    return found


def _outlets(connection: Connection, engagements: Iterable[str]) -> set[str]:
    o = t.engagement_outlets.c
    return _ids(connection, o.outlet, o.engagement_id, engagements)


def _outlets_of(connection: Connection, pages: Iterable[str]) -> set[str]:
    v = t.versions.c
    return _ids(connection, v.outlet, v.document_id, pages) - {None}


def _pairs(connection: Connection, engagements: Iterable[str]) -> set[tuple[str, str]]:
    p = t.engagement_pairs.c
    query = select(p.state_a, p.state_b)
    return {
        (row.state_a, row.state_b)
        for batch in batches(sorted(engagements))
        for row in connection.execute(query.where(p.engagement_id.in_(batch)))
    }


def _count_pairs(connection: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Count the engagements of some pairs of states by month anew."""
    p, e, table = t.engagement_pairs.c, t.engagements.c, t.linked_pairs
    for batch in batches(sorted(pairs), 100):
        either = or_(*(and_(p.state_a == a, p.state_b == b) for a, b in batch))
        own = or_(*(and_(table.c.state_a == a, table.c.state_b == b) for a, b in batch))
        month = func.coalesce(e.month, "").label("month")
        query = (
            select(
                p.state_a,
                p.state_b,
                month,
                func.count().label("engagements"),
                func.min(func.nullif(e.first_day, ANY_FIRST)).label("first_day"),
                func.max(last_told()).label("last_day"),
            )
            .join_from(t.engagement_pairs, t.engagements, e.id == p.engagement_id)
            .where(either)
            .group_by(p.state_a, p.state_b, month)
        )
        rows = [dict(row) for row in connection.execute(query).mappings()]
        connection.execute(table.delete().where(own))
        insert(connection, table, rows)
