"""Outlets that people named, assigned to a state or said to be of this or that owner.

A decision speaks of an outlet as pages print it, or of all pages under a host of the web. What the
decisions in force say stands in ``told_outlets``, and pages are listed under the name told there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, func, or_, select

from communique.addresses import host_of
from communique.knowledge.outlets import Origin, Owner, origin_of
from communique.knowledge.states import load_states
from communique.linking.rows import Verb
from communique.record import tables as t
from communique.record.batches import batches
from communique.record.deciding import decisions_of
from communique.record.errors import NotThereError

Json = dict[str, Any]
Mark = tuple[str, str]
Told = Mapping[Mark, Mapping[str, str | None]]

OUTLET, HOST = "outlet", "host"
_SORTS = (OUTLET, HOST)
# What can be said of an outlet. That it is of no state is said by an empty word.
SAID = ("name", "state", "owner")
_LONGEST = 200
# One name may lead to another that was given later; nobody renames an outlet more often.
_RENAMED = 8


class Outlets:
    """What people said of outlets, over what the program knows."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._named = {said["name"]: said for said in told.values() if said["name"] is not None}

    def called(self, printed: str | None, url: str | None) -> str | None:
        """Return the name under which a page with this outlet and address is listed."""
        found = self._name((OUTLET, printed or "")) or printed
        if found is None or found == printed:
            found = next(filter(None, map(self._name, _hosts(url))), printed)
        for _ in range(_RENAMED):
            later = self._name((OUTLET, found or ""))
            if later is None or later == found:
                break
            found = later
        return found

    def origin(
        self, outlet: str | None, url: str | None = None, printed: str | None = None
    ) -> Origin:
        """Return whose outlet it is: as people said of its name or its address, else as known."""
        state, owner = (
            self._said("state", outlet, url, printed),
            self._said("owner", outlet, url, printed),
        )
        known = origin_of(outlet, url)
        return Origin(
            known.state if state is None else state or None, Owner(owner) if owner else known.owner
        )

    def _said(
        self, what: str, outlet: str | None, url: str | None, printed: str | None
    ) -> str | None:
        marks = [(OUTLET, outlet or ""), (OUTLET, printed or ""), *_hosts(url)]
        found = (self._told[mark][what] for mark in marks if mark in self._told)
        named = self._named.get(outlet or "", {}).get(what)
        return next((each for each in (*found, named) if each is not None), None)

    def _name(self, mark: Mark) -> str | None:
        return self._told[mark]["name"] if mark in self._told else None


def load_outlets(connection: Connection) -> Outlets:
    """Return what people said of outlets."""
    return Outlets(_kept(connection))


def outlet_columns(connection: Connection, printed: str | None, url: str | None) -> Json:
    """Return the columns of a version that say under which outlet it is listed."""
    return {"outlet": load_outlets(connection).called(printed, url), "printed_outlet": printed}


def outlet_subject(connection: Connection, wanted: str) -> Json:
    """Return the subject of a decision on an outlet, or on all pages under a host.

    Raises NotThereError where no page is of either.
    """
    v = t.versions.c
    named = wanted.strip()
    for condition in (v.outlet == named, func.lower(v.outlet) == named.lower()):
        found = list(connection.execute(select(v.outlet).where(condition).distinct()).scalars())
        if len(found) == 1:
            return {OUTLET: found[0], "named": found[0]}
    host = host_of(named if "://" in named else f"//{named}")
    if host and any(True for _ in _versions(connection, [(HOST, host)])):
        return {HOST: host, "named": host}
    raise NotThereError(f"no page is of an outlet called {wanted!r}, nor under such an address")


def check_outlet(value: Mapping[str, Any]) -> None:
    """Raise ValueError, which says why, where nobody can say such a thing of an outlet."""
    if not value or not set(value) <= set(SAID):
        raise ValueError(f"of an outlet these can be said: {', '.join(SAID)}")
    if any(not isinstance(each, str) for each in value.values()):
        raise ValueError("what is said of an outlet are words")
    name, state, owner = (value.get(what) for what in SAID)
    if name is not None and not 0 < len(name.strip()) <= _LONGEST:
        raise ValueError(f"{name!r} is no name of an outlet")
    if state and state not in load_states():
        raise ValueError(f"{state!r} is no state's code; write three letters, such as FRA")
    if owner is not None and owner not in {each.value for each in Owner}:
        raise ValueError(f"{owner!r} is no owner; {', '.join(Owner)} are")


def settle_outlets(connection: Connection) -> set[str]:
    """Let ``told_outlets`` say what decisions do; return the pages that have another outlet now."""
    before, now = _kept(connection), _decided(connection)
    if before == now:
        return set()
    connection.execute(t.told_outlets.delete())
    rows = [{"sort": sort, "mark": mark, **said} for (sort, mark), said in now.items()]
    for batch in batches(rows):
        connection.execute(t.told_outlets.insert(), batch)
    marks = {
        mark
        for mark in before.keys() | now.keys()
        if before.get(mark, {}).get("name") != now.get(mark, {}).get("name")
    }
    # Pages that went by the name told before are to go by another now.
    marks |= {(OUTLET, name) for mark in marks if (name := before.get(mark, {}).get("name"))}
    return _list_anew(connection, marks, Outlets(now))


def _list_anew(connection: Connection, marks: Iterable[Mark], outlets: Outlets) -> set[str]:
    v, changed = t.versions.c, set[str]()
    for row in list(_versions(connection, marks)):
        name = outlets.called(row.printed_outlet, row.url)
        if name != row.outlet:
            connection.execute(t.versions.update().where(v.id == row.id).values(outlet=name))
            changed |= {row.document_id} if row.current else set()
    return changed


def _versions(connection: Connection, marks: Iterable[Mark]) -> Iterator[Any]:
    """Yield the versions of pages that are of these outlets or under these hosts."""
    v, some = t.versions.c, set(marks)
    query = select(v.id, v.document_id, v.current, v.outlet, v.printed_outlet, v.url)
    names = [mark for sort, mark in some if sort == OUTLET]
    if names:
        listed = or_(v.outlet.in_(names), v.printed_outlet.in_(names))
        yield from connection.execute(query.where(listed)).all()
    for mark in (mark for mark in some if mark[0] == HOST):
        for row in connection.execute(query.where(v.url.contains(mark[1], autoescape=True))).all():
            if mark in _hosts(row.url):
                yield row


def _kept(connection: Connection) -> dict[Mark, dict[str, str | None]]:
    rows = connection.execute(select(t.told_outlets))
    return {(row.sort, row.mark): {what: getattr(row, what) for what in SAID} for row in rows}


def _decided(connection: Connection) -> dict[Mark, dict[str, str | None]]:
    """Return what decisions in force say; of each thing said of an outlet the last word."""
    found: dict[Mark, dict[str, str | None]] = {}
    for entry in decisions_of(connection, Verb.OUTLET):
        sort = next((each for each in _SORTS if entry.subject.get(each)), None)
        if sort is None:
            continue
        try:
            check_outlet(entry.value)
        except (TypeError, ValueError):  # another program may have written it
            continue
        said = found.setdefault((sort, entry.subject[sort]), dict.fromkeys(SAID))
        said.update({what: word.strip() for what, word in entry.value.items()})
    return found


def _hosts(url: str | None) -> Iterator[Mark]:
    """Yield the marks of an address's host and of what that is under."""
    parts = (host_of(url) or "").split(".")
    for first in range(len(parts) - 1):
        yield (HOST, ".".join(parts[first:]))
