"""Long lists in pieces: databases take only so many values in one question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

MANY = 500

T = TypeVar("T")


def batches(values: Iterable[T], size: int = MANY) -> Iterator[list[T]]:
    """Yield the values in lists of at most ``size``."""
    rest = iter(values)
    while batch := list(islice(rest, size)):
        yield batch
