"""What linking gave, in groups: a thing with all rows that hang on it, and a digest of them.

Where the digest is that of the last linking, the group stands as it is and need not be written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Table, and_, select

from communique.linking.outcome import Linked, LinkedCommitment, LinkedEngagement, LinkedPerson
from communique.record import tables as t
from communique.record.batches import batches
from communique.record.linked_rows import (
    Row,
    commitment_row,
    engagement_row,
    members,
    party_rows,
    step_rows,
    tenure_rows,
    touched,
)
from communique.record.listed import (
    disputes_of,
    outlets_of,
    pairs_of,
    people_columns,
    sides_of,
    topics_of,
)
from communique.record.migrating import steps
from communique.record.passages import TEXT


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an account stands: its page, the outlet, and the number of the text in the search."""

    page: str
    outlet: str | None
    passage: int | None


RowsByTable = dict[Table, list[Row]]


@dataclass(frozen=True, slots=True)
class Groups:
    """Things of one kind: the table of their own rows, what hangs on them, and by which column.

    ``digests`` are by id; ``rows`` makes all rows of the thing with an id.
    """

    head: Table
    hanging: Mapping[Table, str]
    digests: Mapping[str, str]
    rows: Callable[[str], RowsByTable]


def read_origins(
    connection: Connection, versions: Sequence[str] | None = None
) -> dict[str, Origin]:
    """Return where every account of a current version stands, or of some by id."""
    a, v, p = t.accounts.c, t.versions.c, t.passages.c
    query = (
        select(a.id, v.document_id, v.outlet, p.number)
        .join(t.versions, a.version_id == v.id)
        .join(t.passages, and_(p.version_id == v.id, p.part == TEXT), isouter=True)
    )
    query = query.where(v.current)
    some = [query] if versions is None else [query.where(v.id.in_(b)) for b in batches(versions)]
    rows = (row for each in some for row in connection.execute(each))
    return {row.id: Origin(row.document_id, row.outlet, row.number) for row in rows}


class Digests:
    """Digests of groups, each worked out once for the same parts."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[tuple[object, ...], str]] = {}

    def of(self, what: str, name: str, *parts: object) -> str:
        """Return a digest; another form of the record is another digest of everything."""
        known = self._known.get((what, name))
        if known is None or known[0] != parts:
            told = repr((len(steps()), parts)).encode()
            known = (parts, blake2b(told, digest_size=12).hexdigest())
            self._known[what, name] = known
        return known[1]


def people_groups(
    linked: Linked, made: Digests, taken_part: Mapping[str, int] | None = None
) -> Groups:
    """Return the persons with their tenures.

    ``taken_part`` tells how many engagements each had, where not all are among ``linked``.
    """
    columns = people_columns(linked, taken_part)
    tenures: defaultdict[str, list[Any]] = defaultdict(list)
    for tenure in linked.tenures:
        tenures[tenure.person_id].append(tenure)
    people: dict[str, LinkedPerson] = {person.id: person for person in linked.people}
    digests = {
        name: made.of("person", name, person, columns[name], tenures[name])
        for name, person in people.items()
    }

    def rows(name: str) -> RowsByTable:
        head = asdict(people[name]) | columns[name] | {"digest": digests[name]}
        return {t.linked_people: [head], t.tenures: list(tenure_rows(tenures[name]))}

    return Groups(t.linked_people, {t.tenures: "person_id"}, digests, rows)


_OF_ENGAGEMENTS = (
    t.engagement_parties,
    t.engagement_topics,
    t.engagement_outlets,
    t.engagement_pairs,
    t.engagement_disputes,
    t.engagement_passages,
    t.engagement_accounts,
)


def engagement_groups(linked: Linked, origins: Mapping[str, Origin], made: Digests) -> Groups:
    """Return the engagements with parties, accounts and what lists filter them by."""
    engagements: dict[str, LinkedEngagement] = {e.id: e for e in linked.engagements}
    people: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for (account, position), person in sorted(linked.party_people.items()):
        people[account].append((position, person))

    def told_by(one: LinkedEngagement) -> Sequence[Origin]:
        return [origins[account] for account in one.accounts if account in origins]

    def party_people(one: LinkedEngagement) -> Iterator[Row]:
        for account in one.accounts:
            for position, person in people.get(account, ()):
                yield {"account_id": account, "position": position, "person_id": person}

    digests = {
        name: made.of(
            "engagement",
            name,
            one,
            told_by(one),
            [people.get(account) for account in one.accounts],
        )
        for name, one in engagements.items()
    }

    def rows(name: str) -> RowsByTable:
        one = engagements[name]
        told = told_by(one)
        head = engagement_row(one, [each.page for each in told]) | {"digest": digests[name]}
        return {
            t.engagements: [head],
            t.engagement_parties: party_rows(one),
            t.engagement_topics: list(topics_of(one)),
            t.engagement_outlets: list(outlets_of(one, [each.outlet for each in told])),
            t.engagement_pairs: list(pairs_of(one)),
            t.engagement_disputes: list(disputes_of(one)),
            t.engagement_passages: [
                {"engagement_id": name, "number": number}
                for number in sorted({each.passage for each in told if each.passage is not None})
            ],
            t.engagement_accounts: list(members(one)),
            t.party_people: list(party_people(one)),
        }

    return Groups(t.engagements, dict.fromkeys(_OF_ENGAGEMENTS, "engagement_id"), digests, rows)


def commitment_groups(
    linked: Linked, made: Digests, homes: Mapping[str, str | None] | None = None
) -> Groups:
    """Return the commitments with their steps; ``homes`` are the states of persons, by id."""
    commitments: dict[str, LinkedCommitment] = {one.id: one for one in linked.commitments}
    if homes is None:
        homes = {person.id: person.state for person in linked.people}
    sides = {name: list(sides_of(one, homes)) for name, one in commitments.items()}
    digests = {
        name: made.of("commitment", name, one, sides[name]) for name, one in commitments.items()
    }

    def rows(name: str) -> RowsByTable:
        one = commitments[name]
        return {
            t.linked_commitments: [commitment_row(one) | {"digest": digests[name]}],
            t.linked_steps: step_rows(one),
            t.commitment_sides: sides[name],
            t.commitment_engagements: list(touched(one)),
        }

    hanging = (t.linked_steps, t.commitment_sides, t.commitment_engagements)
    return Groups(t.linked_commitments, dict.fromkeys(hanging, "commitment_id"), digests, rows)
