"""A process killed while it reads, links, corrects and recodes leaves a whole record behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from record.conftest import Places
from record.test_keeping import surroundings

KILLING = Path(__file__).parent / "killing.py"
# ``COMMUNIQUE_KILLS=200`` asks for the long run.
TIMES = os.environ.get("COMMUNIQUE_KILLS", "6")


@pytest.mark.slow
def test_whenever_it_is_killed_the_record_is_whole(places: Places) -> None:
    target = places.new_database()
    done = subprocess.run(
        [sys.executable, str(KILLING), target, "--times", TIMES],
        capture_output=True,
        text=True,
        env=surroundings(),
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"{TIMES} kills; ")
    places.drop(target)
