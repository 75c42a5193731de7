""" "Is visiting Nepal", said of a visit that the page has begin on a day to come."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.status_merging import goal
from communique.language.annotations import Analysis
from communique.model import Kind, Role, Status


def settle_arrangements(drafts: Sequence[Draft], analysis: Analysis) -> None:
    """Make planned what a present participle tells of a visit that elsewhere lies ahead.

    ``drafts`` are dated. Where the page has the guest arrive, or dates both, nothing changes.
    """
    published = analysis.document.published
    visits = [d for d in drafts if d.kind == Kind.VISIT]
    ahead = [
        v for v in visits if v.status == Status.PLANNED and (v.when.start or "") > str(published)
    ]
    for visit in visits if published is not None else ():
        going = any(span.quote.endswith("ing") for span in visit.status_spans)
        if visit.status != Status.UNDER_WAY or visit.when.start is not None or not going:
            continue
        there = any(_same_guest(v, visit) and v.frame == "arrive" for v in visits)
        if not there and any(_same_guest(v, visit) for v in ahead):
            visit.status = Status.PLANNED


def _same_guest(one: Draft, other: Draft) -> bool:
    guests = [{a.key for a in visit.actors(Role.GUEST)} for visit in (one, other)]
    return bool(guests[0] & guests[1]) and goal(one) == goal(other)
