"""A page's text cut at its marks: flat pieces, however the spans overlap.

Offsets are carried along from the reading and never looked for in the text again. What a template
gets are plain words with the marks that cover them, so that escaping each piece escapes all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

PART = 40_000
MOST_MARKS = 1_500
_PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text from which something was read: what sort of value, and its number.

    A ``faint`` mark gives way to any other over the same words.
    """

    start: int
    end: int
    sort: str
    value: int
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one set of marks over them.

    ``sort`` and ``value`` are those of the innermost mark, None where there is none; ``begin`` are
    the values whose first words these are. ``asked`` is true for the words that an address asks to
    be shown, ``first`` for the first piece of those.
    """

    words: str
    sort: str | None = None
    value: int | None = None
    begin: tuple[int, ...] = ()
    asked: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text: its offsets, its paragraphs, and the number of marks left out."""

    start: int
    end: int
    paragraphs: tuple[tuple[Piece, ...], ...]
    unmarked: int


def parts_of(text: str, size: int = PART) -> list[tuple[int, int]]:
    """Return the offsets at which a text is cut to be shown, at ends of paragraphs where it can."""
    parts: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > size:
        cut = text.rfind(_PARAGRAPH, start + size // 2, start + size)
        if cut < 0:
            cut = text.rfind(" ", start + size // 2, start + size)
        end = cut if cut >= 0 else start + size
        parts.append((start, end))
        start = end
    return [*parts, (start, len(text))]


def marked(
    text: str,
    bounds: tuple[int, int],
    marks: Sequence[Mark],
    asked: tuple[int, int] | None = None,
) -> Part:
    """Return the part of a text between two offsets, cut at its marks and paragraphs."""
    start, end = bounds
    here = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end),
        key=lambda mark: (mark.start, -mark.end, mark.value),
    )
    kept = here[:MOST_MARKS]
    pieces = _pieces(text, bounds, kept, asked)
    return Part(start, end, tuple(_paragraphs(pieces)), len(here) - len(kept))


def _pieces(
    text: str, bounds: tuple[int, int], marks: Sequence[Mark], asked: tuple[int, int] | None
) -> Iterator[Piece]:
    """Sweep over the text once, from each edge of a mark to the next."""
    start, end = bounds
    edges = {start, end, *_inside(bounds, (mark.start for mark in marks))}
    edges |= {*_inside(bounds, (mark.end for mark in marks)), *_inside(bounds, asked or ())}
    coming = list(reversed(marks))
    over: list[Mark] = []
    begun: set[int] = set()
    shown = False
    for left, right in pairwise(sorted(edges)):
        over = [mark for mark in over if mark.end > left]
        while coming and coming[-1].start <= left:
            over.append(coming.pop())
        inner = min(over, key=_depth, default=None)
        begin = [mark.value for mark in over if mark.value not in begun]
        begun.update(begin)
        is_asked = asked is not None and asked[0] <= left < asked[1]
        yield Piece(
            words=text[left:right],
            sort=inner.sort if inner else None,
            value=inner.value if inner else None,
            begin=tuple(dict.fromkeys(begin)),
            asked=is_asked,
            first=is_asked and not shown,
        )
        shown = shown or is_asked


def _depth(mark: Mark) -> tuple[bool, int, int]:
    return mark.faint, mark.end - mark.start, mark.value


def _inside(bounds: tuple[int, int], offsets: Iterable[int]) -> Iterator[int]:
    return (offset for offset in offsets if bounds[0] < offset < bounds[1])


def _paragraphs(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Group pieces by paragraphs; one that runs over an end of one goes on in the next."""
    paragraph: list[Piece] = []
    for piece in pieces:
        first, *others = piece.words.split(_PARAGRAPH)
        if first:
            paragraph.append(_cut(piece, first, True))
        for words in others:
            if paragraph:
                yield tuple(paragraph)
            paragraph = [_cut(piece, words, False)] if words else []
    if paragraph:
        yield tuple(paragraph)


def _cut(piece: Piece, words: str, opens: bool) -> Piece:
    if words == piece.words:
        return piece
    begin, first = (piece.begin, piece.first) if opens else ((), False)
    return Piece(words, piece.sort, piece.value, begin, piece.asked, first)
