"""The few words that pictures share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from communique.model import Role

if TYPE_CHECKING:
    from communique.linking.outcome import LinkedParty

_ORDER = (
    *(Role.SENDER, Role.GUEST, Role.PARTICIPANT, Role.HOST, Role.RECIPIENT),
    *(Role.ENVOY, Role.DELEGATE),
)


def acting_first(parties: Iterable[LinkedParty]) -> list[LinkedParty]:
    """Return parties with those first who act: sender before recipient, guest before host."""
    return sorted(parties, key=lambda party: (_ORDER.index(party.role), party.person is None))


def spaced(word: str) -> str:
    """Return a word of the codebook as people write it: "oil gas" for "oil_gas"."""
    return word.replace("_", " ")


def plural(noun: str, number: int) -> str:
    """Return the noun as it stands behind a number."""
    if number == 1:
        return noun
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"


def listed(words: Iterable[str]) -> str:
    """Return "a, b and c"."""
    *head, last = list(words) or [""]
    return f"{', '.join(head)} and {last}" if head else last


def cut(words: str, limit: int) -> str:
    """Return words cut to fit beside a mark."""
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
