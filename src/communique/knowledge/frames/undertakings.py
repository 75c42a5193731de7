"""The words of pledges and agreed steps, by language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class UndertakingWords:
    """One language's lists of ``undertakings.toml``, where what each holds is said."""

    steps: frozenset[str]
    lasting: frozenset[str]
    helping: frozenset[str]
    trying: frozenset[str]
    journeys: frozenset[str]
    calls: frozenset[str]
    vague: frozenset[str]
    missions: frozenset[str]
    opening: frozenset[str]
    conceding: frozenset[str]
    gifts: frozenset[str]
    repeated: frozenset[str]
    future: frozenset[str]
    again: frozenset[str]
    no_term: frozenset[str]
    conditional: frozenset[str]
    two: frozenset[str]
    three: frozenset[str]
    ourselves: frozenset[str]


@cache
def load_undertaking_words(language: str = "en") -> UndertakingWords:
    """Read ``frames/<language>/undertakings.toml``."""
    text = files(__package__).joinpath(language, "undertakings.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return UndertakingWords(**{name: frozenset(words) for name, words in data.items()})
