"""Feeds: RSS and Atom, read by feedparser, and JSON Feed."""

from __future__ import annotations

import io
import json
from typing import Any
from urllib.parse import urljoin

from communique.pages.limits import UnreadableError
from communique.pages.links.found import Found, Link, plain_xml

_JSON_FEED = "https://jsonfeed.org/version/"


def links_of_feed(raw: bytes, url: str, charset: str | None) -> Found:
    """Return what a feed's entries lead to. Raises UnreadableError where it is no feed."""
    text = plain_xml(raw, charset)
    if text.lstrip("\ufeff \r\n\t").startswith("{"):
        return Found(_of_json(text, url), [])
    return Found(_of_xml(text, url), [])


def _of_xml(text: str, url: str) -> list[Link]:
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    try:
        feed = feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")),
            response_headers=headers,
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception as error:  # its makers promise none, but letters that there are not raise one
        raise UnreadableError("a feed too broken to read") from error
    if not feed.get("version") and not feed.entries:
        raise UnreadableError("not a feed")
    return [link for entry in feed.entries if (link := _of_entry(entry, url))]


def _of_entry(entry: Any, url: str) -> Link | None:
    address = entry.get("link")
    if not address and str(entry.get("id", "")).startswith(("http://", "https://")):
        address = entry["id"]
    # Asked as the dict that it is: by its own way one is taken for the other, with a warning.
    stamp = dict.get(entry, "updated") or dict.get(entry, "published")
    return _link(address, stamp, url)


def _of_json(text: str, url: str) -> list[Link]:
    try:
        feed = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError("not a feed, but broken JSON") from error
    if not str(feed.get("version", "")).startswith(_JSON_FEED):
        raise UnreadableError("not a feed, but other JSON")
    items = feed.get("items")
    links = [_of_item(item, url) for item in items] if isinstance(items, list) else []
    return [link for link in links if link]


def _of_item(item: object, url: str) -> Link | None:
    if not isinstance(item, dict):
        return None
    stamp = item.get("date_modified") or item.get("date_published")
    return _link(item.get("url") or item.get("external_url"), stamp, url)


def _link(address: object, stamp: object, url: str) -> Link | None:
    if not isinstance(address, str) or not address:
        return None
    try:
        return Link(urljoin(url, address), stamp if isinstance(stamp, str) else None)
    except ValueError:
        return None
