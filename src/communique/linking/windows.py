"""In which days an engagement began, as far as one account and its page tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from communique.linking.rows import AccountRow
from communique.model import Kind, Status
from communique.partial_dates import to_bounds

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# A report of the day's news comes within days; how long ago or ahead an undated mention may
# reach depends on how often such things happen between the same parties.
_NEWS_DAYS = 5
_REACH_BACK = {Kind.VISIT: 400, Kind.SUMMIT: 400, Kind.CEREMONY: 120, Kind.LETTER: 60}
_REACH_AHEAD = {Kind.VISIT: 730, Kind.SUMMIT: 400, Kind.CEREMONY: 180}
_REACH = 45
# The longest tours of heads of state take some two weeks.
_UNDER_WAY_DAYS = 15
_PAST = frozenset({Status.HELD, Status.UNDER_WAY})
_ONLY_SAID = frozenset({Status.PROPOSED, Status.POSTPONED})


class Grip(IntEnum):
    """How firmly an account dates its engagement."""

    EXACT = 0
    LOOSE = 1
    OPEN = 2
    FREE = 3


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day on which it may have begun; ``until`` is the last day it may have lasted.

    ``news`` tells that nothing but the page's own date bounds it.
    """

    first: date
    last: date
    until: date
    grip: Grip
    news: bool = False

    def meets(self, other: Window) -> bool:
        """Tell whether both may speak of the same days."""
        return self.first <= other.until and other.first <= self.until

    def gap(self, other: Window) -> int:
        """Return the days between the two, 0 where they meet."""
        return max((self.first - other.until).days, (other.first - self.until).days, 0)

    def narrowed(self, other: Window) -> Window:
        """Return the days that both allow; the firmer of the two where they allow none."""
        firm, soft = sorted((self, other), key=lambda window: window.grip)
        first, last = max(firm.first, soft.first), min(firm.last, soft.last)
        if first > last:
            return firm
        until = max(last, firm.until if firm.grip == Grip.EXACT else min(firm.until, soft.until))
        return Window(first, last, until, firm.grip, firm.news and soft.news)


def window_of(account: AccountRow, page_date: str | None) -> Window:
    """Return the window of an account on a page of that (partial) date.

    What is invited to or put off on the day of the page is not what was to take place that day: the
    date is that of the saying.
    """
    if account.start and not (account.status in _ONLY_SAID and account.start == page_date):
        return _told_by(_dated(account.start, account.end), account, page_date)
    if page_date is None:
        return _clipped(Window(date.min, date.max, date.max, Grip.FREE), account)
    first, last = to_bounds(page_date)
    if account.main and account.status in _PAST:
        fresh = max(first - timedelta(_NEWS_DAYS), date.min)
        return _clipped(Window(fresh, last, last, Grip.LOOSE, news=True), account)
    back = timedelta(_REACH_BACK.get(account.kind, _REACH))
    ahead = reach_ahead(account.kind)
    if account.status is Status.UNDER_WAY:
        back = min(back, timedelta(_UNDER_WAY_DAYS))
    if account.status in _PAST:
        return _clipped(Window(first - back, last, last, Grip.OPEN), account)
    return _clipped(Window(first, last + ahead, last + ahead, Grip.OPEN), account)


def reach_ahead(kind: Kind) -> timedelta:
    """Return how far ahead of a page something that it announces may lie."""
    return timedelta(_REACH_AHEAD.get(kind, _REACH))


def right_weekday(weekday: str | None, window: Window) -> bool:
    """Tell whether a day of that name lies in the window; any window of a week or more has one."""
    if weekday is None or (window.last - window.first).days >= 6:
        return True
    days = range((window.last - window.first).days + 1)
    return any(WEEKDAYS[(window.first + timedelta(d)).weekday()] == weekday for d in days)


def _told_by(window: Window, account: AccountRow, page_date: str | None) -> Window:
    """Return the window of a month or year less what lies on the other side of the page's date."""
    if window.grip == Grip.EXACT or page_date is None:
        return window
    first, last = to_bounds(page_date)
    if account.status in _PAST:
        if last < window.first:
            return window
        last = min(window.last, last)
        return Window(window.first, last, max(last, min(window.until, last)), window.grip)
    if first > window.last:
        return window
    return Window(max(window.first, first), window.last, window.until, window.grip)


def _dated(start: str, end: str | None) -> Window:
    first, last = to_bounds(start)
    until = max(last, to_bounds(end)[1]) if end else last
    return Window(first, last, until, Grip.EXACT if len(start) == 10 else Grip.LOOSE)


def _clipped(window: Window, account: AccountRow) -> Window:
    first = max(window.first, to_bounds(account.after)[0]) if account.after else window.first
    last = min(window.last, to_bounds(account.before)[1]) if account.before else window.last
    if first > last:
        return window
    return Window(first, last, max(last, min(window.until, last)), window.grip, window.news)
