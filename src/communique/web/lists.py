"""Lists in pieces of fifty, each piece at an address of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from communique.record.finding import Found

PIECE = 50


@dataclass(frozen=True, slots=True)
class Paging:
    """Where in a list a page of it stands, and the query that asks for others of it.

    With ``at_least`` the list is longer than ``total``.
    """

    page: int
    total: int
    first: int
    last: int
    query: tuple[tuple[str, str], ...]
    at_least: bool = False

    @property
    def more(self) -> bool:
        """Tell whether anything follows."""
        return self.last < self.total or self.at_least

    def at(self, page: int) -> list[tuple[str, str]]:
        """Return the query of another page of this list."""
        return [*self.query, ("page", str(page))] if page > 1 else [*self.query]


def offset_of(page: int) -> int:
    """Return how many items come before a page of a list."""
    return (page - 1) * PIECE


def paging_of(found: Found[Any], page: int, query: Sequence[tuple[str, str]]) -> Paging:
    """Return where a piece of a list stands; ``query`` is what narrows the list."""
    pairs = tuple((name, value) for name, value in query if value and name != "page")
    last = found.offset + len(found.items)
    return Paging(page, found.total, found.offset + 1, last, pairs, found.at_least)
