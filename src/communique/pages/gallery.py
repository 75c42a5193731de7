"""Galleries: pages whose story is told in the counted captions of their pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.pages.credit import uncounted
from communique.pages.looks import Look, Seen

_PICTURES = 3
_CAPTION_WORDS = 8


def galleried(page: Sequence[Seen]) -> tuple[Seen, ...]:
    """Give a page with its counted captions ("2/5 ...") as running text, where they are many."""
    told = [position for position, one in enumerate(page) if _tells(one)]
    if len(told) < _PICTURES:
        return tuple(page)
    return tuple(
        replace(one, look=Look.PROSE, block=replace(one.block, text=uncounted(one.text)))
        if position in told
        else one
        for position, one in enumerate(page)
    )


def _tells(one: Seen) -> bool:
    counted = uncounted(one.text) != one.text
    return one.look is Look.CAPTION and counted and one.block.words >= _CAPTION_WORDS
