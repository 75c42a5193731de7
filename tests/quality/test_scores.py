"""No change lowers a score unseen: reading the labelled pages meets the floors in floors.toml."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import main

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads((TESTS / "floors.toml").read_text("utf-8"))[
    "scores"
]


def labelled(name: str, shared: Path) -> tuple[Path, Path]:
    """Return the answers and the folder of pages of a set."""
    return {
        "seeds": (shared / "seeds" / "expected.json", shared / "seeds"),
        "examples": (ROOT / "examples" / "expected.json", ROOT / "examples" / "pages"),
        "corpus": (TESTS / "corpus" / "expected.json", TESTS / "corpus" / "pages"),
    }[name]


def scores(expected: Path, pages: Path, scorer: Path, work: Path) -> dict[str, float]:
    """Return the F1 of each measure after reading the pages."""
    inputs = sorted(str(page) for page in pages.iterdir() if page.suffix in (".txt", ".html"))
    predicted = work / "predicted.jsonl"
    predicted.write_text(CliRunner().invoke(main, ["read", *inputs, "--jsonl"]).stdout, "utf-8")
    command = [sys.executable, str(scorer), str(expected), str(predicted)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "no output for" not in done.stderr
    rows = [line.split() for line in done.stdout.splitlines()[1:]]
    return {" ".join(row[:-6]): float(row[-4]) for row in rows}


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, floors in FLOORS.items() if floors])
def test_scores_meet_their_floors(name: str, shared: Path, tmp_path: Path) -> None:
    reached = scores(*labelled(name, shared), shared / "tools" / "score.py", tmp_path)
    below = {
        measure: f"{reached.get(measure, 0.0)} is below {floor}"
        for measure, floor in FLOORS[name].items()
        if reached.get(measure, 0.0) < floor
    }
    assert below == {}
