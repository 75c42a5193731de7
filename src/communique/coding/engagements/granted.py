"""Who gives and who gets what is granted: "granted X an audience", "was given one by Y"."""

from __future__ import annotations

from communique.language.annotations import Token
from communique.language.grammar import Tree


def granted(tree: Tree, verb: Token, noun: Token) -> tuple[list[Token], list[Token]]:
    """Hosts and guests of ``noun``, which ``verb`` gives: who gives it is the host.

    Where nobody is said to give it, who is before "with" does: "was granted an audience with Y".
    """
    phrases = [*tree.deep_obliques(verb), *tree.deep_obliques(noun)]
    by = [t for prep, t in phrases if prep == "by"]
    before = [t for t in tree.kids(verb, "obj") if t.i < noun.i and noun.dep == "obj"]
    receivers = [*tree.kids(verb, "iobj"), *before, *(t for prep, t in phrases if prep == "to")]
    if tree.is_passive(verb):
        receivers += [t for t in tree.kids(verb, "nsubj:pass") if t is not noun]
        by = by or [t for prep, t in phrases if prep == "with"]
    hosts = by or [t for t in tree.subjects(verb) if not tree.is_passive(verb)]
    return hosts, [t for t in receivers if t not in by]
