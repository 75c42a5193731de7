"""The dateline of a wire text: place, date and agency before the first sentence.

It is read segment by segment up to the mark that closes it, and every segment must be something
a dateline holds; so "Tensions - which rose" is none, and "MOSCOW, Feb 24 (ANI) -" is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from communique.knowledge.words import common_words
from communique.pages import marks
from communique.pages.marks import Outlet, folded
from communique.pages.page_dates import PageDate, dates_in

_HEAD = 140
_CLOSER = re.compile(
    r"\s*"
    r"(?P<mark>--+|[–—]|(?<=\s)-(?=\s)|-(?=\s)|(?<=[)\]/])\s*-(?=[^\W\d_a-z])"
    r"|(?<!\d):|:(?!\d)|\.|(?<=[)/])(?=\s+[^\W\d_]))\s*(?=\S)"
)
_BRACKETED = re.compile(r"[/(\[]\s*(?P<name>[\w .,&’'\"“”«»-]{2,70}?)\s*[/)\]]")
# The whole dateline in brackets: "(Vientiane, 12 February 2025) The ministers".
_ALL_BRACKETED = re.compile(
    r"\((?P<inner>[^()\d]{3,40},\s[^()]{5,40})\)\s*(?:[-–—:]\s*)?(?=[^\W\d_a-z])"
)
# Agency and day in one pair of brackets: "MOSCOW (Sputnik - 24th October, 2020) The minister".
_SIGNED_AND_DATED = re.compile(
    r"(?P<place>[^()\d]{2,40}?),?\s*"
    r"\((?P<agency>[^()]{2,60}?)\s[-–—]\s*(?P<date>[^()]{5,30}?)\s*\)\s*(?::\s*)?(?=[^\W\d_])"
)
# The date after the mark: "CAIRO - 12 February 2025: The minister".
_DATED_AFTER = re.compile(r"\s*(?:--+|[-–—:|])\s*(?=\S)")
_CLOCK = re.compile(
    r"(?<![\d./])\d{1,2}[:.h]\d\d(?![\d./-]\d|\d)(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?",
    re.IGNORECASE,
)
_SAINT = re.compile(r"\b(?:St|Ste|Mt|Ft)$", re.IGNORECASE)
# A full stop that parts, not one that shortens ("St. Petersburg", "D.C.").
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{4})\.(?=\s)")
# A place or a day behind a preposition is part of a sentence: "In Paris on May 3, 2000, U.S. ...".
_SENTENCE = re.compile(r"(?:In|At|On|From|During|After|Before|By|For|With)\s")
_SMALL_AGENCY = re.compile(r"[a-z]{2,5}(?:[-/][A-Za-z]{2,4})?")
_DASHES = ("--", "–", "—", "-")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline inside one line: offsets of place and date (None where absent), and the agency.

    ``agency`` is the name as printed; ``end`` is where the sentence begins.
    """

    place: tuple[int, int] | None
    date: tuple[int, int] | None
    printed_date: PageDate | None
    agency: str | None
    outlet: Outlet | None
    end: int


@dataclass(frozen=True, slots=True)
class _Segment:
    start: int
    end: int
    text: str
    kind: str


def dateline_of(line: str) -> Dateline | None:
    """Read the dateline at the head of a line; None where it has none."""
    if _SENTENCE.match(line):
        return None
    shift = _syndicated(line)
    if shift:
        inner = dateline_of(line[shift:])
        if inner is not None:
            return _shifted(inner, shift)
    bracketed = _ALL_BRACKETED.match(line)
    if bracketed:
        return _all_bracketed(bracketed)
    signed = _signed_and_dated(line)
    if signed is not None:
        return signed
    best = _read_head(line)
    return _with_date_after(line, best) if best is not None and best.date is None else best


def _signed_and_dated(line: str) -> Dateline | None:
    found = _SIGNED_AND_DATED.match(line)
    dates = dates_in(found["date"]) if found is not None else []
    if found is None or len(dates) != 1 or not is_place(found["place"]):
        return None
    agency = found["agency"].split("/")[-1].strip()
    if not _is_agency(agency, bracketed=True):
        return None
    at = found.start("date")
    day = replace(dates[0], start=at + dates[0].start, end=at + dates[0].end)
    return Dateline(
        found.span("place"), (day.start, day.end), day, agency,
        marks.outlets_by_mark().get(agency), found.end(),
    )  # fmt: skip


def _all_bracketed(found: re.Match[str]) -> Dateline | None:
    inner = _read_head(f"{found['inner']} - The")
    if inner is None or inner.place is None or inner.date is None:
        return None
    return replace(_shifted(inner, 1), end=found.end())


def _with_date_after(line: str, found: Dateline) -> Dateline:
    """A dateline whose date stands behind its first mark, with a mark of its own."""
    rest = line[found.end : found.end + 40]
    dates = dates_in(rest)
    if not dates or dates[0].start != 0 or dates[0].day is None:
        return found
    mark = _DATED_AFTER.match(rest, dates[0].end)
    if mark is None:
        return found
    one = replace(dates[0], start=found.end, end=found.end + dates[0].end)
    return replace(found, date=(one.start, one.end), printed_date=one, end=found.end + mark.end())


