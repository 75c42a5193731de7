"""Reading the CSV tables that ship inside the package."""

from __future__ import annotations

import csv
from importlib.resources import files

LIST_SEPARATOR = ";"


def read_rows(*path: str) -> list[list[str]]:
    """Return the rows below the heading of ``knowledge/<path>``, each with every column."""
    source = files("communique.knowledge").joinpath(*path)
    with source.open(encoding="utf-8") as lines:
        rows = csv.reader(lines)
        next(rows)
        return list(rows)


def read_table(*path: str) -> list[dict[str, str]]:
    """Return the rows of ``knowledge/<path>`` keyed by the column names in its heading."""
    source = files("communique.knowledge").joinpath(*path)
    with source.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def split_list(cell: str, separator: str = LIST_SEPARATOR) -> tuple[str, ...]:
    """Return the parts of a cell that holds several values."""
    return tuple(part for part in cell.split(separator) if part)
