"""Stamps: short lines that carry a page's date and time, with what else stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.pages import marks
from communique.pages.blocks import Block
from communique.pages.page_dates import PageDate, dates_in

_TIME = re.compile(
    r"(?<![\d.])(?:[01]?\d|2[0-4])\s?[:.hH]\s?[0-5]\d(?:[:.][0-5]\d)?(?:\.\d+)?(?:\s?[apAP]\.?[mM]\b\.?)?"
    r"|(?<!\d)(?:0?\d|1[0-2])\s?[apAP]\.?[mM]\b\.?"
)
_OFFSET = re.compile(
    r"\(?\b(?:GMT|UTC)\b\s?(?:[+-]\s?\d{1,2}(?::?\d\d)?)?\)?|(?<=\s)[+-]\d\d:?\d\d"
)
# Clocks east of Greenwich, and hours past noon counted on, are not those of month-first outlets.
_EAST_OR_24_HOURS = re.compile(
    r"(?:GMT|UTC)\s?\+\s?\d|(?<![\d:])(?:1[3-9]|2[0-3])[:.][0-5]\d(?!\d|\s?[ap]\.?m)", re.I
)
_WORDS = re.compile(r"[^\W\d_][\w.'’]*")
_LEADING_LABEL = re.compile(r"^\W*(?:(?P<label>[^\W\d_]+(?:\s[^\W\d_]+){0,2})\s*:?\s*)?$")


_MATTER_WORDS = 4


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a stamp line says.

    ``dates`` are the dates in it; ``kind`` is ``published``, ``updated`` or empty where no label
    stands; ``hint`` is the order of day and month that its time zone speaks for; ``weekday`` is
    an ISO weekday number; ``rest`` is what is left once dates, times and labels are taken out;
    ``timed`` says that it gives the time of day.
    """

    dates: tuple[PageDate, ...]
    kind: str
    hint: str | None
    weekday: int | None
    rest: str
    timed: bool = False


def stamp_of(block: Block) -> Stamp | None:
    """Read a block as a stamp; None where it is none (too many other words, or no time at all)."""
    text = block.text
    if len(text) > 160 or not any(c.isdigit() for c in text) or block.words > 24:
        return None
    dates = [one for one in dates_in(text) if one.year is not None or len(text) < 60]
    bare = text
    for one in reversed(dates):
        bare = f"{bare[: one.start]} | {bare[one.end :]}"
    bare, times = _TIME.subn(" ", bare)
    bare = _OFFSET.sub(" ", bare)
    ago = any(marks.stamp_words().get(word) == "ago" for word in block.lower.split())
    if not (dates or times or ago) or _tells(block, bare):
        return None
    kind, hint, weekday, rest = _read_words(bare)
    rest = _said_once(rest)
    if len(rest.split()) > _room(text, dates, rest) or _names_matter(text, dates, times, rest):
        return None
    if hint is None and _EAST_OR_24_HOURS.search(text):
        hint = "day"
    return Stamp(tuple(dates), kind, hint, weekday, rest, times > 0)


def _room(text: str, dates: Sequence[PageDate], rest: str) -> int:
    """How many other words a stamp may hold: more where marks part it or a whole date heads it."""
    if any(part.strip() and _only_date(part) for part in re.split(r"\s[|•·/]\s", text)[1:]):
        return 14
    first = dates[0] if dates else None
    head = text[: first.start].strip(" ,").casefold() if first else ""
    if first and first.day and first.year and head in marks.weekdays():
        return 12
    return 8 if "|" in rest.strip(" |") else 5


def _names_matter(text: str, dates: Sequence[PageDate], times: int, rest: str) -> bool:
    """Whether a line says what its last date is of, as headlines do ("PM call with X: 5 July")."""
    if not dates or times or "|" in text or dates[-1].end < len(text.rstrip(" .)")):
        return False
    words = rest.replace("|", " ").split()
    small = [w for w in words if w.islower() and w.strip(":") not in marks.name_particles()]
    if dates[-1].year is None:
        return bool(small)
    said = any(word in marks.function_words() for word in words)
    return len(words) >= _MATTER_WORDS and said and text[: dates[0].start].strip() != ""


