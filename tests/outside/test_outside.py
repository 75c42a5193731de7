"""No change lowers the reading of public data unseen: the scores meet the floors in floors.toml."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))[
    "scores"
]


def scores(scorer: Path) -> dict[str, float]:
    """The F1 of each measure in the table that ``scorer`` prints."""
    done = subprocess.run(
        [sys.executable, str(scorer)], capture_output=True, text=True, check=True, cwd=HERE
    )
    rows = [line.split() for line in done.stdout.splitlines()[1:]]
    return {" ".join(row[:-6]): float(row[-4]) for row in rows}


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS)
def test_scores_on_public_data_meet_their_floors(name: str, shared: Path) -> None:
    if not (shared / "benchmarks" / name).is_dir():
        pytest.skip(f"no {name} among the benchmarks beside this checkout")
    reached = scores(HERE / f"{name.replace('-', '_')}.py")
    below = {
        measure: f"{reached.get(measure, 0.0)} is below {floor}"
        for measure, floor in FLOORS[name].items()
        if reached.get(measure, 0.0) < floor
    }
    assert below == {}
