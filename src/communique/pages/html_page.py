"""A page with its tags: trafilatura finds the text, the bare-text reader cleans it further."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from itertools import pairwise
from typing import Any

from communique.model import Document
from communique.pages.article import find_article
from communique.pages.decoding import decode
from communique.pages.document import Known, blocks_of_page, document_of
from communique.pages.limits import Limits, PassedOverError, Sieve, UnreadableError, size
from communique.pages.outlet import order_of_domain, order_of_language, split_title
from communique.pages.page_dates import dates_in
from communique.pages.page_language import language_of
from communique.pages.page_metadata import metadata_of
from communique.pages.page_tree import tree_of
from communique.pages.publication_date import Published, publication_date
from communique.pages.related_leads import leads_in
from communique.pages.text_page import NoArticleError, article_of_text, sha256

_OPENING = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|\?xml|article|div|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(rb"</(?:p|div|a|span|title|head|body)>", re.IGNORECASE)
_HEAVY = re.compile(r"<(script|style|svg|noscript|iframe)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_LD_JSON = re.compile(
    r"<script[^>]{0,200}application/ld\+json[^>]{0,200}>(.*?)</script>", re.IGNORECASE | re.DOTALL
)
_CHANGED = re.compile(r"modif|updat|revis", re.IGNORECASE)
_NEWS = ("article", "report", "blogposting", "webpage", "pressrelease")
_ROW = re.compile(r"^\|(?P<cells>.*)\|$")
_RULED = re.compile(r"[\s|]*-{3}[-\s|]*$")
_LINES = re.compile(r"\s*\n\s*")
_BLOCKS = (
    *("address", "article", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "form"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol"),
    *("p", "section", "table", "td", "th", "tr", "ul"),
)
_ANNOUNCING = 4
_EARLIEST = "1990-01-01"
_LONGEST_BROKEN = 20_000


def looks_like_html(raw: bytes) -> bool:
    """Whether bytes are a page with tags, by their opening or by closing tags in them."""
    head = raw[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    return bool(_OPENING.match(head)) or len(_TAGS.findall(head)) >= 5


def read_html_page(
    raw: str | bytes,
    *,
    path: str | None = None,
    url: str | None = None,
    charset: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """Read an HTML page into a Document.

    ``charset`` is the encoding its server names. Raises UnreadableError for a page over
    ``limits.html_bytes``, for bytes that are no text, and for a page without an article.
    """
    limits = limits or Limits()
    data = raw.encode("utf-8", "surrogatepass") if isinstance(raw, str) else raw
    if len(data) > limits.html_bytes:
        raise UnreadableError(f"a page with tags of over {size(limits.html_bytes)}")
    source = raw if isinstance(raw, str) else decode(raw, charset)
    text, known, leads = _extracted(source, url, limits.sieve)
    if not text:
        language = language_of(re.sub(r"<[^>]+>", " ", _HEAVY.sub(" ", source)), known.language)
        raise NoArticleError("no text of an article in it", language)
    article = article_of_text(text, known)
    language = language_of("\n".join(article.paragraphs), known.language)
    document = document_of(article, known, language, path=path, url=url, sha256=sha256(data))
    document = replace(document, teasers=tuple(dict.fromkeys([*document.teasers, *leads])))
    if document.published is not None:
        return document
    whole = _whole_page_date(source, known, url)
    if whole is None:
        return document
    return replace(document, published=whole.value, published_precision=whole.precision)


def _whole_page_date(source: str, known: Known, url: str | None) -> Published | None:
    """The stamp beside the article in the page's whole text, of which extraction drops parts."""
    article = find_article(blocks_of_page(_whole_text(source)), known.title)
    if article is None:
        return None
    order = order_of_domain(url) or order_of_language(known.language)
    return publication_date(article, order=order, dateline=None, url=url)


def _whole_text(source: str) -> str:
    """All that a page shows, each of its blocks on a line of its own."""
    tree = tree_of(" ".join(_HEAVY.sub(" ", source).split()))
    if tree is None:
        return ""
    for other in list(tree.iter("aside", "footer", "nav")):
        other.drop_tree()
    for block in tree.iter(*_BLOCKS):
        block.text = f"\n{block.text or ''}"
        block.tail = f"\n{block.tail or ''}"
    return _LINES.sub("\n", str(tree.text_content()))


def _extracted(
    source: str, url: str | None, sieve: Sieve | None
) -> tuple[str, Known, tuple[str, ...]]:
    """The page's main text, what its markup tells of it, and the leads of other stories on it,
    where ``sieve`` lets it through."""
    tree = tree_of(source)
    if tree is None:
        return "", Known(), ()
    text = _main_text(tree, url, generous=False)
    if _lost_list(text):
        whole = _main_text(tree, url, generous=True)
        text = text if _lost_list(whole) else whole
    text = _cells(text).strip()
    reason = sieve.of_text(f"{tree.findtext('.//title')}\n{text}") if sieve and text else None
    if reason is not None:
        raise PassedOverError(reason)
    return text, _told(source, tree, url), leads_in(tree, text)


