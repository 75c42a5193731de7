"""What shards gave, back from their tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from communique.exchange.json_form import reading_from_json
from communique.model import Reading
from communique.pages import Refusal
from communique.shards.folder import PAGES, Folder
from communique.shards.planning import Shard
from communique.shards.tables import READ

_ROWS = 64
_COLUMNS = ["source", "outcome", "reason", "coder", "reading"]


def given_by(shard: Shard, folder: Folder) -> Iterator[Reading | Refusal]:
    """Yield the readings of a shard that is done, and what was refused, in order."""
    from pyarrow import parquet

    with parquet.ParquetFile(folder.file(shard, PAGES)) as table:
        for batch in table.iter_batches(batch_size=_ROWS, columns=_COLUMNS):
            for row in batch.to_pylist():
                if row["outcome"] == READ:
                    yield replace(reading_from_json(json.loads(row["reading"])), coder=row["coder"])
                else:
                    yield Refusal(row["source"], row["reason"])
