"""Whether two names are one in two spellings: "Mirzoian" and "Mirzoyan", "Raheem" and "Rahim"."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from communique.knowledge.folding import heard

_SPELLING_RATIO = 86.0
_ALONE = 80.0
_SHORTEST = 4
# How many letters of a word of so many a misprint may change; of a shorter one, a single one.
_MISPRINTS, _LONG = 2, 6


def spelt_alike(tokens: frozenset[str], own: frozenset[str], *, same_post: bool = False) -> bool:
    """Whether the words of a shorter name are those of the longer one, but for their spelling.

    ``same_post`` is true of two who hold one office of one state: of them more letters may differ.
    """
    small, large = sorted((tokens, own), key=len)
    rest, others = small - large, large - small
    if len(small) > 2 and len(small) == len(large) and len(rest) == 1:
        return _one_letter_off(min(rest), min(others)) or (
            same_post and _sounds_like(min(rest), min(others))
        )
    if all(any(ratio(a, b) >= _SPELLING_RATIO for b in large) for a in small) and all(
        len(a) > _SHORTEST for a in small
    ):
        return True
    return same_post and all(any(_sounds_like(a, b) for b in others) for a in rest)


def printed_otherwise(token: str, names: frozenset[str]) -> bool:
    """Whether a word alone is one of ``names`` in another spelling: "Kostanian" of "Kostanyan"."""
    return len(token) > _SHORTEST and any(
        len(name) > _SHORTEST and ratio(token, name) >= _ALONE and heard(token) == heard(name)
        for name in names
    )


def _one_letter_off(one: str, other: str) -> bool:
    """ "Tayyib", "Tayyip": one letter written otherwise in a longer word."""
    off = sum(a != b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) > _SHORTEST and off == 1


def _sounds_like(one: str, other: str) -> bool:
    """ "Raheem", "Rahim": alike once transliterated one way, or a misprint apart in a long word."""
    if min(len(one), len(other)) < _SHORTEST or (one[0] != other[0] and one[1:] != other[1:]):
        return False
    if heard(one) == heard(other):
        return True
    allowed = _MISPRINTS if min(len(one), len(other)) >= _LONG else 1
    return Levenshtein.distance(one, other, score_cutoff=allowed) <= allowed