def _main_text(tree: Any, url: str | None, *, generous: bool) -> str:
    """The text that trafilatura takes for the page's own; ``generous`` keeps more lists."""
    from lxml import etree  # type: ignore[import-untyped]
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            tree,  # left as it is: it is copied there
            url=url,
            fast=True,
            include_comments=False,
            include_tables=True,
            favor_recall=generous,
            with_metadata=False,
        )
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise UnreadableError("markup too broken to read") from error
    return getattr(found, "text", None) or ""


def _lost_list(text: str) -> bool:
    """Whether a paragraph announces a list that does not follow."""
    lines = [line for line in text.split("\n") if line.strip()]
    return any(
        before.rstrip().endswith(":") and len(before.split()) >= _ANNOUNCING and line[:1] != "-"
        for before, line in pairwise([*lines, ""])
    )


def _cells(text: str) -> str:
    """Give each cell of a table a line of its own, as diaries and programmes are set in tables."""
    lines = []
    for line in text.split("\n"):
        row = _ROW.match(line.strip())
        cells = row["cells"].split(" | ") if row else [line]
        lines += [cell.strip(" |") if row else cell for cell in cells if not _RULED.match(cell)]
    return "\n".join(lines)


def _told(source: str, tree: Any, url: str | None) -> Known:
    """What meta tags and linked data say: title, author, outlet, language, date."""
    _drop_broken_data(tree)
    data = metadata_of(tree)
    title = (data.title or "").strip() or None
    title, tail = split_title(title) if title else (None, None)
    title = _without_site(title, data.site) if title and data.site else title
    return Known(
        title=title,
        byline=_plain_author(data.author),
        outlet=_plain_outlet(data.site) or tail,
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        published=_published(source, tree, url),
    )


def _drop_broken_data(tree: Any) -> None:
    """Leave out long linked data that is none: trafilatura would search it by runaway patterns."""
    from trafilatura.json_metadata import normalize_json

    for tag in tree.xpath(".//script[contains(@type, 'json')]"):
        if len(tag.text or "") > _LONGEST_BROKEN:
            try:
                json.loads(normalize_json(tag.text), strict=False)
            except (ValueError, RecursionError):
                tag.text = None


def _without_site(title: str, site: str) -> str:
    """A title without the name of its site behind a mark ("Talks in Rome | The Daily")."""
    head, mark, tail = title.rpartition(site.strip())
    bare = head.rstrip()
    if not mark or tail.strip() or bare[-1:] not in ("|", "-", "–", "—", "»", "·"):
        return title
    return bare[:-1].rstrip() or title


def _plain_author(author: str | None) -> str | None:
    name = (author or "").replace(";", ",").strip(" ,")
    return name if name and len(name) <= 80 and "http" not in name else None


def _plain_outlet(name: str | None) -> str | None:
    """A site's name, where it is a name and not an address or a slogan."""
    name = (name or "").strip(" |–-")
    if not name or len(name) > 50 or "://" in name:
        return None
    return None if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", name.casefold()) else name


def _published(source: str, tree: Any, url: str | None) -> Published | None:
    """The publication date of the markup: linked data, the head's tags, the address, a time tag.

    Dates anywhere else in the page may be of other stories, or what the article tells of.
    """
    for value in _linked_dates(source):
        found = _of_machine(value)
        if found is not None:
            return found
    return _of_head(tree, url) or _of_time_tag(tree)


def _of_head(tree: Any, url: str | None) -> Published | None:
    from htmldate import find_date
    from lxml import html

    head = tree.find("head")
    page = html.Element("html")
    page.append(deepcopy(head) if head is not None else html.Element("head"))
    page.append(html.Element("body"))
    for tag in page.xpath("//meta[@property|@name|@itemprop]"):
        if _CHANGED.search(f"{tag.get('property')} {tag.get('name')} {tag.get('itemprop')}"):
            tag.getparent().remove(tag)
    try:
        text = find_date(
            page, extensive_search=False, original_date=True, url=url, min_date=_EARLIEST
        )
    except (ValueError, TypeError, RecursionError):
        return None
    return Published(str(text), "day") if text else None


def _of_time_tag(tree: Any) -> Published | None:
    """The first time tag with a machine date, where it stands with the article."""
    for tag in tree.iter("time"):
        around = {parent.tag for parent in tag.iterancestors()}
        found = _of_machine(tag.get("datetime") or "")
        if found is not None and not around & {"aside", "footer", "nav", "li"}:
            return found
    return None


def _linked_dates(source: str) -> Iterator[str]:
    for block in _LD_JSON.findall(source):
        try:
            data = json.loads(block)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kind = str(item.get("@type", "")).casefold()
            if any(word in kind for word in _NEWS) and isinstance(item.get("datePublished"), str):
                yield item["datePublished"]


def _items(data: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every object of linked data, outermost first."""
    if depth > 6:
        return
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from _items(value, depth + 1)
    elif isinstance(data, list):
        for value in data:
            yield from _items(value, depth + 1)


def _of_machine(value: str) -> Published | None:
    """A date in machine form; figures whose order is open are not taken."""
    for one in dates_in(value[:40]):
        if one.iso and not one.swapped:
            return Published(one.iso, "day" if one.day else "month")
    return None
