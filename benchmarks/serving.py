"""Readers and editors at one workspace over PostgreSQL: errors, lost decisions, waiting times.

    python benchmarks/serving.py [--readers 50] [--editors 5] [--minutes 5] [--engagements 50000]

A record is made in a PostgreSQL of its own (as it comes: every commit is on the disk before it is
answered), ``communique serve --login`` is started over it, and everybody logs in with a password.
Readers open lists, narrow them, and open what they find; editors set values, accept what the review
asks, and undo. Between two pages people think, readers for 1 to 5 seconds and editors for 3 to 9.

A decision is lost where the server said it was made and the record does not have it, or where the
value that an editor set last does not stand in the end.
"""

from __future__ import annotations

import argparse
import asyncio
import html
import os
import random
import re
import socket
import subprocess
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "tests")]

import httpx2  # noqa: E402
from large_record import build  # noqa: E402

from communique.record import Record, UserRole  # noqa: E402
from communique.web.guard.passwords import hashed  # noqa: E402
from record.postgres_cluster import Cluster  # noqa: E402

SERVER = ("listen_addresses=", "max_connections=120", "shared_buffers=512MB")
PASSWORD = "a long road to the sea"
_CSRF = re.compile(r'name="csrf" (?:content|value)="([0-9a-f]{64})"')
_ENGAGEMENT = re.compile(r'href="(/engagements/[^"/?#]+)"')
_OTHERS = re.compile(r'href="(/(?:people|pairs|outlets|pages)/[^"#]+)"')
_LISTS = ("/", "/people", "/pairs", "/outlets", "/commitments", "/pages", "/review", "/decisions")
_KINDS = ("call", "meeting", "visit", "letter", "summit")
_STATES = ("France", "Japan", "Kenya", "Brazil", "India", "Norway", "Chile", "Egypt")
_WORDS = ("trade", "energy", "health", "trade health", "security")
_STATUSES = ("held", "planned", "cancelled", "postponed")


@dataclass(slots=True)
class Told:
    """What the run saw: waiting times by kind of request, errors, decisions that were answered."""

    waited: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: Counter[str] = field(default_factory=Counter)
    made: list[str] = field(default_factory=list)
    last_set: dict[str, str] = field(default_factory=dict)


