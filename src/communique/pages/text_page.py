"""A page already stripped of its tags, with its menus and lists still in it."""

from __future__ import annotations

import hashlib

from communique.model import Document
from communique.pages.article import Article, find_article
from communique.pages.decoding import decode
from communique.pages.document import Known, blocks_of_page, document_of
from communique.pages.limits import UnreadableError
from communique.pages.page_language import language_of

NOTHING = Known()


def read_text_page(
    raw: str | bytes, *, path: str | None = None, url: str | None = None, known: Known = NOTHING
) -> Document:
    """Read a bare-text page into a Document; ``known`` is what is known from outside its text.

    The hash is that of the bytes given (of the UTF-8 form where a string is given). Raises
    UnreadableError for bytes that are no text and for a page without any.
    """
    data = raw.encode("utf-8", "surrogatepass") if isinstance(raw, str) else raw
    text = raw if isinstance(raw, str) else decode(raw)
    article = article_of_text(text, known)
    language = language_of("\n".join(article.paragraphs), known.language)
    return document_of(article, known, language, path=path, url=url, sha256=sha256(data))


def article_of_text(text: str, known: Known) -> Article:
    """Find the article in a page's text; raises UnreadableError where there is none."""
    article = find_article(blocks_of_page(text), known.title)
    if article is None:
        raise NoArticleError("no text of an article in it", language_of(text, known.language))
    return article


def sha256(data: bytes) -> str:
    """The hash under which a page's bytes are known."""
    return hashlib.sha256(data).hexdigest()


class NoArticleError(UnreadableError):
    """Raised for a page in which nothing reads as an article; ``language`` is what it is in."""

    def __init__(self, reason: str, language: str | None) -> None:
        super().__init__(reason)
        self.language = language
