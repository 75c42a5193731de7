"""Pages without end, made from labelled ones: names, dates and words varied, the truth known.

A made-up event takes a labelled page of ``tests/corpus/dev``, gives everybody on it another name
(strung from syllables; nobody in it exists), moves all its dates by so many weeks, and tells it on
one to four pages, each with other words: a good part of those that no data file of the program
knows are exchanged for words of the same shape. Ten thousand pages make a year. What is exchanged
is exchanged in the labels, too.
"""

from __future__ import annotations

import json
import random
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DEV = ROOT / "tests" / "corpus" / "dev"
KNOWLEDGE = ROOT / "src" / "communique" / "knowledge"

PAGES_A_YEAR = 10_000
_BEGIN = date(2001, 1, 1)
_OUTLETS = 300
_LONGEST = 4_000  # letters of a page
_ASIDES = (5, 10)  # sentences of pages without an engagement that stand at the end
_SHARE = 0.7  # of the words that may be exchanged
_READ_BY = ("frames", "dates", "idioms", "references", "speech", "relations", "offices", "states")
_SYLLABLES = (
    "ba dem kor lin mav nes pol rad sev tur vel wen yor zal bri fen gol hud jas lor".split()
)
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_MONTH = "|".join([*_MONTHS, r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"])
_TH, _YEAR = r"(?P<th{0}>st|nd|rd|th)?", r"(?P<year{0}>,? \d{{4}})?\b"
_DATES = re.compile(
    r"(?P<iso>\b\d{4}-\d\d-\d\d\b)|(?P<figures>\b\d{1,2}(?P<mark>[/.])\d{1,2}(?P=mark)\d{4}\b)"
    rf"|\b(?P<day1>\d{{1,2}}){_TH.format(1)}(?P<of> of)? (?P<month1>{_MONTH}){_YEAR.format(1)}"
    rf"|\b(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}}){_TH.format(2)}(?!\d){_YEAR.format(2)}"
    rf"|\b(?P<month3>{_MONTH}) (?P<year3>\d{{4}})\b"
    rf"|\b(?P<month4>{'|'.join(m for m in _MONTHS if m not in ('May', 'March'))})\b"
)
# Days told together ("June 19-20") are not moved: pages with such are left out.
_RANGE = re.compile(
    rf"(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)? ?(?:-|–|to|and|until) ?\d"
    rf"|\d ?(?:-|–|to|and) ?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})"
)
_WORD = re.compile(r"\b[a-z]{5,}\b")
_SHAPES = ("ingly", "ation", "ments", "tions", "ness", "ings", "ment", "tion", "ity", "ing", "ous")
_SHAPES += ("ive", "ies", "ers", "ed", "ly", "al", "er", "es", "s", "")

Json = dict[str, Any]


@dataclass(frozen=True)
class Template:
    """A labelled page: its text, date, names as words, and what it mainly reports."""

    name: str
    text: str
    published: date
    words_of_names: tuple[str, ...]
    told: tuple[Json, ...] = field(hash=False)


@cache
def templates() -> tuple[Template, ...]:
    """Return the labelled pages that pages can be made from."""
    return tuple(filter(None, map(_template, sorted(DEV.glob("*.txt")))))


def pages(number: int, seed: int = 7) -> Iterator[tuple[Json, Json]]:
    """Yield so many pages, as rows that can be read, each with its truth.

    The truth has the number of the event, and of what the page mainly reports ``kind``, ``start``
    and ``people``.
    """
    chance = random.Random(seed)
    weeks = max(4, 52 * number // PAGES_A_YEAR)
    made = event = 0
    while made < number:
        template = chance.choice(templates())
        shift = _weeks_to(template.published, chance.randrange(weeks))
        names = _names(template, chance)
        for _ in range(min(chance.choice((1, 1, 1, 2, 2, 3, 4)), number - made)):
            outlet = chance.randrange(_OUTLETS)
            moved = _moved(_renamed(template.text, names), template.published, shift)
            row = {
                "url": f"https://outlet{outlet}.example/{made}",
                "text": _reworded(f"{moved}\n\n{_aside(chance)}", chance),
                "published": (template.published + shift).isoformat(),
            }
            yield row, {"event": event, "told": [_told(one, names, shift) for one in template.told]}
            made += 1
        event += 1


def _template(path: Path) -> Template | None:
    text, label = (
        path.read_text("utf-8"),
        tomllib.loads(path.with_suffix(".toml").read_text("utf-8")),
    )
    told = [
        {
            "kind": one["kind"],
            "start": one["start"],
            "people": [p["person"] for p in one["parties"] if p.get("person")],
        }
        for one in label.get("engagement", ())
        if one["main"] and len(one.get("start") or "") == 10
    ]
    if not told or len(label["published"]) != 10 or len(text) > _LONGEST or _RANGE.search(text):
        return None
    people = [p for one in label["engagement"] for p in one["parties"]] + label.get("person", [])
    names = [
        name for one in people for name in (one.get("person"), *one.get("also_called", ())) if name
    ]
    words = {word for name in names for word in re.findall(r"[^\W\d_]{3,}", name)}
    common = set(re.findall(r"\b[a-z]+\b", text))
    own = sorted(w for w in words if w[0].isupper() and w.lower() not in common and not _known(w))
    return Template(
        path.name, text, date.fromisoformat(label["published"]), tuple(own), tuple(told)
    )


def _known(word: str) -> bool:
    """Tell whether a word of a name is one of a state's name or of an office as well."""
    return word.lower() in _words_in("states", "offices")


@cache
def _words_in(*shelves: str) -> frozenset[str]:
    """Return all words of some of the program's data files."""
    files = [p for shelf in shelves for p in (KNOWLEDGE / shelf).rglob("*")]
    told = [p.read_text("utf-8") for p in files if p.suffix in (".toml", ".csv", ".txt")]
    return frozenset(word for text in told for word in re.findall(r"[^\W\d_]+", text.lower()))


def _words_kept() -> frozenset[str]:
    """Return the words by which pages are read: any of them is left as it stands."""
    return _words_in(*_READ_BY)


def _names(template: Template, chance: random.Random) -> dict[str, str]:
    return {
        word: "".join(chance.sample(_SYLLABLES, chance.choice((2, 2, 3)))).title()
        for word in template.words_of_names
    }


def _renamed(text: str, names: dict[str, str]) -> str:
    if not names:
        return text
    found = re.compile(
        r"\b(" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")\b", re.I
    )
    by_lower = {word.lower(): new for word, new in names.items()}

    def other(match: re.Match[str]) -> str:
        new = by_lower[match[0].lower()]
        return new.upper() if match[0].isupper() else new

    return found.sub(other, text)


def _weeks_to(published: date, week: int) -> timedelta:
    """Return the whole weeks from a page's date to one in a week of the calendar made up."""
    return timedelta(7 * ((_BEGIN - published).days // 7 + 1 + week))


def _moved(text: str, published: date, shift: timedelta) -> str:
    def other(match: re.Match[str]) -> str:
        try:
            return _date_moved(match, published, shift)
        except ValueError:
            return match[0]

    return _DATES.sub(other, text)


def _date_moved(match: re.Match[str], published: date, shift: timedelta) -> str:
    if match["iso"]:
        return (date.fromisoformat(match["iso"]) + shift).isoformat()
    if match["figures"]:
        mark = match["figures"][-5]
        a, b, year = map(int, match["figures"].split(mark))
        both = [(date(year, m, d), form) for d, m, form in ((a, b, 0), (b, a, 1)) if m < 13]
        found, form = min(both, key=lambda one: abs((one[0] - published).days))
        new = found + shift
        return new.strftime("%m/%d/%Y" if form else "%d/%m/%Y").replace("/", mark)
    if match["month4"] or match["month3"]:
        month = match["month4"] or match["month3"]
        new = _day(15, month, match["year3"], published) + shift
        return _as_printed(month, new) + (f" {new.year}" if match["year3"] else "")
    form = "1" if match["day1"] else "2"
    day, month, year = (match[name + form] for name in ("day", "month", "year"))
    new = _day(int(day), month, year, published) + shift
    told = f"{new.day}{_th(new.day)}" if match["th" + form] else f"{new.day}"
    named, tail = _as_printed(month, new), year[:-4] + str(new.year) if year else ""
    if form == "1":
        return f"{told}{match['of'] or ''} {named}{tail}"
    return f"{named} {told}{tail}"


def _day(day: int, month: str, year: str | None, near: date) -> date:
    number = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(month.rstrip(".")[:3]))
    if year:
        return date(int(year[-4:]), number, day)
    some = []
    for y in (near.year - 1, near.year, near.year + 1):
        if not (number == 2 and day == 29 and y % 4):
            some.append(date(y, number, day))
    return min(some, key=lambda one: abs((one - near).days))


def _as_printed(month: str, new: date) -> str:
    name = _MONTHS[new.month - 1]
    if month in _MONTHS:
        return name
    return name[:3] + ("." if month.endswith(".") and name != "May" else "")


def _th(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


@cache
def _words_by_shape() -> dict[str, list[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for template in templates():
        for word in _WORD.findall(template.text):
            if word not in _words_kept():
                found[_shape(word)].add(word)
    return {shape: sorted(words) for shape, words in found.items()}


def _shape(word: str) -> str:
    return next(shape for shape in _SHAPES if word.endswith(shape))


def _reworded(text: str, chance: random.Random) -> str:
    known, by_shape = _words_kept(), _words_by_shape()

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if word in known or chance.random() > _SHARE:
            return word
        return chance.choice(by_shape.get(_shape(word)) or [word])

    return _WORD.sub(other, text)


@cache
def _asides() -> list[str]:
    """Return the plain sentences of labelled pages that report no engagement."""
    found = set()
    for path in sorted(DEV.glob("*.txt")):
        if "[[engagement]]" not in path.with_suffix(".toml").read_text("utf-8"):
            text = " ".join(path.read_text("utf-8").split())
            sentences = re.split(r"(?<=[.!?]) (?=[A-Z])", text)
            found |= {
                one
                for one in sentences
                if len(one.split()) > 7 and re.fullmatch(r"[\w ,.'’-]+", one)
            }
    return sorted(one for one in found if not re.search(r"\d", one))


def _aside(chance: random.Random) -> str:
    return " ".join(chance.sample(_asides(), chance.randint(*_ASIDES)))


def _told(one: Json, names: dict[str, str], shift: timedelta) -> Json:
    return {
        "kind": one["kind"],
        "start": (date.fromisoformat(one["start"]) + shift).isoformat(),
        "people": [_renamed(person, names) for person in one["people"]],
    }


def write(number: int, at: Path, truth: Path, seed: int = 7) -> None:
    """Write so many pages as JSON Lines, and the truth of each beside them."""
    with at.open("w", encoding="utf-8") as rows, truth.open("w", encoding="utf-8") as true:
        for row, told in pages(number, seed):
            rows.write(json.dumps(row, ensure_ascii=False) + "\n")
            true.write(json.dumps({"url": row["url"], **told}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
