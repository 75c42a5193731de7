"""Who hosts somebody on a visit to come: the visit, and no talks beside it."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.status_merging import AHEAD
from communique.knowledge.frames import word_list
from communique.model import Kind, Role


def hosted_visit(draft: Draft, groups: Sequence[Draft]) -> Draft | None:
    """The visit to come that ``draft`` tells of.

    "X hosts Y" heads a page on which Y's visit is still to come; "will host Y on a state visit".
    """
    headline = draft.sentence.is_title and draft.present
    if draft.frame != "receive" or not (headline or hosts_visit(draft)):
        return None
    guests = {actor.key for actor in draft.actors(Role.GUEST)}
    for group in groups:
        beside = group.sentence is draft.sentence and group.trigger.head == draft.trigger.i
        theirs = {actor.key for actor in group.actors(Role.GUEST)}
        coming = group.kind == Kind.VISIT and group.status in AHEAD
        same_guest = not guests or not theirs or bool(guests & theirs)
        if coming and same_guest and draft.sides() <= group.sides() and (headline or beside):
            return group
    return None


def hosts_visit(draft: Draft) -> bool:
    """Whether ``draft`` is talks to come, told of by a verb of hosting."""
    return draft.status in AHEAD and draft.trigger.lemma in word_list("hosting")
