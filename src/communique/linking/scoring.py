"""Pairs of accounts that may tell of one engagement, each with the level of every field.

Few pairs are weighed here in Python; many are handed to Splink, which finds and weighs them in
DuckDB by the same blocks, levels and weights.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from communique.linking.levels import Levels, compared
from communique.linking.profiles import BY_PERSON, Profile
from communique.linking.weights import Weights

# Below so many pairs Python is done before DuckDB has started.
FEW_PAIRS = 50_000

Scored = dict[tuple[int, int], float]
ScorePairs = Callable[[Sequence[Profile], Weights], Scored]


def score_pairs(profiles: Sequence[Profile], weights: Weights, *, few: int | None = None) -> Scored:
    """Return the match weight of every pair (lower number first) that a block brings together."""
    if possible_pairs(profiles) > (FEW_PAIRS if few is None else few):
        from communique.linking.splink_scoring import score_with_splink

        return score_with_splink(profiles, weights)
    return {(a, b): weights.total(levels) for (a, b), levels in pairs_with_levels(profiles)}


def possible_pairs(profiles: Sequence[Profile]) -> int:
    """Return how many pairs the blocks hold at most, one that is in several counted in each."""
    sizes = Counter(block for profile in profiles for block in profile.blocks)
    return sum(size * (size - 1) // 2 for size in sizes.values())


def pairs_with_levels(
    profiles: Sequence[Profile],
) -> Iterator[tuple[tuple[int, int], Levels]]:
    """Yield every pair that a block brings together, once, with its levels."""
    for a, b in blocked_pairs(profiles):
        yield (a, b), compared(profiles[a], profiles[b])


def blocked_pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that a block brings together, each once."""
    members: defaultdict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        near: set[int] = set()
        for block in profile.blocks:
            by_person = block.startswith(BY_PERSON) and not profile.lone
            near.update(other for other in members[block] if not by_person or profiles[other].lone)
            members[block].append(number)
        yield from ((other, number) for other in sorted(near))