def _read_head(line: str) -> Dateline | None:
    head = line[:_HEAD]
    best: Dateline | None = None
    for closer in _CLOSER.finditer(head):
        mark = closer["mark"]
        before = head[: closer.start("mark")]
        if not before.strip() or (mark == "." and _shortens(line, before, closer)):
            continue
        found = _read(line, before, mark, closer.end()) if len(before.split()) <= 14 else None
        if best is None:
            best = found
        elif found is not None and best.agency is None and found.agency is not None:
            return found
        dated = found is None and mark not in (".", "") and _is_date(before.strip())
        if (mark not in (".", "") and not dated) or (best is not None and best.agency):
            break
    return best


def _syndicated(line: str) -> int:
    """Length of a note in brackets at the head ("(MENAFN- Kuwait News Agency (KUNA)) ")."""
    depth = 0
    for position, character in enumerate(line[:80] if line.startswith("(") else ""):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0:
            rest = line[position + 1 :]
            note = len(rest) - len(rest.lstrip(" -–—"))  # "(ANSA) - ROME, MAY 3 - Premier"
            return position + 1 + note if rest[:1] == " " else 0
    return 0


def _shifted(found: Dateline, by: int) -> Dateline:
    place = (found.place[0] + by, found.place[1] + by) if found.place else None
    date = (found.date[0] + by, found.date[1] + by) if found.date else None
    return replace(found, place=place, date=date, end=found.end + by)


def _shortens(line: str, before: str, closer: re.Match[str]) -> bool:
    """Whether a full stop only shortens a month ("Mar. 5") or a saint ("St. Kitts")."""
    if _SAINT.search(before):
        return True
    word = re.search(r"([^\W\d_]+)$", line[: closer.start("mark")])
    after = line[closer.end("mark") :].lstrip()[:1]
    return bool(word and word.group().casefold() in marks.months() and after.isdigit())


def _read(line: str, before: str, mark: str, end: int) -> Dateline | None:
    segments = _segments(before)
    if segments is None:
        return None
    places = [s for s in segments if s.kind == "place"]
    dates = [s for s in segments if s.kind == "date"]
    agencies = [s for s in segments if s.kind == "agency"]
    if not _convinces(line, segments, mark, end):
        return None
    named = agencies[0].text if agencies else None
    printed = dates_in(before)
    dated = _date_span(before, printed) if dates else None
    sure = [s for s in places if _is_sure_place(s.text)] or places
    place = (sure[0].start, sure[0].end) if sure else None
    outlet = marks.outlets_by_mark().get(named) if named else None
    return Dateline(place, dated, _best(printed), named, outlet, end)


def _date_span(before: str, printed: Sequence[PageDate]) -> tuple[int, int] | None:
    if not printed:
        return None
    one = _best(printed)
    assert one is not None
    return one.start, one.end


def _best(printed: Sequence[PageDate]) -> PageDate | None:
    """The Gregorian date of a dateline that may print another calendar's date before it."""
    return next((one for one in printed if one.year), printed[0] if printed else None)


def _segments(before: str) -> list[_Segment] | None:
    """Cut what stands before the closing mark into parts; None where a part is strange."""
    masked = _CLOCK.sub(lambda time: "," * len(time[0]), before)
    found: list[_Segment] = []
    figures = [one for one in dates_in(before) if one.numeric]
    for bracket in _BRACKETED.finditer(before):
        if any(one.start <= bracket.start() < one.end for one in figures):
            continue
        inside = _bracketed(bracket)
        if inside is None:
            return None
        found += inside
        masked = masked[: bracket.start()] + "," * len(bracket[0]) + masked[bracket.end() :]
    for one in dates_in(masked):
        found.append(_Segment(one.start, one.end, before[one.start : one.end], "date"))
        masked = masked[: one.start] + "," * (one.end - one.start) + masked[one.end :]
    masked = _FULL_STOP.sub(",", masked)
    for part in re.finditer(r"[^,;.\s/|–—](?:[^,;/|–—]*[^,;\s/|–—])?", masked):
        segment = _segment(part.start(), part.group())
        if segment is None:
            return None
        if segment.kind:
            found.append(segment)
    return sorted(found, key=lambda s: s.start)


def _bracketed(bracket: re.Match[str]) -> list[_Segment] | None:
    """The parts in one pair of brackets; none for an office's name, None where they are strange."""
    name, start = bracket["name"].strip(), bracket.start("name")
    kind = _bracketed_kind(name, bracket.group()[0])
    if kind:
        return [_Segment(start, start + len(name), name, kind)]
    head, comma, date = name.partition(",")
    if (comma and is_place(head) and is_place(date.strip())) or _is_office(name):
        return []
    if not comma or not _is_date(date.strip()) or not _is_agency(head, bracketed=True):
        return None
    at = start + name.index(date.strip())
    return [
        _Segment(start, start + len(head), head, "agency"),
        _Segment(at, at + len(date.strip()), date.strip(), "date"),
    ]


