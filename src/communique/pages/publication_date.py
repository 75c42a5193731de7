"""When a page was published, from its stamps and dateline; never from dates its prose tells.

Where a date in figures may be read two ways, the page, its outlet and its time zone are asked.
If none of them answers, only the year is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from communique.pages.article import Article
from communique.pages.credit import names_outlet
from communique.pages.looks import TEXT, Look, Seen
from communique.pages.marks import weekdays
from communique.pages.outlet import order_of_domain
from communique.pages.page_dates import PageDate, dates_in, is_date
from communique.pages.stamps import Stamp

_BEFORE = 40
_INSIDE = 8
_AFTER = 6
_NEAR_DAYS = 6
_HEADLINE = 15
# A line that heads a text has at most so many words, and may stand as the first of the text.
_HEADER = 16
_HEADING = 2
# A page may be copied years later: no other year that it may be from must fit as well.
_YEARS_BACK = 3
_RIGHTS = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date (ISO, as precise as known) and its precision (day, month, year)."""

    value: str
    precision: str


def publication_date(
    article: Article, *, order: str | None, dateline: PageDate | None, url: str | None = None
) -> Published | None:
    """Find the publication date of a page.

    ``order`` is the order of day and month its outlet or language speaks for (``day``,
    ``month``), ``dateline`` the date of its dateline. None where nothing dates the page.
    """
    stamps = _stamps(article)
    for kind in ("published", "", "updated"):
        for stamp in stamps:
            if stamp.kind == kind:
                found = _first_date(stamp, article, order or order_of_domain(url), dateline)
                if found is not None:
                    return found
    if dateline is not None and dateline.year is not None:
        return _settled(dateline, article, order, None, None)
    repeated = _beside_headline(article)
    if repeated is not None:
        return _settled(repeated, article, order, None, dateline)
    found = _closing_headline(article) or _over_the_text(article, order or order_of_domain(url))
    return found or _by_weekday(article, dateline)


def _beside_headline(article: Article) -> PageDate | None:
    """The date behind the headline where a line over the article repeats it ("KUNA : ... 5/3")."""
    headline, body = article.headline, article.body
    if headline is None or body is None or len(headline) < _HEADLINE:
        return None
    for one in article.page[: body.first]:
        at = one.text.find(headline)
        found = dates_in(one.text[at + len(headline) :]) if at >= 0 else []
        if found and found[0].year is not None:
            moved = at + len(headline)
            return replace(found[0], start=found[0].start + moved, end=found[0].end + moved)
    return None


def _over_the_text(article: Article, order: str | None) -> Published | None:
    """The full date in a line that heads the text, whatever else that line says.

    "Bulletin No. 34 of 12 March 2025", "By a reporter in Nairobi, 12 March 2025": the one nearest
    the text, where each such line gives one date and is no sentence.
    """
    body = article.body
    if body is None:
        return None
    for one in reversed(article.page[: body.first + _HEADING]):
        line = one.block
        judged = one.stamp is not None or one.text == article.headline
        told = judged or line.terminal or line.words > _HEADER
        dates = [] if told else [d for d in dates_in(one.text) if d.day and d.year]
        if len(dates) == 1:
            return _settled(dates[0], article, order, None, None)
    return None


def _by_weekday(article: Article, dateline: PageDate | None) -> Published | None:
    """A day without year, in the year that the page is copyrighted in, if the weekday fits."""
    body = article.body
    if body is None:
        return None
    days = [dateline] if dateline else []
    days += [d for one in article.page[: body.first] if one.stamp for d in one.stamp.dates]
    names = [name for name in weekdays() if len(name) > 5]
    lead = next((p for p in article.paragraphs if any(n in p.casefold() for n in names)), "")
    rights = " ".join(one.text for one in article.page if _RIGHTS.search(one.text))
    named = {int(year) for year in _YEAR.findall(rights)}
    years = sorted({year - ago for year in named for ago in range(_YEARS_BACK)})
    for day in (d for d in days if d.year is None and d.day and not d.swapped):
        dated = [replace(day, year=year) for year in years if is_date(year, day.month, day.day)]
        fitting = [one for one in dated if _follows(one, lead)]
        if len(fitting) == 1 and fitting[0].year in named:
            return Published(fitting[0].iso or "", "day")
    return None


def _closing_headline(article: Article) -> Published | None:
    """The full date that a headline ends with, as those of briefings and statements do."""
    headline = (article.headline or "").rstrip(" )")
    found = [d for d in dates_in(headline) if d.iso and d.day and d.end == len(headline)]
    return _settled(found[0], article, None, None, None) if found else None


def _first_date(
    stamp: Stamp, article: Article, order: str | None, dateline: PageDate | None
) -> Published | None:
    for one in stamp.dates:
        if one.year is not None:
            return _settled(one, article, stamp.hint or order, stamp.weekday, dateline)
    return None


