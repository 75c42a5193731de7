"""Sitemaps and indexes of sitemaps, in XML, packed or not, and as bare lists of addresses."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from communique.pages.limits import UnreadableError, size
from communique.pages.links.found import Found, Link, plain_xml

_GZIP = b"\x1f\x8b"
_MOST_BYTES = 55_000_000


def links_of_sitemap(raw: bytes, url: str, charset: str | None) -> Found:
    """Return the pages or the sitemaps that a sitemap names.

    Raises UnreadableError where it is none.
    """
    text = plain_xml(_unpacked(raw), charset)
    if not text.lstrip("\ufeff \r\n\t").startswith("<"):
        return Found(_of_lines(text), [])
    pages: list[Link] = []
    lists: list[Link] = []
    found = False
    for name, link in _entries(text, url):
        found = found or name in ("urlset", "sitemapindex")
        if link is not None:
            (pages if name == "url" else lists).append(link)
    if not found and not pages and not lists:
        raise UnreadableError("not a sitemap")
    return Found(pages, lists)


def _unpacked(raw: bytes) -> bytes:
    if not raw.startswith(_GZIP):
        return raw
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        found = unpacking.decompress(raw, _MOST_BYTES + 1)
    except zlib.error as error:
        raise UnreadableError("its compressed content is broken") from error
    if len(found) > _MOST_BYTES:
        raise UnreadableError(f"a sitemap of over {size(_MOST_BYTES)}")
    return found


def _of_lines(text: str) -> list[Link]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    links = [Link(line) for line in lines if line.startswith(("http://", "https://"))]
    if len(links) < len(lines):
        raise UnreadableError("not a sitemap")
    return links


def _entries(text: str, url: str) -> Iterator[tuple[str, Link | None]]:
    """Yield the name of each element that matters, with the link where it is one."""
    from lxml import etree  # type: ignore[import-untyped]

    stream = io.BytesIO(text.encode("utf-8", "replace"))
    bounds = {"resolve_entities": False, "no_network": True, "load_dtd": False, "recover": True}
    try:
        for _, element in etree.iterparse(stream, huge_tree=False, **bounds):
            name = _name(element)
            if name in ("url", "sitemap"):
                yield name, _link(element, url)
                element.clear()
            elif name in ("urlset", "sitemapindex"):
                yield name, None
    except etree.XMLSyntaxError:
        return  # what came before the break stands


def _link(element: Any, url: str) -> Link | None:
    address = stamp = None
    for child in element.iter():
        name, text = _name(child), (child.text or "").strip()
        if name == "loc" and address is None:
            address = text
        elif name == "lastmod" or (name == "publication_date" and stamp is None):
            stamp = text
    try:
        return Link(urljoin(url, address), stamp or None) if address else None
    except ValueError:
        return None


def _name(element: Any) -> str:
    """Return an element's name without its namespace; comments and the like have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
