"""What stands before and behind a headline on its line and is not part of it."""

from __future__ import annotations

import pytest

from communique.pages.headline import cut_headline


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("(2nd LD) Minister to make visit to Laos", "Minister to make visit to Laos"),
        ("(LEAD) Lao, Czech PMs agree", "Lao, Czech PMs agree"),
        ("UPDATE 2-Peru, China sign accord in Lima", "Peru, China sign accord in Lima"),
        ("BREAKING: King lands in Suva", "King lands in Suva"),
        ("LIVE | King of Tonga in Suva today", "King of Tonga in Suva today"),
        ("King receives ambassadors [PHOTO/VIDEO]", "King receives ambassadors"),
        ("King received Slovak ambassador VIDEO", "King received Slovak ambassador"),
        ("Minister meets head of UNICEF", "Minister meets head of UNICEF"),
        ("ASEAN: Leaders meet in Vientiane", "ASEAN: Leaders meet in Vientiane"),
        ("KING: WE ARE READY FOR TALKS", "KING: WE ARE READY FOR TALKS"),
    ],
)
def test_headline_without_notes_and_tags(line: str, headline: str) -> None:
    start, end = cut_headline(line)
    assert line[start:end] == headline
