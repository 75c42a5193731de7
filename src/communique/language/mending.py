"""Mends what the parser often gets wrong in lists: "met X on Friday and Y on Saturday".

Behind a day or a place the parser takes the next of a list to go on with that day or place. What
is joined is of one sort: persons with persons, states with states.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.annotations import MentionKind, Token
from communique.language.dates.lexicon import load_lexicon

_SORTS = {
    MentionKind.PERSON: "person", MentionKind.OFFICE: "person",
    MentionKind.STATE: "place", MentionKind.PLACE: "place", MentionKind.DATE: "day",
}  # fmt: skip
# How the parser hangs on a member of a list whose predecessor it has lost.
_LOST = frozenset({"conj", "parataxis", "dep", "appos"})
_CLAUSE = frozenset({"nsubj", "nsubj:pass", "cop", "aux", "acl:relcl"})
# What may stand between two members: "on Friday, and by", "in Prague and with the".
_LINKS = frozenset({"ADP", "PUNCT", "CCONJ", "DET", "NUM"})


def mend_lists(tokens: Sequence[Token]) -> None:
    """Join each member of a list to the one before it of its own sort."""
    for token in tokens:
        before = _lost_from(token, tokens)
        if before is None:
            continue
        tokens[token.head].children.remove(token.i)
        token.head, token.dep = before.i, "conj"
        before.children.append(token.i)


def is_time(token: Token) -> bool:
    """Whether a word is a day, or a month or a year by itself."""
    if token.mention is not None:
        return token.mention.kind is MentionKind.DATE
    year = token.pos == "NUM" and len(token.text) == 4 and token.text.isdigit()
    month = token.text[:1].isupper() and token.lower in load_lexicon("en").slots["month"].values
    return year or (month and token.pos == "PROPN")


def _sort(token: Token) -> str | None:
    if is_time(token):
        return "day"
    return _SORTS.get(token.mention.kind) if token.mention is not None else None


def _lost_from(token: Token, tokens: Sequence[Token]) -> Token | None:
    """The member of its sort before ``token``, where the parser has lost it."""
    sort, head = _sort(token), tokens[token.head]
    if sort not in {"person", "place"} or token.dep not in _LOST or head.i >= token.i:
        return None
    if _sort(head) == sort or (_sort(head) is None and token.dep not in {"conj", "parataxis"}):
        return None
    if any(tokens[kid].dep in _CLAUSE for kid in token.children):
        return None
    parted = joined = False
    for this in reversed(tokens[: token.i]):
        if _sort(this) == sort:
            return this if parted and joined and this.dep != "nsubj" else None
        if _sort(this) is None and this.pos not in _LINKS:
            return None
        parted |= _sort(this) is not None
        joined |= this.pos == "CCONJ" or this.text == ","
    return None
