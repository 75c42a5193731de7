"""A record of the example pages and the workspace over it, asked without a network."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from communique.model import Document
from communique.pages import read_documents
from communique.reader import Reader
from communique.record import Record
from communique.web.app import create_app
from communique.web.settings import Settings

HERE = "http://127.0.0.1:8765"


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load()


@pytest.fixture(scope="session")
def example_record(
    reader: Reader, examples_pages: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The record of the example pages, for tests that change nothing."""
    path = tmp_path_factory.mktemp("web") / "examples.db"
    with Record.open(path) as record:
        for page in read_documents([str(examples_pages)]):
            assert isinstance(page, Document)
            record.keep(reader.read(page))
        record.link()
    return path


@pytest.fixture
def copied_record(example_record: Path, tmp_path: Path) -> Path:
    """A record of the example pages that a test may change."""
    return Path(shutil.copy(example_record, tmp_path / "copied.db"))


@pytest.fixture(scope="session")
def client(example_record: Path) -> Iterator[TestClient]:
    with TestClient(
        create_app(Settings(record=str(example_record), patience=60)), base_url=HERE
    ) as made:
        yield made


@pytest.fixture
def client_of() -> Iterator[Callable[[Path], TestClient]]:
    """Give the workspace over any record."""
    made: list[TestClient] = []

    def over(record: Path) -> TestClient:
        app = create_app(Settings(record=str(record), patience=60))
        made.append(TestClient(app, base_url=HERE).__enter__())
        return made[-1]

    yield over
    for each in made:
        each.__exit__(None, None, None)


class LinkedAtOnce:
    """In the place of the process that links: links within the request, sparing its start."""

    def __init__(self, target: str) -> None:
        self._target = target

    def start(self) -> None:
        """Nothing to begin."""

    stop = start

    def wake(self) -> None:
        with Record.open(self._target) as record:
            record.link()

    def wait(self, record: Record, seconds: float) -> bool:
        self.wake()
        return True


@pytest.fixture
def linked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.web.app.Linker", LinkedAtOnce)
