"""Cities and diplomatic venues, with the state each lies in.

``places.csv`` is drawn from GeoNames (see ``PLACES_SOURCE.md``); ``venues.csv`` is our own.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from communique.knowledge.folding import fold
from communique.knowledge.tables import read_rows, split_list

_RANK = {"capital": 0, "venue": 1, "region": 1, "city": 2}


class Place(NamedTuple):
    """A city or venue: usual English name, alpha-3 code, population (0 where not known).

    ``role`` is capital, city, venue or region. ``weak`` marks names that are also usual words or
    person names, and those of small towns.
    """

    name: str
    state: str
    population: int
    role: str
    weak: bool


@cache
def place_rows() -> dict[str, list[list[str]]]:
    """Return the rows of both tables by folded name: quick to make, read by ``places_named``."""
    venues = ([*row[:3], "0", *row[3:]] for row in read_rows("venues.csv"))
    rows: dict[str, list[list[str]]] = {}
    for row in (*read_rows("places.csv"), *venues):
        rows.setdefault(fold(row[0]), []).append(row)
        if row[1]:
            for key in dict.fromkeys(map(fold, split_list(row[1]))):
                rows.setdefault(key, []).append(row)
    return rows


def places_named(name: str) -> list[Place]:
    """Return the places of this name, whatever its capitals and accents, most usual first.

    Capitals come before venues and regions, these before other towns, the larger before the
    smaller.
    """
    rows = place_rows().get(fold(name), ())
    places = (Place(r[0], r[2], int(r[3]), r[4], r[5] == "yes") for r in rows)
    return sorted(dict.fromkeys(places), key=lambda p: (_RANK[p.role], -p.population))


def city_state(name: str, state: str | None = None) -> list[tuple[str, int]]:
    """Return (alpha-3 code, population) of the places so named, most usual first.

    With ``state`` given, places in that state come first.
    """
    largest: dict[str, int] = {}
    for place in places_named(name):
        largest[place.state] = max(place.population, largest.get(place.state, 0))
    return sorted(largest.items(), key=lambda item: item[0] != state)
