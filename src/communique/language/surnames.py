"""Words that alone may name a leader, and names that only their state introduces."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from functools import cache

from communique.knowledge.folding import fold
from communique.knowledge.leaders import Tenure, by_surface, by_surname
from communique.knowledge.offices import OfficeWords, load_office_words
from communique.knowledge.references import load_reference_words
from communique.knowledge.words import common_words
from communique.language.annotations import Mention, MentionKind, Person, Sentence
from communique.language.scanning import Word, words_of

# No body of a state is called by more letters; a long list of names is not searched at each.
_BODY_LETTERS = 200
_POSSESSIVE = frozenset({"'s ", "\u2019s ", "' ", "\u2019 "})


def by_claim(persons: Iterable[Person], mention: Mention, past: Container[int]) -> list[Person]:
    """Persons of a surname, those first who hold an office, and the one that ``mention`` names.

    "President X" is who was called so, and not the First Lady of that name. ``past`` are the
    identities of those who once held what the page calls them by.
    """
    heads = {office.head for office in mention.offices}

    def claim(person: Person) -> tuple[bool, bool]:
        called = {office.head for m in person.mentions for office in m.offices}
        return id(person) in past, not called & heads

    return sorted(persons, key=claim)


@cache
def short_surnames() -> frozenset[str]:
    """Surnames of two or three letters that belong to one leader alone ("Xi")."""
    return frozenset(
        name for name, tenures in by_surname().items()
        if 2 <= len(name) < 4 and len({t.person for t in tenures}) == 1
    )  # fmt: skip


@cache
def _words_of_names() -> frozenset[str]:
    """Every word of the names of leaders: what persons are called."""
    return frozenset(word for name in by_surface() for word in name.split())


def inside_name(words: Sequence[Word], at: int, data: OfficeWords) -> bool:
    """Whether a word goes on with a name that is not in the table: "Allan Wagner"."""
    before = words[at - 1] if at else None
    if before is None or not before.alphabetic:
        return False
    common = before.lower in common_words()
    return not common and (before.capital or before.lower in data.particles)


def prominent(tenures: Sequence[Tenure], sentences: Sequence[Sentence]) -> bool:
    """Whether a bare surname can mean a leader: a minister only where the state is named."""
    if any(set(t.office_kinds) - {"foreign_minister"} for t in tenures):
        return True
    named = {m.state for s in sentences for m in s.mentions if m.state}
    return any(t.place in named for t in tenures)


def introduced_name(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name stands behind the state or body it is of, before its state in brackets, or
    leads a delegation."""
    owned = owned_name(sentence, mention) or owned_by_body(sentence, mention)
    return owned or bracketed_name(sentence, mention) or leading_name(sentence, mention)


def leading_name(sentence: Sentence, mention: Mention) -> bool:
    """ "A delegation of the Party led by Huang Kunming": a full name behind words of leading."""
    words = load_reference_words()
    before = sentence.text[: mention.start - sentence.start].lower().rstrip()
    name = [word.lower for word in words_of(mention.name) if word.alphabetic]
    return (
        before.endswith(tuple(w for w in words.heading if " " in w))
        and bool(words.bodies & set(before.split()))
        and len(name) > 1
        and not any(word in common_words() for word in name)
    )


def bracketed_name(sentence: Sentence, mention: Mention) -> bool:
    """ "Rodolfo Lekogo (Gabon)" in a line of its own: the name of somebody of that state."""
    after = next((m for m in sentence.mentions if m.start >= mention.end), None)
    if after is None or after.form != "name" or mention.start != sentence.start:
        return False
    rest = sentence.text[mention.end - sentence.start :].strip(" ;,.")
    return rest == f"({after.text})"


@cache
def _body() -> re.Pattern[str]:
    houses = "|".join(sorted(load_office_words().houses))
    field = r"(?: (?:of|for)(?: the)?(?:,? and|,)?(?: [A-Z][\w-]+|,? and(?= [A-Z]))+)?"
    return re.compile(rf"\b(?i:{houses}){field}['\u2019]s? $")


def body_of_state(before: str) -> re.Match[str] | None:
    """ "ministry's" in "the Norwegian foreign ministry's X", the words ``before`` a name."""
    return _body().search(before, max(0, len(before) - _BODY_LETTERS))


def owned_by_body(sentence: Sentence, mention: Mention) -> bool:
    """ "The Foreign Ministry's Kristin Enge", "the Ministry of Defence's Paul Osei"."""
    return body_of_state(sentence.text[: mention.start - sentence.start]) is not None


def owned_name(sentence: Sentence, mention: Mention) -> bool:
    """ "China's Dong Jun": a name made of names of leaders, behind the state it is of."""
    before = [m for m in sentence.mentions if m.end < mention.start and m.state]
    if not before or before[-1].kind is not MentionKind.STATE:
        return False
    between = sentence.text[before[-1].end - sentence.start : mention.start - sentence.start]
    words = [word.lower for word in words_of(mention.name) if word.alphabetic]
    return (
        between in _POSSESSIVE
        and not any(word in common_words() for word in words)
        and all(fold(word) in _words_of_names() for word in words)
    )
