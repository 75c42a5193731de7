"""Prints how well the labelled pages are read: ``make score``.

Every measure of ``../shared/tools/score.py`` for each set of labelled pages, with precision,
recall, F1 and the counts; then the misses by cause, so that work goes where the loss is.
``--set NAME`` asks for one set, ``--misses`` lists its misses; those of the test half are counted
and never listed.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from communique.exchange.json_reading import reading_from_json
from communique.model import Reading
from communique.reader import Reader
from communique.record import Record

sys.path.insert(0, str(Path(__file__).parents[1]))

from quality.causes import causes
from quality.joining import Read, is_kept, join_labelled, join_threads, load_threads
from quality.labelled import SETS, LabelledSet, load_scorer, read_pages, tally


def print_rows(labelled: LabelledSet, counts: Any, pages: int) -> None:
    """Print a row per measure."""
    print(f"\n{labelled.name}: {pages} pages")
    print(f"{'measure':28} {'P':>6} {'R':>6} {'F1':>6}   tp  fp  fn")
    for name, p, r, f, tp, fp, fn in counts.rows():
        print(f"{name:28} {p:6.3f} {r:6.3f} {f:6.3f} {tp:4d} {fp:3d} {fn:3d}")


def print_causes(told: Counter[tuple[str, str]]) -> None:
    """Print the misses by measure and cause, the largest loss first."""
    print("misses by cause")
    totals: Counter[str] = Counter()
    for (measure, _), number in told.items():
        totals[measure] += number
    for measure, total in totals.most_common():
        parts = Counter({cause: n for (name, cause), n in told.items() if name == measure})
        shown = ", ".join(f"{cause} {n}" for cause, n in parts.most_common(6))
        print(f"  {measure} {total}: {shown}")


def main() -> None:
    """Read and score the sets that are here."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", action="append", help="only this set (may be given again)")
    parser.add_argument("--misses", action="store_true", help="list the misses of sets shown")
    parser.add_argument("--pages", type=Path, help="score this folder of labelled pages instead")
    parser.add_argument("--keep", type=Path, help="write the readings here, one JSON a line")
    asked = parser.parse_args()
    scorer = load_scorer()
    if scorer is None:
        print("no ../shared/tools/score.py beside this checkout: nothing to score with")
        return
    reader = Reader.load()
    labels: dict[str, Any] = {}
    readings: dict[str, Reading] = {}
    sets = [LabelledSet(asked.pages.name, asked.pages)] if asked.pages else SETS
    for labelled in sets:
        if not labelled.here():
            print(f"\n{labelled.name}: skipped, {labelled.folder.name} is not beside this checkout")
            continue
        if asked.set and labelled.name not in asked.set:
            continue
        expected, found = labelled.expected(), read_pages(labelled, reader)
        counts = tally(scorer, expected, found)
        print_rows(labelled, counts, len(expected))
        if labelled.answers is None:  # what seeds and examples amount to has tests of its own
            labels |= expected
            readings |= {name: reading_from_json(one) for name, one in found.items()}
        print_causes(causes(counts, found, scorer))
        if asked.misses and labelled.shown:
            for name, page, how, what in counts.misses:
                print(f"{how:7} {name} [{page}] {json.dumps(what, ensure_ascii=False)[:300]}")
        if asked.keep:
            with asked.keep.open("a", encoding="utf-8") as out:
                out.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in found.values())
    if readings:
        print_joining(labels, readings, reader.read)


def print_joining(labels: dict[str, Any], readings: dict[str, Reading], read: Read) -> None:
    """Print how the main engagements of all pages shown were joined, and the labelled threads."""
    with tempfile.TemporaryDirectory() as folder:
        with Record.open(Path(folder) / "pages.db") as record:
            told = {f"joined: {len(readings)} pages": join_labelled(labels, readings, record)}
        for half in ("dev", "test"):
            with Record.open(Path(folder) / f"{half}.db") as record:
                joined, followed = join_threads(load_threads(half), read, Path(folder), record)
            kept = sum(is_kept(wanted, found) for _, wanted, found in followed)
            told[f"threads {half}: {kept} of {len(followed)} commitments"] = joined
    print("\nmain engagements and threads joined, by B-cubed")
    for name, joined in told.items():
        p, r, f = joined.b_cubed()
        wrong, missed = len(joined.wrongly_joined()), len(joined.missed)
        print(f"{name:38} {p:6.3f} {r:6.3f} {f:6.3f}  {len(joined.found)} accounts, ", end="")
        print(f"{missed} not read, {wrong} engagements of two")


if __name__ == "__main__":
    main()
