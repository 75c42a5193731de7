"""Offices as of the day: seen on pages, ended by pages."""

from __future__ import annotations

from communique.linking.tenures import OfficeSighting, find_tenures


def tenures(*seen: tuple[str, str, str | None]) -> list[tuple[str, str | None, str | None]]:
    """Return (office, first day seen, ended by) of one person seen so on pages."""
    sightings = [
        OfficeSighting("x", "VNM", office, day, f"page {n}", ended)
        for n, (office, day, ended) in enumerate(seen)
    ]
    found = find_tenures(sightings)
    assert found == find_tenures(reversed(sightings))
    return [(tenure.office, tenure.seen_first, tenure.ended_by) for tenure in found]


def test_one_office_under_several_phrases() -> None:
    assert tenures(
        ("President", "2023-01-02", None),
        ("Vietnamese President", "2022-01-02", None),
        ("President of Viet Nam", "2023-05-02", None),
    ) == [("President", "2022-01-02", None)]


def test_two_offices_at_once_and_one_of_them_later() -> None:
    assert tenures(
        ("General Secretary and President", "2024-08-08", None),
        ("General Secretary", "2025-01-14", None),
    ) == [
        ("General Secretary and President", "2024-08-08", None),
        ("General Secretary", "2025-01-14", None),
    ]


def test_the_first_page_that_calls_one_late_or_former_ends_it() -> None:
    assert tenures(
        ("General Secretary", "2024-03-26", None),
        ("General Secretary", "2024-08-09", "late"),
        ("General Secretary", "2024-08-08", "late"),
    ) == [("General Secretary", "2024-03-26", "2024-08-08")]


def test_a_later_page_that_shows_one_in_office_belies_the_end() -> None:
    assert tenures(
        ("Prime Minister", "2020-01-01", "former"),
        ("Prime Minister", "2024-01-01", None),
    ) == [("Prime Minister", "2024-01-01", None)]


def test_leader_is_no_office_where_another_is_known() -> None:
    assert tenures(
        ("Vietnamese leader", "2023-01-02", None), ("President", "2023-03-02", None)
    ) == [("President", "2023-03-02", None)]
    assert tenures(("leader", "2023-01-02", None)) == [("leader", "2023-01-02", None)]


def test_a_deputy_is_not_the_minister() -> None:
    found = tenures(
        ("Deputy Prime Minister", "2020-01-01", None), ("Prime Minister", "2022-01-01", None)
    )
    assert [office for office, _, _ in found] == ["Deputy Prime Minister", "Prime Minister"]


def test_the_usual_words_name_the_office() -> None:
    assert tenures(
        ("PM", "2022-01-01", None),
        ("Viet Nam's prime minister", "2022-02-01", None),
        ("former Prime Minister", "2024-02-01", "former"),
        ("Prime Minister", "2023-02-01", None),
    ) == [("Prime Minister", "2022-01-01", "2024-02-01")]


def test_a_counterpart_is_no_office() -> None:
    assert tenures(("Vietnamese counterpart", "2022-01-01", None)) == []
