"""Dates as they stand in stamps and datelines: found, with both readings where order is open.

Only complete dates of the Gregorian calendar and month names with a day are found here; what
dates in running prose mean is no matter of this room.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from communique.pages import marks

_DIGIT = re.compile(r"\d")
_NAMED = frozenset({"named", "dayless", "yearless"})
FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class PageDate:
    """A date as printed at ``start:end`` of a line.

    ``year`` is None where none is printed, ``day`` where only a month is. ``swapped`` says that
    day and month are both twelve or less in a numeric date, so that ``day`` and ``month`` (read
    day first) may as well be the other way about.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    swapped: bool = False
    numeric: bool = False
    order: str | None = None

    @property
    def iso(self) -> str | None:
        """The date as an ISO string of its own precision, None without a year."""
        if self.year is None:
            return None
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    def turned(self) -> PageDate:
        """The same date read month first."""
        assert self.day is not None
        return PageDate(self.start, self.end, self.year, self.day, self.month, numeric=True)


@cache
def _month_names() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, marks.months()), key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d_])(?:{names})", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    names = "|".join(sorted(map(re.escape, marks.months()), key=len, reverse=True))
    day = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|º|er)?"
    year = r"(?P<year>(?:19|20)\d\d)"
    month = rf"(?P<name>{names})\.?"
    flags = re.IGNORECASE
    sources = (
        (
            "iso",
            r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<s>[-/]|\.\s?)(?P<month>0?[1-9]|1[0-2])(?P=s)"
            r"(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)",
        ),
        (
            "cjk",
            r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<month>\d\d?)\s?[月월]\s?"
            r"(?P<day>\d\d?)\s?[日일]",
        ),
        (
            "numeric",
            r"(?<![\d/.-])(?P<first>\d\d?)(?P<s>[-/]|\.\s?)(?P<second>\d\d?)(?P=s)"
            r"(?P<year>(?:19|20)\d\d)(?!\d)",
        ),
        (
            "short",
            r"(?<![\d/.-])(?P<first>\d\d?)(?P<s>[-/.])(?P<second>\d\d?)(?P=s)"
            r"(?P<year>\d\d)(?![\d/.-])",
        ),
        ("named", rf"(?<!\w){month}[\s-]*{day}(?!\d)\s*(?:,|\s|-)\s*{year}(?!\d)"),
        (
            "named",
            rf"(?<!\d){day}[\s./-]*(?:de\s|of\s)?\s*{month}[\s,./-]*(?:de\s|del\s)?\s*{year}"
            r"(?!\d)",
        ),
        ("dayless", rf"(?<!\w){month},?\s+{year}(?!\d)"),
        ("yearless", rf"(?<!\w){month}\s*{day}(?![\d:]|\s*%)"),
        ("yearless", rf"(?<![\d:]){day}\s+(?:de\s|of\s)?{month}(?!\w)"),
    )
    return tuple((kind, re.compile(source, flags)) for kind, source in sources)


def dates_in(line: str) -> list[PageDate]:
    """Find the dates of one line, in order, never overlapping."""
    if not _DIGIT.search(line):
        return []
    found: list[PageDate] = []
    named = bool(_month_names().search(line))
    for kind, pattern in _patterns():
        if kind in _NAMED and not named:
            continue
        for match in pattern.finditer(line):
            one = _read(kind, match)
            if one and all(one.end <= other.start or other.end <= one.start for other in found):
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def _read(kind: str, match: re.Match[str]) -> PageDate | None:
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    if kind == "short" and year is not None:
        year += 2000 if year < 70 else 1900
    if kind in ("numeric", "short"):
        return _numeric(match, year)
    month = int(parts["month"]) if parts.get("month") else 0
    if parts.get("name"):
        month = marks.months()[parts["name"].casefold()]
    day = int(parts["day"]) if parts.get("day") else None
    if not is_date(year, month, day):
        return None
    end = match.start() + len(match.group().rstrip(". "))
    return PageDate(match.start(), end, year, month, day)


def _numeric(match: re.Match[str], year: int | None) -> PageDate | None:
    """Read figures; points between them are used by those alone who put the day first."""
    first, second = int(match["first"]), int(match["second"])
    day_first, month_first = is_date(year, second, first), is_date(year, first, second)
    span = (match.start(), match.end(), year)
    if day_first and match["s"][0] == ".":
        return PageDate(*span, second, first, numeric=True)
    if day_first and month_first and first != second:
        return PageDate(*span, second, first, swapped=True, numeric=True)
    if day_first:
        order = "day" if first != second else None
        return PageDate(*span, second, first, numeric=True, order=order)
    if month_first:
        return PageDate(*span, first, second, numeric=True, order="month")
    return None


def is_date(year: int | None, month: int, day: int | None) -> bool:
    """Whether such a day exists; a missing year or day passes."""
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return False
    try:
        date(year or 2000, month, day or 1)
    except ValueError:
        return False
    return True
