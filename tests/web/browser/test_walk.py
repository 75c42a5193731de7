"""The way of a new user: from an empty record to pages read, compared, corrected and undone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

PATIENCE = 90_000
CALL = re.compile(r"call", re.IGNORECASE)


def test_way_of_a_new_user(
    opened: Callable[..., Page],
    serve: Callable[[Path], str],
    tmp_path: Path,
    examples_pages: Path,
) -> None:
    address = serve(tmp_path / "new.db")
    page = opened()
    add_the_examples(page, address, examples_pages)
    compare(page, address)
    correct_and_undo(page)
    find_an_open_invitation(page)
    make_a_brief(page)


def add_the_examples(page: Page, address: str, examples: Path) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", name="The record is empty")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Add pages").click()
    files = sorted(str(each) for each in examples.iterdir())
    page.get_by_label("Drop files here").set_input_files(files)
    expect(page.get_by_text("All read.")).to_be_visible(timeout=PATIENCE)
    states = page.locator(".job tbody .status")
    expect(states).to_have_text(["new"] * len(files))
    page.get_by_role("link", name="See all engagements").click()
    expect(page.locator("table.engagements tbody tr").first).to_be_visible(timeout=PATIENCE)


def compare(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.get_by_label("Kind").select_option("call")
    expect(page).to_have_url(re.compile("kind=call"))
    row = page.locator("tr", has_text="Narendra Modi")
    row.get_by_role("link", name=CALL).click()
    table = page.locator("table.accounts")
    expect(table.locator("thead th")).to_have_count(3)
    expect(table.get_by_text("agree").first).to_be_visible()
    expect(table.get_by_text("narrower").first).to_be_visible()
    table.get_by_role("link", name="“telephone call”", exact=True).click()
    expect(page.locator("mark").first).to_have_text("telephone call")
    expect(page.locator("mark").first).to_be_in_viewport()
    page.go_back()
    expect(table).to_be_visible()


def correct_and_undo(page: Page) -> None:
    page.get_by_text("Values", exact=True).click()
    page.get_by_label("City", exact=True).fill("New Delhi")
    page.locator("#set-values").get_by_role("button", name="Decide").click()
    expect(page.get_by_text("Decided, and laid over what was read.")).to_be_visible()
    again_until(page, lambda: "New Delhi" in page.locator(".head").inner_text())
    page.keyboard.press("u")
    expect(page).to_have_url(re.compile("done="))
    again_until(page, lambda: "New Delhi" not in page.locator(".head").inner_text())


def find_an_open_invitation(page: Page) -> None:
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Commitments").click()
    card = page.locator(".commitment", has_text="Kim Jong Un")
    expect(card.first).to_be_visible()
    expect(card.first.get_by_text("open", exact=True)).to_be_visible()
    expect(card.first.get_by_text("extended")).to_be_visible()


def make_a_brief(page: Page) -> None:
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Brief").click()
    page.get_by_label("State", exact=True).fill("India")
    page.get_by_label("and state").fill("United States")
    page.get_by_role("button", name="Make it").click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="Markdown").click()
    assert coming.value.suggested_filename == "brief-ind-usa.md"
    assert "Narendra Modi" in Path(coming.value.path()).read_text("utf-8")
    page.locator(".ready a").first.click()
    expect(page.get_by_text("Narendra Modi").first).to_be_visible()


def again_until(page: Page, shown: Callable[[], bool]) -> None:
    """Load the page until a change shows that is linked in the background."""
    for _ in range(60):
        if shown():
            return
        page.wait_for_timeout(1000)
        page.reload()
    raise AssertionError(page.locator("main").inner_text())


def test_every_option_of_a_brief(examples_address: str, opened: Callable[..., Page]) -> None:
    """States, a person, years; to read, and in every form to keep; and a state that is none."""
    page = opened()
    page.goto(f"{examples_address}/brief")
    page.get_by_label("State", exact=True).fill("North Korea")
    page.get_by_label("and state").fill("Russia")
    page.get_by_label("Person").fill("Kim Jong Un")
    page.get_by_label("From").fill("2023-09")
    page.get_by_label("Until").fill("2024-12")
    page.get_by_role("button", name="Make it").click()
    heading = page.locator(".ready h2")
    expect(heading).to_contain_text("North Korea and Russia, Kim Jong Un, since September 2023")
    for name, begins in (("PDF", b"%PDF-"), ("Word", b"PK"), ("Markdown", b"# ")):
        with page.expect_download() as coming:
            page.get_by_role("link", name=name).click()
        assert Path(coming.value.path()).read_bytes().startswith(begins)
    page.get_by_role("link", name="Read here").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kim Jong Un")
    expect(page.get_by_role("heading", name="Sources", exact=True)).to_be_visible()
    page.go_back()
    page.get_by_label("State", exact=True).fill("Atlantis")
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_text("Atlantis").first).to_be_visible()
    expect(page.locator(".ready")).to_have_count(0)
