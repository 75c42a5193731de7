"""Those whom a list behind its words names: "met the new ambassadors: Ms X of Norway; Mr Y"."""

from __future__ import annotations

from communique.language.annotations import MentionKind, Token
from communique.language.grammar import Tree

_OPENERS = frozenset({":", "namely", "\u2014", "\u2013"})
# How far behind the words for several its list may begin.
_NEAR = 12


def listed_behind(tree: Tree, token: Token) -> list[Token]:
    """The persons listed behind ``token``, an office that several hold, by a colon or "namely".

    All of the list have to hold an office of that kind.
    """
    mention = token.mention
    if mention is None or not mention.offices or not mention.offices[0].plural:
        return []
    kind = mention.offices[0].kind
    behind = tree.tokens[token.i + 1 :]
    opener = next((t for t in behind[:_NEAR] if t.lower in _OPENERS), None)
    if opener is None or any(t.persons for t in tree.tokens[token.i + 1 : opener.i]):
        return []
    named = [
        t for t in tree.tokens[opener.i + 1 :]
        if t.mention is not None and t.mention.kind is MentionKind.PERSON and len(t.persons) == 1
    ]  # fmt: skip
    alike = all(kind in t.persons[0].office_kinds for t in named)
    return named if alike and len(named) > 1 else []
