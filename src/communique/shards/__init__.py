"""Large readings cut into shards: each read by one pure function, whoever calls it.

What a shard gives lands as Parquet beside a mark that it is whole and a file of figures. One
process after the other, a pool of processes and a Spark cluster give the same bytes; what is
marked is not read again.
"""

from communique.shards.folder import Folder
from communique.shards.left_out import forget_left_out, write_left_out
from communique.shards.loading import given_by
from communique.shards.manner import Manner
from communique.shards.planning import Plan, Shard, plan
from communique.shards.pool import read_with_pool
from communique.shards.reading import read_shard
from communique.shards.spark import SparkMissing, read_with_spark, spark_session

__all__ = [
    "Folder",
    "Manner",
    "Plan",
    "Shard",
    "SparkMissing",
    "forget_left_out",
    "given_by",
    "plan",
    "read_shard",
    "read_with_pool",
    "read_with_spark",
    "spark_session",
    "write_left_out",
]
