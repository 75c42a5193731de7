"""Bad input, end to end: one clear line each, exit code 1, and everything else is kept."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import main

PAGE = """\
Two presidents speak by telephone

NAIROBI, May 3, 2023 - Kenyan President William Ruto spoke by telephone with Finnish President
Sauli Niinisto on Wednesday. The two leaders discussed trade and climate.
"""
GERMAN = (
    "Der Bundeskanzler hat am Mittwoch in Berlin den Präsidenten empfangen. Die beiden sprachen "
    "über den Handel, die Lage in der Region und die Zusammenarbeit ihrer Länder in den nächsten "
    "Jahren. Eine Einladung zu einem Gegenbesuch nahm der Kanzler gern an.\n"
) * 3
SPORT = (
    "Harbour side win again\n\nThe harbour side won their third match in a row on Saturday. The "
    "crowd sang long after the whistle, and the coach praised the young keeper.\n"
)


def communique(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "communique", *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bad")
    (made / "good.txt").write_text(PAGE, "utf-8")
    (made / "empty.txt").write_bytes(b"")
    (made / "binary.txt").write_bytes(bytes(range(256)) * 200)
    (made / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(5000))
    (made / "german.txt").write_text(GERMAN, "utf-8")
    (made / "sport.txt").write_text(SPORT, "utf-8")
    with (made / "huge.txt").open("wb") as huge:
        huge.truncate(200_000_000)
    return made


def test_where_nothing_could_be_read_no_record_is_made(folder: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    done = communique("read", str(folder / "german.txt"), "--record", str(record))
    assert done.returncode == 1
    assert "language 'de' is not read yet; 'en' is" in done.stderr.decode("utf-8")
    assert list(tmp_path.iterdir()) == []
    asked = communique("timeline", "--record", str(record))
    assert "make one first" in asked.stderr.decode("utf-8")


def test_every_bad_input_gets_one_line_and_the_good_page_is_kept(
    folder: Path, tmp_path: Path
) -> None:
    bad = [
        *(str(folder / name) for name in ("empty.txt", "binary.txt", "picture.png")),
        *(str(folder / name) for name in ("german.txt", "sport.txt", "huge.txt", "missing.txt")),
        "http://127.0.0.1:9/page",
        "https://no-such-host.invalid/page",
        str(folder / "no*match*.html"),
    ]
    record = str(tmp_path / "r.db")
    done = communique("read", *bad, str(folder / "good.txt"), "--record", record)
    lines = done.stderr.decode("utf-8").splitlines()
    for name in bad:
        named = [line for line in lines if line.startswith(f"{name}: ")]
        assert len(named) == 1, (name, lines)
        assert len(named[0].removeprefix(f"{name}: ")) >= len("empty")
    assert done.returncode == 1
    assert len(lines) == len(bad) + 2, lines  # and two of summary
    kept = json.loads(communique("timeline", "--json", "--record", record).stdout)
    assert [Path(each["document"]["path"]).name for each in kept[0]["accounts"]] == ["good.txt"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_other_encodings_are_read(encoding: str) -> None:
    page = PAGE.replace("Niinisto", "Niinistö")
    done = CliRunner().invoke(main, ["read", "-", "--jsonl"], input=page.encode(encoding))
    assert done.exit_code == 0, done.stderr
    assert "Niinistö" in json.loads(done.stdout)["document"]["text"]


def test_a_folder_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o000)
    if os.access(closed, os.R_OK):
        pytest.skip("this user may open any folder")
    done = communique("read", str(closed), "--jsonl")
    assert done.returncode == 1
    assert done.stderr.decode().startswith(f"{closed}: ")


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    done = communique("read", str(tmp_path), "--jsonl")
    assert done.returncode == 1
    assert done.stderr.decode().startswith(f"{tmp_path}: ")


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["timeline"], "communique read"),
        (["check"], "communique read"),
        (["show", "abc"], "communique read"),
    ],
)
def test_without_a_record_the_error_says_what_to_do(
    arguments: list[str], advice: str, tmp_path: Path
) -> None:
    done = communique(*arguments, "--record", str(tmp_path / "none.db"))
    assert done.returncode == 1
    assert advice in done.stderr.decode()
    assert not (tmp_path / "none.db").exists()


def test_what_is_no_record_is_named_and_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_text("this is a letter, not a record\n" * 50)
    done = communique("timeline", "--record", str(other))
    assert done.returncode == 1
    assert str(other) in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert other.read_text().startswith("this is a letter")


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
def test_a_stopped_run_leaves_a_sound_record_with_every_finished_page(
    how: signal.Signals, tmp_path: Path
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(400):
        text = PAGE.replace("May 3", f"May {1 + number % 28}") + f"\nPage number {number}.\n"
        (pages / f"{number:03}.txt").write_text(text, "utf-8")
    record = tmp_path / "r.db"
    command = [sys.executable, "-m", "communique", "read", str(pages), "--record", str(record)]
    running = subprocess.Popen(command, stderr=subprocess.PIPE)
    wait_for_pages(record, running)
    running.send_signal(how)
    _, said = running.communicate(timeout=60)
    assert running.returncode in (-signal.SIGKILL, 130), said
    checked = communique("check", "--json", "--record", str(record))
    assert checked.returncode == 0, checked.stdout
    kept = json.loads(communique("timeline", "--json", "--record", str(record)).stdout)
    assert 0 < sum(len(each["accounts"]) for each in kept) < 400
    if how is signal.SIGINT:
        assert b"every page finished before that is kept" in said


def wait_for_pages(record: Path, running: subprocess.Popen[bytes]) -> None:
    """Wait until the run has kept some pages."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and running.poll() is None:
        if pages_kept(record) >= 3:
            return
        time.sleep(0.05)
    pytest.fail(f"no page was kept in time (the run ended with {running.poll()})")


def pages_kept(record: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{record}?mode=ro", uri=True)) as connection:
            found: int = connection.execute("select count(*) from documents").fetchone()[0]
            return found
    except sqlite3.OperationalError:
        return 0
