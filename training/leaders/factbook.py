"""Observations from the World Factbook (a work of the US government, public domain).

Two public collections of it are read, both as git clones given by path: yearly editions
(github.com/MilkMp/CIA-World-Factbooks-Archive-1990-2025) for 2000 to 2020, and the weekly history
(github.com/factbook/factbook.json) from 2014 on.
"""

from __future__ import annotations

import calendar
import csv
import gzip
import html
import io
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from spells import Observation

MONTHS = {
    name: number
    for number, full in enumerate(calendar.month_name)
    if full
    for name in (full, full[:3])
} | {"Sept": 9}
SOVEREIGN = {"sovereign", "disputed", "freely_associated"}
# Codes that the archive's list lacks, has twice, or keeps under another heading.
EXTRA_CODES = {"kv": "XKX", "tw": "TWN", "vt": "VAT", "we": "PSE", "gz": "PSE", "ri": "SRB",
               "rb": "SRB", "od": "SSD", "mj": "MNE", "tt": "TLS"}  # fmt: skip

_DEPUTY = re.compile(
    r"(?i)^(?:and )?(?:the )?(?:also )?(?:acting )?(?:first|second|third|fourth|fifth|sixth|"
    r"other|co-|executive|permanent|senior|under|assistant|transitional)?[- ]*"
    r"(?:vice|deputy|deputies|depurty|state minister)\b"
)
_NOT_IN_OFFICE = re.compile(
    r"(?i)\bvice[- ]president|deputy (?:prime|pres|chair)|-elect\b|-designate\b|chief of staff"
)
_PREFIX = (
    r"(?:(?:Acting|Interim|Transitional|Transition|Caretaker|Provisional|Executive|Paramount|"
    r"Supreme|Grand|Federal|State|Senior|Sovereign|Revolutionary|French|Spanish|and|the|or|"
    r"represented by) )*"
)
_TITLES = sorted(
    (
        "President and Prime Minister", "President of the Swiss Confederation",
        "President of the Presidency", "Chairman of the Presidency",
        "President of the State Affairs Commission", "State Affairs Commission President",
        "President of the Government of Spain", "President of the Government",
        "Government President", "Council President", "Council of Ministers President",
        "Chairman of the Council of Ministers", "President of the Council of Ministers",
        "President of the Islamic Republic of Afghanistan", "President of the Republic",
        "President of the Transition", "Prime Minister", "President", "King and Prime Minister",
        "King", "Queen", "Sultan and Prime Minister", "Sultan", "Amir", "Emir", "Chancellor",
        "Taoiseach", "Premier of the State Council", "Premier", "Minister of State",
        "Governor General", "Governor-General", "Governor", "Emperor", "Grand Duke", "Prince",
        "Pope", "Supreme Leader", "Leader", "Secretary of State for Foreign and Political Affairs",
        "Secretary of State", "Chief Executive", "Chief Minister", "Chairman", "Chairperson",
        "Co-prince", "Coprince", "O le Ao o le Malo", "Captain Regent", "Paramount Ruler",
        "Sovereign Council Chair", "General Secretary", "Head of Government",
    ),
    key=len,
    reverse=True,
)  # fmt: skip
_TITLED = re.compile(
    rf"^(?P<title>{_PREFIX}(?:{'|'.join(map(re.escape, _TITLES))}))"
    r"(?:,? (?:of (?:the )?[A-Z][\w ]+?|State Administration Council|Presidential Council|"
    r"State Peace and Development Council|National Defense Commission))?,?\s+(?P<name>\S.+)$"
)
_SINCE = re.compile(r"\(((?:[a-z -]+ )?since[^)]*|\d{1,2} [A-Z][a-z]+ \d{4}[^)]*)\)")


def _git(repository: Path, *arguments: str) -> bytes:
    return subprocess.run(
        ["git", "-C", str(repository), *arguments], capture_output=True, check=True
    ).stdout


def parse_date(text: str) -> str | None:
    """Return the first date in ``text`` in ISO form, as precise as it is."""
    if (m := re.search(r"(\d{1,2})\s+([A-Z][a-z]+)\.?,?\s+(\d{4})", text)) and m[2] in MONTHS:
        return f"{m[3]}-{MONTHS[m[2]]:02d}-{int(m[1]):02d}"
    if (m := re.search(r"([A-Z][a-z]+)\s+(\d{4})", text)) and m[1] in MONTHS:
        return f"{m[2]}-{MONTHS[m[1]]:02d}"
    return m[0] if (m := re.search(r"\b\d{4}\b", text)) else None


def holders(text: str) -> Iterator[tuple[str, str, str | None]]:
    """Yield title, name and start date of the holders a field of the Factbook names."""
    text = html.unescape(re.sub(r"<[^>]+>", " ", text)).replace("\xa0", " ").replace("’", "'")
    text = re.sub(r"\s+", " ", text).strip()
    head, *notes = re.split(r"(?:;|\)|^|\.)\s*\(?note\s*\d?\s*[-:–]", text)
    if notes and head.count("(") > head.count(")"):
        head += ")"
    last = 0
    for found in _SINCE.finditer(head):
        before = head[last : found.start()].split(";")[-1].strip(" ,")
        last = found.end()
        if parted := _part(before):
            yield *parted, parse_date(found[1])


