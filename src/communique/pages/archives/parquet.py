"""Pages as a Parquet table, such as datasets of news come in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from communique.model import Document
from communique.pages.archives.pieces import WHOLE, Piece
from communique.pages.archives.rows import COLUMNS, read_row
from communique.pages.limits import Limits, Refusal
from communique.pages.sources import reason_of

_ROWS = 32


def read_parquet(name: str, limits: Limits, piece: Piece = WHOLE) -> Iterator[Document | Refusal]:
    """Yield the page of every row; only the columns that matter are read."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        yield Refusal(name, "Parquet needs PyArrow: pip install 'communique[parquet]'")
        return
    try:
        with parquet.ParquetFile(name) as table:
            for number, row in _rows(table, piece):
                yield read_row(row, f"{name}#{number}", limits)
            if not table.metadata.num_rows:
                yield Refusal(name, "empty")
    except (pyarrow.ArrowException, ValueError) as error:
        reason = (str(error).splitlines() or ["broken"])[0][:120]
        yield Refusal(name, f"a damaged Parquet file: {reason}")
    except OSError as error:
        yield Refusal(name, f"a damaged Parquet file: {reason_of(error)[:120]}")


def _rows(table: Any, piece: Piece) -> Iterator[tuple[int, Any]]:
    """Yield the rows of a piece, numbered from 1 on; groups of rows outside it are not unpacked."""
    wanted = [each for each in table.schema_arrow.names if each in COLUMNS]
    at = 0
    for group in range(table.num_row_groups):
        rows = table.metadata.row_group(group).num_rows
        if at + rows <= piece.first or (piece.last is not None and at >= piece.last):
            at += rows
            continue
        for batch in table.iter_batches(batch_size=_ROWS, row_groups=[group], columns=wanted):
            size = batch.num_rows
            if at + size > piece.first and (piece.last is None or at < piece.last):
                for place, row in enumerate(batch.to_pylist(), at):
                    if piece.holds(place):
                        yield place + 1, row
            at += size
