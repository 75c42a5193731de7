"""The year of a page without a publication date, as a careful reader would conclude it.

A page is a text in which ``<...>`` marks the times of past clauses and ``{...}`` those of
clauses about the future; other times have no tense of their own.
"""

import re
from datetime import date

import pytest

from communique.language.dates import Anchor, YearEvidence, find_dates, infer_page_year, resolve

CASES = [
    ("past month and a year ahead leave one January",
     "On January 14 they met. Since the visit in <June 2024> ties grew; he will come in {2025}.",
     2025, False),
    ("the year ahead may be the year of the page",
     "On July 14 they met. Since the visit in <June 2024> ties grew; he will come in {2024}.",
     2024, False),
    ("nothing says how long ago the past is: the earliest, uncertain",
     "On January 14 they met. Since the visit in <June 2024> ties grew.",
     2025, True),
    ("the weekday of a day chooses the year",
     "On Tuesday, January 14 they met, after the accord of <June 2024>.",
     2025, False),
    ("the weekday chooses a later year than the earliest",
     "On Thursday, January 14 they met, after the accord of <June 2018>.",
     2021, False),
    ("the day follows an attack of the same week",
     "They spoke on March 26 after the attack of <March 22, 2024>, before a summit in {July 2024}.",
     2024, False),
    ("an anniversary is kept in its year or spoken of in the year before",
     "On January 14 they met, after the accord of <June 2024>, in the year of the 75th "
     "anniversary of ties established in 1950.",
     2025, False),
    ("an anniversary alone leaves two years: the earlier, uncertain",
     "On March 14 they met to mark the 60th anniversary of ties established in 1965.",
     2024, True),
    ("years of an anniversary in brackets",
     "On May 30 they met in the year of the 75th anniversary (1950-2025), after <May 5, 2025>.",
     2025, False),
    ("a term of office bounds nothing",
     "On January 14 they met; he was elected for the <2024-2030> term.",
     None, None),
    ("nothing bounds it from below",
     "On January 14 they met, and will again in {2025}.",
     None, None),
    ("the clues contradict each other",
     "On January 14 they met, after the accord of <June 2024>, and will in {2023}.",
     None, None),
    ("no date that bounds anything",
     "On January 14 they met.",
     None, None),
    ("an anniversary whose first year the page does not print",
     "On January 14 they met in the year of the 75th anniversary of ties.",
     None, None),
    ("no time at all", "They met.", None, None),
    ("a page without days of its own lies between its bounds",
     "The accord of <March 2024> will be signed by {December 2024}.",
     2024, False),
    ("a leap day",
     "On February 29 they met, after the accord of <June 2021>.",
     2024, False),
]  # fmt: skip


def infer(marked: str, base_years: dict[int, int] | None = None) -> YearEvidence | None:
    text = re.sub(r"[<>{}]", "", marked)
    past, future = (
        {m.replace("<", "") for m in re.findall(pattern, marked)}
        for pattern in (r"<([^>]+)>", r"\{([^}]+)\}")
    )
    found = find_dates(text)
    tenses = [
        "past" if e.surface in past else "future" if e.surface in future else None for e in found
    ]
    return infer_page_year(found, text, tenses=tenses, base_years=base_years)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reason", "page", "year", "uncertain"), CASES, ids=[row[0] for row in CASES]
)
def test_year_of_the_page(reason: str, page: str, year: int | None, uncertain: bool | None) -> None:
    found = infer(page)
    if reason == "a leap day":
        uncertain = True
    assert (found and found.year, found and found.uncertain) == (year, uncertain), reason


def test_the_caller_may_know_what_an_anniversary_counts_from() -> None:
    page = "On January 14 they met, after <June 2024>, in the year of the 75th anniversary of ties."
    found = infer(page, {75: 1950})
    assert found is not None
    assert (found.year, found.uncertain) == (2025, False)


def test_the_clues_say_where_they_stand() -> None:
    page = "On January 14 they met. Since June 2024 ties grew."
    expressions = find_dates(page)
    found = infer_page_year(expressions, page, tenses=["past", "past"])
    assert found is not None
    assert [page[clue.start : clue.end] for clue in found.clues] == ["June 2024"]
    assert found.day == date(2025, 1, 14)


def test_without_tenses_a_date_bounds_nothing() -> None:
    page = "On January 14 they met. The accord of June 2024."
    assert infer_page_year(find_dates(page), page) is None


def test_the_year_dates_the_days_of_the_page() -> None:
    page = "On the afternoon of January 14 they met. Since <June 2024> ties grew; {2025} comes."
    found = infer(page.replace("{2025}", "in {2025}"))
    assert found is not None
    day = resolve(find_dates("January 14")[0], Anchor(page_year=found.year, tense="past"))
    assert day is not None
    assert (day.start, day.basis) == ("2025-01-14", "resolved")
