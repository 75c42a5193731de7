"""Refreshing the table of leaders from Wikidata, or from any endpoint that answers like it.

``refresh`` asks for the holders of heads of state, of government and of foreign ministries since
2000, checks each row, and writes those that tell more than the shipped table to the user's own
table, which reading lays over the shipped one. Rows there that came from elsewhere are kept.
"""

from __future__ import annotations

import csv
import json
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import sleep as wait
from typing import Any

from communique.exchange.sparql import FetchError, Limits, fetch
from communique.knowledge.leaders import (
    COLUMNS,
    Tenure,
    dated_as,
    first_day,
    forget,
    last_day,
    matched,
    parse_rows,
    row_of,
    shipped_tenures,
    user_table,
)
from communique.knowledge.states import load_states

ENDPOINT = "https://query.wikidata.org/sparql"
SOURCE = "wikidata"
FIRST_YEAR = 2000

# Which posts: the one a state names as its head's (P1906), its government's head's (P1313), and
# those that are a foreign minister's (Q7330070) with the state as their jurisdiction or country.
_POSTS = {
    "head_of_state": "?state wdt:P1906 ?office .",
    "head_of_government": "?state wdt:P1313 ?office .",
    "foreign_minister": (
        "?office wdt:P279*/wdt:P31?/wdt:P279* wd:Q7330070 ; wdt:P1001|wdt:P17 ?state ."
    ),
}
_QUERY = """SELECT ?person ?personLabel ?familyLabel ?genderLabel ?code ?officeLabel
       ?start ?startPrecision ?end ?endPrecision WHERE {
  %(post)s
  ?state wdt:P298 ?code .
  ?person p:P39 ?holding .
  ?holding ps:P39 ?office ; pqv:P580 ?from .
  ?from wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision .
  MINUS { ?holding wikibase:rank wikibase:DeprecatedRank }
  OPTIONAL { ?holding pqv:P582 ?to .
             ?to wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision . }
  OPTIONAL { ?person wdt:P21 ?gender }
  OPTIONAL { ?person wdt:P734 ?family }
  FILTER(!BOUND(?end) || YEAR(?end) >= %(year)d)
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en,mul" }
}"""
_LENGTHS = {"9": 4, "10": 7, "11": 10}
_LONGEST_YEARS = 75
_GENDERS = {"male": "m", "female": "f", "trans woman": "f", "trans man": "m"}
# Where the family name stands first in the usual Latin spelling.
_FAMILY_FIRST = frozenset({"CHN", "KHM", "KOR", "PRK", "TWN", "VNM"})


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """What a refresh did: where it wrote, and how many rows were what."""

    path: Path
    read: int
    new: int
    changed: int
    kept: int
    refused: Mapping[str, int]

    def __str__(self) -> str:
        refused = "".join(f", {count} left out: {why}" for why, count in self.refused.items())
        return (
            f"{self.path}: {self.read} tenures read, {self.new} new, {self.changed} changed, "
            f"{self.kept} of your own kept{refused}"
        )


def build_query(office_kind: str, since: int = FIRST_YEAR) -> str:
    """Return the SPARQL query for holders of one kind of office whose tenure reaches ``since``."""
    return _QUERY % {"post": _POSTS[office_kind], "year": since}


def refresh(
    endpoint: str = ENDPOINT,
    out: Path | None = None,
    *,
    limits: Limits | None = None,
    sleep: Callable[[float], None] = wait,
) -> RefreshReport:
    """Ask ``endpoint`` for office-holders and write what is new to ``out``.

    ``out`` is the user's own table where not given. Raises ``sparql.FetchError`` where the
    endpoint does not answer as it should, ValueError where the table at ``out`` is no such
    table; the table is then as it was.
    """
    path = out or user_table()
    own = _own_rows(path)
    read: list[Tenure] = []
    refused: Counter[str] = Counter()
    for kind in _POSTS:
        answer = fetch(endpoint, build_query(kind), limits or Limits(), sleep)
        for row in bindings_of(answer, endpoint):
            tenure = tenure_of(row, kind)
            if isinstance(tenure, str):
                refused[tenure] += 1
            else:
                read.append(tenure)
    found = closed(merged_kinds(read))
    kept = [row for row in own if row.source != SOURCE]
    new, changed = telling_more(found)
    _write(path, [*kept, *new, *changed])
    forget()
    return RefreshReport(path, len(found), len(new), len(changed), len(kept), dict(refused))


def bindings_of(answer: bytes, endpoint: str) -> list[dict[str, Any]]:
    """Return the result rows of an answer in SPARQL JSON; ``endpoint`` is for the error message.

    Raises ``sparql.FetchError`` where it is something else.
    """
    try:
        rows = json.loads(answer)["results"]["bindings"]
    except (ValueError, KeyError, TypeError) as error:
        raise FetchError(f"{endpoint}: the answer is no SPARQL result in JSON") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise FetchError(f"{endpoint}: the answer is no SPARQL result in JSON")
    return rows


