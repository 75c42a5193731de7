"""Who held which office when: heads of state, government and diplomacy since 1990.

The shipped table is ``leaders/leaders.csv``; where each row comes from stands in
``leaders/SOURCES.md``, what each column means in ``leaders/schema.json``. A table of the user's
own, found through ``$COMMUNIQUE_LEADERS`` or in the configuration folder, is laid over it row by
row. Reading a page never depends on any of them: they add names, spellings and dates to what the
page says.
"""

from __future__ import annotations

import calendar
import csv
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from communique.knowledge.folding import fold
from communique.knowledge.tables import split_list

COLUMNS = (
    "person", "spellings", "state", "organization", "office", "office_kind", "start", "end",
    "dated", "gender", "family_name", "short_forms", "source", "note",
)  # fmt: skip
OFFICE_KINDS = frozenset(
    {
        "head_of_state", "head_of_government", "foreign_minister", "party_leader", "heir",
        "governor_general", "head_of_organization",
    }
)  # fmt: skip
# Who serves or stands beside those who lead: known by full name, never by surname alone.
SERVING_KINDS = frozenset(
    {
        "deputy", "minister", "official", "diplomat", "military", "spokesperson", "legislator",
        "royal",
    }
)  # fmt: skip
ENVIRONMENT = "COMMUNIQUE_LEADERS"
# A source that was looked at from time to time misses what came before and after.
_SLACK_OF_SEEN = 330
_CALENDAR = frozenset((*calendar.day_name, *calendar.month_name))


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office over an interval.

    ``state`` is an alpha-3 code, or None where ``organization`` names an organisation's id.
    ``start`` and ``end`` are ISO dates as precise as known ("2024", "2024-08", "2024-08-03");
    ``end`` is None for who is in office as far as the table goes. ``dated`` is "stated" where a
    source gives the dates, "end_seen" where the end is only when a source last named the holder,
    "seen" where the start is so too. ``gender`` is "f", "m" or "unknown".
    """

    person: str
    spellings: tuple[str, ...]
    state: str | None
    organization: str | None
    office: str
    office_kinds: tuple[str, ...]
    start: str
    end: str | None
    dated: str
    gender: str
    family_name: str
    short_forms: tuple[str, ...]
    source: str
    note: str

    @property
    def place(self) -> str:
        """The code of the state, else the id of the organisation."""
        return self.state or self.organization or ""

    @property
    def names(self) -> tuple[str, ...]:
        """The full name and its other spellings."""
        return (self.person, *self.spellings)

    def covers(self, day: date) -> bool:
        """Tell whether ``day`` can lie in the tenure, given how precise its dates are."""
        before = _SLACK_OF_SEEN if self.dated == "seen" else 0
        number = day.toordinal()
        if number < first_day(self.start).toordinal() - before:
            return False
        after = _SLACK_OF_SEEN if self.dated != "stated" else 0
        return self.end is None or number <= last_day(self.end).toordinal() + after


def first_day(iso: str) -> date:
    """Return the first day that an ISO date of any precision can mean."""
    year, month, day = (*(int(part) for part in iso.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(iso: str) -> date:
    """Return the last day that an ISO date of any precision can mean."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = (parts[0], 12) if len(parts) == 1 else (parts[0], parts[1])
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def user_table() -> Path:
    """Return where the user's own table lies, or would lie: nothing is created."""
    if named := os.environ.get(ENVIRONMENT):
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("APPDATA") or str(Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Application Support")
    else:
        base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "communique" / "leaders.csv"


def parse_rows(lines: Iterable[str], name: str) -> tuple[Tenure, ...]:
    """Return the tenures of a table given as CSV lines; ``name`` is for error messages.

    Raises ValueError, naming table and line, where a column is missing or a row makes no sense.
    """
    rows = csv.reader(lines)
    heading = next(rows, [])
    if missing := [column for column in COLUMNS if column not in heading]:
        raise ValueError(f"{name}: no column {', '.join(missing)}")
    at = [heading.index(column) for column in COLUMNS]
    tenures = []
    for row in rows:
        try:
            tenures.append(_tenure([row[i] for i in at]))
        except (IndexError, ValueError) as error:
            raise ValueError(f"{name}, line {rows.line_num}: {error}") from error
    return tuple(tenures)


def row_of(tenure: Tenure) -> list[str]:
    """Return the cells of a tenure in the order of COLUMNS: what ``parse_rows`` reads."""
    return [
        tenure.person, ";".join(tenure.spellings), tenure.state or "", tenure.organization or "",
        tenure.office, ";".join(tenure.office_kinds), tenure.start, tenure.end or "",
        tenure.dated, tenure.gender, tenure.family_name, ";".join(tenure.short_forms),
        tenure.source, tenure.note,
    ]  # fmt: skip


def _tenure(cells: list[str]) -> Tenure:
    (person, spellings, state, organization, office, kinds, start, end, dated, gender, family,
     short, source, note) = cells  # fmt: skip
    office_kinds = split_list(kinds)
    if (
        not person
        or not office_kinds
        or not (OFFICE_KINDS | SERVING_KINDS).issuperset(office_kinds)
    ):
        raise ValueError("a row needs a person and an office kind of the schema")
    if bool(state) == bool(organization):
        raise ValueError("a row needs a state or an organization, not both")
    begins = first_day(start)
    if end and last_day(end) < begins:
        raise ValueError(f"ends {end} before it starts {start}")
    return Tenure(
        person, split_list(spellings), state or None, organization or None, office, office_kinds,
        start, end or None, dated or "stated", gender or "unknown", family, split_list(short),
        source, note,
    )  # fmt: skip


@cache
def shipped_tenures() -> tuple[Tenure, ...]:
    """Return the tenures of the table that comes with the program."""
    source = files("communique.knowledge") / "leaders" / "leaders.csv"
    return parse_rows(source.read_text(encoding="utf-8").splitlines(), "leaders.csv")


@cache
def load_tenures() -> tuple[Tenure, ...]:
    """Return every tenure: the shipped ones with the user's own laid over them.

    Raises ValueError where the user's table is no such table.
    """
    own = user_table()
    if not own.is_file():
        return shipped_tenures()
    with own.open(encoding="utf-8", newline="") as lines:
        return laid_over(shipped_tenures(), parse_rows(lines, str(own)))


def laid_over(base: Iterable[Tenure], own: Iterable[Tenure]) -> tuple[Tenure, ...]:
    """Return ``base`` with the dates of ``own`` where both tell of one tenure, and its new rows.

    One tenure is one person in one office of one place whose starts lie in one year or in two
    that follow each other.
    """
    rows = list(base)
    for number, mine in matched(rows, own):
        if number is None:
            rows.append(mine)
        else:
            rows[number] = dated_as(rows[number], mine)
    return tuple(rows)


def matched(rows: Sequence[Tenure], own: Iterable[Tenure]) -> Iterator[tuple[int | None, Tenure]]:
    """Yield each row of ``own`` with the number of the row in ``rows`` that is the same tenure."""
    places: dict[tuple[str, str], list[int]] = {}
    for number, row in enumerate(rows):
        for name in row.names:
            places.setdefault((row.place, fold(name)), []).append(number)
    for mine in own:
        hits = (n for name in mine.names for n in places.get((mine.place, fold(name)), ()))
        yield next((n for n in hits if _same_tenure(rows[n], mine)), None), mine


def _same_tenure(one: Tenure, other: Tenure) -> bool:
    if not set(one.office_kinds) & set(other.office_kinds):
        return False
    return abs(int(one.start[:4]) - int(other.start[:4])) <= 1


def dated_as(base: Tenure, own: Tenure) -> Tenure:
    """Return ``base`` with the dates and spellings of ``own`` where those say more."""
    start = own.start if len(own.start) >= len(base.start) else base.start
    spellings = dict.fromkeys((*base.spellings, *own.names))
    spellings.pop(base.person, None)
    end = own.end or base.end
    if end is not None and last_day(end) < first_day(start):
        end = own.end
    return replace(base, start=start, end=end, spellings=tuple(spellings), dated=own.dated,
                   source=own.source)  # fmt: skip


@cache
def by_surface() -> Mapping[str, tuple[Tenure, ...]]:
    """Return the tenures under every folded full name and other spelling of two words or more."""
    return _indexed(
        (fold(name), tenure)
        for tenure in load_tenures()
        for name in tenure.names
        if not _one_word(name)
    )


@cache
def first_of_names() -> frozenset[str]:
    """Return the first words of ``by_surface``: what is none of them begins no such name."""
    return frozenset(name.partition(" ")[0] for name in by_surface())


@cache
def by_surname() -> Mapping[str, tuple[Tenure, ...]]:
    """Return the tenures under the folded family name, short forms and names of one word.

    Names that are days or months too are left out: on its own, "Friday" is a day. So are those
    who only serve: a minister or spokesman is known by the full name.
    """
    return _indexed(
        (fold(name), tenure)
        for tenure in load_tenures()
        if not SERVING_KINDS.issuperset(tenure.office_kinds)
        for name in (
            tenure.family_name, *tenure.short_forms, *filter(_one_word, tenure.names),
        )
        if name and name not in _CALENDAR
    )  # fmt: skip


def _one_word(name: str) -> bool:
    return len(name.split()) == 1


def _indexed(pairs: Iterable[tuple[str, Tenure]]) -> Mapping[str, tuple[Tenure, ...]]:
    found: dict[str, dict[int, Tenure]] = {}
    for key, tenure in pairs:
        found.setdefault(key, {})[id(tenure)] = tenure
    return MappingProxyType({key: tuple(rows.values()) for key, rows in found.items()})


@cache
def _by_place() -> dict[str, list[Tenure]]:
    places: dict[str, list[Tenure]] = {}
    for tenure in load_tenures():
        places.setdefault(tenure.place, []).append(tenure)
    return places


@cache
def _by_post() -> dict[tuple[str, str], list[Tenure]]:
    posts: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in load_tenures():
        for kind in tenure.office_kinds:
            posts.setdefault((tenure.place, kind), []).append(tenure)
    return posts


def holders(place: str, office_kind: str, on: date, called: str | None = None) -> list[Tenure]:
    """Return who held ``office_kind`` in a state (or organisation) on a day.

    ``called`` is the office as a page has it ("President", "prime minister"): those whose office
    is printed so come alone, whatever its kind, since Iran's president is no head of state and
    Myanmar's state counsellor no prime minister; where none is, the kind decides. Dates that a
    source states come before dates that were only seen, the latest start first: on the day of a
    handover the new holder leads. Empty where the table does not know.
    """
    found = [t for t in _by_post().get((place, office_kind), ()) if t.covers(on)]
    if called:
        found = _called(_by_place().get(place, ()), called, on) or found
    return sorted(found, key=lambda t: (t.dated == "stated", t.start), reverse=True)


def _called(tenures: Iterable[Tenure], called: str, on: date) -> list[Tenure]:
    title, words = fold(called), set(fold(called).split())
    titled = [(fold(t.office), t) for t in tenures]
    titled = [(office, t) for office, t in titled if words <= set(office.split()) and t.covers(on)]
    return [t for office, t in titled if office == title] or [t for _, t in titled]


def gender_of(name: str, state: str | None = None) -> str | None:
    """Return "f" or "m" for a full name in any known spelling, None where unknown or disputed."""
    rows = by_surface().get(fold(name), ())
    found = {t.gender for t in rows if state is None or t.place == state}
    return found.pop() if len(found) == 1 and found <= {"f", "m"} else None


def forget() -> None:
    """Drop what is cached, so that a table written meanwhile is read anew."""
    for cached in (load_tenures, by_surface, first_of_names, by_surname, _by_post, _by_place):
        cached.cache_clear()
