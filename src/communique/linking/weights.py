"""The match weights: how much each level of each field speaks for one engagement, or against it.

They are trained by ``training/linking`` on labelled pairs and shipped as
``knowledge/linking_weights.json``: for every level ``m``, how often accounts of one engagement
stand so, and ``u``, how often accounts of two do. A weight is the base-2 logarithm of ``m / u``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log2
from typing import Any

from communique.linking.levels import FIELDS, Levels

SHIPPED = "linking_weights.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """``m`` and ``u`` of every level by field, and the weight with which every pair begins."""

    prior: float
    odds: tuple[tuple[tuple[float, float], ...], ...]
    by_level: tuple[tuple[float, ...], ...]

    @property
    def start(self) -> float:
        """Return the weight of a pair of which nothing is known."""
        return log2(self.prior / (1 - self.prior))

    def fields(self, levels: Levels) -> tuple[float, ...]:
        """Return the weight of each field."""
        return tuple(weights[level] for weights, level in zip(self.by_level, levels, strict=True))

    def total(self, levels: Levels) -> float:
        """Return the match weight of a pair: above 0 it is rather one engagement than two."""
        return self.start + sum(self.fields(levels))


def read_weights(form: Mapping[str, Any]) -> Weights:
    """Return the weights of a parsed file. Raises KeyError where a field or level is missing."""
    odds = tuple(
        tuple(
            (1.0, 1.0) if level.silent else _pair(form["fields"][field.name][level.label])
            for level in field.levels
        )
        for field in FIELDS
    )
    by_level = tuple(tuple(log2(m / u) for m, u in field) for field in odds)
    return Weights(float(form["prior"]), odds, by_level)


def _pair(values: Mapping[str, float]) -> tuple[float, float]:
    return float(values["m"]), float(values["u"])


@cache
def load_weights() -> Weights:
    """Return the shipped weights."""
    source = files("communique") / "knowledge" / SHIPPED
    return read_weights(json.loads(source.read_text("utf-8")))
