"""What a brief needs of the record, asked for in bounded amounts."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from communique.linking.words import folded
from communique.model import Kind, VisitType
from communique.partial_dates import to_bounds
from communique.record.finding import Asked as Wanted
from communique.record.finding import Order

if TYPE_CHECKING:
    from communique.record import Record
    from communique.record.entries import (
        CommitmentEntry,
        DocumentEntry,
        EngagementEntry,
        PersonEntry,
        RelationEntry,
        UnreadEntry,
    )


_MOST_NAMESAKES = 200


class NobodyError(ValueError):
    """No person, or several, go by the name that was asked for; the message names them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a brief is to be about; empty fields ask for all.

    ``states`` are codes, every one a side; ``since`` and ``until`` ISO partial dates; ``person``
    an id or a name. Days are counted to ``as_of``.
    """

    states: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    person: str | None = None
    as_of: date = field(default_factory=date.today)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a brief may get: all engagements, those told at length, those listed, and so on."""

    engagements: int = 3000
    detailed: int = 40
    listed: int = 300
    statements: int = 12
    persons: int = 40
    commitments: int = 25
    unread: int = 10
    named: int = 5


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that a brief is written from.

    ``engagements`` are without accounts, in order of time: all of those asked for, or the latest
    of the ``held`` ones; ``detailed`` some with their accounts, in the same order; ``people`` those
    who take part in most, by id.
    """

    asked: Asked
    limits: Limits
    engagements: tuple[EngagementEntry, ...]
    held: int
    detailed: tuple[EngagementEntry, ...]
    commitments: tuple[CommitmentEntry, ...]
    people: dict[str, PersonEntry]
    relations: tuple[RelationEntry, ...]
    unread: tuple[UnreadEntry, ...]
    documents: dict[str, DocumentEntry]
    person: PersonEntry | None

    def by_label(self) -> dict[str, str]:
        """Return the ids of pages by the labels that other entries name them by."""
        return {page.label: page.id for page in self.documents.values()}


def gather(record: Record, asked: Asked, limits: Limits) -> Gathered:
    """Ask the record; raises NobodyError where the person is nobody or several."""
    person = _person(record, asked.person) if asked.person else None
    name = person.id if person else None
    engagements, held = _engagements(record, asked, name, limits.engagements)
    wanted = set(_told_at_length(engagements, limits.detailed))
    detailed = tuple(record.engagement(each.id) for each in engagements if each.id in wanted)
    documents = {page.id: page for each in engagements for page in each.documents}
    commitments = _commitments(record, asked, name, {each.id for each in engagements})
    for commitment in commitments:
        for step in commitment.states:
            documents.update((source.document.id, source.document) for source in step.sources)
    between = asked.states if len(asked.states) == 2 else None
    relations = tuple(each for each in record.relations(between) if _about(each, asked.states))
    labels = {page.label for page in documents.values()}
    if any(labels.isdisjoint(_labels(each)) for each in relations):
        documents = {page.id: page for page in record.documents()} | documents
    cited = {page.id for each in engagements for page in each.documents}
    return Gathered(
        asked=asked,
        limits=limits,
        engagements=engagements,
        held=held,
        detailed=detailed,
        commitments=commitments,
        people={each.id: each for each in record.people(_foremost(engagements, limits.persons))},
        relations=relations,
        unread=tuple(record.unread(cited)),
        documents=documents,
        person=person,
    )


def _engagements(
    record: Record, asked: Asked, person: str | None, most: int
) -> tuple[tuple[EngagementEntry, ...], int]:
    """Return the engagements asked for, the latest where there are too many; and their number."""
    wanted = Wanted(
        states=asked.states, person=person, since=asked.since, until=asked.until, order=Order.NEWEST
    )
    held = record.finding.engagements(wanted, limit=1).total
    since = asked.since
    if held > most:
        first = record.finding.engagements(wanted, offset=most - 1, limit=1).items[0]
        since = first.start or first.latest or since
    found = record.engagements(states=asked.states, since=since, until=asked.until, person=person)
    return tuple(deque(found, maxlen=most)), held


def _foremost(engagements: Iterable[EngagementEntry], most: int) -> list[str]:
    """Return the persons who take part in most engagements."""
    counts = Counter(p.person_id for each in engagements for p in each.parties if p.person_id)
    return sorted(counts, key=lambda name: (-counts[name], name))[:most]


def _person(record: Record, name: str) -> PersonEntry:
    """Return the one person of that id or name; a whole name comes before a part of one."""
    words = folded(name)
    wanted = set(words)
    found = record.people([name])
    if not found and wanted:
        lines = record.finding.people(name, limit=_MOST_NAMESAKES).items
        everyone = record.people([line.id for line in lines])
        known = [(p, [folded(each) for each in p.names]) for p in everyone]
        found = [p for p, names in known if words in names]
        found = found or [p for p, names in known if any(wanted <= set(each) for each in names)]
    if not found or not wanted:
        raise NobodyError(f"nobody in the record goes by {name!r}")
    if len(found) > 1:
        some = ", ".join(p.id for p in found[:5]) + (", ..." if len(found) > 5 else "")
        raise NobodyError(f"{len(found)} persons go by {name!r}: {some}")
    return found[0]


def _commitments(
    record: Record, asked: Asked, person: str | None, engagements: set[str]
) -> tuple[CommitmentEntry, ...]:
    """Return the commitments of these states or this person with a step in the time asked for."""
    found = record.commitments(states=asked.states)
    if person:
        found = [
            each
            for each in found
            if person in (each.by_id, each.to_id) or engagements & set(each.engagements)
        ]
    return tuple(each for each in found if _in_time(each, asked))


def _in_time(entry: CommitmentEntry, asked: Asked) -> bool:
    dates = [step.date for step in entry.states if step.date]
    if not dates:
        return True
    begun = min(to_bounds(each)[0] for each in dates)
    over = max(to_bounds(each)[1] for each in dates)
    if asked.until and begun > to_bounds(asked.until)[1]:
        return False
    return entry.open or not asked.since or over >= to_bounds(asked.since)[0]


def _about(relation: RelationEntry, states: tuple[str, ...]) -> bool:
    """Tell whether a relation is of the states asked for: of both, or of the only one."""
    if not states:
        return True
    if len(states) == 1:
        return states[0] in relation.states
    return set(relation.states) <= set(states)


def _labels(relation: RelationEntry) -> set[str]:
    levels = {label for level in relation.levels for label in level.documents}
    return levels | {label for step in relation.milestones for label in step.documents}


def _told_at_length(engagements: tuple[EngagementEntry, ...], most: int) -> list[str]:
    """Return the engagements to tell at length: all, or those of most weight and the latest."""
    if len(engagements) <= most:
        return [each.id for each in engagements]
    latest = [each.id for each in engagements[-most // 3 :]]
    ranked = sorted(engagements, key=_weight, reverse=True)
    rest = [each.id for each in ranked if each.id not in latest]
    return latest + rest[: most - len(latest)]


def _weight(entry: EngagementEntry) -> tuple[int, int, str]:
    """Return how much an engagement weighs: by rank, by the texts that tell of it, by recency."""
    rank = 2 if entry.kind in (Kind.VISIT, Kind.SUMMIT) else int(entry.main)
    if entry.visit_type in (VisitType.STATE, VisitType.OFFICIAL):
        rank += 1
    return rank, entry.witnesses, entry.start or entry.latest or ""
