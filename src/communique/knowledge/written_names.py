"""States and topics as people write them in a sentence: ``briefs/names.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from communique.knowledge.states import display_name


def topic_name(topic: str) -> str:
    """Return "oil and gas" for ``oil_gas``."""
    name: str | None = _table()["topics"].get(topic)
    return name or topic.replace("_", " ")


def state_in_sentence(code: str) -> str:
    """Return the short English name of a state with its article: "the United States"."""
    name = display_name(code)
    return f"the {name}" if code in _table()["states"]["with_article"] else name


@cache
def _table() -> dict[str, Any]:
    source = files("communique.knowledge").joinpath("briefs", "names.toml")
    return tomllib.loads(source.read_text("utf-8"))
