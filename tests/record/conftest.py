"""A fresh record in SQLite and in PostgreSQL, and those that labelled pages amount to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Protocol

import pytest

from communique.record import Record
from record.made_readings import careful_readings
from record.postgres_cluster import Cluster, NoPostgres

DATABASES = ("sqlite", "postgresql")


class Places(Protocol):
    """Where records can be made; each gives a path or URL that nothing else uses."""

    def new_record(self) -> str:
        """Return the place of a new and empty record."""

    def new_database(self) -> str:
        """Return a place where there is nothing yet."""

    def drop(self, target: str) -> None:
        """Throw away what is there."""


class Folder:
    """Places for SQLite files in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0

    def new_database(self) -> str:
        self._made += 1
        return str(self._folder / f"{self._made}.db")

    new_record = new_database

    def drop(self, target: str) -> None:
        for file in Path(target).parent.glob(f"{Path(target).name}*"):
            file.unlink()


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL for these tests alone; they are skipped, saying so, where there can be none."""
    try:
        made = Cluster()
    except NoPostgres as reason:
        pytest.skip(f"not run over PostgreSQL: {reason}")
    yield made
    made.stop()


@pytest.fixture(scope="session", params=DATABASES)
def places(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Every test that keeps a record runs over each database."""
    if request.param == "sqlite":
        return Folder(tmp_path_factory.mktemp("records"))
    made: Cluster = request.getfixturevalue("cluster")
    return made


@pytest.fixture
def target(places: Places) -> Iterator[str]:
    """The place of a new and empty record."""
    place = places.new_record()
    yield place
    places.drop(place)


@pytest.fixture
def record(target: str) -> Iterator[Record]:
    with Record.open(target) as opened:
        yield opened


@pytest.fixture(scope="session")
def careful_record(places: Places) -> Callable[[Path], Record]:
    """Give for a folder of labelled pages the record of a careful reader's readings."""

    @cache
    def record_of(folder: Path) -> Record:
        opened = Record.open(places.new_record())
        for reading in careful_readings(folder):
            opened.keep(reading)
        return opened

    return record_of
