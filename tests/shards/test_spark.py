"""A real cluster gives what one process does: the same bytes, the same engagements.

A master and two workers run as processes of this machine. ``.ci/run`` fails where these tests did
not run.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

pytest.importorskip("pyarrow")

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from accounts import made_up

from communique.cli import main
from communique.linking.again import Linking
from communique.linking.spark_scoring import SparkScoring
from communique.record import Record
from communique.shards import Folder, read_shard, read_with_spark, spark_session
from communique.shards.folder import AT, DONE
from shards.made_pages import bytes_of, manner, planned
from shards.spark_cluster import NoSpark, SparkCluster


@pytest.fixture(scope="module")
def cluster() -> Iterator[SparkCluster]:
    try:
        made = SparkCluster()
    except NoSpark as reason:
        pytest.skip(f"not run over Spark: {reason}")
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    yield made
    made.stop()


@pytest.fixture(scope="module")
def session(cluster: SparkCluster) -> Iterator[Any]:
    with spark_session(cluster.master, cluster.settings) as opened:
        yield opened


def executors(cluster: SparkCluster) -> list[int]:
    """The processes that the cluster's workers began."""
    ours = {process.pid for process in cluster.processes}
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent in ours:
            found.append(int(folder.name))
    return found


def engagements(record: Path) -> list[Any]:
    with Record.open(record, create=False) as opened:
        return [astuple(one) for one in opened.engagements(accounts=True)]


def test_read_over_a_cluster_keeps_what_one_process_keeps(
    cluster: SparkCluster, pages: Path, whole: Folder, tmp_path: Path
) -> None:
    shards, folder = planned(pages).shards, tmp_path / "out"
    conf = [f"--spark-conf={name}={value}" for name, value in cluster.settings.items()]
    over = ["--engine", "spark", "--master", cluster.master, "--shards", str(folder), *conf]
    spark, plain = tmp_path / "spark.db", tmp_path / "plain.db"
    for record, options in ((spark, over), (plain, [])):
        done = CliRunner().invoke(main, ["read", str(pages), "--record", str(record), *options])
        assert done.exit_code == 0, done.output
    assert bytes_of(Folder(folder), shards) == bytes_of(whole, shards)
    assert engagements(spark) == engagements(plain) != []


def test_a_killed_executor_costs_its_shards_alone(
    cluster: SparkCluster, session: Any, pages: Path, whole: Folder, tmp_path: Path
) -> None:
    shards, folder = planned(pages).shards, Folder(tmp_path / "out")
    read_shard(shards[0], folder, manner())
    before = folder.file(shards[0], DONE).stat().st_mtime_ns
    killed: list[int] = []

    def kill() -> None:
        while not any(folder.path.glob(f"*.{AT}")):
            time.sleep(0.02)
        killed.extend(executors(cluster))
        for process in killed:
            os.kill(process, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    ended = list(read_with_spark(session, shards, folder, manner()))
    killer.join()
    assert killed
    assert ended == [(shard, None) for shard in shards]
    assert bytes_of(folder, shards) == bytes_of(whole, shards)
    assert folder.file(shards[0], DONE).stat().st_mtime_ns == before


def test_accounts_weighed_on_a_cluster_make_the_same_engagements(session: Any) -> None:
    corpus, _ = made_up(600)
    here, there = Linking().link(corpus), Linking(SparkScoring(session, few=0)).link(corpus)
    assert len(here.engagements) > 80
    assert there == here
