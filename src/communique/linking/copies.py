"""Copies: pages whose text repeats another's. A copy is not a second witness.

Pairs are found by MinHash with LSH over the runs of five words and over the names and figures of
texts, then decided by the exact overlap of what their sketches hold: a text that is syndicated,
trimmed or lightly rewritten shares most of its runs with the other; one translated there and back
shares few runs, but its names, its figures and most of its content words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Any

from communique.linking.rows import PageRow
from communique.linking.sketches import Hashes, Sketch

# Fixed, so that the same pages give the same candidates anywhere.
_SEED = 1618
_MIX = 0x9E3779B97F4A7C15
_AT_ONCE = 2000
# Bands by hand: of 64 bands of two, a text trimmed to a quarter (a Jaccard index of .25) is found
# in 98 of 100 cases; of 40 bands of five, texts that share .6 of their names and figures in 96,
# .7 in 99, and two pages of the same leaders (.2) once in a hundred.
_RUN_BANDS, _RUN_ROWS = 64, 2
_MARK_BANDS, _MARK_ROWS = 40, 5
# The share of the shorter text's runs that stand in the longer one of a copy.
_SHARED_RUNS = 0.5
# A translation keeps so much of names and figures, and of these times the gist, measured over both
# texts: 13 translations reach .36 and more, two renderings of one agency's report .37, any two of
# 492 labelled pages at most .23, ten pairs of independent reports of one engagement .12.
_SHARED_MARKS = 0.6
_SHARED_CONTENT = 0.29
_FEWEST_MARKS = 8
_FEWEST_RUNS = 8
# So many pages in one band share a set phrase or a form; each is compared with its neighbours only.
_CROWD = 64
_MOST = 4096


def likeness(a: Sketch, b: Sketch) -> float:
    """Return the share (0 to 1) of the shorter text's runs that stand in the longer, too."""
    if min(len(a.runs), len(b.runs)) < _FEWEST_RUNS:
        return float(bool(a.runs) and list(a.runs) == list(b.runs))
    shared, one, other = _overlap(a.runs, b.runs)
    return shared / min(one, other) if min(one, other) else 0.0


def is_copy(a: Sketch, b: Sketch) -> bool:
    """Tell whether one of two texts repeats the other, word for word, trimmed or translated."""
    if likeness(a, b) >= _SHARED_RUNS:
        return True
    if min(len(a.marks), len(b.marks)) < _FEWEST_MARKS:
        return False
    return _jaccard(a.marks, b.marks) >= _SHARED_MARKS and shared_content(a, b) >= _SHARED_CONTENT


def shared_content(a: Sketch, b: Sketch) -> float:
    """Return the share of names and figures that both texts have, times that of content words."""
    return _jaccard(a.marks, b.marks) * _jaccard(a.gist, b.gist)


class Bands:
    """The band keys of sets of hashes, each worked out once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], tuple[Hashes, Any]] = {}

    def keys(self, sets: Sequence[Hashes], bands: int, rows: int) -> Any:
        """Return a matrix: for every set one number for every band."""
        import numpy as np

        before, now = self._known, dict[tuple[int, int], tuple[Hashes, Any]]()
        new = [one for one in sets if (id(one), bands) not in before]
        for at in range(0, len(new), _AT_ONCE):
            some = new[at : at + _AT_ONCE]
            made = _band_keys([list(one) for one in some], bands, rows)
            # The sets are kept beside their keys, so that no other gets their identity.
            now |= {(id(one), bands): (one, row) for one, row in zip(some, made, strict=True)}
        self._known.update(now)
        return np.vstack([self._known[id(one), bands][1] for one in sets])

    def of(self, sketch: Sketch) -> tuple[bytes, bytes]:
        """Return the band keys of a text's runs, and of its names and figures, as bytes."""
        runs, marks = (
            self.keys([one], bands, rows)[0].tobytes() if one else b""
            for one, bands, rows in (
                (sketch.runs, _RUN_BANDS, _RUN_ROWS),
                (sketch.marks, _MARK_BANDS, _MARK_ROWS),
            )
        )
        return runs, marks

    def forget_others(self, sets: Iterable[Hashes]) -> None:
        """Forget the sets that are no longer there."""
        stay = {id(one) for one in sets}
        self._known = {key: kept for key, kept in self._known.items() if key[0] in stay}


