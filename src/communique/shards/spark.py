"""Shards read by a Spark cluster, through ``mapInArrow``: the same function, other processes.

Inputs and the folder of results have to be at the same path on every machine. Reading goes wrong
there as it does here: what kills a worker costs its shard, and Spark has it read again.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from communique.shards.folder import Folder
from communique.shards.manner import Manner
from communique.shards.planning import Shard
from communique.shards.reading import read_shard

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import SparkSession

# A page that ends its process is left out the third time; so often may a shard fail until then.
_FAILURES = 8
_MOST_TASKS = 10_000
_SCHEMA = "number int, reason string"
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class SparkMissing(Exception):
    """Raised where there is no Spark to work with; its text says what to do."""


@contextmanager
def spark_session(
    master: str | None, settings: Mapping[str, str] | None = None
) -> Iterator[SparkSession]:
    """Open a session with a master, or with that of Spark's own configuration; close it at the end.

    ``settings`` are Spark's. Raises SparkMissing where PySpark or Java is not there, or no session
    can be had.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise SparkMissing("Spark needs PySpark: pip install 'communique[spark]'") from error
    # Workers would else take whatever is called python3 on their machine.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("communique")
    if master:
        builder = builder.master(master)
    for name, value in {**_settings(), **(settings or {})}.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except Exception as error:  # of Java, of the network, of the cluster: each has its own
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise SparkMissing(f"no Spark session: {reason} (Java 17 has to be installed)") from error
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()


def read_with_spark(
    session: SparkSession, shards: Sequence[Shard], folder: Folder, manner: Manner
) -> Iterator[tuple[Shard, str | None]]:
    """Read shards on a cluster, each a task of its own; yield them in order once all are done.

    The reason is given where a shard was given up.
    """
    wanted = [shard for shard in shards if not folder.is_done(shard, manner)]
    reasons: dict[int, str | None] = {}
    if wanted:
        rows = [(json.dumps(shard.to_json()),) for shard in wanted]
        tasks = session.sparkContext.parallelize(rows, min(len(rows), _MOST_TASKS))
        table = session.createDataFrame(tasks, "shard string")
        read = table.mapInArrow(_reading(str(folder.path), asdict(manner)), _SCHEMA)
        reasons = {row["number"]: row["reason"] for row in read.collect()}
    for shard in shards:
        yield shard, reasons.get(shard.number)


def _settings() -> dict[str, str]:
    environment = dict(_ENVIRONMENT)
    if path := os.environ.get("PYTHONPATH"):
        environment["PYTHONPATH"] = path
    told = {f"spark.executorEnv.{name}": value for name, value in environment.items()}
    # A shard is one row: batches of more would keep the first ones waiting for the last.
    return {
        **told,
        "spark.task.maxFailures": str(_FAILURES),
        "spark.sql.execution.arrow.maxRecordsPerBatch": "1",
        "spark.ui.showConsoleProgress": "false",
    }


def _reading(folder: str, manner: dict[str, Any]) -> Any:
    """Return the function that Spark gives batches of shards to."""

    def read(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow as pa

        for batch in batches:
            for form in batch.column(0).to_pylist():
                shard = Shard.from_json(json.loads(form))
                try:
                    read_shard(shard, Folder(folder), Manner(**manner))
                    reason = None
                except Exception as error:  # the shard's trouble, not that of others
                    reason = f"{error!r}"[:300]
                columns = [pa.array([shard.number], pa.int32()), pa.array([reason], pa.string())]
                yield pa.RecordBatch.from_arrays(columns, ["number", "reason"])

    return read
