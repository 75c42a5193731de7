"""What the pages of the workspace show of the record, and that every link leads somewhere."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from communique.model import Document
from communique.pages import read_documents
from communique.reader import Reader
from communique.record import Record
from communique.web.columns import Column, lines_of

CALL = "/engagements/call-2024-08-26-ind-usa-98f8"


def words(elements: Iterable[html.HtmlElement]) -> list[str]:
    return [" ".join(each.text_content().split()) for each in elements]


def test_accounts_stand_side_by_side_with_a_verdict_for_each_field(client: TestClient) -> None:
    page = html.fromstring(client.get(CALL).text)
    (table,) = page.xpath("//table[contains(@class, 'accounts')]")
    assert len(table.xpath("./thead//th")) == 3
    said = words(table.xpath("./tbody[1]/tr/th"))
    assert "kind agree" in said
    assert "topics narrower" in said


def test_every_value_links_to_its_words_on_its_page(client: TestClient) -> None:
    page = html.fromstring(client.get(CALL).text)
    quotes = page.xpath("//table[contains(@class, 'accounts')]//a[@class='quote']")
    assert len(quotes) > 20
    for quote in quotes:
        shown = html.fromstring(client.get(quote.get("href")).text)
        marked = "".join(shown.xpath("//mark//text()"))
        assert quote.text_content().rstrip("…") in " ".join(marked.split())
        assert shown.xpath("//mark[@id='at']")


def test_statements_are_aligned_over_the_accounts(client: TestClient) -> None:
    page = html.fromstring(client.get(CALL).text)
    rows = page.xpath("//tbody[@class='said']/tr[td]")
    told = [tuple(bool(cell.xpath(".//a")) for cell in row.xpath("./td")) for row in rows]
    assert {(True, False), (False, True)} <= set(told)  # what each side leaves out


def test_what_both_accounts_tell_stands_in_one_row(
    reader: Reader, tmp_path: Path, client_of: Callable[[Path], TestClient]
) -> None:
    """Two reports of one meeting have a promise in words of their own, and each something more."""
    path = tmp_path / "told_twice.db"
    with Record.open(path) as record:
        for page in read_documents([str(Path(__file__).parent / "told_twice")]):
            assert isinstance(page, Document)
            record.keep(reader.read(page))
        (meeting,) = (e.id for e in record.engagements(kind="meeting"))
    shown = html.fromstring(client_of(path).get(f"/engagements/{meeting}").text)
    rows = {
        " ".join(words(row.xpath("./th"))): words(row.xpath("./td"))
        for row in shown.xpath("//tbody[@class='said']/tr[td]")
    }
    (promise,) = (cells for head, cells in rows.items() if "told by both" in head)
    assert len(promise) == 2
    assert all("military aid" in cell and "2.5 billion pounds" in cell for cell in promise)
    assert promise[0] != promise[1]
    assert sum("told by both" not in head for head in rows) > 3


def test_a_page_shows_all_that_was_read_from_it(client: TestClient) -> None:
    listed = html.fromstring(client.get("/pages").text)
    (address,) = listed.xpath("//a[contains(., 'Modi briefs Biden')]/@href")
    page = html.fromstring(client.get(address).text)
    values = words(page.xpath("//ol[@class='page-values']/li"))
    assert any(value.startswith("date 26 August 2024") for value in values)
    for link in page.xpath("//a[@class='mark-link']/@href"):
        assert page.xpath("//*[@id=$name]", name=link.removeprefix("#"))


def test_dates_follow_the_locale_that_the_browser_asks_for(client: TestClient) -> None:
    british = client.get(CALL, headers={"Accept-Language": "en-GB,en;q=0.5"}).text
    american = client.get(CALL, headers={"Accept-Language": "en-US"}).text
    german = client.get(CALL, headers={"Accept-Language": "de-DE,de;q=0.9"}).text
    assert "26 August 2024" in british
    assert "August 26, 2024" in american
    assert "26 August 2024" in german
    for nonsense in ("*", "x" * 500, ";;,,=", "en-ZZ", "\u00e9"):
        odd = client.get(CALL, headers={"Accept-Language": nonsense.encode("latin-1")})
        assert odd.status_code == 200


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/people?name=modi", "Narendra Modi"),
        ("/people?state=Kenya", "William Ruto"),
        ("/pairs", "China and Japan"),
        ("/pairs?state=India", "India and United States"),
        ("/outlets", "Communique Example Wire"),
        ("/commitments?standing=any", "Kim Jong Un"),
        ("/pages?words=marathon", "record"),
    ],
)
def test_lists_hold_what_they_are_asked_for(client: TestClient, path: str, expected: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert expected in " ".join(words(html.fromstring(page.text).xpath("//div[@id='results']")))
    part = client.get(path, headers={"HX-Request": "true"})
    assert expected in part.text
    assert "<html" not in part.text


def test_two_states_lead_to_their_pair(client: TestClient) -> None:
    page = client.get("/pairs?state=usa&state=India")
    assert str(page.url).endswith("/pairs/USA-IND")
    assert "United States and India" in page.text


def test_every_link_leads_somewhere(client: TestClient) -> None:
    waiting, seen = deque(["/"]), {"/"}
    while waiting:
        path = waiting.popleft()
        page = client.get(path)
        assert page.status_code == 200, path
        for link in html.fromstring(page.text).xpath("//a/@href"):
            address = link.partition("#")[0]
            whole = "at=" not in address and "?" not in address
            if address.startswith("/") and whole and address not in seen:
                seen.add(address)
                waiting.append(address)
    assert len(seen) > 80


def test_a_statement_says_whose_outlets_leave_it_out() -> None:
    told = {"account": 1, "speaker": "A. Example", "addressee": None, "act": "urge"}
    words_told = {"content": "peace", "evidence": [{"start": 5, "end": 10, "quote": "peace"}]}
    near = {"start": 7, "end": 11, "quote": "calm"}
    statement = {
        **{"sides": ["FRA"], "otherwise": ["KEN"], "left_out": ["TCD", None]},
        **{"told": [told | words_told], "near": [{"account": 3, "words": near}]},
    }
    columns = [Column(n, str(n), {"id": str(n)}, None, ()) for n in (1, 2, 3)]
    (line,) = lines_of({"statements": [statement]}, columns)
    assert line.left_out == ("outlets of Chad", "others")
    assert line.otherwise == ("outlets of Kenya",)
    assert [[value.words for value in cell] for cell in line.cells] == [["peace"], [], []]
    assert [value and value.words for value in line.near] == [None, None, "calm"]
