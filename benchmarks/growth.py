"""Time, memory and disk as pages grow in number, and the exponent of each.

    python benchmarks/growth.py --read 1000 3000 10000   made from labelled pages, and really read
    python benchmarks/growth.py --made 10000 100000      made-up accounts, as if they had been read
    python benchmarks/growth.py --read 100000 --folder PLACE   may be stopped, and goes on next time

Every step of every size (reading in shards, loading, linking, searching, a brief) is a process of
its own, so that its memory can be told. Times are of the CPU: they say what an idle core would
need where others use the machine as well. An exponent is log(t2 / t1) / log(n2 / n1).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from math import log
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "tests")]

FILE = 250
TIMES = 5

Json = dict[str, Any]


def write(folder: Path, number: int) -> Json:
    """Write made-up pages as files of some hundreds, and their truth."""
    from made_pages import pages

    shutil.rmtree(folder / "pages", ignore_errors=True)
    (folder / "pages").mkdir()
    size = 0
    with (folder / "truth.jsonl").open("w") as true:
        rows: list[str] = []
        for made, (row, told) in enumerate(pages(number), 1):
            rows.append(json.dumps(row, ensure_ascii=False))
            true.write(json.dumps({"url": row["url"], **told}) + "\n")
            if len(rows) == FILE or made == number:
                text = "\n".join(rows) + "\n"
                (folder / "pages" / f"{made:08}.jsonl").write_text(text, "utf-8")
                size += len(text.encode())
                rows = []
    return {"megabytes": round(size / 1e6, 1)}


def read(folder: Path, number: int) -> Json:
    """Read them in shards with a pool; the seconds are those of its processes together.

    Shards that a stopped run left are not read again.
    """
    from communique.reader import Reader
    from communique.shards import Folder, Manner, plan, read_with_pool

    shards = plan([str(folder / "pages")]).shards
    results = Folder(folder / "shards")
    ended = list(read_with_pool(shards, results, Manner(Reader.load().version), workers()))
    assert not [reason for _, reason in ended if reason]
    stats = [results.stats(shard) for shard in shards]
    return {
        "cpu": round(sum(one["cpu_seconds"] for one in stats), 1),
        "worker_mb": max(one["most_memory_mb"] for one in stats),
        "megabytes": round(sum(f.stat().st_size for f in results.path.iterdir()) / 1e6, 1),
        "read": sum(one["read"] for one in stats),
        "passed_over": sum(sum(one["passed_over"].values()) for one in stats),
        "accounts": sum(one["accounts"] for one in stats),
    }


def load(folder: Path, number: int) -> Json:
    """Load what the shards gave into a record."""
    from communique.model import Reading
    from communique.record import Record
    from communique.record.batches import batches
    from communique.shards import Folder, given_by, plan

    results = Folder(folder / "shards")
    shards = plan([str(folder / "pages")]).shards
    given = (one for shard in shards for one in given_by(shard, results))
    _without_record(folder)
    with Record.open(folder / "record.db") as record:
        for some in batches((one for one in given if isinstance(one, Reading)), 200):
            record.keep_all(some)
    return {"megabytes": _size(folder)}


def build_made(folder: Path, number: int) -> Json:
    """Write and link a record of made-up accounts, two pages to an engagement."""
    from large_record import build

    _without_record(folder)
    build([str(folder / "record.db")], number // 2)
    from communique.record import Record
    from communique.record.relinking import mark_changed

    with Record.open(folder / "record.db") as record, record._writing() as connection:
        mark_changed(connection)
    return {"megabytes": _size(folder)}


def link(folder: Path, number: int) -> Json:
    """Link the record from nothing."""
    from communique.record import Record

    with Record.open(folder / "record.db") as record:
        linked = record.link()
    return {"engagements": linked.engagements, "megabytes": _size(folder)}


def search(folder: Path, number: int) -> Json:
    """Ask for the first piece of what a state and a word find, and for words in texts."""
    from communique.record import Record
    from communique.record.finding import Asked as Wanted

    with Record.open(folder / "record.db", link_first=False) as record:
        pair = record.finding.pairs(limit=1).items[0].states
        state = record.finding.engagements(Wanted(states=pair[:1]), limit=50)
        asked: dict[str, Callable[[], Any]] = {
            "a state": lambda: record.finding.engagements(Wanted(states=pair[:1]), limit=50),
            "a pair": lambda: record.finding.engagements(Wanted(states=pair), limit=50),
            "words": lambda: record.search("trade border"),
        }
        found = {f"{name}, ms": _milliseconds(ask) for name, ask in asked.items()}
    return {**found, "of_a_state": state.total}


def brief(folder: Path, number: int) -> Json:
    """Compose the brief of the pair with most, and write it as HTML."""
    from datetime import date

    from communique.dossier import Asked, compose, written
    from communique.record import Record

    with Record.open(folder / "record.db", link_first=False) as record:
        pair = record.finding.pairs(limit=1).items[0].states
        made = compose(record, Asked(pair, None, None, None, date(2030, 1, 1)))
        page = written(made, "html")
    return {"kilobytes": len(page) // 1000}


def truth(folder: Path, number: int) -> Json:
    """Hold what was read and linked against the truth."""
    from communique.record import Record
    from quality.joining import b_cubed

    told = [json.loads(line) for line in (folder / "truth.jsonl").open()]
    with Record.open(folder / "record.db", link_first=False) as record:
        at: dict[str, list[tuple[Any, str]]] = {}
        for entry in record.engagements(accounts=True):
            for one in entry.accounts:
                at.setdefault(one.document.url or "", []).append((one.account, entry.id))
    true: dict[Any, Any] = {}
    found: dict[Any, Any] = {}
    dated = labels = 0
    for page in told:
        for n, label in enumerate(page["told"]):
            labels += 1
            fits = [o for o in at.get(page["url"], ()) if _is_of(o[0], label)]
            if fits:
                best = min(fits, key=lambda o: o[0].start != label["start"])
                dated += best[0].start == label["start"]
                true[page["url"], n] = (page["event"], n)
                found[page["url"], n] = best[1]
    precision, recall, f1 = b_cubed(true, found)
    return {
        "labels": labels,
        "read": round(len(found) / labels, 4),
        "dated": round(dated / labels, 4),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
    }


def workers() -> int:
    """How many processes read: COMMUNIQUE_WORKERS, or two."""
    return int(os.environ.get("COMMUNIQUE_WORKERS", "2"))


def _without_record(folder: Path) -> None:
    for one in folder.glob("record.db*"):
        one.unlink()


def _is_of(account: Any, label: Json) -> bool:
    people = {party.person for party in account.parties}
    known = people.intersection(label["people"])
    return account.kind.value == label["kind"] and (bool(known) or not label["people"])


def _milliseconds(ask: Callable[[], Any]) -> float:
    ask()
    taken = []
    for _ in range(TIMES):
        begun = time.process_time()
        ask()
        taken.append(time.process_time() - begun)
    return round(median(taken) * 1000, 1)


def _size(folder: Path) -> float:
    return round(sum(one.stat().st_size for one in folder.glob("record.db*")) / 1e6, 1)


def _measured(step: Callable[[Path, int], Json], folder: Path, number: int) -> Json:
    begun, wall = time.process_time(), time.perf_counter()
    found = step(folder, number)
    own = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    seconds = time.perf_counter() - wall
    return {"cpu": round(own, 1), "wall": round(seconds, 1), "mb": memory, **found}


def _done_before(step: Callable[[Path, int], Json], folder: Path, number: int) -> Json:
    """Return what a step took, when it is done now or was done by a run that was stopped."""
    told = folder / f"{step.__name__}.told.json"
    if told.exists():
        found: Json = json.loads(told.read_bytes())
        return found
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        made = process.submit(_measured, step, folder, number).result()
    told.write_text(json.dumps(made))
    return made


def run(steps: list[Callable[[Path, int], Json]], sizes: list[int], kept: Path | None) -> None:
    """Print what every step takes at every size, and the exponents of its time and memory."""
    all_: dict[str, dict[int, Json]] = {}
    for number in sizes:
        with tempfile.TemporaryDirectory(prefix="growth-") as place:
            folder = kept / f"{number:09}" if kept else Path(place)
            folder.mkdir(parents=True, exist_ok=True)
            for step in steps:
                made = _done_before(step, folder, number)
                all_.setdefault(step.__name__, {})[number] = made
                print(f"{number:>9,} {step.__name__:10} {json.dumps(made)}", flush=True)
    for step_name, by_size in all_.items():
        for few, many in pairwise(sizes):
            told = {
                what: round(log(by_size[many][what] / by_size[few][what]) / log(many / few), 2)
                for what in ("cpu", "mb", "megabytes", "a state, ms", "words, ms")
                if by_size[few].get(what) and by_size[many].get(what)
            }
            print(f"{few:,} to {many:,} {step_name}: exponents {json.dumps(told)}")


def main() -> None:
    """Measure pages that are read, or accounts that are made up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--read", type=int, nargs="*", default=[])
    parser.add_argument("--made", type=int, nargs="*", default=[])
    parser.add_argument("--folder", type=Path, help="kept, so that a stopped run can go on")
    asked = parser.parse_args()
    if asked.read:
        run([write, read, load, link, search, brief, truth], asked.read, asked.folder)
    if asked.made:
        run([build_made, link, search, brief], asked.made, asked.folder)


if __name__ == "__main__":
    main()
