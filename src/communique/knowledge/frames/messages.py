"""The words of messages and invitations, by language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class MessageWords:
    """One language's message words as sets of lemmas, by section and key of ``messages.toml``.

    ``thanks`` are the nouns of that kind, ``papers`` those of what is written.
    """

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    carriage: Mapping[str, frozenset[str]]
    medium: Mapping[str, str]
    calls: Mapping[str, str]
    written: frozenset[str]
    prepositions: frozenset[str]
    happy: frozenset[str]
    sad: frozenset[str]
    phrases: Mapping[str, frozenset[str]]
    invitations: Mapping[str, frozenset[str]]
    thanks: frozenset[str]
    papers: frozenset[str]

    def kind_of_occasion(self, lemma: str) -> str | None:
        """The kind of message that an occasion by itself tells: "a call on his election"."""
        if lemma in self.happy:
            return "congratulation"
        return "condolence" if lemma in self.sad else None


@cache
def load_message_words(language: str = "en") -> MessageWords:
    """Read ``frames/<language>/messages.toml``."""
    text = files(__package__).joinpath(language, "messages.toml").read_text("utf-8")
    data = tomllib.loads(text)
    kinds, occasion = data["kinds"], data["occasion"]
    simple = ("congratulation", "condolence", "greeting", "thanks")
    medium = {word: name for name, words in data["medium"].items() for word in words}
    written = frozenset({"letter", "telegram", "unsaid"})
    return MessageWords(
        verbs={
            word: kind
            for kind in ("congratulation", "condolence")
            for word in kinds[f"{kind}_verbs"]
        },
        nouns={word: kind for kind in simple for word in kinds[kind]},
        carriage=_sets(data["carriage"]),
        medium=medium,
        calls={word: name for name, words in data["calling"].items() for word in words},
        written=written,
        prepositions=frozenset(occasion["prepositions"]),
        happy=frozenset(occasion["happy"]),
        sad=frozenset(occasion["sad"]),
        phrases=_sets(data["phrases"]),
        invitations=_sets(data["invitations"]),
        thanks=frozenset(kinds["thanks"]),
        papers=frozenset(word for word, name in medium.items() if name in written),
    )


def _sets(section: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in section.items()}
