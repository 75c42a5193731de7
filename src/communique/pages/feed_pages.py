"""An address that somebody names: the page there, or where a feed lies there, what it leads to."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

from communique.addresses import host_of, split_address
from communique.model import Document
from communique.pages.fetching import AGENT, PAGES, Fetched, Manner, fetch
from communique.pages.limits import (
    FetchError,
    Limits,
    PassedOver,
    PassedOverError,
    Refusal,
    UnreadableError,
)
from communique.pages.links import links_in
from communique.pages.raw_page import checked, is_html, page_of, pass_over_left_out
from communique.pages.robots import Robots

_FEEDS = ("application/rss", "application/atom", "application/rdf", "application/feed")
_JSON = "application/json"
_OPENING = re.compile(rb"\s*(?:<\?.{0,300}?\?>\s*|<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:rdf)\b",
                      re.IGNORECASE | re.DOTALL)  # fmt: skip
_JSON_FEED = b"https://jsonfeed.org/version/"
_PAUSE = 1.0
_MANNER = Manner(
    kinds=(*PAGES, *_FEEDS, _JSON),
    accept="text/html,application/xhtml+xml,application/rss+xml;q=0.9,application/atom+xml;q=0.9,"
    "application/feed+json;q=0.9,text/plain;q=0.9,*/*;q=0.1",
)


def pages_at(url: str, limits: Limits) -> Iterator[Document | Refusal]:
    """Yield the page at an address, or the pages of the feed that lies there, newest as it says.

    What its host forbids to robots is refused where a feed leads there, and it is asked no oftener
    than once a second; an address that somebody names is fetched as it is.
    """
    try:
        pass_over_left_out(url, None, limits)
        got = fetch(url, limits, _MANNER)
    except PassedOverError as error:
        yield PassedOver(url, str(error))
        return
    except FetchError as error:
        yield Refusal(url, str(error))
        return
    if _is_feed(got):
        yield from _pages_of(got, limits)
    else:
        yield checked(url, lambda: page_of_fetched(got, url, limits), limits)


def page_of_fetched(got: Fetched, url: str, limits: Limits) -> Document:
    """Read the page that was fetched for an address. Raises UnreadableError."""
    if got.content_type == _JSON:
        raise UnreadableError(f"not a page but {_JSON}")
    html = is_html(got.body, media=got.content_type)
    address = got.url if host_of(got.url) else url
    return page_of(got.body, None, address, got.charset, limits, html=html)


def _is_feed(got: Fetched) -> bool:
    head = got.body[:4096].removeprefix(b"\xef\xbb\xbf")
    if got.content_type.startswith(_FEEDS):
        return True
    return bool(_OPENING.match(head)) or (head.lstrip()[:1] == b"{" and _JSON_FEED in head)


def _pages_of(feed: Fetched, limits: Limits) -> Iterator[Document | Refusal]:
    try:
        links = links_in("feed", feed.body, feed.url, feed.charset, None).pages
    except UnreadableError as error:
        yield Refusal(feed.url, str(error))
        return
    if not links:
        yield Refusal(feed.url, "a feed that leads to no page")
    robots, asked = Robots(limits, AGENT), dict[str, float]()

    def before(url: str) -> None:
        robots.check(url)
        host = split_address(url).netloc
        pause = max(_PAUSE, robots.delay(url))
        time.sleep(max(0.0, asked.get(host, 0.0) + pause - time.monotonic()))
        asked[host] = time.monotonic()

    for link in links:
        yield _page(link.url, limits, Manner(before=before))


def _page(url: str, limits: Limits, manner: Manner) -> Document | Refusal:
    def read() -> Document:
        pass_over_left_out(url, None, limits)
        return page_of_fetched(fetch(url, limits, manner), url, limits)

    return checked(url, read, limits)
