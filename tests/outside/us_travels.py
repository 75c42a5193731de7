"""Score the reading of short remarks about travels of US presidents and secretaries of state.

    us_travels.py [--show-misses]

The table (Office of the Historian, CC0) gives for each trip who, where, from when to when, and a
remark. Each telling remark is put as a careful user of the table would put it, as one to three
sentences with the traveller, the place's name and the days, but without the country, and read with
the project's own reader. Scored, for trips from 1990 on and before apart:

    state       the trip's country among the states met or visited; states that the remark itself
                names beside it are not held against the reading
    kind        meeting, visit, summit, ceremony by the remark's own verb; that the traveller was
                also visiting is never wrong, and a meeting may be called a summit where the remark
                names a third state (the codebook: three or more states)
    person      whom the remark names after "met with", "audience with", "discussed ... with"
    start, end  of the engagement that the remark's first clause reports, against the trip's

All telling trips are read; nothing is sampled.
"""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from documents import read_text
from remarks import Told, clauses, predicate, states_meant, told
from tally import BENCHMARKS, Tally, print_scored

from communique.knowledge.states.forms import scan, state_of
from communique.knowledge.states.table import load_states
from communique.model import Account, Reading

TRAVELS = BENCHMARKS / "us-travels"
TITLES = {"president": "President", "secretary": "Secretary of State"}
MODERN = 1990


@dataclass(frozen=True, slots=True)
class Trip:
    """One row of the table; ``start`` and ``end`` are ISO days."""

    id: str
    role: str
    name: str
    start: str
    end: str
    country: str
    locale: str
    remark: str


def trips(folder: Path = TRAVELS) -> Iterator[Trip]:
    """Every trip of the table with whole dates, files and rows in their order."""
    for path in sorted(folder.glob("*/*.xml")):
        for row in ET.parse(path).getroot():
            cells = {cell.tag: " ".join((cell.text or "").split()) for cell in row}
            start, end = cells.get("start-date", ""), cells.get("end-date", "")
            if len(start) == len(end) == 10:
                name = re.sub(r"\s*\([^)]*\)", "", cells["name"])
                yield Trip(
                    cells["id"], cells["role"], name, start, end,
                    cells["country"], cells.get("locale", ""), cells.get("remarks", ""),
                )  # fmt: skip


def text_of(trip: Trip) -> str | None:
    """The remark as sentences about the traveller, None where it holds nothing to tell."""
    predicates = [p for p in map(predicate, clauses(trip.remark)) if p is not None]
    if not predicates:
        return None
    title = TITLES[trip.role]
    city = re.sub(r"\s*\([^)]*\)", "", trip.locale.split(",")[0]).strip()
    days = days_in_words(date.fromisoformat(trip.start), date.fromisoformat(trip.end))
    first, *rest = predicates
    if first.endswith(" to"):
        first = f"{first} {city}" if city else first.removesuffix(" to")
        opening = days
    else:
        opening = f"in {city} {days}" if city else days
    opening = opening[0].upper() + opening[1:]
    short = f"{title.split()[0]} {trip.name.split()[-1]}"
    sentences = [f"{opening}, U.S. {title} {trip.name} {first}."]
    for clause in rest:
        told_again = f"{clause} {city}" if clause.endswith(" to") else clause
        sentences.append(f"{short} {told_again}.")
    return " ".join(sentences)


def days_in_words(start: date, end: date) -> str:
    """``on February 10, 1989`` or ``from April 29 to May 2, 1989``."""
    last = f"{end:%B} {end.day}, {end.year}"
    if start == end:
        return f"on {last}"
    first = f"{start:%B} {start.day}"
    if start.year != end.year:
        return f"from {first}, {start.year} to {last}"
    return f"from {first} to {last if start.month != end.month else f'{end.day}, {end.year}'}"


def country_codes(trip: Trip) -> frozenset[str]:
    """The codes that are right for the trip's country: its own and its successor's.

    The table puts formal names behind a comma ("Korea, Republic of") and explains others in
    brackets. A territory counts with the state it is part of.
    """
    name = trip.country.replace("’", "'")
    inside = re.findall(r"\(([^)]*)\)", name)
    plain = re.sub(r"\s*\([^)]*\)", "", name)
    head, _, tail = plain.partition(", ")
    turned = f"{tail} {head}" if tail else head
    found = {code for form in (turned, plain, *inside) if (code := state_of(form)) is not None}
    found |= {code for span in scan(trip.locale) for code in _codes(span.form.candidates)
              if load_states()[code].part_of in found}  # fmt: skip
    related = {load_states()[code].part_of for code in found if code in load_states()}
    return frozenset(found | {code for code in related if code is not None})


