"""ISO partial dates ("2024", "2024-06", "2024-06-19") as intervals of days.

A partial date stands for every day it covers: its precision is the length of its string.
"""

import re
from calendar import monthrange
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

Bounds = tuple[date, date]
Partial = str | tuple[str, str]


def to_bounds(partial: str) -> Bounds:
    """Return the first and the last day that an ISO partial date covers.

    Raises ValueError for a string that is no ISO partial date.
    """
    found = _PARTIAL.fullmatch(partial)
    if found is None:
        raise ValueError(f"not an ISO partial date: {partial!r}")
    year, month, day = int(found[1]), found[2], found[3]
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, int(month), 1), last_of_month(year, int(month))
    exact = date(year, int(month), int(day))
    return exact, exact


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month; raises ValueError where there is no such month."""
    if not 1 <= month <= 12:
        raise ValueError(f"no such month: {month}")
    return date(year, month, monthrange(year, month)[1])


def interval_bounds(interval: Partial) -> Bounds:
    """Return the bounds of one partial date or of a (start, end) pair of them."""
    if isinstance(interval, str):
        return to_bounds(interval)
    start, end = interval
    return to_bounds(start)[0], to_bounds(end)[1]


def contains(a: Partial, b: Partial) -> bool:
    """Tell whether every day of ``b`` lies in ``a``."""
    (a_first, a_last), (b_first, b_last) = interval_bounds(a), interval_bounds(b)
    return a_first <= b_first and b_last <= a_last


def overlaps(a: Partial, b: Partial) -> bool:
    """Tell whether ``a`` and ``b`` share a day."""
    (a_first, a_last), (b_first, b_last) = interval_bounds(a), interval_bounds(b)
    return a_first <= b_last and b_first <= a_last


def narrower(a: Partial, b: Partial) -> bool:
    """Tell whether ``a`` says more than ``b``: it lies within ``b`` and is shorter."""
    return contains(b, a) and not contains(a, b)


def precision(partial: str) -> str:
    """Return "year", "month" or "day"; raises ValueError for what is no partial date."""
    to_bounds(partial)
    return {4: "year", 7: "month", 10: "day"}[len(partial)]
