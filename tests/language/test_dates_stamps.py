"""Publication stamps as pages print them, and which order of day and month they are read in."""

from datetime import date

import pytest

from communique.language.dates import parse_publication_date, writes_day_first

SURE = [
    ("Việt Nam08/08/2024", date(2024, 8, 8)),
    ("27/03/2024 09:19 GMT+7", date(2024, 3, 27)),
    ("03/27/2024", date(2024, 3, 27)),
    ("March 27, 2024 9:19 AM GMT+7", date(2024, 3, 27)),
    ("MARCH 27, 2024", date(2024, 3, 27)),
    ("date 2024-08-09", date(2024, 8, 9)),
    ("2024-03-27T09:19:00+07:00", date(2024, 3, 27)),
    ("Wed, 27 Mar 2024 09:19:00 +0700", date(2024, 3, 27)),
    ("20 Nov,2024", date(2024, 11, 20)),
    ("Nov 20 2024", date(2024, 11, 20)),
    ("12-Jun-2024", date(2024, 6, 12)),
    ("Published12 June 2024", date(2024, 6, 12)),
    ("June 5, 2024By Staff", date(2024, 6, 5)),
    ("2024年3月27日", date(2024, 3, 27)),
    ("2024/3/27", date(2024, 3, 27)),
    ("27.03.2024", date(2024, 3, 27)),
    ("27/03/24", date(2024, 3, 27)),
    ("03-27-98", date(1998, 3, 27)),
]

NONE = [
    "Published: 5 hours ago",
    "Yesterday",
    "27 March",
    "Share this",
    "",
    "0000-00-00",
    "99/99/2024",
]

# stamp, hint, other strings of the page, ISO date as far as it is certain, rule
ORDER = [
    ("08/09/2024", None, [], "2024", "day_and_month_undecided"),
    ("08/09/2024", "en", [], "2024", "day_and_month_undecided"),
    ("08/09/2024", "en-US", [], "2024-08-09", "month_first_by_outlet"),
    ("08/09/2024", "USA", [], "2024-08-09", "month_first_by_outlet"),
    ("08/09/2024", "en-GB", [], "2024-09-08", "day_first_by_outlet"),
    ("08/09/2024", "IND", [], "2024-09-08", "day_first_by_outlet"),
    ("08/09/2024", "vi", [], "2024-09-08", "day_first_by_outlet"),
    ("08/09/2024", "CAN", [], "2024", "day_and_month_undecided"),
    ("08/09/2024", None, ["updated 27/03/2024"], "2024-09-08", "day_first_by_page"),
    ("08/09/2024", None, ["updated 03/27/2024"], "2024-08-09", "month_first_by_page"),
    ("08/09/2024", None, ["On September 8, 2024 they met"], "2024-09-08", "day_first_by_page"),
    ("08/09/2024", "en-GB", ["/2024/08/09/talks"], "2024-08-09", "month_first_by_page"),
    ("08/09/2024", None, ["27/03/2024", "03/27/2024"], "2024", "day_and_month_undecided"),
    ("09/09/2024", None, [], "2024-09-09", "stamp"),
    ("June 2024", None, [], "2024-06", "stamp_month"),
]


@pytest.mark.parametrize(("stamp", "day"), SURE)
def test_reads_a_stamp_that_reads_one_way(stamp: str, day: date) -> None:
    assert parse_publication_date(stamp) == (day, "day", "stamp")


@pytest.mark.parametrize("stamp", NONE)
def test_a_stamp_without_its_date_gives_none(stamp: str) -> None:
    assert parse_publication_date(stamp) is None


@pytest.mark.parametrize(("stamp", "hint", "evidence", "iso", "rule"), ORDER)
def test_tells_day_first_from_month_first_by_evidence(
    stamp: str, hint: str | None, evidence: list[str], iso: str, rule: str
) -> None:
    found = parse_publication_date(stamp, outlet_language_hint=hint, evidence=evidence)
    assert found is not None
    length = {"year": 4, "month": 7, "day": 10}[found.precision]
    assert (found.day.isoformat()[:length], found.rule) == (iso, rule)


@pytest.mark.parametrize(
    ("hint", "day_first"),
    [("vi", True), ("VNM", True), ("en-US", False), ("PHL", False), ("en", None), (None, None)],
)
def test_who_writes_the_day_first(hint: str | None, day_first: bool | None) -> None:
    assert writes_day_first(hint) is day_first
