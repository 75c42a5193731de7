"""Diaries: a day that stands as a head over what takes place on it, and "(to 4 March)" behind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from communique.coding.dating.times import UNDATING
from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.spoken import SPOKEN
from communique.knowledge.frames import word_list
from communique.knowledge.states import surface_forms
from communique.language.annotations import Analysis, MentionKind, Sentence
from communique.language.dates import DateExpression, Form, FormKind
from communique.model import Kind, Place, Role, Span, Status

# What may stand on a line beside the day that is its head.
_BEFORE = re.compile(r"(?:^|\n|(?:[-–—_*=]\s?){3,})[\s\-–—*•#|]*$")
_BEHIND = re.compile(r"[\s:.\-–—#|]*(?:$|\n|\*\*)")
_NEAR = 40
# What comes before the place that opens an item.
_BULLET = re.compile(r"[\s\-–—*•#|]+")
_PLACES = frozenset({MentionKind.STATE, MentionKind.PLACE})
# How many tokens a sentence has that only says where: "Rio de Janeiro."
_WHERE = 5
_DAYS = frozenset({FormKind.DATE, FormKind.NUMERIC, FormKind.SPAN, FormKind.WEEKDAY})
# A page with one such line may only be dated by it, unless its headline says that it is a diary.
_FEWEST = 2
_WORD = re.compile(r"[^\W\d_]+")


def keep_diary(drafts: Sequence[Draft], analysis: Analysis) -> None:
    """Give what a diary lists the day that stands over it, and the day that it goes on to.

    Only where its own words give no day. What is listed in the present tense is to come.
    """
    heads = _heads(analysis)
    starts = [head.start for head in heads]
    for draft in drafts:
        at = bisect_right(starts, draft.sentence.start)
        head = heads[at - 1] if at and not draft.sentence.is_title else None
        if head is None and draft.trigger.start > min(starts, default=draft.trigger.start):
            inside = bisect_right(starts, draft.trigger.start)
            head = heads[inside - 1] if not draft.sentence.is_title else None
        _date(draft, head, analysis)
        if head is not None:
            _put(draft, analysis)


def _heads(analysis: Analysis) -> list[DateExpression]:
    """The days that are all that their lines hold; none where there are not several."""
    text = analysis.text
    titles = [s for s in analysis.sentences if s.is_title]
    first = max((s.end for s in titles), default=0)
    found = [
        e for e in analysis.dates
        if e.start >= first and _is_day(e.form)
        and _BEFORE.search(text[max(0, e.start - _NEAR) : e.start])
        and _BEHIND.match(text[e.end : e.end + _NEAR])
    ]  # fmt: skip
    named = {word for s in titles for word in _WORD.findall(s.text.lower())}
    fewest = 1 if named & word_list("schedules") else _FEWEST
    return found if len(found) >= fewest else []


def _is_day(form: Form) -> bool:
    if form.kind is FormKind.SPAN:
        return form.first is not None and form.last is not None and _is_day(form.last)
    return form.kind in _DAYS and form.part is None


def _date(draft: Draft, head: DateExpression | None, analysis: Analysis) -> None:
    until = [e for e in analysis.dates if _goes_on_to(e, draft, analysis)]
    if until:
        draft.dates = [e for e in draft.dates if e not in until]
        if head is None and draft.kind == Kind.VISIT:
            draft.ends += until[:1]
    if head is None:
        return
    told = any(t.tag == "VBD" for t in draft.sentence.tokens)
    draft.listed = not told
    if any(e is not head and e.form.kind not in UNDATING for e in draft.dates):
        return
    if _last_day(draft, analysis):
        draft.dates = []
    elif until and head.form.kind is not FormKind.SPAN:
        draft.dates = [replace(head, form=Form(FormKind.SPAN, first=head.form, last=until[0].form))]
    else:
        draft.dates = [head]
    if draft.listed and draft.status in {Status.HELD, Status.UNDER_WAY}:
        draft.status = Status.PLANNED


def _goes_on_to(expression: DateExpression, draft: Draft, analysis: Analysis) -> bool:
    """ "Is on a visit to France (to 2 March)": the last day, in brackets of its own."""
    if not draft.trigger.start < expression.start < draft.sentence.end:
        return False
    before = analysis.text[: expression.start].rstrip().rpartition("(")[2].strip().lower()
    behind = analysis.text[expression.end : expression.end + 1]
    return behind == ")" and before in word_list("bracketed_until")


def _last_day(draft: Draft, analysis: Analysis) -> bool:
    """ "Pays a visit to China. (Final day)": the day of the head is the last one."""
    rest = analysis.text[draft.trigger.start : draft.sentence.end + _NEAR].lower()
    said = [rest.find(f"({words})") for words in word_list("final_days")]
    upto = draft.sentence.end - draft.trigger.start + 2
    return draft.kind == Kind.VISIT and any(0 <= at <= upto for at in said)


def _put(draft: Draft, analysis: Analysis) -> None:
    """Place ``draft`` where its item opens with a place: "LIMA - X lands for a state visit"."""
    found = _opening_place(draft.sentence, analysis)
    if found is None or draft.place is not None:
        return
    place, span = found
    if draft.kind != Kind.VISIT:
        draft.place, draft.place_spans = place, (span,)
        if draft.kind == Kind.CALL and draft.frame in SPOKEN:
            draft.kind = Kind.MEETING  # "LIMA - X talks to Y"
        return
    guests = {guest.side for guest in draft.actors(Role.GUEST)}
    if draft.destination is None and guests and place.state not in guests:
        draft.destination, draft.place, draft.place_spans = place.state, place, (span,)
        if not draft.actors(Role.HOST):
            token = draft.actors(Role.GUEST)[0].token
            host = Actor(token, state=place.state, spans=(span,), worked_from=place.name)
            draft.add(host, Role.HOST)


def _opening_place(sentence: Sentence, analysis: Analysis) -> tuple[Place, Span] | None:
    """The place at the head of the line of ``sentence``: "** CARACAS - ", "Brasília."."""
    item = [s for s in analysis.sentences if s.block == sentence.block]
    mentions = item[0].mentions
    if item[0] is not sentence and mentions and mentions[0].kind in _PLACES:
        mention = mentions[0]
        if len(item[0].tokens) <= _WHERE and mention.start == item[0].start and mention.state:
            place = Place(mention.text, mention.city, mention.state)
            return place, analysis.span(mention.start, mention.end)
    line = analysis.text.rfind("\n", 0, item[0].start) + 1
    if item[0] is not sentence or line == sentence.start:
        return None
    bullet = _BULLET.match(analysis.text, line)
    begin = bullet.end() if bullet is not None else line
    name = analysis.text[begin : sentence.start].rstrip(" -–—:")
    name = name.title() if name.isupper() else name
    form = surface_forms().get(name)
    if form is None or not form.candidates or form.candidates[0].kind == "organization":
        return None
    state = form.candidates[0].id
    return Place(name, name, state), analysis.span(begin, begin + len(name))