def _stamps(article: Article) -> list[Stamp]:
    """The page's own stamps: near its headline, among its first blocks, right under its end."""
    page, body = article.page, article.body
    if body is None:
        return [one.stamp for one in page if one.stamp]
    found = [page[i] for i in _own_positions(page, article)]
    return [one.stamp for one in found if one.stamp and one.stamp.dates]


def _own_positions(page: Sequence[Seen], article: Article) -> list[int]:
    body = article.body
    assert body is not None
    top = article.headline_at if article.headline_at is not None else body.first
    inside = range(top, min(body.last, body.first + _INSIDE) + 1)
    above = _above(page, top, body.foreign)
    under = _under(page, body.last, body.foreign)
    own = [i for i in inside if i not in body.foreign]
    return [*own, *above, *under]


def _above(page: Sequence[Seen], top: int, foreign: frozenset[int]) -> Iterable[int]:
    """Positions of the stamps over the headline that are the page's own.

    A stamp under a label dates the page wherever it stands; one without must touch the headline,
    or it may be the day on which the page was looked at.
    """
    strange = 0
    for position in range(top - 1, max(-1, top - _BEFORE), -1):
        one = page[position]
        if one.stamp is not None and position not in foreign:
            if strange <= 1 or one.stamp.kind:
                yield position
        elif one.look in (Look.HEADING, Look.LABEL, Look.ITEM, Look.LIST, *TEXT):
            strange += 1


def _under(page: Sequence[Seen], last: int, foreign: frozenset[int]) -> list[int]:
    """Positions of stamps right behind the article that date nothing else."""
    found: list[int] = []
    others = False
    for position in range(last + 1, min(len(page), last + 1 + _AFTER)):
        one = page[position]
        if position in foreign or one.look in (Look.LIST, *TEXT):
            break
        others = others or (one.look is Look.HEADING and not names_outlet(one.text))
        if one.stamp is not None and (one.stamp.kind or not others):
            found.append(position)
    return found


def _settled(
    one: PageDate,
    article: Article,
    order: str | None,
    weekday: int | None,
    dateline: PageDate | None,
) -> Published | None:
    if one.swapped:
        chosen = _chosen(one, article, order, weekday, dateline)
        if chosen is None:
            return Published(f"{one.year:04d}", "year")
        one = chosen
    value = one.iso
    return Published(value, "day" if one.day else "month") if value else None


def _chosen(
    one: PageDate,
    article: Article,
    order: str | None,
    weekday: int | None,
    dateline: PageDate | None,
) -> PageDate | None:
    """Settle which of two numbers is the day, by the strongest sign that the page gives."""
    readings = (one, one.turned())
    if weekday is not None:
        right = [r for r in readings if _date(r).isoweekday() == weekday]
        if len(right) == 1:
            return right[0]
    shown = _order_shown(article.page)
    if shown:
        return readings[0] if shown == "day" else readings[1]
    told = [*([dateline] if dateline else []), *_told(article)]
    near = [r for r in readings if any(_close(r, other) for other in told)]
    if len(near) == 1:
        return near[0]
    if order:
        return readings[0] if order == "day" else readings[1]
    fresh = [r for r in readings if _fresh(r, article)]
    return fresh[0] if len(fresh) == 1 else None


def _fresh(reading: PageDate, article: Article) -> bool:
    """Whether a weekday named at the article's start falls on that day or the day before."""
    return _follows(reading, " ".join(article.paragraphs[:2]))


def _follows(reading: PageDate, told: str) -> bool:
    lower = told.casefold()
    named = {number for name, number in weekdays().items() if len(name) > 5 and name in lower}
    return bool(named & {_date(reading).isoweekday(), (_date(reading).isoweekday() - 2) % 7 + 1})


def _date(one: PageDate) -> date:
    assert one.year is not None
    assert one.day is not None
    return date(one.year, one.month, one.day)


def _order_shown(page: Sequence[Seen]) -> str | None:
    """The order that other dates in figures on the page show, where they show one."""
    orders = {
        d.order
        for one in page
        if one.block.words <= 40 or one.stamp
        for d in (one.stamp.dates if one.stamp else dates_in(one.text))
        if d.numeric and d.order
    }
    return orders.pop() if len(orders) == 1 else None


def _told(article: Article) -> list[PageDate]:
    """Dates with a month's name that the article tells or its own stamps give."""
    found = [d for text in article.paragraphs for d in dates_in(text)]
    found += [d for stamp in _stamps(article) for d in stamp.dates]
    return [d for d in found if not d.numeric and d.day]


def _close(reading: PageDate, other: PageDate) -> bool:
    """Whether an event of the day ``other`` would be reported on the day ``reading``."""
    assert reading.year is not None
    if other.day is None:
        return False
    year = other.year or reading.year
    try:
        days = (_date(reading) - date(year, other.month, other.day)).days
    except ValueError:
        return False
    return -1 <= days <= _NEAR_DAYS
