"""Frames: which words report an engagement or a speech act, and who is what in them.

The frames are data in ``frames/<language>/*.toml``; each file says at its top what its keys mean.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class EngagementFrame:
    """One frame of engagements; all words are lemmas in small letters."""

    id: str
    kind: str
    roles: Mapping[str, str]
    nouns: frozenset[str] = frozenset()
    noun_marks: frozenset[str] = frozenset()
    bare_nouns: frozenset[str] = frozenset()
    weak_nouns: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    verb_marks: frozenset[str] = frozenset()
    bare_verbs: frozenset[str] = frozenset()
    needs: str | None = None
    status: str | None = None
    present: str | None = None
    given: frozenset[str] = frozenset()
    examples: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class StatementFrame:
    """One frame of speech acts.

    ``verbs`` need nothing more; ``support`` verbs need one of ``nouns`` as object; ``adjectives``
    need a copula. ``content`` lists where the content stands, ``addressee`` where the addressee.
    """

    act: str
    verbs: frozenset[str] = frozenset()
    support: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    addressee: tuple[str, ...] = ()
    needs: str | None = None
    content: str | None = None
    joint: bool = False
    examples: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class GrammarWords:
    """Words that carry engagement nouns and set their status; see ``grammar.toml``."""

    support: frozenset[str]
    carriers: frozenset[str]
    take_place: frozenset[str]
    status: Mapping[str, frozenset[str]]
    visit_types: Mapping[str, str]
    delegation: frozenset[str]
    documents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames of one language, with indexes by lemma; ``carrying`` are the verbs with which a
    noun makes a statement ("express gratitude"), ``matters`` those of what talks were about, whose
    words are nobody's speech and have a reader of their own."""

    engagements: tuple[EngagementFrame, ...]
    statements: tuple[StatementFrame, ...]
    grammar: GrammarWords
    by_noun: Mapping[str, tuple[EngagementFrame, ...]]
    by_verb: Mapping[str, tuple[EngagementFrame, ...]]
    statement_words: Mapping[str, tuple[StatementFrame, ...]] = field(default_factory=dict)
    carrying: frozenset[str] = frozenset()
    matters: tuple[StatementFrame, ...] = ()


_SETS = ("nouns", "noun_marks", "bare_nouns", "weak_nouns", "verbs", "verb_marks", "bare_verbs",
         "support", "adjectives", "given")  # fmt: skip


def _row(row: dict[str, Any]) -> dict[str, Any]:
    made = {key: frozenset(value) if key in _SETS else value for key, value in row.items()}
    for key in ("examples", "addressee"):
        if key in made:
            made[key] = tuple(made[key])
    return made


def _load(language: str, name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(language, name).read_text("utf-8"))


def _grammar(language: str) -> GrammarWords:
    data = _load(language, "grammar.toml")
    types = {word: name for name, words in data["visit_types"].items() for word in words}
    return GrammarWords(
        support=frozenset(data["support"]),
        carriers=frozenset(data["carriers"]),
        take_place=frozenset(data["take_place"]),
        status={key: frozenset(words) for key, words in data["status"].items()},
        visit_types=types,
        delegation=frozenset(data["delegation"]["nouns"]),
        documents=frozenset(data["documents"]["nouns"]),
    )


def _index(pairs: list[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {}
    for word, frame in pairs:
        found.setdefault(word, []).append(frame)
    return {word: tuple(frames) for word, frames in found.items()}


@cache
def _lists(language: str) -> dict[str, frozenset[str]]:
    lists = _load(language, "grammar.toml")["lists"]
    return {name: frozenset(words) for name, words in lists.items()}


@cache  # asked 15,000 times a page
def word_list(name: str, language: str = "en") -> frozenset[str]:
    """One of the lists of ``grammar.toml``. Raises KeyError for a name that it lacks."""
    return _lists(language)[name]


@cache
def load_frames(language: str = "en") -> Frames:
    """Read all frames of a language. Raises FileNotFoundError where it has none."""
    engagements = tuple(
        EngagementFrame(**_row(row)) for row in _load(language, "engagements.toml")["frame"]
    )
    statements = tuple(
        StatementFrame(**_row(row)) for row in _load(language, "statements.toml")["frame"]
    )
    spoken = [frame for frame in statements if frame.needs != "matter"]
    return Frames(
        engagements,
        statements,
        _grammar(language),
        _index([(w, f) for f in engagements for w in f.nouns | f.bare_nouns | f.weak_nouns]),
        _index([(w, f) for f in engagements for w in f.verbs | f.bare_verbs]),
        _index([(w, f) for f in spoken for w in f.verbs | f.nouns | f.adjectives]),
        frozenset(verb for f in spoken for verb in f.support),
        tuple(frame for frame in statements if frame.needs == "matter"),
    )
