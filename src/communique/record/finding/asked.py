"""What a list is narrowed to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Order(StrEnum):
    """Which way a list runs through time."""

    OLDEST = "oldest"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which engagements are asked for; what is empty narrows nothing.

    Every one of ``states`` (codes) has to be a side and every one of ``topics`` talked of; of
    ``kinds``, ``statuses`` and ``outlets`` one is enough. ``person`` is an id, or words of a name.
    ``since`` and ``until`` are ISO partial dates. ``words`` are looked for in the texts of the
    pages, as ``Record.search`` takes them.
    """

    states: tuple[str, ...] = ()
    person: str | None = None
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    words: str | None = None
    differing: bool = False
    order: Order = Order.NEWEST


@dataclass(frozen=True, slots=True)
class AskedCommitments:
    """Which commitments are asked for; what is empty narrows nothing.

    ``standing`` is ``open``, ``overdue`` (open, and its due date is past), ``fulfilled``,
    ``declined``, ``withdrawn`` or ``lapsed``. Every one of ``states`` has to be a side; ``person``
    (an id, or words of a name) gave it or is owed it; it was spoken of or kept in ``engagement``.
    What is overdue is so on the day ``as_of``: as their days open are counted, today.
    """

    standing: str | None = None
    kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    person: str | None = None
    engagement: str | None = None
    order: Order = Order.NEWEST
    as_of: date = field(default_factory=date.today)


@dataclass(frozen=True, slots=True)
class AskedDocuments:
    """Which pages are asked for: by the name of the outlet, words in the text, days published."""

    outlet: str | None = None
    words: str | None = None
    since: str | None = None
    until: str | None = None
