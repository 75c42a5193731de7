"""How like one another statements of several accounts are: by speaker, act and content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from communique.linking.content import Content, Contents, load_alike
from communique.linking.names import same_name
from communique.linking.speaking_bodies import may_be_one_body
from communique.linking.words import folded
from communique.model import Statement

BOTH = "both"

Speaker = str | tuple[str, ...]
Needed = tuple[tuple[float, float], ...]
Place = tuple[int, int]  # an account, and the place of one of its statements


# How much of the shorter of two contents has to stand in the longer, and how much that has to be,
# for two statements to be one: with one act, with acts for one another, with any; and where one
# page has for a speaker alone what another has for both.
_SAME_ACT = ((0.45, 0.8), (0.33, 1.9))
_LIKE_ACT = ((0.6, 0.9), (0.5, 2.0))
_ANY_ACT = ((1.0, 3.0),)
_LIKE_SPEAKER = ((0.6, 1.6),)
_ONCE = (0.1, 0.1)
# And for one to tell perhaps what the other tells.
_PERHAPS = ((0.2, 0.5), (0.1, 1.2))
_FEWEST, _LOOSELY = 2, 0.4
# How much of a content has to stand in a sentence of a page that perhaps tells of it.
_PASSING = (0.5, 1.0)


class Near(IntEnum):
    """How two statements stand to each other."""

    APART = 0
    PERHAPS = 1
    SAME = 2


class Speaking(IntEnum):
    """Whether two statements have one speaker; one of two who speak together is like them."""

    OTHER = 0
    LIKE = 1
    SAME = 2


class Likeness:
    """Compares the statements of one engagement's accounts."""

    def __init__(self, accounts: Sequence[Sequence[Statement]], states: Mapping[str, str]) -> None:
        """Weigh the words of all statements; ``states`` gives the state of each party's name."""
        self._states = states
        self._speaking: dict[tuple[Speaker, Speaker], Speaking] = {}
        self.contents = Contents([[one.content for one in told] for told in accounts], states)

    def may_be_near(self, accounts: Sequence[Sequence[Statement]]) -> set[tuple[Place, Place]]:
        """Return the pairs of statements of two accounts that share a word, or say next to none."""
        holding: dict[str, list[Place]] = {}
        places = [(n, i) for n, told in enumerate(accounts) for i in range(len(told))]
        pairs = set()
        for a in places:
            words = self.contents.of(accounts[a[0]][a[1]].content).words
            others = places if len(words) < _FEWEST else set()
            shared = {b for word in words for b in holding.get(word, ())}
            pairs |= {(min(a, b), max(a, b)) for b in shared.union(others) if a[0] != b[0]}
            for word in words:
                holding.setdefault(word, []).append(a)
        return pairs

    def of(self, a: Statement, b: Statement) -> tuple[Near, float]:
        """Return how two statements stand to each other, and how surely."""
        speaking = self._who(a.speaker, b.speaker)
        opposed = frozenset((a.act.value, b.act.value)) in load_alike().opposed
        if speaking is Speaking.OTHER or opposed:
            return Near.APART, 0.0
        one, other = self.contents.of(a.content), self.contents.of(b.content)
        like, shared = self.contents.share(one, other)
        general = one.words & other.words <= load_alike().general
        needed = () if general else _needed(a, b, speaking)
        same = any(like >= part and shared >= much for part, much in needed)
        if same or (speaking is Speaking.SAME and _same_deed(a, b, like, shared)):
            return Near.SAME, min(like, 1.2) + 0.5 * (a.act is b.act) + 0.05 * shared
        near = any(like >= part and shared >= much for part, much in _PERHAPS)
        if near or _loosely(one, other, speaking):
            return Near.PERHAPS, like * shared
        return Near.APART, 0.0

    def in_passing(self, content: str, sentence: str) -> float:
        """Return how much of what was said stands in a page's sentence; 0 where that is little."""
        said = self.contents.of(content)
        common = said.words & self.contents.of(sentence).words
        if not common:
            return 0.0
        much = self.contents.weight(common)
        part = much / said.weight
        return part if part >= _PASSING[0] and much >= _PASSING[1] else 0.0

    def _who(self, a: Speaker, b: Speaker) -> Speaking:
        found = self._speaking.get((a, b))
        if found is None:
            found = self._speaking[a, b] = _speaking(a, b, self._states)
        return found


def _needed(a: Statement, b: Statement, speaking: Speaking) -> Needed:
    alike = any({a.act.value, b.act.value} <= group for group in load_alike().acts)
    if speaking is Speaking.LIKE:
        return _LIKE_SPEAKER if alike or a.act is b.act else ()
    if a.act is not b.act:
        return _LIKE_ACT if alike else _ANY_ACT
    return _SAME_ACT


def _same_deed(a: Statement, b: Statement, like: float, shared: float) -> bool:
    """Tell whether both are one thing that its speaker does once, as an invitation."""
    once = a.act is b.act and a.act.value in load_alike().once
    enough = like >= _ONCE[0] and shared >= _ONCE[1]
    return once and enough and not _to_others(a.addressee, b.addressee)


def _loosely(one: Content, other: Content, speaking: Speaking) -> bool:
    """Tell whether one may tell the other in every readout's words, or in next to none."""
    fewest = min(len(one.words), len(other.words))
    if fewest < _FEWEST:
        return speaking is Speaking.SAME
    return len(one.words & other.words) >= max(_FEWEST, _LOOSELY * fewest)


def _to_others(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and not same_name(folded(a), folded(b))


def _speaking(a: Speaker, b: Speaker, states: Mapping[str, str]) -> Speaking:
    if BOTH in (a, b):
        together = a == b or any(isinstance(each, tuple) and len(each) > 1 for each in (a, b))
        return Speaking.SAME if together else Speaking.LIKE
    mine, theirs = ((each,) if isinstance(each, str) else each for each in (a, b))
    same = any(_same_name(one, other, states) for one in mine for other in theirs)
    return Speaking.SAME if same else Speaking.OTHER


def _same_name(a: str, b: str, states: Mapping[str, str]) -> bool:
    if a == b or states.get(a) == b or states.get(b) == a:
        return True
    if may_be_one_body(a, b):
        return True
    one, other = folded(a), folded(b)
    if len(one) == 1 or len(other) == 1:
        return bool(set(one) & set(other))
    return same_name(one, other)
