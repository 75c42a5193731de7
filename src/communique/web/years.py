"""Numbers of engagements by year and kind, as a table that needs no picture to be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.record.finding.entries import MonthCount


@dataclass(frozen=True, slots=True)
class Years:
    """``kinds`` are the columns; each row is a year (empty: undated), its numbers and their sum."""

    kinds: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...], int], ...]


def years_of(months: Iterable[MonthCount]) -> Years:
    """Return months counted together by year, the newest first, the undated last."""
    counted: dict[str, dict[str, int]] = {}
    kinds: dict[str, int] = {}
    for each in months:
        year, kind = (each.month or "")[:4], each.kind.value
        of_year = counted.setdefault(year, {})
        of_year[kind] = of_year.get(kind, 0) + each.number
        kinds[kind] = kinds.get(kind, 0) + each.number
    columns = tuple(sorted(kinds, key=lambda kind: (-kinds[kind], kind)))
    rows = (
        (year, tuple(counted[year].get(kind, 0) for kind in columns), sum(counted[year].values()))
        for year in sorted(counted, reverse=True)
    )
    return Years(columns, tuple(rows))