def find_copies(pages: Iterable[PageRow], bands: Bands | None = None) -> dict[str, str]:
    """Return, for each page that repeats an earlier one, the id of the earliest.

    Pages without a date count as later than dated ones; of one day the fullest comes first.
    ``bands`` are those of the last time, if there was one.
    """
    ordered = sorted(pages, key=in_order_of_copying)
    earlier: defaultdict[int, set[int]] = defaultdict(set)
    for first, second in _candidates([page.sketch for page in ordered], bands or Bands()):
        earlier[second].add(first)
    copies: dict[str, str] = {}
    for number in sorted(earlier):
        page = ordered[number]
        for other in sorted(earlier[number]):
            original = ordered[other]
            # A copy of a copy hangs under the text that both repeat, where it is like that text.
            if original.id not in copies and is_copy(page.sketch, original.sketch):
                copies[page.id] = original.id
                break
    return copies


def in_order_of_copying(page: PageRow) -> tuple[str, int, str]:
    """Sort by who may have copied whom: the published first, of one day the fullest."""
    return (page.published or "9999", -len(page.sketch.runs), page.id)


def bands_shared(
    bands: tuple[bytes, bytes], others: Iterable[tuple[str, bytes, bytes]]
) -> tuple[list[str], bool]:
    """Return the pages that a band brings together with one; tell whether a band is a crowd.

    ``others`` are (page, bands of its runs, of its names and figures).
    """
    import numpy as np

    known = list(others)
    found: set[str] = set()
    crowded = False
    runs = [(page, told) for page, told, _ in known if told]
    marks = [(page, told) for page, _, told in known if told]
    sorts = ((bands[0], runs, _RUN_BANDS), (bands[1], marks, _MARK_BANDS))
    for mine, having, many in sorts:
        if not mine or not having:
            continue
        keys = np.frombuffer(b"".join(told for _, told in having), dtype=np.uint32)
        same = keys.reshape(len(having), many) == np.frombuffer(mine, dtype=np.uint32)
        crowded = crowded or bool((same.sum(axis=0) >= _CROWD).any())
        found.update(having[n][0] for n in np.flatnonzero(same.any(axis=1)))
    return sorted(found), crowded


def _candidates(sketches: Sequence[Sketch], bands: Bands) -> set[tuple[int, int]]:
    """Return pairs of pages (earlier first) that a band brings together."""
    if len(sketches) < 2:
        return set()
    runs, marks = [s.runs for s in sketches], [s.marks for s in sketches]
    bands.forget_others((*runs, *marks))
    by_runs = _banded(runs, bands, _RUN_BANDS, _RUN_ROWS)
    by_marks = _banded(marks, bands, _MARK_BANDS, _MARK_ROWS)
    return {pair for found in (by_runs, by_marks) for pair in found}


def _banded(
    sets: Sequence[Hashes], known: Bands, bands: int, rows: int
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of sets that agree in all rows of a band."""
    import numpy as np

    numbers = np.array([number for number, values in enumerate(sets) if values])
    if len(numbers) < 2:
        return
    keys = known.keys([sets[n] for n in numbers], bands, rows)
    for band in range(bands):
        column = keys[:, band]
        order = np.argsort(column, kind="stable")
        starts = np.flatnonzero(np.diff(column[order], prepend=column[order[:1]] + np.uint32(1)))
        sizes = np.diff(starts, append=len(order))
        for at, size in zip(starts[sizes > 1], sizes[sizes > 1], strict=True):
            members = numbers[order[at : at + size]].tolist()
            yield from combinations(members, 2) if size <= _CROWD else pairwise(members)


def _band_keys(sets: list[list[int]], bands: int, rows: int) -> Any:
    """Return one number for every band of every set."""
    import numpy as np
    from rensa import RMinHash

    digests = RMinHash.digest_matrix_from_token_hash_sets(sets, bands * rows, _SEED)
    minima = np.array(digests.to_rows(), dtype=np.uint64).reshape(len(sets), bands, rows)
    keys = np.zeros((len(sets), bands), dtype=np.uint64)
    for row in range(rows):
        keys = keys * np.uint64(_MIX) + minima[:, :, row]
    return (keys >> np.uint64(32)).astype(np.uint32)


def _overlap(a: Hashes, b: Hashes) -> tuple[int, int, int]:
    """Return how many hashes two sets share, and how many each has, where both are known.

    Beyond the last hash of a sketch cut short nothing is known.
    """
    known = min((s[-1] for s in (a, b) if len(s) == _MOST), default=max(a[-1], b[-1]))
    one, other = a[: bisect_right(a, known)], b[: bisect_right(b, known)]
    return len(set(one) & set(other)), len(one), len(other)


def _jaccard(a: Hashes, b: Hashes) -> float:
    if not a or not b:
        return 0.0
    shared, one, other = _overlap(a, b)
    return shared / (one + other - shared)