def tenure_of(row: Mapping[str, Any], office_kind: str) -> Tenure | str:
    """Return the tenure that a result row tells of, or the reason why it tells of none."""
    cell = {key: str(value.get("value", "")).strip() for key, value in row.items()
            if isinstance(value, dict)}  # fmt: skip
    name, state = cell.get("personLabel", "").replace(";", ","), cell.get("code", "")
    if not name or _is_item(name) or not any(c.isalpha() for c in name):
        return "no name in English"
    if state not in load_states():
        return "no state of the table"
    start = _iso(cell, "start")
    if start is None:
        return "no usable start"
    end = _iso(cell, "end")
    if end and last_day(end) < first_day(start):
        return "ends before it starts"
    if int((end or start)[:4]) - int(start[:4]) > _LONGEST_YEARS or int(start[:4]) < 1900:
        return "longer than a life in office"
    family = _family(cell.get("familyLabel", ""), name, state)
    return Tenure(
        name, (), state, None, _office(cell.get("officeLabel", ""), office_kind), (office_kind,),
        start, end, "stated", _GENDERS.get(cell.get("genderLabel", ""), "unknown"), family,
        (family,) if family else (), SOURCE, "",
    )  # fmt: skip


def _is_item(label: str) -> bool:
    return label[:1] == "Q" and label[1:].isdigit()


def _iso(cell: Mapping[str, str], key: str) -> str | None:
    length = _LENGTHS.get(cell.get(key + "Precision", "11"))
    text = cell.get(key, "").removeprefix("+")
    if length is None or len(text) < 10 or text.startswith("-"):
        return None
    try:
        first_day(text[:length])
    except ValueError:
        return None
    return text[:length]


def _family(label: str, name: str, state: str) -> str:
    if label and label in name:
        return label
    words = name.split()
    return words[0] if state in _FAMILY_FIRST else words[-1]


def _office(label: str, office_kind: str) -> str:
    if not label or _is_item(label):
        return office_kind.replace("_", " ").capitalize()
    if "Minister" in label.split() and not label.startswith("Prime Minister"):
        return label
    title = label if label.startswith("Secretary") else label.partition(" of ")[0]
    return title[:1].upper() + title[1:]


def merged_kinds(rows: Sequence[Tenure]) -> list[Tenure]:
    """Return ``rows`` with one row for one person and start, whatever kinds of office it is."""
    found: dict[tuple[str, str, str], Tenure] = {}
    for row in rows:
        key = (row.place, row.person, row.start)
        known = found.get(key)
        if known is None:
            found[key] = row
            continue
        kinds = dict.fromkeys((*known.office_kinds, *row.office_kinds))
        found[key] = replace(known, office_kinds=tuple(kinds), end=known.end or row.end)
    return list(found.values())


def closed(rows: Sequence[Tenure]) -> list[Tenure]:
    """Return ``rows`` with an end for holders whom nobody gave one though others followed."""
    starts: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        for kind in row.office_kinds:
            starts.setdefault((row.place, kind), []).append(row.start)
    done = []
    for row in rows:
        later = [s for kind in row.office_kinds for s in starts[row.place, kind] if s > row.start]
        if row.end is None and later:
            note = "end not given: when the next came in"
            done.append(replace(row, end=min(later), dated="end_seen", note=note))
        else:
            done.append(row)
    return done


def telling_more(found: Sequence[Tenure]) -> tuple[list[Tenure], list[Tenure]]:
    """Return the rows that the shipped table lacks, and those that change its dates."""
    shipped = shipped_tenures()
    new, changed = [], []
    for number, row in matched(shipped, found):
        if number is None:
            new.append(row)
            continue
        base = shipped[number]
        if row.dated == "end_seen" and base.end is not None:
            continue
        better = dated_as(base, row)
        if (better.start, better.end) != (base.start, base.end):
            changed.append(row)
    return new, changed


def _own_rows(path: Path) -> tuple[Tenure, ...]:
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as lines:
        return parse_rows(lines, str(path))


def _write(path: Path, rows: Sequence[Tenure]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=".leaders-", suffix=".csv")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(_ordered(rows))
        Path(scratch).replace(path)
    except BaseException:
        Path(scratch).unlink(missing_ok=True)
        raise


def _ordered(rows: Sequence[Tenure]) -> Iterator[list[str]]:
    for row in sorted(rows, key=lambda t: (t.place, t.office_kinds, t.start, t.person)):
        yield row_of(row)
