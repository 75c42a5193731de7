"""Uses of names in pages and their accounts, and whom each party names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.linking.persons import Knows
from communique.linking.rows import AccountRow, NameUse, PersonRow


def name_uses(accounts: Iterable[AccountRow], people: Iterable[PersonRow]) -> Iterator[NameUse]:
    """Yield every use of a name, those that say the same once."""
    accounts = list(accounts)
    told = Counter(
        (row.person, row.state, row.organization, row.offices, row.deceased, row.names)
        for row in people
    )
    for said, times in told.items():
        yield NameUse(*said, times)
    # Parties that say the same are mostly one object: counting these first is quicker.
    parties = {id(party): party for account in accounts for party in account.parties}
    often = Counter(id(party) for account in accounts for party in account.parties)
    for name, party in parties.items():
        if party.person:
            offices = (party.office,) if party.office else ()
            yield NameUse(party.person, party.state, party.organization, offices, times=often[name])


def summed(uses: Iterable[NameUse]) -> Iterator[NameUse]:
    """Yield uses that say the same once, with the sum of their times; none that are no more."""
    times: Counter[NameUse] = Counter()
    for use in uses:
        times[replace(use, times=1)] += use.times
    return (replace(use, times=number) for use, number in times.items() if number)


def people_of_parties(accounts: Iterable[AccountRow], people: Knows) -> dict[tuple[str, int], str]:
    """Return by account and position of the party whom it names."""
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
