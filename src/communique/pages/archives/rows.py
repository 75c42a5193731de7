"""Pages as rows of a table: which column holds what, and a Document for each row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from communique.model import Document
from communique.pages.document import Known
from communique.pages.limits import Limits, Refusal, UnreadableError, size
from communique.pages.page_dates import dates_in
from communique.pages.publication_date import Published
from communique.pages.raw_page import checked, is_html, page_of, pass_over_left_out
from communique.pages.text_page import read_text_page

# What others call the columns that matter, the likeliest first; ours are those of ``read --jsonl``.
_NAMES = {
    "url": ("url", "requested_url", "source_url", "link", "uri", "warc_target_uri"),
    "html": ("html", "raw_html", "content_html", "page_html", "body_html"),
    "text": ("text", "plain_text", "maintext", "content", "article", "body", "raw_content"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "site_name", "sitename", "source_domain"),
    "byline": ("byline", "author", "authors"),
    "language": ("language", "lang"),
    "published": ("published", "published_date", "date_publish", "publish_date", "date"),
}
COLUMNS = frozenset(name for names in _NAMES.values() for name in names) | {"document"}


def read_row(row: object, place: str, limits: Limits) -> Document | Refusal:
    """Read one row; ``place`` is the name of its table with the row's number."""
    if not isinstance(row, Mapping):
        return Refusal(place, "not a page but something else")
    inner = row.get("document")
    page = inner if isinstance(inner, Mapping) else row
    url = _text(page, "url")
    address = url if url and url.startswith(("http://", "https://")) else None
    name = f"{place} {address}" if address else place
    return checked(name, lambda: _document(page, place, address, limits), limits)


def _document(row: Mapping[str, Any], place: str, address: str | None, limits: Limits) -> Document:
    html = _value(row, "html")
    raw = html.encode("utf-8", "surrogatepass") if isinstance(html, str) else html
    if isinstance(raw, bytes) and raw.strip():
        _check_size(raw, limits.page_bytes)
        return page_of(raw, place, address, None, limits, html=True)
    text = _text(row, "text")
    if not text:
        raise UnreadableError("no column with a page in it")
    title = _text(row, "title")
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    data = text.encode("utf-8", "surrogatepass")
    _check_size(data, limits.text_bytes)
    if is_html(data):
        return page_of(data, place, address, None, limits, html=True)
    pass_over_left_out(address, data, limits)
    return read_text_page(data, path=place, url=address, known=_known(row, title))


def _check_size(raw: bytes, most: int) -> None:
    if len(raw) > most:
        raise UnreadableError(f"a page of over {size(most)}")


def _known(row: Mapping[str, Any], title: str | None) -> Known:
    return Known(
        title=title,
        byline=_text(row, "byline"),
        outlet=_text(row, "outlet"),
        language=_text(row, "language"),
        published=_published(_value(row, "published")),
    )


def _value(row: Mapping[str, Any], what: str) -> Any:
    return next((row[name] for name in _NAMES[what] if row.get(name)), None)


def _text(row: Mapping[str, Any], what: str) -> str | None:
    value = _value(row, what)
    if isinstance(value, list):
        value = ", ".join(each for each in value if isinstance(each, str))
    return value.strip() or None if isinstance(value, str) else None


def _published(value: object) -> Published | None:
    if isinstance(value, datetime | date):
        return Published(value.isoformat()[:10], "day")
    if not isinstance(value, str):
        return None
    for one in dates_in(value[:40]):
        if one.iso and not one.swapped:
            return Published(one.iso, "day" if one.day else "month")
    return None
