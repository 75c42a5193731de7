"""Which days a temporal expression means, given what its page gives.

A row is a text, its anchor, and the days meant as ``start`` or ``start/end``; None where the
page supports none. Weekdays: 2024-03-27 was a Wednesday, 2024-11-23 a Saturday.
"""

from datetime import date

import pytest

from communique.language.dates import Anchor, ResolvedDate, find_dates, resolve

PUBLISHED = date(2024, 3, 27)
NONE = Anchor()
PLAIN = Anchor(published=PUBLISHED)
PAST = Anchor(published=PUBLISHED, tense="past")
FUTURE = Anchor(published=PUBLISHED, tense="future")
STORY = Anchor(published=PUBLISHED, narrative_day=date(2024, 3, 22), tense="past")
SATURDAY = Anchor(published=date(2024, 11, 23), tense="past")
NEW_YEAR = Anchor(published=date(2025, 1, 2), tense="past")
NEW_YEAR_AHEAD = Anchor(published=date(2024, 12, 20), tense="future")
DATELINE = Anchor(published=date(2024, 3, 29), dateline=date(2024, 3, 27), tense="past")
MONTH_ONLY = Anchor(published=date(2024, 3, 1), published_precision="month", tense="past")
YEAR_ONLY = Anchor(published=date(2024, 1, 1), published_precision="year", tense="past")
PAGE_YEAR = Anchor(page_year=2025, tense="past")
NARRATED = Anchor(narrative_day=date(2023, 8, 22))
DAY_FIRST = Anchor(published=PUBLISHED, day_first=True)
MONTH_FIRST = Anchor(published=PUBLISHED, day_first=False)

