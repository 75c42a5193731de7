"""International organisations, their organs, and the movements that act beside states."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.knowledge.folding import fold
from communique.knowledge.tables import read_table, split_list


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation by its own id (never an ISO code).

    ``short`` is what pages call it most, ``part_of`` the id of the body it is an organ of,
    ``state`` the alpha-3 code of its seat or, for a movement, of the state it acts in.
    """

    id: str
    short: str
    name: str
    other_names: tuple[str, ...]
    kind: str
    seat: str | None
    state: str | None
    part_of: str | None
    adjectives: tuple[str, ...]

    @property
    def all_names(self) -> tuple[str, ...]:
        """Short, full and other names, without repetition."""
        return tuple(dict.fromkeys((self.short, self.name, *self.other_names)))


def _organization(row: dict[str, str]) -> Organization:
    return Organization(
        id=row["id"],
        short=row["short"],
        name=row["name"],
        other_names=split_list(row["other_names"]),
        kind=row["kind"],
        seat=row["seat"] or None,
        state=row["state"] or None,
        part_of=row["part_of"] or None,
        adjectives=split_list(row["adjectives"]),
    )


@cache
def load_organizations() -> dict[str, Organization]:
    """Return every organisation by id."""
    return {row["id"]: _organization(row) for row in read_table("organizations.csv")}


@cache
def _ids_by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for body in load_organizations().values():
        for name in (body.id, *body.all_names):
            found.setdefault(fold(name), body.id)
    return found


def organization(text: str) -> Organization | None:
    """Return the organisation with this id or usual name, whatever its capitals."""
    folded = fold(text)
    found = _ids_by_name().get(folded.removeprefix("the "))
    return load_organizations()[found] if found else None


def body_name(body: str | None) -> str | None:
    """The name that a reader knows of the organisation with this id: "African Union (AU)".

    What is no id is returned as it is.
    """
    known = load_organizations().get(body or "")
    if known is None:
        return body
    same = set(fold(known.short).split()) <= set(fold(known.name).split())
    return known.name if same else f"{known.name} ({known.short})"


def full_name(body: str) -> str:
    """Return an organization's name as pages' parties have it; another name as it is."""
    known = organization(body)
    return (body_name(known.id) if known is not None else None) or body
