"""A look at sources that fetches no page and keeps nothing: what a watch would take up."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from communique.apart import Refused
from communique.pages.limits import FetchError, Limits
from communique.record import Record
from communique.record.watched import Named, WatchedList
from communique.watching.fetchers import Fetchers
from communique.watching.packets import Packets
from communique.watching.plan import Plan, Source, host_of

_MOST_LISTS = 50


@dataclass(frozen=True, slots=True)
class Look:
    """What a source names: all its pages, those that would be fetched, and what failed.

    ``barred`` are pages that a watch would leave alone, with the reason: robots are forbidden them.
    """

    source: str
    pages: int
    fresh: tuple[str, ...]
    failed: tuple[str, ...]
    barred: tuple[tuple[str, str], ...] = ()


def look_at(plan: Plan, record: Record | None, limits: Limits) -> Iterator[Look]:
    """Yield what each source names now, and which of that the record, if any, has not taken up.

    A page that two sources name is to be fetched by the first of them.
    """
    fetchers, packets = Fetchers(plan, limits), Packets()
    seen: set[str] = set()
    try:
        for source in plan.sources.values():
            look = _look(source, record, fetchers, packets, seen)
            seen.update(look.fresh)
            yield look
    finally:
        fetchers.stop()
        packets.stop()


def _look(
    source: Source, record: Record | None, fetchers: Fetchers, packets: Packets, seen: set[str]
) -> Look:
    todo, pages, failed = deque([source.root]), dict[str, Named](), list[str]()
    for _ in range(_MOST_LISTS):
        if not todo:
            break
        one = todo.popleft()
        try:
            named, lists = packets.links(one, fetchers.fetch(one), source)
        except (FetchError, Refused) as error:
            failed.append(f"{one.url}: {error}")
            continue
        pages |= {each.url: each for each in named}
        todo += [
            WatchedList(source.name, each.url, one.kind, host_of(each.url), root=False)
            for each in lists
        ]
    if todo:
        failed.append(f"{len(todo)} more sitemaps of its index were not looked at")
    found = list(pages.values())
    unknown = found if record is None else record.watched.unknown(source.name, found)
    fresh, barred = list[str](), list[tuple[str, str]]()
    for url in (each.url for each in unknown if each.url not in seen):
        try:
            fetchers.robots.check(url)
            fresh.append(url)
        except FetchError as error:
            barred.append((url, str(error)))
    return Look(source.name, len(found), tuple(fresh), tuple(failed), tuple(barred))