def _part(text: str) -> tuple[str, str] | None:
    text = re.split(r"head of (?:government|state):\s*", text)[-1].strip()
    text = re.sub(r"\[(\w+)\]", r"\1", text).replace("Co-Prince", "Co-prince")
    text = re.sub(r"^(Interim Iraqi Government \(IG\)|Iraqi Transitional Government \(ITG\)|"
                  r"Taliban|transitional|Notification|in exile)\s+", "", text)  # fmt: skip
    text = re.sub(r"\s+", " ", re.sub(r"\s*\([^)]*\)", " ", text)).strip(" ,")
    if _DEPUTY.match(text) or _NOT_IN_OFFICE.search(text):
        return None
    text = re.sub(r"^(president|prime minister|Prime minister|chancellor|premier|head)\b",
                  lambda m: m[0].title(), text)  # fmt: skip
    found = _TITLED.match(text)
    if found is None or len(found["name"].split()) > 9:
        return None
    return found["title"], found["name"].strip(" ,")


def _archive_texts(archive: Path) -> Iterator[tuple[str, str, str, str]]:
    iso = {
        row["ISOAlpha2"]: row["ISOAlpha3"]
        for row in csv.DictReader(io.StringIO(
            _git(archive, "show", "HEAD:data/CountryISO_Codes.csv").decode()))
    }  # fmt: skip
    master = {
        m[1]: EXTRA_CODES.get(m[2].lower()) or (iso.get(m[3]) if m[4] in SOVEREIGN else None)
        for m in re.finditer(
            r"\((\d+), N'([A-Z0-9]+)', N'(?:[^']|'')*', (?:N'(\w+)'|NULL), N'(\w+)'",
            _git(archive, "show", "HEAD:data/master_countries.sql").decode())
    }  # fmt: skip
    listing = _git(archive, "show", "HEAD:data/reference_tables/countries.csv").decode()
    country = {
        row["CountryID"]: master.get(row["MasterCountryID"] or "")
        for row in csv.DictReader(io.StringIO(listing))
    }
    for year in range(2000, 2021):
        packed = _git(archive, "show", f"HEAD:data/fields/country_fields_{year}.sql.gz")
        for m in re.finditer(
            r"\(\d+, \d+, (\d+), N'Executive branch', N'((?:[^']|'')*)'\)",
            gzip.decompress(packed).decode(),
        ):
            if state := country.get(m[1]):
                yield from _fields(state, f"{year}-01-01", m[2].replace("''", "'"))


def _fields(state: str, day: str, text: str) -> Iterator[tuple[str, str, str, str]]:
    stop = r"(?=cabinet:|elections?(?:/appointments)?:|$)"
    if m := re.search(rf"chief of state:?\s*(.*?)(?=head of government|{stop[3:]}", text, re.S):
        yield state, "S", day, m[1]
    if m := re.search(rf"head of government:?\s*(.*?){stop}", text, re.S):
        yield state, "G", day, m[1]


def _weekly_texts(weekly: Path, codes: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    log = _git(weekly, "log", "--reverse", "--format=C %cs", "--raw", "--no-abbrev", "--no-renames")
    day, wanted = "", []
    for line in log.decode().splitlines():
        if line.startswith("C "):
            day = line[2:]
        elif line.startswith(":"):
            meta, path = line.split("\t", 1)
            state = codes.get(Path(path).stem)
            if state and path.endswith(".json"):
                wanted.append((day, state, meta.split()[3]))
    blobs = subprocess.run(
        ["git", "-C", str(weekly), "cat-file", "--batch"],
        input="\n".join(sha for *_, sha in wanted).encode(), capture_output=True, check=True,
    ).stdout  # fmt: skip
    seen: dict[str, str] = {}
    for (day, state, _), page in zip(wanted, _unpack(blobs), strict=True):
        branch = ((page or {}).get("Government") or {}).get("Executive branch")
        key = json.dumps(branch, sort_keys=True)
        if not isinstance(branch, dict) or seen.get(state) == key:
            continue
        seen[state] = key
        for field, kind in (("chief of state", "S"), ("head of government", "G")):
            text = branch.get(field)
            text = text.get("text") if isinstance(text, dict) else text
            if text:
                yield state, kind, day, text


def _unpack(blobs: bytes) -> Iterator[dict[str, object] | None]:
    at = 0
    while at < len(blobs):
        end = blobs.index(b"\n", at)
        head = blobs[at:end].split()
        at = end + 1
        if head[1] == b"missing":
            yield None
            continue
        size = int(head[2])
        try:
            yield json.loads(blobs[at : at + size])
        except ValueError:
            yield None
        at += size + 1


def observations(archive: Path, weekly: Path) -> Iterator[Observation]:
    """Yield what both collections say of heads of state (S), of government (G), governors (V)."""
    pairs = re.finditer(
        r"N'([A-Z0-9]+)', N'(?:[^']|'')*', N'(\w+)', N'(\w+)'",
        _git(archive, "show", "HEAD:data/master_countries.sql").decode(),
    )
    iso = {row["ISOAlpha2"]: row["ISOAlpha3"] for row in csv.DictReader(io.StringIO(
        _git(archive, "show", "HEAD:data/CountryISO_Codes.csv").decode()))}  # fmt: skip
    codes = {m[1].lower(): iso[m[2]] for m in pairs if m[3] in SOVEREIGN and m[2] in iso}
    texts = [*_archive_texts(archive), *_weekly_texts(weekly, codes | EXTRA_CODES)]
    for state, kind, day, text in texts:
        for title, name, since in holders(text):
            post = "V" if "overnor" in title else kind
            if "French" in title or (post == "S" and name in ("ELIZABETH II", "CHARLES III")
                                     and state != "GBR"):  # fmt: skip
                continue
            yield Observation(state, post, day, since, title, name)
