"""Make the table of leaders from its public sources.

    python training/leaders/merge.py ARCHIVE WEEKLY WIKIDATA CIA TABLE

The first four are clones of the collections named in ``factbook.py`` and ``ministers.py``, the
last is the CSV file to write. ``names.csv`` gives names as the press prints them, ``by_hand.csv``
the rows that no source gives or that a source gives wrongly, ``women.txt`` who is not a man where
the sources do not tell. The rules: a post's spells follow one another, so a spell without an end
ends where the next begins; a hand-made chain replaces the source's whole chain for that post;
one person who is head of state and of government at once makes one row; a minister of a snapshot
counts only where no hand-made row covers the day of the snapshot.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import ministers
from factbook import observations
from rapidfuzz import fuzz
from spellings import Name, PressNames, clean, default_name, is_capital, plain
from spells import Spell, spells_of

HERE = Path(__file__).parent
COLUMNS = ("person", "spellings", "state", "organization", "office", "office_kind", "start", "end",
           "dated", "gender", "family_name", "short_forms", "source", "note")  # fmt: skip
KINDS = {"S": "head_of_state", "G": "head_of_government", "V": "governor_general",
         "P": "party_leader", "F": "foreign_minister", "H": "heir",
         "O": "head_of_organization"}  # fmt: skip
OFFICES = {
    "Amir": "Emir", "Coprince": "Co-Prince", "Co-prince": "Co-Prince",
    "Spanish Coprince": "Co-Prince",
    "Governor": "Governor-General", "Governor General": "Governor-General",
    "Government President": "Prime Minister", "President of the Republic": "President",
    "Executive Council President": "Prime Minister", "Council President": "Prime Minister",
    "President of the Government": "Prime Minister", "Premier of the State Council": "Premier",
    "President of the Government of Spain": "Prime Minister",
    "Head of Government": "Prime Minister",
    "President of the Islamic Republic of Afghanistan": "President",
    "State Affairs Commission President": "President of the State Affairs Commission",
    "President of the Transition": "Transitional President",
    "Transition President": "Transitional President", "Transition Prime Minister":
    "Transitional Prime Minister", "Council of Ministers President": "Prime Minister",
    "Chairman of the Council of Ministers": "Prime Minister",
    "President of the Council of Ministers": "Prime Minister",
}  # fmt: skip
KEPT_OFFICES = {("BIH", "Chairman of the Council of Ministers")}
# Where the family name comes first, whatever short form the press uses.
NATIVE_ORDER = {"JPN", "HUN"}
FOREIGN = "Minister of Foreign Affairs"
FAMILY_FIRST = {"VNM", "CHN", "TWN", "KOR", "PRK", "KHM"}


@dataclass(frozen=True, slots=True)
class Row:
    """One tenure on its way into the table."""

    state: str
    posts: str
    start: str
    end: str
    office: str
    name: Name
    source: str
    organization: str = ""
    gender: str = ""
    note: str = ""
    dated: str = "stated"
    current: bool = field(default=False, compare=False)


def _name_of(spell: Spell, names: PressNames) -> Name:
    for printed in reversed(spell.names):
        if found := names.find(spell.state, clean(printed)):
            return found
    marked = [n for n in spell.names if any(map(is_capital, n.split()))]
    return default_name((marked or spell.names)[-1])


def _office(spell: Spell) -> str:
    title = spell.titles.most_common(1)[0][0]
    for word in ("represented by ", "and ", "the ", "or "):
        title = title.removeprefix(word)
    return title if (spell.state, title) in KEPT_OFFICES else OFFICES.get(title, title)


def from_spells(spells: Iterable[Spell], names: PressNames) -> list[Row]:
    """Return rows of the source's spells; a prime minister listed beside the head is no head."""
    newest: dict[tuple[str, str], str] = {}
    spells = list(spells)
    for spell in spells:
        key = (spell.state, spell.kind)
        newest[key] = max(newest.get(key, ""), spell.last)
    rows = []
    for spell in spells:
        office, post = _office(spell), spell.kind
        if post == "S" and office.endswith("Prime Minister") and "Sultan" not in office:
            continue
        current = spell.last == newest[spell.state, spell.kind]
        rows.append(Row(spell.state, post, spell.start, "", office, _name_of(spell, names),
                        "factbook", current=current))  # fmt: skip
    return rows


