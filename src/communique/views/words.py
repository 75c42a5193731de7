"""Short words for the record's values: parties, dates, kinds, places, sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from communique.knowledge.states import display_name
from communique.views.printable import printable

JsonObject = Mapping[str, Any]

_WITH_INITIALS = re.compile(r".+ \((\w+)\)")
_ROLES_THAT_GO_WITHOUT_SAYING = {"participant"}
_STILL_TO_COME = {"planned", "proposed", "postponed"}
_FIRST_ROLES = ("sender", "guest", "participant", "host", "recipient", "envoy", "delegate")


def party_words(party: JsonObject, *, role: bool = True) -> str:
    """Return "Ruto (KEN), guest"; the state's name or the organisation where nobody is named."""
    where = party.get("state") or party.get("organization")
    person = party.get("person")
    if person and where:
        name = f"{person} ({_initials(where)})"
    else:
        name = person or actor_words(where or "?")
    said = party.get("role")
    if role and said and said not in _ROLES_THAT_GO_WITHOUT_SAYING:
        name += f", {said}"
    return printable(name)


def _initials(name: str) -> str:
    """Return "UN" for "United Nations (UN)"; any other name as it is."""
    found = _WITH_INITIALS.fullmatch(name)
    return found[1] if found else name


def actor_words(actor: str) -> str:
    """Return the name of a state for its code; any other name as it is."""
    is_code = len(actor) == 3 and actor.isascii() and actor.isupper()
    return printable((display_name(actor) if is_code else None) or actor)


def parties_in_order(parties: Iterable[JsonObject]) -> list[JsonObject]:
    """Return parties with those who act first: sender before recipient, guest before host."""
    return sorted(parties, key=party_rank)


def party_rank(party: JsonObject) -> tuple[int, str]:
    """Return where a party stands: by role, among equals by name."""
    return _FIRST_ROLES.index(party["role"]), party_words(party)


def date_words(start: str | None, end: str | None) -> str:
    """Return an ISO date or interval ("2025-01-14/15"), "undated" where there is neither."""
    if start and end and start != end:
        return f"{start}/{_what_differs(start, end)}"
    return start or (f"by {end}" if end else "undated")


def when_words(engagement: JsonObject) -> str:
    """Return when an engagement was, or between which days, as far as the record knows."""
    start, end = engagement["start"], engagement["end"]
    earliest, latest = engagement["earliest"], engagement["latest"]
    if start or end or not (earliest or latest):
        return date_words(start, end)
    ahead = engagement["status"] in _STILL_TO_COME
    return f"after {earliest}" if earliest and (ahead or not latest) else f"by {latest}"


def kind_words(engagement: JsonObject) -> str:
    """Return "state visit", "video call"; the status is added where it is not held."""
    kind = str(engagement["kind"]).replace("_", " ")
    if engagement.get("visit_type"):
        kind = f"{engagement['visit_type']} {kind}"
    status = str(engagement.get("status") or "held").replace("_", " ")
    return kind if status == "held" else f"{kind}, {status}"


def place_words(place: JsonObject | None) -> str:
    """Return "Elysee Palace, Paris (FRA)", as much of it as is known."""
    if not place:
        return ""
    state = place.get("state")
    parts = [str(part) for part in (place.get("name"), place.get("city")) if part]
    if len(parts) == 2:
        name, city = (part.casefold() for part in parts)
        if city in name:
            parts.pop()
        elif name in city or (state and name == actor_words(state).casefold()):
            parts.pop(0)
    words = ", ".join(parts)
    return printable(f"{words} ({state})" if words and state else words or state or "")


def town_words(place: JsonObject | None) -> str:
    """Return the shortest name of a place: its city, else its name, else its state."""
    if not place:
        return ""
    return printable(place.get("city") or place.get("name") or place.get("state") or "")


def topic_words(topics: Iterable[str]) -> str:
    """Return "oil gas, trade" for the codebook's topic names."""
    return ", ".join(topic.replace("_", " ") for topic in topics)


def source_words(document: JsonObject) -> str:
    """Return who published a page, as far as is known, else the page's file or address."""
    return printable(document.get("outlet") or document.get("path") or document.get("url") or "-")


def _what_differs(start: str, end: str) -> str:
    """Return the part of ``end`` that ISO 8601 asks for: what differs from ``start``."""
    if len(start) != len(end):
        return end
    if len(end) == 10 and start[:7] == end[:7]:
        return end[8:]
    if len(end) >= 7 and start[:4] == end[:4]:
        return end[5:]
    return end
