"""Train the match weights of linking on labelled pages; see README.md beside this file.

python training/linking/train.py [--out FILE]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from sqlalchemy import select

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests")]

from communique.linking.clusters import Placed, family  # noqa: E402
from communique.linking.corpus import place_all  # noqa: E402
from communique.linking.levels import FIELDS, compared  # noqa: E402
from communique.linking.profiles import Profile  # noqa: E402
from communique.linking.sides import same_sides  # noqa: E402
from communique.model import Reading  # noqa: E402
from communique.pages import read_documents  # noqa: E402
from communique.reader import Reader  # noqa: E402
from communique.record import Record  # noqa: E402
from communique.record.rows import read_corpus  # noqa: E402
from communique.record.tables import versions  # noqa: E402
from corpus.readings import load_folder  # noqa: E402
from quality.joining import account_told, load_threads, thread_documents  # noqa: E402
from record.made_readings import careful_reading  # noqa: E402

SHIPPED = ROOT / "src" / "communique" / "knowledge" / "linking_weights.json"
DEV = ROOT / "tests" / "corpus" / "dev"
# Added to every count, so that what was never seen is rare and not impossible.
SMOOTHING = 0.5
# A pair of two pages says more of linking than a page's reading and its label do.
ACROSS_PAGES = 10
GOLD = "label of "


@dataclass(frozen=True)
class Labelled:
    """An account's place and profile, the page it is of, and its true engagement."""

    placed: Placed
    profile: Profile
    page: str
    label: str


