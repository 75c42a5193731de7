"""Tenures: which office a person is seen in on which days, and by when it had ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from communique.linking.offices import (
    is_abbreviated,
    is_general,
    is_office,
    is_past,
    same_office,
    short_for,
)
from communique.linking.outcome import Tenure


@dataclass(frozen=True, slots=True)
class OfficeSighting:
    """One page, or one account of it, shows a person in an office on a day.

    ``ended`` is None for one who holds it, else the word for how it ended: ``late``, ``former``.
    """

    person_id: str
    state: str | None
    office: str
    day: str | None
    page: str
    ended: str | None = None


class TenuresKnown:
    """Tenures by person, each beside the sightings that they were found from."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[list[OfficeSighting], list[Tenure]]] = {}

    def of(self, person: str, sightings: list[OfficeSighting]) -> list[Tenure]:
        """Return a person's tenures, found anew where the sightings are others."""
        known = self._known.get(person)
        if known is None or known[0] != sightings:
            known = self._known[person] = (sightings, _of_person(sightings))
        return known[1]


def find_tenures(
    sightings: Iterable[OfficeSighting], known: TenuresKnown | None = None
) -> tuple[Tenure, ...]:
    """Join sightings into tenures, by person and then by day; ``known`` are of the last time."""
    known = known or TenuresKnown()
    by_person: defaultdict[str, list[OfficeSighting]] = defaultdict(list)
    for sighting in sightings:
        by_person[sighting.person_id].append(sighting)
    of_each = (known.of(person, by_person[person]) for person in sorted(by_person))
    return tuple(tenure for tenures in of_each for tenure in tenures)


def _of_person(sightings: list[OfficeSighting]) -> list[Tenure]:
    groups: list[tuple[set[str], list[OfficeSighting]]] = []
    for sighting in sorted(_telling(sightings), key=_order):
        for offices, group in groups:
            if all(same_office(sighting.office, office, sighting.state) for office in offices):
                offices.add(sighting.office)
                group.append(sighting)
                break
        else:
            groups.append(({sighting.office}, [sighting]))
    tenures = (_tenure(group) for _, group in groups)
    return sorted(tenures, key=lambda tenure: (tenure.seen_first or "9", tenure.office))


def _order(sighting: OfficeSighting) -> tuple[str, int, str, str]:
    return (sighting.day or "9999", len(sighting.office), sighting.office, sighting.page)


def _telling(sightings: list[OfficeSighting]) -> list[OfficeSighting]:
    """Leave out what another office says better: "leader", or a part of a fuller phrase nearby."""
    sightings = [s for s in sightings if is_office(s.office, s.state)]
    named = [s for s in sightings if not is_general(s.office, s.state)]
    sightings = named or sightings
    on_page: defaultdict[str, set[str]] = defaultdict(set)
    for sighting in sightings:
        on_page[sighting.page].add(sighting.office)
    return [
        sighting
        for sighting in sightings
        if not any(short_for(sighting.office, other) for other in on_page[sighting.page])
    ]


def _plainness(office: str) -> tuple[bool, bool, int, str]:
    return (is_past(office), is_abbreviated(office), len(office), office)


def _tenure(group: list[OfficeSighting]) -> Tenure:
    held = [sighting.day for sighting in group if sighting.ended is None and sighting.day]
    ends = [sighting for sighting in group if sighting.ended is not None]
    ends = [end for end in ends if end.day and (not held or end.day >= max(held))]
    first_end = min(ends, key=lambda end: (end.day or "", end.page), default=None)
    offices = sorted({s.office for s in group}, key=_plainness)
    return Tenure(
        person_id=group[0].person_id,
        office=offices[0],
        offices=tuple(offices),
        seen_first=min(held, default=None),
        seen_last=max(held, default=None),
        ended_by=first_end.day if first_end else None,
        why=f"called '{first_end.ended}'" if first_end else None,
        pages=tuple(sorted({sighting.page for sighting in group})),
    )
