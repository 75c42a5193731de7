"""What a list of pages leads to: a feed, a sitemap, or a page of an outlet that lists its news."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urldefrag, urlsplit

from communique.pages.limits import UnreadableError
from communique.pages.links.feeds import links_of_feed
from communique.pages.links.found import Found, Link
from communique.pages.links.listings import links_of_listing
from communique.pages.links.sitemaps import links_of_sitemap

LIST_BYTES = 55_000_000  # a sitemap may have 50 MB
KINDS = ("feed", "sitemap", "listing")
_MOST = 60_000
_LONGEST = 2000
_READERS: dict[str, Callable[[bytes, str, str | None], Found]] = {
    "feed": links_of_feed,
    "sitemap": links_of_sitemap,
    "listing": links_of_listing,
}

__all__ = ["KINDS", "LIST_BYTES", "Found", "Link", "links_in"]


def links_in(kind: str, raw: bytes, url: str, charset: str | None, pattern: str | None) -> Found:
    """Return the pages that a list names, each once, and the lists that it consists of.

    ``kind`` is one of KINDS, ``url`` where the list lies, ``charset`` what its server says of it,
    ``pattern`` a regular expression that addresses of pages have to match somewhere. Raises
    UnreadableError where it is no list of that kind, or one that no honest outlet would send.
    """
    if not raw.strip():
        raise UnreadableError("empty")
    found = _READERS[kind](raw, url, charset)
    wanted = re.compile(pattern) if pattern else None
    pages = [link for link in _usable(found.pages) if wanted is None or wanted.search(link.url)]
    return Found(pages, _usable(found.lists))


def _usable(links: list[Link]) -> list[Link]:
    """Return links to the web, each address once in its plain form, the first that came."""
    from courlan import normalize_url

    kept: dict[str, Link] = {}
    for url, stamp in links:
        if len(url) > _LONGEST or len(kept) >= _MOST:
            continue
        try:
            plain = normalize_url(urldefrag(url.strip()).url)
            if urlsplit(plain).scheme in ("http", "https") and urlsplit(plain).hostname:
                kept.setdefault(plain, Link(plain, stamp[:80] if stamp else None))
        except (ValueError, UnicodeError):
            continue
    return list(kept.values())
