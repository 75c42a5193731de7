"""What lists are filtered and ordered by, worked out of an outcome of linking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import combinations
from typing import Any

from communique.linking.clusters import AHEAD
from communique.linking.corpus import in_time
from communique.linking.outcome import Linked, LinkedCommitment, LinkedEngagement, Tenure
from communique.linking.words import folded
from communique.model import CLOSING_STATES, Verdict
from communique.partial_dates import to_bounds

Row = dict[str, Any]

OPEN = "open"
# Days that nothing lies before or after: of what no page dates.
ANY_FIRST, ANY_LAST = "0001-01-01", "9999-12-31"
# What was told ahead, and is followed for long where nobody gave its day.
FOLLOWED = tuple(sorted(status.value for status in AHEAD))
_MONTH = len("2000-01")
_CODE = 3


def first_day(partial: str | None) -> str:
    """Return the first day that a partial date may mean."""
    return to_bounds(partial)[0].isoformat() if partial else ANY_FIRST


def last_day(partial: str | None) -> str:
    """Return the last day that a partial date may mean."""
    return to_bounds(partial)[1].isoformat() if partial else ANY_LAST


def engagement_columns(engagement: LinkedEngagement, pages: Iterable[str]) -> Row:
    """Return what a list of engagements needs and their own columns do not say."""
    return {
        "sorted_on": in_time(engagement)[0],
        "first_day": first_day(engagement.start or engagement.earliest),
        "last_day": last_day(engagement.end or engagement.start or engagement.latest),
        "month": _month(engagement),
        "pages": len(set(pages)),
        "differs": any(one.verdict is Verdict.DIFFER for one in engagement.comparison),
    }


def _month(engagement: LinkedEngagement) -> str | None:
    """Return the month of the start, or the year where no more is known."""
    if engagement.start:
        return engagement.start[:_MONTH]
    earliest, latest = engagement.earliest or "", engagement.latest or ""
    both = (length for length in (_MONTH, 4) if earliest[:length] == latest[:length] != "")
    return next((earliest[:length] for length in both), None)


def topics_of(engagement: LinkedEngagement) -> Iterator[Row]:
    """Yield a row for each topic."""
    for topic in dict.fromkeys(engagement.topics):
        yield {"engagement_id": engagement.id, "topic": topic}


def outlets_of(engagement: LinkedEngagement, outlets: Iterable[str | None]) -> Iterator[Row]:
    """Yield a row for each outlet that tells of it."""
    for outlet in sorted({each for each in outlets if each}):
        yield {"engagement_id": engagement.id, "outlet": outlet}


def pairs_of(engagement: LinkedEngagement) -> Iterator[Row]:
    """Yield a row for every two states that took part, codes in alphabetical order."""
    states = sorted({party.state for party in engagement.parties if party.state})
    for one, other in combinations(states, 2):
        yield {"engagement_id": engagement.id, "state_a": one, "state_b": other}


def pair_months(engagements: Iterable[LinkedEngagement]) -> dict[tuple[str, str, str], Row]:
    """Return for two states and a month how many engagements they had, and from when to when."""
    found: dict[tuple[str, str, str], Row] = {}
    for one in engagements:
        month = _month(one) or ""
        first, last = _days(one)
        for pair in pairs_of(one):
            key = (pair["state_a"], pair["state_b"], month)
            row = found.setdefault(
                key,
                {
                    "state_a": key[0],
                    "state_b": key[1],
                    "month": month,
                    "engagements": 0,
                    "first_day": first,
                    "last_day": last,
                },
            )
            row["engagements"] += 1
            row["first_day"] = min(filter(None, (row["first_day"], first)), default=None)
            row["last_day"] = max(filter(None, (row["last_day"], last)), default=None)
    return found


def _days(engagement: LinkedEngagement) -> tuple[str | None, str | None]:
    first = first_day(engagement.start or engagement.earliest)
    last = last_day(engagement.end or engagement.start or engagement.latest)
    dated = engagement.start or engagement.end
    if not dated and engagement.status in AHEAD and first != ANY_FIRST:
        last = first
    return (None if first == ANY_FIRST else first), (None if last == ANY_LAST else last)


def disputes_of(engagement: LinkedEngagement) -> Iterator[Row]:
    """Yield a row for each field in which independent accounts cannot all be right."""
    for one in engagement.comparison:
        if one.verdict is Verdict.DIFFER:
            told = repr(sorted(repr(value.value) for value in one.values))
            digest = blake2b(told.encode(), digest_size=6).hexdigest()
            yield {"engagement_id": engagement.id, "field": one.field, "told": digest}


def people_columns(linked: Linked, taken_part: Mapping[str, int] | None = None) -> dict[str, Row]:
    """Return by person what a list of persons needs: names to look up, last office, counts.

    Persons are counted in all engagements of ``linked``, unless ``taken_part`` tells of them.
    """
    seen: dict[str, list[Tenure]] = {}
    for tenure in linked.tenures:
        seen.setdefault(tenure.person_id, []).append(tenure)
    if taken_part is None:
        taken_part = Counter(
            person
            for engagement in linked.engagements
            for person in {party.person_id for party in engagement.parties if party.person_id}
        )
    return {
        person.id: {
            "folded": "".join(f" {' '.join(folded(name))} |" for name in person.names),
            **_in_office(seen.get(person.id, ())),
            "engagements": taken_part.get(person.id, 0),
        }
        for person in linked.people
    }


def _in_office(tenures: Iterable[Tenure]) -> Row:
    known = sorted(tenures, key=lambda tenure: tenure.seen_last or tenure.ended_by or "")
    firsts = [tenure.seen_first for tenure in known if tenure.seen_first]
    lasts = [tenure.seen_last for tenure in known if tenure.seen_last]
    return {
        "office": known[-1].office if known else None,
        "seen_first": min(firsts, default=None),
        "seen_last": max(lasts, default=None),
    }


def commitment_columns(commitment: LinkedCommitment) -> Row:
    """Return what the board of commitments needs: its order, where it stands, and by when."""
    dates = [step.date for step in commitment.steps if step.date]
    closing = [step.state.value for step in commitment.steps if step.state in CLOSING_STATES]
    return {
        "sorted_on": next(iter(dates), "9999"),
        "standing": OPEN if commitment.open else (closing or ["lapsed"])[-1],
        "last_day": dates[-1] if dates else None,
        "due_by": last_day(commitment.due) if commitment.due else None,
    }


def sides_of(commitment: LinkedCommitment, homes: Mapping[str, str | None]) -> Iterator[Row]:
    """Yield a row for each state that it binds or is owed to."""
    ends = [commitment.by_id, commitment.to_id]
    found = {*commitment.states, *ends, *(homes.get(end or "") for end in ends)}
    for state in sorted(each for each in found if each and len(each) == _CODE and each.isupper()):
        yield {"commitment_id": commitment.id, "state": state}
