"""Readers and editors at one workspace at the same time, over PostgreSQL.

    python benchmarks/serving.py [--readers 50] [--editors 5] [--seconds 300] [--engagements 5000]

Everybody logs in. Readers open lists, engagements, persons, pairs, outlets, pages and the review,
and pause one to three seconds after each; editors decide something about an engagement every two to
five seconds. Printed are answers that failed, decisions that were lost, and how long answers took.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import subprocess
import sys
import time
from collections import defaultdict
from html import unescape
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "tests")]

from large_record import build  # noqa: E402

from communique.record import Record, UserRole  # noqa: E402
from communique.web.guard.passwords import hashed  # noqa: E402
from record.postgres_cluster import Cluster  # noqa: E402

PORT = 8799
HERE = f"http://127.0.0.1:{PORT}"
PASSWORD = "a password of this benchmark alone"
_SERVER = ("listen_addresses=", "max_connections=120", "shared_buffers=512MB")
_LISTS = ("/", "/commitments", "/people", "/pairs", "/outlets", "/pages", "/review", "/decisions")
_KINDS = ("call", "meeting", "visit", "message", "talks")


class Told:
    """What happened: times by what was asked, what failed, which decisions were made."""

    def __init__(self) -> None:
        self.times: defaultdict[str, list[float]] = defaultdict(list)
        self.failed: list[str] = []
        self.decisions: list[str] = []


class Person:
    """Somebody at a browser."""

    def __init__(self, name: str, told: Told, seed: int) -> None:
        self._name, self._told = name, told
        self._chance = random.Random(seed)
        self._client = httpx2.AsyncClient(base_url=HERE, timeout=60, follow_redirects=False)
        self._page = ""

    async def log_in(self) -> None:
        """Log in as this person."""
        await self.opens("/login", "login")
        form = {"csrf": self._word(), "name": self._name, "password": PASSWORD, "next": "/"}
        answer = await self._asks("login", "POST", "/login", data=form)
        if answer is None or answer.status_code != 303:
            self._told.failed.append(f"{self._name} cannot log in")

    async def reads(self, until: float) -> None:
        """Open one thing after another, following links of what was opened."""
        while time.monotonic() < until:
            links = re.findall(r'href="(/(?:engagements|people|pairs|pages)/[^"#]+)', self._page)
            if links and self._chance.random() < 0.6:
                address = unescape(self._chance.choice(links))
                await self.opens(address, "/" + address.split("/")[1] + "/…")
            elif self._chance.random() < 0.5:
                await self.opens(f"/?kind={self._chance.choice(_KINDS)}&page=2", "/?…")
            else:
                address = self._chance.choice(_LISTS)
                await self.opens(address, address)
            await asyncio.sleep(self._chance.uniform(1, 3))
        await self._client.aclose()

    async def edits(self, until: float) -> None:
        """Decide something about one engagement after another."""
        while time.monotonic() < until:
            await self.opens(f"/?page={self._chance.randint(1, 40)}", "/?…")
            links = re.findall(r'href="/engagements/([^"/?#]+)"', self._page)
            if links:
                await self._decides(unescape(self._chance.choice(links)))
            await asyncio.sleep(self._chance.uniform(2, 5))
        await self._client.aclose()

    async def _decides(self, engagement: str) -> None:
        form = {
            "csrf": self._word(),
            "place_city": f"City {self._chance.randint(0, 10**9)}",
            "why": "a benchmark",
        }
        path = f"/engagements/{engagement}/set"
        answer = await self._asks("a decision", "POST", path, data=form)
        if answer is not None and answer.status_code == 303:
            query = parse_qs(urlsplit(answer.headers["location"]).query)
            self._told.decisions += query.get("done", [""])[0].split(",")

    async def opens(self, address: str, kind: str) -> None:
        """Open a page."""
        answer = await self._asks(kind, "GET", address)
        if answer is not None:
            self._page = answer.text

    def _word(self) -> str:
        found = re.search(r'name="csrf" (?:content|value)="([0-9a-f]+)"', self._page)
        return found[1] if found else ""

    async def _asks(self, kind: str, method: str, address: str, **more: Any) -> Any:
        begun = time.perf_counter()
        try:
            answer = await self._client.request(method, address, **more)
        except httpx2.HTTPError as error:
            self._told.failed.append(f"{method} {address}: {error!r}")
            return None
        self._told.times[kind].append((time.perf_counter() - begun) * 1000)
        # What somebody else has merged or moved meanwhile is gone; that is no fault.
        if answer.status_code >= 400 and answer.status_code != 404:
            self._told.failed.append(f"{method} {address}: {answer.status_code}")
            return None
        return answer


async def at_once(readers: int, editors: int, seconds: float) -> Told:
    """Have all of them work for so long, and return what happened."""
    told = Told()
    reading = [Person(f"reader{n}", told, n) for n in range(readers)]
    editing = [Person(f"editor{n}", told, 1000 + n) for n in range(editors)]
    for one in (*reading, *editing):
        await one.log_in()
    until = time.monotonic() + seconds
    await asyncio.gather(
        *(one.reads(until) for one in reading), *(one.edits(until) for one in editing)
    )
    return told


def main() -> None:
    """Make the record, serve it, work at it, and print what happened."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, usual in (("readers", 50), ("editors", 5), ("seconds", 300), ("engagements", 5000)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    asked = parser.parse_args()
    cluster = Cluster(_SERVER)
    server = None
    try:
        place = cluster.new_record()
        print(f"{build([place], asked.engagements)} engagements")
        with Record.open(place) as record:
            secret = hashed(PASSWORD)
            for role in UserRole:
                for n in range(asked.readers if role is UserRole.READER else asked.editors):
                    record.users.add(f"{role.value}{n}", role, secret)
        serve = ("serve", "--login", "--port", str(PORT), "--record", place)
        server = subprocess.Popen([sys.executable, "-m", "communique", *serve])
        _wait()
        told = asyncio.run(at_once(asked.readers, asked.editors, asked.seconds))
        server.terminate()
        server.wait()
        with Record.open(place) as record:
            kept = {one.id for one in record.corrections.all()}
        _report(told, kept)
    finally:
        if server:
            server.kill()
        cluster.stop()


def _wait() -> None:
    for _ in range(300):
        try:
            httpx2.get(f"{HERE}/login", timeout=1)
            return
        except httpx2.HTTPError:
            time.sleep(0.2)
    raise SystemExit("the workspace does not answer")


def _report(told: Told, kept: set[str]) -> None:
    print("| asked for | answers | median ms | 95th percentile | slowest |\n|---|---|---|---|---|")
    read = [each for kind, times in told.times.items() if kind != "a decision" for each in times]
    for kind, times in [*sorted(told.times.items()), ("all but decisions", read)]:
        ordered = sorted(times)
        high = ordered[int(len(ordered) * 0.95)]
        print(f"| {kind} | {len(times)} | {median(ordered):.0f} | {high:.0f} | {ordered[-1]:.0f} |")
    lost = [one for one in told.decisions if one not in kept]
    print(f"{len(told.failed)} answers failed; {len(told.decisions)} decisions, {len(lost)} lost")
    for one in told.failed[:10]:
        print(f"  {one}")


if __name__ == "__main__":
    main()
