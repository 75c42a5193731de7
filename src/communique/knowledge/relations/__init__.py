"""Names of levels of relations and of their milestones; data in ``relations/<language>.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class RelationWords:
    """The lists of ``<language>.toml``."""

    modifiers: tuple[str, ...]
    heads: tuple[str, ...]
    needed: frozenset[str]
    edges: frozenset[str]
    trade: frozenset[str]
    papers: frozenset[str]
    named: tuple[str, ...]
    raising: tuple[str, ...]
    subjects: tuple[str, ...]
    anniversary: tuple[str, ...]
    establish: tuple[str, ...]
    what_established: str
    what_raised: str


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(words), key=len, reverse=True))


@cache
def load_relation_words(language: str = "en") -> RelationWords:
    """Read ``relations/<language>.toml``. Raises FileNotFoundError where a language has none."""
    data = tomllib.loads(files(__package__).joinpath(f"{language}.toml").read_text("utf-8"))
    levels, milestones = data["levels"], data["milestones"]
    return RelationWords(
        modifiers=_longest_first(levels["modifiers"]),
        heads=_longest_first(levels["heads"]),
        needed=frozenset(levels["needed"]),
        edges=frozenset(levels["edges"]),
        trade=frozenset(levels["trade"]),
        papers=frozenset(levels["papers"]),
        named=_longest_first(levels["named"]),
        raising=_longest_first(levels["raising"]),
        subjects=_longest_first(milestones["subjects"]),
        anniversary=_longest_first(milestones["anniversary"]),
        establish=_longest_first(milestones["establish"]),
        what_established=milestones["what_established"],
        what_raised=milestones["what_raised"],
    )
