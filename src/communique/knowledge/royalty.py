"""Ruling houses by the names of their members, and which states have a monarch."""

from __future__ import annotations

from functools import cache

from communique.knowledge.folding import fold
from communique.knowledge.leaders import load_tenures
from communique.knowledge.tables import read_table

# Words of offices that only a monarchy has.
ROYAL_TITLES = frozenset(
    {"king", "queen", "emir", "amir", "sultan", "emperor", "empress", "prince", "princess", "duke",
     "agong", "malik"}
)  # fmt: skip
# Those of them that are nobody's given name.
CROWNED = frozenset({"king", "queen", "emperor", "empress"})


@cache
def _houses() -> dict[str, str]:
    return {fold(row["house"]): row["state"] for row in read_table("states", "royal_houses.csv")}


def house_state(name: str) -> str | None:
    """Return the state whose ruling house ``name`` ends with: "X bin Y Al Thani"."""
    words = fold(name).split()
    return _houses().get(" ".join(words[-2:])) if len(words) > 2 else None


@cache
def monarchies() -> frozenset[str]:
    """Return the states that have, or lately had, somebody with a royal title."""
    return frozenset(
        tenure.state
        for tenure in load_tenures()
        if tenure.state and ROYAL_TITLES & set(fold(tenure.office).split())
    ) | frozenset(_houses().values())
