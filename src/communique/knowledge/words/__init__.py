"""Plain word lists, by language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def common_words(language: str = "en") -> frozenset[str]:
    """Words that by themselves do not begin a name, in small letters."""
    text = files(__package__).joinpath(f"{language}_common.txt").read_text("utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))
