"""Mends two slips of the parser at either end of what is said.

A participle that opens a sentence ("Expressing hope that it would, X added") is taken for the
subject of its own object, or for an adjective of it. Words in quotation marks are hung on the main
verb, though a second verb right before them says them ("praised it and said, "It is ..."").
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.annotations import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_SAID = frozenset({"ccomp", "parataxis"})
_QUOTES = frozenset({'"', "“", "”", "„", "«", "''", "``", "‘"})
# How far behind a participle its object may stand: "Expressing his deep and sincere hope".
_NEAR = 5


def mend_fronted(tokens: Sequence[Token]) -> None:
    """Hang a participle that opens a sentence on the main verb, and its object on it."""
    first = next((t for t in tokens if t.pos != "PUNCT"), None)
    if first is None or first.tag != "VBG" or first.dep not in {"csubj", "amod"}:
        return
    noun = tokens[first.head]
    near = first.i < noun.i <= first.i + _NEAR and noun.pos == "NOUN" and noun.mention is None
    if not near or any(tokens[kid].dep in {"cop", "case"} for kid in noun.children):
        return
    main = _main(noun, tokens)
    comma = next((t.i for t in tokens[noun.i :] if t.text == ","), None)
    if main is None or comma is None or not noun.i < comma < main.i:
        return
    noun.children.remove(first.i)
    if noun.head == noun.i:
        tokens[main.head].children.remove(main.i)
        main.head, main.dep = main.i, noun.dep
    else:
        tokens[noun.head].children.remove(noun.i)
    for token, head, dep in ((first, main, "advcl"), (noun, first, "obj")):
        token.head, token.dep = head.i, dep
        head.children.append(token.i)


def _main(noun: Token, tokens: Sequence[Token]) -> Token | None:
    """The main verb behind the phrase of ``noun``: the root, or hung on that noun, the root."""
    if noun.head != noun.i:
        root = next((t for t in tokens if t.head == t.i), None)
        found = [root] if root is not None else []
    else:
        found = [tokens[kid] for kid in noun.children if tokens[kid].dep in {"ccomp", "parataxis"}]
    return next((t for t in found if t.tag in _FINITE and _named(t, tokens)), None)


def _named(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether somebody named or an office is the subject of ``verb``."""
    subjects = [tokens[kid] for kid in verb.children if tokens[kid].dep in _SUBJECTS]
    return any(t.persons or t.mention is not None or t.pos == "PRON" for t in subjects)


def mend_quoted(tokens: Sequence[Token]) -> None:
    """Hang words in quotation marks on the verb right before them, where it says nothing else."""
    for clause in tokens:
        above = tokens[clause.head]
        if clause.dep not in _SAID or clause.i < above.i or not any(
            t.text in _QUOTES for t in tokens[above.i : clause.i]
        ):  # fmt: skip
            continue
        verb = _before_quote(clause, tokens)
        if verb is None or verb is above or not _below(verb, above, tokens):
            continue
        if any(tokens[kid].dep in {"ccomp", "obj", "xcomp"} for kid in verb.children):
            continue
        above.children.remove(clause.i)
        clause.head, clause.dep = verb.i, "ccomp"
        verb.children.append(clause.i)


def _before_quote(clause: Token, tokens: Sequence[Token]) -> Token | None:
    """The verb before the mark that opens the quotation ``clause`` stands in."""
    opening = next((t.i for t in reversed(tokens[: clause.i]) if t.text in _QUOTES), None)
    if opening is None or opening == 0:
        return None
    at = opening - 1
    while at > 0 and tokens[at].text in {",", ":"}:
        at -= 1
    verb = tokens[at]
    return verb if verb.pos == "VERB" and at < opening - 1 else None


def _below(token: Token, other: Token, tokens: Sequence[Token]) -> bool:
    for _ in tokens:
        if token is other:
            return True
        if token.head == token.i:
            return False
        token = tokens[token.head]
    return False
