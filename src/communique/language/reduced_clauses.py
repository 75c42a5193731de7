"""Mends what was planned and then done: "the visit planned for Monday was cancelled".

The parser takes the first participle for the verb of the sentence, and the verb for a clause
beside it that has no subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.knowledge.frames import word_list
from communique.language.annotations import Token

_SUBJECT = frozenset({"nsubj", "nsubj:pass"})
_BESIDE = frozenset({"conj", "ccomp", "parataxis", "acl"})
_PASSIVE = frozenset({"was", "were", "been"})


def mend_reduced(tokens: Sequence[Token]) -> None:
    """Give a passive verb the subject that the participle before it has, and hang that participle
    on the subject."""
    for verb in tokens:
        planned = tokens[verb.head]
        if verb.dep not in _BESIDE or verb.tag != "VBN" or not 0 < planned.i < verb.i:
            continue
        kids = {tokens[kid].dep for kid in verb.children if kid < verb.i}
        passive = any(tokens[kid].lower in _PASSIVE for kid in verb.children)
        subject = _subject(planned, tokens)
        if passive and subject is not None and not kids & (_SUBJECT | {"cc", "mark"}):
            _turn(planned, verb, subject, tokens)


def _subject(planned: Token, tokens: Sequence[Token]) -> Token | None:
    """The noun that a participle without an auxiliary was given as its subject."""
    kids = [tokens[kid] for kid in planned.children]
    bare = not any(kid.dep.startswith(("aux", "cop", "obj")) for kid in kids)
    if not bare or planned.tag not in {"VBN", "VBD"} or planned.lemma not in word_list("coming"):
        return None
    found = [kid for kid in kids if kid.dep in _SUBJECT and kid.i < planned.i]
    return found[0] if len(found) == 1 and found[0].pos == "NOUN" else None


def _turn(planned: Token, verb: Token, subject: Token, tokens: Sequence[Token]) -> None:
    top = planned.head == planned.i
    planned.children.remove(verb.i)
    planned.children.remove(subject.i)
    if top:
        verb.head = verb.i
    else:
        tokens[planned.head].children.remove(planned.i)
        verb.head = planned.head
        tokens[planned.head].children.append(verb.i)
    verb.dep, planned.dep = planned.dep, "acl"
    subject.head, subject.dep, planned.head = verb.i, "nsubj:pass", subject.i
    planned.tag = "VBN"
    verb.children.append(subject.i)
    subject.children.append(planned.i)
    for one in (verb, subject):
        one.children.sort()
