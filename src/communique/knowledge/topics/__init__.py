"""Words by which topics of talks are told; data in ``topics/<language>.toml``, explained there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from communique.model import TOPICS

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class TopicForm:
    """One form: the topics it gives where it is strong and where it is weak; ``blocked`` forms
    give none and hide shorter ones."""

    words: tuple[str, ...]
    strong: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    blocked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TopicWords:
    """All forms by their first word, longest first, and the words of lists and talks."""

    forms: Mapping[str, tuple[TopicForm, ...]]
    conflict_places: frozenset[str]
    conflict_frames: tuple[str, ...]
    openers: tuple[str, ...]
    courtesies: frozenset[str]
    about_verbs: frozenset[str]
    about_nouns: frozenset[str]
    about_prepositions: frozenset[str]
    raised_verbs: frozenset[str]


def words_of_form(text: str) -> tuple[str, ...]:
    """The words of a form in small letters, without hyphens."""
    return tuple(_WORD.findall(text.lower()))


def _forms(topics: Mapping[str, Mapping[str, object]]) -> dict[str, tuple[TopicForm, ...]]:
    made: dict[tuple[str, ...], dict[str, set[str]]] = {}

    def put(texts: Iterable[str], how: str, topic: str) -> None:
        for text in texts:
            kinds = made.setdefault(
                words_of_form(text), {"strong": set(), "weak": set(), "not": set()}
            )
            kinds[how].add(topic)

    for topic, table in topics.items():
        if topic not in TOPICS:
            raise ValueError(f"unknown topic {topic!r}")
        for how in ("strong", "weak", "not"):
            put(table.get(how, ()), how, topic)  # type: ignore[arg-type]
        if "also" in table:
            put(table["also_for"], "strong", str(table["also"]))  # type: ignore[arg-type]
    found: dict[str, list[TopicForm]] = {}
    for words, kinds in made.items():
        form = TopicForm(
            words, frozenset(kinds["strong"]), frozenset(kinds["weak"]), frozenset(kinds["not"])
        )
        found.setdefault(words[0], []).append(form)
    return {w: tuple(sorted(fs, key=lambda f: -len(f.words))) for w, fs in found.items()}


@cache
def load_topic_words(language: str = "en") -> TopicWords:
    """Read ``topics/<language>.toml``. Raises FileNotFoundError where a language has none and
    ValueError for a topic that the codebook lacks."""
    data = tomllib.loads(files(__package__).joinpath(f"{language}.toml").read_text("utf-8"))
    lists, conflict = data["lists"], data["topics"]["conflict"]
    return TopicWords(
        forms=_forms(data["topics"]),
        conflict_places=frozenset(conflict["places"]),
        conflict_frames=tuple(conflict["frames"]),
        openers=tuple(lists["openers"]),
        courtesies=frozenset(lists["courtesies"]),
        about_verbs=frozenset(lists["about_verbs"]),
        about_nouns=frozenset(lists["about_nouns"]),
        about_prepositions=frozenset(lists["about_prepositions"]),
        raised_verbs=frozenset(lists["raised_verbs"]),
    )
