"""What speaks against two engagements being one, told before somebody decides that they are; and
what became of those that were merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from sqlalchemy import Connection, select

from communique.linking.clusters import family
from communique.linking.rows import Verb
from communique.model import Kind
from communique.partial_dates import to_bounds
from communique.record import tables as t
from communique.record.deciding import decisions_of, pages_told
from communique.record.marks import Finder, account_from_json

# Pages misdate an engagement by some days, not by weeks.
_FAR = 7
# Between the ids of engagements that a decision merges.
AND = " and "


def merged_into(connection: Connection, name: str) -> str | None:
    """Return the engagement that one of this id, or of one that begins so, was merged into.

    None where there was none such, or there were several.
    """
    link = t.engagement_accounts.c
    found: set[str] = set()
    for entry in decisions_of(connection, Verb.MERGE):
        merged = str(entry.subject["named"]).split(AND)
        told = [n for n, one in enumerate(merged) if one.startswith(name)]
        if not told or len(merged) != len(entry.subject["accounts"]):
            continue
        finder = Finder(connection, pages_told(entry.subject))
        for mark in entry.subject["accounts"][told[0]]:
            account = finder.account(account_from_json(mark))
            query = select(link.engagement_id).where(link.account_id == account)
            found.update(connection.execute(query).scalars())
    return found.pop() if len(found) == 1 else None


def speaks_against(connection: Connection, engagements: Iterable[str]) -> list[str]:
    """Return reasons why engagements may be several: kinds, days, sides, persons."""
    ids = list(dict.fromkeys(engagements))
    e, p = t.engagements.c, t.engagement_parties.c
    rows = {row.id: row for row in connection.execute(select(t.engagements).where(e.id.in_(ids)))}
    parties: dict[str, list[tuple[str | None, str | None]]] = {each: [] for each in ids}
    query = select(p.engagement_id, p.state, p.organization, p.person_id)
    for row in connection.execute(query.where(p.engagement_id.in_(ids))):
        parties[row.engagement_id].append((row.state or row.organization, row.person_id))
    found: list[str] = []
    known = [rows[each] for each in ids if each in rows]
    for one, other in combinations(known, 2):
        found += _kinds(Kind(one.kind), Kind(other.kind))
        days = [(row.start_date, row.end_date or row.start_date) for row in (one, other)]
        found += _days(days)
        found += _who(parties[one.id], parties[other.id])
    return list(dict.fromkeys(found))


def _kinds(one: Kind, other: Kind) -> Iterator[str]:
    if family(one) is not family(other):
        a, b = (kind.value.replace("_", " ") for kind in (one, other))
        yield f"a {a} and a {b} are two engagements, also where one took place during the other"


def _days(days: Sequence[tuple[str | None, str | None]]) -> Iterator[str]:
    bounds: list[tuple[date, date]] = []
    for start, end in days:
        if start is None or end is None:
            return
        bounds.append((to_bounds(start)[0], to_bounds(end)[1]))
    (first, last), (begun, _) = sorted(bounds)
    apart = (begun - last).days
    if apart > _FAR:
        yield f"they are {apart} days apart: {first} and {begun}"


def _who(
    one: Sequence[tuple[str | None, str | None]], other: Sequence[tuple[str | None, str | None]]
) -> Iterator[str]:
    sides, others = ({side for side, _ in parties if side} for parties in (one, other))
    if sides and others and not sides & others:
        yield f"they share no side: {', '.join(sorted(sides))} and {', '.join(sorted(others))}"
        return
    people, those = ({person for _, person in parties if person} for parties in (one, other))
    if people and those and not people & those:
        yield "nobody takes part in both"
