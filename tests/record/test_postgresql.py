"""A team's record in PostgreSQL answers as one in a file does.

Runs where COMMUNIQUE_TEST_POSTGRESQL names an empty database, such as
postgresql://me@localhost/communique_test; its tables are dropped at the end.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from communique.record import Kept, Record
from communique.record.connecting import engine_for
from communique.record.tables import metadata
from record.made_readings import EXAMPLES, careful_readings

URL = os.environ.get("COMMUNIQUE_TEST_POSTGRESQL", "")

pytestmark = pytest.mark.skipif(not URL, reason="COMMUNIQUE_TEST_POSTGRESQL names no database")


@pytest.fixture(scope="module")
def shared_record() -> Iterator[Record]:
    with Record.open(URL) as record:
        yield record
    engine = engine_for(URL)
    metadata.drop_all(engine)
    engine.dispose()


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


def test_it_answers_as_a_file_does(shared_record: Record, tmp_path: Path) -> None:
    readings = careful_readings(EXAMPLES)
    with Record.open(tmp_path / "file.db") as in_file:
        for one in readings:
            assert (shared_record.keep(one), in_file.keep(one)) == (Kept.NEW, Kept.NEW)
        assert everything(shared_record) == everything(in_file)


def test_pages_are_known_again(shared_record: Record) -> None:
    first = careful_readings(EXAMPLES)[0]
    changed = replace(first.document, text=first.document.text + " And more.")
    assert shared_record.keep(first) is Kept.UNCHANGED
    assert shared_record.keep(replace(first, accounts=first.accounts[:1])) is Kept.RECODED
    assert shared_record.keep(replace(first, document=changed)) is Kept.NEW_VERSION