def by_hand(path: Path, names: PressNames) -> Iterator[tuple[str, Row]]:
    """Yield action and row of the hand-kept file."""
    with path.open(encoding="utf-8", newline="") as lines:
        for cell in csv.DictReader(lines):
            name = names.of_person(cell["state"] or cell["organization"], cell["person"])
            if name is None:
                family = cell["family_name"] or cell["person"].split()[-1]
                short = tuple(s for s in cell["short_forms"].split(";") if s) or (family,)
                name = Name(cell["person"], family, short,
                            tuple(s for s in cell["spellings"].split(";") if s))  # fmt: skip
            yield cell["action"], Row(
                cell["state"], cell["posts"], cell["start"], cell["end"], cell["office"], name,
                cell["source"] or "public-record", cell["organization"], cell["gender"],
                cell["note"], cell["dated"] or "stated", current=not cell["end"],
            )  # fmt: skip


def overlay(rows: list[Row], hand: Iterable[tuple[str, Row]]) -> list[Row]:
    """Return ``rows`` with whole chains replaced, rows added, dropped or given an end."""
    hand = list(hand)
    chains = {(r.state, post) for action, r in hand if action == "chain" for post in r.posts}
    kept = [r for r in rows if (r.state, r.posts) not in chains]
    for action, row in hand:
        if action in ("chain", "add"):
            kept.append(row)
        elif action in ("drop", "end"):
            hits = [r for r in kept if r.state == row.state and set(r.posts) & set(row.posts)
                    and plain(r.name.person) == plain(row.name.person)
                    and r.start.startswith(row.start)]  # fmt: skip
            if not hits:
                print(f"nothing to {action}: {row.state} {row.posts} {row.name.person}")
            for hit in hits:
                kept.remove(hit)
                if action == "end":
                    kept.append(replace(hit, end=row.end, note=row.note))
    return kept


def close_chains(rows: list[Row]) -> list[Row]:
    """Return ``rows`` in order of time with the ends that the next holder's start gives.

    A president listed as head of government beside a prime minister is a chain of its own.
    """
    chains: dict[tuple[str, str, bool], list[Row]] = {}
    for row in rows:
        presidential = row.posts == "G" and "President" in row.office
        chains.setdefault((row.state or row.organization, row.posts, presidential), []).append(row)
    done = []
    for chain in chains.values():
        chain.sort(key=lambda r: r.start)
        for row, following in zip(chain, [*chain[1:], None], strict=True):
            end = row.end
            if not end and following and row.source == "factbook":
                end = following.start
            if not end and not row.current:
                print(f"no end known: {row.state} {row.posts} {row.start} {row.name.person}")
            done.append(replace(row, end=end))
    return done


def join_posts(rows: list[Row]) -> list[Row]:
    """Return ``rows`` with head of state and head of government of one person in one row."""
    heads = {(r.state, r.name.person, r.start[:7], r.end[:7]): r for r in rows if r.posts == "S"}
    gone, done = set(), []
    for row in rows:
        twin = heads.get((row.state, row.name.person, row.start[:7], row.end[:7]))
        if row.posts == "G" and twin:
            gone.add(id(twin))
            done.append(replace(twin, posts="SG"))
        else:
            done.append(row)
    return [r for r in done if id(r) not in gone]


def without_shadowed(rows: list[Row]) -> list[Row]:
    """Return ``rows`` without presidents as heads of government where a prime minister is one.

    The sources list both in such states; pages mean the prime minister.
    """
    posts = [r for r in rows if r.posts == "G" and "President" not in r.office]
    return [r for r in rows if not (r.posts == "G" and "President" in r.office
            and _share(r, [p for p in posts if p.state == r.state]) > 0.8)]  # fmt: skip


def _share(row: Row, others: list[Row]) -> float:
    months = set(_months(row))
    return len(months & {m for other in others for m in _months(other)}) / (len(months) or 1)


def _months(row: Row) -> range:
    first, last = ([int(part) for part in f"{iso}-01".split("-")[:2]]
                   for iso in (row.start, row.end or "2027"))  # fmt: skip
    return range(first[0] * 12 + first[1], last[0] * 12 + last[1])


