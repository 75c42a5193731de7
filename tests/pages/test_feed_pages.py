"""A feed's address as an input: the pages that it leads to, politely."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from communique.model import Document
from communique.pages import Limits, Refusal, feed_pages, read_address, read_documents
from watching.outlet import Answer, Outlet, rss

LIMITS = Limits(connect_seconds=1.5, total_seconds=2, allow_hosts=frozenset({"127.0.0.1"}))


@pytest.fixture
def outlet(monkeypatch: pytest.MonkeyPatch) -> Iterator[Outlet]:
    monkeypatch.setattr(feed_pages, "_PAUSE", 0.3)
    opened = Outlet()
    opened.publish(1, 2, 3)
    opened.answers["/feed.xml"] = rss(opened.base, [3, 1, 9, 2])
    yield opened
    opened.stop()


def read(url: str) -> list[Document | Refusal]:
    return list(read_documents([url], limits=LIMITS))


@pytest.mark.parametrize("kind", ["application/rss+xml", "text/xml", "text/html", ""])
def test_feed_is_read_page_by_page(outlet: Outlet, kind: str) -> None:
    outlet.answers["/feed.xml"] = Answer(rss(outlet.base, [3, 1, 9, 2]).body, kind)
    results = read(f"{outlet.base}/feed.xml")
    assert [getattr(one, "url", None) for one in results] == [
        f"{outlet.base}/news/3",
        f"{outlet.base}/news/1",
        None,
        f"{outlet.base}/news/2",
    ]
    assert results[2] == Refusal(f"{outlet.base}/news/9", "HTTP 404 not found")


def test_host_of_a_feed_is_asked_slowly_and_for_what_it_allows(outlet: Outlet) -> None:
    outlet.answers["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /news/3", "text/plain")
    results = read(f"{outlet.base}/feed.xml")
    assert results[0] == Refusal(f"{outlet.base}/news/3", "robots.txt of its host forbids it")
    times = [at for at, path, _ in outlet.asked if path.startswith("/news/")]
    assert len(times) == 3
    assert min(b - a for a, b in pairwise(times)) > 0.25
    # What somebody names is fetched as it is.
    assert isinstance(read(f"{outlet.base}/news/3")[0], Document)


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        (b"<rss version='2.0'><channel/></rss>", "text/xml", "a feed that leads to no page"),
        (b"<p>no</p>", "application/rss+xml", "not a feed"),
        (b'{"a": "b"}', "application/json", "not a page but application/json"),
        (b'<!DOCTYPE r [<!ENTITY a "b">]><r/>', "application/rss+xml", "entities of its own"),
    ],
)
def test_feed_that_gives_nothing_is_named(
    outlet: Outlet, body: bytes, kind: str, reason: str
) -> None:
    outlet.answers["/feed.xml"] = Answer(body, kind)
    (result,) = read(f"{outlet.base}/feed.xml")
    assert isinstance(result, Refusal)
    assert reason in result.reason


def test_page_in_another_form_is_no_feed(outlet: Outlet) -> None:
    assert isinstance(read_address(f"{outlet.base}/news/1", LIMITS), Document)
    assert read_address(f"{outlet.base}/feed.xml", LIMITS) == Refusal(
        f"{outlet.base}/feed.xml", "not a page but application/rss+xml"
    )
