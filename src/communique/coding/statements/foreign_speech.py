"""Which statements of a page without any engagement are of foreign affairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.statements.statement_drafts import StatementDraft
from communique.language.annotations import Analysis, MentionKind, Sentence
from communique.model import Act

# Offices that speak for a state abroad; "official" may be a bank's governor or a coach.
_STATE_OFFICES = frozenset(
    {
        "head_of_state", "head_of_government", "foreign_minister", "party_leader", "minister",
        "deputy", "diplomat", "military", "spokesperson", "royal",
    }
)  # fmt: skip

# Acts done to somebody, who may stand anywhere in the sentence: "on the floods in X, offered".
_TO_SOMEBODY = frozenset({Act.CONDOLE, Act.CONGRATULATE, Act.THANK, Act.WISH, Act.INVITE})


def of_foreign_affairs(
    drafts: Sequence[StatementDraft], unread: Sequence[Sentence], analysis: Analysis
) -> list[StatementDraft]:
    """Those of ``drafts`` that somebody makes for a state to or about another state, with what
    the same speaker goes on to say there and in the paragraphs that follow.

    Where ``unread``, the sentences that look like an engagement, name two states, or on a page of
    several one from abroad or envoys, the page has an engagement not read, and all are kept.
    """
    if any(len(set(_named(s, s.start, s.end))) > 1 for s in unread):
        return list(drafts)
    several = len({m.state for m in analysis.mentions() if m.state is not None}) > 1
    if several and any(_from_abroad(s, analysis.home_state) for s in unread):
        return list(drafts)
    kept: list[StatementDraft] = []
    for draft in drafts:
        if _crosses(draft) or (kept and _goes_on(kept[-1], draft)):
            kept.append(draft)
    return kept


def _from_abroad(sentence: Sentence, home: str | None) -> bool:
    """Whether ``sentence`` names another state than the page's own, or envoys of any."""
    envoys = any(o.kind == "diplomat" and o.plural for m in sentence.mentions for o in m.offices)
    named = set(_named(sentence, sentence.start, sentence.end))
    return envoys or (home is not None and bool(named - {home}))


def _crosses(draft: StatementDraft) -> bool:
    if draft.joint and not draft.speakers:
        return False
    sides = {actor.side for actor in draft.speakers if _for_state(actor)} - {None}
    return len(sides) > 1 or (bool(sides) and any(s not in sides for s in _spoken_of(draft)))


def _for_state(actor: Actor) -> bool:
    person = actor.person
    if person is None:
        return actor.state is not None
    if person.organization is not None:
        return True
    return person.state is not None and bool(person.office_kinds & _STATE_OFFICES)


def _spoken_of(draft: StatementDraft) -> Iterator[str]:
    """The sides whom the words said name, or to whom they are said."""
    if draft.addressee is not None and draft.addressee.side is not None:
        yield draft.addressee.side
    for start, end in _said(draft):
        yield from _named(draft.sentence, start, end)
    if draft.act in _TO_SOMEBODY:
        yield from _named(draft.sentence, draft.sentence.start, draft.sentence.end)


def _said(draft: StatementDraft) -> Iterator[tuple[int, int]]:
    for span in draft.content:
        yield span.start, span.end


def _named(sentence: Sentence, start: int, end: int) -> Iterator[str]:
    for mention in sentence.mentions:
        if mention.start < start or mention.end > end or mention.kind is MentionKind.PLACE:
            continue
        person = mention.person
        state = mention.state if person is None else person.state
        if state and (person is None or person.offices):
            yield state


def _goes_on(last: StatementDraft, draft: StatementDraft) -> bool:
    """Whether the speaker goes on where ``last`` was said, or in the next paragraph."""
    same = [a.key for a in last.speakers] == [a.key for a in draft.speakers]
    return same and 0 <= draft.sentence.block - last.sentence.block <= 1
