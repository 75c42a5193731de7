"""Copies among new pages, beside those that are known; and all of pages that look alike, anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from communique.linking.before import TooFar
from communique.linking.copies import find_copies, in_order_of_copying, is_copy
from communique.linking.decisions import decided_copies, of_verb
from communique.linking.rows import Decision, PageRow, Verb

# Pages that look alike, each like one of the others: more of them are looked at with all others.
_MOST_ALIKE = 60


def near_copies(
    new: Sequence[PageRow],
    alike: Mapping[str, Iterable[str]],
    known: Mapping[str, PageRow],
    copies: Mapping[str, str],
    decisions: Iterable[Decision],
) -> dict[str, str] | None:
    """Return which of the new pages repeat an earlier one, and the earliest that they repeat.

    ``alike`` are the pages that a band brings together with each new one, ``known`` those of them
    that are not new, ``copies`` what they repeat. None where a known page turns out to be a copy of
    a new one, or somebody decided on any of them.
    """
    told = {name for d in decisions if d.verb is Verb.COPY for name in (d.page, d.of)}
    pages = {**known, **{page.id: page for page in new}}
    ordered = sorted(pages.values(), key=in_order_of_copying)
    rank = {page.id: number for number, page in enumerate(ordered)}
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for name, others in alike.items():
        for other in others:
            beside[name].add(other)
            beside[other].add(name)
    if any(beside[page.id] & told or page.id in told for page in new):
        return None
    found: dict[str, str] = {}
    for page in sorted(new, key=in_order_of_copying):
        for other in sorted(beside[page.id], key=rank.__getitem__):
            earlier = rank[other] < rank[page.id]
            original = other not in found and other not in copies
            if earlier and original and is_copy(page.sketch, pages[other].sketch):
                found[page.id] = other
                break
    fresh = {page.id for page in new}
    for page in new:
        for other in beside[page.id] - fresh if page.id not in found else ():
            first = copies.get(other)
            settled = first in rank and rank[first or ""] < rank[page.id]
            later = rank[other] > rank[page.id] and not settled
            if later and is_copy(pages[other].sketch, page.sketch):
                return None
    return found


def pages_around(
    pages: Collection[str],
    alike: Callable[[str], Iterable[str]],
    decisions: Iterable[Decision],
) -> set[str]:
    """Return some pages and all that look like one of them, or were decided on with one.

    Raises TooFar where these are too many.
    """
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for decision in of_verb(decisions, Verb.COPY):
        if decision.page and decision.of:
            beside[decision.page].add(decision.of)
            beside[decision.of].add(decision.page)
    found, left = set(pages), list(pages)
    while left:
        page = left.pop()
        more = {*beside[page], *alike(page)} - found
        found |= more
        left += more
        if len(found) > _MOST_ALIKE:
            raise TooFar
    return found


def copies_among(pages: Sequence[PageRow], decisions: Iterable[Decision]) -> dict[str, str]:
    """Return which of some pages repeats which, where none looks like a page that is not here."""
    here = {page.id for page in pages}
    told = [d for d in of_verb(decisions, Verb.COPY) if d.page in here]
    return decided_copies(find_copies(pages), told, here)
