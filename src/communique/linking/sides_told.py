"""Accounts of one engagement by whose outlets tell them: each party's, and all others'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.knowledge.outlets import Origin, Owner
from communique.linking.said import Perhaps, SameStatement, Told, match_statements
from communique.model import Account


@dataclass(frozen=True, slots=True)
class ToldBy:
    """An account and where it comes from; ``side`` is the party's state, None for third parties.

    ``independent`` is false for a copy of another of these accounts' pages.
    """

    account: Account
    side: str | None
    state: str | None
    owner: Owner
    independent: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of an account's page: whose outlet it is of, and what it repeats."""

    id: str
    origin: Origin
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class OneSided:
    """A statement, the sides that tell of it, and those that speak and leave it out.

    ``otherwise`` are sides that perhaps tell of it in other words: those of ``near``.
    """

    told: tuple[Told, ...]
    sides: tuple[str | None, ...]
    otherwise: tuple[str | None, ...]
    left_out: tuple[str | None, ...]
    near: tuple[Perhaps, ...] = ()


def by_side(accounts: Sequence[tuple[Page, Account]], parties: Sequence[str]) -> list[ToldBy]:
    """Return the accounts with their sides; ``parties`` are the states of the parties."""
    pages = {page.id for page, _ in accounts}
    found = []
    for page, account in accounts:
        origin = page.origin
        side = origin.state if origin.state in parties else None
        independent = page.copy_of is None or page.copy_of not in pages
        found.append(ToldBy(account, side, origin.state, origin.owner, independent))
    return found


def compare_statements(told: Sequence[ToldBy], texts: Sequence[str] = ()) -> list[OneSided]:
    """Return what is said in the accounts, each statement once, over independent texts.

    ``texts`` are the pages of the accounts: a side leaves out only what is not in them either. What
    all sides tell comes first, then what each tells alone.
    """
    speaking = [n for n, one in enumerate(told) if one.independent]
    states = {
        party.person: party.state
        for n in speaking
        for party in told[n].account.parties
        if party.person and party.state
    }
    statements = [told[n].account.statements for n in speaking]
    matched = match_statements(statements, states, [texts[n] for n in speaking] if texts else ())
    # An account without any statement leaves out all of them; so does its side.
    sides = sorted({told[n].side for n in speaking}, key=_order)
    compared = [_one_sided(each, speaking, told, sides) for each in matched]
    return sorted(
        compared, key=lambda one: (len(one.left_out), len(one.otherwise), *map(_order, one.sides))
    )


def _one_sided(
    matched: SameStatement,
    speaking: Sequence[int],
    told: Sequence[ToldBy],
    sides: Sequence[str | None],
) -> OneSided:
    named = tuple(Told(speaking[one.account], one.statement) for one in matched.told)
    near = tuple(Perhaps(speaking[one.account], one.words) for one in matched.perhaps)
    telling = {told[one.account].side for one in named}
    perhaps = {told[one.account].side for one in near} - telling
    return OneSided(
        told=named,
        sides=tuple(side for side in sides if side in telling),
        otherwise=tuple(side for side in sides if side in perhaps),
        left_out=tuple(side for side in sides if side not in telling | perhaps),
        near=near,
    )


def _order(side: str | None) -> tuple[bool, str]:
    return (side is None, side or "")
