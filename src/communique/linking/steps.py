"""The states of commitments as pages give them, and as visits that pages tell of imply them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from communique.linking.outcome import LinkedEngagement, StepSource
from communique.linking.rows import AccountRow, CommitmentRow
from communique.model import CommitmentKind, CommitmentStateKind, Role, Status

TAKEN_PLACE = frozenset({Status.HELD, Status.UNDER_WAY})
_STATE_OF_VISIT = {
    Status.PROPOSED: CommitmentStateKind.EXTENDED,
    Status.PLANNED: CommitmentStateKind.SCHEDULED,
    Status.POSTPONED: CommitmentStateKind.POSTPONED,
    Status.CANCELLED: CommitmentStateKind.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Sighting:
    """One state of one commitment on one page.

    ``by`` and ``to`` are a person's id, a state's code or the words as printed. Of a visit,
    ``guest`` is who is to go (so written) and ``host`` the receiving state.
    """

    kind: CommitmentKind
    state: CommitmentStateKind
    date: str | None
    by: str | None
    by_name: str | None
    to: str | None
    to_name: str | None
    host: str | None
    guest: str | None
    via: str | None
    what: str
    due: str | None
    engagement: str | None
    visit: str | None
    page: str
    source: StepSource
    worked_from: str | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """Oldest first; what is extended before what is accepted on one day."""
        return (self.date or "9999", _STEP_ORDER.index(self.state), self.page, self.source.owner)


_STEP_ORDER = list(CommitmentStateKind)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the commitments of one page are read against."""

    engagement_of: Mapping[str, LinkedEngagement]
    said_on: Mapping[str, str]
    said_in: Mapping[str, str]
    person_of: Mapping[tuple[str, str], tuple[str, str | None]]


def sightings_of(row: CommitmentRow, setting: Setting) -> list[Sighting]:
    """Return the states of a commitment that a page gives, dated by what they were said in."""
    by, by_state = setting.person_of.get((row.page, row.by or ""), (row.by, row.by))
    to, to_state = setting.person_of.get((row.page, row.to or ""), (row.to, row.to))
    going = row.kind is CommitmentKind.VISIT
    engagement = setting.engagement_of.get(row.account or "")
    if engagement is None or engagement.status not in TAKEN_PLACE:
        said_in, said_on = setting.said_in.get(row.page), setting.said_on.get(row.page)
    else:
        said_in, said_on = engagement.id, engagement.start or setting.said_on.get(row.page)
    return [
        Sighting(
            kind=row.kind,
            state=step.state,
            date=step.date or said_on,
            by=by,
            by_name=row.by,
            to=to,
            to_name=row.to,
            host=to_state if going else by_state,
            guest=by if going else to,
            via=row.via,
            what=row.what,
            due=row.due,
            engagement=said_in,
            visit=None,
            page=row.page,
            source=StepSource(row.page, row.id, "state", step.position),
        )
        for step in row.steps
    ]


def sighting_of_visit(
    account: AccountRow, people: Mapping[int, str], setting: Setting
) -> Sighting | None:
    """Return the state that an undone visit implies: hoped for, announced, put off, called off.

    None for a visit without a named guest and a receiving state. A visit hoped for counts as an
    invitation by its host; an announced one is a commitment only with a date.
    """
    state = _STATE_OF_VISIT.get(account.status)
    guests = [(n, p) for n, p in enumerate(account.parties) if p.role is Role.GUEST and p.person]
    hosts = [(n, p) for n, p in enumerate(account.parties) if p.role is Role.HOST]
    host_state = next((p.state for _, p in hosts if p.state), None)
    host_state = host_state or (account.place.state if account.place else None)
    if state is None or not guests or not host_state:
        return None
    if state is CommitmentStateKind.SCHEDULED and not account.start:
        return None
    host_n, host = next(((n, p) for n, p in hosts if p.person), (-1, None))
    guest_n, guest = guests[0]
    guest_end = (people.get(guest_n, guest.person), guest.person)
    host_end = (people.get(host_n, host_state), host.person if host else host_state)
    invited = account.status is Status.PROPOSED
    by, to = (host_end, guest_end) if invited else (guest_end, host_end)
    return Sighting(
        kind=CommitmentKind.INVITATION if invited else CommitmentKind.VISIT,
        state=state,
        date=setting.said_on.get(account.page),
        by=by[0],
        by_name=by[1],
        to=to[0],
        to_name=to[1],
        host=host_state,
        guest=guest_end[0],
        via=None,
        what=_what(account, host_state),
        due=account.start,
        engagement=setting.said_in.get(account.page),
        visit=setting.engagement_of[account.id].id,
        page=account.page,
        source=StepSource(account.page, account.id, "kind", 0),
        worked_from=f"a visit told as {account.status.value}",
    )


def _what(account: AccountRow, host_state: str) -> str:
    place = account.place
    return f"visit {(place.name if place else None) or host_state}"
