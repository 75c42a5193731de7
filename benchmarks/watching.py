"""A watch over outlets that misbehave: what is lost, what comes twice, whether memory stays flat.

    python benchmarks/watching.py [--minutes 60] [--every 10] [--pages 0.5] [--kills 0]

Thirteen outlets on this machine (``bad_outlets.py``) publish pages and correct them, so many a
second in all; each has a trouble of its own for twenty seconds of every minute. ``communique
watch`` looks at each every ``--every`` seconds, with the reader as it is; so often as ``--kills``
says it is killed (SIGKILL) and begun again. Then the outlets are well until it has caught up.

A page is lost where the record does not hold it, in the last version that its list could tell of,
and the watch did not name it as given up. Memory is that of the watch and of its reading process.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from bad_outlets import TROUBLES, Outlet  # noqa: E402

from communique.record import Record  # noqa: E402

KINDS = ("feed", "sitemap", "listing")
CATCHING_UP = 300.0
BETWEEN_SAMPLES = 5.0


@dataclass
class Soak:
    """A watch under way, and what was seen of it."""

    command: list[str]
    log: Path
    process: subprocess.Popen[bytes] | None = None
    begun: float = 0.0
    memory: list[tuple[float, float, float]] = field(default_factory=list)

    def start(self) -> None:
        """Begin the watch, or begin it again."""
        with self.log.open("ab") as log:
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
            self.process = subprocess.Popen(
                self.command, stdout=log, stderr=subprocess.STDOUT, env=environment
            )

    def end(self, how: signal.Signals) -> int:
        """End the watch and return its exit code."""
        assert self.process is not None
        self.process.send_signal(how)
        return self.process.wait(timeout=60)

    def sample(self) -> None:
        """Note the memory of the watch and of its child, in MB."""
        assert self.process is not None
        if self.process.poll() is not None:
            sys.exit(f"the watch ended by itself:\n{self.log.read_text('utf-8')[-2000:]}")
        watch, child = resident(self.process.pid), sum(map(resident, children(self.process.pid)))
        at = time.monotonic() - self.begun
        if not self.memory or int(at / 60) > int(self.memory[-1][0] / 60):
            print(f"after {at:5.0f} s {watch:6.0f} {child:6.0f} MB", file=sys.stderr, flush=True)
        self.memory.append((at, watch, child))


def resident(pid: int) -> float:
    """Return the memory that a process holds, in MB; 0 where it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def children(pid: int) -> list[int]:
    """Return the processes that a process began."""
    try:
        return [int(each) for each in
                Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]  # fmt: skip
    except OSError:
        return []


def sources(outlets: list[Outlet], every: float) -> str:
    """Return the file of sources that names the outlets' lists."""
    parts = [f"[watch]\nevery = {every}\npause = 0.05\nretry = 2\ntries = 6\n"]
    for number, outlet in enumerate(outlets):
        links = "links = '/news/'\n" if outlet.kind == "listing" else ""
        days = "days = 0\n" if outlet.kind == "sitemap" else ""
        address = f"{outlet.kind} = '{outlet.base}/list'"
        parts.append(f"[[source]]\nname = '{number} {outlet.trouble}'\n{address}\n{links}{days}")
    return "\n".join(parts)


