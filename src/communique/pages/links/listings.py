"""Pages on which an outlet lists its news: every link on them, in the page's order."""

from __future__ import annotations

from urllib.parse import urljoin

from communique.pages.decoding import decode
from communique.pages.limits import UnreadableError
from communique.pages.links.found import Found, Link
from communique.pages.raw_page import is_html


class _Links:
    """Gathers links as a page's tags go by, so that no tree is built of them."""

    def __init__(self) -> None:
        self.base: str | None = None
        self.found: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        address = attributes.get("href")
        if address and tag == "a":
            self.found.append(address)
        elif address and tag == "base" and self.base is None:
            self.base = address

    def close(self) -> None:
        """End; there is no tree to hand over."""


def links_of_listing(raw: bytes, url: str, charset: str | None) -> Found:
    """Return every link of a page. Raises UnreadableError where it is no page with tags."""
    from lxml import etree  # type: ignore[import-untyped]

    text = decode(raw, charset)
    if not is_html(raw, media="html"):
        raise UnreadableError("not a page with links")
    links = _Links()
    parser = etree.HTMLParser(target=links, encoding="utf-8", no_network=True)
    parser.feed(text.encode("utf-8", "replace"))
    parser.close()
    base = _joined(url, links.base) if links.base else url
    addresses = [joined for each in links.found if (joined := _joined(base or url, each))]
    return Found([Link(address) for address in addresses], [])


def _joined(base: str, address: str) -> str | None:
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return None
