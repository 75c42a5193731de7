"""The table of states and the table of seats of power.

``states.csv``: lists are parted by ``;``, spellings of one city by ``=``, the singular and
plural of a person noun by ``/``. ``status`` is member or observer (of the United Nations),
territory (then ``part_of`` says of which state), other, or historic.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.knowledge.tables import read_table, split_list


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory by ISO 3166-1 alpha-3 code, with the words pages use for it.

    ``capitals`` and ``other_cities`` hold one tuple of spellings per city, the usual first;
    ``people`` holds (singular, plural) nouns. A historic state names its successor in
    ``part_of`` and its years in ``since`` and ``until``.
    """

    code: str
    alpha2: str
    numeric: str
    status: str
    part_of: str | None
    display: str
    formal: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    capitals: tuple[tuple[str, ...], ...]
    other_cities: tuple[tuple[str, ...], ...]
    since: int | None
    until: int | None

    @property
    def historic(self) -> bool:
        """Whether the state has ceased to exist under this code."""
        return self.status == "historic"

    @property
    def capital(self) -> str | None:
        """The usual English name of the (first) capital."""
        return self.capitals[0][0] if self.capitals else None


@dataclass(frozen=True, slots=True)
class Seat:
    """A building, square or body whose name stands for an authority of a state.

    ``states`` has several codes, most usual first, where several states have one so named.
    ``city`` is where it stands if that is not the (first) capital.
    """

    name: str
    other_names: tuple[str, ...]
    states: tuple[str, ...]
    city: str | None
    role: str

    def city_in(self, code: str) -> str | None:
        """Return the city where it stands, for the state of this code."""
        return self.city or load_states()[code].capital


def _cities(cell: str) -> tuple[tuple[str, ...], ...]:
    return tuple(split_list(city, "=") for city in split_list(cell))


def _people(cell: str) -> tuple[tuple[str, str], ...]:
    pairs = (pair.partition("/") for pair in split_list(cell))
    return tuple((one, many) for one, _, many in pairs)


def _state(row: dict[str, str]) -> State:
    return State(
        code=row["code"],
        alpha2=row["alpha2"],
        numeric=row["numeric"],
        status=row["status"],
        part_of=row["part_of"] or None,
        display=row["display"],
        formal=row["formal"],
        names=split_list(row["names"]),
        adjectives=split_list(row["adjectives"]),
        people=_people(row["people"]),
        capitals=_cities(row["capitals"]),
        other_cities=_cities(row["other_cities"]),
        since=int(row["from"]) if row["from"] else None,
        until=int(row["until"]) if row["until"] else None,
    )


@cache
def load_states() -> dict[str, State]:
    """Return every state, territory and historic state by alpha-3 code."""
    return {row["code"]: _state(row) for row in read_table("states", "states.csv")}


@cache
def load_seats() -> tuple[Seat, ...]:
    """Return the seats of power in the order of their table."""
    return tuple(
        Seat(
            row["name"],
            split_list(row["other_names"]),
            split_list(row["states"]),
            row["city"] or None,
            row["role"],
        )
        for row in read_table("states", "seats.csv")
    )


def display_name(code: str) -> str:
    """Return the short English name shown for an alpha-3 code, or the code if unknown."""
    state = load_states().get(code)
    return state.display if state else code