def main() -> None:
    """Read, label, count, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        labelled = list(labelled_accounts(Path(folder)))
    form, told = counted(labelled)
    asked.out.write_text(json.dumps(form, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{len(labelled)} labelled accounts; {told}")


def labelled_accounts(folder: Path) -> Iterator[Labelled]:
    """Yield every account of the development pages whose true engagement is known."""
    reader = Reader.load()
    answers = load_folder(DEV)["documents"]
    threads = list(load_threads("dev"))
    with Record.open(folder / "training.db") as record:
        for name, answer in answers.items():
            record.keep(careful_reading(DEV / name, answer, GOLD))
            for document in read_documents([str(DEV / name)]):
                record.keep(_under(reader.read(document), name))
        for name, thread in threads:
            for document in thread_documents(name, thread, folder):
                record.keep(_under(reader.read(document), Path(document.path).name))
        # Not by way of a question, which would link first, by the weights that are to be trained.
        with record._writing() as connection:
            corpus = read_corpus(connection)
            known = connection.execute(select(versions.c.document_id, versions.c.path))
            paths = {row.document_id: row.path for row in known}
    placed, profiles = place_all(corpus)
    on_page: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(placed):
        on_page[paths[one.account.page]].append(number)
    labels = dict(_corpus_labels(answers, on_page, placed)) | dict(
        _thread_labels(threads, on_page, placed)
    )
    for number, label in labels.items():
        page = paths[placed[number].account.page].removeprefix(GOLD)
        yield Labelled(placed[number], profiles[number], page, label)


def _under(reading: Reading, path: str) -> Reading:
    return replace(reading, document=replace(reading.document, path=path))


def _corpus_labels(
    answers: dict[str, Any], on_page: dict[str, list[int]], placed: list[Placed]
) -> Iterator[tuple[int, str]]:
    """Label the careful readings by event, and what the program read by what it is most like."""
    for name, answer in answers.items():
        gold = on_page.get(GOLD + name, [])
        for number in gold:
            yield number, _label(answer["event"], placed[number])
        for number in on_page.get(name, []):
            like = [n for n in gold if _likeness(placed[n], placed[number])]
            best = max(like, key=lambda n: (_likeness(placed[n], placed[number]), -n), default=None)
            if best is not None:
                yield number, _label(answer["event"], placed[best])


def _label(event: str, placed: Placed) -> str:
    kind, sides = family(placed.account.kind).value, "+".join(sorted(placed.sides.persons))
    return f"{event} {kind} {sides} {placed.window.first}"


def _likeness(a: Placed, b: Placed) -> int:
    """Return how much two accounts of one page share, dates aside; 0 for those of two things."""
    if family(a.account.kind) is not family(b.account.kind):
        return 0
    shared = len(a.sides.all_persons & b.sides.all_persons)
    sides = len(a.sides.persons.keys() & b.sides.persons.keys())
    return 2 * shared + sides + (a.account.main == b.account.main) if shared or sides > 1 else 0


def _thread_labels(
    threads: list[tuple[str, Any]], on_page: dict[str, list[int]], placed: list[Placed]
) -> Iterator[tuple[int, str]]:
    for name, thread in threads:
        for wanted, page in (
            (w, page) for w in thread.get("engagement", ()) for page in w["pages"]
        ):
            told = on_page.get(f"{name}.{page}.html", [])
            found = [n for n in told if account_told(placed[n].account, wanted)]
            if found:
                yield found[0], f"{name} {thread['engagement'].index(wanted)}"


def counted(labelled: list[Labelled]) -> tuple[dict[str, Any], str]:
    """Return the file of weights, and in words what was counted."""
    one, two = [Counter[tuple[int, int]]() for _ in range(2)]
    pairs: Counter[str] = Counter()
    for a, b in comparable(labelled):
        same, across = a.label == b.label, a.page != b.page
        if not same and (not across or _perhaps_the_same(a, b)):
            continue
        near = not set(a.profile.blocks).isdisjoint(b.profile.blocks)
        pairs[f"{'one' if same else 'two'}, {'two pages' if across else 'one page'}"] += 1
        firm = near and a.profile.grip == b.profile.grip == 0
        pairs[f"{'one' if same else 'two'} in a block"] += firm and across
        weight = ACROSS_PAGES if across and same else 1
        for number, level in enumerate(compared(a.profile, b.profile)):
            field = FIELDS[number].name
            if (across or field != "text") and (near or field != "date"):
                (one if same else two)[number, level] += weight
    fields = {
        field.name: {
            level.label: {"m": _share(one, n, at), "u": _share(two, n, at)}
            for at, level in enumerate(field.levels)
            if not level.silent
        }
        for n, field in enumerate(FIELDS)
    }
    matches, others = pairs["one in a block"], pairs["two in a block"]
    return {"prior": round(matches / (matches + others), 4), "fields": fields}, str(dict(pairs))


def _share(counts: Counter[tuple[int, int]], field: int, level: int) -> float:
    telling = [n for n, one in enumerate(FIELDS[field].levels) if not one.silent]
    total = sum(counts[field, n] for n in telling) + SMOOTHING * len(telling)
    return round((counts[field, level] + SMOOTHING) / total, 5)


def comparable(labelled: list[Labelled]) -> Iterator[tuple[Labelled, Labelled]]:
    """Yield the pairs that share kind and sides or a person, whatever their days."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(labelled):
        for key in _keys(one):
            blocks[key].append(number)
    pairs = {pair for numbers in blocks.values() for pair in combinations(numbers, 2)}
    yield from ((labelled[a], labelled[b]) for a, b in sorted(pairs))


def _keys(one: Labelled) -> Iterator[str]:
    kind, sides = family(one.placed.account.kind).value, sorted(one.placed.sides.persons)
    yield from (f"{kind} {a} {b}" for a, b in combinations(sides, 2))
    yield from (f"{kind} {person}" for person in one.placed.sides.all_persons)


def _perhaps_the_same(a: Labelled, b: Labelled) -> bool:
    """Pages of two events may tell the same thing in passing: then nothing is known of them."""
    one, other = a.placed, b.placed
    kind = family(one.account.kind)
    return one.window.meets(other.window) and same_sides(kind, one.sides, other.sides)


if __name__ == "__main__":
    main()
