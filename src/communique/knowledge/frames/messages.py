"""The words of messages and invitations, by language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class MessageWords:
    """One language's message words as sets of lemmas, by section and key of ``messages.toml``."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    carriage: Mapping[str, frozenset[str]]
    medium: Mapping[str, str]
    prepositions: frozenset[str]
    happy: frozenset[str]
    sad: frozenset[str]
    invitations: Mapping[str, frozenset[str]]


@cache
def load_message_words(language: str = "en") -> MessageWords:
    """Read ``frames/<language>/messages.toml``."""
    text = files(__package__).joinpath(language, "messages.toml").read_text("utf-8")
    data = tomllib.loads(text)
    kinds, occasion = data["kinds"], data["occasion"]
    simple = ("congratulation", "condolence", "greeting", "thanks")
    return MessageWords(
        verbs={
            word: kind
            for kind in ("congratulation", "condolence")
            for word in kinds[f"{kind}_verbs"]
        },
        nouns={word: kind for kind in simple for word in kinds[kind]},
        carriage={key: frozenset(words) for key, words in data["carriage"].items()},
        medium={word: name for name, words in data["medium"].items() for word in words},
        prepositions=frozenset(occasion["prepositions"]),
        happy=frozenset(occasion["happy"]),
        sad=frozenset(occasion["sad"]),
        invitations={key: frozenset(words) for key, words in data["invitations"].items()},
    )
