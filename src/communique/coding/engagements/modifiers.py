"""Whose talks they are, by the words before the noun: "Indo-Lao talks", "the Putin-Xi summit"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.language.annotations import MentionKind, Token
from communique.language.grammar import Tree
from communique.model import Kind

_MODIFYING = frozenset({"amod", "compound", "conj", "nmod", "flat", "dep", "punct"})


def modifiers(noun: Token, kind: str, tree: Tree) -> Iterator[Token]:
    """The words before ``noun`` that name who takes part; of a summit also organisations."""
    kinds = {MentionKind.STATE, MentionKind.PERSON}
    if kind == Kind.SUMMIT:
        kinds.add(MentionKind.ORGANIZATION)
        first = tree.first_conjunct(noun)
        if first is not noun and first.mention and first.mention.kind in kinds:
            yield first  # "the G7 and NATO Summits"
    for kid in tree.kids(noun, "amod", "compound", "nmod"):
        if tree.case(kid):
            continue  # "the meeting in the Swiss city"
        for word in tree.subtree(kid):
            named = _modifies(word, kinds, tree) and not _only_place(kid, word, tree)
            if named or (word is kid and _all_of_a_body(word)):
                yield word


def _all_of_a_body(word: Token) -> bool:
    """ "The Pacific Islands Forum Leaders Meeting"."""
    mention = word.mention
    office = mention.offices[0] if mention is not None and mention.offices else None
    return office is not None and office.plural and office.organization is not None


def _only_place(kid: Token, word: Token, tree: Tree) -> bool:
    """ "The Geneva summit", "his Moscow talks": where, and not who."""
    assert word.mention is not None
    places = [t for t in tree.subtree(kid) if t.mention is not None]
    return word.mention.form in {"capital", "city"} and len(places) == 1


def _modifies(word: Token, kinds: set[MentionKind], tree: Tree) -> bool:
    mention = word.mention
    return (
        mention is not None
        and mention.kind in kinds
        and word.dep in _MODIFYING
        and tree.case(word) == ""
    )
