"""Whether two names are one in two spellings: "Mirzoian" and "Mirzoyan", "Raheem" and "Rahim"."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from communique.knowledge.folding import fold, heard

_SPELLING_RATIO = 86.0
_ALONE = 80.0
_VOWELS = frozenset("aeiouy")
# Consonants that romanizations interchange: "Nicos", "Nikos".
_ALIKE = str.maketrans("cqwzj", "kkvsy")
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


def printed_wrongly(name: str, usual: str) -> bool:
    """Whether ``name`` is ``usual`` with letters wrong: no other romanization, no longer form."""
    words, others = fold(name).replace("-", " ").split(), fold(usual).replace("-", " ").split()
    off = [(a, b) for a, b in zip(words, others, strict=False) if _bones(a) != _bones(b)]
    if len(words) != len(others) or len(off) != 1:
        return False
    one, other = off[0]  # "Luvsannamsrai" is another form of "Luvsannamsrain"
    longer = one.startswith(other) or other.startswith(one)
    return not longer and _sounds_like(one, other)


def _bones(word: str) -> str:
    """The consonants of a word and its last letter, which romanizations have in common."""
    once = heard(word).translate(_ALIKE)
    return "".join(letter for letter in once[:-1] if letter not in _VOWELS) + once[-1:]


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
