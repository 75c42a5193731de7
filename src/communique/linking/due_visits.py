"""Days of planned visits that an invitation on the same page gives.

"I have accepted his invitation to the celebrations on 9 May" dates the visit, though the sentence
that speaks of the visit names no day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.linking.names import same_name
from communique.linking.rows import AccountRow, CommitmentRow, PartyRow
from communique.linking.words import folded
from communique.model import CommitmentKind, Kind, Role, Status

_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})


def with_days_due(
    accounts: Iterable[AccountRow], commitments: Sequence[CommitmentRow]
) -> Iterator[AccountRow]:
    """Yield accounts; a visit ahead without a day is bounded by that of the invitation to it.

    Where a page has several such days for one guest and host, none of them is taken.
    """
    asked: defaultdict[str, list[CommitmentRow]] = defaultdict(list)
    for row in commitments:
        if row.kind is CommitmentKind.INVITATION and row.due:
            asked[row.page].append(row)
    for account in accounts:
        days = {row.due for row in asked.get(account.page, ()) if _is_to(account, row)}
        if len(days) == 1 and _without_day(account):
            (day,) = days
            yield replace(account, after=day, before=day)
        else:
            yield account


def _without_day(account: AccountRow) -> bool:
    ahead = account.kind is Kind.VISIT and account.status in _AHEAD
    return ahead and not (account.start or account.after or account.before or account.weekday)


def _is_to(account: AccountRow, invitation: CommitmentRow) -> bool:
    """Tell whether an invitation is that of a visit's host to its guest."""
    guests = [party for party in account.parties if party.role is Role.GUEST]
    hosts = [party for party in account.parties if party.role is Role.HOST]
    return _names(invitation.to, guests) and _names(invitation.by, hosts)


def _names(end: str | None, parties: Iterable[PartyRow]) -> bool:
    return end is not None and any(
        end == party.state or (party.person is not None and _is_one(end, party.person))
        for party in parties
    )


def _is_one(end: str, person: str) -> bool:
    one, other = folded(end), folded(person)
    return one == other or same_name(one, other)
