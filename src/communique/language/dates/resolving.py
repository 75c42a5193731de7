"""Working out which days a temporal expression means from what the page gives."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from communique.language.dates.calendar_days import (
    day_in_year,
    festival_days,
    part_of_month,
    part_of_year,
)
from communique.language.dates.forms import (
    Anchor,
    DateExpression,
    Form,
    FormKind,
    ResolvedDate,
)
from communique.language.dates.relative_days import (
    day_of_month,
    day_of_weekday,
    nearest_day,
    offset,
    period,
    season,
    weekday,
    within,
)
from communique.language.dates.results import Days, Reference, days_of, exactly, partial, reference
from communique.partial_dates import to_bounds

# A page may be written a day behind the clock of the place it reports from, and is often
# published again some days after it was written.
_PAST_SLACK = timedelta(days=1)
_FUTURE_SLACK = timedelta(days=7)


def resolve(expression: DateExpression, anchor: Anchor) -> ResolvedDate | None:
    """Work out the days of an expression; None where the page does not support any.

    The basis is "explicit" only where the expression itself prints all of the date. Vague
    words (recently, soon), durations and bare clock times have no days. Never raises.
    """
    try:
        days = _days(expression.form, anchor)
        bounds = days.bounds() if days is not None else None
    except (ValueError, OverflowError):  # beyond the years a calendar can hold
        return None
    if days is None or bounds is None:
        return None
    earliest, latest = bounds
    return ResolvedDate(
        start=days.start,
        end=days.end,
        basis="explicit" if not days.worked_from else "resolved",
        rule=days.rule,
        worked_from=(expression.surface, *days.worked_from),
        earliest=earliest,
        latest=latest,
        extent=days.extent,
    )


def _days(form: Form, anchor: Anchor) -> Days | None:
    worker = _WORKERS.get(form.kind)
    return worker(form, anchor) if worker else None


def _date(form: Form, anchor: Anchor) -> Days | None:
    if form.day is None:
        return None
    if form.month is None and form.weekday is not None and form.rel is None:
        return day_of_weekday(form.day, form.weekday, anchor)
    if form.month is None and form.rel is None:
        return nearest_day(form.day, anchor)
    if form.month is None:
        return day_of_month(form, form.day, anchor)
    if form.year is not None:
        return exactly(date(form.year, form.month, form.day), "explicit")
    chosen = _choose_year(form, anchor, lambda y: _one_day(y, form))
    if chosen is None:
        return None
    return exactly(chosen.bounds[0], f"day_month_{chosen.rule}", *chosen.worked_from)


def _one_day(year: int, form: Form) -> tuple[date, date] | None:
    day = day_in_year(year, form.month or 1, form.day or 1)
    return None if day is None else (day, day)


def _month(form: Form, anchor: Anchor) -> Days | None:
    month = form.month
    if month is None:
        return None
    if form.year is not None:
        stamp, rule, worked = f"{form.year:04d}-{month:02d}", "explicit_month", ()
        return partial(stamp, rule, *worked, within=part_of_month(form.year, month, form.part))
    if form.rel in ("last", "next") and form.rel_unit is None:
        return _next_or_last_month(form, month, anchor)
    chosen = _choose_year(form, anchor, lambda y: part_of_month(y, month, None))
    if chosen is None:
        return None
    year = chosen.bounds[0].year
    return partial(
        f"{year:04d}-{month:02d}",
        f"month_{chosen.rule}",
        *chosen.worked_from,
        within=part_of_month(year, month, form.part),
    )


def _next_or_last_month(form: Form, month: int, anchor: Anchor) -> Days | None:
    """ "Last June" is the latest June before this month, "next June" the first one after it."""
    ref = reference(anchor)
    if ref is None or ref.precision == "year":
        return None
    year = ref.day.year
    if form.rel == "last" and month >= ref.day.month:
        year -= 1
    elif form.rel == "next" and month <= ref.day.month:
        year += 1
    bounds = part_of_month(year, month, form.part)
    return partial(f"{year:04d}-{month:02d}", f"{form.rel}_named_month", ref.label(), within=bounds)


@dataclass(frozen=True, slots=True)
class _Chosen:
    bounds: tuple[date, date]
    rule: str
    worked_from: tuple[str, ...]


_InYear = Callable[[int], tuple[date, date] | None]


def _choose_year(form: Form, anchor: Anchor, in_year: _InYear) -> _Chosen | None:
    """Choose the year of a time that names none, by tense, weekday and the days around it."""
    ref = reference(anchor)
    if form.rel_unit == "year" or (form.rel == "this" and form.rel_unit is None):
        return _in_named_year(form, ref, anchor, in_year)
    if ref is not None and ref.precision != "year":
        return _near_reference(form, ref, anchor, in_year)
    year = anchor.page_year or (ref.day.year if ref else None)
    if year is not None:
        return _in_page_year(form, year, anchor, in_year, ref)
    if anchor.narrative_day is not None:
        near = Reference(anchor.narrative_day, "narrative day", "day", anchor.narrative_day)
        options = _options(form, near.day.year, in_year)
        nearest = min(options, key=lambda b: abs(b[0] - near.day), default=None)
        if nearest is not None:
            return _Chosen(nearest, "nearest_narrative_day", (near.label(),))
    return None


def _in_named_year(
    form: Form, ref: Reference | None, anchor: Anchor, in_year: _InYear
) -> _Chosen | None:
    """The year is said as this, last or next year."""
    base = ref.day.year if ref else anchor.page_year
    if base is None:
        return None
    away = {"last": -1, "this": 0, "next": 1}.get(form.rel or "this", 0)
    bounds = in_year(base + away)
    label = ref.label() if ref else f"page year {base}"
    return None if bounds is None else _Chosen(bounds, f"{form.rel}_year", (label,))


def _in_page_year(
    form: Form, year: int, anchor: Anchor, in_year: _InYear, ref: Reference | None
) -> _Chosen | None:
    bounds = in_year(year)
    if bounds is None or not _weekday_agrees(form, bounds):
        return None
    if ref is not None and anchor.page_year is None:
        return _Chosen(bounds, "in_publication_year", (ref.label(),))
    return _Chosen(bounds, "in_page_year", (f"page year {year}",))


def _weekday_agrees(form: Form, bounds: tuple[date, date]) -> bool:
    one_day = bounds[0] == bounds[1]
    return form.weekday is None or not one_day or bounds[0].weekday() == form.weekday


def _options(form: Form, year: int, in_year: _InYear) -> list[tuple[date, date]]:
    """The time in the years around one; those whose weekday agrees, if any does."""
    found = [b for y in range(year - 4, year + 5) if (b := in_year(y)) is not None]
    return [b for b in found if _weekday_agrees(form, b)] or found


def _near_reference(form: Form, ref: Reference, anchor: Anchor, in_year: _InYear) -> _Chosen | None:
    options = _options(form, ref.day.year, in_year)
    rule = "nearest_publication"
    if anchor.tense == "past":
        rule = "on_or_before_publication"
        options = [b for b in options if b[0] <= ref.last + _PAST_SLACK]
        chosen = max(options, default=None)
    elif anchor.tense == "future":
        rule = "on_or_after_publication"
        options = [b for b in options if b[1] >= ref.day - _FUTURE_SLACK]
        chosen = min(options, default=None)
    else:
        chosen = min(options, key=lambda b: _distance(b, ref.day), default=None)
    if chosen is None:
        return None
    return _Chosen(
        chosen, rule, (ref.label(), *((f"tense {anchor.tense}",) if anchor.tense else ()))
    )


def _distance(bounds: tuple[date, date], day: date) -> timedelta:
    """How far a stretch of days lies from a day; nothing where it holds the day."""
    if bounds[0] <= day <= bounds[1]:
        return timedelta(0)
    return min(abs(bounds[0] - day), abs(bounds[1] - day))


def _numeric(form: Form, anchor: Anchor) -> Days | None:
    """A date in figures that reads two ways: the page's habit decides, else only the year holds."""
    one, other = form.first, form.last  # day first, month first
    if one is None or other is None or form.year is None:
        return None
    if anchor.day_first is not None:
        chosen = one if anchor.day_first else other
        days = _date(chosen, anchor)
        order = "day_first" if anchor.day_first else "month_first"
        return days and exactly(days.bounds()[0], f"figures_{order}", f"page writes {order}")
    possible = [f for f in (one, other) if _figures_fit(f, form.weekday, anchor)]
    if len(possible) == 1:
        days = _date(possible[0], anchor)
        return days and exactly(days.bounds()[0], "figures_only_reading", "weekday and tense")
    return partial(f"{form.year:04d}", "figures_order_unknown", "figures read two ways")


