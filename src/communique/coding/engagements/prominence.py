"""How far a word stands below the main predicate of its sentence."""

from __future__ import annotations

from communique.knowledge.frames import word_list
from communique.language.annotations import Token
from communique.language.grammar import Tree

# How far each relation takes a word from the main predicate.
_DISTANCE = {
    "conj": 0, "parataxis": 0, "obj": 0, "nsubj": 0, "nsubj:pass": 0, "xcomp": 1, "ccomp": 1,
    "obl": 1, "advcl": 1, "nmod": 1, "acl": 2, "acl:relcl": 2, "appos": 2,
}  # fmt: skip


def rank_of(tree: Tree, token: Token) -> int:
    """0 for the main predicate and what it acts on, more with each phrase and clause between."""
    rank = 0
    for head in (token, *tree.up(token)):
        if head.dep in {"ROOT", "root"}:
            break
        above = tree.head(head)
        if head.dep == "xcomp" and above is not None and above.lemma in word_list("coming"):
            continue  # "is scheduled to pay a visit" reports the visit
        rank += _DISTANCE.get(head.dep, 1)
    return rank
