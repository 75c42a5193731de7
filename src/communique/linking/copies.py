"""Copies: pages whose text repeats another's, whole or in part. A copy is not a second witness.

For now by the runs of five words that two texts have in common, estimated from a sketch: the
smallest of all runs' hashes. The sketch is made when a page is kept, so that linking needs no text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from communique.linking.rows import PageRow
from communique.linking.words import folded

_RUN = 5
# One run in four is sketched, of a long text the smallest 256: so that the part of a text is known
# again in the whole.
_LIMIT = 1 << 61
_MOST = 256
# Texts so alike share most of their smallest hashes: these find a page, the rest decide.
_INDEXED = 32
_FEWEST = 4
_SHARED = 0.7
# A run that so many pages share is a set phrase: it says nothing of copying, and following it
# would compare every page with every other.
_SET_PHRASE = 64


def text_sketch(text: str) -> tuple[int, ...]:
    """Return the sketch of a text: at most ``_MOST`` hashes of 63 bits, sorted."""
    words = folded.__wrapped__(text)
    runs = {words[i : i + _RUN] for i in range(max(1, len(words) - _RUN + 1))}
    hashes = sorted(_hash(run) for run in runs if run)
    return tuple(hashes[: min(_MOST, max(bisect_right(hashes, _LIMIT), _FEWEST))])


def likeness(a: Sequence[int], b: Sequence[int]) -> float:
    """Estimate the share (0 to 1) of the shorter text's runs that stand in the longer, too."""
    if not a or not b:
        return 0.0
    # Beyond the last hash of a sketch cut short nothing is known.
    known = min(sketch[-1] if len(sketch) == _MOST else _LIMIT * 4 for sketch in (a, b))
    one, other = (set(sketch[: bisect_right(sketch, known)]) for sketch in (a, b))
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= _FEWEST else float(a == b)


def find_copies(pages: Iterable[PageRow]) -> dict[str, str]:
    """Return, for each page that repeats an earlier one, the id of the earliest.

    Pages without a date count as later than dated ones; of one day the fullest comes first.
    """
    ordered = sorted(pages, key=lambda page: (page.published or "9999", -len(page.sketch), page.id))
    holders: defaultdict[int, list[int]] = defaultdict(list)
    copies: dict[str, str] = {}
    for number, page in enumerate(ordered):
        index = page.sketch[:_INDEXED]
        telling = [holders[value] for value in index if len(holders[value]) < _SET_PHRASE]
        shared = Counter(earlier for pages in telling for earlier in pages)
        found = [
            earlier
            for earlier, count in shared.items()
            if count >= min(_FEWEST, len(telling))
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
