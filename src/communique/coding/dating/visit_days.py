"""The first and last day of a visit: "on the second day of his visit", "until Friday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from communique.coding.dating.narrative import governor, time_of
from communique.coding.dating.times import Calendar
from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.status_merging import OFF
from communique.knowledge.frames import load_frames
from communique.language.annotations import Token
from communique.language.dates import DateExpression, FormKind
from communique.language.dates.lexicon import load_lexicon
from communique.language.grammar import Tree
from communique.model import Kind, Span, Status

_LONGEST = 14
_DAY = len("2000-01-01")
_GOALS = frozenset({"name", "capital", "city"})


def count_visit_days(groups: Sequence[Draft], calendar: Calendar) -> None:
    """Move the start of a visit back to its first day where the page counts its days."""
    for group in groups:
        if group.kind != Kind.VISIT or group.status not in {Status.HELD, Status.UNDER_WAY}:
            continue
        for draft in (group, *group.echoes):
            found = _counted(draft, group, calendar)
            if found is not None:
                group.when = replace(
                    group.when, start=found[0].isoformat(), basis="resolved",
                    rule="days_of_visit", spans=group.when.spans or found[1],
                )  # fmt: skip
                if group.status == Status.UNDER_WAY and group.when.end == group.when.start:
                    group.when.end = None
                break


def date_by_day(groups: Sequence[Draft], calendar: Calendar) -> None:
    """ "On the second day of the visit he will meet X": counted from the visit's first."""
    for group in groups:
        if group.kind == Kind.VISIT or group.when.start is not None:
            continue
        for draft in (group, *group.echoes):
            number = _told_on_day(Tree(draft.sentence.tokens), draft.trigger)
            visit = _visit_around(group, groups) if number is not None else None
            if number is None or visit is None or visit.when.start is None:
                continue
            day = date.fromisoformat(visit.when.start) + timedelta(days=number - 1)
            last = visit.when.end or ""
            if visit.when.start == last or day.isoformat() <= last or len(last) < _DAY:
                when = visit.when
                group.when = replace(
                    when, start=day.isoformat(), end=day.isoformat(), basis="resolved",
                    rule="day_of_visit",
                )  # fmt: skip
                break


def _told_on_day(tree: Tree, trigger: Token) -> int | None:
    """Which day of a stay the clause of ``trigger`` names: "on the first day"."""
    verb = governor(tree, trigger)
    for token in tree.tokens:
        if token.lemma == "day" and tree.case(token) == "on" and governor(tree, token) is verb:
            return _ordinal(tree, token)
    return None


def _visit_around(group: Draft, groups: Sequence[Draft]) -> Draft | None:
    """The visit, dated to the day, of one who takes part, to another's state."""
    for visit in groups:
        dated = len(visit.when.start or "") == _DAY and visit.status not in OFF
        there = visit.kind == Kind.VISIT and visit.destination in group.sides()
        if there and dated and visit.persons() & group.persons():
            return visit
    return None


def close_visits(groups: Sequence[Draft], calendar: Calendar) -> None:
    """Give a visit the last day that the page names for it: "will last until Friday"."""
    for group in groups:
        ends = [e for draft in (group, *group.echoes) for e in draft.ends]
        if group.kind != Kind.VISIT or not ends:
            continue
        found = calendar.when(ends, Status.PLANNED)
        start, last = group.when.start, found.end
        if start is not None and last is not None and len(last) == 10 and last >= start:
            group.when = replace(
                group.when, end=last, spans=tuple(dict.fromkeys((*group.when.spans, *found.spans)))
            )


def still_there(groups: Sequence[Draft], calendar: Calendar) -> None:
    """ "His visit, from 8 to 10 January, is the first": not over on the page's day within."""
    published = calendar.analysis.published
    for group in groups if published is not None else ():
        start, end = group.when.start or "", group.when.end or ""
        days = len(start) == len(end) == _DAY
        held = group.kind == Kind.VISIT and group.status == Status.HELD
        if held and days and start <= str(published) < end:
            group.status = Status.UNDER_WAY


def date_stops(groups: Sequence[Draft], calendar: Calendar) -> None:
    """ "In Oslo (21-22 July), the Secretary will meet X": the days of the stop there, on a page
    that tells of the whole journey's days or of none."""
    stops: dict[str, list[DateExpression]] = {}
    text = calendar.analysis.text
    for sentence in calendar.analysis.sentences:
        for mention in sentence.mentions:
            for day in calendar.analysis.dates if mention.state and mention.form in _GOALS else ():
                bracketed = (
                    text[mention.end : day.start] == " (" and text[day.end : day.end + 1] == ")"
                )
                if bracketed:
                    stops.setdefault(mention.state or "", []).append(day)
    for group in groups:
        days = stops.get(group.destination or "", [])
        whole = group.when.start is None or _longer(group)
        if group.kind == Kind.VISIT and whole and len(days) == 1 and days[0] not in group.dates:
            found = calendar.when(days, group.status)
            if found.start is not None and len(found.start) == _DAY:
                group.when, group.dates = found, list(days)


def _longer(group: Draft) -> bool:
    return group.when.start != group.when.end


def _counted(
    draft: Draft, group: Draft, calendar: Calendar
) -> tuple[date, tuple[Span, ...]] | None:
    """The first day and the words it is counted from."""
    tree = Tree(draft.sentence.tokens)
    scene = calendar.scenes.get(draft.sentence.index)
    number = _nth_day(tree, draft.trigger)
    verb = governor(tree, draft.trigger)
    if verb is not None and time_of(tree, verb) == "ahead":
        return None  # "on the second day of the visit he will meet X"
    if number is not None and scene is not None and scene.told is not None:
        return scene.told.day - timedelta(days=number - 1), (scene.told.span,)
    length, end = _length(draft, calendar), group.when.end
    over = _ends(tree, draft.trigger) or group.when.rule == "left_on"
    over = over and group.when.start == end and len(end or "") == 10
    if length is None or not over or end is None:
        return None
    return date.fromisoformat(end) - timedelta(days=length - 1), group.when.spans


def _nth_day(tree: Tree, visit: Token) -> int | None:
    """Which day of the visit a sentence is told of."""
    day = tree.head(visit)
    if day is None or day.lemma != "day" or tree.case(visit) != "of":
        return None
    return _ordinal(tree, day)


def _ordinal(tree: Tree, day: Token) -> int | None:
    ordinals = load_lexicon("en").slots["day_word"].values
    for kid in tree.kids(day, "amod"):
        number = ordinals.get(kid.lower)
        if isinstance(number, int) and number <= _LONGEST:
            return number
    return None


def _length(draft: Draft, calendar: Calendar) -> int | None:
    """The days of a "two-day visit"."""
    for expression in calendar.analysis.dates:
        form = expression.form
        inside = draft.sentence.start <= expression.start <= draft.trigger.start
        days = form.kind is FormKind.DURATION and form.unit == "day" and form.count is not None
        if inside and days and expression.end >= draft.trigger.start - 30:
            return form.count if (form.count or 0) <= _LONGEST else None
    return None


def _ends(tree: Tree, visit: Token) -> bool:
    """Whether the visit is told to have ended: "concluded on Tuesday his two-day visit"."""
    head = tree.head(visit)
    ending = load_frames("en").grammar.status["ending_verbs"]
    return head is not None and head.lemma in ending
