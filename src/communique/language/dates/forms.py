"""What a temporal expression says, before anybody works out which days it means."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

Tense = Literal["past", "future"]
Precision = Literal["day", "month", "year"]


class FormKind(StrEnum):
    """The shapes of temporal expressions."""

    DATE = "date"  # a day of a month, with or without its year
    NUMERIC = "numeric"  # 03/04/2024: which is the month is open
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    SPAN = "span"  # from one form to another
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    WEEKDAY = "weekday"
    PERIOD = "period"  # this, last or next week, month, year, weekend
    OFFSET = "offset"  # so many units from a day: yesterday, two weeks ago, the next day
    WITHIN = "within"  # somewhere in the past or the coming so many units
    VAGUE = "vague"  # recently, soon
    FESTIVAL = "festival"
    ANNIVERSARY = "anniversary"
    DURATION = "duration"
    CLOCK = "clock"
    PART_OF_DAY = "part_of_day"
    NOT_A_DATE = "not_a_date"  # a name that only looks like one: "Vision 2030"


@dataclass(frozen=True, slots=True)
class Form:
    """An unresolved temporal expression; fields that its words do not fill are None.

    ``rel`` is "this", "last" or "next"; ``rel_unit`` the unit it belongs to where that is not
    the form itself ("March last year": a month whose year is the last one). ``origin`` is what
    an offset counts from: "publication", "narrative" (the day last spoken of) or "event" (a
    thing the words after it name). ``sign`` is -1 for the past, 1 for the future.
    """

    kind: FormKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # Monday is 0
    part: str | None = None  # early, mid, late
    part_of_day: str | None = None
    clock: str | None = None
    zone: str | None = None
    rel: str | None = None
    rel_unit: str | None = None
    unit: str | None = None
    count: int | None = None
    sign: int | None = None
    origin: str | None = None
    number: int | None = None  # which quarter or half; the ordinal of an anniversary
    season: str | None = None
    festival: str | None = None
    base_year: int | None = None
    term: bool = False  # a term of office or a plan's years, not the time of an event
    first: "Form | None" = None
    last: "Form | None" = None


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A temporal expression in a text: ``text[start:end] == surface`` (code points)."""

    start: int
    end: int
    surface: str
    form: Form
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the page around an expression gives to work its days out from.

    ``dateline`` is the day of a wire dateline, ``narrative_day`` the day last spoken of,
    ``page_year`` the year that ``infer_page_year`` found, ``tense`` the time of the
    expression's own clause, ``day_first`` how the page writes numeric dates, where known.
    """

    published: date | None = None
    published_precision: Precision = "day"
    dateline: date | None = None
    narrative_day: date | None = None
    tense: Tense | None = None
    page_year: int | None = None
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """The days an expression means.

    ``start`` and ``end`` are ISO partial dates, precision by length. ``earliest`` and
    ``latest`` bound the days more tightly where the words do ("early June": 1 to 10 June).
    ``extent`` is true where the words give a whole stretch ("January 14-15"), false where the
    thing happened somewhere inside ("last week"). ``basis`` is "explicit" where all of the
    date stands in the expression, else "resolved".
    """

    start: str
    end: str
    basis: Literal["explicit", "resolved"]
    rule: str
    worked_from: tuple[str, ...]
    earliest: date
    latest: date
    extent: bool = False
