"""Foreign ministers from two public snapshots, for states that the hand-kept rows leave out.

Wikidata, as collected in github.com/every-politician-scrapers/world (CC0), gives those in office
at the turn of 2022 to 2023 with the day they came in; the CIA's list of chiefs of state and
cabinet members, as collected in github.com/WilliamRADFunk/cia-world-leaders (public domain),
those of spring 2019 without dates.
"""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

from communique.knowledge.states import load_states, state_of

WIKIDATA_SEEN = "2022-12"
CIA_SEEN = "2019-03"
# The list still named ministers who had left long before.
CIA_STALE = {"KIR", "LBR", "SOM", "SVN"}
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_RANKS = re.compile(r"^(?:Dr\. |Sheikh |Prince |Archbishop |Sir |Dame )+|, (?:Sr|Jr)\.$")
_TITLE = re.compile(r"(?:Foreign|External) (?:Affairs|Relations)|International Relations")
_NOT_MINISTER = re.compile(
    r"(?i)deputy|delegate|state min|minister of state|vice|under|secretary of state|assistant|"
    r"parliamentary"
)


def _show(clone: Path, path: str) -> bytes:
    command = ["git", "-C", str(clone), "show", f"HEAD:{path}"]
    return subprocess.run(command, capture_output=True, check=True).stdout


def _sovereign(label: str) -> str | None:
    code = state_of(label)
    state = load_states().get(code) if code else None
    recognised = state and state.status in {"member", "observer"}
    return code if recognised or code in {"XKX", "TWN"} else None


def of_wikidata(clone: Path) -> Iterator[tuple[str, str, str]]:
    """Yield state, name and start of the ministers in office when the collection ended."""
    text = _show(clone, "sources/foreign/wikidata.csv").decode()
    for row in csv.DictReader(io.StringIO(text)):
        label = row["countryLabel"]
        state = _sovereign(label) or _sovereign(label.removeprefix("Republic of "))
        if state and row["name"] and row["start"]:
            yield state, _RANKS.sub("", row["name"]), row["start"]


def of_cia(clone: Path) -> Iterator[tuple[str, str]]:
    """Yield state and name, as the list prints it, of the foreign ministers of spring 2019."""
    packed = zipfile.ZipFile(io.BytesIO(_show(clone, "dist/json/json.zip")))
    for office in json.loads(packed.read("dist/json/government-offices.json")).values():
        title = str(next(iter(office["datatypeProperties"].values()), ""))
        if not _TITLE.search(title) or _NOT_MINISTER.search(title):
            continue
        parts = [item for part in office["objectProperties"] for item in part.items()]
        labels = {key.rsplit("#", 1)[-1]: value[_LABEL] for key, value in parts}
        state = _sovereign(labels.get("hasCountry", ""))
        if state and state not in CIA_STALE and (name := labels.get("hasGovernmentOfficial")):
            yield state, name
