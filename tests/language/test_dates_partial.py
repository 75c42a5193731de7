"""Partial dates as intervals of days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.partial_dates import contains, narrower, overlaps, precision, to_bounds

DAYS = st.dates(min_value=date(1, 1, 1))
PARTIALS = st.builds(
    lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10])
)


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-06-19", date(2024, 6, 19), date(2024, 6, 19)),
    ],
)
def test_bounds(partial: str, first: date, last: date) -> None:
    assert to_bounds(partial) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-6", "2024-13", "2024-00", "2024-02-30", "June", "2024-06-19T00"]
)
def test_refuses_what_is_no_partial_date(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        to_bounds(text)


@pytest.mark.parametrize(
    ("a", "b", "is_narrower", "is_overlapping"),
    [
        ("2024-06-20", "2024-06", True, True),
        ("2024-06", "2024", True, True),
        ("2024-06", "2024-06", False, True),
        ("2024", "2024-06", False, True),
        ("2024-06", "2024-07", False, False),
        (("2024-06-01", "2024-06-03"), "2024-06", True, True),
        (("2024-06-30", "2024-07-02"), "2024-06", False, True),
    ],
)
def test_compares(
    a: str | tuple[str, str], b: str, is_narrower: bool, is_overlapping: bool
) -> None:
    assert (narrower(a, b), overlaps(a, b)) == (is_narrower, is_overlapping)


@given(PARTIALS)
def test_holds_itself_and_is_no_narrower(partial: str) -> None:
    assert contains(partial, partial)
    assert not narrower(partial, partial)


@given(PARTIALS, PARTIALS)
def test_containing_is_overlapping_and_overlap_is_mutual(a: str, b: str) -> None:
    assert overlaps(a, b) == overlaps(b, a)
    if contains(a, b):
        assert overlaps(a, b)


@given(DAYS)
def test_each_shortening_holds_the_day(day: date) -> None:
    iso = day.isoformat()
    assert contains(iso[:4], iso[:7])
    assert contains(iso[:7], iso)
    assert [precision(iso[:n]) for n in (4, 7, 10)] == ["year", "month", "day"]
