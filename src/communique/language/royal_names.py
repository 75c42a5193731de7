"""Of which state royal persons are: by the house their name ends with, never a republic."""

from __future__ import annotations

from collections.abc import Sequence

from communique.knowledge.folding import fold
from communique.knowledge.royalty import ROYAL_TITLES, house_state, monarchies
from communique.language.annotations import Mention, Person

# Words that part a given name from the father's, or from the house.
_FOREBEARS = frozenset({"bin", "ibn", "bint", "al"})


def settle_houses(people: Sequence[Person]) -> None:
    """Give "Khalifa bin Hamad Al Thani", where the page says no state, that of his house."""
    for person in people:
        if person.state or person.organization:
            continue
        state = next((s for s in map(house_state, [person.name, *person.names]) if s), None)
        if state is not None:
            person.state, person.state_from = state, "ruling house"


def other_forebears(name: str, other: str) -> bool:
    """Whether two names with forebears are of two: "Salman bin Abdulaziz" is the father of
    "Abdulaziz bin Salman", "Nawaf Al-Ahmad Al-Sabah" another than "Sabah Al-Ahmad"."""
    words, others = fold(name).split(), fold(other).split()
    if not (_FOREBEARS & set(words) and _FOREBEARS & set(others)):
        return False
    return _forebear(words, others) or _forebear(others, words)


def named_apart(mention: Mention, person: Person, *, full: bool) -> bool:
    """Whether two names are of two persons; ``full`` says that neither is one name alone.

    Royal persons go by their given names: "Crown Prince Hussein" is not Fuad Hussein, nor "King
    Salman" Mohammed bin Salman.
    """
    if full and other_forebears(mention.name, person.name):
        return True
    words, others = fold(mention.name).split(), fold(person.name).split()
    given, longer = sorted((words, others), key=len)
    called = [mention] if given is words else person.mentions
    heads = {word for m in called for o in m.offices for word in fold(o.head).split()}
    return len(given) == 1 < len(longer) and given[0] == longer[-1] and bool(heads & ROYAL_TITLES)


def _forebear(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the given name of one stands in another's only as a father's or the house's."""
    titled = others[0] in ROYAL_TITLES
    named = words[0] not in _FOREBEARS and others[0] not in {words[0], *_FOREBEARS}
    return words[0] in others[1:] and named and not titled


def may_be_of(person: Person, state: str) -> bool:
    """Whether ``person`` can be of ``state``: no crown prince is of a republic."""
    heads = {word for m in person.mentions for o in m.offices for word in fold(o.head).split()}
    return heads.isdisjoint(ROYAL_TITLES) or state in monarchies()
