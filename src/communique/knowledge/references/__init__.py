"""The words that stand for somebody named elsewhere, by language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """One language's pronouns, phrases of reference and control, in small letters, lemmas."""

    male: frozenset[str]
    female: frozenset[str]
    first: frozenset[str]
    plural: frozenset[str]
    relative: frozenset[str]
    object_relative: frozenset[str]
    pair_markers: frozenset[str]
    threes: frozenset[str]
    pair_people: frozenset[str]
    pair_bare: frozenset[str]
    pair_states: frozenset[str]
    couples: frozenset[str]
    latter: frozenset[str]
    former: frozenset[str]
    object_owned: frozenset[str]
    journeys: frozenset[str]
    receiving: frozenset[str]
    reporting: frozenset[str]
    personal_relative: frozenset[str]
    object_control: frozenset[str]
    recipient_control: frozenset[str]
    by_line: frozenset[str]
    standing: frozenset[str]
    bodies: frozenset[str]
    delegations: frozenset[str]
    leading: frozenset[str]
    encounters: frozenset[str]
    further: frozenset[str]
    list_marks: frozenset[str]
    list_fillers: frozenset[str]
    place_openers: frozenset[str]
    stances: frozenset[str]
    predicate: frozenset[str]
    no_predicate: frozenset[str]
    positions: frozenset[str]
    pictures: frozenset[str]
    authored: frozenset[str]
    authorship: frozenset[str]
    questions: frozenset[str]
    answers: frozenset[str]
    asking: frozenset[str]
    declining: frozenset[str]
    we: frozenset[str]
    our: frozenset[str]
    together_verbs: frozenset[str]
    together_nouns: frozenset[str]
    company: tuple[str, ...]
    heading: tuple[str, ...]
    going: tuple[str, ...]
    credentials: frozenset[str]
    attendees: frozenset[str]
    styles: Mapping[str, str]


@cache
def load_reference_words(language: str = "en") -> ReferenceWords:
    """Read ``references/<language>.toml``."""
    data = tomllib.loads(files(__package__).joinpath(f"{language}.toml").read_text("utf-8"))
    pronouns, pairs, single = data["pronouns"], data["pairs"], data["single"]
    return ReferenceWords(
        male=frozenset(pronouns["male"]),
        female=frozenset(pronouns["female"]),
        first=frozenset(pronouns["first"]),
        plural=frozenset(pronouns["plural"]),
        relative=frozenset(pronouns["relative"]),
        object_relative=frozenset(pronouns["object_relative"]),
        pair_markers=frozenset(pairs["markers"]),
        threes=frozenset(pairs["threes"]),
        pair_people=frozenset(pairs["people"]),
        pair_bare=frozenset(pairs["bare"]),
        pair_states=frozenset(pairs["states"]),
        couples=frozenset(pairs["couples"]),
        latter=frozenset(single["latter"]),
        former=frozenset(single["former"]),
        object_owned=frozenset(single["object_owned"]),
        journeys=frozenset(single["journeys"]),
        receiving=frozenset(data["hosting"]["receiving"]),
        styles={word: noun for noun, words in data["styles"].items() for word in words},
        company=tuple(data["belonging"]["company"]),
        heading=tuple(data["belonging"]["heading"]),
        going=tuple(data["belonging"]["going"]),
        **{name: frozenset(words) for name, words in data["clauses"].items()},
        **{name: frozenset(words) for name, words in data["captions"].items()},
        **{name: frozenset(words) for name, words in data["voices"].items()},
        **{name: frozenset(words) for name, words in data["lists"].items()},
    )