def _only_date(part: str) -> bool:
    """Whether one part of a line is a date with its year and nothing but its weekday."""
    found = [one for one in dates_in(part) if one.year is not None]
    if not found:
        return False
    left = (part[: found[0].start] + part[found[0].end :]).strip(" ,.:-–—").casefold()
    return not left or left in marks.weekdays() or left in marks.stamp_words()


def _said_once(rest: str) -> str:
    """An outlet's name that stands twice without a space between ("The HeraldThe Herald")."""
    half = len(rest) // 2
    return rest[:half] if half >= 4 and rest[:half] == rest[half:] else rest


def _tells(block: Block, bare: str) -> bool:
    """Whether the words beside a date make a sentence ("Mr Wong arrived on Jan 6.")."""
    small = [word for word in _WORDS.findall(bare) if word[0].islower()]
    told = [word for word in small if word.casefold() not in marks.stamp_words()]
    labelled = any(_label(part) for part in bare.split("|"))
    return block.terminal and len(told) >= 2 and "|" not in block.text and not labelled


def _read_words(bare: str) -> tuple[str, str | None, int | None, str]:
    """Sort the words beside date and time: label, time zone, weekday, and whatever is left."""
    known, days = marks.stamp_words(), marks.weekdays()
    kind, hint, weekday, rest = "", None, None, []
    for part in re.split(r"\s*[|•·]\s*", bare):
        left = part.strip(" ,;()[]–—-:/")
        label = _label(left)
        if label:
            kind = kind or known[label]
            left = left[left.casefold().find(label.split()[-1]) :].partition(" ")[2]
        kept = []
        for word in left.split():
            plain = word.strip(".,;:()[]–—-/").casefold()
            if plain in days:
                weekday = weekday or days[plain]
            elif known.get(plain) in ("day", "month"):
                hint = hint or known[plain]
            elif known.get(plain) not in ("filler", "zone", "ago") and _WORDS.search(word):
                kept.append(word)
        if kept:
            rest.append(" ".join(kept))
    return kind, hint, weekday, " | ".join(rest)


def _label(text: str) -> str:
    """The longest stamp label in the text's first words ("Last updated"), or nothing.

    Its words before the label count as part of it ("Story last updated at").
    """
    words = text.casefold().replace(":", " ").split()
    for skipped in range(4):
        for count in (3, 2, 1):
            label = " ".join(words[skipped : skipped + count])
            if len(words) < skipped + count or (skipped and count == 1):
                continue
            if marks.stamp_words().get(label) in ("published", "updated"):
                return label
    return ""


def cut_leading_stamp(block: Block) -> tuple[str, Stamp] | None:
    """Part a stamp from running text behind it on one line ("date 2024-08-09 The minister").

    Only a date under a label, or one in figures that no sentence opens with, is taken for such.
    """
    head = block.text[:60]
    dates = dates_in(head)
    if not dates or dates[0].year is None:
        return None
    one = dates[0]
    before = _LEADING_LABEL.match(head[: one.start])
    if before is None:
        return None
    label = (before["label"] or "").casefold()
    labelled = marks.stamp_words().get(label) in ("published", "updated")
    figures = head[one.start : one.end].replace("-", "").replace("/", "").replace(".", "").isdigit()
    if (label and not labelled) or not (labelled or figures):
        return None
    rest = block.text[one.end :]
    time = _TIME.match(rest.lstrip(" ,-–|T"))
    if time:
        rest = rest.lstrip(" ,-–|T")[time.end() :]
    rest = _OFFSET.sub("", rest[:12]) + rest[12:]
    rest = rest.lstrip(" ,-–—|:.")
    if len(rest.split()) < 4 or (not rest[:1].isupper() and rest[:1] not in "“\"‘'"):
        return None
    kind = marks.stamp_words().get(label, "published")
    return rest, Stamp((one,), kind, None, None, "")
