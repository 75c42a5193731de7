"""Whether a page, once it is known whom it names, has a place where two sides could engage."""

from __future__ import annotations

from collections.abc import Iterator

from communique.language.analysis import Named
from communique.language.annotations import Mention, MentionKind, OfficePhrase, Person, Sentence
from communique.triage.passages import WORD
from communique.triage.words import Meanings

# How many sentences before and after one that may report an engagement its sides are looked for:
# "he" and "his counterpart" were named before, and the guest's state may follow.
_AROUND = 1
_SIDES = 2
_HOLDERS = frozenset({MentionKind.PERSON, MentionKind.OFFICE})


def may_engage(named: Named, meanings: Meanings) -> bool:
    """Whether a sentence that may report an engagement names something, with two sides and a person
    or an office near it. Near a headline is all of the page.
    """
    sentences = named.sentences
    sides = [frozenset(_sides(sentence)) for sentence in sentences]
    home = {named.home_state} - {None}
    for at, sentence in enumerate(sentences):
        if not sentence.mentions or not _reports(sentence.text, meanings):
            continue
        first, last = max(0, at - _AROUND), at + _AROUND + 1
        near = slice(None) if sentence.is_title else slice(first, last)
        if len(home.union(*sides[near])) >= _SIDES and any(map(_names_holder, sentences[near])):
            return True
    return False


def _reports(text: str, meanings: Meanings) -> bool:
    words = WORD.findall(text)
    known = meanings.of(words)
    if next(meanings.reporting(words), None) is None:
        return False
    found = [meaning for meaning in known if meaning]
    beside = frozenset[str]().union(*(meaning.lemmas for meaning in found))
    ways = (way for meaning in found for way in meaning.reports)
    return any(way.marks is None or not way.marks.isdisjoint(beside) for way in ways)


def _names_holder(sentence: Sentence) -> bool:
    return any(mention.kind in _HOLDERS for mention in sentence.mentions)


def _sides(sentence: Sentence) -> Iterator[str]:
    """The states and bodies that a sentence names, or whose persons and offices it does."""
    for mention in sentence.mentions:
        owners: list[Mention | OfficePhrase | Person] = [mention, *mention.offices]
        if mention.person is not None:
            owners.append(mention.person)
        for owner in owners:
            yield from (side for side in (owner.state, owner.organization) if side)
