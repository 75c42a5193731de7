"""The colours of pictures by what they stand for, read from ``knowledge/briefs/colours.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

THEMES = ("light", "dark", "print")


@cache
def colours(theme: str = "light") -> Mapping[str, str]:
    """Return the colour of each role in a theme: ``light``, ``dark`` or ``print``."""
    source = files("communique.knowledge").joinpath("briefs", "colours.toml")
    table: dict[str, dict[str, str]] = tomllib.loads(source.read_text("utf-8"))
    return table[theme]


def colour(role: str) -> str:
    """Return the colour in which a role is drawn before a picture takes on its theme."""
    return colours("light")[role]


def style_sheet() -> str:
    """Return CSS that colours themed pictures by what the reader prefers, and for paper."""
    blocks = [
        f"@media (prefers-color-scheme: dark) {{\n{_rules('dark')}}}\n",
        f"@media print {{\n{_rules('print')}}}\n",
    ]
    return "".join(blocks)


def _rules(theme: str) -> str:
    rules = ""
    for role, value in colours(theme).items():
        rules += f".pf-{role} {{ fill: {value} }}\n.ps-{role} {{ stroke: {value} }}\n"
    return rules
