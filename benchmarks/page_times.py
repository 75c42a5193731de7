"""Time every page of the workspace, and every question of its API, over a large record.

    python benchmarks/page_times.py RECORD [RECORD ...]

Each RECORD is a path or URL, as ``large_record.py`` makes one. Pages are asked of the application
in this process: once to warm up and then five times. Medians of CPU (of PostgreSQL's processes,
too, in hundredths of seconds) and of wall time are printed, in milliseconds.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from starlette.testclient import TestClient

from communique.record import Record
from communique.web.app import create_app
from communique.web.settings import Settings

TIMES = 5
HERE = "http://127.0.0.1:8765"
API = "/api/v1"


def addresses(record: Record) -> list[str]:
    """Return every kind of address, on what is frequent in the record; the last pieces, too."""
    find = record.finding
    person = find.people(limit=1).items[0].id
    one, other = find.pairs(limit=1).items[0].states
    outlet = find.outlets(limit=1).items[0].outlet
    whole = find.engagements(limit=1)
    engagement, last = whole.items[0].id, whole.total // 50
    page = find.documents(limit=1).items[0].document.id
    people, pages = find.people(limit=1).total // 50, find.documents(limit=1).total // 50
    lists = [
        *("/", f"/?page={last}", f"/?state={one}", f"/?state={one}&state={other}", "/?kind=visit"),
        *("/?words=trade", f"/?state={one}&words=trade", f"/?person={person}", "/?topic=trade"),
        *("/?differing=yes", "/?since=2005&until=2006", f"/?outlet={outlet}"),
        *("/people", f"/people?page={people}", "/people?name=ba", "/pairs", f"/pairs?state={one}"),
        *("/outlets", "/outlets?name=post", "/pages", f"/pages?page={pages}", "/pages?words=trade"),
        *("/commitments", "/commitments?standing=any", "/commitments?standing=overdue"),
        *("/review", "/review?doubt=disagreement", "/review?doubt=weak_link"),
        *("/review?doubt=uncertain", "/review?doubt=unread", "/review?at=3000", "/decisions"),
    ]
    things = [
        *(f"/engagements/{engagement}", f"/engagements/{engagement}/merge"),
        *(f"/people/{person}", f"/pairs/{one}-{other}", f"/outlets/{outlet}", f"/pages/{page}"),
        *("/pictures", f"/pictures?state={one}", f"/pictures?person={person}"),
        *(f"/pictures/{n}.svg" for n in ("timeline", "contacts", "meetings", "topics", "waiting")),
        *(f"/brief?state={one}&state={other}", "/add", "/account"),
    ]
    asked = [
        *("overview", "engagements", "whole-engagements", "months", "commitments", "people"),
        *(f"people/{person}", "pairs", f"pairs/{one}/{other}", "outlets", "pages", "review"),
        *(f"engagements/{engagement}", f"engagements/{engagement}/comparison", f"pages/{page}"),
        *("decisions", "search?words=trade"),
    ]
    return [*lists, *things, *(f"{API}/{each}" for each in asked)]


def last_pieces(client: TestClient) -> list[str]:
    """Return where lists of the API end, gone on with by their cursors to there."""
    found = []
    for name in ("people", "pairs", "outlets", "review"):
        address = following = f"{API}/{name}?limit=200"
        while following:
            address = following
            follows = client.get(address).json()["next"]
            following = f"{API}/{name}?limit=200&cursor={follows}" if follows else ""
        found.append(address)
    return found


def busy_clock(record: Record) -> Callable[[], float]:
    """Return a clock of the CPU seconds of this process and of the database's processes for it."""
    if record._engine.dialect.name != "postgresql":
        return time.process_time
    mine = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
    with record._reading() as connection:
        pids = connection.exec_driver_sql(mine).scalars().all()
    ticks = os.sysconf("SC_CLK_TCK")

    def clock() -> float:
        busy = time.process_time()
        for pid in pids:
            told = Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
            busy += (int(told[11]) + int(told[12])) / ticks
        return busy

    return clock


def main() -> None:
    """Time all pages over each record and print a table, the slowest first."""
    for target in sys.argv[1:]:
        app = create_app(Settings(record=target))
        record: Record = app.state.record
        rows = []
        with TestClient(app, base_url=HERE) as client:
            every = [*addresses(record), *last_pieces(client)]
            for address in every:
                rows.append(_timed(client, address, busy_clock(record)))
        print(f"{target.split(':')[0]}, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        print("| CPU | wall | answer | page |\n|---|---|---|---|")
        for cpu, wall, status, address in sorted(rows, reverse=True):
            print(f"| {cpu:.0f} | {wall:.0f} | {status} | {address[:80]} |")


def _timed(
    client: TestClient, address: str, busy: Callable[[], float]
) -> tuple[float, float, int, str]:
    status = client.get(address).status_code
    cpus, walls = [], []
    for _ in range(TIMES):
        begun, before = time.perf_counter(), busy()
        client.get(address)
        cpus.append(1000 * (busy() - before))
        walls.append(1000 * (time.perf_counter() - begun))
    return median(cpus), median(walls), status, address


if __name__ == "__main__":
    main()
