"""Mends asides between a subject and its verb: "X, praising the plan, said that it would work".

The parser may give the subject to the aside, and takes the aside for what was said.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.annotations import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LOST = frozenset({"ccomp", "advcl", "csubj", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})


def mend_asides(tokens: Sequence[Token]) -> None:
    """Give the subject before a participle between commas to the main verb right behind it."""
    for aside in tokens:
        if aside.tag != "VBG" or aside.dep not in _LOST or aside.head <= aside.i:
            continue
        verb = tokens[aside.head]
        subject = next((tokens[kid] for kid in aside.children if tokens[kid].dep == "nsubj"), None)
        if subject is None or verb.tag not in _FINITE or not _parted(subject, aside, verb, tokens):
            continue
        if any(tokens[kid].dep in _SUBJECTS and kid != aside.i for kid in verb.children):
            continue
        aside.children.remove(subject.i)
        subject.head = verb.i
        verb.children.append(subject.i)
        aside.dep = "advcl"


def _parted(subject: Token, aside: Token, verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether commas stand before the participle and right before the verb."""
    if not subject.i < aside.i < verb.i:
        return False
    before = any(t.lower == "," for t in tokens[subject.i + 1 : aside.i])
    near = tokens[max(aside.i, verb.i - 3) : verb.i]
    behind = [t for t in near if t.lower == ","]
    adverbs = all(t.pos == "ADV" for t in near if behind and t.i > behind[-1].i)
    return before and bool(behind) and adverbs
