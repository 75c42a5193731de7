"""Long lists in pieces: databases take only so many values in one question."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, text

MANY = 500

T = TypeVar("T")


def among(connection: Connection, column: ColumnElement[str], values: Iterable[str]) -> Any:
    """Return the condition that a column has one of many values, handed over as one.

    A list of thousands costs more to prepare than to look up.
    """
    of_database = {
        "sqlite": "SELECT value FROM json_each(:among)",
        "postgresql": "SELECT jsonb_array_elements_text(CAST(:among AS jsonb))",
    }
    told = text(of_database[connection.dialect.name]).bindparams(among=json.dumps(list(values)))
    return column.in_(told.columns(column))


def batches(values: Iterable[T], size: int = MANY) -> Iterator[list[T]]:
    """Yield the values in lists of at most ``size``."""
    rest = iter(values)
    while batch := list(islice(rest, size)):
        yield batch
