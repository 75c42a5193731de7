"""When: each engagement's dates, from the expressions that its words govern."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from communique.coding.drafts import Draft, When
from communique.coding.triggers import Trigger
from communique.knowledge.frames import word_list
from communique.language.annotations import Analysis, Sentence, Token
from communique.language.dates import (
    Anchor,
    DateExpression,
    FormKind,
    ResolvedDate,
    YearEvidence,
    infer_page_year,
    resolve,
)
from communique.language.grammar import Tree
from communique.model import DateBasis, Kind, Status

_UNDATING = frozenset(
    {FormKind.VAGUE, FormKind.DURATION, FormKind.CLOCK, FormKind.PART_OF_DAY,
     FormKind.NOT_A_DATE, FormKind.ANNIVERSARY, FormKind.DECADE}
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Frames whose verb's day is not the engagement's: one invites today to a visit some day.
_DATED_OTHERWISE = frozenset({"invite_to"})
# What is under way began no longer ago than this many days.
_FAR = 60
_HAPPENING = frozenset({Status.HELD, Status.UNDER_WAY})
_DAY_KINDS = frozenset(
    {FormKind.DATE, FormKind.WEEKDAY, FormKind.OFFSET, FormKind.NUMERIC, FormKind.PART_OF_DAY}
)
# "the September session": a date before a noun belongs to that noun.
_PRENOMINAL = frozenset({"compound", "amod", "nmod:poss", "nmod:desc"})
_FUTURE = frozenset({Status.PLANNED, Status.PROPOSED, Status.POSTPONED, Status.CANCELLED})


class Calendar:
    """Resolves expressions of one page."""

    def __init__(self, analysis: Analysis, year: YearEvidence | None) -> None:
        """``year`` is what the page itself tells of its year, where no publication date does."""
        self.analysis = analysis
        self.year = year
        self.dateline = self._dateline()

    def _dateline(self) -> date | None:
        span = self.analysis.document.dateline_date
        if span is None:
            return None
        for expression in self.analysis.dates:
            if span.start <= expression.start < span.end:
                found = resolve(expression, self._anchor("past", None))
                if found is not None and len(found.start) == 10:
                    return date.fromisoformat(found.start)
        return None

    def _anchor(self, tense: Literal["past", "future"] | None, dateline: date | None) -> Anchor:
        published = self.analysis.published
        return Anchor(
            published=published, dateline=dateline, tense=tense,
            page_year=self.year.year if self.year is not None and published is None else None,
        )  # fmt: skip

    def resolve(self, expression: DateExpression, status: str) -> ResolvedDate | None:
        """The days of ``expression`` in a clause about an engagement of ``status``."""
        if status == Status.UNDER_WAY:
            return self._nearest(expression)
        tense: Literal["past", "future"] = "future" if status in _FUTURE else "past"
        return resolve(expression, self._anchor(tense, self.dateline))

    def _nearest(self, expression: DateExpression) -> ResolvedDate | None:
        """ "Is paying a visit from 28 to 30 October": the nearer of last year's and this."""
        past = resolve(expression, self._anchor("past", self.dateline))
        published = self.analysis.published
        if past is None or published is None or len(past.start) < 10:
            return past
        ahead = resolve(expression, self._anchor("future", self.dateline))
        if ahead is None or len(ahead.start) < 10:
            return past

        def apart(found: ResolvedDate) -> int:
            return abs((date.fromisoformat(found.start) - published).days)

        return ahead if apart(past) > _FAR and apart(ahead) < apart(past) else past

    def when(self, expressions: Sequence[DateExpression], status: str) -> When:
        """The dates that the most exact of ``expressions`` gives."""
        best: tuple[int, ResolvedDate, DateExpression] | None = None
        for expression in expressions:
            if expression.form.kind in _UNDATING or expression.form.term:
                continue
            found = self.resolve(expression, status)
            if found is None or (not found.extent and len(found.start) < 4):
                continue
            if best is None or len(found.start) > best[0]:
                best = (len(found.start), found, expression)
        if best is None:
            return When()
        _, found, expression = best
        span = self.analysis.span(expression.start, expression.end)
        if found.start != found.end and not found.extent:
            start = common_precision(found.start, found.end)
            return When(start, start, found.basis, found.rule, found.worked_from, (span,))
        return When(found.start, found.end, found.basis, found.rule, found.worked_from, (span,))


