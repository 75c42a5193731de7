"""How much is read of one input, and what is said of an input that is not read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from communique.model import Document


class Sieve(Protocol):
    """Tells pages that need not be read; each answer is the reason, None for a page to be read."""

    def of_bytes(self, raw: bytes) -> str | None:
        """Judge a page with tags by its bytes."""

    def of_text(self, text: str) -> str | None:
        """Judge an article by its words."""

    def of_document(self, document: Document) -> str | None:
        """Judge a page by what it names."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one input.

    ``page_bytes`` caps a file or a download, ``html_bytes`` a page with tags and ``text_bytes`` one
    without: no article is as long, and finding it costs far more than reading the bytes.
    ``connect_seconds`` and ``total_seconds`` bound a download, ``redirects`` its hops.
    ``languages`` are the languages that can be read (BCP 47 primary tags); None takes any.
    ``allow_private`` lets URLs lead to private and loopback addresses, ``allow_hosts`` those of the
    hosts named. ``page_seconds`` bounds what one page takes of the processor, to be found in its
    bytes, and again to be read; None does not. ``sieve`` tells pages to be passed over, of
    archives, and with ``sieve_all`` of every input. ``begin`` is told the name of each page before
    it is taken apart, and may raise UnreadableError for one to be left alone. ``left_out`` is asked
    of an address, and of the digest of what lies there (None where that is still to be fetched),
    whether that page is to be passed over, as it told nothing when it was read before.
    """

    page_bytes: int = 20_000_000
    html_bytes: int = 8_000_000
    text_bytes: int = 5_000_000
    connect_seconds: float = 10.0
    total_seconds: float = 30.0
    redirects: int = 5
    languages: frozenset[str] | None = frozenset({"en"})
    allow_private: bool = False
    allow_hosts: frozenset[str] = frozenset()
    page_seconds: float | None = 120.0
    sieve: Sieve | None = None
    sieve_all: bool = False
    begin: Callable[[str], None] | None = None
    left_out: Callable[[str, str | None], bool] | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that was not read: what it was called, and the reason in a few plain words."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class PassedOver(Refusal):
    """A page that ``Limits.sieve`` told to hold nothing to read."""


LEFT_OUT = "left out of the record before"


class UnreadableError(Exception):
    """Raised inside this room for an input that cannot be read; its text is the reason."""


class PassedOverError(UnreadableError):
    """Raised inside this room for a page that the sieve passes over."""


class FetchError(UnreadableError):
    """Raised for a web address that gives nothing.

    ``passing`` where it may give something later, ``retry_after`` the seconds for which the server
    asks to be left alone, ``status`` the answer's.
    """

    def __init__(
        self,
        reason: str,
        *,
        status: int | None = None,
        passing: bool = False,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(reason)
        self.status = status
        self.passing = passing
        self.retry_after = retry_after


def size(count: int) -> str:
    """Give a number of bytes as people write it (``20 MB``)."""
    for unit, scale in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if count >= scale:
            return f"{count / scale:.3g} {unit}"
    return f"{count} bytes"
