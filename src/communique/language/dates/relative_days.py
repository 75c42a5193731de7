"""Times counted from another day: weekdays, this and last week, yesterday, a day later."""

from datetime import date, timedelta

from communique.language.dates.calendar_days import (
    day_in_year,
    month_away,
    part_of_month,
    part_of_year,
    season_months,
    shift_days,
    week_of,
    weekday_near,
)
from communique.language.dates.forms import Anchor, Form
from communique.language.dates.results import Days, Reference, days_of, exactly, partial, reference

_AWAY = {"last": -1, "this": 0, "next": 1}
# How far a day without its month may lie from the day of writing.
_NEAR_DAYS = 60
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def weekday(form: Form, anchor: Anchor) -> Days | None:
    """A weekday: the nearest in the direction of the tense; needs the day of writing."""
    ref = _narrative(anchor) if form.origin == "narrative" else reference(anchor)
    if ref is None and form.rel is None and form.weekday is not None:
        return _weekday_beside(form.weekday, anchor)
    if ref is None or ref.precision != "day" or form.weekday is None:
        return None
    if form.origin == "narrative":
        day = weekday_near(ref.day, form.weekday, past=form.rel == "last", same=False)
        return exactly(day, f"{form.rel}_weekday_of_narrative", ref.label())
    worked = (ref.label(), *((f"tense {anchor.tense}",) if anchor.tense else ()))
    day, rule = _weekday_day(form, form.weekday, ref.day, anchor)
    return exactly(day, rule, *worked)


def _weekday_beside(wanted: int, anchor: Anchor) -> Days | None:
    """A weekday on a page without a date: the nearest to the day last spoken of."""
    told = _narrative(anchor)
    if told is None:
        return None
    away = (wanted - told.day.weekday() + 3) % 7 - 3
    return exactly(told.day + timedelta(days=away), "weekday_of_narrative", told.label())


def _weekday_day(form: Form, wanted: int, ref: date, anchor: Anchor) -> tuple[date, str]:
    if form.rel_unit == "week":
        monday = week_of(ref)[0] + timedelta(days=7 * _AWAY[form.rel or "this"])
        return monday + timedelta(days=wanted), f"weekday_of_{form.rel}_week"
    if form.rel == "last":
        return weekday_near(ref, wanted, past=True, same=False), "last_weekday"
    if form.rel == "next":
        # "Next Friday" said on a Wednesday is not the day after tomorrow, which is "this Friday".
        day = weekday_near(ref, wanted, past=False, same=False)
        in_this_week = day <= week_of(ref)[1]
        return day + timedelta(days=7 if in_this_week else 0), "next_weekday"
    ahead = form.rel == "coming" or (form.rel == "this" and anchor.tense is None)
    if anchor.tense == "future" or ahead:
        return weekday_near(ref, wanted, past=False), "weekday_on_or_after_publication"
    if anchor.tense == "past":
        return weekday_near(ref, wanted, past=True), "weekday_on_or_before_publication"
    # News tells of what has been: without a verb to say otherwise the weekday is the last one.
    return weekday_near(ref, wanted, past=True), "weekday_assumed_past"


def day_of_month(form: Form, day: int, anchor: Anchor) -> Days | None:
    """ "The 12th of last month": a day of a month counted from the day of writing."""
    ref = reference(anchor)
    if ref is None or ref.precision == "year":
        return None
    stamp = month_away(ref.day, _AWAY[form.rel or "this"])
    exact = day_in_year(int(stamp[:4]), int(stamp[5:]), day) if stamp else None
    return exactly(exact, f"day_of_{form.rel}_month", ref.label()) if exact else None


def nearest_day(day: int, anchor: Anchor) -> Days | None:
    """ "On the 21st": the last one, or the next one of what is to come."""
    ref = reference(anchor)
    if ref is None or ref.precision != "day":
        return None
    stamps = (month_away(ref.day, away) for away in (-1, 0, 1))
    days = [day_in_year(int(s[:4]), int(s[5:]), day) for s in stamps if s is not None]
    found = sorted(one for one in days if one is not None)
    if anchor.tense == "future":
        chosen = next((one for one in found if one >= ref.day), None)
    else:
        chosen = next((one for one in reversed(found) if one <= ref.day), None)
    return exactly(chosen, "nearest_day_of_month", ref.label()) if chosen else None


