"""The whole of linking: rows of all pages in, everything joined out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from communique.linking.beliefs import Known, believe
from communique.linking.clusters import Cluster, Placed
from communique.linking.copies import find_copies
from communique.linking.decisions import (
    decided_copies,
    of_verb,
    regroup,
    with_set_values,
    without_rejected,
)
from communique.linking.engagements import join_accounts, placed_profiles
from communique.linking.footing import Footing, KnownUse, keys_of, placements_of
from communique.linking.memory import Memory
from communique.linking.name_uses import name_uses, people_of_parties, summed
from communique.linking.occasions import TAKEN_PLACE, Occasions, occasions_of
from communique.linking.outcome import Linked, LinkedEngagement
from communique.linking.over_time import all_sightings, commitments_of, office_sightings
from communique.linking.parts import with_parts
from communique.linking.persons import People, alike_people, join_people
from communique.linking.profiles import Profile
from communique.linking.relations import join_relations
from communique.linking.rows import Corpus, NameUse, PersonRow, Verb
from communique.linking.steps import Sighting
from communique.linking.tenures import find_tenures


@dataclass(frozen=True, slots=True)
class Ground:
    """What no decision on a single engagement touches: copies, persons, and accounts joined."""

    copies: dict[str, str]
    people: People
    party_people: dict[tuple[str, int], str]
    known: Known
    clusters: list[Cluster]
    parts: dict[str, str]
    uses: tuple[NameUse, ...]
    alike: dict[str, frozenset[str]]
    bands: dict[str, tuple[bytes, bytes]]


def link_corpus(corpus: Corpus) -> Linked:
    """Join everything; the outcome does not depend on the order of rows."""
    corpus = without_rejected(in_order(corpus))
    ground = find_ground(corpus)
    return link_on(ground, corpus, lambda cluster: believe(cluster, ground.known))


def find_ground(corpus: Corpus, memory: Memory | None = None) -> Ground:
    """Return what pages, accounts and persons amount to, and decisions on names and copies.

    ``memory`` is of the last time, if there was one.
    """
    decided, memory = corpus.decisions, memory or Memory()
    pages = {page.id for page in corpus.pages}
    copies = decided_copies(find_copies(corpus.pages, memory.bands), decided, pages)
    uses = tuple(summed(name_uses(corpus.accounts, corpus.people)))
    people = join_people(uses, of_verb(decided, Verb.NAME))
    party_people = people_of_parties(corpus.accounts, people)
    alike = alike_people(people.persons)
    persons = {person.id: person for person in people.persons}
    names = {person.id: (person.person, person.state) for person in people.persons}
    joined = join_accounts(corpus.pages, corpus.accounts, party_people, alike, memory, names)
    known = Known(copies, joined.page_dates, party_people, persons, joined.weighing)
    bands = {page.id: memory.bands.of(page.sketch) for page in corpus.pages}
    return Ground(
        copies, people, party_people, known, joined.clusters, joined.parts, uses, alike, bands
    )


def link_on(
    ground: Ground,
    corpus: Corpus,
    believed: Callable[[Cluster], LinkedEngagement],
    memory: Memory | None = None,
) -> Linked:
    """Return the outcome on a ground, with every decision; ``believed`` tells of a cluster."""
    decided, people, known = corpus.decisions, ground.people, ground.known
    memory = memory or Memory()
    clusters = regroup(ground.clusters, decided, known.weighing)
    engagements = with_distinct_ids(with_set_values(map(believed, clusters), decided, people))
    engagements = tuple(with_parts(engagements))
    occasions = occasions_of(corpus, people, ground.party_people, engagements, known.page_dates)
    sightings = all_sightings(corpus, occasions)
    starts = {account: e.start for account, e in occasions.engagement_of.items()}
    offices = office_sightings(
        corpus.people, corpus.accounts, people, ground.party_people, starts, occasions.said_on
    )
    names = {person: linked.person for person, linked in known.people.items()}
    today = max(occasions.page_dates.values(), default=None)
    return Linked(
        copies=ground.copies,
        page_dates=dict(known.page_dates),
        party_people=ground.party_people,
        people=people.persons,
        tenures=find_tenures(offices, memory.tenures),
        engagements=engagements,
        commitments=commitments_of(sightings, engagements, occasions.accounts, names, today),
        relations=join_relations(corpus.relations, known.page_dates),
        footing=_footing(ground, occasions, sightings),
    )


def _footing(ground: Ground, occasions: Occasions, sightings: Iterable[Sighting]) -> Footing:
    find = ground.people.find
    return Footing(
        placements=tuple(p for each in ground.clusters for p in placements_of(each, ground.parts)),
        keys=tuple(key for each in ground.clusters for key in keys_of(each)),
        uses=tuple(
            KnownUse(use, find(use.name, use.state, use.organization)) for use in ground.uses
        ),
        alike=ground.alike,
        said_on=dict(occasions.said_on),
        threads=frozenset((each.thread, each.page) for each in sightings),
        bands=ground.bands,
    )


def place_all(corpus: Corpus) -> tuple[list[Placed], list[Profile]]:
    """Return every account with its parties and days worked out, and its profile, in order."""
    corpus = in_order(corpus)
    people = join_people(name_uses(corpus.accounts, corpus.people))
    party_people, alike = people_of_parties(corpus.accounts, people), alike_people(people.persons)
    return placed_profiles(corpus.pages, corpus.accounts, party_people, alike, Memory())


def in_order(corpus: Corpus) -> Corpus:
    """Sort rows by their content, so that the first found is the same in any order of reading."""
    return Corpus(
        pages=tuple(sorted(corpus.pages, key=lambda row: row.id)),
        accounts=tuple(sorted(corpus.accounts, key=lambda row: row.id)),
        people=tuple(sorted(corpus.people, key=_by_content)),
        commitments=tuple(sorted(corpus.commitments, key=lambda row: row.id)),
        relations=tuple(sorted(corpus.relations, key=repr)),
        decisions=corpus.decisions,
    )


def _by_content(row: PersonRow) -> tuple[object, ...]:
    absent = (row.state is None, row.organization is None)
    homes = (row.state or "", row.organization or "")
    return (row.page, row.person, absent, homes, row.offices, row.names, row.deceased, row.former)


def with_distinct_ids(engagements: Iterable[LinkedEngagement]) -> tuple[LinkedEngagement, ...]:
    """Number engagements whose readable ids coincide, in the order of their first accounts."""
    ordered = sorted(engagements, key=lambda e: (e.id, e.accounts))
    times: Counter[str] = Counter()
    distinct = []
    for engagement in ordered:
        times[engagement.id] += 1
        number = times[engagement.id]
        distinct.append(
            engagement if number == 1 else replace(engagement, id=f"{engagement.id}-{number}")
        )
    return tuple(sorted(distinct, key=in_time))


def in_time(engagement: LinkedEngagement) -> tuple[str, str]:
    """Sort by start; the undated by their last possible day, what is ahead by its first."""
    bound = engagement.latest if engagement.status in TAKEN_PLACE else engagement.earliest
    return (engagement.start or bound or "9999", engagement.id)
