"""Whose a page is, by its outlet and address."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.language.analysis import analyse
from communique.language.parsing import load_pipeline
from communique.language.press import press_state
from reading import document

CASES = [
    ("https://www.mfa.gov.pl/news/1", None, "POL"),
    ("https://www.state.gov/readout", None, "USA"),
    ("https://president.go.ke/visit", None, "KEN"),
    ("https://www.gov.uk/government/news/call", None, "GBR"),
    ("https://news.example.pl/1", None, None),
    (None, "Ministry of Foreign Affairs of Japan", "JPN"),
    (None, "Example Daily", None),
    (None, "India Today", None),
]


@pytest.mark.parametrize(("url", "outlet", "state"), CASES)
def test_an_authority_publishes_for_its_state(
    url: str | None, outlet: str | None, state: str | None
) -> None:
    """Ministries, presidencies and governments are told by address or name."""
    page = replace(document("Nothing happened."), url=url, outlet=outlet)
    assert press_state(page) == state


def test_officials_of_a_ministry_s_page_are_its_own() -> None:
    """Who is named without a state on a ministry's page serves that state."""
    page = replace(
        document("Deputy Minister Adam Nowicki met the Ambassador of Chad, Ali Issa."),
        url="https://www.mfa.gov.pl/news/1",
    )
    found = {p.name: p.state for p in analyse(page, load_pipeline()).people}
    assert found == {"Adam Nowicki": "POL", "Ali Issa": "TCD"}
