"""What working out a date gives on the way, and the day it counts from."""

from dataclasses import dataclass, field
from datetime import date

from communique.language.dates.forms import Anchor, Precision
from communique.partial_dates import Bounds, interval_bounds, to_bounds


@dataclass(frozen=True, slots=True)
class Days:
    """Worked-out days: ISO partial dates, the rule, and what besides the words was used."""

    start: str
    end: str
    rule: str
    worked_from: tuple[str, ...] = ()
    extent: bool = False
    within: Bounds | None = field(default=None)

    def bounds(self) -> Bounds:
        """Return the first and last day; raises ValueError beyond the calendar."""
        return self.within or interval_bounds((self.start, self.end))


@dataclass(frozen=True, slots=True)
class Reference:
    """The day of writing: ``day`` (the first it can be), ``last``, its name and precision."""

    day: date
    name: str
    precision: Precision
    last: date

    def label(self) -> str:
        """Return how the record names it: "published 2024-03-27"."""
        length = {"year": 4, "month": 7, "day": 10}[self.precision]
        return f"{self.name} {self.day.isoformat()[:length]}"


def reference(anchor: Anchor) -> Reference | None:
    """Return the day of writing: the dateline's, else that of publication."""
    if anchor.dateline is not None:
        return Reference(anchor.dateline, "dateline", "day", anchor.dateline)
    if anchor.published is None:
        return None
    length = {"year": 4, "month": 7, "day": 10}[anchor.published_precision]
    first, last = to_bounds(anchor.published.isoformat()[:length])
    return Reference(first, "published", anchor.published_precision, last)


def exactly(day: date, rule: str, *worked_from: str) -> Days:
    """Return one day."""
    return Days(day.isoformat(), day.isoformat(), rule, worked_from)


def partial(stamp: str, rule: str, *worked_from: str, within: Bounds | None = None) -> Days:
    """Return one partial date, bounded more tightly by ``within``."""
    return Days(stamp, stamp, rule, worked_from, within=within)


def days_of(start: str, end: str, rule: str, *worked_from: str) -> Days:
    """Return an interval in which the thing happened."""
    return Days(start, end, rule, worked_from)
