"""The first and last day of a visit: "on the second day of his visit", "until Friday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from communique.coding.dating.times import Calendar
from communique.coding.engagements.drafts import Draft
from communique.knowledge.frames import load_frames
from communique.language.annotations import Token
from communique.language.dates import FormKind
from communique.language.dates.lexicon import load_lexicon
from communique.language.grammar import Tree
from communique.model import Kind, Span, Status

_LONGEST = 14


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


def _counted(
    draft: Draft, group: Draft, calendar: Calendar
) -> tuple[date, tuple[Span, ...]] | None:
    """The first day and the words it is counted from."""
    tree = Tree(draft.sentence.tokens)
    scene = calendar.scenes.get(draft.sentence.index)
    number = _nth_day(tree, draft.trigger)
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
    ordinals = load_lexicon("en").slots["day_word"].values
    day = tree.head(visit)
    if day is None or day.lemma != "day" or tree.case(visit) != "of":
        return None
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
