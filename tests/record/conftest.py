"""A fresh record, and those that labelled pages amount to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from communique.record import Record
from record.made_readings import careful_readings


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.db") as opened:
        yield opened


@pytest.fixture(scope="session")
def careful_record(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Record]:
    """Give for a folder of labelled pages the record of a careful reader's readings."""

    @cache
    def record_of(folder: Path) -> Record:
        opened = Record.open(tmp_path_factory.mktemp("careful") / "record.db")
        for reading in careful_readings(folder):
            opened.keep(reading)
        return opened

    return record_of
