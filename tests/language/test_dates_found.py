"""Which words are temporal expressions, and which only look like them.

A row is a text and the expressions that stand in it, each as ``(surface, kind)``.
"""

import pytest

from communique.language.dates import find_dates

FOUND = [
    # days of a month
    ("On August 8, 2024, the two spoke.", [("August 8, 2024", "date")]),
    ("They spoke on August 8 2024 in Rome.", [("August 8 2024", "date")]),
    ("They spoke on August 8,2024.", [("August 8,2024", "date")]),
    ("They spoke on 8 August 2024.", [("8 August 2024", "date")]),
    ("They spoke on 8 August, 2024.", [("8 August, 2024", "date")]),
    ("Aug. 8, 2024 saw the talks", [("Aug. 8, 2024", "date")]),
    ("RABAT, Sept 11 (MAP)", [("Sept 11", "date")]),
    ("The envoy left on 8 Aug for Doha", [("8 Aug", "date")]),
    ("on August 8th", [("August 8th", "date")]),
    ("on the 8th of August", [("the 8th of August", "date")]),
    ("on the 8th of August, 2024", [("the 8th of August, 2024", "date")]),
    ("on the first of May", [("the first of May", "date")]),
    ("the twenty-first of May", [("the twenty-first of May", "date")]),
    ("on May the 5th", [("May the 5th", "date")]),
    ("MARCH 26 TALKS IN ASTANA", [("MARCH 26", "date")]),
    ("since 2024-08-08, when", [("2024-08-08", "date")]),
    ("on 27/03/2024 in Accra", [("27/03/2024", "date")]),
    ("on 03/27/2024 in Manila", [("03/27/2024", "date")]),
    ("on 08.08.2024 in Vienna", [("08.08.2024", "date")]),
    ("on 03/04/2024 in Accra", [("03/04/2024", "numeric")]),
    ("12-Jun-2024", [("12-Jun-2024", "date")]),
    ("2024年3月27日", [("2024年3月27日", "date")]),
    ("as of 2024/3/27", [("2024/3/27", "date")]),
    ("on March 5 last year", [("March 5 last year", "date")]),
    ("on the 12th of last month", [("the 12th of last month", "date")]),
    ("on 5 March of last year", [("5 March of last year", "date")]),
    ("The May 5 talks", [("May 5", "date")]),
    ("the 15 May meeting", [("the 15 May", "date")]),
    # with weekday, part of day, clock time
    ("on Thursday, July 11, the", [("Thursday, July 11", "date")]),
    ("on Thursday, 11 July 2024", [("Thursday, 11 July 2024", "date")]),
    ("on Monday (May 6) in Belgrade", [("Monday (May 6)", "date")]),
    ("this morning (January 15)", [("this morning (January 15)", "date")]),
    ("today, January 15, the", [("today, January 15", "date")]),
    ("on January 15 (Wednesday)", [("January 15 (Wednesday)", "date")]),
    ("Tue, 5 Mar 2024", [("Tue, 5 Mar 2024", "date")]),
    ("on the afternoon of January 14", [("afternoon of January 14", "date")]),
    ("on January 14 in the evening", [("January 14 in the evening", "date")]),
    ("March 27, 2024 9:19 AM GMT+7", [("March 27, 2024 9:19 AM GMT+7", "date")]),
    ("at 3 p.m. on Monday", [("3 p.m. on Monday", "weekday")]),
    ("at 10:00 GMT on Tuesday", [("10:00 GMT on Tuesday", "weekday")]),
    ("at 15:30 local time", [("15:30 local time", "clock")]),
    ("at 1300 GMT", [("1300 GMT", "clock")]),
    ("at 14h30", [("14h30", "clock")]),
    ("at 6:00 in the evening", [("6:00 in the evening", "clock")]),
    # stretches of days
    ("a visit from January 14-15", [("January 14-15", "span")]),
    ("from January 14 to 16", [("January 14 to 16", "span")]),
    ("14-16 January 2025", [("14-16 January 2025", "span")]),
    ("14 to 16 January", [("14 to 16 January", "span")]),
    ("from the 14th to the 16th of January", [("the 14th to the 16th of January", "span")]),
    ("between 5 and 7 May", [("5 and 7 May", "span")]),
    ("on May 5 and 6", [("May 5 and 6", "span")]),
    ("May 5–7, 2024", [("May 5–7, 2024", "span")]),
    ("from January 30 to February 2, 2023", [("January 30 to February 2, 2023", "span")]),
    ("Jan. 30-Feb. 2", [("Jan. 30-Feb. 2", "span")]),
    ("30 December 2023 - 2 January 2024", [("30 December 2023 - 2 January 2024", "span")]),
    ("from Tuesday to Thursday", [("Tuesday to Thursday", "span")]),
    ("on 17-19 January this year", [("17-19 January this year", "span")]),
    ("from late May to early June", [("late May to early June", "span")]),
    ("July-August 2024", [("July-August 2024", "span")]),
    # months, years, parts of them
    ("the state visit in June 2024", [("June 2024", "month")]),
    ("in June", [("June", "month")]),
    ("during May", [("May", "month")]),
    ("in March", [("March", "month")]),
    ("the September summit", [("September", "month")]),
    ("mid-June", [("mid-June", "month")]),
    ("in late March 2023", [("late March 2023", "month")]),
    ("at the end of July", [("the end of July", "month")]),
    ("in mid-July.", [("mid-July", "month")]),
    ("in the first week of July", [("the first week of July", "month")]),
    ("in the second half of June 2024", [("the second half of June 2024", "month")]),
    ("last June", [("last June", "month")]),
    ("in June last year", [("June last year", "month")]),
    ("to visit in 2025.", [("2025", "year")]),
    ("the 2022 talks", [("2022", "year")]),
    ("late 2023", [("late 2023", "year")]),
    ("at the end of 2024", [("the end of 2024", "year")]),
    ("the 1990s", [("the 1990s", "decade")]),
    ("between 2020 and 2023", [("2020 and 2023", "span")]),
    ("the first quarter of 2025", [("the first quarter of 2025", "quarter")]),
    ("in Q3 2024", [("Q3 2024", "quarter")]),
    ("the second half of 2024", [("the second half of 2024", "half")]),
    ("the first half of this year", [("the first half of this year", "half")]),
    ("in the summer of 2023", [("the summer of 2023", "season")]),
    ("this spring", [("this spring", "season")]),
    # weekdays
    ("on Tuesday, the two", [("Tuesday", "weekday")]),
    ("announced Tuesday.", [("Tuesday", "weekday")]),
    ("on Tuesday evening", [("Tuesday evening", "weekday")]),
    ("late on Monday", [("late on Monday", "weekday")]),
    ("last Friday", [("last Friday", "weekday")]),
    ("this Sunday", [("this Sunday", "weekday")]),
    ("next Monday", [("next Monday", "weekday")]),
    ("on Thursday next week", [("Thursday next week", "weekday")]),
    ("this coming Friday", [("this coming Friday", "weekday")]),
    ("the following Friday", [("the following Friday", "weekday")]),
    ("Fri 3 May", [("Fri 3 May", "date")]),
    # counted from another day
    ("today's talks", [("today", "offset")]),
    ("yesterday afternoon", [("yesterday afternoon", "offset")]),
    ("later today", [("later today", "offset")]),
    ("tonight", [("tonight", "offset")]),
    ("the day before yesterday", [("the day before yesterday", "offset")]),
    ("three weeks ago", [("three weeks ago", "offset")]),
    ("a month ago", [("a month ago", "offset")]),
    ("on the same day", [("the same day", "offset")]),
    ("later that day", [("later that day", "offset")]),
    ("the day before", [("the day before", "offset")]),
    ("the following day", [("the following day", "offset")]),
    ("two days earlier", [("two days earlier", "offset")]),
    ("two days after the vote", [("two days after", "offset")]),
    ("two days after May 5", [("two days after May 5", "offset")]),
    ("a week later", [("a week later", "offset")]),
    ("this year", [("this year", "period")]),
    ("next month", [("next month", "period")]),
    ("earlier this month", [("earlier this month", "period")]),
    ("over the weekend", [("the weekend", "period")]),
    ("by the end of this year", [("the end of this year", "period")]),
    ("over the past two weeks", [("the past two weeks", "within")]),
    ("in the next three months", [("the next three months", "within")]),
    ("his recent visit", [("recent", "vague")]),
    ("in recent days", [("recent days", "vague")]),
    ("in the coming days", [("the coming days", "vague")]),
    ("to visit soon", [("soon", "vague")]),
    ("a few days ago", [("a few days ago", "vague")]),
    ("several years ago", [("several years ago", "vague")]),
    ("overnight", [("overnight", "offset")]),
    ("in the last 24 hours", [("the last 24 hours", "within")]),
    ("in the past decade", [("past decade", "period")]),
    ("in the near future", [("the near future", "vague")]),
    # feasts, anniversaries, lengths
    ("before the Lunar New Year", [("Lunar New Year", "festival")]),
    ("on New Year's Day", [("New Year's Day", "festival")]),
    ("the 75th anniversary of ties", [("the 75th anniversary", "anniversary")]),
    ("marking 50 years of diplomatic relations",
     [("50 years of diplomatic", "anniversary")]),
    ("a three-day visit", [("three-day visit", "duration")]),
    ("a two-week tour", [("two-week tour", "duration")]),
]  # fmt: skip

