"""How a body that speaks is named: "Russian side", "ministry of the interior"."""

from __future__ import annotations

from communique.language.annotations import Analysis, Token
from communique.language.grammar import Tree

_NAME_PARTS = frozenset({"amod", "compound", "nmod:poss", "flat", "nmod:desc"})
_LOOSE = ("acl", "acl:relcl", "appos", "punct", "conj", "cc")


def body_name(analysis: Analysis, tree: Tree, token: Token, state: str | None) -> str | None:
    """The name of the body of ``state`` that ``token`` of ``tree`` is the noun of: as printed there
    or, for "the ministry" alone, as printed last before; else the bare noun where no state is known
    and None where one is, under whose code the body then speaks."""
    name = body_words(analysis.text, tree, token)
    if " " in name:
        return name
    for sentence in reversed(analysis.sentences):
        if sentence.start < token.start:
            for other in sentence.tokens:
                if other.lemma == token.lemma and other.start < token.start:
                    before = body_words(analysis.text, Tree(sentence.tokens), other)
                    if " " in before:
                        return before
    return name if state is None else None


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
