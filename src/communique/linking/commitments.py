"""Commitments followed over pages: invited, accepted, made.

Invitations are joined by who is invited and by which state, until a visit closes them; pledges and
agreed steps by the sides and in what words (`undertakings.py`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import blake2b

from communique.linking.occasions import TAKEN_PLACE
from communique.linking.outcome import LinkedCommitment, LinkedEngagement, LinkedStep, StepSource
from communique.linking.steps import Sighting
from communique.linking.undertakings import threads_of
from communique.linking.words import folded
from communique.model import (
    CLOSING_STATES,
    CommitmentKind,
    CommitmentStateKind,
    Kind,
    Role,
)
from communique.partial_dates import to_bounds

_TO_VISIT = frozenset({CommitmentKind.INVITATION, CommitmentKind.VISIT})
# An invitation of which nothing is heard for longer than this is another when it comes up again.
_YEARS = 3
# Pages may tell some weeks later that something was done in time.
GRACE = timedelta(31)
_A_DAY = timedelta(1)
_NOT_LAPSING = CLOSING_STATES | {CommitmentStateKind.POSTPONED}


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """What took place and kept a commitment, and where its words are."""

    engagement: LinkedEngagement
    source: StepSource


Keeper = Callable[[Sequence[Sighting]], Fulfilment | None]


@dataclass(slots=True)
class _Thread:
    """The sightings of one commitment."""

    sightings: list[Sighting] = field(default_factory=list)
    fulfilled: Fulfilment | None = None


def follow_commitments(
    sightings: Iterable[Sighting],
    visits: Mapping[tuple[str, str], Sequence[Fulfilment]],
    names: Mapping[str, str],
    today: str | None = None,
    *,
    keeper: Keeper | None = None,
) -> tuple[LinkedCommitment, ...]:
    """Join sightings into commitments, oldest first.

    ``visits`` are those made, by (guest's id, receiving state); ``names`` the usual names of
    persons by id; ``today`` the last day of which pages tell. ``keeper`` tells what kept the
    pledge or the agreed step that sightings tell of.
    """
    invitations: defaultdict[tuple[str, str], list[Sighting]] = defaultdict(list)
    others: list[Sighting] = []
    for sighting in sightings:
        if sighting.kind in _TO_VISIT and sighting.guest and sighting.host:
            invitations[sighting.guest, sighting.host].append(sighting)
        else:
            others.append(sighting)
    threads = [
        thread
        for key, group in sorted(invitations.items())
        for thread in _invitation_threads(group, visits.get(key, ()))
    ]
    threads += [_Thread(one, keeper(one) if keeper else None) for one in threads_of(others)]
    linked = [_linked(thread, names, today) for thread in threads]
    return tuple(sorted(linked, key=_in_time))


def _in_time(commitment: LinkedCommitment) -> tuple[str, str]:
    dates = (step.date for step in commitment.steps if step.date)
    return (next(dates, "9999"), commitment.id)


def _invitation_threads(sightings: list[Sighting], visits: Sequence[Fulfilment]) -> list[_Thread]:
    """Part the sightings of one guest and host by the visits that were made between them."""
    waiting = sorted(visits, key=lambda v: (_begun(v.engagement), v.engagement.id))
    threads: dict[str, _Thread] = {}
    still_open: list[_Thread] = []
    for sighting in sorted(sightings, key=lambda s: s.order):
        made = next((v for v in waiting if _fulfils(v.engagement, sighting)), None)
        if made:
            thread = threads.setdefault(made.engagement.id, _Thread(fulfilled=made))
        elif still_open and _goes_on(still_open[-1], sighting):
            thread = still_open[-1]
        else:
            thread = _Thread()
            still_open.append(thread)
        thread.sightings.append(sighting)
    return [t for t in (*threads.values(), *still_open) if _worth_keeping(t)]


def _goes_on(thread: _Thread, sighting: Sighting) -> bool:
    """Tell whether what is said belongs to an open invitation: not after its end, nor years on."""
    last = thread.sightings[-1]
    if last.state in CLOSING_STATES and sighting.state is CommitmentStateKind.EXTENDED:
        return False
    if not last.date or not sighting.date:
        return True
    return int(sighting.date[:4]) - int(last.date[:4]) <= _YEARS


def _begun(engagement: LinkedEngagement) -> str:
    return engagement.start or engagement.earliest or ""


def _fulfils(visit: LinkedEngagement, sighting: Sighting) -> bool:
    """Tell whether the visit came after what was said, as far as its date is known.

    What is said on the very day of a visit invites to the next one.
    """
    if sighting.visit == visit.id:
        return True
    if not sighting.date:
        return False
    whole = len(visit.start or "") == len("2000-01-01")
    # Of a visit dated to a month or year, pages bound the days on which it can have begun.
    latest = visit.start if whole else visit.latest or visit.start
    if not latest:
        return False
    shared = min(len(latest), len(sighting.date))
    if shared == len("2000-01-01"):
        return latest > sighting.date
    return latest[:shared] >= sighting.date[:shared]


def _worth_keeping(thread: _Thread) -> bool:
    """A visit that was only put off or called off is no commitment that the record saw made."""
    return any(
        s.state not in (CommitmentStateKind.POSTPONED, CommitmentStateKind.WITHDRAWN)
        for s in thread.sightings
    )


def _linked(thread: _Thread, names: Mapping[str, str], today: str | None) -> LinkedCommitment:
    sightings = sorted(thread.sightings, key=lambda s: s.order)
    kind = _kind(sightings)
    alike = [s for s in sightings if s.kind is kind]
    told = [s for s in alike if s.worked_from is None] or alike
    steps = _steps(sightings, thread.fulfilled)
    steps += _lapse(sightings, steps, today)
    inviter, invited = _most(told, "by"), _most(told, "to")
    by = next((s for s in told if s.by == inviter), told[0])
    to = next((s for s in told if s.to == invited), told[0])
    return LinkedCommitment(
        id=_readable_id(kind, next((s for s in sightings if s.date), sightings[0])),
        kind=kind,
        by=names.get(by.by or "", by.by_name),
        by_id=_known(by.by, names),
        to=names.get(to.to or "", to.to_name),
        to_id=_known(to.to, names),
        states=tuple(sorted(_states(sightings))),
        via=next((s.via for s in told if s.via), None),
        what=max(told, key=lambda s: (len(folded(s.what)), s.what)).what,
        due=_due(sightings),
        open=bool(steps) and steps[-1].state not in CLOSING_STATES,
        steps=tuple(steps),
        engagements=tuple(
            sorted(
                {e for s in sightings for e in (s.engagement, s.visit) if e}
                | {step.engagement for step in steps if step.engagement}
            )
        ),
        thread=sightings[0].thread,
    )


def _known(end: str | None, names: Mapping[str, str]) -> str | None:
    """Return the id of a person or the code of a state; None for words as printed."""
    code = end is not None and len(end) == len("NOR") and end.isupper()
    return end if code or end in names else None


def _states(sightings: Iterable[Sighting]) -> set[str]:
    """Return the receiving state of a visit, or the sides of what was pledged or agreed."""
    return {state for s in sightings for state in (s.host, *s.sides) if state}


def _kind(sightings: list[Sighting]) -> CommitmentKind:
    kinds = {s.kind for s in sightings}
    return CommitmentKind.INVITATION if CommitmentKind.INVITATION in kinds else sightings[0].kind


def _most(sightings: list[Sighting], name: str) -> str | None:
    values = Counter(value for s in sightings if (value := getattr(s, name)))
    # A person is worth more than a state's code that stands for them.
    return min(values, key=lambda v: (len(v) == 3, -values[v], v), default=None)


def _due(sightings: list[Sighting]) -> str | None:
    """Return the due date last given, the finer where one lies in the other."""
    dues = [s.due for s in sightings if s.due]
    if not dues:
        return None
    return max((d for d in dues if d.startswith(dues[-1])), key=len)


def _steps(sightings: list[Sighting], fulfilled: Fulfilment | None) -> list[LinkedStep]:
    """Return the states oldest first, each once for all pages that tell it of one occasion.

    What a page tells without a date, having the visit itself to report, is what others dated.
    """
    dates = {s.state: s.date for s in reversed(sightings) if s.date}
    grouped: dict[tuple[object, ...], list[Sighting]] = {}
    for sighting in _without_echoes(sightings):
        if fulfilled is None or sighting.state is not CommitmentStateKind.FULFILLED:
            key = (sighting.state, sighting.date or dates.get(sighting.state))
            grouped.setdefault(key, []).append(sighting)
    steps: list[LinkedStep] = []
    extended = False
    for group in sorted(grouped.values(), key=lambda group: max(s.order for s in group)):
        state = group[0].state
        opens = state in (CommitmentStateKind.EXTENDED, _first_state(group[0].kind))
        if opens and extended:
            state = CommitmentStateKind.REITERATED
        extended |= opens
        steps.append(_step(state, group))
    if fulfilled:
        told = [s.source for s in sightings if s.state is CommitmentStateKind.FULFILLED]
        steps.append(_fulfilment_step(fulfilled, told))
    return steps


def _first_state(kind: CommitmentKind) -> CommitmentStateKind:
    """Return the state that a commitment begins with: a step that was agreed on is accepted."""
    agreed = kind is CommitmentKind.AGREEMENT
    return CommitmentStateKind.ACCEPTED if agreed else CommitmentStateKind.EXTENDED


def _without_echoes(sightings: list[Sighting]) -> list[Sighting]:
    """Leave out what a visit implies where its page, or the same occasion, says it in words."""
    told = {s.page for s in sightings if s.worked_from is None}
    occasions = {s.engagement for s in sightings if s.worked_from is None and s.engagement}
    return [
        s
        for s in sightings
        if s.worked_from is None
        or s.state is not CommitmentStateKind.EXTENDED
        or (s.page not in told and s.engagement not in occasions)
    ]


def _step(state: CommitmentStateKind, group: list[Sighting]) -> LinkedStep:
    first = min(group, key=lambda s: (s.worked_from is not None, s.date is None, s.order))
    sources = sorted(group, key=lambda s: (s.worked_from is not None, s.page, s.source.owner))
    return LinkedStep(
        state=state,
        date=first.date,
        engagement=first.engagement,
        via=next((s.via for s in sources if s.via), None),
        sources=tuple(dict.fromkeys(s.source for s in (first, *sources))),
        worked_from=first.worked_from,
    )


def _lapse(
    sightings: list[Sighting], steps: list[LinkedStep], today: str | None
) -> list[LinkedStep]:
    """Return the lapse of what is open though pages from well after its due date are there.

    What was put off is due no more on the day that was given before. It lapses on the day after:
    on the last it could still be kept.
    """
    due = _due(sightings)
    if not due or not today or not steps or steps[-1].state in _NOT_LAPSING:
        return []
    over = to_bounds(due)[1]
    if over + GRACE >= to_bounds(today)[0]:
        return []
    sources = [s.source for s in sightings if s.due and s.due.startswith(due[: len(s.due)])]
    return [
        LinkedStep(
            state=CommitmentStateKind.LAPSED,
            date=(over + _A_DAY).isoformat(),
            engagement=None,
            via=None,
            sources=tuple(dict.fromkeys(sources)),
            worked_from="its due date, after which nothing is told",
        )
    ]


def _fulfilment_step(fulfilled: Fulfilment, told: list[StepSource]) -> LinkedStep:
    visit = fulfilled.engagement
    return LinkedStep(
        state=CommitmentStateKind.FULFILLED,
        date=visit.start or visit.latest,
        engagement=visit.id,
        via=None,
        sources=(*told, fulfilled.source),
        worked_from=None if told else _made(visit),
    )


def _made(engagement: LinkedEngagement) -> str:
    if engagement.kind is Kind.VISIT:
        return "the visit made"
    return f"the {engagement.kind.value.replace('_', ' ')} held"


def made_visits(
    engagements: Iterable[LinkedEngagement], sources: Mapping[str, StepSource]
) -> dict[tuple[str, str], list[Fulfilment]]:
    """Return the visits that took place by (guest's id, receiving state)."""
    made: defaultdict[tuple[str, str], list[Fulfilment]] = defaultdict(list)
    for engagement in engagements:
        if engagement.kind is not Kind.VISIT or engagement.status not in TAKEN_PLACE:
            continue
        hosts = {p.state for p in engagement.parties if p.role is Role.HOST and p.state}
        if engagement.place and engagement.place.state and not hosts:
            hosts = {engagement.place.state}
        for party in engagement.parties:
            if party.role is Role.GUEST and party.person_id:
                for host in sorted(hosts):
                    made[party.person_id, host].append(
                        Fulfilment(engagement, sources[engagement.id])
                    )
    return dict(made)


def _readable_id(kind: CommitmentKind, first: Sighting) -> str:
    seed = repr((kind.value, first.date, first.by, first.to, first.what, first.engagement))
    tail = blake2b(seed.encode(), digest_size=2).hexdigest()
    host = (first.host or "").lower() if len(first.host or "") == 3 else ""
    guest = "-".join(folded(first.guest or first.to or "")[:4])
    return "-".join(filter(None, (kind.value, first.date or "undated", host, guest, tail)))
