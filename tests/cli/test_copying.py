"""``communique copy`` as one calls it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from communique.cli import main
from communique.record import Record
from record.made_readings import EXAMPLES, careful_readings


def test_a_record_is_copied_once(tmp_path: Path) -> None:
    old, new = str(tmp_path / "old.db"), str(tmp_path / "new.db")
    with Record.open(old) as record:
        for reading in careful_readings(EXAMPLES):
            record.keep(reading)
        pages = len(record.documents())
    done = CliRunner().invoke(main, ["copy", old, new])
    assert done.exit_code == 0
    assert done.stderr.startswith(f"copied {pages} pages, ")
    with Record.open(new) as record:
        assert len(record.documents()) == pages
    again = CliRunner().invoke(main, ["copy", old, new])
    assert again.exit_code == 1
    assert "Error: it holds something already; name a place" in again.stderr
    itself = CliRunner().invoke(main, ["copy", old, old])
    assert itself.exit_code == 2
    assert "one record; name another place" in itself.stderr


def test_there_has_to_be_something_to_copy(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["copy", str(tmp_path / "no.db"), str(tmp_path / "new.db")])
    assert done.exit_code == 1
    assert "no record at" in done.stderr
    assert not (tmp_path / "new.db").exists()
