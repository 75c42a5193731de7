"""The codebook's topics as people write them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def topic_name(topic: str) -> str:
    """Return "oil and gas" for ``oil_gas``."""
    return _names().get(topic) or topic.replace("_", " ")


@cache
def _names() -> dict[str, str]:
    source = files("communique.knowledge").joinpath("briefs", "names.toml")
    table: dict[str, dict[str, str]] = tomllib.loads(source.read_text("utf-8"))
    return table["topics"]
