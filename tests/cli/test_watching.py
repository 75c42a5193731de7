"""``communique watch`` around the room: what is printed, and how a run ends."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli import main
from communique.record import Record
from record.test_keeping import surroundings
from watching.outlet import Answer, Outlet, rss
from watching.quickly import read_quickly


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    opened = Outlet()
    opened.publish(1, 2)
    opened.answers["/feed.xml"] = rss(opened.base, [1, 2, 3])
    yield opened
    opened.stop()


@pytest.fixture
def sources(outlet: Outlet, tmp_path: Path) -> Path:
    path = tmp_path / "sources.toml"
    path.write_text(
        "[watch]\npause = 0\nretry = 0.1\npatience = 1\n"
        f"[[source]]\nname = 'Ministry'\nfeed = '{outlet.base}/feed.xml'\n"
    )
    return path


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    read_quickly(monkeypatch.setattr)


def run(sources: Path, *options: str) -> Result:
    record = str(sources.parent / "watched.db")
    command = ["watch", str(sources), "--record", record, "--allow-host", "127.0.0.1", *options]
    return CliRunner().invoke(main, command)


def test_line_tells_of_each_source(quick: None, sources: Path, outlet: Outlet) -> None:
    result = run(sources, "--once")
    assert result.exit_code == 0
    assert result.stdout == (
        "Ministry: 3 new, 2 pages read (2 new), 2 without an engagement, "
        "1 could not be read (HTTP 404 not found ×1)\n"
    )
    assert f"{outlet.base}/news/3: HTTP 404 not found\n" in result.stderr
    assert run(sources, "--once").stdout == "Ministry: 0 new\n"


def test_source_that_fails_is_told_of_and_makes_the_exit_code_1(
    quick: None, sources: Path, outlet: Outlet
) -> None:
    outlet.answers["/feed.xml"] = Answer(b"gone", status=410)
    result = run(sources, "--once")
    assert result.exit_code == 1
    assert result.stdout == f"Ministry: FAILED: {outlet.base}/feed.xml: HTTP 410 gone\n"
    assert f"{outlet.base}/feed.xml: HTTP 410 gone; asked again from " in result.stderr


def test_dry_run_fetches_and_keeps_no_page(quick: None, sources: Path, outlet: Outlet) -> None:
    result = run(sources, "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Ministry: 3 pages named, 3 to be fetched",
        *[f"  {outlet.base}/news/{n}" for n in (1, 2, 3)],
    ]
    assert not (sources.parent / "watched.db").exists()
    assert outlet.times("/news/1") == 0
    run(sources, "--once")
    assert run(sources, "--dry-run").stdout == "Ministry: 3 pages named, 0 to be fetched\n"


def test_private_hosts_are_left_alone_unless_allowed(quick: None, sources: Path) -> None:
    command = ["watch", str(sources), "--once", "--record", str(sources.parent / "w.db")]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert "leads into a private network, which is not fetched" in result.stdout


def test_file_that_is_none_is_named(tmp_path: Path) -> None:
    result = run(tmp_path / "none.toml")
    assert result.exit_code == 1
    assert "none.toml cannot be read: no such file or directory" in result.stderr


@pytest.mark.slow
@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_watch_ends_at_once_when_it_is_asked_to(
    sources: Path, outlet: Outlet, asked: signal.Signals
) -> None:
    """With the reader as it is, and a page that would take its time."""
    outlet.answers["/news/2"] = Answer(b"late", delay=20)
    record = sources.parent / "watched.db"
    command = [sys.executable, "-m", "communique", "watch", str(sources), "--record", str(record)]
    process = subprocess.Popen(
        [*command, "--allow-host", "127.0.0.1", "--every", "1h"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings(),
    )  # fmt: skip
    until = time.monotonic() + 90
    while not record.exists() or not pages_in(record):
        assert time.monotonic() < until
        time.sleep(0.2)
    process.send_signal(asked)
    began = time.monotonic()
    out, said = process.communicate(timeout=20)
    assert time.monotonic() - began < 5
    assert process.returncode == 130
    assert "1 page read (1 new)" in out
    assert out.rstrip().endswith(("1 waiting", "2 waiting"))
    assert said.endswith("stopped; the next watch goes on from here\n")


def pages_in(record: Path) -> int:
    with Record.open(record) as opened:
        return len(opened.documents())
