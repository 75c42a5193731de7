"""Folding of words and the few words that linking must know, read from ``knowledge/``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHES = re.compile(r"['’ʻʼ`]")


@dataclass(frozen=True, slots=True)
class LinkingWords:
    """The words of ``knowledge/linking.toml``."""

    descent: frozenset[str]
    rank: frozenset[str]
    joins: frozenset[str]
    empty: frozenset[str]


@cache
def load_linking_words() -> LinkingWords:
    """Read the words once."""
    source = files("communique") / "knowledge" / "linking.toml"
    data = tomllib.loads(source.read_text("utf-8"))
    return LinkingWords(**{name: frozenset(words) for name, words in data.items()})


@lru_cache(maxsize=65536)
def folded(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in plain small letters: no accents, hyphens or apostrophes."""
    return tuple(_WORD.findall(_APOSTROPHES.sub("", anyascii(text)).lower()))
