"""Cities and diplomatic venues, with the state each lies in.

``places.csv`` is drawn from GeoNames (see ``PLACES_SOURCE.md``); ``venues.csv`` is our own.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from communique.knowledge.folding import fold
from communique.knowledge.tables import read_rows, split_list


class Place(NamedTuple):
    """A city or venue: usual English name, alpha-3 code, population (0 where not known).

    ``role`` is capital, city or venue; ``weak`` marks names that are also usual words or
    person names.
    """

    name: str
    state: str
    population: int
    role: str
    weak: bool


def _add(places: dict[str, list[Place]], place: Place, other_names: str) -> None:
    for spelling in (place.name, *split_list(other_names)):
        entries = places.setdefault(fold(spelling), [])
        if place not in entries:
            entries.append(place)


@cache
def load_places() -> dict[str, list[Place]]:
    """Return the places by folded name; several places may share one."""
    places: dict[str, list[Place]] = {}
    for name, other_names, state, population, role, weak in read_rows("places.csv"):
        _add(places, Place(name, state, int(population), role, weak == "yes"), other_names)
    for name, other_names, state, weak in read_rows("venues.csv"):
        _add(places, Place(name, state, 0, "venue", weak == "yes"), other_names)
    return places


def city_state(name: str, state: str | None = None) -> list[tuple[str, int]]:
    """Return (alpha-3 code, population) of the places so named, the largest first.

    With ``state`` given, places in that state come first.
    """
    places = load_places().get(fold(name), [])
    largest: dict[str, int] = {}
    for place in places:
        largest[place.state] = max(place.population, largest.get(place.state, 0))
    return sorted(largest.items(), key=lambda item: (item[0] != state, -item[1]))
