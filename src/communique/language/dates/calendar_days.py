"""Arithmetic on days: weekdays near a day, months and years away, parts of months and years."""

from datetime import date, timedelta

from communique.language.dates.lexicon import festivals
from communique.partial_dates import Bounds, last_of_month, to_bounds

# First and last day of the thirds of a month; first and last month of the thirds of a year.
_MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
# Northern seasons as half-open talk has them: a month to either side is common usage.
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}


def shift_days(day: date, days: int) -> date | None:
    """Return the day so many days away, None where the calendar ends before that."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def weekday_near(day: date, weekday: int, *, past: bool, same: bool = True) -> date:
    """Return the nearest such weekday before or after ``day``, which itself counts if ``same``."""
    away = (day.weekday() - weekday) % 7 if past else (weekday - day.weekday()) % 7
    if away == 0 and not same:
        away = 7
    return day + timedelta(days=-away if past else away)


def week_of(day: date) -> Bounds:
    """Return the Monday and the Sunday of the week of a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def month_away(day: date, months: int) -> str | None:
    """Return the month ("2024-06") so many months away."""
    index = day.year * 12 + day.month - 1 + months
    return f"{index // 12:04d}-{index % 12 + 1:02d}" if 1 <= index // 12 <= 9999 else None


def day_in_year(year: int, month: int, day: int) -> date | None:
    """Return a day of a year, None for 29 February of a common year."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def part_of_month(year: int, month: int, part: str | None) -> Bounds:
    """Return the days of a month, or of its early, middle or late third."""
    first, last = to_bounds(f"{year:04d}-{month:02d}")
    if part is None:
        return first, last
    low, high = _MONTH_PARTS[part]
    return first.replace(day=low), last.replace(day=min(high, last.day))


def part_of_year(year: int, part: str | None) -> Bounds:
    """Return the days of a year, or of its early, middle or late third."""
    low, high = _YEAR_PARTS[part] if part else (1, 12)
    return date(year, low, 1), last_of_month(year, high)


def months_of(year: int, first: int, last: int) -> tuple[str, str]:
    """Return the first and last month of a stretch of months; 13 and 14 are the next year's."""
    end_year, end = (year, last) if last <= 12 else (year + 1, last - 12)
    return f"{year:04d}-{first:02d}", f"{end_year:04d}-{end:02d}"


def season_months(year: int, season: str) -> tuple[str, str]:
    """Return the first and last month of a (northern) season that begins in a year."""
    return months_of(year, *_SEASONS[season])


def festival_days(name: str, year: int) -> Bounds | None:
    """Return the days a feast may fall on in a year; None where the table does not say."""
    entry = festivals().get(name)
    if entry is None:
        return None
    if "after" in entry:
        other = festival_days(entry["after"], year)
        away = timedelta(days=entry["days"])
        return None if other is None else (other[0] + away, other[1] + away)
    stamps = [f"{year:04d}-{entry['fixed']}"] if "fixed" in entry else entry["dates"]
    for stamp in stamps:
        if stamp.startswith(f"{year:04d}-"):
            day = date.fromisoformat(stamp)
            around = timedelta(days=1 if entry.get("around") else 0)
            return day - around, day + around
    return None
