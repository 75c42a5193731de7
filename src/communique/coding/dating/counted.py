"""Days counted from one engagement to another: "met X on Friday, two days after he called Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from communique.coding.dating.narrative import governor
from communique.coding.dating.times import DATED_OTHERWISE, HAPPENING, Calendar, common_precision
from communique.coding.engagements.drafts import Draft, When
from communique.language.annotations import Sentence
from communique.language.dates import DateExpression
from communique.language.grammar import Tree
from communique.model import Span, Status

Told = tuple[Draft, Draft]  # an engagement, and what one sentence tells of it


def count_days(groups: Sequence[Draft], calendar: Calendar) -> None:
    """Date the one of two engagements that a count of days joins to the other, by the other's day.

    Where the other is none of the page's engagements, the day that its sentence is told of stands
    for it: "the decision came two days after X met Y".
    """
    for expression, sentence in _counts(calendar):
        tree = Tree(sentence.tokens)
        mark = tree[sentence.moved[expression.start]]
        clause = tree.head(mark)
        if clause is None:
            continue
        within = {t.i for t in tree.subtree(clause) if clause in (t, governor(tree, t))}
        told = [
            (group, draft) for group in groups for draft in (group, *group.echoes)
            if draft.sentence is sentence and group.frame not in DATED_OTHERWISE
        ]  # fmt: skip
        below = [pair for pair in told if pair[1].trigger.i in within][:1]
        above = [pair for pair in told if pair[1].trigger.i not in within]
        _count(below, above, expression, calendar)


def _counts(calendar: Calendar) -> Iterator[tuple[DateExpression, Sentence]]:
    for sentence in calendar.analysis.sentences:
        for expression in calendar.analysis.dates:
            counted = expression.form.origin == "event" and expression.form.first is None
            if counted and expression.start in sentence.moved:
                yield expression, sentence


def _count(
    below: Sequence[Told], above: Sequence[Told], expression: DateExpression, calendar: Calendar
) -> None:
    """Count from the clause above to the one below, or back."""
    sign = expression.form.sign or 1
    for group, draft in below:
        known = _day(above) or _told_of(draft, calendar)
        if group.when.start is None and known is not None and above != below:
            group.when = _away(expression, -sign, *known, calendar)
            _side_of_now(group, calendar)
    known = _day(below)
    for group, _ in above:
        if group.when.start is None and known is not None:
            group.when = _away(expression, sign, *known, calendar)
            _side_of_now(group, calendar)


def _day(told: Sequence[Told]) -> tuple[date, tuple[Span, ...]] | None:
    for group, draft in told:
        for when in (draft.when, group.when):
            if when.start is not None and len(when.start) == 10:
                return date.fromisoformat(when.start), when.spans
    return None


def _told_of(draft: Draft, calendar: Calendar) -> tuple[date, tuple[Span, ...]] | None:
    scene = calendar.scenes.get(draft.sentence.index)
    if scene is None or scene.told is None:
        return None
    return scene.told.day, (scene.told.span,)


def _away(
    expression: DateExpression, sign: int, day: date, spans: tuple[Span, ...], calendar: Calendar
) -> When:
    form = replace(expression.form, origin="narrative", sign=sign)
    found = calendar.resolve_from(replace(expression, form=form), day)
    if found is None:
        return When()
    start = common_precision(found.start, found.end)
    words = calendar.analysis.span(expression.start, expression.end)
    worked = (f"counted from {day.isoformat()}",)
    return When(start, start, "resolved", "counted_from_another", worked, (words, *spans))


def _side_of_now(group: Draft, calendar: Calendar) -> None:
    """A day that is still to come is of something planned."""
    published, start = calendar.analysis.published, group.when.start
    if published is None or start is None or group.status not in HAPPENING:
        return
    if start > published.isoformat()[: len(start)]:
        group.status = Status.PLANNED
