"""What holds of every text, however odd."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.language.dates import (
    Anchor,
    find_dates,
    infer_page_year,
    resolve,
)
from communique.partial_dates import to_bounds

# Texts made of the pieces times are made of, in any order, are likelier to break a grammar.
WORDS = (
    "May March 8 31 2024 24 on the of to from between and - – / . , ( ) : Tuesday Tue last next "
    "this week month year day days ago later two a early mid late end quarter half Q1 st th "
    "summer today yesterday same anniversary 75th Tet GMT +7 p.m. 9:19 29 February 0 99 "
    "1950 2030 term past recent soon \n \n\n years hundred 999 decades"
)
PIECES = st.sampled_from(WORDS.split(" "))
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
)
ANCHORS = st.builds(
    Anchor,
    published=st.none() | st.dates(),
    published_precision=st.sampled_from(["day", "month", "year"]),
    dateline=st.none() | st.dates(),
    narrative_day=st.none() | st.dates(),
    tense=st.sampled_from([None, "past", "future"]),
    page_year=st.none() | st.integers(1, 9999),
    day_first=st.sampled_from([None, True, False]),
)


@given(TEXTS)
@settings(max_examples=300)
def test_offsets_reproduce_the_text_and_never_overlap(text: str) -> None:
    reached = 0
    for expression in find_dates(text):
        assert text[expression.start : expression.end] == expression.surface
        assert reached <= expression.start < expression.end
        reached = expression.end


@given(TEXTS, ANCHORS)
@settings(max_examples=400)
def test_resolving_never_raises_and_stays_within_its_bounds(text: str, anchor: Anchor) -> None:
    for expression in find_dates(text):
        found = resolve(expression, anchor)
        if found is None:
            continue
        first, last = to_bounds(found.start)[0], to_bounds(found.end)[1]
        assert first <= found.earliest <= found.latest <= last
        assert found.worked_from[0] == expression.surface
        assert (found.basis == "explicit") == (len(found.worked_from) == 1)


@given(TEXTS)
def test_finding_twice_gives_the_same(text: str) -> None:
    assert find_dates(text) == find_dates(text)


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2099, 12, 31)))
def test_a_written_day_is_read_back(day: date) -> None:
    for text in (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        day.isoformat(),
        f"{day:%A}, {day.day} {day:%b} {day.year}",
    ):
        (expression,) = find_dates(f"On {text} they met.")
        found = resolve(expression, Anchor())
        assert found is not None
        assert (found.start, found.basis) == (day.isoformat(), "explicit")


@given(st.dates(min_value=date(1801, 1, 1), max_value=date(2099, 12, 31)))
def test_a_resolved_date_written_out_resolves_to_itself(published: date) -> None:
    for words in ("on Tuesday", "yesterday", "March 26", "the weekend"):
        (expression,) = find_dates(words)
        once = resolve(expression, Anchor(published=published, tense="past"))
        assert once is not None
        (written,) = find_dates(f"on {once.start}.")
        again = resolve(written, Anchor(published=published, tense="past"))
        assert again is not None
        assert again.start == once.start


@given(TEXTS, st.sampled_from([None, "past", "future"]))
def test_inferring_a_year_never_raises(text: str, tense: str | None) -> None:
    found = find_dates(text)
    infer_page_year(found, text, tenses=[tense] * len(found))  # type: ignore[list-item]


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "1/", "May ", "a ", "the ", "(", "last ", "two days ", "2024-", "March 1 to ",
     "early ", " ", "\n", "Tuesday, ", "in ", "9:", "75th anniversary "],
)  # fmt: skip
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        started = time.process_time()
        find_dates(text)
        return time.process_time() - started

    seconds(1_000)
    small, large = (min(seconds(size) for _ in range(3)) for size in (20_000, 160_000))
    assert large < 8 * 4 * max(small, 0.002)  # eight times the text, with room for a busy machine
