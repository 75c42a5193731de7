"""Sentence boundaries inside one paragraph."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# Boundaries that only look like one: after these the next capital is a name.
_NOT_AN_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|Gen|Lt|Col|Maj|Adm|Sen|Rep|Gov|Amb|Rev|Eng|St|Smt|No|vs|approx"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|\b[A-Z]\.)\s*$"
)


@cache
def _splitter() -> Any:
    from nupunkt import sent_spans

    return sent_spans


def sentence_spans(paragraph: str, offset: int = 0) -> list[tuple[int, int]]:
    """Start and end of each sentence of ``paragraph``, without blanks around; ``offset`` added."""
    spans: list[tuple[int, int]] = []
    for first, last in _splitter()(paragraph):
        text = paragraph[first:last]
        start = first + len(text) - len(text.lstrip())
        end = start + len(text.strip())
        if start >= end:
            continue
        if spans and _NOT_AN_END.search(paragraph[spans[-1][0] : spans[-1][1]]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [(start + offset, end + offset) for start, end in spans]
