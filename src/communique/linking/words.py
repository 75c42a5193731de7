"""Folding of words and the few words that linking must know, read from ``knowledge/``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from anyascii import anyascii

from communique.knowledge.states import load_states

_WORD = re.compile(r"[a-z0-9]+")
_VOWELS = re.compile(r"[aeiouyh]")
_DOUBLED = re.compile(r"(.)\1+")
_APOSTROPHES = re.compile(r"['’ʻʼ`]")


@dataclass(frozen=True, slots=True)
class LinkingWords:
    """The words of ``knowledge/linking.toml``."""

    descent: frozenset[str]
    articles: frozenset[str]
    rank: frozenset[str]
    past: frozenset[str]
    general: frozenset[str]
    no_office: frozenset[str]
    joins: frozenset[str]
    empty: frozenset[str]
    function: frozenset[str]
    gathering_verbs: frozenset[str]
    gatherings: frozenset[str]
    signings: frozenset[str]
    below_ministers: frozenset[str]
    counted_on: frozenset[str]
    months: frozenset[str]
    short: dict[str, str]
    sounds: dict[str, str]


@cache
def load_linking_words() -> LinkingWords:
    """Read the words once."""
    source = files("communique") / "knowledge" / "linking.toml"
    data: dict[str, Any] = tomllib.loads(source.read_text("utf-8"))
    sets: dict[str, Any] = {n: frozenset(w) for n, w in data.items() if isinstance(w, list)}
    return LinkingWords(**sets, short=data["short"], sounds=data["sounds"])


@lru_cache(maxsize=65536)
def folded(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in plain small letters: no accents, hyphens or apostrophes."""
    return tuple(_WORD.findall(_APOSTROPHES.sub("", anyascii(text)).lower()))


@cache
def _sounds() -> re.Pattern[str]:
    longest_first = sorted(load_linking_words().sounds, key=len, reverse=True)
    return re.compile("|".join(longest_first))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Return the consonants of a folded word, letters written for one another made one."""
    sounds = load_linking_words().sounds
    spoken = _sounds().sub(lambda found: sounds[found[0]], word)
    return _VOWELS.sub("", _DOUBLED.sub(r"\1", spoken))


@cache
def state_words(state: str | None) -> frozenset[str]:
    """Return the words of a state's names, adjectives and capitals; empty for an unknown code."""
    known = load_states().get(state or "")
    if known is None:
        return frozenset()
    names = (known.display, known.formal, known.alpha2, *known.names, *known.adjectives)
    names += tuple(name for spellings in known.capitals for name in spellings)
    return frozenset(word for name in names for word in folded(name)) - load_linking_words().general
