"""The words that show a kind are whole words of the page."""

from __future__ import annotations

from reading import read


def test_a_visit_of_two_days_is_shown_whole() -> None:
    told = read(
        "President Alar Karis arrived in Riga on Monday for a two-day state visit to Latvia.",
        published="2024-05-07",
    )
    (visit,) = (account for account in told.accounts if account.kind == "visit")
    assert "two-day state visit" in [span.quote for span in visit.evidence.kind]
