"""Pages written to do harm are shown as what they are: words."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from communique.model import (
    Account,
    DateBasis,
    Document,
    Evidence,
    Kind,
    Party,
    Reading,
    Role,
    Span,
    Statement,
    Status,
    Unread,
)
from communique.model import Act as SpeechAct
from communique.record import Author, Record

SCRIPT = "<script>alert(1)</script>"
BREAKOUT = "\"'><img src=x onerror=alert(1)>"
TURNED = "\u202egnirts\u202c \u2066inside\u2069 \u200fmark"
CONTROLS = "bell\x07 escape\x1b[31m null\u2028 end"
HOSTILE = (SCRIPT, BREAKOUT, TURNED, CONTROLS, "{{ 7 * 7 }}", "{% raw %}", "]]>&lt;b&gt;&#60;i>")


def reading_of(text: str, title: str, outlet: str, name: str, spans: list[Span]) -> Reading:
    """Return what a reader led astray might give: every field holds the hostile words."""
    party = Party(name, "KEN", None, name, Role.GUEST, tuple(spans))
    other = Party(None, "NGA", None, None, Role.HOST, tuple(spans))
    statement = Statement(name, None, SpeechAct.AFFIRM, text[:80], (), False, tuple(spans))
    account = Account(
        kind=Kind.MEETING,
        status=Status.HELD,
        main=True,
        visit_type=None,
        start="2024-05-06",
        end="2024-05-06",
        date_basis=DateBasis.EXPLICIT,
        place=None,
        parties=(party, other),
        topics=("trade",),
        plover_event="CONSULT",
        plover_mode=None,
        cameo="040",
        statements=(statement,),
        evidence=Evidence(
            kind=tuple(spans),
            start=tuple(spans),
            parties=(tuple(spans), tuple(spans)),
            topics=(tuple(spans),),
        ),
        uncertain=name,
    )
    document = Document(
        path=f"{outlet}/{title}.txt",
        url="javascript:alert(document.cookie)//" + BREAKOUT + title,
        title=title,
        outlet=outlet,
        byline=name,
        language='en" onload="alert(1)',
        published="2024-05-07",
        published_precision="day",
        text=text,
        sha256="0" * 64,
    )
    unread = tuple(Unread(span, name) for span in spans)
    return Reading(document, (account,), (), (), unread)


def spans_over(text: str) -> list[Span]:
    """Return spans that begin and end in the middle of tags and overlap one another."""
    return [
        Span(start, min(len(text), start + length), text[start : start + length])
        for start, length in ((0, 4), (2, 9), (5, 12), (9, 30), (20, 3), (21, 40))
        if start < len(text)
    ]


@pytest.fixture
def client(tmp_path: Path, client_of: Callable[[Path], TestClient]) -> TestClient:
    path = tmp_path / "hostile.db"
    text = "\n\n".join(f"{each} met {each}." for each in HOSTILE)
    with Record.open(path) as record:
        for words in HOSTILE:
            spans = spans_over(text)
            record.keep(reading_of(text, words, words.replace("\x1b", ""), words, spans))
        for line in record.finding.engagements().items:
            author = Author(SCRIPT, BREAKOUT + TURNED)
            record.corrections.set(line.id, "place_name", SCRIPT + TURNED, author)
        record.link()
    return client_of(path)


def addresses(client: TestClient) -> list[str]:
    found = ["/", "/people", "/pairs", "/outlets", "/commitments", "/pages", "/decisions"]
    found += [f"/review?at={n}" for n in range(9)]
    for path in tuple(found):
        links = html.fromstring(client.get(path).text).xpath("//main//a/@href")
        found += [link.partition("#")[0] for link in links if link.startswith("/")]
    found += [f"{path}/merge" for path in found if re.fullmatch("/engagements/[^/?]+", path)]
    return sorted(set(found))


def test_nothing_of_a_page_becomes_markup(client: TestClient) -> None:
    paths = addresses(client)
    assert len([path for path in paths if path.startswith("/pages/")]) >= 1
    assert len([path for path in paths if path.startswith("/engagements/")]) >= 1
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, path
        page = html.fromstring(answer.text)
        own = {str(each) for each in page.xpath("//script/@src")}
        assert all(each.startswith("/static/") for each in own)
        assert len(page.xpath("//script")) == len(own)
        assert not page.xpath("//img | //b[not(ancestor::table) and not(ancestor::li)]"), path
        assert not page.xpath("//@*[starts-with(name(), 'on')]"), path
        assert not page.xpath("//@style"), path
        for link in page.xpath("//@href | //@src | //@action"):
            assert link.startswith(("/", "#")), (path, link)


def test_marks_that_turn_the_text_are_shown_by_their_code(client: TestClient) -> None:
    for path in addresses(client):
        text = client.get(path).text
        for mark in "\u202e\u202c\u2066\u2069\u200f\x07\x1b\u2028":
            assert mark not in text, path
    assert "\\u202e" in client.get("/pages").text


def test_text_with_broken_tags_is_shown_whole(client: TestClient) -> None:
    (path, *_) = [each for each in addresses(client) if each.startswith("/pages/")]
    (shown,) = html.fromstring(client.get(path).text).xpath("//div[@class='page-text']")
    text = " ".join(shown.text_content().split())
    assert f"{SCRIPT} met {SCRIPT}." in text
    assert "{{ 7 * 7 }} met" in text
    assert "]]>&lt;b&gt;&#60;i> met" in text


def test_words_of_a_query_are_shown_as_words(client: TestClient) -> None:
    for name in ("words", "state", "person", "kind", "since", "outlet", "topic", "page"):
        page = client.get("/", params={name: SCRIPT + BREAKOUT})
        assert page.status_code == 200
        assert SCRIPT not in page.text
        assert not html.fromstring(page.text).xpath("//img")
    for odd in ("at=9-3", "at=999999999-999999999", "at=x", "part=0", "part=99999", "part=-1"):
        (path, *_) = [each for each in addresses(client) if each.startswith("/pages/")]
        assert client.get(f"{path.partition('?')[0]}?{odd}").status_code == 200


@pytest.mark.slow
def test_a_page_of_a_million_sentences_is_shown_in_parts(
    tmp_path: Path, client_of: Callable[[Path], TestClient]
) -> None:
    text = "He met her. " * 1_000_000
    spans = [Span(at, at + 2, "He") for at in range(0, 120_000, 12)]
    path = tmp_path / "long.db"
    with Record.open(path) as record:
        record.keep(reading_of(text, "Long", "Example Post", "A. Longwriter", spans))
        record.link()
        (line,) = record.finding.documents().items
    client = client_of(path)
    began = time.process_time()
    first = client.get(f"/pages/{line.document.id}")
    late = client.get(f"/pages/{line.document.id}?at=11999988-11999990")
    assert time.process_time() - began < 10
    for answer in (first, late):
        assert answer.status_code == 200
        assert len(answer.text) < 1_500_000
    assert html.fromstring(late.text).xpath("string(//mark)") == "He"
    assert "Part 1 of 3" in first.text.replace("\n", " ")
