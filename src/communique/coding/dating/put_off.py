"""Days of a visit put or called off: when it was to be, and not when that was decided."""

from __future__ import annotations

from communique.coding.dating.narrative import governor, token_at
from communique.coding.dating.times import Calendar
from communique.coding.engagements.drafts import Draft
from communique.knowledge.frames import word_list
from communique.language.dates import DateExpression
from communique.language.grammar import Tree
from communique.model import Status

_DAY = len("2000-01-01")
_OFF = frozenset({Status.POSTPONED, Status.CANCELLED})


def leave_out_deciding(draft: Draft, calendar: Calendar) -> None:
    """ "On Sunday postponed his visit to Chad": Sunday is the day on which that was decided.

    A day that is named as the new one ("postponed to Sunday"), or that lies ahead, stays; where
    there is a new one, that for which it was first set goes.
    """
    if draft.status == Status.POSTPONED:
        draft.dates = [e for e in draft.dates if _new_day(e, draft)] or draft.dates
    if draft.status in _OFF:
        draft.dates = [e for e in draft.dates if not _of_deciding(e, draft, calendar)]


def _new_day(expression: DateExpression, draft: Draft) -> bool:
    """ "Set for Friday, has been moved to next week", "will not take place until July"."""
    tree = Tree(draft.sentence.tokens)
    token = token_at(tree, draft.sentence, expression)
    verb = governor(tree, token) if token is not None else None
    told = verb is not None and any(span.start == verb.start for span in draft.status_spans)
    return told and token is not None and tree.case(token) in word_list("new_days")


def _of_deciding(expression: DateExpression, draft: Draft, calendar: Calendar) -> bool:
    tree = Tree(draft.sentence.tokens)
    token = token_at(tree, draft.sentence, expression)
    verb = governor(tree, token) if token is not None else None
    if token is None or verb is None or tree.case(token) in word_list("bounding"):
        return False
    decided = any(span.start == verb.start for span in draft.status_spans)
    if not decided or verb.tag not in {"VBD", "VBN", "VBZ"} or verb.i == draft.trigger.i:
        return False
    found = calendar.resolve(expression, Status.UNDER_WAY)
    published = calendar.analysis.published
    day = found is not None and found.start == found.end and len(found.start) == _DAY
    return day and found is not None and published is not None and found.earliest <= published
