"""``communique recode``: it shows, asks, and keeps only what it was told to keep."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli import main, recoding
from communique.model import Document, Reading, Status
from communique.record import Record
from record.test_corrections import told


class OtherReader:
    """Reads every engagement as cancelled, and one page not at all."""

    def __init__(self, readings: dict[str | None, Reading]) -> None:
        self._readings = readings

    def read(self, document: Document) -> Reading:
        reading = self._readings[document.path]
        if document.path == "c.txt":
            raise ValueError("no more")
        told = replace(reading.accounts[0], status=Status.CANCELLED)
        return replace(reading, accounts=(told,), coder="2")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "record.db"
    readings = [told("a.txt", "2023-05-03"), told("b.txt", "2023-06-09")]
    with Record.open(path) as record:
        for reading in readings:
            record.keep(reading)
    by_path = {reading.document.path: reading for reading in readings}
    monkeypatch.setattr(recoding, "load_reader", lambda _: OtherReader(by_path))
    return path


def run(path: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["recode", *words, "--record", str(path)])


def statuses(path: Path) -> list[str]:
    with Record.open(path) as record:
        return [engagement.status for engagement in record.engagements()]


def test_what_would_change_is_shown_and_nothing_kept(kept: Path) -> None:
    done = run(kept)
    assert done.exit_code == 0
    assert done.stdout.count("status: held → cancelled") == 2
    assert "2 pages read otherwise, 2 changes of the record; nothing is kept yet" in done.stderr
    assert "--keep" in done.stderr
    assert statuses(kept) == ["held", "held"]


def test_with_keep_it_is_kept(kept: Path) -> None:
    assert run(kept, "--keep").exit_code == 0
    assert statuses(kept) == ["cancelled", "cancelled"]
    again = run(kept)
    assert again.stderr == "every page reads as it did\n"


@pytest.mark.parametrize(("answer", "status"), [(True, "cancelled"), (False, "held")])
def test_on_a_terminal_it_asks(
    kept: Path, answer: bool, status: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recoding, "_wanted", lambda: answer)
    assert run(kept).exit_code == 0
    assert statuses(kept) == [status] * 2


def test_json_alone(kept: Path) -> None:
    changes = json.loads(run(kept, "--json").stdout)
    assert [(c["what"], c["how"]) for c in changes] == [("engagement", "changed")] * 2
    assert changes[0]["fields"] == [{"field": "status", "before": "held", "after": "cancelled"}]
    assert statuses(kept) == ["held", "held"]


def test_a_page_that_cannot_be_read_again_stays_as_it_was(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Record.open(kept) as record:
        record.keep(told("c.txt", "2023-07-09"))
    reading = told("c.txt", "2023-07-09")
    reader = recoding.load_reader(None)
    reader._readings["c.txt"] = reading
    done = run(kept, "--keep")
    assert done.exit_code == 1
    assert "c.txt: the reader failed, its old reading stays" in done.stderr
    assert statuses(kept) == ["cancelled", "cancelled", "held"]