def day_of_weekday(day: int, weekday: int, anchor: Anchor) -> Days | None:
    """ "Tuesday 11": the nearest eleventh that is a Tuesday."""
    ref = reference(anchor)
    if ref is None or ref.precision != "day":
        return None
    near = [ref.day + timedelta(days=away) for away in range(-_NEAR_DAYS, _NEAR_DAYS + 1)]
    fitting = [one for one in near if one.day == day and one.weekday() == weekday]
    if not fitting:
        return None
    chosen = min(fitting, key=lambda one: abs((one - ref.day).days))
    return exactly(chosen, "weekday_and_day", ref.label())


def period(form: Form, anchor: Anchor) -> Days | None:
    """This, last or next week, month, quarter, year, decade or weekend."""
    ref = reference(anchor)
    if form.unit in ("year", "decade", "century"):
        return _long_period(form, anchor, ref)
    if ref is None or ref.precision == "year":
        return None
    away = _AWAY.get(form.rel or "this", 0)
    rule = f"{form.rel or 'the'}_{form.unit}"
    if form.unit in ("month", "quarter"):
        return _months(form, ref, away, rule, anchor)
    if ref.precision != "day":
        return None
    if form.unit == "weekend":
        saturday = _weekend(form, ref.day, anchor)
        sunday = saturday + timedelta(days=1)
        return days_of(saturday.isoformat(), sunday.isoformat(), rule, ref.label())
    first, last = week_of(ref.day + timedelta(days=7 * away))
    if away == 0 and ref.day == last and anchor.tense == "future":
        # said on a Sunday of what is to come, "this week" is the one that begins
        first, last = week_of(ref.day + timedelta(days=1))
    if away == 0:
        first, last = _side_of_today(form, first, last, ref.day, anchor)
    return days_of(first.isoformat(), last.isoformat(), rule, ref.label())


def _side_of_today(
    form: Form, first: date, last: date, today: date, anchor: Anchor
) -> tuple[date, date]:
    """Of a period that runs now, take what is over or what is to come."""
    if form.part == "early" or anchor.tense == "past":
        return first, max(first, min(last, today))
    if form.part == "late" or anchor.tense == "future":
        return min(last, max(first, today)), last
    return first, last


def _weekend(form: Form, ref: date, anchor: Anchor) -> date:
    """Return the Saturday of the weekend meant."""
    in_weekend = ref.weekday() >= 5
    before = weekday_near(ref, 5, past=True, same=not (in_weekend and form.rel == "last"))
    if form.rel == "last":
        return (
            before - timedelta(days=7)
            if ref.weekday() == 6 and before == ref - timedelta(days=1)
            else before
        )
    if form.rel == "next":
        return weekday_near(ref, 5, past=False, same=False)
    if anchor.tense == "future" or (form.rel == "this" and anchor.tense is None):
        return before if in_weekend else weekday_near(ref, 5, past=False)
    return before


def _months(form: Form, ref: Reference, away: int, rule: str, anchor: Anchor) -> Days | None:
    if form.unit == "quarter":
        index = ref.day.year * 4 + (ref.day.month - 1) // 3 + away
        year, first = index // 4, index % 4 * 3 + 1
        return days_of(f"{year:04d}-{first:02d}", f"{year:04d}-{first + 2:02d}", rule, ref.label())
    stamp = month_away(ref.day, away)
    if stamp is None:
        return None
    year, month = int(stamp[:4]), int(stamp[5:])
    if away == 0 and form.part in (None, "early", "late") and ref.precision == "day":
        first_day, last_day = part_of_month(year, month, None)
        bounds = _side_of_today(form, first_day, last_day, ref.day, anchor)
    else:
        bounds = part_of_month(year, month, form.part)
    return partial(stamp, rule, ref.label(), within=bounds)