# The reason stands beside each: a text in which nothing, or not this, is a time.
NOT_FOUND = [
    ("They may meet again.", "the modal verb"),
    ("May they prosper.", "the modal verb at the head of a sentence"),
    ("Prime Minister Theresa May said so.", "a family name"),
    ("Troops march on the capital.", "the verb"),
    ("The March on Rome", "the noun in a name"),
    ("April spoke first.", "a given name"),
    ("Jan Egeland met the minister.", "a given name like a short month"),
    ("the Dec system", "a short month without a day"),
    ("He took second place.", "an ordinal that is no day"),
    ("a second meeting", "an ordinal that is no day"),
    ("The sun sat low.", "words like short weekdays"),
    ("Mon Mothma and Wed Wibble", "short weekdays join a date or are none"),
    ("2,000 troops", "a number with its thousands parted"),
    ("the 2000 troops", "a count before what is counted"),
    ("Resolution 2231 of the Council", "the number of a resolution"),
    ("page 1999", "the number of a page"),
    ("the G20 and the G7", "names with numbers"),
    ("$2024 and 2024%", "sums and shares"),
    ("Vision 2030 and Agenda 2063", "names of plans"),
    ("the 2030 Agenda", "the name of a plan"),
    ("Expo 2020", "the name of a fair"),
    ("a Boeing 1900", "a type number"),
    ("Black Friday and Ash Wednesday", "names of days that no weekday dates"),
    ("the Sunday Times reported", "the name of a newspaper"),
    ("Easter Island", "a place"),
    ("one day they will", "some day"),
    ("Christmas greetings and Tet gifts", "what a feast is the occasion of"),
    ("as soon as they arrive", "no time but an order of events"),
    ("soon afterwards", "no time but an order of events"),
    ("since the fall of the regime", "a fall that is no autumn"),
    ("at the Winter Olympics", "the name of games"),
    ("the third quartile (Q3)", "a quarter of no year"),
    ("Mon-Fri 08:30", "hours of business"),
    ("the 2000 year old custom", "an age"),
    ("45/45/2024 and 30/02/2024", "no such day"),
    ("version 3.14.15", "a version"),
    ("flight 9/11", "figures without a year"),
    ("1,234,567", "a number"),
    ("call +84 24 3825 2024", "a telephone number"),
    ("the score was 3-2", "a score"),
    ("", "nothing"),
    ("   \n\n  ", "nothing"),
]

