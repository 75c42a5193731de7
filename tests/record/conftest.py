"""A fresh record, and the one that the seeds amount to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.record import Record
from record.made_readings import careful_readings


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.db") as opened:
        yield opened


@pytest.fixture
def seeds_record(record: Record, shared: Path) -> Record:
    for reading in careful_readings():
        record.keep(reading)
    return record