def common_precision(start: str, end: str) -> str | None:
    """The longest partial date that holds both ends of an interval, None across years."""
    for length in (10, 7, 4):
        if len(start) >= length and start[:length] == end[:length]:
            return start[:length]
    return None


def weekday_of(expressions: Sequence[DateExpression]) -> str | None:
    """The weekday among ``expressions``, by its English name."""
    for expression in expressions:
        form = expression.form
        if form.kind is FormKind.WEEKDAY and form.weekday is not None:
            return _WEEKDAYS[form.weekday]
    return None


def assign_dates(
    drafts: Sequence[tuple[Draft, Trigger]], sentence: Sentence, tree: Tree, analysis: Analysis
) -> None:
    """Give each date expression of a sentence to the engagement whose words govern it."""
    owners: dict[int, Draft] = {}
    drafts = [pair for pair in drafts if pair[0].frame not in _DATED_OTHERWISE]
    for draft, trigger in drafts:
        owners.setdefault(trigger.token.i, draft)
        if trigger.carrier is not None:
            owners.setdefault(trigger.carrier.i, draft)
    for draft, trigger in drafts:
        if trigger.support is not None:
            owners.setdefault(trigger.support.i, draft)
    for draft, trigger in drafts:
        draft.dates += _when_clause(tree, trigger.support or trigger.token, analysis)
    for expression in analysis.dates:
        if not sentence.start <= expression.start < sentence.end:
            continue
        if any(expression in draft.dates for draft, _ in drafts):
            continue
        token = _token_at(tree, expression)
        if expression.start in sentence.moved:
            token = tree[sentence.moved[expression.start]]
        owner = _owner(tree, token, owners) if token is not None else None
        if owner is not None:
            owner.dates.append(expression)


def _when_clause(tree: Tree, verb: Token, analysis: Analysis) -> list[DateExpression]:
    """The date that "when" takes up: "in September 2023, when they met"."""
    marks = [kid for kid in tree.kids(verb, "advmod", "mark") if kid.lower == "when"]
    if not marks:
        return []
    return [e for e in analysis.dates if 0 < marks[0].start - e.end <= 2]


def _token_at(tree: Tree, expression: DateExpression) -> Token | None:
    inside = [t for t in tree.tokens if expression.start <= t.start < expression.end]
    if not inside:
        return None
    indices = {t.i for t in inside}
    return next((t for t in inside if t.head not in indices or t.head == t.i), inside[0])


def _owner(tree: Tree, token: Token, owners: dict[int, Draft]) -> Draft | None:
    """Climb from a date to the nearest engagement; a clause about something else keeps it."""
    noun = tree.head(token)
    if noun is not None and token.i < noun.i and token.dep in _PRENOMINAL and noun.i not in owners:
        return None
    path = [token, *tree.up(token)]
    for step, this in enumerate(path):
        if this.i in owners:
            return owners[this.i]
        aside = this.dep in {"acl:relcl", "acl", "parataxis"} or (
            this.dep == "ccomp" and this.lemma in word_list("reporting")
        )
        purpose = this.dep in {"advcl", "xcomp", "acl"} and any(
            kid.lower == "to" for kid in tree.kids(this, "mark")
        )
        told_of = this.dep == "acl:relcl" and this.lemma in word_list("taking_place")
        if told_of:
            continue
        if step and (aside or (purpose and this.dep == "advcl")) and tree.is_verb(this):
            return None
    root = path[-1]
    below = [owners[i] for i in sorted(owners) if _main_argument(tree, tree[i], root)]
    return below[0] if below else None


def _main_argument(tree: Tree, token: Token, root: Token) -> bool:
    """Whether ``token`` hangs on the sentence's main predicate without a clause between."""
    for this in (token, *tree.up(token)):
        if this is root:
            return True
        if this.dep in {"acl:relcl", "ccomp", "advcl"}:
            return False
    return False


def page_year(analysis: Analysis, drafts: Sequence[Draft]) -> YearEvidence | None:
    """The year of a page without a publication date, from what it says is past and to come."""
    if analysis.published is not None:
        return None
    tense: dict[int, Literal["past", "future"]] = {}
    for draft in drafts:
        for expression in draft.dates:
            tense[expression.start] = "future" if draft.status in _FUTURE else "past"
    tenses = [tense.get(expression.start) for expression in analysis.dates]
    return infer_page_year(analysis.dates, analysis.text, tenses=tenses)


