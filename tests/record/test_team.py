"""A record that many write at once, and one moved from one database to another."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from communique.record import Kept, Record, RecordError
from record.conftest import Places
from record.made_readings import EXAMPLES, careful_readings
from record.test_keeping import a_call, surroundings

WRITERS = 8
SHARED, OWN = 6, 4

# Every writer keeps the same pages, and some of its own; all begin with the first line they read.
WRITE = f"""
import sys
from communique.record import Record
from record.test_keeping import a_call
target, me = sys.argv[1:]
sys.stdin.readline()
with Record.open(target) as record:
    for n in range({SHARED}):
        print(record.keep(a_call(f"shared-{{n}}.txt")), flush=True)
    for n in range({OWN}):
        print(record.keep(a_call(f"{{me}}-{{n}}.txt")), flush=True)
        print(record.keep(a_call("often.txt", text=f"What {{me}} has for the {{n}}th time.")))
    record.link()
"""


def everything(record: Record) -> list[Any]:
    return [
        list(record.engagements(accounts=True)),
        list(record.engagements(states=("RUS",), since="2023-06", until="2024-01-01")),
        list(record.engagements(person="putin", topic="conflict")),
        record.commitments(),
        record.people(),
        record.relations(),
        record.documents(),
        record.unread(),
        list(record.readings()),
        record.check(),
    ]


def test_eight_writers_at_once_and_a_reader_among_them(places: Places) -> None:
    """Nothing is lost or doubled; a reader never sees half of what was done."""
    target = places.new_database()
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE, target, str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=surroundings(),
        )
        for number in range(WRITERS)
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    with Record.open(target) as record:
        while any(writer.poll() is None for writer in writers):
            assert_whole(record)
        told = [writer.communicate() for writer in writers]
        assert [errors for _, errors in told] == [""] * WRITERS
        outcomes = Counter(word for said, _ in told for word in said.split())
        versions = WRITERS * OWN
        assert outcomes[Kept.NEW] == SHARED + WRITERS * OWN + 1
        assert outcomes[Kept.NEW_VERSION] == versions - 1
        assert outcomes[Kept.UNCHANGED] == (WRITERS - 1) * SHARED
        assert assert_whole(record) == SHARED + WRITERS * OWN + 1
        assert [f for f in record.check() if not f.notice] == []
    places.drop(target)


def assert_whole(record: Record) -> int:
    """Every page's account stands in one engagement; return their number."""
    told = [account for e in record.engagements(accounts=True) for account in e.accounts]
    assert len({account.id for account in told}) == len(told)
    assert all(len(account.account.parties) == 2 for account in told)
    return len(told)


@pytest.mark.parametrize("back", [False, True], ids=["there", "and back"])
def test_a_record_moves_between_databases(target: str, tmp_path: Path, back: bool) -> None:
    with Record.open(tmp_path / "file.db") as in_file, Record.open(target) as other:
        source, copied = (other, in_file) if back else (in_file, other)
        for one in careful_readings(EXAMPLES):
            assert source.keep(one) is Kept.NEW
        source.keep(a_call("twice.txt"))
        source.keep(a_call("twice.txt", text="It was another day."))
        pages = source.copy_to(copied)
        assert pages == len(source.documents())
        assert everything(copied) == everything(source)
        assert copied.keep(careful_readings(EXAMPLES)[0]) is Kept.UNCHANGED


def test_only_an_empty_place_takes_a_copy(record: Record, tmp_path: Path) -> None:
    record.keep(a_call())
    with Record.open(tmp_path / "other.db") as other:
        other.keep(a_call("other.txt"))
        with pytest.raises(RecordError, match="holds something already"):
            record.copy_to(other)
        assert [document.path for document in other.documents()] == ["other.txt"]
