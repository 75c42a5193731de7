"""When: each engagement's dates, from the expressions that its words govern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from communique.coding.dating.narrative import (
    Narrative,
    Scene,
    Tense,
    Told,
    running_day,
)
from communique.coding.engagements.drafts import Draft, When
from communique.language.annotations import Analysis
from communique.language.dates import (
    Anchor,
    DateExpression,
    FormKind,
    ResolvedDate,
    YearEvidence,
    infer_page_year,
    resolve,
)
from communique.model import DateBasis, Status

UNDATING = frozenset(
    {FormKind.VAGUE, FormKind.DURATION, FormKind.CLOCK, FormKind.PART_OF_DAY,
     FormKind.NOT_A_DATE, FormKind.ANNIVERSARY, FormKind.DECADE}
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Frames whose verb's day is not the engagement's: one invites today to a visit some day.
DATED_OTHERWISE = frozenset({"invite_to", "leaving"})
_YEAR, _MONTH, _ABOUT_A_WEEK = 4, 7, 10
# What is under way began no longer ago than this many days.
_FAR = 60
HAPPENING = frozenset({Status.HELD, Status.UNDER_WAY})
DAY_KINDS = frozenset(
    {FormKind.DATE, FormKind.WEEKDAY, FormKind.OFFSET, FormKind.NUMERIC, FormKind.PART_OF_DAY}
)
# "the September session": a date before a noun belongs to that noun.
_PRENOMINAL = frozenset({"compound", "amod", "nmod:poss", "nmod:desc"})
_CALLED_OFF = frozenset({Status.POSTPONED, Status.CANCELLED})
AHEAD = frozenset({Status.PLANNED, Status.PROPOSED, Status.POSTPONED, Status.CANCELLED})


class Calendar:
    """Resolves expressions of one page."""

    def __init__(self, analysis: Analysis, year: YearEvidence | None) -> None:
        """``year`` is what the page itself tells of its year, where no publication date does."""
        self.analysis = analysis
        self.year = year
        self.dateline = self._dateline()
        self._origins: dict[int, date] = {}
        self.scenes: dict[int, Scene] = {}

    def narrate(self) -> None:
        """Work out which day each sentence is told of."""
        span = self.analysis.document.dateline_date
        first = Told(self.dateline, span) if self.dateline and span else running_day(self.analysis)
        told = Narrative(self.analysis, self._told, first)
        self._origins, self.scenes = told.origins, told.scenes

    def _told(
        self, expression: DateExpression, tense: Tense, origin: date | None
    ) -> ResolvedDate | None:
        return resolve(
            expression, replace(self._anchor(tense, self.dateline), narrative_day=origin)
        )

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

    def _anchor(self, tense: Tense | None, dateline: date | None) -> Anchor:
        published = self.analysis.published
        return Anchor(
            published=published, dateline=dateline, tense=tense,
            page_year=self.year.year if self.year is not None and published is None else None,
        )  # fmt: skip

    def resolve(self, expression: DateExpression, status: str) -> ResolvedDate | None:
        """The days of ``expression`` in a clause about an engagement of ``status``."""
        month = expression.form.kind is FormKind.MONTH
        if status == Status.UNDER_WAY or (status in _CALLED_OFF and month):
            return self._nearest(expression)
        tense: Tense = "future" if status in AHEAD else "past"
        origin = self._origins.get(expression.start)
        found = self._told(expression, tense, origin)
        if found is None and tense == "past":
            return self._told(expression, "future", origin)  # "meets him on Friday, 9 May"
        return found

    def resolve_from(self, expression: DateExpression, day: date) -> ResolvedDate | None:
        """The days of ``expression`` counted from ``day``."""
        return self._told(expression, "past", day)

    def _nearest(self, expression: DateExpression) -> ResolvedDate | None:
        """ "Is paying a visit from 28 to 30 October": the nearer of last year's and this."""
        past = self._told(expression, "past", self._origins.get(expression.start))
        published = self.analysis.published
        if past is None:
            return resolve(expression, self._anchor("future", self.dateline))
        if published is None or len(past.start) < 7:
            return past
        ahead = resolve(expression, self._anchor("future", self.dateline))
        if ahead is None or len(ahead.start) < 7:
            return past

        def apart(found: ResolvedDate) -> int:
            return abs((found.earliest - published).days)

        return ahead if apart(past) > _FAR and apart(ahead) < apart(past) else past

    def _over(self, found: ResolvedDate, status: str) -> bool:
        """Whether a day is over that should lie ahead: that of dropping a visit, not its own."""
        published = self.analysis.published
        ahead = status in AHEAD and published is not None
        return ahead and len(found.start) == 10 and found.start < str(published)

    def when(
        self, expressions: Sequence[DateExpression], status: str, *, present: bool = False
    ) -> When:
        """The dates that the most exact of ``expressions`` gives.

        ``present`` is true of what a simple present tells, which may be over or to come.
        """
        best: tuple[tuple[int, str], ResolvedDate, DateExpression] | None = None
        for expression in expressions:
            if expression.form.kind in UNDATING or expression.form.term:
                continue
            # "departs on Sunday" is the Sunday to come, "meets him on Sunday" may be over
            open_day = present and not (status in AHEAD and _is_weekday(expression))
            found = self._nearest(expression) if open_day else None
            found = found or self.resolve(expression, status)
            if found is None or (not found.extent and len(found.start) < 4) or _of_years(found):
                continue
            later = found.start if status == Status.POSTPONED else ""
            exact = (2 * _exactness(found) - self._over(found, status), later)
            if best is None or exact > best[0]:
                best = (exact, found, expression)
        if best is None:
            return When()
        _, found, expression = best
        span = self.analysis.span(expression.start, expression.end)
        if found.start != found.end and not found.extent:
            start = common_precision(found.start, found.end)
            if len(start or "") < _MONTH and (found.latest - found.earliest).days <= _ABOUT_A_WEEK:
                # "last week", over the end of a month: the month that most of it lies in
                middle = found.earliest + (found.latest - found.earliest) / 2
                start = middle.isoformat()[:_MONTH]
            return When(start, start, found.basis, found.rule, found.worked_from, (span,))
        return When(found.start, found.end, found.basis, found.rule, found.worked_from, (span,))


def _is_weekday(expression: DateExpression) -> bool:
    return expression.form.kind is FormKind.WEEKDAY


def _of_years(found: ResolvedDate) -> bool:
    """ "The programme for 2020-2021", "in office from 1992 to 1999": nobody meets for years."""
    return len(found.start) == _YEAR and found.start != found.end


def _exactness(found: ResolvedDate) -> int:
    """How much of a date is known: of "this week" less than of "Monday" beside it."""
    if found.extent:
        return len(found.start)
    return len(common_precision(found.start, found.end) or "")


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


def page_year(analysis: Analysis, drafts: Sequence[Draft]) -> YearEvidence | None:
    """The year of a page without a publication date, from what it says is past and to come."""
    if analysis.published is not None:
        return None
    tense: dict[int, Tense] = {}
    for draft in drafts:
        for expression in draft.dates:
            tense[expression.start] = "future" if draft.status in AHEAD else "past"
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


def basis_of(draft: Draft, published: str | None) -> DateBasis:
    """What the dates of ``draft`` rest on."""
    if draft.when.start is not None:
        return DateBasis(draft.when.basis or "resolved")
    return DateBasis.PUBLISHED if published else DateBasis.UNKNOWN
