"""Whose Prime Minister "the Prime Minister" is on a page that gives neither name nor state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from communique.language.annotations import MentionKind, Person, Sentence

_LEADING = frozenset({"head_of_state", "head_of_government"})
# The seat of a government tells more than a state's name, which tells of many things.
_TELLING = ("seat", "name")


def owner_of_page(sentences: Sequence[Sentence], people: Sequence[Person], kind: str) -> str | None:
    """The state whose head of state or government a page means by the bare office.

    The one whose seat of power it names ("from Downing Street"), else the one that it names most
    often of those of which it names nobody: "The Prime Minister spoke to X of Ireland. They
    discussed relations between the United Kingdom and Ireland".
    """
    if kind not in _LEADING:
        return None
    named = [p for p in people if any(m.kind is MentionKind.PERSON for m in p.mentions)]
    others = {person.state for person in named if person.state}
    mentions = [m for s in sentences for m in s.mentions if m.state and m.state not in others]
    for form in _TELLING:
        counts = Counter(m.state for m in mentions if m.form == form).most_common(2)
        if counts and (len(counts) == 1 or counts[0][1] > counts[1][1]):
            return counts[0][0]
    return None