TERMS = [
    ("re-elected for the 2024-2030 term", True),
    ("the 2024–2030 tenure", True),
    ("the 2021-2025 action plan", True),
    ("relations (1950-2025)", True),
    ("the war of 1914-1918 in", False),
    ("the March-April session", False),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[row[0] for row in FOUND])
def test_finds_the_expression(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(e.surface, e.form.kind.value) for e in find_dates(text)] == expected


@pytest.mark.parametrize(("text", "reason"), NOT_FOUND, ids=[row[1] for row in NOT_FOUND])
def test_leaves_alone_what_only_looks_like_a_time(text: str, reason: str) -> None:
    assert [e.surface for e in find_dates(text)] == [], reason


@pytest.mark.parametrize(("text", "term"), TERMS)
def test_marks_years_that_last_for_an_office_or_a_plan(text: str, term: bool) -> None:
    (expression,) = find_dates(text)
    assert expression.form.term is term


def test_offsets_point_into_the_text() -> None:
    text = "Tô Lâm – 8 August 2024 – và Thứ trưởng: 𝕏 on Tuesday."
    for expression in find_dates(text):
        assert text[expression.start : expression.end] == expression.surface
    assert [e.surface for e in find_dates(text)] == ["8 August 2024", "Tuesday"]


def test_a_time_does_not_run_over_a_paragraph_break() -> None:
    assert [e.surface for e in find_dates("on Tuesday\n\nMay 5, 2024")] == [
        "Tuesday",
        "May 5, 2024",
    ]


def test_a_time_may_run_over_a_line_break() -> None:
    assert [e.surface for e in find_dates("held on August\n8, 2024 there")] == ["August\n8, 2024"]


@pytest.mark.parametrize(
    ("text", "ordinal", "base"),
    [
        ("the 75th anniversary of ties (1950-2025)", 75, 1950),
        ("the 60th anniversary of relations established on 5 May 1965", 60, 1965),
        ("the 80th anniversary, which they will attend in 2025", 80, None),
        ("the fiftieth anniversary of independence", 50, None),
    ],
)
def test_an_anniversary_takes_the_year_it_counts_from(
    text: str, ordinal: int, base: int | None
) -> None:
    form = find_dates(text)[0].form
    assert (form.number, form.base_year) == (ordinal, base)


def test_a_language_without_a_grammar_is_refused() -> None:
    with pytest.raises(LookupError, match="tlh"):
        find_dates("anything", "tlh")
