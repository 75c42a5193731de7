"""Every page can be read with any eyes and any hands: axe-core, the keyboard, narrow screens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

CALL = "/engagements/call-2024-08-26-ind-usa-98f8"
PATHS = (
    "/",
    "/?state=Atlantis",
    "/?kind=summit&status=cancelled",
    CALL,
    f"{CALL}/merge",
    "/commitments",
    "/commitments?standing=lapsed",
    "/people",
    "/people/ind-narendra-modi",
    "/pairs",
    "/pairs/IND-USA",
    "/outlets",
    "/outlets/Communique%20Example%20Wire",
    "/pages",
    "/pictures",
    "/add",
    "/review",
    "/decisions",
    "/brief",
    "/brief?state=IND&state=USA",
    "/account",
    "/nowhere",
)
WAYS = [(1280, "light"), (390, "dark")]


@pytest.mark.parametrize(("width", "scheme"), WAYS, ids=["wide and light", "narrow and dark"])
def test_axe_finds_no_serious_fault(
    opened: Callable[..., Page], examples_address: str, width: int, scheme: str
) -> None:
    page = opened(width=width, scheme=scheme)
    page.goto(f"{examples_address}/pages")
    kept = page.locator("table th a").first.get_attribute("href")
    faults = []
    for path in (*PATHS, kept):
        page.goto(f"{examples_address}{path}")
        found = Axe().run(page).response["violations"]
        faults += [
            f"{path}: {each['id']}: {node['html'][:160]}"
            for each in found
            if each["impact"] in ("serious", "critical")
            for node in each["nodes"]
        ]
        wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        if page.evaluate(wider) > 0:
            faults.append(f"{path}: wider than the screen")
    assert faults == []


def test_the_keyboard_reaches_everything(
    opened: Callable[..., Page], examples_address: str
) -> None:
    page = opened()
    page.goto(examples_address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_label("Search the record")).to_be_focused()
    page.keyboard.type("marathon/")
    expect(page.get_by_label("Search the record")).to_have_value("marathon/")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"


def test_nothing_is_asked_of_any_other_place(
    opened: Callable[..., Page], examples_address: str
) -> None:
    page = opened()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/", CALL, "/pages"):
        page.goto(f"{examples_address}{path}")
    assert asked
    assert all(each.startswith(examples_address) for each in asked)
