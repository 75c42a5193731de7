"""Pairs found and weighed by Splink, in a DuckDB held in memory."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from communique.linking.levels import FIELDS, Field
from communique.linking.profiles import BY_PERSON, Profile
from communique.linking.weights import Weights

if TYPE_CHECKING:
    import pyarrow

    from communique.linking.scoring import Scored

# Pairs that weigh less are never joined and need not come back.
LEAST = -12.0
_RULE = f"l.blocks = r.blocks AND (l.lone OR r.lone OR NOT starts_with(l.blocks, '{BY_PERSON}'))"


def splink_settings(weights: Weights) -> dict[str, Any]:
    """Return the model as Splink's own settings."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "number",
        "probability_two_random_records_match": weights.prior,
        "blocking_rules_to_generate_predictions": [
            {
                "blocking_rule": _RULE,
                "sql_dialect": "duckdb",
                "arrays_to_explode": ["blocks"],
            }
        ],
        "comparisons": [
            _comparison(field, odds) for field, odds in zip(FIELDS, weights.odds, strict=True)
        ],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
    }


def score_with_splink(profiles: Sequence[Profile], weights: Weights) -> Scored:
    """Return the match weight of every pair that a block brings together."""
    import duckdb
    from splink import DuckDBAPI, Linker

    quiet()
    connection = duckdb.connect(":memory:")
    try:
        database = DuckDBAPI(connection)
        table = database.register(profile_table(profiles))
        linker = Linker(table, splink_settings(weights), log_level=None)
        found: Any = linker.inference.predict(threshold_match_weight=LEAST)
        return weights_of(found.as_pyarrow_table())
    finally:
        connection.close()


def quiet() -> None:
    """Have Splink say no more than what goes wrong."""
    logging.getLogger("splink").setLevel(logging.ERROR)


def weights_of(found: pyarrow.Table) -> Scored:
    """Return the match weights in Splink's table of pairs."""
    columns = (found.column(name).to_pylist() for name in ("number_l", "number_r", "match_weight"))
    return {(min(a, b), max(a, b)): weight for a, b, weight in zip(*columns, strict=True)}


def _comparison(field: Field, odds: Sequence[tuple[float, float]]) -> dict[str, Any]:
    levels = []
    for level, (m, u) in zip(field.levels, odds, strict=True):
        form: dict[str, Any] = {
            "sql_condition": level.sql,
            "label_for_charts": level.label,
        }
        if level.silent:
            form["is_null_level"] = True
        else:
            form |= {"m_probability": m, "u_probability": u}
        levels.append(form)
    return {"output_column_name": field.name, "comparison_levels": levels}


def profile_table(profiles: Sequence[Profile]) -> pyarrow.Table:
    """Return the profiles as Splink takes them, each with its number."""
    import pyarrow as pa

    schema = _schema(pa)
    columns = [
        range(len(profiles)) if name == "number" else [getattr(one, name) for one in profiles]
        for name in schema.names
    ]
    arrays = [pa.array(values, of.type) for values, of in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _schema(pa: Any) -> Any:
    words, number, text = pa.list_(pa.string()), pa.int64(), pa.string()
    types = {
        "number": number,
        "kind": text,
        "stage": text,
        "sides": words,
        "names": words,
        "likes": words,
        "first": number,
        "last": number,
        "until": number,
        "grip": number,
        "news": pa.bool_(),
        "place_state": text,
        "place_city": text,
        "place_words": words,
        "visit_type": text,
        "topics": words,
        "messages": words,
        "marks": pa.list_(pa.int64()),
        "blocks": words,
        "lone": pa.bool_(),
    }
    return pa.schema(list(types.items()))
