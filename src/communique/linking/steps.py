"""The states of commitments as pages give them, and as visits that pages tell of imply them."""

from __future__ import annotations

from dataclasses import dataclass

from communique.knowledge.states import display_name
from communique.linking.occasions import Occasions
from communique.linking.outcome import LinkedEngagement, StepSource
from communique.linking.rows import AccountRow, CommitmentRow, StepRow
from communique.model import CommitmentKind, CommitmentStateKind, Role, Status

_TO_VISIT = frozenset({CommitmentKind.INVITATION, CommitmentKind.VISIT})
_BEFORE_VISIT = frozenset({CommitmentStateKind.EXTENDED, CommitmentStateKind.ACCEPTED})
_OF_VISIT = _BEFORE_VISIT | {CommitmentStateKind.FULFILLED}
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
    ``guest`` is who is to go (so written) and ``host`` the receiving state. ``sides`` are the
    states that a pledge or an agreed step binds or is owed to.
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
    sides: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[object, ...]:
        """Oldest first, the undated before; what is extended before what is accepted on one day."""
        return (self.date or "", _STEP_ORDER.index(self.state), self.page, self.source.owner)

    @property
    def thread(self) -> str:
        """Name the sightings that may be of one commitment: of one guest and host, or of sides."""
        if self.kind in _TO_VISIT and self.guest and self.host:
            return visit_thread(self.guest, self.host)
        giver = self.host if self.kind is CommitmentKind.PLEDGE else None
        return "|".join((self.kind.value, "+".join(self.sides), giver or ""))


def visit_thread(guest: str, host: str) -> str:
    """Name the sightings of visits by a guest to a receiving state."""
    return f"visit|{guest}|{host}"


_CODE = 3
_STEP_ORDER = list(CommitmentStateKind)


def sightings_of(row: CommitmentRow, occasions: Occasions) -> list[Sighting]:
    """Return the states of a commitment that a page gives, dated by what they were said in.

    A page that reports the visit itself tells of an invitation as past: such states keep only the
    dates that the page gives them.
    """
    by, by_state = occasions.named.get((row.page, row.by or ""), (row.by, row.by))
    to, to_state = occasions.named.get((row.page, row.to or ""), (row.to, row.to))
    host, guest = (to_state, by) if row.kind is CommitmentKind.VISIT else (by_state, to)
    said_in, said_on = occasions.of(row, by, to)
    to_go = row.kind in (CommitmentKind.INVITATION, CommitmentKind.VISIT)
    if not to_go:
        return _undertaken(row, occasions, said_in, said_on)
    visit = occasions.visit_reported(row.page, guest, host)
    if visit and _is_to_come_again(row, visit):
        visit = None
    return [
        Sighting(
            kind=row.kind,
            state=step.state,
            date=_date(step, said_on, occasions.page_dates.get(row.page), visit),
            by=by,
            by_name=row.by,
            to=to,
            to_name=row.to,
            host=host,
            guest=guest,
            via=row.via,
            what=row.what,
            due=row.due,
            engagement=None if visit and step.state in _BEFORE_VISIT else said_in,
            visit=visit.id if visit and step.state in _OF_VISIT else None,
            page=row.page,
            source=StepSource(row.page, row.id, "state", step.position),
        )
        for step in row.steps
    ]


def _undertaken(
    row: CommitmentRow, occasions: Occasions, said_in: str | None, said_on: str | None
) -> list[Sighting]:
    """Return the states of what was pledged or agreed; what was on another day than its page's
    news hangs on no engagement."""
    named = occasions.named
    by, by_state = named.get((row.page, row.by or ""), (row.by, row.by))
    to, to_state = named.get((row.page, row.to or ""), (row.to, row.to))
    states = (*_states_together(row, occasions), by_state, to_state)
    sides = tuple(sorted({s for s in states if s and len(s) == _CODE and s.isupper()}))
    giver = by_state if by_state in sides else None
    found = []
    for step in row.steps:
        date = _date(step, said_on, occasions.page_dates.get(row.page), None)
        here = not step.date or not said_on or _meet(step.date, said_on)
        found.append(
            Sighting(
                kind=row.kind, state=step.state, date=date, by=by, by_name=row.by, to=to,
                to_name=row.to, host=giver, guest=None, via=row.via, what=row.what, due=row.due,
                engagement=said_in if here else None, visit=None, page=row.page,
                source=StepSource(row.page, row.id, "state", step.position), sides=sides,
            )
        )  # fmt: skip
    return found


def _states_together(row: CommitmentRow, occasions: Occasions) -> list[str]:
    """Return the states of those who stand together as ``by``: "A, B and C"."""
    if row.to or not row.by or ", " not in row.by:
        return []
    names = row.by.replace(" and ", ", ").split(", ")
    found = [occasions.named.get((row.page, name), (name, name))[1] for name in names]
    return [state for state in found if state]


def _meet(a: str, b: str) -> bool:
    shared = min(len(a), len(b))
    return a[:shared] == b[:shared]


def _is_to_come_again(row: CommitmentRow, visit: LinkedEngagement) -> bool:
    """Tell whether a page that reports a visit tells of an invitation to the next one."""
    states = {step.state for step in row.steps}
    if visit.start is None or CommitmentStateKind.FULFILLED in states:
        return False
    extended = [s.date for s in row.steps if s.state is CommitmentStateKind.EXTENDED and s.date]
    over = visit.end or visit.start
    return any(date >= visit.start for date in extended) or bool(
        row.due and row.due > over[: len(row.due)]
    )


def _date(
    step: StepRow, said_on: str | None, page_date: str | None, visit: LinkedEngagement | None
) -> str | None:
    """Return when a step was taken: no later than its page, and before a visit that it led to."""
    date = step.date
    if date and page_date and date[:10] > page_date:
        date = None
    if visit and step.state in _BEFORE_VISIT:
        return date if date and visit.start and date < visit.start else None
    return date or said_on


def sighting_of_visit(account: AccountRow, occasions: Occasions) -> Sighting | None:
    """Return the state that an undone visit implies: hoped for, announced, put off, called off.

    None for a visit without a named guest and a receiving state. A visit hoped for counts as an
    invitation by its host; an announced one is a commitment only with a date.
    """
    people = occasions.people_in(account)
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
    main = occasions.main_on(account.page)
    by, to = (host_end, guest_end) if invited else (guest_end, host_end)
    return Sighting(
        kind=CommitmentKind.INVITATION if invited else CommitmentKind.VISIT,
        state=state,
        date=occasions.said_on.get(account.page),
        by=by[0],
        by_name=by[1],
        to=to[0],
        to_name=to[1],
        host=host_state,
        guest=guest_end[0],
        via=None,
        what=_what(account, host_state),
        due=account.start,
        engagement=occasions.engagement_of[main.id].id if main else None,
        visit=occasions.engagement_of[account.id].id,
        page=account.page,
        source=StepSource(account.page, account.id, "kind", 0),
        worked_from=f"a visit told as {account.status.value}",
    )


def _what(account: AccountRow, host_state: str) -> str:
    place = account.place
    return f"visit {(place.name if place else None) or display_name(host_state)}"
