"""Lists gone on with after an item, whatever comes in before it meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_

# What an item is sorted by, and its id.
Key = tuple[str, str]


def beyond(by: ColumnElement[Any], name: ColumnElement[Any], key: Key, *, rising: bool) -> Any:
    """Return the condition that an item comes after a key, in a list sorted by two columns."""
    value, own = key
    if rising:
        return or_(by > value, and_(by == value, name > own))
    return or_(by < value, and_(by == value, name < own))


def key_of(rows: Sequence[Row[Any]], limit: int, by: str, name: str) -> Key | None:
    """Return the key of the last of ``limit`` rows, where one more was asked for and is there."""
    if not 0 < limit < len(rows):
        return None
    last = rows[limit - 1]._mapping
    return last[by] or "", last[name]
