"""Pages as a Parquet table, such as datasets of news come in."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Document
from communique.pages.archives.rows import COLUMNS, read_row
from communique.pages.limits import Limits, Refusal
from communique.pages.sources import reason_of

_ROWS = 32


def read_parquet(name: str, limits: Limits) -> Iterator[Document | Refusal]:
    """Yield the page of every row; only the columns that matter are read."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        yield Refusal(name, "Parquet needs PyArrow: pip install 'communique[parquet]'")
        return
    number = 0
    try:
        with parquet.ParquetFile(name) as table:
            wanted = [each for each in table.schema_arrow.names if each in COLUMNS]
            for batch in table.iter_batches(batch_size=_ROWS, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    yield read_row(row, f"{name}#{number}", limits)
    except (pyarrow.ArrowException, ValueError) as error:
        reason = (str(error).splitlines() or ["broken"])[0][:120]
        yield Refusal(name, f"a damaged Parquet file: {reason}")
    except OSError as error:
        yield Refusal(name, f"a damaged Parquet file: {reason_of(error)[:120]}")
    else:
        if not number:
            yield Refusal(name, "empty")
