"""Officials met in a state that somebody came to: "visited Togo, where he met the minister, X"."""

from __future__ import annotations

import re

from communique.language.annotations import Mention, MentionKind, Sentence

_ENTITIES = frozenset({MentionKind.STATE, MentionKind.PLACE})
# Towns that are no capital are where many meet.
_FORMS = frozenset({"name", "capital"})
_OPENED = re.compile(
    r"^(?:While |Then |Later,? |Also )?(?:in|during|upon|on|after|while|at)\b[^,]*$", re.IGNORECASE
)
_MET = re.compile(
    r"\b(?:meets?|met|meeting|(?:received|welcomed|greeted|hosted|met|briefed) by|called on|"
    r"calls on|(?:talks|discussions|meetings?|conversations?) with|conferred with|"
    r"spoke (?:to|with))\b"
)
_GATHERED = re.compile(
    r"\b(?:sidelines?|margins?|summits?|conference|assembly|forum|session|Council|UN|NATO)\b"
)


def met_there(sentence: Sentence, at: int) -> Mention | None:
    """The place of whose state an official without one is, whom somebody meets there."""
    mention = sentence.mentions[at]
    if not mention.offices or _GATHERED.search(sentence.text):
        return None
    places = [
        m for m in sentence.mentions[:at] if m.kind in _ENTITIES and m.form in _FORMS and m.state
    ]
    if not places:
        return None
    place = places[-1]
    before = sentence.text[: place.start - sentence.start].rstrip()
    between = sentence.text[place.end - sentence.start : mention.start - sentence.start]
    there = between.lstrip(", ").startswith("where ")
    opened = between.startswith(",") and _OPENED.match(before) is not None
    return place if (there or opened) and _MET.search(between) else None
