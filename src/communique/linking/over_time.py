"""What is followed over pages: who held which office, and what became of commitments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.linking.commitments import Fulfilment, follow_commitments, made_visits
from communique.linking.occasions import TAKEN_PLACE, Occasions
from communique.linking.offices import is_past
from communique.linking.outcome import LinkedCommitment, LinkedEngagement, StepSource
from communique.linking.persons import Knows
from communique.linking.rows import AccountRow, Corpus, PersonRow
from communique.linking.steps import Sighting, sighting_of_visit, sightings_of
from communique.linking.tenures import OfficeSighting
from communique.linking.undertakings import held_between, kept_by
from communique.model import Kind


def office_sightings(
    rows: Sequence[PersonRow],
    accounts: Iterable[AccountRow],
    people: Knows,
    party_people: Mapping[tuple[str, int], str],
    starts: Mapping[str, str | None],
    days: Mapping[str, str],
) -> list[OfficeSighting]:
    """Return in which offices pages and their accounts show persons, and when.

    ``starts`` are those of the accounts' engagements, ``days`` those on which pages speak.
    """
    gone = {
        (row.page, person)
        for row in rows
        if (row.deceased or row.former)
        and (person := people.find(row.person, row.state, row.organization))
    }
    sightings = list(_printed_offices(rows, people, days))
    for account in accounts:
        day = starts[account.id] if account.status in TAKEN_PLACE else None
        for n, party in enumerate(account.parties):
            person = party_people.get((account.id, n))
            if person and party.office and (account.page, person) not in gone:
                seen = day if day and len(day) == len("2000-01-01") else days.get(account.page)
                ended = "former" if is_past(party.office) else None
                sightings.append(
                    OfficeSighting(person, party.state, party.office, seen, account.page, ended)
                )
    return sightings


def _printed_offices(
    rows: Iterable[PersonRow], people: Knows, days: Mapping[str, str]
) -> Iterator[OfficeSighting]:
    for row in rows:
        person = people.find(row.person, row.state, row.organization)
        ended = "late" if row.deceased else "former" if row.former else None
        for office in row.offices if person else ():
            over = ended or ("former" if is_past(office) else None)
            day = days.get(row.page)
            yield OfficeSighting(person or "", row.state, office, day, row.page, over)


def all_sightings(corpus: Corpus, occasions: Occasions) -> list[Sighting]:
    """Return every state of a commitment that a page gives, or that a visit told of implies."""
    found = [sighting for row in corpus.commitments for sighting in sightings_of(row, occasions)]
    for account in corpus.accounts:
        if account.kind is Kind.VISIT:
            implied = sighting_of_visit(account, occasions)
            found += [implied] if implied else []
    return found


def commitments_of(
    sightings: Sequence[Sighting],
    engagements: Sequence[LinkedEngagement],
    accounts: Mapping[str, AccountRow],
    names: Mapping[str, str],
    today: str | None,
) -> tuple[LinkedCommitment, ...]:
    """Return the commitments that sightings tell of, and what became of them by ``today``.

    ``accounts`` are at least those of the ``engagements``; ``names`` what persons are called.
    """
    sources = {e.id: _source_of(e, accounts) for e in engagements if e.kind is Kind.VISIT}
    held = held_between(engagements, (each for each in sightings if each.sides))

    def keeper(thread: Sequence[Sighting]) -> Fulfilment | None:
        kept = kept_by(thread, held, accounts)
        return Fulfilment(kept, _source_of(kept, accounts)) if kept else None

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
