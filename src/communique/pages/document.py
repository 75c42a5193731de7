"""A Document made of an article and what is known of its page."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model import Document, Span
from communique.pages.article import Article
from communique.pages.blocks import Block, blocks_of
from communique.pages.characters import regular
from communique.pages.credit import is_name, names_outlet
from communique.pages.dateline import Dateline, dateline_alone, dateline_of
from communique.pages.headline import cut_headline
from communique.pages.looks import TEXT, Look
from communique.pages.outlet import (
    order_of_article,
    order_of_domain,
    order_of_language,
    outlet_of_article,
    outlet_of_domain,
    outlet_of_name,
    split_title,
)
from communique.pages.publication_date import Published, publication_date
from communique.pages.runs import teaser_leads

_DATELINE_BLOCKS = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a page from outside its text: from markup, or where it was fetched.

    ``language`` is the tag that the page declares ("en-GB"), which may be wrong.
    """

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: Published | None = None


@dataclass(frozen=True, slots=True)
class _Text:
    """The kept text with the offsets at which its blocks start."""

    text: str
    starts: tuple[int, ...]


def blocks_of_page(raw: str) -> list[Block]:
    """Cut a page's decoded text into blocks of regular characters."""
    return blocks_of(regular(raw))


def document_of(
    article: Article,
    known: Known,
    language: str | None,
    *,
    path: str | None,
    url: str | None,
    sha256: str,
) -> Document:
    """Put a Document together; every span in it points into the text it carries."""
    line, tail = split_title(article.headline) if article.headline else (None, None)
    begin, end = cut_headline(line) if line else (0, 0)
    headline = line[begin:end] if line else None
    text = _text(line[:end] if line else None, article.paragraphs)
    offset = 1 if headline else 0
    at, dateline = _dateline(article.paragraphs)
    start = text.starts[at + offset] if dateline else 0
    agency = dateline.agency if dateline else None
    order = order_of_language(known.language) or order_of_article(article, agency)
    published = known.published or publication_date(
        article,
        order=order_of_domain(url) or order,
        dateline=dateline.printed_date if dateline else None,
        url=url,
    )
    captions = tuple(
        _span(text.text, text.starts[i + offset], len(article.paragraphs[i]))
        for i in article.captions
    )
    return Document(
        path=path,
        url=url,
        title=headline or None,
        outlet=_outlet(article, known, tail, dateline, url),
        byline=known.byline or _byline(article),
        language=language,
        published=published.value if published else None,
        published_precision=published.precision if published else None,
        text=text.text,
        sha256=sha256,
        photo_credit=_photo_credit(article),
        dateline_place=_part(text.text, start, dateline.place) if dateline else None,
        dateline_date=_part(text.text, start, dateline.date) if dateline else None,
        title_span=_span(text.text, begin, end - begin) if headline else None,
        captions=captions,
        teasers=teaser_leads(article.page, article.body.last) if article.body else (),
    )


def _text(headline: str | None, paragraphs: tuple[str, ...]) -> _Text:
    parts = [headline, *paragraphs] if headline else list(paragraphs)
    starts, position = [], 0
    for part in parts:
        starts.append(position)
        position += len(part) + 2
    return _Text("\n\n".join(parts), tuple(starts))


def _span(text: str, start: int, length: int) -> Span:
    return Span(start, start + length, text[start : start + length])


def _part(text: str, start: int, inside: tuple[int, int] | None) -> Span | None:
    return _span(text, start + inside[0], inside[1] - inside[0]) if inside else None


def _dateline(paragraphs: tuple[str, ...]) -> tuple[int, Dateline | None]:
    """The first dateline among the first paragraphs, with the paragraph's position."""
    for position, paragraph in enumerate(paragraphs[:_DATELINE_BLOCKS]):
        found = dateline_alone(paragraph) or dateline_of(paragraph)
        if found is not None:
            return position, found
    return 0, None


def _outlet(
    article: Article, known: Known, tail: str | None, dateline: Dateline | None, url: str | None
) -> str | None:
    """Who published: what the markup says, the address, then the text's own signs."""
    if known.outlet:
        named = outlet_of_name(known.outlet)
        return named.name if named else known.outlet
    fetched = outlet_of_domain(url)
    if fetched is not None:
        return fetched.name
    return tail or outlet_of_article(article, dateline.agency if dateline else None)


def _byline(article: Article) -> str | None:
    """The first byline of the page's own head, or one right under its end."""
    body, page = article.body, article.page
    if body is None:
        return next((one.byline for one in page if one.byline), None)
    top = article.headline_at if article.headline_at is not None else max(0, body.first - 4)
    for position in range(top, min(len(page), body.first + 3)):
        if page[position].byline:
            return page[position].byline
    for position in range(top + 1, body.first):
        one = page[position]
        if (
            one.look in (Look.LABEL, Look.HEADING)
            and is_name(one.text)
            and not names_outlet(one.text)
        ):
            return one.text
    for one in page[body.last + 1 : body.last + 3]:
        if one.look in TEXT or one.look is Look.LIST:
            break
        if one.byline:
            return one.byline
    return None


def _photo_credit(article: Article) -> str | None:
    body = article.body
    last = body.last + 3 if body else len(article.page)
    return next((one.credit for one in article.page[:last] if one.credit), None)
