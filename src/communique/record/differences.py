"""What two states of a record have to say that the other does not, field by field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from communique.record import tables as t

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Thing:
    """An engagement, a commitment or a person: its fields, lists in alphabetical order."""

    what: str
    name: str
    pages: frozenset[str]
    fields: Fields


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field's value before and after; of lists what went and what came."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """Something ``new``, ``gone`` or ``changed`` in the record; ``name`` is its id."""

    what: str
    name: str
    how: str
    fields: tuple[FieldChange, ...]


Snapshot = list[Thing]


def snapshot(connection: Connection) -> Snapshot:
    """Return everything that linking makes, as far as people look at it."""
    return [*_engagements(connection), *_commitments(connection), *_people(connection)]


def differences(before: Snapshot, after: Snapshot) -> list[Change]:
    """Return what changed, by kind of thing and id.

    What has another id now is known again by its pages, where it shares most of them.
    """
    changes: list[Change] = []
    for what in ("engagement", "commitment", "person"):
        old = {thing.name: thing for thing in before if thing.what == what}
        new = {thing.name: thing for thing in after if thing.what == what}
        pairs = {name: name for name in old.keys() & new.keys()}
        pairs |= dict(_known_again(old, new))
        for name in sorted(pairs):
            fields = _changed(old[name], new[pairs[name]])
            if fields:
                changes.append(Change(what, name, "changed", fields))
        gone, come = old.keys() - pairs.keys(), new.keys() - set(pairs.values())
        changes += [_whole(old[name], "gone") for name in sorted(gone)]
        changes += [_whole(new[name], "new") for name in sorted(come)]
    return changes


def _known_again(old: Mapping[str, Thing], new: Mapping[str, Thing]) -> Iterator[tuple[str, str]]:
    """Yield pairs of ids of one thing, the surest first; each thing stands in one pair at most."""
    left, right = old.keys() - new.keys(), new.keys() - old.keys()
    on_page: defaultdict[str, set[str]] = defaultdict(set)
    for name in right:
        for page in new[name].pages:
            on_page[page].add(name)
    ranked = []
    for name in left:
        mine = old[name]
        for other in set().union(*(on_page[page] for page in mine.pages)):
            theirs = new[other]
            shared = len(mine.pages & theirs.pages) / len(mine.pages | theirs.pages)
            same = sum(theirs.fields.get(f) == value for f, value in mine.fields.items())
            ranked.append((-shared, -same, name, other))
    for _, same, name, other in sorted(ranked):
        if -same >= len(old[name].fields) / 2 and name in left and other in right:
            left.remove(name)
            right.remove(other)
            yield name, other


def _changed(old: Thing, new: Thing) -> tuple[FieldChange, ...]:
    changes = [] if old.name == new.name else [FieldChange("id", old.name, new.name)]
    for field, before in old.fields.items():
        after = new.fields[field]
        if before == after:
            continue
        if isinstance(before, list):
            went = [value for value in before if value not in after]
            came = [value for value in after if value not in before]
            changes.append(FieldChange(field, went, came))
        else:
            changes.append(FieldChange(field, before, after))
    return tuple(changes)


def _whole(thing: Thing, how: str) -> Change:
    fields = ((field, value) for field, value in thing.fields.items() if value not in (None, []))
    if how == "gone":
        return Change(
            thing.what, thing.name, how, tuple(FieldChange(f, value, None) for f, value in fields)
        )
    return Change(
        thing.what, thing.name, how, tuple(FieldChange(f, None, value) for f, value in fields)
    )


def _engagements(connection: Connection) -> Iterator[Thing]:
    pages, accounts = _members(connection)
    parties: defaultdict[str, list[str]] = defaultdict(list)
    for row in connection.execute(select(t.engagement_parties)):
        side = row.state or row.organization
        words = f"{row.person} ({side})" if row.person and side else row.person or side
        parties[row.engagement_id].append(f"{words}, {row.role}")
    said: defaultdict[str, list[str]] = defaultdict(list)
    s = t.statements.c
    for row in connection.execute(select(s.account_id, s.speaker, s.act, s.content)):
        if row.account_id in accounts:
            who = row.speaker if isinstance(row.speaker, str) else ", ".join(row.speaker)
            said[accounts[row.account_id]].append(f"{who} ({row.act}): {row.content}")
    single = ("kind", "status", "visit_type", "start_date", "end_date", "date_basis")
    for row in connection.execute(select(t.engagements)):
        fields: Fields = {field.removesuffix("_date"): getattr(row, field) for field in single}
        place = (row.place_name, row.place_city, row.place_state)
        fields |= {
            "place": ", ".join(dict.fromkeys(filter(None, place))) or None,
            "parties": sorted(parties[row.id]),
            "topics": sorted(row.topics),
            "pages": sorted(pages[row.id]),
            "statements": sorted(said[row.id]),
        }
        yield Thing("engagement", row.id, frozenset(pages[row.id]), fields)


def _members(connection: Connection) -> tuple[dict[str, set[str]], dict[str, str]]:
    """Return the pages of each engagement, and the engagement of each account."""
    pages: defaultdict[str, set[str]] = defaultdict(set)
    accounts: dict[str, str] = {}
    link, a, v = t.engagement_accounts.c, t.accounts.c, t.versions.c
    query = (
        select(link.engagement_id, link.account_id, v.url, v.path, v.id)
        .join(t.accounts, link.account_id == a.id)
        .join(t.versions, a.version_id == v.id)
    )
    for row in connection.execute(query):
        pages[row.engagement_id].add(row.url or row.path or row.id)
        accounts[row.account_id] = row.engagement_id
    return pages, accounts


def _commitments(connection: Connection) -> Iterator[Thing]:
    steps: defaultdict[str, list[str]] = defaultdict(list)
    pages: defaultdict[str, set[str]] = defaultdict(set)
    table = t.linked_steps
    for row in connection.execute(select(table).order_by(table.c.commitment_id, table.c.position)):
        steps[row.commitment_id].append(f"{row.state} {row.date or 'undated'}")
        pages[row.commitment_id].update(source["page"] for source in row.sources)
    for row in connection.execute(select(t.linked_commitments)):
        fields: Fields = {
            "kind": row.kind,
            "by": row.by_name,
            "to": row.to_name,
            "via": row.via,
            "what": row.what,
            "due": row.due,
            "open": row.open,
            "states": steps[row.id],
        }
        yield Thing("commitment", row.id, frozenset(pages[row.id]), fields)


def _people(connection: Connection) -> Iterator[Thing]:
    offices: defaultdict[str, list[str]] = defaultdict(list)
    pages: defaultdict[str, set[str]] = defaultdict(set)
    for row in connection.execute(select(t.tenures)):
        seen = "/".join(filter(None, (row.seen_first, row.seen_last)))
        offices[row.person_id].append(f"{row.office} {seen}".strip())
        pages[row.person_id].update(row.documents)
    for row in connection.execute(select(t.linked_people)):
        fields: Fields = {
            "person": row.person,
            "state": row.state,
            "organization": row.organization,
            "names": sorted(row.names),
            "offices": sorted(offices[row.id]),
            "deceased": row.deceased,
        }
        yield Thing("person", row.id, frozenset(pages[row.id]), fields)
