"""Paragraphs broken into lines of one width, as mail, wires and some converters leave them.

The width shows in the lines themselves: the first word of each would not have fitted on the line
before it. Only lines that break off in the middle of a sentence are taken for such.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from communique.pages import marks

_WIDTHS = (45, 110)
_WIDEST = 4
_TIGHT_SHARE = 0.6
_CARRIED_ON = 4
_ADDRESS = re.compile(r"@|://|^www\.")
_FULL_LINE = 0.7
_CLOSERS = "\"'”’»)]}*_ "
_ENDS = ".?!:;|"


def wrap_width(lines: Sequence[str]) -> int | None:
    """The width at which lines were broken; None where they are whole paragraphs.

    ``lines`` stand under each other on the page, or are the whole page (blank lines among them).
    """
    low, high = _WIDTHS
    lengths = sorted({len(line) for line in lines if len(line) <= high}, reverse=True)
    for width in lengths[:_WIDEST]:
        if width >= low and _broken_at(lines, width):
            return width
    return None


def _broken_at(lines: Sequence[str], width: int) -> bool:
    """Whether lines up to this width follow each other as one broken text does."""
    pairs = [
        (before, line)
        for before, line in pairwise(lines)
        if before.strip() and line.strip() and max(len(before), len(line)) <= width
    ]
    tight = [pair for pair in pairs if _tight(*pair, width)]
    carried = sum(_carries_on(*pair) for pair in tight)
    return len(tight) >= 2 and carried >= 1 and len(tight) >= _TIGHT_SHARE * len(pairs)


def is_wrapped(before: str, line: str, width: int | None) -> bool:
    """Whether ``line`` carries on the sentence that ``before`` was broken in.

    ``width`` is that of the lines around; without one only what cannot stand alone is joined.
    """
    if _carries_on(before, line):
        return True
    if width is None or len(before) > width or not _tight(before, line, width):
        return False
    return len(line) > _FULL_LINE * width or line.rstrip(_CLOSERS)[-1:] in _ENDS


def _tight(before: str, line: str, width: int) -> bool:
    return len(before) + 1 + len(line.split(maxsplit=1)[0]) > 0.97 * width


def _carries_on(before: str, line: str) -> bool:
    """Whether a line opens in small letters, or the one before ends in "of the" or a comma."""
    words = before.split()
    if len(words) < _CARRIED_ON or before.rstrip()[-1:] in _ENDS:
        return False
    if before.rstrip().casefold().endswith(marks.end_marks()[0]):
        return False
    if _ADDRESS.search(line.split(maxsplit=1)[0]):
        return False
    return line[:1].islower() or (
        len(words) > _CARRIED_ON and words[-1] in marks.function_words() and words[-1] != "on"
    )
