"""What kind of office a phrase names: a deputy is no minister, who heads a ministry is one."""

from __future__ import annotations

from collections.abc import Container, Sequence

from communique.knowledge.offices import OfficeHead, OfficeWords
from communique.language.scanning import Word

_HEADING = frozenset({"head", "chief"})
_SMALL = frozenset({"the", "of", "'s", "’s", "for"})


def kind_of(
    head: OfficeHead,
    before: Sequence[Word],
    after: Sequence[Word],
    named: Container[int],
    data: OfficeWords,
) -> str:
    """The kind of an office with these words before its head and after it.

    A deputy is not the office: "deputy prime minister" is a minister, not the head. Nor does the
    president of a parliament or of a bank lead the state. ``named`` are the offsets at which the
    names of states and organizations begin.
    """
    modifiers, rest = [word.lower for word in before], [word.lower for word in after]
    lowered = not data.lowering.isdisjoint(modifiers)
    if head.head in _HEADING and not lowered and _of_diplomacy([*before, *after], named, data):
        return "foreign_minister"
    if lowered and head.kind != "official":
        return "deputy"
    chamber = not data.chambers.isdisjoint([*modifiers, *rest])
    if head.head in data.presiding and chamber:
        return "legislator"
    if head.head == "president" and not data.bodies.isdisjoint(rest):
        return "official"
    return head.kind


def _of_diplomacy(words: Sequence[Word], named: Container[int], data: OfficeWords) -> bool:
    """ "Head of the Foreign Ministry of Y", and not of one of its departments."""
    plain = [w.lower for w in words if w.start not in named and w.lower not in _SMALL]
    body = " ".join(plain)
    return any(body.startswith(" ".join(_told(name))) for name in data.diplomacies) and bool(plain)


def _told(name: str) -> list[str]:
    return [word for word in name.split() if word not in _SMALL]