def _bracketed_kind(name: str, bracket: str) -> str:
    """What stands in brackets: a date, an agency, or the place or state in some outlets."""
    if _is_date(name):
        return "date"
    placed = bracket == "[" or folded(name) in marks.dateline_places()
    if placed and is_place(name) and not _known_agency(name):
        return "place"
    return "agency" if _is_agency(name, bracketed=True) else ""


def _is_office(name: str) -> bool:
    """Whether brackets hold the office that sends a text out ("Press Unit in the ...")."""
    words = name.casefold().split()
    named = any(word in marks.credit_words("outlet") for word in words)
    return len(words) >= 3 and named and name[0].isupper()


def _segment(start: int, text: str) -> _Segment | None:
    text = text.rstrip(" .-–—:")
    if _CLOCK.fullmatch(text):
        return _Segment(start, start, "", "")
    plain = text.casefold().strip(". ")
    if not plain or plain in marks.weekdays() or (plain.isdigit() and len(plain) in (2, 4)):
        return _Segment(start, start, "", "")
    if _is_hijri(plain):
        return _Segment(start, start, "", "")
    if _is_agency(text, bracketed=False):
        return _Segment(start, start + len(text), text, "agency")
    if is_place(text):
        return _Segment(start, start + len(text), text, "place")
    return None


def _is_hijri(plain: str) -> bool:
    return bool(_hijri().fullmatch(plain))


@cache
def _hijri() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in marks.hijri_months())
    year = r"(?:\s*,?\s*1[34]\d\d)?(?:\s*a?\.?h\.?)?"
    return re.compile(
        rf"(?:(?:{names})\s*\d{{1,2}}|\d{{1,2}}\s*(?:{names}){year}|1[34]\d\d(?:\s*h)?)"
    )


def _is_date(text: str) -> bool:
    found = dates_in(text)
    return bool(found) and len(text) - (found[0].end - found[0].start) <= 6


def _known_agency(text: str) -> bool:
    return text in marks.outlets_by_mark() or text.rstrip(".") in marks.outlets_by_mark()


def _is_agency(text: str, *, bracketed: bool) -> bool:
    if _known_agency(text):
        return True
    words = text.split()
    if bracketed:
        small = len(words) == 1 and _SMALL_AGENCY.fullmatch(text)  # "(dpa)"
        return len(words) <= 4 and bool(small or words[0][:1].isupper()) and "," not in text
    if len(words) == 1 and text.isupper() and text.isalpha() and 2 <= len(text) <= 4:
        return folded(text) not in marks.dateline_places()
    named = words[-1].casefold() in marks.credit_words("outlet")
    return (
        len(words) > 1
        and named
        and all(w[0].isupper() or w in marks.name_particles() for w in words)
    )


def dateline_alone(text: str) -> Dateline | None:
    """Read a line that is nothing but a dateline ("ANKARA", "SANTIAGO, 29 Jan 2023 -")."""
    if len(text) > 60 or _CLOCK.search(text):
        return None
    parts = [part.strip(" :") for part in re.split("[/,]", text)]
    if text.isupper() and all(folded(part) in marks.dateline_places() for part in parts):
        return Dateline((0, len(parts[0])), None, None, None, None, len(text))
    for closed in (f"{text} The", f"{text} - The"):
        found = dateline_of(closed)
        if found is None or found.end <= len(text) or not (found.date or found.outlet):
            continue
        if found.place is not None and _is_sure_place(closed[slice(*found.place)]):
            return found
    return None


def is_place(text: str) -> bool:
    """Whether these words can name the place of a dateline: a few, all with capitals."""
    words = text.replace("/", " ").split()
    if not 1 <= len(words) <= 5 or any(c.isdigit() for c in text):
        return False
    shown = all(w[0].isupper() or w.casefold() in marks.name_particles() for w in words)
    return shown and words[0][0].isupper()


def _is_sure_place(text: str) -> bool:
    """Whether it must be a place: all in capitals, or a city known from datelines."""
    if folded(text) in marks.dateline_places():
        return True
    plain = all(word in common_words() for word in text.casefold().split())
    return text.isupper() and len(text) > 2 and not plain


def _convinces(line: str, found: Sequence[_Segment], mark: str, end: int) -> bool:
    """Whether the parts make a dateline: agency or date or a known or capitalised place."""
    places = [s for s in found if s.kind == "place"]
    agencies = [s for s in found if s.kind == "agency"]
    dated = any(s.kind == "date" for s in found)
    first = line[end : end + 2].lstrip("“\"'‘(")
    if not first or len(places) > 3 or (mark == "." and not first[0].isupper()):
        return False
    known = any(_known_agency(a.text) for a in agencies)
    if mark == "":
        return bool(agencies) and (known or dated) and bool(places)
    if not places:
        return (known and (dated or mark != ".")) or (bool(agencies) and mark in _DASHES)
    capitals = any(s.text.isupper() and _is_sure_place(s.text) for s in places)
    sure = any(_is_sure_place(s.text) for s in places)
    if mark == ".":
        return (sure and (known or dated)) or (capitals and known)
    if agencies:
        return known or sure or mark != ":"
    return sure or (dated and mark != ":")
