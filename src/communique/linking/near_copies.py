"""Copies among new pages, beside those that are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from communique.linking.before import TooFar
from communique.linking.copies import in_order_of_copying, is_copy
from communique.linking.rows import Decision, PageRow, Verb


def near_copies(
    new: Sequence[PageRow],
    alike: Mapping[str, Iterable[str]],
    known: Mapping[str, PageRow],
    copies: Mapping[str, str],
    decisions: Iterable[Decision],
) -> dict[str, str]:
    """Return which of the new pages repeat an earlier one, and the earliest that they repeat.

    ``alike`` are the pages that a band brings together with each new one, ``known`` those of them
    that are not new, ``copies`` what they repeat. Raises TooFar where a known page turns out to be
    a copy of a new one, or somebody decided on any of them.
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
        raise TooFar
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
                raise TooFar
    return found
