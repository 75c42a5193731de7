"""The whole of linking: rows of all pages in, everything joined out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from communique.linking.beliefs import Known, believe
from communique.linking.commitments import follow_commitments, made_visits
from communique.linking.copies import find_copies
from communique.linking.engagements import join_accounts
from communique.linking.offices import is_past
from communique.linking.outcome import (
    Linked,
    LinkedCommitment,
    LinkedEngagement,
    StepSource,
    Tenure,
)
from communique.linking.persons import NameUse, People, join_people
from communique.linking.relations import join_relations
from communique.linking.rows import AccountRow, Corpus, PersonRow
from communique.linking.steps import Setting, Sighting, sighting_of_visit, sightings_of
from communique.linking.tenures import OfficeSighting, find_tenures
from communique.model import Kind, Status

_PROGRESS = frozenset({Status.HELD, Status.UNDER_WAY})


def link_corpus(corpus: Corpus) -> Linked:
    """Join everything; the outcome does not depend on the order of rows."""
    corpus = _in_order(corpus)
    copies = find_copies(corpus.pages)
    people = join_people(_name_uses(corpus))
    party_people = _party_people(corpus.accounts, people)
    clusters, page_dates = join_accounts(corpus.pages, corpus.accounts, party_people)
    persons = {person.id: person for person in people.persons}
    known = Known(copies, page_dates, party_people, persons)
    engagements = _with_distinct_ids(believe(cluster, known) for cluster in clusters)
    commitments = _commitments(corpus, people, known, engagements)
    return Linked(
        copies=copies,
        page_dates=page_dates,
        party_people=party_people,
        people=people.persons,
        tenures=_tenures(corpus, people, known, engagements),
        engagements=engagements,
        commitments=commitments,
        relations=join_relations(corpus.relations, page_dates),
    )


def _in_order(corpus: Corpus) -> Corpus:
    """Sort rows by their content, so that the first found is the same in any order of reading."""
    return Corpus(
        pages=tuple(sorted(corpus.pages, key=lambda row: row.id)),
        accounts=tuple(sorted(corpus.accounts, key=lambda row: row.id)),
        people=tuple(sorted(corpus.people, key=repr)),
        commitments=tuple(sorted(corpus.commitments, key=lambda row: row.id)),
        relations=tuple(sorted(corpus.relations, key=repr)),
    )


def _name_uses(corpus: Corpus) -> Iterator[NameUse]:
    for row in corpus.people:
        yield NameUse(row.person, row.state, row.organization, row.offices, row.deceased)
    for account in corpus.accounts:
        for party in account.parties:
            if party.person:
                offices = (party.office,) if party.office else ()
                yield NameUse(party.person, party.state, party.organization, offices)


def _party_people(accounts: Iterable[AccountRow], people: People) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for account in accounts:
        for n, party in enumerate(account.parties):
            person = party.person and people.find(party.person, party.state, party.organization)
            if person:
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
    bound = engagement.latest if engagement.status in _PROGRESS else engagement.earliest
    return (engagement.start or bound or "9999", engagement.id)


def _tenures(
    corpus: Corpus, people: People, known: Known, engagements: Sequence[LinkedEngagement]
) -> tuple[Tenure, ...]:
    starts = {account: e.start for e in engagements for account in e.accounts}
    days = _days_told(corpus, known, engagements)
    gone = {
        (row.page, person)
        for row in corpus.people
        if (row.deceased or row.former)
        and (person := people.find(row.person, row.state, row.organization))
    }
    sightings = list(_printed_offices(corpus.people, people, days))
    for account in corpus.accounts:
        day = starts.get(account.id) if account.status in _PROGRESS else None
        for n, party in enumerate(account.parties):
            person = known.party_people.get((account.id, n))
            if person and party.office and (account.page, person) not in gone:
                seen = day if day and len(day) == len("2000-01-01") else days.get(account.page)
                ended = "former" if is_past(party.office) else None
                sightings.append(
                    OfficeSighting(person, party.state, party.office, seen, account.page, ended)
                )
    return find_tenures(sightings)


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


def _days_told(
    corpus: Corpus, known: Known, engagements: Sequence[LinkedEngagement]
) -> dict[str, str]:
    """Return the day of what each page mainly reports, else the page's own date."""
    days = dict(known.page_dates)
    main = {account.id: account for account in corpus.accounts if account.main}
    told: dict[str, str] = {}
    for engagement in engagements:
        start = engagement.start
        for account in engagement.accounts if start and len(start) == len("2000-01-01") else ():
            if account in main and main[account].status in _PROGRESS:
                page = main[account].page
                told[page] = max(told.get(page, ""), start or "")
    return days | {p: day for p, day in told.items() if p not in days or day <= days[p]}


def _commitments(
    corpus: Corpus, people: People, known: Known, engagements: Sequence[LinkedEngagement]
) -> tuple[LinkedCommitment, ...]:
    engagement_of = {account: e for e in engagements for account in e.accounts}
    accounts = {account.id: account for account in corpus.accounts}
    setting = Setting(
        engagement_of,
        _days_told(corpus, known, engagements),
        _main_engagements(corpus.accounts, engagement_of),
        _named_on_pages(corpus, people),
    )
    sightings: list[Sighting] = []
    for row in corpus.commitments:
        sightings += sightings_of(row, setting)
    for account in corpus.accounts:
        if account.kind is Kind.VISIT:
            persons = {
                n: known.party_people[account.id, n]
                for n in range(len(account.parties))
                if (account.id, n) in known.party_people
            }
            implied = sighting_of_visit(account, persons, setting)
            sightings += [implied] if implied else []
    sources = {e.id: _visit_source(e, accounts) for e in engagements if e.kind is Kind.VISIT}
    names = {person: linked.person for person, linked in known.people.items()}
    return follow_commitments(sightings, made_visits(engagements, sources), names)


def _main_engagements(
    accounts: Iterable[AccountRow], engagement_of: Mapping[str, LinkedEngagement]
) -> dict[str, str]:
    """Return, by page, the engagement that it mainly reports, where that is a single one."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for account in accounts:
        if account.main and account.status in _PROGRESS:
            found[account.page].add(engagement_of[account.id].id)
    return {page: next(iter(ids)) for page, ids in found.items() if len(ids) == 1}


def _named_on_pages(
    corpus: Corpus, people: People
) -> dict[tuple[str, str], tuple[str, str | None]]:
    """Return who each name on a page is: (page, name) to (person's id, state)."""
    named: dict[tuple[str, str], tuple[str, str | None]] = {}
    for row in corpus.people:
        person = people.find(row.person, row.state, row.organization)
        for name in (row.person, *row.names) if person else ():
            named.setdefault((row.page, name), (person or "", row.state))
    for account in corpus.accounts:
        for party in account.parties:
            if party.person:
                person = people.find(party.person, party.state, party.organization)
                if person:
                    named.setdefault((account.page, party.person), (person, party.state))
    return named


def _visit_source(engagement: LinkedEngagement, accounts: Mapping[str, AccountRow]) -> StepSource:
    """Return where the words are that tell of a visit made, the best dated first."""
    told = [accounts[account] for account in engagement.accounts]
    best = min(
        told, key=lambda a: (a.status not in _PROGRESS, a.start is None, -len(a.start or ""), a.id)
    )
    field = "start" if best.start else "kind"
    return StepSource(best.page, best.id, field, 0)
