"""Every input read in turn: a Document for each that can be, a Refusal for each that cannot."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath
from typing import BinaryIO
from urllib.parse import urlsplit

from communique.model import Document
from communique.pages.fetching import fetch
from communique.pages.html_page import looks_like_html, read_html_page
from communique.pages.limits import Limits, Refusal, UnreadableError, size
from communique.pages.sources import Source, Way, count_sources, reason_of, sources_of
from communique.pages.text_page import NoArticleError, read_text_page

_HTML = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_DEFAULT = Limits()


def read_documents(
    inputs: Sequence[str], *, stdin: BinaryIO | None = None, limits: Limits = _DEFAULT
) -> Iterator[Document | Refusal]:
    """Read inputs lazily, one page in memory at a time.

    ``inputs`` are files, folders, globs, http(s) addresses and ``-`` (``stdin``, by default the
    process's own). Gives a Document or a Refusal for each page, in order; raises nothing for
    what an input holds.
    """
    for source in sources_of(inputs):
        yield source if isinstance(source, Refusal) else _read(source, stdin, limits)


def read_upload(raw: bytes, name: str, limits: Limits = _DEFAULT) -> Document | Refusal:
    """Read the bytes of one page that somebody sent; ``name`` is what its path will be."""
    html = PurePath(name).suffix.lower() in _HTML or looks_like_html(raw)
    return _checked(name, lambda: _page(raw, name, None, None, limits, html=html), limits)


def read_address(url: str, limits: Limits = _DEFAULT) -> Document | Refusal:
    """Fetch and read one page of the web; nothing but http and https is asked."""
    if urlsplit(url).scheme.lower() not in ("http", "https"):
        return Refusal(url, "only http:// and https:// addresses are fetched")
    return _checked(url, lambda: _from_web(url, limits), limits)


def count_inputs(inputs: Sequence[str]) -> int | None:
    """How many pages ``read_documents`` will give for these inputs; None where not countable."""
    return count_sources(inputs)


def _read(source: Source, stdin: BinaryIO | None, limits: Limits) -> Document | Refusal:
    return _checked(source.name, lambda: _document(source, stdin, limits), limits)


def _checked(name: str, read: Callable[[], Document], limits: Limits) -> Document | Refusal:
    """Return what reading gives, where that can be read, or else a refusal with the reason."""
    try:
        document = read()
        _check_language(document.language, limits)
        return document
    except NoArticleError as error:
        try:
            _check_language(error.language, limits)
        except UnreadableError as language:
            return Refusal(name, str(language))
        return Refusal(name, str(error))
    except UnreadableError as error:
        return Refusal(name, str(error))
    except OSError as error:
        return Refusal(name, reason_of(error))


def _check_language(language: str | None, limits: Limits) -> None:
    if limits.languages is not None and language and language not in limits.languages:
        read = ", ".join(f"'{each}'" for each in sorted(limits.languages))
        raise UnreadableError(f"language '{language}' is not read yet; {read} is")


def _document(source: Source, stdin: BinaryIO | None, limits: Limits) -> Document:
    if source.way is Way.URL:
        return _from_web(source.name, limits)
    if source.way is Way.STDIN:
        raw = _bounded(stdin or sys.stdin.buffer, limits)
        return _page(raw, None, None, None, limits, html=looks_like_html(raw))
    raw = _file(source.name, limits)
    html = PurePath(source.name).suffix.lower() in _HTML or looks_like_html(raw)
    return _page(raw, source.name, None, None, limits, html=html)


def _from_web(url: str, limits: Limits) -> Document:
    got = fetch(url, limits)
    tagged = "html" in got.content_type and b"<" in got.body[:4096]
    html = tagged or looks_like_html(got.body)
    address = got.url if urlsplit(got.url).hostname else url
    return _page(got.body, None, address, got.charset, limits, html=html)


def _page(
    raw: bytes,
    path: str | None,
    url: str | None,
    charset: str | None,
    limits: Limits,
    *,
    html: bool,
) -> Document:
    if not raw.strip():
        raise UnreadableError("empty")
    if html:
        return read_html_page(raw, path=path, url=url, charset=charset, limits=limits)
    if len(raw) > limits.text_bytes:
        raise UnreadableError(f"bare text of over {size(limits.text_bytes)}, more than an article")
    return read_text_page(raw, path=path, url=url)


def _file(name: str, limits: Limits) -> bytes:
    """A file's bytes; never more than the limit is read, and no device is opened."""
    found = os.stat(name)
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableError("not a regular file")
    if found.st_size > limits.page_bytes:
        raise UnreadableError(f"{size(found.st_size)}, over the limit of {size(limits.page_bytes)}")
    with open(name, "rb") as stream:
        return _bounded(stream, limits)


def _bounded(stream: BinaryIO, limits: Limits) -> bytes:
    raw = stream.read(limits.page_bytes + 1)
    if len(raw) > limits.page_bytes:
        raise UnreadableError(f"over the limit of {size(limits.page_bytes)}")
    return raw
