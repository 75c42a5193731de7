"""Whole inputs for each reader, to be damaged."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pages.test_archive_properties import WHOLE
from watching.outlet import index, listing, page, rss, sitemap

PAGES = Path(__file__).parents[1] / "corpus" / "dev"
HERE = "https://news.example"
ATOM = (
    b"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>N</title><entry><title>T"
    b"</title><link href='https://news.example/1'/><updated>2024-05-06T07:08:09Z</updated></entry>"
    b"</feed>"
)
JSON = b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/1", "title": "T"}]}'


def seeds_of(reader: str) -> Iterable[bytes]:
    """Return inputs that a reader takes whole."""
    if reader in ("html", "triage"):
        saved = sorted(PAGES.glob("*.html"))[:20]
        return [page(1), page(2, 3), *(each.read_bytes() for each in saved)]
    if reader == "text":
        return [each.read_bytes() for each in sorted(PAGES.glob("*.txt"))[:40]]
    lists = {
        "feed": [rss(HERE, range(3)).body, ATOM, JSON],
        "sitemap": [sitemap(HERE, range(3)).body, index({f"{HERE}/a.xml": None}).body],
        "listing": [listing(range(3)).body],
    }
    ending = "." + reader
    return lists.get(reader) or [raw for name, raw in WHOLE.items() if name[1:] == ending]
