"""When two printed offices of one person are one office."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.linking.words import folded, load_linking_words, state_words

_POSSESSIVE = re.compile(r"['’]s?\b(?=\s|$)")
Parts = tuple[frozenset[str], ...]


@lru_cache(maxsize=65536)
def office_parts(office: str, state: str | None = None) -> Parts:
    """Return the offices held together in one phrase, each as its telling words.

    The words for the holder's own state tell nothing: "Indian Prime Minister".
    """
    words = load_linking_words()
    parts: list[set[str]] = [set()]
    spelt = _POSSESSIVE.sub("", office).replace("/", " and ").replace(",", " and ")
    for word in (full for w in folded(spelt) for full in words.short.get(w, w).split()):
        if word in words.joins:
            parts.append(set())
        elif word not in words.empty and word not in words.past:
            parts[-1].add(word)
    own = state_words(state)
    return tuple(frozenset(part - own or part) for part in parts if part)


@lru_cache(maxsize=65536)
def same_office(a: str, b: str, state: str | None = None) -> bool:
    """Tell whether two phrases name one office: "President", "President of the Republic"."""
    first, second = office_parts(a, state), office_parts(b, state)
    return len(first) == len(second) and all(
        any(_same_part(part, other) for other in second) for part in first
    )


@lru_cache(maxsize=65536)
def short_for(short: str, full: str) -> bool:
    """Tell whether ``short`` names some but not all of the offices in ``full``."""
    parts, whole = office_parts(short), office_parts(full)
    return len(parts) < len(whole) and all(
        any(_same_part(part, other) for other in whole) for part in parts
    )


def is_past(office: str) -> bool:
    """Tell whether the phrase itself says that the office is held no more."""
    return bool(load_linking_words().past & set(folded(office)))


def is_abbreviated(office: str) -> bool:
    """Tell whether the phrase writes an office short: "PM"."""
    return not load_linking_words().short.keys().isdisjoint(folded(office))


def is_office(office: str, state: str | None) -> bool:
    """Tell whether a phrase names an office at all: "his Chinese counterpart" does not."""
    no_office = load_linking_words().no_office
    parts = office_parts(office, state)
    return bool(parts) and not all(part & no_office for part in parts)


def is_general(office: str, state: str | None) -> bool:
    """Tell whether a phrase names no office, but whoever leads: "the Turkish leader"."""
    general = load_linking_words().general
    return all(part <= general for part in office_parts(office, state))


def _same_part(a: frozenset[str], b: frozenset[str]) -> bool:
    return (a <= b or b <= a) and not (a ^ b) & load_linking_words().rank
