"""Declared relations of two states joined over pages: levels by date, milestones once each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz.fuzz import token_set_ratio

from communique.linking.outcome import DeclaredLevel, LinkedMilestone, LinkedRelation
from communique.linking.rows import RelationRow
from communique.linking.words import folded

_SAME_WORDS = 80.0


def join_relations(
    rows: Iterable[RelationRow], page_dates: Mapping[str, str]
) -> tuple[LinkedRelation, ...]:
    """Return one relation for every pair of states that a page speaks of."""
    pairs: defaultdict[tuple[str, str], list[RelationRow]] = defaultdict(list)
    for row in rows:
        first, second = sorted(row.states)
        pairs[first, second].append(row)
    return tuple(
        LinkedRelation(states, _levels(found, page_dates), _milestones(found))
        for states, found in sorted(pairs.items())
    )


def _levels(rows: list[RelationRow], page_dates: Mapping[str, str]) -> tuple[DeclaredLevel, ...]:
    pages: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.level:
            pages[row.level].add(row.page)
    levels = []
    for level, seen in pages.items():
        days = sorted(page_dates[page] for page in seen if page in page_dates)
        first, last = (days[0], days[-1]) if days else (None, None)
        levels.append(DeclaredLevel(level, first, last, tuple(sorted(seen))))
    levels.sort(key=lambda level: level.level)
    return tuple(sorted(levels, key=lambda level: level.seen_last or "", reverse=True))


def _milestones(rows: list[RelationRow]) -> tuple[LinkedMilestone, ...]:
    told = sorted(
        ((m.year, m.what, row.page) for row in rows for m in row.milestones),
        key=lambda found: (found[0] is None, found[0] or 0, found[1], found[2]),
    )
    joined: list[tuple[int | None, str, set[str]]] = []
    for year, what, page in told:
        for known_year, known, pages in joined:
            if year in (known_year, None) and _alike(what, known):
                pages.add(page)
                break
        else:
            joined.append((year, what, {page}))
    return tuple(LinkedMilestone(what, year, tuple(sorted(p))) for year, what, p in joined)


def _alike(a: str, b: str) -> bool:
    return a == b or token_set_ratio(" ".join(folded(a)), " ".join(folded(b))) >= _SAME_WORDS
