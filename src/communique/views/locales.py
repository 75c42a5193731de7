"""Dates and numbers as English is written where the reader is.

The workspace and briefs speak English. Dates and numbers follow the first language that a browser
asks for, or that is named: an English one as it is, of any other its territory, by CLDR.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_interval
from babel.numbers import format_decimal

from communique.partial_dates import to_bounds

_EVERYWHERE = "en_001"


@dataclass(frozen=True, slots=True)
class Manner:
    """How one reader's dates and numbers are written."""

    locale: Locale

    def date(self, value: str | None) -> str:
        """Return an ISO partial date in words: "8 August 2024", "August 2024", "2024"."""
        if not value:
            return ""
        try:
            first, _ = to_bounds(value)
        except ValueError:
            return value
        if len(value) == len("2024"):
            return value
        if len(value) == len("2024-08"):
            return format_date(first, "MMMM yyyy", locale=self.locale)
        return format_date(first, "long", locale=self.locale)

    def short_date(self, value: str) -> str:
        """Return an ISO partial date in few words: "8 Aug 2024", "Aug 2024", "2024"."""
        if len(value) == len("2024"):
            return value
        first, _ = to_bounds(value)
        form = "MMM yyyy" if len(value) == len("2024-08") else "medium"
        return format_date(first, form, locale=self.locale)

    def dates(self, start: str | None, end: str | None) -> str:
        """Return an interval in words, "undated" where there is neither end of it."""
        if start and end and start != end:
            return self._interval(start, end)
        if start or not end:
            return self.date(start) or "undated"
        return f"by {self.date(end)}"

    def moment(self, value: str) -> str:
        """Return an ISO time in words, to the minute."""
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            return value
        return format_datetime(at, "medium", locale=self.locale)

    def number(self, value: int | float) -> str:
        """Return a number with its thousands parted."""
        return format_decimal(value, locale=self.locale)

    def number_format(self) -> dict[str, Any]:
        """Return how numbers are parted, as d3 and what draws with it are told."""
        symbols = self.locale.number_symbols["latn"]
        first, then = self.locale.decimal_formats[None].grouping
        return {
            "decimal": symbols["decimal"],
            "thousands": symbols["group"],
            "grouping": [first, *[then] * 6],
            "currency": ["", ""],
        }

    def time_format(self) -> dict[str, Any]:
        """Return the names of months and days, as d3 and what draws with it are told."""
        months, days = self.locale.months["format"], self.locale.days["format"]
        week = (6, *range(6))  # it begins on a Sunday there
        return {
            "dateTime": "%x, %X",
            "date": "%-d/%-m/%Y",
            "time": "%H:%M:%S",
            "periods": ["am", "pm"],
            "days": [days["wide"][day] for day in week],
            "shortDays": [days["abbreviated"][day] for day in week],
            "months": [months["wide"][month] for month in range(1, 13)],
            "shortMonths": [months["abbreviated"][month] for month in range(1, 13)],
        }

    def _interval(self, start: str, end: str) -> str:
        if len(start) == len(end) == len("2024-08-08"):
            first, last = date.fromisoformat(start), date.fromisoformat(end)
            return format_interval(first, last, "yMMMMd", locale=self.locale)
        return f"{self.date(start)} – {self.date(end)}"


def manner_of(accepted: str | None) -> Manner:
    """Return the manner for what a browser sends as ``Accept-Language``."""
    first = (accepted or "").split(",", 1)[0].split(";", 1)[0].strip()
    return _manner(first[:35])


def is_locale(tag: str) -> bool:
    """Tell whether a tag names a language, with or without a territory."""
    try:
        Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return False
    return True


@lru_cache(maxsize=64)
def _manner(tag: str) -> Manner:
    language, *rest = tag.replace("_", "-").split("-")
    territory = next((part.upper() for part in rest if len(part) == 2), None)
    wanted = [f"en_{territory}"] if territory else []
    if language.lower() == "en" and not territory:
        wanted = ["en"]
    for name in (*wanted, _EVERYWHERE):
        try:
            return Manner(Locale.parse(name))
        except (UnknownLocaleError, ValueError):
            continue
    return Manner(Locale("en"))