class Visitor:
    """Somebody with a browser, logged in."""

    def __init__(self, base: str, name: str, told: Told, seed: int) -> None:
        self._name, self._told = name, told
        self._chance = random.Random(seed)
        self._client = httpx2.AsyncClient(base_url=base, timeout=60, follow_redirects=False)
        self._last = ""

    async def enter(self) -> None:
        """Log in."""
        await self._get("log in: form", "/login")
        form = {"name": self._name, "password": PASSWORD, "csrf": self._word(), "next": "/"}
        answer = await self._asked("log in", "POST", "/login", data=form)
        if answer is None or answer.status_code != 303:
            raise RuntimeError(f"{self._name} could not log in")

    async def read(self, until: float) -> None:
        """Look at lists and at what they hold until a moment."""
        while time.monotonic() < until:
            await asyncio.sleep(self._chance.uniform(1, 5))
            await self._look()
        await self._client.aclose()

    async def edit(self, until: float) -> None:
        """Decide this and that until a moment, no two editors on one engagement."""
        mine: list[str] = []
        while time.monotonic() < until:
            await asyncio.sleep(self._chance.uniform(3, 9))
            act = self._chance.choice((self._set, self._set, self._accept, self._undo))
            mine += await act(mine)
        await self._client.aclose()

    async def _look(self) -> None:
        chance = self._chance
        step = chance.random()
        within = _ENGAGEMENT.findall(self._last)
        others = _OTHERS.findall(self._last)
        if step < 0.35 and within:
            await self._get("an engagement", html.unescape(chance.choice(within)))
        elif step < 0.55 and others:
            path = html.unescape(chance.choice(others))
            await self._get(f"one of {path.split('/')[1]}", path)
        elif step < 0.85:
            await self._get("narrowed", self._narrowed())
        else:
            path = chance.choice(_LISTS)
            await self._get(f"list {path}", path)

    def _narrowed(self) -> str:
        chance = self._chance
        some = {
            "state": chance.choice(_STATES),
            "kind": chance.choice(_KINDS),
            "words": chance.choice(_WORDS),
            "since": f"200{chance.randint(1, 9)}",
            "page": str(chance.randint(1, 3)),
        }
        names = chance.sample(sorted(some), chance.randint(1, 3))
        return "/?" + "&".join(f"{name}={quote(some[name])}" for name in names)

    async def _set(self, mine: list[str]) -> list[str]:
        """Set the status of an engagement that bears the editor's own letter."""
        await self._get("an editor's list", self._narrowed())
        number = int(self._name[6:])
        own = [
            path for path in _ENGAGEMENT.findall(self._last) if sum(path.encode()) % 5 == number % 5
        ]
        if not own:
            return []
        path = html.unescape(self._chance.choice(own))
        await self._get("an engagement", path)
        value = self._chance.choice(_STATUSES)
        form = {"csrf": self._word(), "field": "status", "value": value, "why": "load"}
        engagement = path.rpartition("/")[2]
        # Where no answer comes in time the value may have been set all the same.
        self._told.last_set.pop(engagement, None)
        made = await self._send("set", f"{path}/set", form)
        if made:
            self._told.last_set[engagement] = made[-1]
        return made

    async def _accept(self, mine: list[str]) -> list[str]:
        """Accept what the review asks, at a place of the queue where nobody else is."""
        at = int(self._name[6:]) * 40 + self._chance.randrange(40)
        await self._get("review", f"/review?at={at}")
        asked = re.search(r'id="accept">.*?name="question" value="([^"]+)"', self._last, re.S)
        if asked is None:
            return []
        form = {"csrf": self._word(), "question": html.unescape(asked[1]), "back": "/review"}
        return await self._send("accept", "/review/accept", form)

    async def _undo(self, mine: list[str]) -> list[str]:
        """Undo the last of one's own decisions, a set value or something accepted."""
        if not mine or self._chance.random() < 0.5:
            return []
        last = mine.pop()
        await self._get("list /decisions", "/decisions")
        form = {"csrf": self._word(), "decision": last}
        made = await self._send("undo", "/decisions/undo", form)
        for engagement, decision in list(self._told.last_set.items()):
            if made and decision == last:
                del self._told.last_set[engagement]
        return []

    async def _send(self, what: str, path: str, form: dict[str, str]) -> list[str]:
        answer = await self._asked(what, "POST", path, data=form)
        if answer is None:
            return []
        if answer.status_code != 303:
            self._told.errors[f"{what}: answered {answer.status_code}"] += 1
            return []
        done = parse_qs(urlsplit(answer.headers["location"]).query).get("done", [""])[0]
        made = [one for one in done.split(",") if one]
        if not made:
            self._told.errors[f"{what}: no decision named"] += 1
        self._told.made += made
        return made

    async def _get(self, what: str, path: str) -> None:
        answer = await self._asked(what, "GET", path)
        if answer is None:
            return
        # An engagement whose date somebody set goes by another name from then on.
        if answer.status_code not in (200, 404):
            self._told.errors[f"{what}: answered {answer.status_code}"] += 1
        elif answer.status_code == 404:
            self._told.errors[f"{what}: not there"] += 1
        self._last = answer.text

    async def _asked(
        self, what: str, method: str, path: str, **sent: object
    ) -> httpx2.Response | None:
        begun = time.monotonic()
        try:
            answer = await self._client.request(method, path, **sent)  # type: ignore[arg-type]
        except httpx2.HTTPError as error:
            self._told.errors[f"{what}: {type(error).__name__}"] += 1
            return None
        self._told.waited[what].append(time.monotonic() - begun)
        return answer

    def _word(self) -> str:
        found = _CSRF.search(self._last)
        return found[1] if found else ""


