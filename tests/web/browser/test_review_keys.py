"""The review worked off at the keyboard alone, in a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from communique.record import Record
from communique.record.review import Doubt
from record.test_review import TWO_PLACES, doubtful


def test_review_is_worked_off_by_keys(
    opened: Callable[..., Page], serve: Callable[[Path], str], tmp_path: Path
) -> None:
    place = tmp_path / "record.db"
    with Record.open(place) as record:
        for one in (*TWO_PLACES, doubtful()):
            record.keep(one)
        record.link()
        left = record.review.counts()
    total = sum(left.values())
    page = opened()
    page.goto(f"{serve(place)}/review")
    where = page.get_by_role("status").first
    expect(where).to_have_text(f"1 of {total}")

    page.keyboard.press("n")
    expect(where).to_have_text(f"2 of {total}")
    page.keyboard.press("p")
    expect(where).to_have_text(f"1 of {total}")

    page.keyboard.press("2")  # the second of two places is right
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_visible(timeout=90_000)
    with Record.open(place) as record:
        assert record.review.counts()[Doubt.DISAGREEMENT] == left[Doubt.DISAGREEMENT] - 1
    with page.expect_navigation():
        page.keyboard.press("u")
    with Record.open(place) as record:
        assert record.review.counts() == left

    page.goto(page.url.partition("?")[0] + "?doubt=unread")
    page.keyboard.press("a")
    expect(page.get_by_text("Decided.")).to_be_visible(timeout=90_000)
    with Record.open(place) as record:
        assert record.review.counts()[Doubt.UNREAD] == left[Doubt.UNREAD] - 1
