"""Ministries and states as speakers of statements set side by side."""

import pytest

from communique.linking.speaking_bodies import may_be_one_body


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Georgian Foreign Ministry", "GEO", True),
        ("GEO", "Foreign Ministry of Georgia", True),
        ("Georgian Foreign Ministry", "Ministry of Foreign Affairs of Georgia", True),
        ("foreign ministry", "KOR", True),
        ("presidential office", "Office of the President of South Korea", True),
        ("Georgian Foreign Ministry", "LTU", False),
        ("Russian Foreign Ministry", "Foreign Ministry of Ukraine", False),
        ("Grigol Vashadze", "GEO", False),
        ("GEO", "LTU", False),
        ("both", "Foreign Ministry", False),
    ],
)
def test_two_names_may_be_one_body(one: str, other: str, same: bool) -> None:
    assert may_be_one_body(one, other) is same
    assert may_be_one_body(other, one) is same
