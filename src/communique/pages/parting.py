"""What a page ran together on one line, put back on lines of its own.

Feeds and converters lose the breaks after a date, a caption, the head of a wire text or the clock
time of a live page's entry; each of these is told by its own form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from communique.pages import marks

_STORED_DATE = re.compile(
    r"^(?P<label>[^\W\d_]+)\s*:?\s+(?:19|20)\d\d-[01]\d-[0-3]\d"
    r"(?:[ T][0-2]?\d:[0-5]\d(?::[0-5]\d)?)?(?=\s|$)\s*",
    re.IGNORECASE,
)
_CREDIT_LINE = 120
# Scripts whose tags a converter took off: "(function(v,d){...})(window, document);".
_SCRIPT = re.compile(
    r"\(function\s*\([^)]{0,200}\)\s*\{.{0,4000}?\}\s*\)\s*\([^)]{0,400}\)\s*;?|<!--.{0,4000}?-->"
)
# "(ATTN: ADDS details in paras 3-5)By Jane Doe SEOUL, Dec. 30 (Yonhap) -- The president".
_NOTE = re.compile(r"(?<=\S)\s*(?P<note>\((?:ATTN|EDS|Eds|Editor's note)\s*:[^()]{3,160}\))\s*")
_BY = re.compile(r"\s*\bBy\s+(?:[A-Z][\w.'’-]+\s){2,4}$")
_HEAD_WORDS = 60
_PROSE = re.compile(r"[a-z]{2}[.?!][”\"’)]?\s+[A-Z]")
# An aggregator's mark of whom it has the text from: "[The Point] The minister".
_TAKEN_FROM = re.compile(r"^\[(?P<name>[A-Z][^\[\]\d]{2,40})\]\s+(?=[“\"]?[A-Z])")
_CLOCK = re.compile(
    r"^(?P<time>(?:[01]?\d|2[0-3])\s?[:.hH]\s?[0-5]\d(?:\s?[apAP]\.?[mM]\b\.?)?"
    r"(?:\s(?:GMT|UTC|[A-Z]{2,4}T))?)\s*[-–—:|]?\s+(?=[“\"‘'(]?[A-Z])"
)
_ENTRIES = 3


def parted(line: str, *, clocked: bool = False) -> list[str]:
    """Part one line; ``clocked`` says that its page is a live one (see ``is_clocked``)."""
    line = _SCRIPT.sub(" ", line).strip() if "(function" in line or "<!--" in line else line
    stored = _STORED_DATE.match(line)
    if stored and stored["label"].casefold() in marks.stamp_words():
        rest = line[stored.end() :]
        return [stored.group().strip(), *(parted(rest, clocked=clocked) if rest else [])]
    clock = _CLOCK.match(line) if clocked else None
    if clock:
        return [clock["time"], *parted(line[clock.end() :])]
    taken = _TAKEN_FROM.match(line)
    if taken and len(line) > _CREDIT_LINE:
        return [taken.group().strip(), *parted(line[taken.end() :])]
    return [part for one in _wire_head(line) for part in _captions(one)]


def is_clocked(lines: Sequence[str]) -> bool:
    """Whether a page's entries open with the time of day, as those of live pages do."""
    return sum(_CLOCK.match(line) is not None for line in lines) >= _ENTRIES


def _captions(line: str) -> list[str]:
    if "(" in line and len(line) > _CREDIT_LINE:
        return _inline_credit().sub(r"\g<credit>\n", line).split("\n")
    return [line]


@cache
def _inline_credit() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in marks.credit_words("photo"))
    credit = rf"(?<=[^\s)])\s*\((?:[\w ]{{1,20}}\s)?(?i:{words})\s*:\s*[^()]{{2,60}}\)"
    return re.compile(rf"(?P<credit>{credit})\s+(?=[^\W\d_a-z])")


@cache
def _wire_dateline() -> re.Pattern[str]:
    """A full dateline of a wire: place in capitals, day, agency in brackets, a mark."""
    months = "|".join(sorted({m[:3].capitalize() for m in marks.months() if m.isascii()}))
    place = r"(?:[A-Z][A-Z.'’-]{2,}(?:[ /][A-Z][A-Z.'’-]+){0,3})(?:, [A-Z][\w ]{2,30})?"
    day = rf"(?:(?:{months})[a-z]*\.? \d{{1,2}}|\d{{1,2}} (?:{months})[a-z]*\.?)(?:,? \d{{4}})?"
    before = r"(?:(?<=[a-z)\]”\"’\d])|(?<=[a-z][.?!]))"
    return re.compile(rf"{before}\s*(?={place}, {day},? [(/][\w .]{{2,30}}[)/]\.? ?(?:--|[–—:-]))")


def _wire_head(line: str) -> list[str]:
    """Part slug, headline, editor's note and byline from the dateline they were glued to."""
    if not any(mark in line for mark in ("(", "/")):
        return [line]
    found = _wire_dateline().search(line)
    if found is None or found.start() == 0 or (line[0] == "(" and line[: found.start()][-1] == ")"):
        return [line]
    head = line[: found.start()]
    if len(head.split()) > _HEAD_WORDS or _PROSE.search(head):
        return [line]
    by = _BY.search(f"{head} ")
    tail = [by.group().strip()] if by else []
    head = head[: by.start()] if by else head
    notes = _NOTE.sub("\n\\g<note>\n", head).split("\n")
    return [*(one.strip() for one in notes if one.strip()), *tail, line[found.end() :]]
