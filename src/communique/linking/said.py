"""Statements of several accounts set side by side: who tells of them, who leaves them out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.linking.likeness import Likeness, Near, Place
from communique.model import Span, Statement

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”’')]*(?=\s+[\"“‘'(]?[A-Z0-9])|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as one account has it; ``account`` is a number of the caller's."""

    account: int
    statement: Statement


@dataclass(frozen=True, slots=True)
class Perhaps:
    """The words of an account that are nearest to a statement which it does not tell as such."""

    account: int
    words: Span


@dataclass(frozen=True, slots=True)
class SameStatement:
    """One statement as the accounts that tell of it have it, the first account first.

    One account may tell in two statements what another tells in one. ``perhaps`` holds what of
    the other accounts may tell of it in other words.
    """

    told: tuple[Told, ...]
    perhaps: tuple[Perhaps, ...] = ()


def match_statements(
    accounts: Sequence[Sequence[Statement]],
    states: Mapping[str, str],
    texts: Sequence[str] = (),
) -> list[SameStatement]:
    """Return every statement of some accounts once, with how each account has it.

    Two are one where speaker, act and content agree; within one account they are two, unless
    another account tells both in one. ``states`` gives the state of each party's name: a state may
    stand for its person. ``texts`` are the pages of the accounts: what no statement of an account
    is near to may yet stand in its page.
    """
    matching = _Matching(accounts, states, texts)
    matching.join()
    return matching.told()


class _Matching:
    """How all statements stand to each other, and the groups they make."""

    def __init__(
        self,
        accounts: Sequence[Sequence[Statement]],
        states: Mapping[str, str],
        texts: Sequence[str],
    ) -> None:
        self._accounts = accounts
        self._likeness = likeness = Likeness(accounts, states)
        self._sentences = [self._by_word(text) for text in texts]
        self._near: dict[tuple[Place, Place], tuple[Near, float]] = {}
        places = [(n, i) for n, statements in enumerate(accounts) for i in range(len(statements))]
        for a, b in sorted(likeness.may_be_near(accounts)):
            found = likeness.of(accounts[a[0]][a[1]], accounts[b[0]][b[1]])
            if found[0] is not Near.APART:
                self._near[a, b] = self._near[b, a] = found
        self._group = {place: [place] for place in places}

    def join(self) -> None:
        """Put together what is one, the surest first."""
        same = [(-sure, a, b) for (a, b), (near, sure) in self._near.items() if near is Near.SAME]
        for _, a, b in sorted(same):
            mine, theirs = self._group[a], self._group[b]
            if mine is not theirs and self._are_one(mine, theirs):
                mine += theirs
                for place in theirs:
                    self._group[place] = mine

    def told(self) -> list[SameStatement]:
        """Return the groups in the order of the accounts and their statements."""
        found = []
        for place, group in self._group.items():
            if place == min(group):
                telling = {account for account, _ in group}
                perhaps = (
                    self._nearest(group, account)
                    for account in range(len(self._accounts))
                    if account not in telling
                )
                told = tuple(Told(n, self._accounts[n][number]) for n, number in sorted(group))
                found.append(SameStatement(told, tuple(each for each in perhaps if each)))
        return found

    def _are_one(self, mine: list[Place], theirs: list[Place]) -> bool:
        """Tell whether most of two groups are one, and whose account has two is told by another."""
        pairs = [(a, b) for a in mine for b in theirs]
        apart = [pair for pair in pairs if pair[0][0] != pair[1][0]]
        if sum(self._is_same(a, b) for a, b in apart) * 2 < len(apart):
            return False
        everyone = mine + theirs
        return all(
            any(self._is_same(a, whole) and self._is_same(b, whole) for whole in everyone)
            for a, b in pairs
            if a[0] == b[0]
        )

    def _is_same(self, a: Place, b: Place) -> bool:
        return self._near.get((a, b), (Near.APART, 0.0))[0] is Near.SAME

    def _nearest(self, group: list[Place], account: int) -> Perhaps | None:
        """Return the words of an account that are nearest to a group; None for none near."""
        mine = range(len(self._accounts[account]))
        near = [
            (self._near[place, (account, number)], -number)
            for place in group
            for number in mine
            if (place, (account, number)) in self._near
        ]
        if near:
            return Perhaps(account, _content(self._accounts[account][-max(near)[1]]))
        return self._in_passing(group, account)

    def _in_passing(self, group: list[Place], account: int) -> Perhaps | None:
        """Return the sentence of an account's page that has most of a group's words."""
        holding = self._sentences[account] if self._sentences else {}
        found = []
        for content in {self._accounts[n][number].content for n, number in group}:
            words = self._likeness.contents.of(content).words
            for span in {span for word in words for span in holding.get(word, ())}:
                much = self._likeness.in_passing(content, span.quote)
                if much:
                    found.append((much, -span.start, span))
        return Perhaps(account, max(found)[2]) if found else None

    def _by_word(self, text: str) -> dict[str, list[Span]]:
        """Return the sentences of a text by their words."""
        holding: dict[str, list[Span]] = {}
        for span in _sentences(text):
            for word in self._likeness.contents.of(span.quote).words:
                holding.setdefault(word, []).append(span)
        return holding


def _content(statement: Statement) -> Span:
    """Return where the words of a statement stand."""
    said = statement.content
    best = max(
        statement.evidence, key=lambda one: (one.quote == said, len(one.quote)), default=None
    )
    return best or Span(0, 0, said)


def _sentences(text: str) -> Iterator[Span]:
    for found in _SENTENCE.finditer(text):
        words = found[0].strip()
        if words:
            start = found.start() + found[0].index(words)
            yield Span(start, start + len(words), words)
