"""Lists gone on with after an item, whatever comes in before it meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_

from communique.record.errors import RecordError

# What an item is sorted by, and its id.
Key = tuple[str, str]
# The largest number that every database counts with.
_MOST = 2**31 - 1


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


def fewer(number: ColumnElement[Any], name: Any, key: Key) -> Any:
    """Return the condition that an item comes after a key, in a list with the largest number first.

    Items of one number stand by name; ``name`` is their id. Raises RecordError for no such key.
    """
    value, own = key
    if not (value.isascii() and value.isdecimal() and len(value) < 11 and int(value) <= _MOST):
        raise RecordError("the list cannot be gone on with from there")
    return or_(number < int(value), and_(number == int(value), name > own))


def counted_key(rows: Sequence[Row[Any]], limit: int, number: str, name: str) -> Key | None:
    """Return what ``key_of`` does, of a list sorted by a number."""
    if not 0 < limit < len(rows):
        return None
    last = rows[limit - 1]._mapping
    return str(last[number]), last[name]
