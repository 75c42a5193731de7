"""Plain word lists, by language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def common_words(language: str = "en") -> frozenset[str]:
    """Words that by themselves do not begin a name, in small letters."""
    return _listed(f"{language}_common")


@cache
def abbreviations(language: str = "en") -> frozenset[str]:
    """Shortened words whose full stop ends no sentence, in small letters."""
    return _listed(f"{language}_abbreviations")


@cache
def openers(language: str = "en") -> frozenset[str]:
    """Small words that open a sentence and are no part of a name, in small letters."""
    return _listed(f"{language}_openers")


def _listed(name: str) -> frozenset[str]:
    text = files(__package__).joinpath(f"{name}.txt").read_text("utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))