CASES: list[tuple[str, Anchor, str | None]] = [
    # the whole date stands in the text
    ("August 8, 2024", NONE, "2024-08-08"),
    ("8 August 2024", PAST, "2024-08-08"),
    ("the 8th of August, 2024", FUTURE, "2024-08-08"),
    ("Thursday, 11 July 2024", NONE, "2024-07-11"),
    ("27/03/2024", NONE, "2024-03-27"),
    ("03/27/2024", NONE, "2024-03-27"),
    ("2024-03-27", NONE, "2024-03-27"),
    ("2024年3月27日", NONE, "2024-03-27"),
    ("04/04/2024", NONE, "2024-04-04"),
    ("June 2024", NONE, "2024-06"),
    ("early June 2024", NONE, "2024-06"),
    ("in 2025", NONE, "2025"),
    ("late 2023", NONE, "2023"),
    ("the 1990s", NONE, "1990/1999"),
    ("January 14-16, 2025", NONE, "2025-01-14/2025-01-16"),
    ("30 December 2023 - 2 January 2024", NONE, "2023-12-30/2024-01-02"),
    ("January 30 to February 2, 2023", NONE, "2023-01-30/2023-02-02"),
    ("December 30 to January 2, 2024", NONE, "2023-12-30/2024-01-02"),
    ("July-August 2024", NONE, "2024-07/2024-08"),
    ("November-January 2024", NONE, "2023-11/2024-01"),
    ("the 2024-2030 term", NONE, "2024/2030"),
    ("the first quarter of 2025", NONE, "2025-01/2025-03"),
    ("Q4 2024", NONE, "2024-10/2024-12"),
    ("the second half of 2024", NONE, "2024-07/2024-12"),
    ("the summer of 2023", NONE, "2023-06/2023-08"),
    ("winter 2023", NONE, "2023-12/2024-02"),
    # figures that read two ways
    ("03/04/2024", NONE, "2024"),
    ("03/04/2024", DAY_FIRST, "2024-04-03"),
    ("03/04/2024", MONTH_FIRST, "2024-03-04"),
    ("03/04/2024", PAST, "2024-03-04"),  # 3 April has not come yet
    ("03/04/2024", FUTURE, "2024-04-03"),  # 4 March is over
    ("Wednesday, 03/04/2024", NONE, "2024-04-03"),
    ("Monday, 03/04/2024", NONE, "2024-03-04"),
    # a day without its year
    ("March 26", PAST, "2024-03-26"),
    ("March 26", PLAIN, "2024-03-26"),
    ("March 28", PAST, "2024-03-28"),  # written east of where it was published
    ("April 5", PAST, "2023-04-05"),
    ("April 5", FUTURE, "2024-04-05"),
    ("April 5", PLAIN, "2024-04-05"),
    ("December 12", PLAIN, "2023-12-12"),
    ("March 25", FUTURE, "2024-03-25"),  # published again some days later
    ("February 10", FUTURE, "2025-02-10"),
    ("December 30", NEW_YEAR, "2024-12-30"),
    ("January 6", NEW_YEAR_AHEAD, "2025-01-06"),
    ("February 29", PAST, "2024-02-29"),
    ("February 29", NEW_YEAR, "2024-02-29"),
    ("Tuesday, March 26", PAST, "2024-03-26"),
    ("Saturday, March 25", PAST, "2023-03-25"),  # the weekday names the year
    ("March 5 last year", PAST, "2023-03-05"),
    ("the 12th of last month", PAST, "2024-02-12"),
    ("the 30th of last month", PAST, None),
    ("the 12th of this month", PAST, "2024-03-12"),
    ("March 26", MONTH_ONLY, "2024-03-26"),
    ("March 26", YEAR_ONLY, "2024-03-26"),
    ("March 26", DATELINE, "2024-03-26"),
    ("March 26", NONE, None),
    ("January 14", PAGE_YEAR, "2025-01-14"),
    ("afternoon of January 14", PAGE_YEAR, "2025-01-14"),
    ("August 25", NARRATED, "2023-08-25"),
    ("January 3", Anchor(narrative_day=date(2023, 12, 30)), "2024-01-03"),
    # stretches without a year
    ("January 14-15", PAST, "2024-01-14/2024-01-15"),
    ("January 14-15", PAGE_YEAR, "2025-01-14/2025-01-15"),
    ("March 26 to 30", PAST, "2024-03-26/2024-03-30"),  # it runs now
    ("March 20 to April 5", PAST, "2024-03-20/2024-04-05"),
    ("March 20 to April 5", FUTURE, "2024-03-20/2024-04-05"),
    ("December 30 to January 2", NEW_YEAR, "2024-12-30/2025-01-02"),
    ("December 30 to January 2", NEW_YEAR_AHEAD, "2024-12-30/2025-01-02"),
    ("between 5 and 7 May", FUTURE, "2024-05-05/2024-05-07"),
    ("from Monday to Wednesday", PAST, "2024-03-25/2024-03-27"),
    ("from Monday to Wednesday", FUTURE, "2024-04-01/2024-04-03"),
    ("from Tuesday to Thursday", PAST, "2024-03-26/2024-03-28"),
    ("January 14-15", NONE, None),
    ("17-19 January this year", FUTURE, "2024-01-17/2024-01-19"),
    ("17-19 December last year", PAST, "2023-12-17/2023-12-19"),
    ("late May to early June", FUTURE, "2024-05/2024-06"),
    # months without a year
    ("in June", PAST, "2023-06"),
    ("in June", FUTURE, "2024-06"),
    ("in March", PAST, "2024-03"),
    ("in March", FUTURE, "2024-03"),
    ("in February", FUTURE, "2025-02"),
    ("in December", PAST, "2023-12"),
    ("mid-June", FUTURE, "2024-06"),
    ("the first week of July", FUTURE, "2024-07"),
    ("last June", PAST, "2023-06"),
    ("last March", PAST, "2023-03"),
    ("last February", PAST, "2024-02"),
    ("next March", FUTURE, "2025-03"),
    ("next June", FUTURE, "2024-06"),
    ("this June", FUTURE, "2024-06"),
    ("June last year", PAST, "2023-06"),
    ("June next year", FUTURE, "2025-06"),
    ("the end of July", FUTURE, "2024-07"),
    ("in June", PAGE_YEAR, "2025-06"),
    ("in June", NONE, None),
    # weekdays
    ("on Tuesday", PAST, "2024-03-26"),
    ("on Tuesday", PLAIN, "2024-03-26"),
    ("on Tuesday", FUTURE, "2024-04-02"),
    ("on Wednesday", PAST, "2024-03-27"),
    ("on Wednesday", FUTURE, "2024-03-27"),
    ("on Thursday", PAST, "2024-03-21"),
    ("on Thursday", FUTURE, "2024-03-28"),
    ("late on Monday", PAST, "2024-03-25"),
    ("Tuesday evening", PAST, "2024-03-26"),
    ("at 3 p.m. on Monday", PAST, "2024-03-25"),
    ("last Friday", PAST, "2024-03-22"),
    ("last Wednesday", PAST, "2024-03-20"),
    ("this Sunday", FUTURE, "2024-03-31"),
    ("this Monday", PAST, "2024-03-25"),
    ("next Monday", FUTURE, "2024-04-01"),
    ("next Friday", FUTURE, "2024-04-05"),
    ("Thursday next week", FUTURE, "2024-04-04"),
    ("Thursday last week", PAST, "2024-03-21"),
    ("this coming Friday", FUTURE, "2024-03-29"),
    ("this past Friday", PAST, "2024-03-22"),
    ("the following Monday", STORY, "2024-03-25"),
    ("the previous Monday", STORY, "2024-03-18"),
    ("the following Monday", PAST, None),
    ("on Friday", DATELINE, "2024-03-22"),
    ("on Tuesday", NONE, None),
    ("on Tuesday", PAGE_YEAR, None),
    ("on Tuesday", MONTH_ONLY, None),
    # counted from the day of writing
    ("today", PLAIN, "2024-03-27"),
    ("this morning", PAST, "2024-03-27"),
    ("tonight", FUTURE, "2024-03-27"),
    ("yesterday", PAST, "2024-03-26"),
    ("yesterday afternoon", PAST, "2024-03-26"),
    ("last night", PAST, "2024-03-26"),
    ("tomorrow", FUTURE, "2024-03-28"),
    ("the day before yesterday", PAST, "2024-03-25"),
    ("the day after tomorrow", FUTURE, "2024-03-29"),
    ("yesterday", DATELINE, "2024-03-26"),
    ("this morning (January 15)", PAGE_YEAR, "2025-01-15"),
    ("three days ago", PAST, "2024-03-24"),
    ("three weeks ago", PAST, "2024-03-03/2024-03-09"),
    ("two months ago", PAST, "2024-01"),
    ("four months ago", PAST, "2023-11"),
    ("ten years ago", PAST, "2014"),
    ("in two weeks' time", FUTURE, "2024-04-07/2024-04-13"),
    ("5 hours ago", PAST, "2024-03-26/2024-03-27"),
    ("overnight", PAST, "2024-03-26/2024-03-27"),
    ("in the last 24 hours", PAST, "2024-03-26/2024-03-27"),
    ("today", MONTH_ONLY, "2024-03"),
    ("yesterday", MONTH_ONLY, None),
    ("yesterday", NONE, None),
    # this, last and next
    ("this week", PAST, "2024-03-25/2024-03-27"),
    ("this week", FUTURE, "2024-03-27/2024-03-31"),
    ("this week", PLAIN, "2024-03-25/2024-03-31"),
    ("earlier this week", PAST, "2024-03-25/2024-03-27"),
    ("later this week", FUTURE, "2024-03-27/2024-03-31"),
    ("last week", PAST, "2024-03-18/2024-03-24"),
    ("next week", FUTURE, "2024-04-01/2024-04-07"),
    ("over the weekend", PAST, "2024-03-23/2024-03-24"),
    ("this weekend", FUTURE, "2024-03-30/2024-03-31"),
    ("last weekend", PAST, "2024-03-23/2024-03-24"),
    ("next weekend", FUTURE, "2024-03-30/2024-03-31"),
    ("this weekend", SATURDAY, "2024-11-23/2024-11-24"),
    ("last weekend", SATURDAY, "2024-11-16/2024-11-17"),
    ("this month", PAST, "2024-03"),
    ("earlier this month", PAST, "2024-03"),
    ("last month", PAST, "2024-02"),
    ("next month", FUTURE, "2024-04"),
    ("last month", NEW_YEAR, "2024-12"),
    ("next month", NEW_YEAR_AHEAD, "2025-01"),
    ("this year", PAST, "2024"),
    ("last year", PAST, "2023"),
    ("next year", FUTURE, "2025"),
    ("the end of this year", FUTURE, "2024"),
    ("last year", YEAR_ONLY, "2023"),
    ("last year", PAGE_YEAR, "2024"),
    ("this decade", PAST, "2020/2029"),
    ("the first quarter of this year", PAST, "2024-01/2024-03"),
    ("the second half of next year", FUTURE, "2025-07/2025-12"),
    ("last quarter", PAST, "2023-10/2023-12"),
    ("this spring", PAST, "2024-03/2024-05"),
    ("last summer", PAST, "2023-06/2023-08"),
    ("next summer", FUTURE, "2024-06/2024-08"),
    ("the past two weeks", PAST, "2024-03-13/2024-03-27"),
    ("the next ten days", FUTURE, "2024-03-27/2024-04-06"),
    ("last week", NONE, None),
    ("this month", NONE, None),
    # counted from the day spoken of
    ("on the same day", STORY, "2024-03-22"),
    ("later that day", STORY, "2024-03-22"),
    ("the day before", STORY, "2024-03-21"),
    ("the next day", STORY, "2024-03-23"),
    ("two days earlier", STORY, "2024-03-20"),
    ("four days later", STORY, "2024-03-26"),
    ("a week later", STORY, "2024-03-26/2024-04-01"),
    ("the following week", STORY, "2024-03-26/2024-04-01"),
    ("the following month", STORY, "2024-04"),
    ("the same week", STORY, "2024-03-18/2024-03-24"),
    ("the same month", STORY, "2024-03"),
    ("a year later", STORY, "2025"),
    ("two days after March 22, 2024", NONE, "2024-03-24"),
    ("two days after March 22", PAST, "2024-03-24"),
    ("a day after Monday", PAST, "2024-03-26"),
    ("two days after the vote", PAST, None),
    ("on the same day", PAST, None),
    ("two days later", NONE, None),
    # feasts
    ("New Year's Day", PAST, "2024-01-01"),
    ("New Year's Day", FUTURE, "2025-01-01"),
    ("Lunar New Year", PAST, "2024-02-10"),
    ("Tet 2023", NONE, "2023-01-22"),
    ("Christmas Eve", PAST, "2023-12-24"),
    ("Good Friday", FUTURE, "2024-03-29"),
    ("Orthodox Easter", FUTURE, "2024-05-05"),
    ("Nowruz 2024", NONE, "2024-03-20/2024-03-22"),
    ("Tet", NONE, None),
    # anniversaries
    ("the 75th anniversary of ties established in 1950", NONE, "2025"),
    ("the 75th anniversary of ties", PAST, None),
    # no days at all
    ("recently", PAST, None),
    ("soon", FUTURE, None),
    ("in the near future", FUTURE, None),
    ("in recent days", PAST, None),
    ("a three-day visit", PAST, None),
    ("at 15:30 GMT", PAST, None),
]


