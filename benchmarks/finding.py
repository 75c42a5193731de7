"""Time every question that a list or a page of the workspace asks of a large record.

    python benchmarks/finding.py [--engagements 50000] [--keep FOLDER]

The record is made in SQLite and, where it is installed, in PostgreSQL. Each question is asked once
to warm up and then seven times; the medians of CPU and wall time are printed, in milliseconds.
Where others use the machine as well, the CPU time tells more; PostgreSQL counts it in hundredths
of seconds.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "tests")]

from large_record import build  # noqa: E402

from communique.record import Record  # noqa: E402
from communique.record.finding import (  # noqa: E402
    Asked,
    AskedCommitments,
    AskedDocuments,
    Order,
)
from communique.record.review import Doubt  # noqa: E402
from record.postgres_cluster import Cluster, NoPostgres  # noqa: E402

TIMES = 7
# Parallel workers of PostgreSQL would count their time elsewhere.
_SERVER = ("listen_addresses=", "shared_buffers=512MB", "max_parallel_workers_per_gather=0")


def questions(record: Record) -> dict[str, Callable[[], Any]]:
    """Return every question under a name, on what is frequent in this record and on what is not."""
    find, review = record.finding, record.review
    whole = find.engagements()
    line = find.engagements(offset=whole.total // 2, limit=1).items[0]
    person = find.people(limit=1).items[0].id
    pair = find.pairs(limit=1).items[0].states
    outlet = find.outlets(limit=1).items[0].outlet
    page = find.documents(limit=1).items[0].document.id
    text = find.document(page).reading.document.text
    rare = max(text.split(), key=len).strip(".")
    far = {"offset": whole.total - 50}
    week = {"since": "2004-03-01", "until": "2004-03-07"}
    asked = {
        "all": Asked(),
        "oldest first": Asked(order=Order.OLDEST),
        "a state": Asked(states=pair[:1]),
        "two states": Asked(states=pair),
        "a kind": Asked(kinds=("visit",)),
        "a kind that is rare": Asked(kinds=("ceremony",)),
        "a topic": Asked(topics=("trade",)),
        "two topics": Asked(topics=("trade", "energy")),
        "an outlet": Asked(outlets=(outlet,)),
        "a person": Asked(person=person),
        "a name": Asked(person=person.split("-")[-1]),
        "a week": Asked(**week),
        "since": Asked(since="2006"),
        "differing": Asked(differing=True),
        "a word on most pages": Asked(words="and"),
        "a word on many pages": Asked(words="trade"),
        "a rare word": Asked(words=rare),
        "two words": Asked(words="trade health"),
        "much at once": Asked(states=pair[:1], kinds=("visit",), topics=("trade",), since="2003"),
        "a state and a word": Asked(states=pair[:1], words="trade"),
    }
    found: dict[str, Callable[[], Any]] = {
        f"engagements: {name}": lambda one=one: find.engagements(one) for name, one in asked.items()
    }
    found |= {
        "overview": find.overview,
        "engagements: the last piece": lambda: find.engagements(**far),
        "neighbours": lambda: find.neighbours(line.id),
        "neighbours, two states": lambda: find.neighbours(line.id, Asked(states=pair)),
        "months: all": find.months,
        "months: a state": lambda: find.months(Asked(states=pair[:1])),
        "people": find.people,
        "people: a name": lambda: find.people("ba"),
        "people: the last piece": lambda: find.people(offset=find.people().total - 50),
        "a person": lambda: find.person(person),
        "pairs": find.pairs,
        "pairs: a state": lambda: find.pairs(pair[0]),
        "pairs: a year": lambda: find.pairs(since="2005", until="2005"),
        "a pair": lambda: find.pair(*pair),
        "outlets": find.outlets,
        "outlets: a name": lambda: find.outlets("post"),
        "commitments: open": lambda: find.commitments(AskedCommitments("open")),
        "commitments: overdue": lambda: find.commitments(AskedCommitments("overdue")),
        "commitments: a state": lambda: find.commitments(AskedCommitments(states=pair[:1])),
        "standings": find.standings,
        "documents": find.documents,
        "documents: an outlet": lambda: find.documents(AskedDocuments(outlet=outlet)),
        "documents: a word": lambda: find.documents(AskedDocuments(words="trade")),
        "documents: a year": lambda: find.documents(AskedDocuments(since="2005", until="2005")),
        "documents: the last piece": lambda: find.documents(offset=find.documents().total - 50),
        "a document": lambda: find.document(page),
        "an engagement": lambda: record.engagement(line.id),
        "search: a word": lambda: record.search("trade"),
        "review: counts": review.counts,
        "review: the queue": review.queue,
        "decisions": record.corrections.lines,
        "waiting": record.waiting,
    }
    found |= {f"review: {one.value}": lambda one=one: review.queue([one]) for one in Doubt}
    return found


def timed(ask: Callable[[], Any], busy: Callable[[], float]) -> tuple[float, float]:
    """Return the medians of wall and of CPU milliseconds of some askings, after a first one."""
    ask()
    walls, cpus = [], []
    for _ in range(TIMES):
        begun, before = time.perf_counter(), busy()
        ask()
        cpus.append(1000 * (busy() - before))
        walls.append(1000 * (time.perf_counter() - begun))
    return median(walls), median(cpus)


def busy_clock(record: Record) -> Callable[[], float]:
    """Return a clock of the CPU seconds of this process and of the server's process for it."""
    if record._engine.dialect.name != "postgresql":
        return time.process_time
    with record._reading() as connection:
        pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    ticks = os.sysconf("SC_CLK_TCK")

    def clock() -> float:
        times = Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
        return time.process_time() + (int(times[11]) + int(times[12])) / ticks

    return clock


def main() -> None:
    """Make the record, time all questions over each database, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engagements", type=int, default=50_000)
    parser.add_argument("--keep", type=Path, help="a folder whose SQLite record is used again")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = (asked.keep or Path(folder)) / f"{asked.engagements}.db"
        places = {} if path.exists() else {"sqlite": str(path)}
        cluster = None
        try:
            cluster = Cluster(_SERVER)
            places["postgresql"] = cluster.new_record()
        except NoPostgres as reason:
            print(f"without PostgreSQL: {reason}")
        try:
            if places:
                begun = time.perf_counter()
                number = build(list(places.values()), asked.engagements)
                print(f"{number} engagements made in {time.perf_counter() - begun:.0f} s")
            _report({"sqlite": str(path)} | places)
        finally:
            if cluster:
                cluster.stop()


def _report(places: dict[str, str]) -> None:
    found: dict[str, dict[str, tuple[float, float]]] = {}
    print(f"load: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for database, place in places.items():
        with Record.open(place, link_first=False) as record:
            busy = busy_clock(record)
            for name, ask in questions(record).items():
                found.setdefault(name, {})[database] = timed(ask, busy)
    print(f"load: {os.getloadavg()[0]:.1f}")
    print("| question | " + " | ".join(f"{name} CPU | wall" for name in places) + " |")
    print("|---|" + "---|---|" * len(places))
    for name, by in sorted(found.items(), key=lambda one: -max(cpu for _, cpu in one[1].values())):
        cells = " | ".join(f"{by[d][1]:.0f} | {by[d][0]:.0f}" for d in places)
        print(f"| {name} | {cells} |")


if __name__ == "__main__":
    main()
