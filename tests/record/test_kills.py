"""A process killed while it reads, links, corrects and recodes leaves a whole record behind.

``killing.py`` kills what works on a ``Record``, often; ``killing_commands.py`` the program's own
commands.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from record.conftest import Places
from record.test_keeping import surroundings

KILLING = Path(__file__).parent / "killing.py"
KILLING_COMMANDS = Path(__file__).parent / "killing_commands.py"
# ``COMMUNIQUE_KILLS=200`` asks for the long run.
ASKED = os.environ.get("COMMUNIQUE_KILLS")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("killing", "times"), [(KILLING, ASKED or "6"), (KILLING_COMMANDS, ASKED or "3")]
)
def test_whenever_it_is_killed_the_record_is_whole(
    killing: Path, times: str, places: Places
) -> None:
    target = places.new_database()
    done = subprocess.run(
        [sys.executable, str(killing), target, "--times", times],
        capture_output=True,
        text=True,
        env=surroundings(),
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"{times} ")
    places.drop(target)