def _figures_fit(form: Form, weekday_said: int | None, anchor: Anchor) -> bool:
    day = date(form.year or 1, form.month or 1, form.day or 1)
    if weekday_said is not None and day.weekday() != weekday_said:
        return False
    ref = reference(anchor)
    if ref is None or anchor.tense is None:
        return True
    if anchor.tense == "past":
        return day <= ref.last + _PAST_SLACK
    return day >= ref.day - _FUTURE_SLACK


def _year(form: Form, anchor: Anchor) -> Days | None:
    if form.year is None:
        return None
    return partial(f"{form.year:04d}", "explicit_year", within=part_of_year(form.year, form.part))


def _decade(form: Form, anchor: Anchor) -> Days | None:
    if form.year is None:
        return None
    length = 99 if form.year % 100 == 0 and form.year < 2000 else 9
    return days_of(f"{form.year:04d}", f"{form.year + length:04d}", "explicit_decade")


def _span(form: Form, anchor: Anchor) -> Days | None:
    """From the start of the first to the end of the last.

    One end is worked out from the anchor, the other from that end: the first on what is over,
    the last on what is to come (a visit that runs now has begun in the past and ends ahead).
    """
    if form.first is None or form.last is None:
        return None
    leads, follows, tense = form.first, form.last, "future"
    mixed = form.first.kind is not form.last.kind  # "from Thursday to 13 April"
    if mixed or (anchor.tense == "future" and form.first.kind is not FormKind.WEEKDAY):
        leads, follows, tense = form.last, form.first, "past"
    known = _days(leads, anchor)
    if known is None:
        return None
    beside = Anchor(published=known.bounds()[0], tense="past" if tense == "past" else "future")
    other = _days(follows, anchor if follows.rel_unit else beside)
    if other is None:
        return None
    first, last = (known, other) if leads is form.first else (other, known)
    if last.bounds()[1] < first.bounds()[0]:
        return None
    within = (first.bounds()[0], last.bounds()[1])
    rule = f"span_{known.rule}"
    return Days(first.start, last.end, rule, known.worked_from, extent=True, within=within)


