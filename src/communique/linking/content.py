"""What a text says, as words that weigh by how much they tell.

Words written for one another are one; what stands in many statements of one account tells little.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from communique.linking.words import folded, load_linking_words, state_words
from communique.model import Act

_SHORTEST = 3
_STEM = 6
_GENERAL = 0.3
_NUMBER = 1.5


@dataclass(frozen=True, slots=True)
class Alike:
    """The words of ``knowledge/statements_alike.toml``."""

    acts: tuple[frozenset[str], ...]
    opposed: frozenset[frozenset[str]]
    once: frozenset[str]
    endings: tuple[str, ...]
    general: frozenset[str]
    heads: Mapping[str, str]


@cache
def load_alike() -> Alike:
    """Read the words once."""
    source = files("communique") / "knowledge" / "statements_alike.toml"
    data: dict[str, Any] = tomllib.loads(source.read_text("utf-8"))
    endings = tuple(sorted(data["endings"], key=len, reverse=True))
    heads = {
        _stem(word, endings): _stem(head, endings)
        for head, words in data["same_sense"].items()
        for word in words
    }
    general = frozenset(_stem(word, endings) for word in data["general"])
    return Alike(
        acts=tuple(_acts(group) for group in data["acts"]),
        opposed=frozenset(_acts(pair) for pair in data["opposed"]),
        once=_acts(data["once"]),
        endings=endings,
        general=general | {heads[word] for word in general if word in heads},
        heads=heads,
    )


def _acts(names: list[str]) -> frozenset[str]:
    """Names of acts; raises ValueError at one that the codebook does not have."""
    return frozenset(Act(name).value for name in names)


def _stem(word: str, endings: Sequence[str]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    return word[:_STEM]


@lru_cache(maxsize=16384)
def content_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that mean something in order, those of one sense as one."""
    alike, empty = load_alike(), load_linking_words().function
    stems = (
        _stem(word, alike.endings)
        for word in folded(text)
        if word not in empty and (len(word) >= _SHORTEST or word.isdigit())
    )
    return tuple(alike.heads.get(stem, stem) for stem in stems)


@dataclass(frozen=True, slots=True)
class Content:
    """What a text says: its words, those that follow one another, and what all of them weigh."""

    words: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    weight: float


class Contents:
    """The contents of texts about one engagement; the names of its parties do not count."""

    def __init__(self, accounts: Sequence[Sequence[str]], states: Mapping[str, str]) -> None:
        """Weigh the words of what the accounts tell; ``states`` gives the state of each name."""
        named = {word for name in states for word in folded(name)}
        named |= {word for state in states.values() for word in state_words(state)}
        self._names = frozenset(content_words(" ".join(sorted(named))))
        self._known: dict[str, Content] = {}
        self._weights: dict[str, float] = {}
        self._most: dict[str, int] = {}
        for told in accounts:
            count = Counter(word for one in told for word in set(content_words(one)))
            for word, times in count.items():
                self._most[word] = max(times, self._most.get(word, 0))

    def of(self, text: str) -> Content:
        """Return what a text says."""
        found = self._known.get(text)
        if found is None:
            words = content_words(text)
            said = frozenset(words) - self._names
            found = Content(said, frozenset(pairwise(words)), self.weight(said))
            self._known[text] = found
        return found

    def weight(self, words: frozenset[str]) -> float:
        """Return how much some words tell."""
        return sum(map(self._weigh, words))

    def share(self, one: Content, other: Content) -> tuple[float, float]:
        """Return how much of the one with less to say is in the other, and how much that is."""
        common = one.words & other.words
        if not common:
            return 0.0, 0.0
        shared = self.weight(common)
        for phrase in one.phrases & other.phrases:
            shared += self.weight(frozenset(phrase) - self._names) / 2
        return shared / min(one.weight, other.weight), shared

    def _weigh(self, word: str) -> float:
        found = self._weights.get(word)
        if found is None:
            full = _GENERAL if word in load_alike().general else _NUMBER if word.isdigit() else 1.0
            found = self._weights[word] = full / (1 + math.log2(self._most.get(word, 1)))
        return found
