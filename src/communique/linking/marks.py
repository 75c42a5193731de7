"""By what an account is known again after its page was read anew: its page, and what it says."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from communique.linking.words import folded

# Of the kind, the parties, the words behind the kind and the start, so much has to be the same.
_WEIGHTS = {"kind": 2.0, "parties": 2.0, "words": 2.0, "start": 1.0}
_ENOUGH = 3.5


@dataclass(frozen=True, slots=True)
class PageMark:
    """A page: what the record knows it by, and the hash of its bytes, which another record has."""

    identity: str
    sha256: str


@dataclass(frozen=True, slots=True)
class AccountMark:
    """An account: its page, kind, parties, start, and the words that report it."""

    page: PageMark
    kind: str
    parties: tuple[str, ...]
    start: str | None
    words: tuple[str, ...]


def party_mark(person: str | None, state: str | None, organization: str | None) -> str:
    """Return a party in plain small letters, order of names and spelling of accents aside."""
    side = (state or "").lower() or " ".join(folded(organization or ""))
    return "/".join((" ".join(sorted(folded(person or ""))), side))


def known_again(mark: AccountMark, accounts: Mapping[str, AccountMark]) -> str | None:
    """Return the id of the account that a mark was made of; None where none or several may be.

    ``accounts`` are those of its page as it is read now.
    """
    same = [name for name, other in accounts.items() if _said(other) == _said(mark)]
    if len(same) == 1:
        return same[0]
    ranked = sorted((_likeness(mark, accounts[name]), name) for name in same or accounts)
    if not ranked or ranked[-1][0] < _ENOUGH:
        return None
    if len(ranked) > 1 and ranked[-1][0] == ranked[-2][0]:
        return None
    return ranked[-1][1]


def _said(mark: AccountMark) -> tuple[object, ...]:
    return (mark.kind, mark.parties, mark.start, mark.words)


def _likeness(a: AccountMark, b: AccountMark) -> float:
    words = [{word for quote in mark.words for word in folded(quote)} for mark in (a, b)]
    return (
        _WEIGHTS["kind"] * (a.kind == b.kind)
        + _WEIGHTS["parties"] * _shared(set(a.parties), set(b.parties))
        + _WEIGHTS["words"] * _shared(*words)
        + _WEIGHTS["start"] * (a.start == b.start)
    )


def _shared(one: Collection[str], other: Collection[str]) -> float:
    every = {*one, *other}
    return len({*one} & {*other}) / len(every) if every else 1.0
