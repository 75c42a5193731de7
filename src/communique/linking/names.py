"""When two printed names may be one person's, spelling and order aside."""

from __future__ import annotations

from rapidfuzz.fuzz import ratio

from communique.linking.words import load_linking_words

Name = tuple[str, ...]

# Short words of names differ too easily by one letter ("Il", "Un"); they must be equal.
_SHORTEST_VARIANT = 5
_LIKE = 84.0
_LIKE_IN_SAME_OFFICE = 70.0


def same_name(a: Name, b: Name, *, same_office: bool = False) -> bool:
    """Tell whether two folded names of two or more words may be one person's.

    They are equal up to order and hyphens, or one leaves out given names, a patronymic or spells
    words otherwise ("Zelensky", "Zelenskyy"). A shared office allows for looser spelling.
    """
    if a == b or "".join(a) == "".join(b):
        return True
    if len(a) < 2 or len(b) < 2:
        return False
    shorter, longer = sorted((a, b), key=lambda name: (len(name), name))
    if _initials_conflict(shorter, longer):
        return False
    likeness = _LIKE_IN_SAME_OFFICE if same_office else _LIKE
    return any(_within(turned, longer, likeness) for turned in _turns(shorter))


def has_word(name: Name, word: str) -> bool:
    """Tell whether a lone word ("Mishustin") may stand for a full name."""
    return any(word == other or _spelt_alike(word, other, _LIKE) for other in name)


def _turns(name: Name) -> list[Name]:
    """Return the name and its turns: family name first, family name last."""
    return [name[i:] + name[:i] for i in range(len(name))]


def _initials_conflict(a: Name, b: Name) -> bool:
    initials = [{word for word in name if len(word) == 1} for name in (a, b)]
    return bool(initials[0] and initials[1] and initials[0] != initials[1])


def _within(shorter: Name, longer: Name, likeness: float) -> bool:
    """Tell whether the shorter name's words stand in the longer in this order."""
    places: list[int] = []
    at, equal = 0, 0
    for word in shorter:
        while at < len(longer) and not _same_word(word, longer[at], likeness):
            at += 1
        if at == len(longer):
            return False
        equal += word == longer[at]
        places.append(at)
        at += 1
    if not equal and likeness == _LIKE_IN_SAME_OFFICE and len(shorter) != len(longer):
        return False
    return places[0] == 0 or longer[places[0] - 1] not in load_linking_words().descent


def _same_word(a: str, b: str, likeness: float) -> bool:
    if a == b:
        return True
    if 1 in (len(a), len(b)):
        return a[0] == b[0]
    return _spelt_alike(a, b, likeness)


def _spelt_alike(a: str, b: str, likeness: float) -> bool:
    return min(len(a), len(b)) >= _SHORTEST_VARIANT and ratio(a, b) >= likeness
