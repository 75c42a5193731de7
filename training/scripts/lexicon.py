"""The word lists of `names/`, read once for the augmenter."""

import csv
from dataclasses import dataclass
from pathlib import Path

from edits import Row

VERB_TAGS = {"VB": 0, "VBP": 0, "VBZ": 1, "VBD": 2, "VBN": 3, "VBG": 4}


@dataclass(frozen=True)
class Lexicon:
    """What the augmenter may put in: names, titles, places, verbs."""

    people: list[tuple[list[str], str]]
    titles: list[list[Row]]
    countries: list[str]
    demonyms: list[str]
    verbs: dict[tuple[str, str], list[tuple[str, str]]]


def load_lexicon(folder: Path) -> Lexicon:
    """Read the lists; each is a tab-separated file with a heading line."""
    return Lexicon(
        people=[person for row in _rows(folder / "people.tsv") for person in _people(row)],
        titles=[_title(row["title"]) for row in _rows(folder / "titles.tsv")],
        countries=[row["country"] for row in _rows(folder / "countries.tsv")],
        demonyms=[row["demonym"] for row in _rows(folder / "demonyms.tsv")],
        verbs=_verbs(_rows(folder / "verbs.tsv")),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def _people(row: dict[str, str]) -> list[tuple[list[str], str]]:
    """Build full names (words) and short names out of one region's family and given names.

    The pattern is filled with F (family) and G (given names); `short` says which one a page
    uses alone.
    """
    families, givens = row["families"].split(", "), row["givens"].split(", ")
    found = []
    for i, family in enumerate(families):
        for step in (1, 4):
            given, second = givens[(i * step) % len(givens)], givens[(i * step + 7) % len(givens)]
            parts = {"F": family, "G": given, "H": second}
            full = [w for p in row["pattern"].split() for w in parts.get(p, p).split()]
            found.append((full, (family if row["short"] == "F" else given).split()[-1]))
    return found


def _title(marked: str) -> list[Row]:
    """Read `Prime/NNP/ADJ/amod Minister/NNP/PROPN/nmod:desc` (word, tag, pos, dep) into rows."""
    rows: list[Row] = []
    for part in marked.split():
        word, tag, pos, dep = part.split("/")
        morph = "Degree=Pos" if pos == "ADJ" else "Number=Sing"
        lemma = word if tag == "JJ" or pos == "PROPN" or word == "Prime" else word.lower()
        rows.append((word, tag, pos, morph, lemma, dep))
    return rows


def _verbs(rows: list[dict[str, str]]) -> dict[tuple[str, str], list[tuple[str, str]]]:
    columns = ("lemma", "present", "past", "participle", "gerund")
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in rows:
        for frame in row["frames"].split():
            for tag, column in VERB_TAGS.items():
                found.setdefault((frame, tag), []).append((row[columns[column]], row["lemma"]))
    return found