def snapshot_ministers(rows: list[Row], wikidata: Path, cia: Path, names: PressNames) -> list[Row]:
    """Return ``rows`` with the foreign ministers of the two snapshots where ``rows`` has none."""
    known = [r for r in rows if "F" in r.posts]

    def lacks(state: str, since: str, until: str) -> bool:
        return not any(r.state == state and r.start[:7] <= until
                       and (not r.end or r.end[:7] >= since) for r in known)  # fmt: skip

    for state, printed, start in ministers.of_wikidata(wikidata):
        if lacks(state, ministers.WIKIDATA_SEEN, ministers.WIKIDATA_SEEN):
            name = names.find(state, printed) or _as_printed(printed)
            known.append(Row(state, "F", start, ministers.WIKIDATA_SEEN, FOREIGN, name, "wikidata",
                             dated="end_seen"))  # fmt: skip
    listed = [*ministers.of_cia(cia)]
    several = {state for state, count in Counter(s for s, _ in listed).items() if count > 1}
    for state, printed in listed:
        if state not in several and lacks(state, "2018-06", ministers.CIA_SEEN):
            name = names.find(state, clean(printed)) or default_name(printed)
            known.append(Row(state, "F", ministers.CIA_SEEN, ministers.CIA_SEEN, FOREIGN, name,
                             "cia-world-leaders", dated="seen"))  # fmt: skip
    return [r for r in rows if "F" not in r.posts] + known


def _as_printed(printed: str) -> Name:
    family = printed.rsplit(maxsplit=1)[-1]
    return Name(printed, family, (family,), ())


def one_name_each(rows: list[Row]) -> list[Row]:
    """Return ``rows`` with one spelling of the full name for one person of one place."""
    first: dict[tuple[str, str], Name] = {}
    for row in sorted(rows, key=lambda r: (r.source != "public-record", not r.name.others)):
        first.setdefault((row.state or row.organization, plain(row.name.person)), row.name)
    return [replace(r, name=first[r.state or r.organization, plain(r.name.person)]) for r in rows]


def _short_forms(row: Row) -> list[str]:
    """Short forms, with the last word of other spellings where it is the same word respelled."""
    forms = list(row.name.short)
    last = row.name.person.split()[-1]
    if last in forms:
        for other in row.name.others:
            word = other.split()[-1]
            if plain(word) != plain(last) and fuzz.ratio(plain(word), plain(last)) >= 70:
                forms.append(word)
    return list(dict.fromkeys(forms))


def _gender(row: Row, women: set[tuple[str, str]]) -> str:
    return row.gender or ("f" if (row.state, plain(row.name.person)) in women else "m")


def _spellings(row: Row) -> list[str]:
    others = list(row.name.others)
    words = row.name.person.split()
    if row.state in NATIVE_ORDER and len(words) == 2:
        others.append(" ".join(reversed(words)))
    seen = {plain(row.name.person)}
    return [o for o in others if not (plain(o) in seen or seen.add(plain(o)))]


def _family(name: Name) -> str:
    words = name.person.split()
    if len(words) == 1 or "of" in words or set(words[-1]) <= set("IVX"):
        return ""
    if "Al" in words[1:]:
        return " ".join(words[words.index("Al", 1) :])
    if name.family in name.person:
        return name.family
    return next((short for short in name.short if short in name.person), "")


def cells(row: Row, women: set[tuple[str, str]]) -> list[str]:
    """Return the cells of ``row`` in the table's order of columns."""
    first = row.name.person.split()[0]
    family = first if row.state in FAMILY_FIRST else _family(row.name)
    kinds = ";".join(KINDS[post] for post in row.posts)
    return [
        row.name.person, ";".join(_spellings(row)), row.state, row.organization, row.office, kinds,
        row.start, row.end, row.dated, _gender(row, women), family, ";".join(_short_forms(row)),
        row.source, row.note,
    ]  # fmt: skip


def main(archive: Path, weekly: Path, wikidata: Path, cia: Path, table: Path) -> None:
    """Write the table."""
    names = PressNames(HERE / "names.csv")
    rows = from_spells(spells_of(observations(archive, weekly)), names)
    rows = overlay(rows, by_hand(HERE / "by_hand.csv", names))
    rows = join_posts(without_shadowed(close_chains(rows)))
    rows = snapshot_ministers(rows, wikidata, cia, names)
    rows = one_name_each([r for r in rows if not r.end or r.end >= "2000"])
    lines = (HERE / "women.txt").read_text(encoding="utf-8").splitlines()
    women = {(line[:3], plain(line[4:])) for line in lines if line.strip()}
    rows.sort(key=lambda r: (r.state or "~" + r.organization, r.posts, r.start))
    with table.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(cells(row, women) for row in rows)
    print(f"{len(rows)} tenures, {len({r.state for r in rows})} states")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:6]))