async def run(base: str, readers: int, editors: int, minutes: float) -> Told:
    """Let all come in and work; return what was seen, the logins apart."""
    entering, told = Told(), Told()
    people = [Visitor(base, f"reader{n}", entering, n) for n in range(readers)]
    deciding = [Visitor(base, f"editor{n}", entering, 1000 + n) for n in range(editors)]
    for visitor in (*people, *deciding):
        await visitor.enter()
    print("logins: " + _line(entering.waited["log in"]), flush=True)
    until = time.monotonic() + 60 * minutes
    for visitor in (*people, *deciding):
        visitor._told = told
    await asyncio.gather(
        *(one.read(until) for one in people), *(one.edit(until) for one in deciding)
    )
    return told


def serve(target: str) -> tuple[subprocess.Popen[bytes], str]:
    """Start the workspace over a record, as anybody would; return it and its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "communique", "serve", "--login", "--port", str(port)]
    process = subprocess.Popen(command, env={**os.environ, "COMMUNIQUE_RECORD": target})
    base = f"http://127.0.0.1:{port}"
    for _ in range(600):
        try:
            httpx2.get(f"{base}/login", timeout=5)
            return process, base
        except httpx2.HTTPError:
            time.sleep(0.2)
    raise RuntimeError("the workspace did not start")


def lost(target: str, told: Told) -> tuple[list[str], list[str]]:
    """Return decisions that the record does not have, and set values that do not stand."""
    with Record.open(target) as record:
        record.link()
        kept = {one.id for one in record.corrections.all()}
        missing = [name for name in told.made if name not in kept]
        holding: dict[str, tuple[str, ...]] = {}
        offset = 0
        while lines := record.corrections.lines(offset=offset, limit=200).items:
            holding |= {line.entry.id: line.engagements for line in lines}
            offset += len(lines)
        idle = []
        for name in told.last_set.values():
            entries = map(record.engagement, holding.get(name, ()))
            if not any(each.decision == name for entry in entries for each in entry.decided):
                idle.append(name)
    return missing, idle


def report(told: Told, target: str, minutes: float) -> None:
    """Print what was seen."""
    everything = [each for waited in told.waited.values() for each in waited]
    print(f"all: {_line(everything)}, {len(everything) / 60 / minutes:.1f} a second")
    for what, waited in sorted(told.waited.items()):
        print(f"  {what}: {_line(waited)}")
    missing, idle = lost(target, told)
    print(f"errors: {sum(told.errors.values())} {dict(told.errors) or ''}")
    print(f"decisions answered: {len(told.made)}; lost: {len(missing)}")
    print(f"last set on an engagement: {len(told.last_set)}; not standing: {len(idle)} {idle[:5]}")


def main() -> None:
    """Make the record, serve it, let everybody work, and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--editors", type=int, default=5)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--engagements", type=int, default=50_000)
    parser.add_argument("--target", help="the URL of a record that is there already")
    asked = parser.parse_args()
    cluster = None if asked.target else Cluster(SERVER)
    target = asked.target or cluster.new_record()
    server = None
    try:
        if not asked.target:
            build([target], asked.engagements)
        with Record.open(target) as record:
            known = {user.name for user in record.users.all()}
            secret = hashed(PASSWORD)
            for number, role in (
                (asked.readers, UserRole.READER),
                (asked.editors, UserRole.EDITOR),
            ):
                for name in {f"{role.value}{n}" for n in range(number)} - known:
                    record.users.add(name, role, secret)
        server, base = serve(target)
        print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        told = asyncio.run(run(base, asked.readers, asked.editors, asked.minutes))
        print(f"load after: {os.getloadavg()[0]:.1f}")
        server.terminate()
        server.wait()
        report(told, target, asked.minutes)
    finally:
        if server and server.poll() is None:
            server.kill()
        if cluster:
            cluster.stop()


def _line(waited: list[float]) -> str:
    some = sorted(waited)
    if not some:
        return "none"
    at = [some[min(len(some) - 1, int(len(some) * share))] for share in (0.5, 0.95, 0.99)]
    p50, p95, p99 = (round(1000 * one) for one in at)
    return f"{len(some)} requests, p50 {p50} ms, p95 {p95}, p99 {p99}, slowest {some[-1]:.1f} s"


if __name__ == "__main__":
    main()
