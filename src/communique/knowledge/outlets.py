"""Who speaks through an outlet: its state, and whether a state, an office of it or others own it.

``pages/outlets.csv`` names outlets with their state, ``pages/owners.csv`` those that belong to a
state (its government or its only party) or are public under a law of their own.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from communique.addresses import host_of
from communique.knowledge.states import load_states

_FOLDER = files("communique") / "knowledge" / "pages"

# What governments everywhere put before their country's letters.
_OFFICES = frozenset({"gov", "go", "gob", "gouv", "govt", "gub", "gv", "government", "mil"})
_OFFICE_NAMES = frozenset(
    {"mfa", "mofa", "mid", "mzv", "president", "presidencia", "primeminister"}
)
# Letters of countries that are sold to anybody anywhere.
_SOLD = frozenset({"io", "co", "tv", "me", "ai", "cc", "ly", "fm", "am", "to", "ws", "nu", "la"})
_OTHERWISE = {"uk": "GBR"}


class Owner(StrEnum):
    """To whom an outlet belongs."""

    OFFICE = "office"
    STATE = "state"
    PUBLIC = "public"
    ORGANIZATION = "organization"
    PRESS = "press"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an account comes from: the outlet's state, None where unknown, and its owner."""

    state: str | None
    owner: Owner


NOWHERE = Origin(None, Owner.PRESS)

_BY_KIND = {
    "government": Owner.OFFICE,
    "ministry": Owner.OFFICE,
    "presidency": Owner.OFFICE,
    "organization": Owner.ORGANIZATION,
}


def origin_of(outlet: str | None, url: str | None) -> Origin:
    """Return where a page comes from, by the name of its outlet, else by its address."""
    by_name, by_domain = _known()
    found = by_name.get((outlet or "").strip().casefold())
    host = host_of(url) or ""
    parts = host.split(".")
    for first in range(len(parts) - 1):
        found = found or by_domain.get(".".join(parts[first:]))
    return found or _by_address(parts)


def _by_address(parts: list[str]) -> Origin:
    """Return what the letters at the end of an address tell: a country, an office of it."""
    last = parts[-1] if len(parts) > 1 else ""
    if last == "gov":
        return Origin("USA", Owner.OFFICE)
    if last == "int":
        return Origin(None, Owner.ORGANIZATION)
    state = _OTHERWISE.get(last) or _by_letters().get(last)
    if state is None or last in _SOLD:
        return Origin(None, Owner.PRESS)
    office = not (_OFFICES | _OFFICE_NAMES).isdisjoint(parts[:-1])
    return Origin(state, Owner.OFFICE if office else Owner.PRESS)


@cache
def _by_letters() -> dict[str, str]:
    return {s.alpha2.casefold(): code for code, s in load_states().items() if s.alpha2}


@cache
def _known() -> tuple[dict[str, Origin], dict[str, Origin]]:
    """Return origins by name of outlet and by domain."""
    owners = {row["name"]: Owner(row["owner"]) for row in _rows("owners.csv")}
    by_name: dict[str, Origin] = {}
    by_domain: dict[str, Origin] = {}
    for row in _rows("outlets.csv"):
        owner = owners.get(row["name"]) or _BY_KIND.get(row["kind"], Owner.PRESS)
        origin = Origin(row["state"] or None, owner)
        for name in (row["name"], *row["marks"].split("|")):
            by_name.setdefault(name.casefold(), origin)
        for domain in filter(None, row["domain"].split("|")):
            by_domain[domain] = origin
    return by_name, by_domain


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((_FOLDER / name).read_text(encoding="utf-8").splitlines()))
