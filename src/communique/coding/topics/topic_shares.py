"""Which talks of a page each topic belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.drafts import Draft
from communique.coding.statements.statement_drafts import StatementDraft
from communique.coding.topics.topics import TopicHit, Topics
from communique.language.annotations import Sentence
from communique.model import Kind, Span, Status

_TALKS = frozenset({Kind.MEETING, Kind.CALL, Kind.VIDEO_CALL, Kind.CONSULTATION, Kind.SUMMIT})


def share_topics(
    found: Topics,
    sentences: Sequence[Sentence],
    statements: Sequence[StatementDraft],
    groups: Sequence[Draft],
    carrier: Draft | None,
) -> dict[int, dict[str, Span]]:
    """The topics of each group of ``groups`` by its identity, each with its first words.

    ``sentences`` are the page's; ``carrier`` is the engagement that carries its statements: all
    are the carrier's where people talk nowhere else; without a carrier there are none.
    """
    if carrier is None:
        return {}
    talks = [g for g in groups if g is carrier or _holds_talks(g, carrier)]
    shared: dict[int, dict[str, Span]] = {id(g): {} for g in groups}
    order = sorted(found.by_sentence)
    for index in order:
        for hit in found.by_sentence[index]:
            owners = _owners(hit, sentences[index], statements, talks, carrier)
            for group in _with_kin(owners, talks, carrier):
                shared[id(group)].setdefault(hit.topic, hit.span)
    return shared


def _holds_talks(group: Draft, carrier: Draft) -> bool:
    """No visit, and no later meeting of the carrier's own persons: what these will talk about
    they talk about now."""
    ahead = group.status in {Status.PLANNED, Status.PROPOSED}
    again = bool(group.persons()) and group.persons() <= carrier.persons()
    return group.kind != Kind.VISIT and not (ahead and again and carrier.kind in _TALKS)


def _with_kin(owners: Sequence[Draft], talks: Sequence[Draft], carrier: Draft) -> Sequence[Draft]:
    """What is signed beside talks of the same persons is a topic of these talks too."""
    kin = [carrier] if any(_same_sides(owner, carrier) for owner in owners) else []
    kin += [
        talk for talk in talks
        for owner in owners
        if owner.kind not in _TALKS and talk.kind in _TALKS and (talk.main or talk is carrier)
        and talk.persons() & owner.persons()
    ]  # fmt: skip
    return [*owners, *kin]


def _same_sides(group: Draft, carrier: Draft) -> bool:
    """Whether nobody takes part in ``group`` who is not at the carrier's table."""
    return group.persons() <= carrier.persons()


def _owners(
    hit: TopicHit, sentence: Sentence, statements: Sequence[StatementDraft], talks: Sequence[Draft],
    carrier: Draft,
) -> Sequence[Draft]:  # fmt: skip
    index, block = sentence.index, sentence.block
    if len(talks) < 2:
        return [carrier]
    here = [g for g in talks if any(s.index == index and not s.is_title for s in _told_in(g))]
    if len(here) > 1:
        before = [g for g in here if _trigger(g, index) <= hit.span.start]
        return [max(before, key=lambda g: _trigger(g, index))] if before else here
    if here:
        return here
    speakers = {
        id(actor.person)
        for draft in statements if draft.sentence.index == index
        for actor in draft.speakers if actor.person is not None
    }  # fmt: skip
    latest = _latest(index, block, speakers, talks, carrier)
    return latest if carrier in latest else [*latest, carrier]


def _latest(
    index: int, block: int, speakers: set[int], talks: Sequence[Draft], carrier: Draft
) -> list[Draft]:
    """The talks told last before the sentence among which its speakers were; a background
    engagement only holds what its own paragraph goes on to say."""
    best, at = [carrier], -1
    for group in talks:
        if speakers and not speakers <= group.persons():
            continue
        for sentence in _told_in(group):
            near = group.main or group is carrier or sentence.block == block
            if not near or sentence.is_title or not at <= sentence.index < index:
                continue
            best = [*best, group] if sentence.index == at else [group]
            at = sentence.index
    return best


def _told_in(group: Draft) -> list[Sentence]:
    return [draft.sentence for draft in (group, *group.echoes)]


def _trigger(group: Draft, index: int) -> int:
    """Where ``group`` is told in the sentence of ``index``."""
    return min(
        draft.trigger.start for draft in (group, *group.echoes) if draft.sentence.index == index
    )
