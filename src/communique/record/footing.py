"""What one linking leaves for the next, as rows: all of it, or what a part of it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from hashlib import blake2b
from typing import Any

from sqlalchemy import Column, Connection, Table

from communique.linking.footing import ClusterKey, Footing, KnownUse, Placement
from communique.linking.persons import home_of
from communique.linking.rows import Decision, Verb
from communique.linking.words import folded
from communique.record import tables as t

Row = dict[str, Any]
Keyed = Mapping[tuple[Any, ...], Row]


def footing_rows(footing: Footing, laid: Iterable[Decision]) -> dict[Table, Keyed]:
    """Return all rows of each table, by their keys."""
    rows: dict[Table, Iterable[Row]] = {
        t.placements: map(placement_row, footing.placements),
        t.cluster_keys: map(key_row, footing.keys),
        t.name_uses: map(use_row, footing.uses),
        t.alike_people: alike_rows(footing.alike),
        t.thread_pages: map(thread_row, footing.threads),
        t.page_bands: (bands_row(page, told) for page, told in footing.bands.items()),
        t.laid_decisions: map(decision_row, laid),
    }
    return {table: keyed(table, some) for table, some in rows.items()}


def key_columns(table: Table) -> tuple[Column[Any], ...]:
    """Return the columns that tell the rows of a table apart."""
    return tuple(table.primary_key.columns)


def keyed(table: Table, rows: Iterable[Row]) -> Keyed:
    """Return rows by the values that tell them apart."""
    names = [column.name for column in key_columns(table)]
    return {tuple(row[name] for name in names): row for row in rows}


def placement_row(placement: Placement) -> Row:
    """Return the row of where an account stands."""
    window = placement.window
    return {
        "account_id": placement.account,
        "cluster": placement.cluster,
        "position": placement.position,
        "part": placement.part,
        "moved": placement.moved,
        "first": window.first.toordinal(),
        "last": window.last.toordinal(),
        "until": window.until.toordinal(),
        "grip": int(window.grip),
        "news": window.news,
    }


def key_row(key: ClusterKey) -> Row:
    """Return the row of a key of a cluster."""
    return asdict(key)


def use_row(known: KnownUse) -> Row:
    """Return the row of a use of a name."""
    use = known.use
    told = (use.name, use.state, use.organization, use.offices, use.deceased, use.forms)
    return {
        "mark": blake2b(repr(told).encode(), digest_size=12).hexdigest(),
        "home": home_of(use.state, use.organization),
        "folded": " ".join(folded(use.name)),
        "name": use.name,
        "state": use.state,
        "organization": use.organization,
        "offices": list(use.offices),
        "forms": list(use.forms),
        "deceased": use.deceased,
        "times": use.times,
        "person_id": known.person,
    }


def alike_rows(alike: Mapping[str, Iterable[str]]) -> Iterable[Row]:
    """Yield a row for every two persons named all but the same, both ways."""
    for person, others in alike.items():
        for other in others:
            yield {"person_id": person, "other_id": other}


def thread_row(told: tuple[str, str]) -> Row:
    """Return the row of a thread and a page that tells of it."""
    return {"thread": told[0], "document_id": told[1]}


def bands_row(page: str, bands: tuple[bytes, bytes]) -> Row:
    """Return the row of a page's band keys."""
    return {"document_id": page, "runs": bands[0], "marks": bands[1]}


def decision_row(decision: Decision) -> Row:
    """Return the row of a decision as it was found to mean."""
    told = asdict(decision)
    told["verb"] = decision.verb.value
    told["groups"] = [list(group) for group in decision.groups]
    return {"id": told.pop("id"), "told": told | {"names": list(decision.names)}}


def laid_decisions(connection: Connection) -> list[Decision]:
    """Return the decisions that were laid over the last linking."""
    return [_decision(row) for row in connection.execute(t.laid_decisions.select())]


def _decision(row: Any) -> Decision:
    told = row.told
    groups = tuple(tuple(group) for group in told["groups"])
    verb, names = Verb(told["verb"]), tuple(told["names"])
    fields = {name: told[name] for name in ("field", "value", "home", "page", "of")}
    return Decision(row.id, verb, groups, names=names, **fields)