def _long_period(form: Form, anchor: Anchor, ref: Reference | None) -> Days | None:
    base = ref.day.year if ref else anchor.page_year
    if base is None:
        return None
    away = _AWAY.get(form.rel or "this", 0)
    label = ref.label() if ref else f"page year {base}"
    rule = f"{form.rel or 'the'}_{form.unit}"
    if form.unit == "year":
        bounds = part_of_year(base + away, form.part)
        if away == 0 and form.part is None and ref is not None and ref.precision == "day":
            bounds = _side_of_today(form, *bounds, ref.day, anchor)
        return partial(f"{base + away:04d}", rule, label, within=bounds)
    length = 10 if form.unit == "decade" else 100
    first = (base // length + away) * length
    return days_of(f"{first:04d}", f"{first + length - 1:04d}", rule, label)


def offset(form: Form, anchor: Anchor) -> Days | None:
    """So many units before or after the day of writing or the day last spoken of."""
    count, unit, sign = form.count, form.unit or "day", form.sign or 1
    if count is None:
        return None
    ref = reference(anchor) if form.origin == "publication" else _narrative(anchor)
    if ref is None:
        return None
    rule = f"{unit}s_{'from' if sign > 0 else 'before'}_{ref.name.replace(' ', '_')}"
    if unit == "hour":
        return _hours(count * sign, ref, rule)
    if unit in _DAYS_IN:
        return _whole_days(count * sign, unit, ref, rule)
    return _whole_months(count * sign, unit, ref, rule)


def _narrative(anchor: Anchor) -> Reference | None:
    day = anchor.narrative_day
    return None if day is None else Reference(day, "narrative day", "day", day)


def _hours(hours: int, ref: Reference, rule: str) -> Days | None:
    """Some hours ago is that day or, before the hour is known, one to its side."""
    if ref.precision != "day":
        return None
    days = (abs(hours) + 23) // 24
    far = shift_days(ref.day, days if hours > 0 else -days)
    if far is None:
        return None
    first, last = sorted((far, ref.day))
    return days_of(first.isoformat(), last.isoformat(), rule, ref.label())


def _whole_days(away: int, unit: str, ref: Reference, rule: str) -> Days | None:
    if ref.precision != "day":
        if unit == "day" and away == 0 and ref.precision == "month":
            return partial(ref.day.isoformat()[:7], rule, ref.label())
        return None
    day = shift_days(ref.day, away * _DAYS_IN[unit])
    if day is None:
        return None
    if unit == "day":
        return exactly(day, rule, ref.label())
    if away == 0:
        first, last = week_of(day)
    else:  # "two weeks ago" is round: three days to either side
        first, last = day - timedelta(days=3), day + timedelta(days=3)
    return days_of(first.isoformat(), last.isoformat(), rule, ref.label())


def _whole_months(away: int, unit: str, ref: Reference, rule: str) -> Days | None:
    months = _MONTHS_IN.get(unit)
    if months is None or (unit == "month" and ref.precision == "year"):
        return None
    stamp = month_away(ref.day, away * months)
    if stamp is None:
        return None
    if unit == "decade":
        return days_of(str(int(stamp[:4]) - 1), str(int(stamp[:4]) + 1), rule, ref.label())
    return partial(stamp if unit == "month" else stamp[:4], rule, ref.label())


def within(form: Form, anchor: Anchor) -> Days | None:
    """Somewhere in the past or the coming so many units, counted from the day of writing."""
    ref = reference(anchor)
    if ref is None or ref.precision != "day" or form.count is None:
        return None
    sign, unit = form.sign or 1, form.unit or "day"
    if unit == "hour":
        return _hours(form.count * sign, ref, "within_hours")
    if unit in _DAYS_IN:
        far = shift_days(ref.day, sign * form.count * _DAYS_IN[unit])
    else:
        stamp = month_away(ref.day, sign * form.count * _MONTHS_IN.get(unit, 1))
        far = None if stamp is None else date(int(stamp[:4]), int(stamp[5:]), min(ref.day.day, 28))
    if far is None:
        return None
    first, last = sorted((ref.day, far))
    name = "past" if sign < 0 else "coming"
    return days_of(first.isoformat(), last.isoformat(), f"within_{name}_{unit}s", ref.label())


def season(form: Form, anchor: Anchor) -> Days | None:
    """A season (of the northern year): explicit with its year, else this, last or next."""
    if form.season is None:
        return None
    if form.year is not None:
        return days_of(*season_months(form.year, form.season), "season_of_year")
    ref = reference(anchor)
    if ref is None or ref.precision == "year":
        return None
    options = [
        season_months(year, form.season) for year in range(ref.day.year - 2, ref.day.year + 3)
    ]
    now = ref.day.isoformat()[:7]
    over = [months for months in options if months[1] < now]
    begun = [months for months in options if months[0] <= now]
    ahead = [months for months in options if months[0] > now]
    if form.rel == "last":
        chosen = over[-1]
    elif form.rel == "next":
        chosen = ahead[0]
    elif form.rel == "this" and begun[-1][0][:4] != now[:4]:
        chosen = ahead[0] if begun[-1][1] < now else begun[-1]
    elif anchor.tense == "future":
        chosen = next(months for months in options if months[1] >= now)
    else:
        chosen = begun[-1]
    return days_of(*chosen, f"{form.rel or 'the'}_season", ref.label())
