"""Who holds talks where a visit, a tour or an agenda stands in his place."""

from __future__ import annotations

from communique.knowledge.frames import word_list
from communique.language.annotations import Token
from communique.language.grammar import Tree


def engaged_by(tree: Tree, verb: Token, talks: Token) -> list[Token]:
    """ "The tour of X will end with a meeting with Y", "X was received by Y, followed by a meeting
    with Z": whose tour it is, and of whom it was told before."""
    if verb.lemma in word_list("following") and verb.dep == "advcl" and talks.dep == "obl:agent":
        above = tree.head(verb)
        return _told_of(tree, above) if above is not None else []
    if verb.lemma not in word_list("lasting") | word_list("opening") | word_list("including"):
        return []
    return [
        owner
        for noun in tree.kids(verb, "nsubj", "nsubj:pass")
        if noun.lemma in word_list("trips") | word_list("tours") | word_list("programmes")
        for owner in _owners(tree, noun)
    ]


def with_programme(tree: Tree, talks: Token) -> list[Token]:
    """ "On the agenda of X are meetings with Y": whose agenda it is."""
    return [
        owner
        for prep, noun in tree.obliques(talks)
        if prep in {"on", "in"} and noun.lemma in word_list("programmes")
        for owner in _owners(tree, noun)
    ]


def _told_of(tree: Tree, verb: Token) -> list[Token]:
    told = tree.kids(verb, "nsubj:pass") or tree.subjects(verb)
    return [t for t in told if t.persons]


def _owners(tree: Tree, noun: Token) -> list[Token]:
    """ "The tour of X", "X's tour", "his tour"."""
    of = [t for prep, t in tree.obliques(noun) if prep in {"of", "by"}]
    return [t for t in [*tree.kids(noun, "nmod:poss"), *of] if t.persons]
