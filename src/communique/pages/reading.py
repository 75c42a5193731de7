"""Every input read in turn: a Document for each that can be, a Refusal for each that cannot."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from communique.addresses import split_address
from communique.model import Document
from communique.pages.archives import is_archive, read_archive
from communique.pages.feed_pages import page_of_fetched, pages_at
from communique.pages.fetching import fetch
from communique.pages.limits import Limits, Refusal, UnreadableError, size
from communique.pages.raw_page import checked, is_html, page_of
from communique.pages.sources import Source, Way, count_sources, sources_of

_DEFAULT = Limits()


def read_documents(
    inputs: Sequence[str], *, stdin: BinaryIO | None = None, limits: Limits = _DEFAULT
) -> Iterator[Document | Refusal]:
    """Read inputs lazily, one page in memory at a time.

    ``inputs`` are files, archives of many pages among them, folders, globs, http(s) addresses,
    feeds among them, and ``-`` (``stdin``, by default the process's own). Gives a Document or a
    Refusal for each page, in order; raises nothing for what an input holds.
    """
    alone = limits if limits.sieve_all else replace(limits, sieve=None)
    for source in sources_of(inputs):
        if isinstance(source, Refusal):
            yield source
        elif source.way is Way.FILE and is_archive(source.name):
            yield from read_archive(source.name, limits)
        elif source.way is Way.URL:
            yield from pages_at(source.name, alone)
        else:
            yield _read(source, stdin, alone)


def read_upload(raw: bytes, name: str, limits: Limits = _DEFAULT) -> Document | Refusal:
    """Read the bytes of one page that somebody sent; ``name`` is what its path will be."""
    html = is_html(raw, name=name)
    return checked(name, lambda: page_of(raw, name, None, None, limits, html=html), limits)


def read_bytes(
    raw: bytes, url: str, media: str, charset: str | None, limits: Limits = _DEFAULT
) -> Document | Refusal:
    """Read a page that was fetched: from ``url``, as of type ``media``, by its server's word."""
    html = is_html(raw, media=media)
    return checked(url, lambda: page_of(raw, None, url, charset, limits, html=html), limits)


def read_address(url: str, limits: Limits = _DEFAULT) -> Document | Refusal:
    """Fetch and read one page of the web; nothing but http and https is asked."""
    if split_address(url).scheme.lower() not in ("http", "https"):
        return Refusal(url, "only http:// and https:// addresses are fetched")
    return checked(url, lambda: page_of_fetched(fetch(url, limits), url, limits), limits)


def count_inputs(inputs: Sequence[str]) -> int | None:
    """How many pages ``read_documents`` will give for these inputs; None where not countable."""
    return count_sources(inputs, holds_many=is_archive)


def _read(source: Source, stdin: BinaryIO | None, limits: Limits) -> Document | Refusal:
    return checked(source.name, lambda: _document(source, stdin, limits), limits)


def _document(source: Source, stdin: BinaryIO | None, limits: Limits) -> Document:
    if source.way is Way.STDIN:
        raw = _bounded(stdin or sys.stdin.buffer, limits)
        return page_of(raw, None, None, None, limits, html=is_html(raw))
    raw = _file(source.name, limits)
    html = is_html(raw, name=source.name)
    return page_of(raw, source.name, None, None, limits, html=html)


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