def _quarter(form: Form, anchor: Anchor) -> Days | None:
    length = 3 if form.kind is FormKind.QUARTER else 6
    number = form.number or 1
    if not 1 <= number <= 12 // length:
        return None
    worked: tuple[str, ...] = ()
    year = form.year
    if year is None:
        ref = reference(anchor)
        base = ref.day.year if ref else anchor.page_year
        if base is None or (form.rel is None and anchor.tense is None):
            return None
        year = base + {"last": -1, "next": 1}.get(form.rel or "", 0)
        worked = (ref.label() if ref else f"page year {base}",)
    first = (number - 1) * length + 1
    start, end = f"{year:04d}-{first:02d}", f"{year:04d}-{first + length - 1:02d}"
    return days_of(start, end, f"{form.kind.value}_of_year", *worked)


def _festival(form: Form, anchor: Anchor) -> Days | None:
    name = form.festival
    if name is None:
        return None
    if form.year is not None:
        bounds = festival_days(name, form.year)
        return bounds and days_of(
            bounds[0].isoformat(), bounds[1].isoformat(), "feast_of_year", f"table: {name}"
        )
    chosen = _choose_year(form, anchor, lambda year: festival_days(name, year))
    if chosen is None:
        return None
    start, end = (day.isoformat() for day in chosen.bounds)
    return days_of(start, end, f"feast_{chosen.rule}", f"table: {name}", *chosen.worked_from)


def _offset(form: Form, anchor: Anchor) -> Days | None:
    """So many units from the day of writing, the day spoken of, or a day named beside it."""
    if form.first is None:
        return offset(form, anchor)
    named = _days(form.first, anchor)
    if named is None or named.bounds()[0] != named.bounds()[1]:
        return None
    found = offset(replace(form, first=None), Anchor(narrative_day=named.bounds()[0]))
    worked_from = (*named.worked_from, f"named day {named.start}")
    return found and replace(found, rule=f"{form.unit}s_from_named_day", worked_from=worked_from)


def _anniversary(form: Form, anchor: Anchor) -> Days | None:
    if form.base_year is None or form.number is None:
        return None
    year = form.base_year + form.number
    stamp = f"{year:04d}"
    to_bounds(stamp)
    return partial(stamp, "anniversary_year", f"base year {form.base_year}")


_WORKERS: dict[FormKind, Callable[[Form, Anchor], Days | None]] = {
    FormKind.DATE: _date,
    FormKind.NUMERIC: _numeric,
    FormKind.MONTH: _month,
    FormKind.YEAR: _year,
    FormKind.DECADE: _decade,
    FormKind.SPAN: _span,
    FormKind.QUARTER: _quarter,
    FormKind.HALF: _quarter,
    FormKind.SEASON: season,
    FormKind.WEEKDAY: weekday,
    FormKind.PERIOD: period,
    FormKind.OFFSET: _offset,
    FormKind.WITHIN: within,
    FormKind.FESTIVAL: _festival,
    FormKind.ANNIVERSARY: _anniversary,
}
