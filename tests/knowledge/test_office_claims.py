"""Where a page's office contradicts the table of leaders."""

from __future__ import annotations

import pytest

from communique.knowledge.office_claims import holders_instead

# (names, state, office as printed, day, who the table has instead)
CLAIMS = [
    (("Emmanuel Macron",), "FRA", "French President", "2024-05-05", ()),
    (("Macron", "Emmanuel Macron"), "FRA", "President", "2024-05-05", ()),
    (("Jean Durand",), "FRA", "French President", "2024-05-05", ("Emmanuel Macron",)),
    (("Boris Johnson",), "GBR", "Prime Minister", "2023-05-05", ("Rishi Sunak",)),
    # offices that the table does not keep, or keeps under another's name
    (("Jean Durand",), "FRA", "Deputy Prime Minister", "2024-05-05", ()),
    (("Jean Durand",), "FRA", "former President", "2024-05-05", ()),
    (("Jean Durand",), "FRA", "Minister of Culture", "2024-05-05", ()),
    (("Jean Durand",), "FRA", "President and Prime Minister", "2024-05-05", ()),
    (("Jean Durand",), "FRA", "President of the National Assembly", "2024-05-05", ()),
    (("Jean Durand",), "FRA", "President of the Senate", "2024-05-05", ()),
    (("Jean Durand",), "FRA", "acting Prime Minister", "2024-05-05", ()),
    # no day, no state
    (("Jean Durand",), "FRA", "French President", "2024", ()),
    (("Jean Durand",), "FRA", "French President", None, ()),
    (("Jean Durand",), None, "President", "2024-05-05", ()),
]


@pytest.mark.parametrize(("names", "state", "office", "day", "instead"), CLAIMS)
def test_holders_instead(
    names: tuple[str, ...],
    state: str | None,
    office: str,
    day: str | None,
    instead: tuple[str, ...],
) -> None:
    assert holders_instead(names, state, office, day) == instead
