"""The words of which office phrases are made, by language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class OfficeHead:
    """A head of office phrases: kind, whether it needs company, whether it is a plural."""

    head: str
    kind: str
    weak: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """One language's office words; every key in small letters.

    ``heads`` is keyed by tuples of words, hyphens as words of their own left out.
    """

    heads: dict[tuple[str, ...], OfficeHead]
    head_starts: frozenset[str]
    longest_head: int
    modifiers: frozenset[str]
    portfolio: frozenset[str]
    ranked: frozenset[str]
    fields: frozenset[str]
    charges: tuple[tuple[str, ...], ...]
    former: frozenset[str]
    late: frozenset[str]
    coming: frozenset[str]
    institutions: frozenset[str]
    governing: frozenset[str]
    openers: frozenset[str]
    sent_openers: frozenset[str]
    housed: frozenset[str]
    houses: frozenset[str]
    chambers: frozenset[str]
    bodies: frozenset[str]
    honorifics: frozenset[tuple[str, ...]]
    male: frozenset[str]
    female: frozenset[str]
    particles: frozenset[str]
    filiations: frozenset[str]
    articles: frozenset[str]
    suffixes: frozenset[str]
    owners: frozenset[str]
    before_months: frozenset[str]
    tasks: frozenset[str]
    named_things: frozenset[str]
    headline_verbs: frozenset[str]
    given_heads: frozenset[str]
    given_before_articles: frozenset[str]
    behind_offices: frozenset[str]
    behind_full_offices: frozenset[str]
    letters_behind: frozenset[str]
    opening_clauses: frozenset[str]
    houses_of_guests: frozenset[str]
    official_things: frozenset[str]
    diplomacies: frozenset[str]
    media: frozenset[str]
    list_openers: frozenset[str]
    states: Mapping[str, str]
    counterpart: frozenset[str]
    leader_words: frozenset[str]
    host_words: frozenset[str]
    guest_words: frozenset[str]
    consorts: frozenset[str]
    ranks: frozenset[str]
    lowering: frozenset[str]
    standing_in: frozenset[str]
    brief: frozenset[str]
    private: frozenset[str]
    below_leaders: frozenset[str]
    presiding: frozenset[str]
    led_without_of: frozenset[str]
    shared_with_leaders: frozenset[str]


def _key(words: str) -> tuple[str, ...]:
    return tuple(words.replace("-", " ").split())


def _heads(data: dict[str, Any]) -> dict[tuple[str, ...], OfficeHead]:
    heads: dict[tuple[str, ...], OfficeHead] = {}
    for section, weak in (("weak_heads", True), ("heads", False)):
        for kind, words in data[section].items():
            heads |= {_key(word): OfficeHead(word, kind, weak) for word in words}
    for plural, single in data["plurals"].items():
        base = heads.get(_key(single))
        kind = base.kind if base else heads[_key(single.split()[-1])].kind
        weak = base.weak if base else False
        heads[_key(plural)] = OfficeHead(single, kind, weak, plural=True)
    return heads


# Lists of phrases that keep their names.
_PHRASES = (
    "institutions", "fields", "governing", "sent_openers", "housed", "houses", "chambers", "bodies",
    "filiations", "owners", "before_months", "given_heads", "given_before_articles",
    "named_things", "headline_verbs", "behind_offices", "behind_full_offices",
    "letters_behind", "opening_clauses", "houses_of_guests", "official_things", "diplomacies",
    "media", "list_openers",
)  # fmt: skip


@cache
def load_office_words(language: str = "en") -> OfficeWords:
    """Read ``offices/<language>.toml``. Raises FileNotFoundError for a language without one."""
    data = tomllib.loads(files(__package__).joinpath(f"{language}.toml").read_text("utf-8"))
    heads = _heads(data)
    modifiers, phrases, references = data["modifiers"], data["phrases"], data["references"]
    return OfficeWords(
        heads=heads,
        head_starts=frozenset(key[0] for key in heads),
        longest_head=max(len(key) for key in heads),
        modifiers=frozenset(word for group in modifiers.values() for word in group),
        portfolio=frozenset(modifiers["portfolio"]) | frozenset(modifiers["rank"]),
        ranked=frozenset(modifiers["rank"]),
        former=frozenset(modifiers["time_former"]),
        late=frozenset(modifiers["time_late"]),
        coming=frozenset(modifiers["time_coming"]),
        charges=tuple(tuple(words.split()) for words in phrases["charges"]),
        openers=frozenset(phrases["complement_openers"]),
        honorifics=frozenset(tuple(words.split()) for words in phrases["honorifics"]),
        male=frozenset(phrases["honorifics_male"]),
        female=frozenset(phrases["honorifics_female"]),
        particles=frozenset(phrases["name_particles"]),
        articles=frozenset(phrases["name_articles"]),
        suffixes=frozenset(phrases["name_suffixes"]),
        tasks=frozenset(phrases["task_openers"]),
        states=data["states"],
        **{name: frozenset(phrases[name]) for name in _PHRASES},
        **{name: frozenset(words) for name, words in references.items()},
    )
