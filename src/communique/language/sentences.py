"""Sentence boundaries inside one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from communique.knowledge.words import abbreviations, openers

# What may be an end: a mark, what closes it, and a capital or a quotation after it.
_MARK = re.compile(
    r"(?P<word>[^\W_]+)?(?P<mark>[.?!])[”\"’')\]]*\s+(?=[“\"‘'(\[]?(?P<next>[^\W\d_a-z]\w*))"
)
_SHORTENED = re.compile(r"(?P<word>\b[^\W_]+)\.\s*$")
_INITIALS = re.compile(r"(?:\b[^\W\d_]\.){2,}\s*$")
# Looked for in so many letters before a mark: a chain of them is one in its last links, too.
_INITIALS_LETTERS = 24
_FIRST_WORD = re.compile(r"\w+")
_LETTERS = 3
_COUNTING = ("no", "nos")
_SMALL = ("vs", "approx")


@cache
def _splitter() -> Any:
    from nupunkt import sent_spans

    return sent_spans


def sentence_spans(paragraph: str, offset: int = 0) -> list[tuple[int, int]]:
    """Start and end of each sentence of ``paragraph``, without blanks around; ``offset`` added."""
    spans: list[tuple[int, int]] = []
    for start, end in _parts(paragraph):
        if spans and _goes_on(paragraph[spans[-1][0] : spans[-1][1]], paragraph[start:end]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [(start + offset, end + offset) for start, end in spans]


def _parts(paragraph: str) -> Iterator[tuple[int, int]]:
    """The splitter's sentences, and the ends that it took for abbreviations ("an open bus.")."""
    for first, last in _splitter()(paragraph):
        cuts = [first, *_missed(paragraph, first, last), last]
        for begin, end in pairwise(cuts):
            text = paragraph[begin:end]
            start = begin + len(text) - len(text.lstrip())
            stop = start + len(text.strip())
            if start < stop:
                yield start, stop


def _missed(paragraph: str, first: int, last: int) -> Iterator[int]:
    for found in _MARK.finditer(paragraph, first, last):
        word, opens = found["word"] or "", found["next"].lower() in openers()
        if found["mark"] == "." and (len(word) < _LETTERS or word.lower() in abbreviations()):
            end = found.end("mark")
            initials = _INITIALS.search(paragraph, max(first, end - _INITIALS_LETTERS), end)
            if not (opens and initials):
                continue
        elif found["mark"] != "." and paragraph[found.end("mark")] != " ":
            continue
        yield found.end()


def _goes_on(before: str, after: str) -> bool:
    """Whether a boundary only looks like one: after "Gen." or "S." the next capital is a name."""
    found = _SHORTENED.search(before)
    if found is None:
        return False
    word = found["word"]
    if len(word) == 1 and word.isupper():
        opened = _FIRST_WORD.match(after)
        state = _INITIALS.search(before) is not None
        return not (state and opened is not None and opened.group().lower() in openers())
    if word.lower() in _COUNTING:
        return after[0].isdigit()
    opened = _FIRST_WORD.match(after)
    if opened is not None and len(opened.group()) > 1 and opened.group().lower() in openers():
        return False  # "received Hun Sen. The two": a name, as no title stands before such a word
    return word.lower() in abbreviations() and (word[0].isupper() or word in _SMALL)
