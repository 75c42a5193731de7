"""start.py: what it says where it cannot work, and that it needs nothing but Python."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
START = ROOT / "start.py"


def test_it_imports_the_standard_library_alone() -> None:
    tree = ast.parse(START.read_text("utf-8"))
    named = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    taken_from = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    roots = {str(name).split(".")[0] for name in named | taken_from}
    assert roots <= sys.stdlib_module_names


@pytest.mark.parametrize("arguments", [[], ["sing"], ["examples", "tests"]])
def test_anything_but_its_two_tasks_shows_its_usage(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, str(START), *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "python3 start.py examples" in done.stderr


def test_every_pinned_version_is_a_plain_version() -> None:
    pins = [
        line
        for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert len(pins) > 40
    assert [pin for pin in pins if pin.count("==") != 1 or "/" in pin or "@" in pin] == []
