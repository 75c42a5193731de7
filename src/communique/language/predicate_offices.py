"""Offices that a sentence says somebody holds: "X became Malta's first ambassador"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from communique.language.annotations import MentionKind, Sentence

# What stands between a name and the office it is said to hold.
_BEING = re.compile(
    r",? (?:who )?(?:also |now |currently )?"
    r"(?:is|was|became|becomes|has become|has been|serves as|served as|acts as|acted as)"
    r"(?: also| now| currently)?(?: the| a| an)?(?: very)?(?: first| new| current| incoming)? $"
)


def give_offices_told(sentences: Sequence[Sentence]) -> None:
    """Give persons whom only a form of address introduces the office the sentence says is theirs.

    The office has to be somebody's: one of a state or body, and of one holder.
    """
    for sentence in sentences:
        for mention, behind in pairwise(sentence.mentions):
            if mention.kind is not MentionKind.PERSON or mention.offices:
                continue
            between = sentence.text[mention.end - sentence.start : behind.start - sentence.start]
            if behind.kind is not MentionKind.OFFICE or not _BEING.match(between):
                continue
            office = behind.offices[0]
            owned = office.state is not None or office.organization is not None
            if owned and not (office.plural or office.former or office.weak):
                mention.offices = [office]
