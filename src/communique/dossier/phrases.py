"""Sentences made from the table of phrases: ``knowledge/briefs/phrases.toml``.

A phrase holds ``{slots}`` for values, and ``[groups]`` that are left out where a value in them is
not known. Nothing else decides what a brief says.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from communique.dossier.parts import Count, Piece, Pieces, Value

Slot = Pieces | Piece | None
_TOKEN = re.compile(r"\{(\w+)\}|(\[)|(\])|([^{}\[\]]+)")


class PhraseError(KeyError):
    """A phrase is not in the table, or asks for a slot that it is not given."""


@cache
def phrases() -> Mapping[str, str]:
    """Return every phrase by its dotted name."""
    source = files("communique.knowledge").joinpath("briefs", "phrases.toml")
    return dict(_flat("", tomllib.loads(source.read_text("utf-8"))))


def phrase(key: str) -> str:
    """Return the words of a phrase that has no slots: a title, a heading, a noun."""
    try:
        return phrases()[key]
    except KeyError as error:
        raise PhraseError(f"no phrase {key!r}") from error


def say(key: str, **slots: Slot) -> Pieces:
    """Return a phrase with its slots filled; raises PhraseError where it or a slot is missing."""
    given = {name: _pieces(slot) for name, slot in slots.items()}
    return tuple(_filled(phrase(key), given, key))


def say_some(key: str, number: int, **slots: Slot) -> Pieces:
    """Return the phrase ``key.one`` or ``key.many``, as the number asks for."""
    return say(f"{key}.{'one' if number == 1 else 'many'}", **slots)


def has(key: str) -> bool:
    """Tell whether the table has a phrase."""
    return key in phrases()


def listing(items: Sequence[Slot], last: str = "join.last") -> Pieces:
    """Return items as "a, b and c", or with another phrase before the last."""
    row = [_pieces(item) for item in items if item]
    out: list[Piece] = []
    for number, item in enumerate(row):
        if number:
            out.append(phrase(last if number == len(row) - 1 else "join.comma"))
        out += item
    return tuple(out)


def counted(of: str, ids: Iterable[str]) -> Count:
    """Return the number of some things."""
    known = tuple(ids)
    return Count(f"{len(known):,}", of, known)


def capitalised(pieces: Pieces) -> Pieces:
    """Return pieces with the first letter as it stands at the head of a sentence."""
    if not pieces:
        return pieces
    first, rest = pieces[0], pieces[1:]
    if isinstance(first, str):
        return (_upper(first), *rest)
    if isinstance(first, Value):
        return (Value(_upper(first.words), first.of, first.id, first.raw), *rest)
    return pieces


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _pieces(slot: Slot) -> Pieces:
    if slot is None or slot == "":
        return ()
    return slot if isinstance(slot, tuple) else (slot,)


def _filled(words: str, slots: Mapping[str, Pieces], key: str) -> list[Piece]:
    """Fill a phrase; a group with an empty slot in it is left out, those around it stay."""
    stack: list[tuple[list[Piece], bool]] = [([], True)]
    for found in _TOKEN.finditer(words):
        slot, opens, closes, plain = found.groups()
        if opens:
            stack.append(([], True))
        elif closes:
            group, whole = stack.pop()
            if whole:
                stack[-1][0].extend(group)
        elif plain:
            stack[-1][0].append(plain)
        elif slot in slots:
            stack[-1][0].extend(slots[slot])
            if not slots[slot]:
                stack[-1] = (stack[-1][0], False)
        else:
            raise PhraseError(f"phrase {key!r} asks for {slot!r}")
    return stack[0][0]


def _flat(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        name = f"{prefix}.{key}" if prefix else key
        if isinstance(value, Mapping):
            yield from _flat(name, value)
        else:
            yield name, str(value)
