"""Rooms import one way, and the command line answers before anything heavy is brought in."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = {
    "rich",
    "spacy",
    "thinc",
    "numpy",
    "trafilatura",
    "htmldate",
    "lxml",
    "sqlalchemy",
    "pyarrow",
    "starlette",
    "jinja2",
    "uvicorn",
    "babel",
    "argon2",
    "fastwarc",
    "feedparser",
    "protego",
    "urllib3",
}


def modules_after(*arguments: str) -> set[str]:
    """Return the top-level modules that a run of the program has imported when it ends."""
    program = (
        "import sys, json\n"
        "from communique.cli import main\n"
        "try:\n    main(sys.argv[1:], prog_name='communique')\n"
        "except SystemExit:\n    pass\n"
        "print('\\n' + json.dumps(sorted({name.split('.')[0] for name in sys.modules})))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("--version",),
        ("read", "--help"),
        ("timeline", "--help"),
        ("serve", "--help"),
        ("watch", "--help"),
        ("timeline", "--since", "soon"),
        ("users", "add", "--help"),
        ("show", "x", "--record", "there-is-no-such-record.db"),
    ],
    ids=" ".join,
)
def test_help_and_usage_errors_import_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert modules_after(*arguments) & HEAVY == set()


def test_rooms_import_one_way() -> None:
    from importlinter import cli

    assert cli.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_files_stay_small() -> None:
    too_long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "src").rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert too_long == {}


def test_functions_stay_small() -> None:
    too_long = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 50
    ]
    assert too_long == []


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are counted on Linux")
def test_reading_takes_one_thread() -> None:
    told = "import os, communique.language.parsing; print(len(os.listdir('/proc/self/task')))"
    bare = {name: value for name, value in os.environ.items() if "NUM_THREADS" not in name}
    done = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, check=True, env=bare
    )
    assert done.stdout.strip() == "1"
