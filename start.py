#!/usr/bin/env python3
"""Set the project up and run it, on a machine that has only Python (3.11 or later).

    python3 start.py examples   read the shipped example pages and show what the record holds
    python3 start.py tests      run everything that a change has to pass

Both make a virtual environment in .venv beside this file and install what they need into it, in
versions that constraints.txt pins. Nothing outside this folder is changed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
EXTRAS = {"examples": "", "tests": "[dev,docs,parquet,postgresql]"}
NEEDS_PYTHON = (3, 11)


def main(arguments: list[str]) -> int:
    """Run one of the two tasks and return its exit code."""
    if len(arguments) != 1 or arguments[0] not in TASKS:
        print(__doc__, file=sys.stderr)
        return 2
    if sys.version_info < NEEDS_PYTHON:
        print("start.py needs Python 3.11 or later; this is " + sys.version.split()[0])
        return 2
    task = arguments[0]
    try:
        set_up(EXTRAS[task])
        if task == "tests":
            add_spark()
        TASKS[task]()
    except subprocess.CalledProcessError as failed:
        print(f"\nfailed: {' '.join(map(str, failed.cmd))}", file=sys.stderr)
        return 1
    return 0


def set_up(extras: str) -> None:
    """Make the virtual environment and install the project with its extras, unless done before."""
    if not PYTHON.exists():
        make_environment()
    stamp = VENV / f".communique-setup{extras or '-plain'}"
    if stamp.exists() and stamp.read_text("utf-8") == fingerprint():
        return
    say("installing into .venv (a few minutes the first time)")
    # Byte code is left to be made on first use: it would be a fifth of the installed size.
    quiet = ["--quiet", "--quiet", "--disable-pip-version-check", "--no-compile"]
    constraints = ["--constraint", str(HERE / "constraints.txt")]
    run(PYTHON, "-m", "pip", "install", *quiet, *constraints, "--editable", f".{extras}")
    # Python 3.11 puts setuptools into every environment; nothing here needs it.
    run(PYTHON, "-m", "pip", "uninstall", *quiet[:2], "--yes", "setuptools")
    stamp.write_text(fingerprint(), "utf-8")


def add_spark() -> None:
    """Install what the tests over Spark need, where there is a Java for it; else they are skipped.

    It is as large as all the rest, and where it cannot be had everything else can be tested.
    """
    if not shutil.which("java"):
        say("Java is not installed here: the tests over a Spark cluster are skipped")
        return
    try:
        set_up("[spark]")
    except subprocess.CalledProcessError:
        say("PySpark could not be installed: the tests over a Spark cluster are skipped")


def make_environment() -> None:
    """Make .venv; ends with advice where this Python cannot."""
    say("making .venv")
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], cwd=HERE, check=False)
    if made.returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    version = ".".join(map(str, sys.version_info[:2]))
    sys.exit(
        "\nThis Python cannot make virtual environments. On Debian or Ubuntu install the missing "
        f"part:\n    sudo apt install python{version}-venv\nand run this again."
    )


def fingerprint() -> str:
    """Return a hash of what decides which packages are installed."""
    parts = (HERE / name for name in ("pyproject.toml", "constraints.txt"))
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()


def examples() -> None:
    """Read the shipped pages into a record and ask it the main questions.

    A record that is there already is kept: somebody may have corrected it.
    """
    record = HERE / "examples.db"
    if record.exists():
        say(f"{record.name} is kept with what was corrected in it; delete it to begin anew")
    # One of the pages reports no engagement; read names it and ends with 1.
    communique("read", "examples/pages", "--record", record.name, fine=(0, 1))
    communique("timeline", "--record", record.name)
    communique("commitments", "--record", record.name)
    say(f"the record is {record.name}; ask on with, say,")
    print(f"    {BIN / 'communique'} timeline India --record {record.name}")


def tests() -> None:
    """Run every check of style, types and room order, then the tests; fails if one failed."""
    checks = (
        (PYTHON, "-m", "ruff", "check", "."),
        (PYTHON, "-m", "ruff", "format", "--check", "."),
        (PYTHON, "-m", "mypy"),
        (BIN / "lint-imports", "--no-cache"),
        (PYTHON, "-m", "pytest"),
    )
    if not shutil.which("initdb") and not any(Path("/usr/lib/postgresql").glob("*/bin/initdb")):
        say("PostgreSQL is not installed here: the tests of a team's record run over SQLite alone")
    if not any(map(shutil.which, ("chromium", "chromium-browser"))):
        say("Chromium is not installed here: the tests that walk through the workspace are skipped")
    failed = []
    for check in checks:
        say(" ".join([check[0].name, *check[1:]]))
        try:
            run(*check)
        except subprocess.CalledProcessError as error:
            failed.append(error)
    if failed:
        print(f"\n{len(failed)} of {len(checks)} checks failed", file=sys.stderr)
        raise failed[0]


TASKS = {"examples": examples, "tests": tests}


def communique(*arguments: str, fine: tuple[int, ...] = (0,)) -> None:
    """Run one command of the program, shown before its output."""
    say("communique " + " ".join(arguments))
    run(PYTHON, "-m", "communique", *arguments, fine=fine)


def run(*command: Path | str, fine: tuple[int, ...] = (0,)) -> None:
    """Run a command in the project's folder; raises CalledProcessError for other exit codes."""
    sys.stdout.flush()
    words = [str(part) for part in command]
    done = subprocess.run(words, cwd=HERE, check=False)
    if done.returncode not in fine:
        raise subprocess.CalledProcessError(done.returncode, words)


def say(words: str) -> None:
    """Print a line that stands out from what the commands print."""
    print(f"\n== {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
