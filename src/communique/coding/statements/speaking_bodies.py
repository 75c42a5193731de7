"""How a body that speaks is named: "Russian side", "ministry of the interior"."""

from __future__ import annotations

from communique.language.annotations import Token
from communique.language.grammar import Tree

_NAME_PARTS = frozenset({"amod", "compound", "nmod:poss", "flat", "nmod:desc"})
_LOOSE = ("acl", "acl:relcl", "appos", "punct", "conj", "cc")


def body_words(text: str, tree: Tree, token: Token) -> str:
    """The name in ``text`` of the body that ``token`` of ``tree`` is the noun of, as printed."""
    first, last = token, token
    for kid in tree.kids(token, "amod", "compound", "nmod:poss", "nmod", "flat", "nmod:desc"):
        if kid.tag == "PRP$":
            continue
        if (kid.i < token.i and kid.mention is not None) or kid.dep in _NAME_PARTS:
            first = min(first, *tree.subtree(kid, without=("det",)), key=lambda t: t.i)
        elif kid.i > token.i and (tree.case(kid) == "of" or _part_of_name(tree, kid)):
            last = max(tree.subtree(kid, without=_LOOSE), key=lambda t: t.i)
    return text[first.start : last.end]


def _part_of_name(tree: Tree, kid: Token) -> bool:
    """ "Committee for Foreign Affairs": what the body is for, in capitals."""
    return tree.case(kid) == "for" and kid.text[:1].isupper()