def soak(arguments: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Run the whole of it and return the figures."""
    outlets = [
        Outlet(KINDS[n % 3], trouble, 100_000 * (n + 1)) for n, trouble in enumerate(TROUBLES)
    ]
    plan, record = folder / "sources.toml", folder / "watched.db"
    plan.write_text(sources(outlets, arguments.every), "utf-8")
    command = [sys.executable, "-m", "communique", "watch", str(plan), "--record", str(record)]
    run = Soak([*command, "--allow-host", "127.0.0.1"], folder / "watch.log")
    run.begun = time.monotonic()
    run.start()
    seconds, published, kills, sampled = arguments.minutes * 60, 0, 0, 0.0
    while (gone := time.monotonic() - run.begun) < seconds:
        while published < gone * arguments.pages:
            outlets[published % len(outlets)].publish()
            published += 1
        if kills < arguments.kills and gone > seconds * (kills + 1) / (arguments.kills + 1):
            kills += 1
            run.end(signal.SIGKILL)
            run.start()
        if gone - sampled > BETWEEN_SAMPLES:
            sampled = gone
            run.sample()
        time.sleep(0.2)
    for outlet in outlets:
        outlet.quiet = True
    caught_up = wait_until_caught_up(record, arguments.every)
    run.sample()
    code = run.end(signal.SIGTERM)
    return {**verdict(outlets, record), "caught up after": caught_up, "exit code": code,
            "kills": kills, "seconds": seconds, "memory": run.memory,
            "said": (folder / "watch.log").read_text("utf-8").splitlines()}  # fmt: skip


def wait_until_caught_up(record: Path, every: float) -> float:
    """Wait until every list was looked at again and nothing waits; return the seconds it took."""
    begun = time.monotonic()
    still = 0.0
    with Record.open(record) as opened:
        names = opened.watched.sources()
        while time.monotonic() - begun < CATCHING_UP and still < 3 * every + 30:
            waiting = opened.watched.states(names).get("waiting", 0)
            failing = opened.watched.failing(names)
            still = 0.0 if waiting or failing else still + 1.0
            time.sleep(1.0)
    return time.monotonic() - begun - still


def verdict(outlets: list[Outlet], record: Path) -> dict[str, Any]:
    """Return what became of every page that was published."""
    found: Counter[str] = Counter()
    lost: list[str] = []
    with Record.open(record) as opened:
        texts = {str(r.document.url): r.document.text for r in opened.readings()}
        urls = Counter(str(one.url) for one in opened.documents())
        given_up = opened.watched.given_up()
        faults = [fault for fault in opened.check() if not fault.notice]
        found["engagements"] = sum(1 for _ in opened.engagements())
    for outlet in outlets:
        for number, version in outlet.versions.items():
            url = f"{outlet.base}/news/{number}"
            told = f"This is version {version} of statement {number}."
            found["published"] += 1
            found["corrections"] += version - 1
            if told in texts.get(url, "") or (outlet.kind == "listing" and url in texts):
                found["kept"] += 1
            elif url in given_up:
                found["given up by name"] += 1
                found[f"  {given_up[url]}"] += 1
            else:
                lost.append(f"{url} ({outlet.trouble}, version {version})")
    asked: Counter[str] = sum((outlet.asked for outlet in outlets), Counter())
    again = sum(n - 1 for outlet in outlets for n in outlet.fetched.values())
    twice = [url for url, number in urls.items() if number > 1]
    return {"found": found, "lost": lost, "twice": twice, "faults": faults, "asked": asked,
            "fetched again": again}  # fmt: skip


def show(figures: dict[str, Any]) -> None:
    """Print the figures."""
    memory = figures["memory"]
    for name, number in figures["found"].items():
        print(f"{name:<40} {number:>8,}")
    for name in ("lost", "twice", "faults"):
        print(f"{name:<40} {len(figures[name]):>8,}   {figures[name][:3] or ''}")
    print(f"{'versions fetched again':<40} {figures['fetched again']:>8,}")
    for name, number in sorted(figures["asked"].items()):
        print(f"{'answers: ' + name:<40} {number:>8,}")
    failures = sum("asked again from" in line for line in figures["said"])
    print(f"{'failures of lists, named':<40} {failures:>8,}")
    print(f"{'caught up after, seconds':<40} {figures['caught up after']:>8.0f}")
    print(f"kills {figures['kills']}, exit code {figures['exit code']}")
    print("memory in MB, watch and reader:")
    for share in (0.1, 0.25, 0.5, 0.75, 1.0):
        at, watch, child = memory[min(len(memory) - 1, int(share * (len(memory) - 1)))]
        print(f"  after {at:5.0f} s   {watch:6.0f}  {child:6.0f}")
    print(f"  at most         {max(m[1] for m in memory):6.0f}  {max(m[2] for m in memory):6.0f}")


def main() -> int:
    """Run the soak; 1 where something was lost, came twice, or broke the record."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--every", type=float, default=10)
    parser.add_argument("--pages", type=float, default=0.5, help="published a second, in all")
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="a folder for the record and the watch's words")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if arguments.keep:
            arguments.keep.mkdir(parents=True, exist_ok=True)
        figures = soak(arguments, arguments.keep or Path(folder))
    show(figures)
    return int(bool(figures["lost"] or figures["twice"] or figures["faults"]))


if __name__ == "__main__":
    sys.exit(main())
