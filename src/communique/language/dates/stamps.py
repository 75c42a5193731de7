"""Dates of publication as stamps print them: "27/03/2024 09:19 GMT+7", "Nam08/08/2024".

Where day and month can be told apart by nothing, the year alone is returned: it is what the
stamp says for certain, and a fixed guess would be wrong half the time.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from communique.knowledge.tables import read_table
from communique.language.dates.finding import find_dates
from communique.language.dates.forms import Form, FormKind, Precision

_LONGEST_STAMP = 2000
_GLUED = re.compile(r"(?<=[A-Za-zÀ-ɏͰ-ӿḀ-ỿ])(?=\d{1,2}[ ./-]|\d{4}-)")
_IN_ADDRESS = re.compile(r"/(?=(?:19|20)\d\d[/-]\d)")
_SHORT = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{2})(?![\d/.-])")
_FIRST_YEAR_OF_CENTURY = 70  # "/69" is 2069, "/70" is 1970
_BARE_LANGUAGES_IN_BOTH_ORDERS = frozenset({"en"})


class StampReading(NamedTuple):
    """A publication date; ``precision`` says how much of ``day`` is said, ``rule`` how."""

    day: date
    precision: Precision
    rule: str


def parse_publication_date(
    text: str, *, outlet_language_hint: str | None = None, evidence: Sequence[str] = ()
) -> StampReading | None:
    """Read the first date of a stamp that has its year.

    ``outlet_language_hint`` is a BCP 47 tag ("en-US", "vi") or a state's ISO code;
    ``evidence`` holds other strings of the page that may show its order of day and month (other
    stamps, its address, full dates of the article). Returns None where no dated stamp stands
    in the text ("5 hours ago"); precision "year" where day and month cannot be told apart.
    """
    form = next(_dated(text), None)
    if form is None or form.year is None:
        return None
    if form.kind is FormKind.MONTH:
        return StampReading(date(form.year, form.month or 1, 1), "month", "stamp_month")
    if form.kind is FormKind.DATE:
        return StampReading(_day(form), "day", "stamp")
    if form.first is None or form.last is None:
        return None
    return _told_apart(_day(form.first), _day(form.last), outlet_language_hint, evidence, text)


def _told_apart(
    day_first: date, month_first: date, hint: str | None, evidence: Sequence[str], text: str
) -> StampReading:
    """Choose a reading by the page's other dates, else by the usage of the outlet's state."""
    shown = _order_shown([*evidence, text], day_first, month_first)
    if shown is not None:
        chosen = day_first if shown else month_first
        return StampReading(chosen, "day", f"{'day' if shown else 'month'}_first_by_page")
    usual = writes_day_first(hint)
    if usual is not None:
        chosen = day_first if usual else month_first
        return StampReading(chosen, "day", f"{'day' if usual else 'month'}_first_by_outlet")
    return StampReading(date(day_first.year, 1, 1), "year", "day_and_month_undecided")


def _order_shown(strings: Sequence[str], day_first: date, month_first: date) -> bool | None:
    """Tell the order that other dates show; None where they show none or both."""
    shown: set[bool] = set()
    for string in strings:
        for form in _dated(string):
            if form.kind is FormKind.DATE and _day(form) in (day_first, month_first):
                shown.add(_day(form) == day_first)
        shown |= _orders_in_figures(string)
    return shown.pop() if len(shown) == 1 else None


def _orders_in_figures(string: str) -> set[bool]:
    """Orders forced by a number above twelve: "27/03/2024" is day first."""
    pairs = re.findall(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}(?!\d)", string[:_LONGEST_STAMP])
    numbers = [(int(one), int(two)) for one, two in pairs]
    day_first = {True for one, two in numbers if 12 < one <= 31 and two <= 12}
    return day_first | {False for one, two in numbers if 12 < two <= 31 and one <= 12}


def writes_day_first(hint: str | None) -> bool | None:
    """Tell the order an outlet's language or state writes; None where both are in use."""
    if not hint:
        return None
    language, _, region = hint.replace("_", "-").partition("-")
    if not region and (len(language) == 3 or language.isupper()):
        language, region = "", language
    code = region.rpartition("-")[2].lower()
    if code in _codes("mixed_order.csv"):
        return None
    if code in _codes("month_first.csv"):
        return False
    return None if not code and language.lower() in _BARE_LANGUAGES_IN_BOTH_ORDERS else True


@cache
def _codes(table: str) -> frozenset[str]:
    rows = read_table("pages", table)
    return frozenset(row[key].lower() for row in rows for key in ("state", "domain_ending"))


def _dated(text: str) -> Iterator[Form]:
    """Give the dates of a string that have their year, in order."""
    parted = _IN_ADDRESS.sub(" ", _GLUED.sub(" ", text[:_LONGEST_STAMP]))
    parted = _SHORT.sub(_long_year, parted)
    for expression in find_dates(parted):
        form = expression.form
        if form.year is not None and form.kind in (
            FormKind.DATE,
            FormKind.NUMERIC,
            FormKind.MONTH,
        ):
            yield form


def _long_year(short: re.Match[str]) -> str:
    century = 20 if int(short[4]) < _FIRST_YEAR_OF_CENTURY else 19
    return f"{short[1]}{short[2]}{short[3]}{short[2]}{century}{short[4]}"


def _day(form: Form) -> date:
    return date(form.year or 1, form.month or 1, form.day or 1)
