"""The list of engagements: filters in the address, parts for htmx, what an empty record says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient


def listed(text: str) -> list[str]:
    """Return what each row of the list says it is, on one line."""
    rows = html.fromstring(text).xpath("//table[contains(@class, 'engagements')]/tbody/tr")
    return [" ".join(row.text_content().split()) for row in rows]


def test_all_engagements_are_listed_with_links(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    links = html.fromstring(page.text).xpath("//table//th/a/@href")
    assert len(links) == len(listed(page.text)) > 20
    assert client.get(links[0]).status_code == 200


@pytest.mark.parametrize(
    ("query", "in_every_row"),
    [
        ("kind=call", "call"),
        ("status=postponed", "postponed"),
        ("state=India&state=usa", "India"),
        ("person=Modi", "Modi"),
        ("topic=trade", "trade"),
        ("since=2024-05&until=2024-06", ""),
    ],
)
def test_a_filter_leaves_only_what_answers_to_it(
    client: TestClient, query: str, in_every_row: str
) -> None:
    rows = listed(client.get(f"/?{query}").text)
    assert 0 < len(rows) < len(listed(client.get("/").text))
    assert all(in_every_row in row for row in rows)


def test_what_is_no_state_or_date_is_said_and_not_asked(client: TestClient) -> None:
    page = client.get("/?state=Atlantis&since=soon&kind=duel")
    said = " ".join(html.fromstring(page.text).xpath("//*[@role='alert']//text()"))
    assert "Atlantis" in said
    assert "soon" in said
    assert "duel" in said


def test_htmx_gets_the_list_alone(client: TestClient) -> None:
    part = client.get("/?kind=visit", headers={"HX-Request": "true"})
    assert "<html" not in part.text
    assert listed(part.text) == listed(client.get("/?kind=visit").text)
    assert "HX-Request" in part.headers["Vary"]


def test_an_empty_record_says_what_to_do_first(
    client_of: Callable[[Path], TestClient], tmp_path: Path
) -> None:
    page = client_of(tmp_path / "new.db").get("/")
    assert "The record is empty" in page.text


def test_what_is_not_there_is_a_page_that_says_so(client: TestClient) -> None:
    for path in ("/engagements/none", "/nowhere"):
        page = client.get(path)
        assert page.status_code == 404
        assert "Not in the record" in page.text
