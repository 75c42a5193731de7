"""The year of a page that prints no publication date, worked out from what is on the page.

A careful reader asks: what does the page speak of as past, what as still to come, which weekday
goes with which day of a month, which anniversary is kept? The day the page is about (its first
day of a month without a year) must not lie before anything that is past by then, nor after
anything still ahead.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from communique.language.dates.calendar_days import day_in_year
from communique.language.dates.forms import Anchor, DateExpression, Form, FormKind, Tense
from communique.language.dates.resolving import resolve

_YEARS_TRIED = 12
_DATED = frozenset({FormKind.DATE, FormKind.MONTH, FormKind.YEAR, FormKind.QUARTER,
                    FormKind.HALF, FormKind.SEASON, FormKind.SPAN, FormKind.NUMERIC})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clue:
    """One thing on the page that bounds its year: what it says and the expression's offsets."""

    says: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class YearEvidence:
    """The year of a page and what it follows from.

    ``uncertain`` is true where later years would fit as well and this is the earliest.
    ``day`` is the day without a year that was dated by it, where there is one.
    """

    year: int
    uncertain: bool
    clues: tuple[Clue, ...]
    day: date | None = None


@dataclass(slots=True)
class _Bounds:
    """Not before the first day of what is past, not after the last day of what is to come."""

    earliest: date | None = None
    latest: date | None = None
    anniversary_years: frozenset[int] = frozenset()

    def allow(self, first: date, last: date) -> bool:
        """Tell whether some day from ``first`` to ``last`` satisfies the bounds."""
        return (self.earliest is None or last >= self.earliest) and (
            self.latest is None or first <= self.latest
        )


def infer_page_year(
    expressions: Sequence[DateExpression],
    text: str,
    *,
    tenses: Sequence[Tense | None] | None = None,
    base_years: Mapping[int, int] | None = None,
) -> YearEvidence | None:
    """Work out the year of a page without a publication date.

    ``tenses`` gives the time of each expression's clause, in the order of ``expressions``
    (a page's own year-less days are past unless said otherwise; a full date without tense
    bounds nothing). ``base_years`` maps an anniversary's ordinal to the year it counts from,
    where the caller knows it. Returns None where nothing bounds the year from below or where
    the clues contradict each other.
    """
    timed = list(zip(expressions, tenses or [None] * len(expressions), strict=True))
    clues: list[Clue] = []
    bounds = _Bounds()
    _bound_by_dates(timed, bounds, clues)
    _bound_by_anniversaries(timed, bounds, clues, base_years or {})
    days = [e for e, tense in timed if tense != "future" and _yearless_day(e.form) is not None]
    main = days[0] if days else None
    weekdays = [e for e in days if e.form.weekday is not None]
    candidates = list(_candidates(bounds, main, weekdays))
    if not candidates:
        return None
    clues += [Clue(f"weekday and day agree: {e.surface}", e.start, e.end) for e in weekdays]
    return _decide(candidates, bounds, main, bool(weekdays), clues)


def _bound_by_dates(
    timed: Sequence[tuple[DateExpression, Tense | None]], bounds: _Bounds, clues: list[Clue]
) -> None:
    """Take the latest thing that is past and the first to end of those to come."""
    for expression, tense in timed:
        form = expression.form
        if tense is None or form.term or form.kind not in _DATED:
            continue
        found = resolve(expression, Anchor())
        if found is None or found.basis != "explicit":
            continue
        if tense == "past" and (bounds.earliest is None or found.earliest > bounds.earliest):
            bounds.earliest = found.earliest
            clues.append(Clue(f"past by then: {found.start}", expression.start, expression.end))
        elif tense == "future" and (bounds.latest is None or found.latest < bounds.latest):
            bounds.latest = found.latest
            clues.append(Clue(f"not over by then: {found.end}", expression.start, expression.end))


def _bound_by_anniversaries(
    timed: Sequence[tuple[DateExpression, Tense | None]],
    bounds: _Bounds,
    clues: list[Clue],
    base_years: Mapping[int, int],
) -> None:
    """An anniversary is spoken of in its year or in the one before."""
    for expression, tense in timed:
        form = expression.form
        if form.kind is not FormKind.ANNIVERSARY or form.number is None:
            continue
        base = form.base_year or base_years.get(form.number)
        if base is None or tense == "past":
            continue
        year = base + form.number
        both = frozenset({year - 1, year})
        narrowed = bounds.anniversary_years & both
        bounds.anniversary_years = narrowed or bounds.anniversary_years or both
        clues.append(
            Clue(f"anniversary {form.number} of {base}: {year}", expression.start, expression.end)
        )


def _yearless_day(form: Form) -> Form | None:
    """Return the day of a month that names no year, or such a first day of a span."""
    day = form.first if form.kind is FormKind.SPAN else form
    if day is None or day.kind is not FormKind.DATE or day.year is not None or day.rel_unit:
        return None
    return day


def _candidates(
    bounds: _Bounds, main: DateExpression | None, weekdays: Sequence[DateExpression]
) -> Iterator[int]:
    """Give the years that satisfy every clue, from the earliest on."""
    if bounds.earliest is not None:
        first = bounds.earliest.year
    elif bounds.anniversary_years:
        first = min(bounds.anniversary_years)
    else:
        return
    last = bounds.latest.year if bounds.latest else first + _YEARS_TRIED - 1
    for year in range(first, min(last, first + _YEARS_TRIED - 1) + 1):
        if bounds.anniversary_years and year not in bounds.anniversary_years:
            continue
        span = _days_in(year, main)
        if span is None or not bounds.allow(*span):
            continue
        if all(_weekday_fits(year, expression.form) for expression in weekdays):
            yield year


def _days_in(year: int, main: DateExpression | None) -> tuple[date, date] | None:
    form = _yearless_day(main.form) if main else None
    if form is None:
        return date(year, 1, 1), date(year, 12, 31)
    day = day_in_year(year, form.month or 1, form.day or 1)
    return None if day is None else (day, day)


def _weekday_fits(year: int, form: Form) -> bool:
    day = day_in_year(year, form.month or 1, form.day or 1)
    return day is not None and day.weekday() == form.weekday


def _decide(
    candidates: Sequence[int],
    bounds: _Bounds,
    main: DateExpression | None,
    weekdays: bool,
    clues: Sequence[Clue],
) -> YearEvidence:
    """Take the only year left, or the earliest, which is certain where a weekday chose it.

    The same weekday comes back on a day after five years at the least: a page that looks back
    no further than its newest past date says the first of them.
    """
    year = candidates[0]
    closed = bounds.latest is not None or bool(bounds.anniversary_years)
    only = len(candidates) == 1 and closed
    by_weekday = weekdays and (len(candidates) == 1 or candidates[1] - year >= 5)
    span = _days_in(year, main)
    day = span[0] if main is not None and span is not None else None
    return YearEvidence(year, not (only or by_weekday), tuple(clues), day)
