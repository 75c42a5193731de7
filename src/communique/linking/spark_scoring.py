"""Pairs found and weighed by Splink on Spark: the same model, its SQL in Spark's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from communique.linking.profiles import Profile
from communique.linking.scoring import FEW_PAIRS, Scored, possible_pairs, score_pairs
from communique.linking.splink_scoring import (
    LEAST,
    profile_table,
    quiet,
    splink_settings,
    weights_of,
)
from communique.linking.weights import Weights

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# What DuckDB's functions, as the levels and blocks name them, are called by Spark.
_CALLED = {"list_intersect(": "array_intersect(", "len(": "size(", "starts_with(": "startswith("}


class SparkScoring:
    """Weighs pairs on a cluster, as ``score_pairs`` does here; few pairs are weighed here, too."""

    def __init__(self, session: SparkSession, few: int = FEW_PAIRS) -> None:
        self._session, self._few = session, few

    def __call__(self, profiles: Sequence[Profile], weights: Weights) -> Scored:
        """Return the match weight of every pair that a block brings together, as there."""
        if possible_pairs(profiles) <= self._few:
            return score_pairs(profiles, weights)
        from splink import Linker
        from splink.backends.spark import SparkAPI

        quiet()
        api: Any = SparkAPI
        database = api(
            spark_session=self._session,
            break_lineage_method="persist",
            register_udfs_automatically=False,
        )
        table = database.register(profile_table(profiles))
        linker = Linker(table, in_spark(splink_settings(weights)), log_level=None)
        found: Any = linker.inference.predict(threshold_match_weight=LEAST)
        return weights_of(found.as_pyarrow_table())


def in_spark(settings: Any) -> Any:
    """Return Splink's settings with their SQL in Spark's words."""
    if isinstance(settings, dict):
        return {name: in_spark(value) for name, value in settings.items()}
    if isinstance(settings, list):
        return [in_spark(value) for value in settings]
    if not isinstance(settings, str):
        return settings
    if settings == "duckdb":
        return "spark"
    for ours, called in _CALLED.items():
        settings = settings.replace(ours, called)
    return settings
