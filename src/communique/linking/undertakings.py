"""Pledges and agreed steps over pages: which sightings are of one, and what kept it.

What two sides agreed to hold or to sign is kept by the talks or the signing that came after, where
place and time are those that were agreed on. What else was pledged no field of the record can show
to be done: it stays open until its due date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from rapidfuzz.fuzz import token_set_ratio

from communique.knowledge.states import display_name
from communique.linking.occasions import TAKEN_PLACE
from communique.linking.outcome import LinkedEngagement
from communique.linking.rows import AccountRow
from communique.linking.steps import Sighting
from communique.linking.words import folded, load_linking_words
from communique.model import CommitmentKind, Kind
from communique.partial_dates import to_bounds

Held = Mapping[tuple[str, ...], Sequence[LinkedEngagement]]

_TALKS = frozenset({Kind.MEETING, Kind.SUMMIT, Kind.CONSULTATION, Kind.VIDEO_CALL})
# Two texts of one occasion tell a thing in words this much alike; on another occasion it has to be
# told again nearly in the same.
_SAME_WORDS, _SAID_AGAIN = 75.0, 92.0
# What has no term is kept, or said again, within this time.
_YEAR = timedelta(366)
# A summit of more states than these is no occasion that two of them agreed on.
_MOST_SIDES = 10


def threads_of(sightings: Iterable[Sighting]) -> list[list[Sighting]]:
    """Part sightings of pledges and agreed steps by what was undertaken, oldest first."""
    alike: defaultdict[tuple[object, ...], list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        alike[sighting.kind, sighting.sides, _giver(sighting)].append(sighting)
    found: list[list[Sighting]] = []
    for _, group in sorted(alike.items(), key=repr):
        threads: list[list[Sighting]] = []
        for sighting in sorted(group, key=lambda s: (s.order, s.what)):
            known = next((t for t in threads if _same_matter(t, sighting)), None)
            if known is None:
                threads.append([sighting])
            else:
                known.append(sighting)
        found += threads
    return found


def _giver(sighting: Sighting) -> str | None:
    """Return who promised; what both agreed on is nobody's alone."""
    return sighting.host if sighting.kind is CommitmentKind.PLEDGE else None


def _same_matter(thread: Sequence[Sighting], sighting: Sighting) -> bool:
    return any(_alike(known, sighting) for known in thread)


def _alike(a: Sighting, b: Sighting) -> bool:
    if a.due and b.due and not (a.due.startswith(b.due) or b.due.startswith(a.due)):
        return False
    one, other = folded(a.what), folded(b.what)
    ratio = token_set_ratio(" ".join(one), " ".join(other))
    same_day = a.date == b.date and a.date is not None
    if (a.engagement is not None and a.engagement == b.engagement) or same_day:
        return ratio >= _SAME_WORDS
    if a.page == b.page:
        return a.what == b.what
    counted = load_linking_words().counted_on & {*one, *other}
    return ratio >= _SAID_AGAIN and not counted and _within_a_year(a.date, b.date)


def _within_a_year(a: str | None, b: str | None) -> bool:
    if not a or not b:
        return True
    return abs(to_bounds(a)[0] - to_bounds(b)[0]) <= _YEAR


def held_between(engagements: Iterable[LinkedEngagement], undertaken: Iterable[Sighting]) -> Held:
    """Return the talks and signings that took place between those who undertook something, by
    pair of states, oldest first."""
    wanted = {sighting.sides[:2] for sighting in undertaken}
    found: defaultdict[tuple[str, ...], list[LinkedEngagement]] = defaultdict(list)
    for engagement in engagements:
        for pair in wanted.intersection(pairs_held(engagement)):
            found[pair].append(engagement)
    for known in found.values():
        known.sort(key=lambda e: (e.start or "", e.id))
    return found


def pairs_held(engagement: LinkedEngagement) -> list[tuple[str, str]]:
    """Return of which two states something may have kept what they undertook."""
    told = engagement.kind in _TALKS or engagement.kind is Kind.CEREMONY
    if not told or engagement.status not in TAKEN_PLACE or not engagement.start:
        return []
    states = sorted({p.state for p in engagement.parties if p.state})
    return list(combinations(states, 2)) if len(states) <= _MOST_SIDES else []


def kept_by(
    thread: Sequence[Sighting], held: Held, accounts: Mapping[str, AccountRow]
) -> LinkedEngagement | None:
    """Return the engagement that kept what a thread says was undertaken, None where none did."""
    sides = thread[0].sides
    for engagement in held.get(sides[:2], ()):
        present = {p.state for p in engagement.parties}
        if set(sides) <= present and any(_keeps(engagement, one, accounts) for one in thread):
            return engagement
    return None


def _keeps(
    engagement: LinkedEngagement, said: Sighting, accounts: Mapping[str, AccountRow]
) -> bool:
    words, what = load_linking_words(), frozenset(folded(said.what))
    gathers = bool(what & words.gathering_verbs and what & words.gatherings)
    signs = bool(what & words.signings)
    lower = bool(what & words.below_ministers)
    if engagement.kind is Kind.CEREMONY:
        signed = any(accounts[a].words & words.signings for a in engagement.accounts)
        fits = signs and signed
    else:
        fits = gathers and (not lower or engagement.kind is Kind.CONSULTATION)
    if not fits or engagement.id == said.engagement or not said.date or not engagement.start:
        return False
    begun = to_bounds(engagement.start)
    if begun[0] <= to_bounds(said.date)[1]:
        return False
    where = _there(engagement, said.what)
    people = {p.person_id for p in engagement.parties}
    themselves = "meet" in what and not lower and {said.by, said.to} <= people
    return where is not False and _in_time(begun, said, bound=bool(where) or themselves)


def _there(engagement: LinkedEngagement, what: str) -> bool | None:
    """Tell whether it took place where that was agreed; None where no place was agreed on."""
    words = set(folded(what))
    place = engagement.place
    if place is not None:
        names = [place.city, place.name, display_name(place.state) if place.state else None]
        if any(name and set(folded(name)) <= words for name in names):
            return True
    printed = what.split()
    named = [printed[n + 1] for n, word in enumerate(printed[:-1]) if word == "in"]
    months = load_linking_words().months
    return False if any(w[:1].isupper() and w.lower() not in months for w in named) else None


def _in_time(begun: tuple[date, date], said: Sighting, *, bound: bool) -> bool:
    """Tell whether it came when it was due: where place or persons tell that it is the same, at
    any time before; else in the very weeks agreed on."""
    if said.due is None:
        return bound and begun[0] - to_bounds(said.date or "")[1] <= _YEAR
    first, last = to_bounds(said.due)
    if bound:
        return begun[0] <= last
    return len(said.due) > len("2000") and first <= begun[1] and begun[0] <= last
