"""Statements of several accounts set side by side: who tells of them, who leaves them out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from communique.linking.names import same_name
from communique.linking.words import folded, load_linking_words, state_words
from communique.model import Act, Statement

BOTH = "both"

# Acts by which two writers report the same words.
_ALIKE = (
    {Act.AFFIRM, Act.INFORM, Act.DISCUSS, Act.RECALL, Act.AGREE},
    {Act.APPRECIATE, Act.THANK, Act.CONGRATULATE, Act.AFFIRM},
    {Act.WISH, Act.HOPE, Act.CONGRATULATE},
    {Act.PLEDGE, Act.AGREE, Act.ACCEPT, Act.SUPPORT, Act.AFFIRM},
    {Act.PROPOSE, Act.REQUEST, Act.URGE, Act.HOPE, Act.INVITE},
    {Act.OPPOSE, Act.CRITICISE, Act.CONDEMN},
    {Act.WARN, Act.THREATEN, Act.URGE},
    {Act.CONDOLE, Act.CONVEY},
)
# How much of the shorter of two contents has to stand in the longer.
_SAME_ACT, _LIKE_ACT = 0.4, 0.6
_FEWEST_WORDS = 2
_STEM = 5
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as one account has it; ``account`` is a number of the caller's."""

    account: int
    statement: Statement


@dataclass(frozen=True, slots=True)
class SameStatement:
    """One statement as the accounts that tell of it have it, the first account first."""

    told: tuple[Told, ...]


def match_statements(
    accounts: Sequence[Sequence[Statement]], states: Mapping[str, str]
) -> list[SameStatement]:
    """Return every statement of some accounts once, with how each account has it.

    Two are one where speaker, act and content agree; within one account they are two. ``states``
    gives the state of each party's name: a state may stand for its person.
    """
    names = _names(states)
    groups: list[list[Told]] = []
    for number, statements in enumerate(accounts):
        likenesses = (
            (_likeness(told.statement, statement, states, names), n, place)
            for n, group in enumerate(groups)
            for told in group
            for place, statement in enumerate(statements)
        )
        ranked = sorted((-likeness, n, place) for likeness, n, place in likenesses if likeness)
        placed: dict[int, int] = {}
        for _, n, place in ranked:
            if place not in placed and n not in placed.values():
                placed[place] = n
        for place, statement in enumerate(statements):
            told = Told(number, statement)
            if place in placed:
                groups[placed[place]].append(told)
            else:
                groups.append([told])
    return [SameStatement(tuple(group)) for group in groups]


def _names(states: Mapping[str, str]) -> frozenset[str]:
    """Return the words that name the parties: everybody's statements are full of them."""
    words = {word for name in states for word in folded(name)}
    words |= {word for state in states.values() for word in state_words(state)}
    return frozenset(word[:_STEM] for word in words)


def _likeness(
    a: Statement, b: Statement, states: Mapping[str, str], names: frozenset[str]
) -> float:
    """Return how surely (0: not) two statements are one."""
    if not _same_speaker(a.speaker, b.speaker, states):
        return 0.0
    same_act = a.act is b.act
    if not same_act and not any({a.act, b.act} <= alike for alike in _ALIKE):
        return 0.0
    one, other = _content(a.content) - names, _content(b.content) - names
    fewer, more = sorted((len(one), len(other)))
    if fewer < _FEWEST_WORDS:
        # "accepted the invitation", "accepted the invitation with pleasure"
        inside = one <= other or other <= one
        return 1.0 if same_act and inside and more <= 2 * fewer else 0.0
    shared = len(one & other) / fewer
    if shared < (_SAME_ACT if same_act else _LIKE_ACT):
        return 0.0
    return shared + 0.5 * same_act


@lru_cache(maxsize=16384)
def _content(words: str) -> frozenset[str]:
    """Return the beginnings of the words that mean something."""
    empty = load_linking_words().function
    return frozenset(
        word[:_STEM] for word in folded(words) if len(word) >= _SHORTEST and word not in empty
    )


def _same_speaker(
    a: str | tuple[str, ...], b: str | tuple[str, ...], states: Mapping[str, str]
) -> bool:
    if BOTH in (a, b):
        return a == b or any(isinstance(each, tuple) and len(each) > 1 for each in (a, b))
    mine, theirs = ((each,) if isinstance(each, str) else each for each in (a, b))
    return any(_same_name(one, other, states) for one in mine for other in theirs)


def _same_name(a: str, b: str, states: Mapping[str, str]) -> bool:
    if a == b or states.get(a) == b or states.get(b) == a:
        return True
    one, other = folded(a), folded(b)
    if len(one) == 1 or len(other) == 1:
        return bool(set(one) & set(other))
    return same_name(one, other)
