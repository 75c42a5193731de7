"""Lists: a line that ends in a colon says what happened, each line below it with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.coding.dating.date_owners import assign_dates
from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.engagements.arguments import ArgumentFiller
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.coding.engagements.status import StatusReader
from communique.coding.engagements.triggers import Trigger, TriggerFinder
from communique.coding.places.places import PlaceReader
from communique.knowledge.frames import Frames
from communique.language.annotations import Analysis, Mention, MentionKind, Sentence, Token
from communique.language.grammar import Tree
from communique.model import Kind, Role

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[-–—•*·▪◦●]|\(?\d{1,2}[.)]|[a-z]\))?\s*(?:The |HE |H\.E\. |Mr |Ms )?")
_LONGEST_ITEM = 160
_KINDS = frozenset({Kind.MEETING, Kind.CALL, Kind.VIDEO_CALL, Kind.CONSULTATION})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# A list has more than one line.
_FEWEST = 2


def listed_engagements(analysis: Analysis, frames: Frames) -> list[Draft]:
    """One draft for each person listed below a line such as "X held bilateral meetings with:"."""
    found: list[Draft] = []
    for lead in analysis.sentences:
        head = analysis.text[lead.start : lead.end].partition("\n")[0].rstrip()
        if lead.is_title or not head.endswith(":"):
            continue
        items = list(_items(analysis, lead, lead.start + len(head)))
        if len(items) >= _FEWEST:
            found += _drafts(lead, items, analysis, frames)
    return found


def _items(analysis: Analysis, lead: Sentence, at: int) -> Iterator[Actor]:
    """Those whose names begin the lines below ``at``, until a line begins otherwise."""
    starts = {m.start: m for m in analysis.mentions() if m.kind is MentionKind.PERSON}
    for line in _LINE.finditer(analysis.text, at):
        if line.start() <= at:
            continue
        bullet = _BULLET.match(line.group())
        begin = line.start() + (bullet.end() if bullet is not None else 0)
        mention = starts.get(begin)
        if mention is None or len(line.group()) > _LONGEST_ITEM:
            if line.group().strip():
                return
            continue
        token = _token(analysis, mention, line.end())
        if token is None or mention.person is None:
            return
        span = analysis.span(mention.start, mention.end)
        office = mention.offices[0].text if mention.offices else None
        yield Actor(token, person=mention.person, office=office, spans=(span,))


def _token(analysis: Analysis, mention: Mention, end: int) -> Token | None:
    """The token of ``mention``, None where its line goes on to say something of its own."""
    for sentence in analysis.sentences:
        if sentence.start <= mention.start < sentence.end:
            line = [t for t in sentence.tokens if mention.start <= t.start < end]
            if any(t.tag in _FINITE for t in line):
                return None
            return next((t for t in line if t.mention is mention), None)
    return None


def _drafts(
    lead: Sentence, items: Sequence[Actor], analysis: Analysis, frames: Frames
) -> list[Draft]:
    for draft, trigger in _told(lead, analysis, frames):
        roles = trigger.frame.roles
        own = [p for p in draft.parties if p.actor.person is not None]
        own = own[:1] or _told_of(lead, analysis, roles.get("subject"))
        others = roles.get("object") or roles.get("with") or Role.PARTICIPANT
        if own:
            return [
                draft.another([*own, DraftParty(item, Role(others))])
                for item in items
                if item.side is not None and item.side != own[0].actor.side
            ]  # fmt: skip
    return []


def _told(lead: Sentence, analysis: Analysis, frames: Frames) -> Iterator[tuple[Draft, Trigger]]:
    """What each trigger of ``lead`` says by itself, its list left out."""
    tree = Tree(lead.tokens)
    reader = ActorReader(analysis, tree)
    for trigger in TriggerFinder(tree, frames).find():
        status = StatusReader(tree, frames.grammar).read(trigger).status
        if trigger.frame.kind not in _KINDS or status is None:
            continue
        told = analysis.span(trigger.token.start, trigger.token.end)
        draft = Draft(
            trigger.frame.kind, status, trigger.frame.id, lead, trigger.token,
            kind_spans=[told], status_spans=[told], prominence=0,
        )  # fmt: skip
        ArgumentFiller(tree, reader).fill(draft, trigger)
        PlaceReader(analysis, tree).read(draft, trigger)
        assign_dates([(draft, trigger)], lead, tree, analysis)
        yield draft, trigger


def _told_of(lead: Sentence, analysis: Analysis, role: str | None) -> list[DraftParty]:
    """The office-holder named last before ``lead``: "among those received were:"."""
    for sentence in reversed(analysis.sentences[: lead.index]):
        for token in sentence.tokens:
            mention = token.mention
            if mention is None or mention.kind is not MentionKind.PERSON:
                continue
            if mention.person is not None and (mention.offices or mention.person.known):
                span = analysis.span(mention.start, mention.end)
                actor = Actor(token, person=mention.person, spans=(span,))
                return [DraftParty(actor, Role(role or Role.PARTICIPANT))]
    return []