def latest_past(analysis: Analysis) -> str | None:
    """The latest full date that the page gives in its own words, as a bound for undated events."""
    calendar = Calendar(analysis, None)
    days = [
        found.start
        for expression in analysis.dates
        if expression.form.kind is FormKind.DATE and not expression.form.term
        and (found := calendar.resolve(expression, "held")) is not None
        and found.basis == "explicit" and len(found.start) == 10
    ]  # fmt: skip
    return max(days, default=None)


def share_dates(groups: Sequence[Draft], calendar: Calendar) -> None:
    """Date an engagement by the one day its own sentence names, where that is nobody else's.

    The day of another engagement is shared by a main one, and by a visit around it.
    """
    for group in groups:
        if group.when.start is not None or group.status not in _HAPPENING | {Status.PLANNED}:
            continue
        if group.frame in _DATED_OTHERWISE:
            continue
        for draft in (group, *group.echoes):
            if draft.status == group.status and not draft.sentence.is_title:
                day = _day_of(draft.sentence, group, groups, calendar)
                if day is not None:
                    group.when = day
                    break


def _day_of(
    sentence: Sentence, group: Draft, groups: Sequence[Draft], calendar: Calendar
) -> When | None:
    """The only day a sentence names, unless it dates something of another status."""
    inside = [
        e for e in calendar.analysis.dates
        if sentence.start <= e.start < sentence.end and e.form.kind in _DAY_KINDS
    ]  # fmt: skip
    if len(inside) != 1:
        return None
    others = [g for g in groups if g is not group and inside[0] in g.dates]
    if others and group.status not in _HAPPENING:
        return None
    if any(g.status not in _HAPPENING for g in others):
        return None
    frames_it = group.status == Status.UNDER_WAY or group.relation == "during"
    around = (
        group.kind == Kind.VISIT
        and frames_it
        and any(g.persons() & group.persons() for g in others)
    )
    if others and not (group.main or around):
        return None
    tree = Tree(sentence.tokens)
    token = _token_at(tree, inside[0])
    if token is not None and any(
        up.dep in {"acl:relcl", "acl"} and up.i != group.trigger.i
        for up in (token, *tree.up(token))
    ):
        return None
    when = calendar.when(inside, group.status)
    return when if when.start is not None and len(when.start) == 10 else None


def tell_on(groups: Sequence[Draft]) -> None:
    """A report goes on with its day: main engagements after the dated one were on it too."""
    dated = [
        g for g in groups
        if g.main and g.status in _HAPPENING and len(g.when.start or "") == 10
        and g.when.start == g.when.end
    ]  # fmt: skip
    if len({g.when.start for g in dated}) != 1:
        return
    first = min(dated, key=lambda g: g.sentence.index)
    for group in groups:
        if group.when.start is None and _goes_on(group, first, groups):
            when = first.when
            group.when = When(
                when.start, when.end, "resolved", "same_report", when.worked_from, when.spans
            )


def _goes_on(group: Draft, first: Draft, groups: Sequence[Draft]) -> bool:
    """Whether an undated engagement is told as part of the same day's report."""
    if group.status != Status.HELD or group.kind in {Kind.VISIT, Kind.LETTER}:
        return False
    if group.main:
        return True
    tree = Tree(group.sentence.tokens)
    verb = next((t for t in (group.trigger, *tree.up(group.trigger)) if tree.is_verb(t)), None)
    told = verb is not None and verb.tag in {"VBD", "VBN"} and group.prominence <= 1
    before = verb is not None and "had" in tree.auxiliaries(verb)
    visiting = any(
        g.kind == Kind.VISIT and g.status in _HAPPENING and g.persons() & group.persons()
        for g in groups
    )
    shared = bool(group.persons() & first.persons()) and visiting
    later = group.sentence.index >= first.sentence.index
    return told and not before and shared and later and not group.dates


def visits_under_way(groups: Sequence[Draft]) -> None:
    """A visit under way without dates of its own is under way on the day of what it frames."""
    days = [
        g.when for g in groups if g.main and g.when.start is not None and g.status == Status.HELD
    ]
    if not days:
        return
    for group in groups:
        undated = group.kind == Kind.VISIT and group.when.start is None
        if undated and group.status == Status.UNDER_WAY:
            day = days[0]
            group.when = When(
                day.start, None, "resolved", "under_way_on", day.worked_from, day.spans
            )


def basis_of(draft: Draft, published: str | None) -> DateBasis:
    """What the dates of ``draft`` rest on."""
    if draft.when.start is not None:
        return DateBasis(draft.when.basis or "resolved")
    return DateBasis.PUBLISHED if published else DateBasis.UNKNOWN
