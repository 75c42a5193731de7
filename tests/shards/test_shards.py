"""Shards: the same bytes whoever reads them, and nothing lost but the time of what was cut off."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

pytest.importorskip("pyarrow")

from communique.cli import main
from communique.model import Reading
from communique.pages import Refusal
from communique.pages.archives import pieces
from communique.record import Record
from communique.shards import (
    Folder,
    given_by,
    plan,
    planning,
    read_shard,
    read_with_pool,
)
from communique.shards.folder import AT, DONE
from shards.made_pages import (
    DEADLY,
    ENDLESS,
    bytes_of,
    manner,
    planned,
    read_fatally,
    said,
    write_pages,
)

PAGES = 24


def in_a_process(target: Any, *arguments: Any) -> int | None:
    process = multiprocessing.get_context("spawn").Process(target=target, args=arguments)
    process.start()
    process.join()
    return process.exitcode


def test_a_plan_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    folder = write_pages(tmp_path / "pages", shards=2)
    (folder / "a.txt").write_text("One page.")
    first, again = planned(folder), planned(folder)
    assert first == again
    assert [len(shard.names) for shard in first.shards] == [1, 1, 1]
    (folder / "1.jsonl").write_text("{}\n")
    changed = planned(folder)
    same = [a.id == b.id for a, b in zip(first.shards, changed.shards, strict=True)]
    assert same == [True, False, True]


def test_pieces_grow_with_what_there_is_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "_SHARDS", 4)
    monkeypatch.setattr(planning, "WARC_BYTES", 200)
    monkeypatch.setattr(pieces, "LINES_BYTES", 200)
    few = planned(write_pages(tmp_path / "few", shards=1)).shards
    many = planned(write_pages(tmp_path / "many", shards=1, pages=60)).shards
    assert len(few) > 1
    assert len(many) < 3 * len(few)


def test_what_is_not_there_and_what_is_no_file_stays_out_of_the_shards(tmp_path: Path) -> None:
    made = plan([str(tmp_path / "none"), "https://news.example/a", "-"])
    assert made.shards == ()
    assert [refusal.reason for refusal in made.refused] == ["no such file or folder"]
    assert made.others == ("https://news.example/a", "-")


def test_a_pool_gives_the_bytes_of_one_process(pages: Path, whole: Folder, tmp_path: Path) -> None:
    shards, folder = planned(pages).shards, Folder(tmp_path / "pool")
    ended = list(read_with_pool(shards, folder, manner(), workers=2))
    assert ended == [(shard, None) for shard in shards]
    assert bytes_of(folder, shards) == bytes_of(whole, shards)
    stats = [folder.stats(shard) for shard in shards]
    assert sum(one["read"] for one in stats) == PAGES
    assert sum(one["accounts"] for one in stats) >= PAGES


def test_readings_come_back_as_they_were(pages: Path, whole: Folder) -> None:
    from communique.exchange.json_form import reading_to_json
    from communique.pages import read_documents
    from communique.reader import Reader

    shards, reader = planned(pages).shards, Reader.load()
    back = [one for shard in shards for one in given_by(shard, whole)]
    read = [reader.read(page) for page in read_documents([str(pages)])]  # type: ignore[arg-type]
    assert all(isinstance(one, Reading) for one in back)
    assert list(map(reading_to_json, back)) == list(map(reading_to_json, read))  # type: ignore[arg-type]
    assert {one.coder for one in back} == {reader.version}  # type: ignore[union-attr]


def test_a_killed_worker_costs_its_shard_alone(pages: Path, whole: Folder, tmp_path: Path) -> None:
    shards, folder = planned(pages).shards, Folder(tmp_path / "killed")
    killed: list[int] = []

    def kill_one() -> None:
        while not any(folder.path.glob(f"*.{AT}")):
            time.sleep(0.01)
        (worker,) = multiprocessing.active_children()
        os.kill(worker.pid or 0, signal.SIGKILL)
        killed.append(worker.pid or 0)

    killer = threading.Thread(target=kill_one)
    killer.start()
    ended = list(read_with_pool(shards, folder, manner(), workers=1))
    killer.join()
    assert killed
    assert ended == [(shard, None) for shard in shards]
    assert bytes_of(folder, shards) == bytes_of(whole, shards)
    assert multiprocessing.active_children() == []


def test_what_is_done_is_not_read_again_unless_it_is_spoilt(
    pages: Path, whole: Folder, tmp_path: Path
) -> None:
    shards, folder = planned(pages).shards, Folder(tmp_path / "again")
    for shard in shards:
        read_shard(shard, folder, manner())
    spoilt = folder.file(shards[2], "accounts.parquet")
    spoilt.write_bytes(spoilt.read_bytes()[:-20])
    marks = [folder.file(shard, DONE).stat().st_mtime_ns for shard in shards]
    for shard in shards:
        read_shard(shard, folder, manner())
    later = [folder.file(shard, DONE).stat().st_mtime_ns for shard in shards]
    fresh = [one != other for one, other in zip(marks, later, strict=True)]
    assert fresh == [False, False, True, False]
    assert bytes_of(folder, shards) == bytes_of(whole, shards)


@pytest.mark.parametrize(("odd", "seconds"), [(DEADLY, 60.0), (ENDLESS, 10.0)])
def test_a_page_that_ends_the_process_is_left_out_the_third_time(
    tmp_path: Path, odd: str, seconds: float
) -> None:
    shard = planned(write_pages(tmp_path / "pages", shards=2, odd=odd)).shards[1]
    folder = tmp_path / "out"
    asked = (shard.to_json(), str(folder), said(manner(seconds)))
    assert [in_a_process(read_fatally, *asked) != 0 for _ in range(3)] == [True, True, False]
    given = list(given_by(shard, Folder(folder)))
    refused = [one for one in given if isinstance(one, Refusal)]
    assert len(given) == 6
    assert [one.source.split()[-1] for one in refused] == ["https://news.example/1/3"]
    assert "ended the process" in refused[0].reason


def test_another_program_does_not_read_for_this_one(pages: Path, tmp_path: Path) -> None:
    from dataclasses import replace

    shard = planned(pages).shards[0]
    with pytest.raises(Exception, match="is to read"):
        read_shard(shard, Folder(tmp_path), replace(manner(), coder="another"))


def run(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "communique", *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def kept(record: Path) -> list[Any]:
    with Record.open(record, create=False) as opened:
        pages = sorted(repr(reading) for reading in opened.readings())
        return [pages, [(e.id, e.start, e.status) for e in opened.engagements()]]


def test_a_killed_run_goes_on_where_it_was(pages: Path, tmp_path: Path) -> None:
    straight, killed = tmp_path / "straight.db", tmp_path / "killed.db"
    assert run("read", str(pages), "--record", str(straight)).wait() == 0
    asked = ("read", str(pages), "--engine", "pool", "--workers", "1", "--record", str(killed))
    beside = tmp_path / "killed.db.shards"
    driver = run(*asked)
    while not list(beside.glob(f"*.{DONE}")):
        assert driver.poll() is None
        time.sleep(0.02)
    driver.kill()
    driver.wait()
    done = {path: path.stat().st_mtime_ns for path in beside.glob(f"*.{DONE}")}
    again = run(*asked, "--shards", str(beside))
    assert again.wait() == 0
    assert {path: path.stat().st_mtime_ns for path in done} == done
    assert kept(killed) == kept(straight)
    with Record.open(killed) as record:
        assert [fault for fault in record.check() if not fault.notice] == []


def test_a_damaged_archive_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = write_pages(tmp_path / "pages", shards=3)
    (folder / "1.jsonl.gz").write_bytes(b"\x1f\x8b\x08 nothing that could be unpacked")
    record = tmp_path / "a.db"
    reading = run("read", str(folder), "--engine", "one", "--record", str(record))
    _, told = reading.communicate()
    assert reading.returncode == 1
    assert b"1.jsonl.gz: damaged" in told
    with Record.open(record) as opened:
        assert len(opened.documents()) == 18
    assert not (tmp_path / "a.db.shards").exists()


@pytest.mark.parametrize(
    "options", [("--master", "local"), ("--engine", "spark", "--spark-conf", "no value")]
)
def test_what_spark_is_told_wrongly_is_a_usage_error(options: tuple[str, ...]) -> None:
    assert CliRunner().invoke(main, ["read", "pages", *options]).exit_code == 2


def test_a_run_that_is_stopped_holds_it_against_no_page(pages: Path, tmp_path: Path) -> None:
    shards, folder = planned(pages).shards, Folder(tmp_path / "stopped")
    for _ in range(2):
        run_of_shards = read_with_pool(shards, folder, manner(), workers=1)
        next(run_of_shards)
        while not (folder.file(shards[-1], DONE).exists() or any(folder.path.glob(f"*.{AT}"))):
            time.sleep(0.01)
        run_of_shards.close()
        assert not any(folder.path.glob(f"*.{AT}"))
    folder.clear(shards)
    assert not folder.path.exists()
