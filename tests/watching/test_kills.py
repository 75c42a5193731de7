"""A watch killed at any moment, again and again, loses nothing and keeps nothing twice."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from communique.record import Record
from record.test_keeping import surroundings
from watching.outlet import Outlet, index, rss, sitemap

QUICKLY = Path(__file__).parent / "quickly.py"
KILLS = int(os.environ.get("COMMUNIQUE_KILLS") or 5)
PAGES = 60
SOURCES = """
[watch]
pause = 0.03
[[source]]
name = "Feed"
feed = "{base}/feed.xml"
[[source]]
name = "Map"
sitemap = "{base}/index.xml"
days = 0
"""


@pytest.mark.slow
def test_whenever_it_is_killed_nothing_is_lost_and_nothing_twice(
    target: str, outlet: Outlet, tmp_path: Path
) -> None:
    chance = random.Random(7)
    outlet.publish(*range(PAGES))
    outlet.answers |= {
        "/index.xml": index({f"{outlet.base}/1.xml": "2024-03-05", f"{outlet.base}/2.xml": None}),
        "/1.xml": sitemap(outlet.base, range(20, 45)),
        "/2.xml": sitemap(outlet.base, range(40, PAGES)),
    }
    plan = tmp_path / "sources.toml"
    plan.write_text(SOURCES.format(base=outlet.base))
    command = [sys.executable, str(QUICKLY), target, str(plan)]
    killed = 0
    for turn in range(KILLS):
        outlet.answers["/feed.xml"] = rss(outlet.base, range(25 if turn else 10))
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=surroundings())
        try:
            run.wait(timeout=chance.uniform(2.0, 5.0))
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
            killed += 1
    outlet.answers["/feed.xml"] = rss(outlet.base, range(25))
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=surroundings())
    with Record.open(target) as record:
        kept = Counter(str(one.url) for one in record.documents())
        assert record.watched.states(["Feed", "Map"]) == {"kept": PAGES}
        assert not [fault for fault in record.check() if not fault.notice]
    assert kept == Counter(f"{outlet.base}/news/{n}" for n in range(PAGES))
    fetched = sum(outlet.times(f"/news/{n}", 200) for n in range(PAGES))
    assert PAGES <= fetched <= PAGES + killed * 2
