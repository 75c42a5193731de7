"""Dates as people write them: "26 March 2024", "June 2024"."""

from __future__ import annotations

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


def written_date(partial: str) -> str:
    """Return "26 March 2024", "March 2024" or "2024" for an ISO partial date."""
    year, month, day = (*partial.split("-"), "", "")[:3]
    if not month:
        return year
    name = MONTHS[int(month) - 1]
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def short_date(partial: str) -> str:
    """Return "26 Mar 2024", "Mar 2024" or "2024" for an ISO partial date."""
    *day, month, year = ("", *written_date(partial).split(" "))
    return " ".join([*filter(None, day), month[:3], year]).strip()


def iso_date(written: str) -> str:
    """Return the ISO partial date of what ``written_date`` gives; raises ValueError for others."""
    *before, year = written.split(" ")
    if not before:
        return f"{int(year):04}"
    month = MONTHS.index(before[-1]) + 1
    return f"{year}-{month:02}" + (f"-{int(before[0]):02}" if before[1:] else "")
