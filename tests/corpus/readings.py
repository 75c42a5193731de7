"""Labelled pages: each page stands beside a reading of it in TOML, written by hand.

``python tests/corpus/readings.py FOLDER`` names what is wrong in the readings of a folder;
``--json`` prints them as one object in the form that ``../shared/tools/score.py`` takes.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.knowledge.states.table import load_states
from communique.model import (
    Act,
    CommitmentKind,
    CommitmentStateKind,
    DateBasis,
    Kind,
    Medium,
    MessageKind,
    Role,
    Status,
    VisitType,
)

Json = dict[str, Any]

TOPICS = set(
    "defence security economy trade investment finance energy oil_gas nuclear_energy "
    "science_technology digital space education culture tourism people_to_people sport health "
    "agriculture fisheries transport infrastructure environment labour migration justice "
    "humanitarian counter_terrorism maritime arms_control conflict human_rights elections "
    "regional_affairs multilateral".split()
)
# A table's name in a reading, and the key it has in the scorer's form.
TABLES = {
    "engagement": "engagements",
    "message": "messages",
    "invitation": "invitations",
    "commitment": "commitments",
    "statement": "statements",
    "person": "people",
    "relation": "relation",
}
# Per table: the fields it may have, and those it must have.
FIELDS = {
    "engagement": (
        "kind status main start end date_basis place visit_type topics what parties".split(),
        "kind status main parties".split(),
    ),
    "message": ("kind medium from to via occasion".split(), "kind from to".split()),
    "invitation": ("by to via what due states".split(), "by to".split()),
    "commitment": ("kind by to what due".split(), "kind by what".split()),
    "statement": ("speaker addressee act about topics".split(), "speaker act about".split()),
    "person": ("person state office deceased also_called".split(), ["person"]),
    "relation": ("states level".split(), ["states"]),
}
KINDS: dict[str, set[str]] = {
    "engagement": set(Kind),
    "message": set(MessageKind),
    "commitment": set(CommitmentKind),
}
PARTY = "person state organization office role".split()
HEAD = "published language title byline event chrome note".split()
WORDS: dict[str, set[str]] = {
    "status": set(Status),
    "visit_type": set(VisitType),
    "date_basis": set(DateBasis),
    "medium": set(Medium),
    "act": set(Act),
    "role": set(Role),
}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")
NONE = "none"  # "the page gives no date", which is scored; a field left out is not


def load(path: Path) -> Json:
    """Return one reading in the scorer's form; raises ``tomllib.TOMLDecodeError``."""
    written = tomllib.loads(path.read_text("utf-8"))
    reading: Json = {key: written[key] for key in HEAD if key in written}
    reading["text_must_not_contain"] = reading.pop("chrome", [])
    if reading.get("published") == NONE:
        reading["published"] = None
    for table, key in TABLES.items():
        reading[key] = [_plain(row) for row in written.get(table, [])]
    if not reading["people"]:
        del reading["people"]
    return reading


def _plain(row: Json) -> Json:
    return {key: None if value == NONE else value for key, value in row.items()}


def load_folder(folder: Path) -> Json:
    """Return every reading of a folder by its page's file name, as the scorer takes them."""
    return {"documents": {page.name: load(page.with_suffix(".toml")) for page in pages_in(folder)}}


def pages_in(folder: Path) -> list[Path]:
    """Return the pages of a folder that have a reading beside them."""
    pages = sorted(one for one in folder.iterdir() if one.suffix in (".txt", ".html"))
    return [one for one in pages if one.with_suffix(".toml").exists()]


def faults(path: Path) -> Iterator[str]:
    """Yield what is wrong in one reading."""
    try:
        written = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        yield f"not TOML: {error}"
        return
    unknown = set(written) - set(HEAD) - set(TABLES)
    yield from (f"unknown key {key!r}" for key in sorted(unknown))
    if "published" not in written or "event" not in written:
        yield "'published' (a date or 'none') and 'event' have to be there"
    if not any(path.with_suffix(end).exists() for end in (".txt", ".html")):
        yield "no page beside it"
    for table in TABLES:
        for place, row in enumerate(written.get(table, []), 1):
            yield from (f"{table} {place}: {fault}" for fault in _row_faults(table, row))


def _row_faults(table: str, row: Json) -> Iterator[str]:
    may, must = FIELDS[table]
    yield from (f"unknown field {key!r}" for key in row if key not in may)
    yield from (f"{key!r} is missing" for key in must if key not in row)
    kinds = KINDS.get(table, set())
    for field, words in {**WORDS, "kind": kinds}.items():
        if field in row and row[field] not in words:
            yield f"{field} {row[field]!r} is no word of the codebook"
    yield from (f"topic {one!r}" for one in row.get("topics", []) if one not in TOPICS)
    for field in ("start", "end"):
        if field in row and row[field] != NONE and not DATE.match(row[field]):
            yield f"{field} {row[field]!r} is no date"
    if table == "invitation":
        steps = set(CommitmentStateKind)
        yield from (f"state {one!r}" for one in row.get("states", []) if one not in steps)
    else:
        yield from (f"state {code!r}" for code in _codes(row) if code not in load_states())
    for party in row.get("parties", []):
        yield from _party_faults(party)


def _party_faults(party: Json) -> Iterator[str]:
    yield from (f"unknown field {key!r} of a party" for key in party if key not in PARTY)
    if not any(party.get(key) for key in ("person", "state", "organization")):
        yield "a party without a person, state or organization"
    if party.get("role") not in WORDS["role"]:
        yield f"role {party.get('role')!r} is no word of the codebook"
    if party.get("state") and party["state"] not in load_states():
        yield f"state {party['state']!r}"


def _codes(row: Json) -> list[str]:
    return [row["state"]] if row.get("state") else row.get("states", [])


def main() -> int:
    """Check the readings of a folder, or print them as the scorer takes them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    if asked.json:
        print(json.dumps(load_folder(asked.folder), ensure_ascii=False))
        return 0
    wrong = 0
    for path in sorted(asked.folder.glob("*.toml")):
        for fault in faults(path):
            wrong += 1
            print(f"{path.name}: {fault}")
    print(f"{len(pages_in(asked.folder))} labelled pages, {wrong} faults", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
