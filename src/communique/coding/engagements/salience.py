"""Which engagements a page is there to report, and which it only mentions."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.drafts import Draft
from communique.knowledge.frames import word_list
from communique.model import Kind, Status

_LEAD_SENTENCES = 2
# What a page first speaks of so many sentences behind its first one is not what it reports.
_FAR = 7
_HAPPENING = frozenset(
    {Status.HELD, Status.UNDER_WAY, Status.POSTPONED, Status.CANCELLED, Status.PLANNED}
)


def settle_main(groups: Sequence[Draft], first_body: int) -> None:
    """Mark the main engagements: what headline and lead report as their own news.

    ``first_body`` is the index of the first sentence after the headline.
    """
    if not groups:
        return
    ranked = [(group, _rank(group, first_body)) for group in groups]
    best = min(rank for _, rank in ranked)
    for group, rank in ranked:
        group.main = rank == best or (rank <= 2 and best <= 2 and group.status in _HAPPENING)
        letters = group.kind == Kind.LETTER and any(d.listed for d in (group, *group.echoes))
        group.main |= letters  # those that a round-up tells of, one by one
    if any(group.main and not group.recalled for group in groups):
        for group in groups:
            group.main &= not group.recalled  # what lies weeks back is not the page's news
    for group in groups:
        group.main &= not _by_the_way(group, first_body)


def _by_the_way(group: Draft, first_body: int) -> bool:
    """Whether a page that has other news comes to speak of an engagement only further on: late,
    or of what had gone before."""
    if group.history:
        return True
    told = min((group, *group.echoes), key=lambda draft: _rank_of(draft, group, first_body))
    position = told.sentence.index - first_body
    if told.sentence.is_title or position < _LEAD_SENTENCES:
        return False
    return group.recalled or position >= _FAR or (told.prominence == 0 and _had_gone_before(told))


def _had_gone_before(draft: Draft) -> bool:
    """ "X had received Y on Friday": told in the past perfect."""
    said = next((span.start for span in draft.status_spans), draft.trigger.start)
    tokens = draft.sentence.tokens
    verb = next((t.i for t in tokens if t.start == said), draft.trigger.i)
    return any(t.head == verb and t.lower == "had" for t in tokens)


def _rank(group: Draft, first_body: int) -> int:
    """The lowest rank among a group's reports; small is prominent."""
    return min(_rank_of(draft, group, first_body) for draft in (group, *group.echoes))


def _rank_of(draft: Draft, group: Draft, first_body: int) -> int:
    proposed = group.status == Status.PROPOSED
    if draft.sentence.is_title:
        near = draft.prominence <= 1 and draft.relation != "after"
        return 2 + 4 * proposed if near else 4 + 4 * proposed
    position = draft.sentence.index - first_body
    # what was signed or played at talks stands in the second sentence, and is not why they met
    lead = 1 if group.kind == Kind.CEREMONY else _LEAD_SENTENCES
    rank = 0 if position < lead else 3 + min(position, 20)
    side = draft.prominence + (2 if draft.relation == "during" and group.kind == Kind.VISIT else 0)
    side += 2 if draft.relation in {"before", "after"} or _once_before(draft) else 0
    return 1 + rank + min(side, 6) * 2 + 6 * proposed


def _once_before(draft: Draft) -> bool:
    """ "Has previously visited Chad": what went before the page's news."""
    at = draft.trigger.i
    return any(
        t.head == at and t.dep == "advmod" and t.lower in word_list("once_before")
        for t in draft.sentence.tokens
    )
