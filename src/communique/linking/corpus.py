"""The whole of linking: rows of all pages in, everything joined out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.linking.beliefs import Known, believe
from communique.linking.clusters import Cluster, Placed
from communique.linking.commitments import Fulfilment, follow_commitments, made_visits
from communique.linking.copies import find_copies
from communique.linking.decisions import (
    decided_copies,
    of_verb,
    regroup,
    with_set_values,
    without_rejected,
)
from communique.linking.engagements import join_accounts, placed_profiles
from communique.linking.memory import Memory
from communique.linking.occasions import TAKEN_PLACE, Occasions, occasions_of
from communique.linking.offices import is_past
from communique.linking.outcome import (
    Linked,
    LinkedCommitment,
    LinkedEngagement,
    LinkedPerson,
    StepSource,
    Tenure,
)
from communique.linking.parts import with_parts
from communique.linking.persons import NameUse, People, alike_people, join_people
from communique.linking.profiles import Profile
from communique.linking.relations import join_relations
from communique.linking.rows import AccountRow, Corpus, PersonRow, Verb
from communique.linking.steps import Sighting, sighting_of_visit, sightings_of
from communique.linking.tenures import OfficeSighting, find_tenures
from communique.linking.undertakings import held_between, kept_by
from communique.model import Kind


@dataclass(frozen=True, slots=True)
class Ground:
    """What no decision on a single engagement touches: copies, persons, and accounts joined."""

    copies: dict[str, str]
    people: People
    party_people: dict[tuple[str, int], str]
    known: Known
    clusters: list[Cluster]


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
    people = join_people(_name_uses(corpus), of_verb(decided, Verb.NAME))
    party_people = _party_people(corpus.accounts, people)
    alike = alike_people(people.persons)
    persons = {person.id: person for person in people.persons}
    names = {person.id: (person.person, person.state) for person in people.persons}
    joined = join_accounts(corpus.pages, corpus.accounts, party_people, alike, memory, names)
    known = Known(copies, joined.page_dates, party_people, persons, joined.weighing)
    return Ground(copies, people, party_people, known, joined.clusters)


def link_on(
    ground: Ground,
    corpus: Corpus,
    believed: Callable[[Cluster], LinkedEngagement],
    memory: Memory | None = None,
) -> Linked:
    """Return the outcome on a ground, with every decision; ``believed`` tells of a cluster."""
    decided, people, known = corpus.decisions, ground.people, ground.known
    clusters = regroup(ground.clusters, decided, known.weighing)
    engagements = _with_distinct_ids(with_set_values(map(believed, clusters), decided, people))
    engagements = tuple(with_parts(engagements))
    occasions = occasions_of(corpus, people, ground.party_people, engagements, known.page_dates)
    return Linked(
        copies=ground.copies,
        page_dates=dict(known.page_dates),
        party_people=ground.party_people,
        people=people.persons,
        tenures=_tenures(corpus, people, occasions, memory or Memory()),
        engagements=engagements,
        commitments=_commitments(corpus, occasions, engagements, known.people),
        relations=join_relations(corpus.relations, known.page_dates),
    )


def place_all(corpus: Corpus) -> tuple[list[Placed], list[Profile]]:
    """Return every account with its parties and days worked out, and its profile, in order."""
    corpus = in_order(corpus)
    people = join_people(_name_uses(corpus))
    party_people, alike = _party_people(corpus.accounts, people), alike_people(people.persons)
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


def _name_uses(corpus: Corpus) -> Iterator[NameUse]:
    """Yield every use of a name, those that say the same once."""
    people = Counter(
        (row.person, row.state, row.organization, row.offices, row.deceased, row.names)
        for row in corpus.people
    )
    for told, times in people.items():
        yield NameUse(*told, times)
    # Parties that say the same are mostly one object: counting these first is quicker.
    parties = {id(party): party for account in corpus.accounts for party in account.parties}
    often = Counter(id(party) for account in corpus.accounts for party in account.parties)
    for name, party in parties.items():
        if party.person:
            offices = (party.office,) if party.office else ()
            yield NameUse(party.person, party.state, party.organization, offices, times=often[name])


def _party_people(accounts: Iterable[AccountRow], people: People) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    known: dict[int, str | None] = {}
    for account in accounts:
        for n, party in enumerate(account.parties):
            if id(party) not in known:
                known[id(party)] = (
                    people.find(party.person, party.state, party.organization)
                    if party.person
                    else None
                )
            if person := known[id(party)]:
                found[account.id, n] = person
    return found


def _with_distinct_ids(engagements: Iterable[LinkedEngagement]) -> tuple[LinkedEngagement, ...]:
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


def _tenures(
    corpus: Corpus, people: People, occasions: Occasions, memory: Memory
) -> tuple[Tenure, ...]:
    days = occasions.said_on
    gone = {
        (row.page, person)
        for row in corpus.people
        if (row.deceased or row.former)
        and (person := people.find(row.person, row.state, row.organization))
    }
    sightings = list(_printed_offices(corpus.people, people, days))
    for account in corpus.accounts:
        held = account.status in TAKEN_PLACE
        day = occasions.engagement_of[account.id].start if held else None
        for n, party in enumerate(account.parties):
            person = occasions.party_people.get((account.id, n))
            if person and party.office and (account.page, person) not in gone:
                seen = day if day and len(day) == len("2000-01-01") else days.get(account.page)
                ended = "former" if is_past(party.office) else None
                sightings.append(
                    OfficeSighting(person, party.state, party.office, seen, account.page, ended)
                )
    return find_tenures(sightings, memory.tenures)


def _printed_offices(
    rows: Iterable[PersonRow], people: People, days: Mapping[str, str]
) -> Iterator[OfficeSighting]:
    for row in rows:
        person = people.find(row.person, row.state, row.organization)
        ended = "late" if row.deceased else "former" if row.former else None
        for office in row.offices if person else ():
            over = ended or ("former" if is_past(office) else None)
            day = days.get(row.page)
            yield OfficeSighting(person or "", row.state, office, day, row.page, over)


def _commitments(
    corpus: Corpus,
    occasions: Occasions,
    engagements: Sequence[LinkedEngagement],
    persons: Mapping[str, LinkedPerson],
) -> tuple[LinkedCommitment, ...]:
    sightings = [
        sighting for row in corpus.commitments for sighting in sightings_of(row, occasions)
    ]
    for account in corpus.accounts:
        if account.kind is Kind.VISIT:
            implied = sighting_of_visit(account, occasions)
            sightings += [implied] if implied else []
    accounts = occasions.accounts
    sources = {e.id: _source_of(e, accounts) for e in engagements if e.kind is Kind.VISIT}
    held = held_between(engagements, (each for each in sightings if each.sides))

    def keeper(thread: Sequence[Sighting]) -> Fulfilment | None:
        kept = kept_by(thread, held, accounts)
        return Fulfilment(kept, _source_of(kept, accounts)) if kept else None

    names = {person: linked.person for person, linked in persons.items()}
    today = max(occasions.page_dates.values(), default=None)
    visits = made_visits(engagements, sources)
    return follow_commitments(sightings, visits, names, today, keeper=keeper)


def _source_of(engagement: LinkedEngagement, accounts: Mapping[str, AccountRow]) -> StepSource:
    """Return where the words are that tell of what took place, the best dated first."""
    told = [accounts[account] for account in engagement.accounts]
    best = min(
        told,
        key=lambda a: (a.status not in TAKEN_PLACE, a.start is None, -len(a.start or ""), a.id),
    )
    return StepSource(best.page, best.id, "start" if best.start else "kind", 0)
