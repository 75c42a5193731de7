"""Letters that say something: "sent a letter congratulating him", "a letter with an invitation"."""

from __future__ import annotations

from collections.abc import Set

from communique.language.annotations import Token
from communique.language.grammar import Tree

_PARTICIPLES = frozenset({"acl", "advcl", "xcomp"})
_ENDS = {"from": 0, "of": 0, "to": 1}


def paper_of(tree: Tree, token: Token, papers: Set[str]) -> Token | None:
    """The letter in which ``token`` stands: a participle on it or beside it, or a noun with it."""
    head = tree.head(token)
    if head is None or (tree.is_verb(token) and not _participle(token)):
        return None
    if head.lemma in papers and not tree.is_verb(head):
        return head
    if not tree.is_verb(token) and tree.case(token) not in {"with", "including", "containing"}:
        return None
    return next((kid for kid in tree.kids(head, "obj") if kid.lemma in papers), None)


def _participle(verb: Token) -> bool:
    return verb.tag == "VBG" and verb.dep in _PARTICIPLES


def paper_ends(
    tree: Tree, paper: Token, receiving: Set[str]
) -> tuple[list[Token], list[Token], list[Token]]:
    """Who wrote ``paper``, who gets it, who hands it over; ``receiving`` are verbs of getting."""
    ends: tuple[list[Token], list[Token]] = ([], [])
    verb = tree.head(tree.first_conjunct(paper))
    phrases = tree.obliques(paper)
    if verb is not None and tree.is_verb(verb):
        phrases += tree.obliques(verb)
    for prep, token in phrases:
        if prep in _ENDS and (token.persons or token.mention):
            ends[_ENDS[prep]].append(token)
    writers = [*ends[0], *tree.kids(paper, "nmod:poss")]
    readers = list(ends[1])
    if verb is None or not tree.is_verb(verb):
        return writers, readers, []
    subjects = tree.subjects(verb)
    if verb.lemma in receiving:
        return writers, subjects, []
    readers += [t for t in tree.kids(verb, "iobj") if t is not paper]
    return (writers, readers, subjects) if writers else (subjects, readers, [])