def _codes(candidates: object) -> set[str]:
    ids = {candidate.id for candidate in candidates}  # type: ignore[attr-defined]
    return ids & set(load_states())


def named_states(text: str) -> frozenset[str]:
    """The codes of all states that a text names, in any reading."""
    return frozenset(code for span in scan(text) for code in _codes(span.form.candidates))


def folded(name: str) -> frozenset[str]:
    """The words of a name in small letters without marks."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return frozenset(re.findall(r"\w+", letters))


def same_name(one: str, other: str) -> bool:
    """Whether one name's words lie inside the other's, as in the shared scorer."""
    a, b = folded(one), folded(other)
    return bool(a and b) and (a <= b or b <= a)


def score_trip(tally: Tally, trip: Trip, expected: Told, reading: Reading) -> None:
    """Count one trip's reading under its period."""
    period = "from 1990" if int(trip.start[:4]) >= MODERN else "to 1989"
    where = f"{trip.id} {reading.document.text[:180]}"
    _score_state(tally, f"{period}: state", where, trip, reading)
    _score_kind(tally, f"{period}: kind", where, trip, expected, reading)
    _score_persons(tally, f"{period}: person", where, trip, expected, reading)
    first = _first(reading)
    if first is None or re.search(r"\b\d{1,2}\b", trip.remark) is None:
        tally.value(f"{period}: start", where, trip.start, first.start if first else None)
        tally.value(f"{period}: end", where, trip.end, first.end if first else None)


def _first(reading: Reading) -> Account | None:
    """The account whose words stand first on the page."""
    placed = [(span.start, a) for a in reading.accounts for span in a.evidence.kind[:1]]
    return min(placed, key=lambda pair: pair[0])[1] if placed else None


def _score_state(tally: Tally, measure: str, where: str, trip: Trip, reading: Reading) -> None:
    right = country_codes(trip)
    got = {p.state for a in reading.accounts for p in a.parties if p.state}
    got |= {a.place.state for a in reading.accounts if a.place and a.place.state}
    beside = named_states(trip.remark) | states_meant(trip.remark) | {"USA"}
    label = "/".join(sorted(right)) or trip.country
    extra = got - right - beside
    tally.sets(measure, where, {label}, ({label} if got & right else set()) | extra)


def _score_kind(
    tally: Tally, measure: str, where: str, trip: Trip, expected: Told, reading: Reading
) -> None:
    got = {account.kind.value for account in reading.accounts}
    allowed = {"visit"}
    if named_states(trip.remark) - country_codes(trip) - {"USA"}:
        allowed.add("summit")
    wanted = {"/".join(sorted(kinds)): kinds for kinds in expected.kinds}
    hit = {
        label
        for label, kinds in wanted.items()
        if kinds & got or ("meeting" in kinds and allowed & got >= {"summit"})
    }
    extra = got - allowed - {kind for kinds in wanted.values() for kind in kinds}
    tally.sets(measure, where, wanted, hit | extra)


def _score_persons(
    tally: Tally, measure: str, where: str, trip: Trip, expected: Told, reading: Reading
) -> None:
    got = {p.person for a in reading.accounts for p in a.parties if p.person}
    others = {name for name in got if not same_name(name, trip.name)}
    hit = {name for name in expected.met if any(same_name(name, other) for other in others)}
    extra = {n for n in others if not any(same_name(n, known) for known in expected.named)}
    tally.sets(measure, where, expected.met, hit | extra)


def score() -> Tally:
    """Read and count every telling trip."""
    tally = Tally()
    for trip in trips():
        expected = told(trip.remark)
        text = text_of(trip)
        if expected.kinds and text is not None:
            score_trip(tally, trip, expected, read_text(trip.id, text, published=trip.end))
    return tally


if __name__ == "__main__":
    print_scored(__doc__, TRAVELS, score)