def days(found: ResolvedDate | None) -> str | None:
    if found is None:
        return None
    return found.start if found.start == found.end else f"{found.start}/{found.end}"


def read(text: str, anchor: Anchor) -> ResolvedDate | None:
    return resolve(find_dates(text)[0], anchor)


@pytest.mark.parametrize(
    ("text", "anchor", "expected"), CASES, ids=[f"{n}-{row[0]}" for n, row in enumerate(CASES)]
)
def test_means_these_days(text: str, anchor: Anchor, expected: str | None) -> None:
    assert days(read(text, anchor)) == expected


@pytest.mark.parametrize(
    ("text", "anchor", "basis", "rule", "worked_from"),
    [
        ("August 8, 2024", PAST, "explicit", "explicit", ("August 8, 2024",)),
        ("June 2024", PAST, "explicit", "explicit_month", ("June 2024",)),
        ("March 26", PAST, "resolved", "day_month_on_or_before_publication",
         ("March 26", "published 2024-03-27", "tense past")),
        ("Tuesday", PAST, "resolved", "weekday_on_or_before_publication",
         ("Tuesday", "published 2024-03-27", "tense past")),
        ("Tuesday", PLAIN, "resolved", "weekday_assumed_past",
         ("Tuesday", "published 2024-03-27")),
        ("yesterday", DATELINE, "resolved", "days_before_dateline",
         ("yesterday", "dateline 2024-03-27")),
        ("the next day", STORY, "resolved", "days_from_narrative_day",
         ("the next day", "narrative day 2024-03-22")),
        ("January 14", PAGE_YEAR, "resolved", "day_month_in_page_year",
         ("January 14", "page year 2025")),
        ("March 26", MONTH_ONLY, "resolved", "day_month_on_or_before_publication",
         ("March 26", "published 2024-03", "tense past")),
    ],
)  # fmt: skip
def test_says_what_it_was_worked_out_from(
    text: str, anchor: Anchor, basis: str, rule: str, worked_from: tuple[str, ...]
) -> None:
    found = read(text, anchor)
    assert found is not None
    assert (found.basis, found.rule, found.worked_from) == (basis, rule, worked_from)


