"""When two printed names may be one person's, spelling and order aside."""

from __future__ import annotations

from rapidfuzz.fuzz import ratio

from communique.linking.words import load_linking_words, skeleton

Name = tuple[str, ...]

# Short words of names differ too easily by one letter ("Il", "Un"); they must be equal.
_SHORTEST_VARIANT = 5
_LIKE = 84.0
# A slip of the pen or of a transcription changes a letter or two of a word.
_SLIP = 66.0
_SHORTEST_SLIP = 4
_STEM = 2


def same_name(a: Name, b: Name, *, same_office: bool = False) -> bool:
    """Tell whether two folded names of two or more words may be one person's.

    They are equal up to order, hyphens and articles, or one leaves out given names, a patronymic
    or spells words otherwise ("Zelensky", "Zelenskyy"). A shared office allows for words that only
    sound alike ("Qasym", "Kassym") and for short forms of a given name ("Joe", "Joseph").
    """
    if a == b or "".join(a) == "".join(b):
        return True
    a, b = _bare(a), _bare(b)
    if len(a) < 2 or len(b) < 2:
        return False
    shorter, longer = sorted((a, b), key=lambda name: (len(name), name))
    if _initials_conflict(shorter, longer):
        return False
    return any(_within(turned, longer, same_office) for turned in _turns(shorter))


def _bare(name: Name) -> Name:
    """Return the name without articles, where enough is left."""
    articles = load_linking_words().articles
    bare = tuple(word for word in name[1:] if word not in articles)
    return (*name[:1], *bare) if bare else name


def has_word(name: Name, word: str) -> bool:
    """Tell whether a lone word ("Mishustin") may stand for a full name."""
    return any(word == other or _spelt_alike(word, other) for other in name)


def _turns(name: Name) -> list[Name]:
    """Return the name and its turns: family name first or last; a line of descent has none."""
    turns = 1 if load_linking_words().descent & set(name) else len(name)
    return [name[i:] + name[:i] for i in range(turns)]


def _initials_conflict(a: Name, b: Name) -> bool:
    initials = [{word for word in name if len(word) == 1} for name in (a, b)]
    return bool(initials[0] and initials[1] and initials[0] != initials[1])


def _within(shorter: Name, longer: Name, same_office: bool) -> bool:
    """Tell whether the shorter name's words stand in the longer in this order."""
    places: list[int] = []
    at = 0
    for word in shorter:
        while at < len(longer) and not _same_word(word, longer[at], same_office):
            at += 1
        if at == len(longer):
            return False
        places.append(at)
        at += 1
    if same_office and not _one_firm(shorter, [longer[place] for place in places]):
        return False
    return places[0] == 0 or longer[places[0] - 1] not in load_linking_words().descent


def _one_firm(words: Name, others: list[str]) -> bool:
    """Of names that share an office one word must be the same, or all sound the same."""
    pairs = list(zip(words, others, strict=True))
    return any(a == b and len(a) > _STEM for a, b in pairs) or all(
        skeleton(a) == skeleton(b) for a, b in pairs
    )


def _same_word(a: str, b: str, same_office: bool) -> bool:
    if a == b:
        return True
    if 1 in (len(a), len(b)):
        return a[0] == b[0]
    if same_office and min(len(a), len(b)) > _STEM:
        sounds_alike = len(skeleton(a)) > 1 and skeleton(a) == skeleton(b)
        return sounds_alike or _short_form(*sorted((a, b), key=len)) or _spelt_alike(a, b)
    return _spelt_alike(a, b)


def _short_form(short: str, full: str) -> bool:
    return len(short) < len(full) and short[:_STEM] == full[:_STEM] and len(short) <= _STEM + 2


def _spelt_alike(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= _SHORTEST_VARIANT and ratio(a, b) >= _LIKE


def nearly_same_name(a: Name, b: Name) -> bool:
    """Tell whether two folded names differ by one word, and that by a slip in its spelling.

    It takes no short word for a slip of another ("Li", "Le"), and no lone word for a name.
    """
    if len(a) != len(b) or len(a) < 2:
        return False
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(apart) != 1:
        return False
    ((one, other),) = apart
    return min(len(one), len(other)) >= _SHORTEST_SLIP and ratio(one, other) >= _SLIP
