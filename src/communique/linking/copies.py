"""Copies: pages whose text repeats another's. A copy is not a second witness.

For now by the share of five-word runs that two texts have in common, estimated from a sketch: the
smallest hashes of all runs. The sketch is made when a page is kept, so that linking needs no text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from heapq import nsmallest

from communique.linking.rows import PageRow
from communique.linking.words import folded

SKETCH_SIZE = 64
_RUN = 5
_SHARED = 0.7
# Texts so alike share most of their smallest hashes: these find a page, the rest decide.
_INDEXED = 16
# A run that so many pages share is a set phrase: it says nothing of copying, and following it
# would compare every page with every other.
_SET_PHRASE = 64


def text_sketch(text: str) -> tuple[int, ...]:
    """Return the sketch of a text: at most ``SKETCH_SIZE`` hashes, sorted."""
    words = folded.__wrapped__(text)
    runs = {words[i : i + _RUN] for i in range(max(1, len(words) - _RUN + 1))}
    return tuple(nsmallest(SKETCH_SIZE, {_hash(run) for run in runs if run}))


def likeness(a: Sequence[int], b: Sequence[int]) -> float:
    """Estimate the share of runs (0 to 1) that two sketched texts have in common."""
    if not a or not b:
        return 0.0
    smallest = set(nsmallest(min(SKETCH_SIZE, max(len(a), len(b))), {*a, *b}))
    return len(smallest & set(a) & set(b)) / len(smallest)


def find_copies(pages: Iterable[PageRow]) -> dict[str, str]:
    """Return, for each page that repeats an earlier one, the id of the earliest.

    Pages without a date count as later than dated ones; ties go by id.
    """
    ordered = sorted(pages, key=lambda page: (page.published or "9999", page.id))
    holders: defaultdict[int, list[int]] = defaultdict(list)
    copies: dict[str, str] = {}
    for number, page in enumerate(ordered):
        index = page.sketch[:_INDEXED]
        telling = [holders[value] for value in index if len(holders[value]) < _SET_PHRASE]
        shared = Counter(earlier for pages in telling for earlier in pages)
        found = [
            earlier
            for earlier, count in shared.items()
            if count >= len(telling) / 4
            and likeness(page.sketch, ordered[earlier].sketch) >= _SHARED
        ]
        if found:
            copies[page.id] = ordered[min(found)].id
        else:
            for value in index:
                holders[value].append(number)
    return copies


def _hash(run: tuple[str, ...]) -> int:
    # 63 bits, so that any database keeps it as an integer.
    return int.from_bytes(blake2b(" ".join(run).encode(), digest_size=8).digest()) >> 1