@pytest.mark.parametrize(
    ("text", "anchor", "earliest", "latest"),
    [
        ("early June 2024", NONE, date(2024, 6, 1), date(2024, 6, 10)),
        ("mid-June", FUTURE, date(2024, 6, 11), date(2024, 6, 20)),
        ("late February 2024", NONE, date(2024, 2, 21), date(2024, 2, 29)),
        ("late 2023", NONE, date(2023, 9, 1), date(2023, 12, 31)),
        ("earlier this month", PAST, date(2024, 3, 1), date(2024, 3, 27)),
        ("later this month", FUTURE, date(2024, 3, 27), date(2024, 3, 31)),
        ("this year", PAST, date(2024, 1, 1), date(2024, 3, 27)),
        ("the end of this year", FUTURE, date(2024, 9, 1), date(2024, 12, 31)),
    ],
)
def test_bounds_the_days_as_tightly_as_the_words_do(
    text: str, anchor: Anchor, earliest: date, latest: date
) -> None:
    found = read(text, anchor)
    assert found is not None
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "extent"), [("January 14-15", True), ("last week", False), ("June 2024", False)]
)
def test_tells_a_whole_stretch_from_a_time_inside_one(text: str, extent: bool) -> None:
    found = read(text, PAST)
    assert found is not None
    assert found.extent is extent
