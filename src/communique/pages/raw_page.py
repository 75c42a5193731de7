"""The bytes of one page, wherever they come from, to a Document or to a Refusal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from communique.model import Document
from communique.pages.html_page import looks_like_html, read_html_page
from communique.pages.limits import (
    LEFT_OUT,
    Limits,
    PassedOver,
    PassedOverError,
    Refusal,
    UnreadableError,
    size,
)
from communique.pages.sources import reason_of
from communique.pages.text_page import NoArticleError, read_text_page, sha256
from communique.pages.time_limit import TooLongError, within

_HTML = frozenset({".html", ".htm", ".xhtml", ".shtml"})


def is_html(raw: bytes, *, name: str = "", media: str = "") -> bool:
    """Whether bytes are a page with tags, by file name, by stated type, or by themselves."""
    if PurePath(name).suffix.lower() in _HTML or looks_like_html(raw):
        return True
    return "html" in media and b"<" in raw[:4096]


def page_of(
    raw: bytes,
    path: str | None,
    url: str | None,
    charset: str | None,
    limits: Limits,
    *,
    html: bool,
) -> Document:
    """Read a page's bytes. Raises UnreadableError where they hold none."""
    if not raw.strip():
        raise UnreadableError("empty")
    pass_over_left_out(url, raw, limits)
    if html:
        _sift(limits.sieve.of_bytes(raw) if limits.sieve else None)
        return read_html_page(raw, path=path, url=url, charset=charset, limits=limits)
    if len(raw) > limits.text_bytes:
        raise UnreadableError(f"bare text of over {size(limits.text_bytes)}, more than an article")
    document = read_text_page(raw, path=path, url=url)
    _sift(limits.sieve.of_text(document.text) if limits.sieve else None)
    return document


def pass_over_left_out(url: str | None, raw: bytes | None, limits: Limits) -> None:
    """Raise PassedOverError for a page at an address that told nothing the last time.

    ``raw`` is what lies there, None before it is fetched.
    """
    if url is None or limits.left_out is None:
        return
    if limits.left_out(url, None if raw is None else sha256(raw)):
        raise PassedOverError(LEFT_OUT)


def _sift(reason: str | None) -> None:
    if reason is not None:
        raise PassedOverError(reason)


def checked(name: str, read: Callable[[], Document], limits: Limits) -> Document | Refusal:
    """Return what reading gives, where that can be read, or else a refusal with the reason."""
    try:
        if limits.begin:
            limits.begin(name)
        with within(limits.page_seconds):
            document = read()
            _check_language(document.language, limits)
            _sift(limits.sieve.of_document(document) if limits.sieve else None)
        return document
    except TooLongError as error:
        return Refusal(name, str(error))
    except NoArticleError as error:
        try:
            _check_language(error.language, limits)
        except UnreadableError as language:
            return Refusal(name, str(language))
        return Refusal(name, str(error))
    except PassedOverError as error:
        return PassedOver(name, str(error))
    except UnreadableError as error:
        return Refusal(name, str(error))
    except OSError as error:
        return Refusal(name, reason_of(error))


def _check_language(language: str | None, limits: Limits) -> None:
    if limits.languages is not None and language and language not in limits.languages:
        read = ", ".join(f"'{each}'" for each in sorted(limits.languages))
        raise UnreadableError(f"language '{language}' is not read yet; {read} is")
