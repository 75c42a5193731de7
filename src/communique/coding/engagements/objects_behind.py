"""Whom a verb acts on, where it stands behind when and where: "received on Monday in Rome X"."""

from __future__ import annotations

from communique.knowledge.frames import word_list
from communique.language.annotations import MentionKind, Token
from communique.language.grammar import Tree

_NAMED = frozenset({MentionKind.PERSON, MentionKind.OFFICE})


def is_day(token: Token) -> bool:
    """Whether a word is a dated phrase."""
    return token.mention is not None and token.mention.kind is MentionKind.DATE


def objects_behind(verb: Token, tree: Tree) -> list[Token]:
    """ "Received Monday at the palace the Ambassador of X": the parser has hung whom on where."""
    receiving = verb.lemma in word_list("receiving")
    if tree.is_passive(verb) or not (receiving or verb.lemma == "meet"):
        return []
    if not tree.subjects(verb):
        return []
    at = verb.i + 1
    opens = tree[at] if at < len(tree.tokens) else None
    if opens is None or not (opens.dep == "case" or opens.text == "," or is_day(opens)):
        return []
    stops = {"who", "that"} if receiving else {",", "who", "that"}
    for token in tree.tokens[at:]:
        before = tree[token.i - 1]
        while before.dep in {"det", "amod"}:
            before = tree[before.i - 1]
        if (tree.is_verb(token) and token.dep != "amod") or token.lower in stops:
            return []
        if token.mention is not None and token.mention.kind in _NAMED:
            return [] if before.pos in {"ADP", "PART"} else [token]
    return []
