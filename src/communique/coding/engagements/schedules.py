"""Schedules: each line says with whom or where, the headline whose schedule it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.knowledge.frames import word_list
from communique.language.annotations import Analysis, Person, Sentence, Token
from communique.language.dates import FormKind
from communique.language.voices import alone
from communique.model import Kind, Role, Status

_WORD = re.compile(r"[^\W\d_]+")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DAYS = frozenset({FormKind.DATE, FormKind.WEEKDAY, FormKind.NUMERIC})
_TALKS = frozenset({Kind.MEETING, Kind.CALL, Kind.VIDEO_CALL, Kind.CONSULTATION})


def take_owner(drafts: Sequence[Draft], analysis: Analysis) -> None:
    """Add whose schedule the page is to those lines without a verb that lack a side."""
    title = _headline(analysis)
    owner = _owner(title, analysis) if title is not None else None
    if owner is None:
        return
    for draft in drafts:
        finite = any(t.tag in _FINITE for t in draft.sentence.tokens)
        if draft.denied or finite or draft.sentence.is_title:
            continue
        _complete(draft, owner)
        inside = [
            d for d in analysis.dates if d.form.kind in _DAYS and _within(d.start, draft.sentence)
        ]
        if inside and all(d.end <= draft.trigger.start for d in inside):
            draft.dates, draft.status = draft.dates or inside, Status.PLANNED


def plan_schedule(groups: Sequence[Draft], analysis: Analysis) -> None:
    """What a schedule lists is to come, unless its day is over or its line tells it as past."""
    titled = _headline(analysis) is not None
    published = (analysis.document.published or "")[:10]
    for group in groups:
        listed = any(draft.listed for draft in (group, *group.echoes))
        if not (titled or listed) or group.kind == Kind.LETTER:
            continue
        told = [draft.sentence for draft in (group, *group.echoes)]
        past = any(t.tag == "VBD" for sentence in told for t in sentence.tokens)
        over = published > (group.when.start or "9")
        if group.status in {Status.HELD, Status.UNDER_WAY} and not past and not over:
            group.status = Status.PLANNED
        group.main |= listed and not over  # all that a diary lists is what it is there to tell


def _within(offset: int, sentence: Sentence) -> bool:
    return sentence.start <= offset < sentence.end


def _headline(analysis: Analysis) -> Sentence | None:
    """The headline of a page that is a schedule, None on other pages."""
    title = next((s for s in analysis.sentences if s.is_title), None)
    said = set(_WORD.findall(title.text.lower())) if title is not None else set()
    return title if said & word_list("schedules") else None


def _complete(draft: Draft, owner: Actor) -> None:
    sides = draft.sides()
    if draft.kind in _TALKS and len(sides) == 1 and owner.side not in sides:
        draft.parties.append(DraftParty(owner, Role.PARTICIPANT))
        return
    abroad = draft.destination not in {None, owner.side}
    if draft.kind == Kind.VISIT and abroad and not draft.actors(Role.GUEST):
        draft.parties.append(DraftParty(owner, Role.GUEST))


def _owner(title: Sentence, analysis: Analysis) -> Actor | None:
    """Whom the headline names, else the office-holder whose name stands on a line of its own."""
    lines = [s for s in analysis.sentences if not s.is_title]
    for sentence in (title, *lines):
        person = alone(sentence, lines) if sentence is not title else None
        for token in sentence.tokens:
            named = _named(token)
            if named is not None and (sentence is title or named is person):
                span = analysis.span(token.start, token.end)
                return Actor(token, person=named, spans=(span,))
    return None


def _named(token: Token) -> Person | None:
    person = token.mention.person if token.mention is not None else None
    return person if person is not None and person.state is not None else None
