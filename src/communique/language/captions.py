"""Captions: what a line under a picture says of those in it."""

from __future__ import annotations

import re
from functools import cache

from communique.knowledge.references import load_reference_words


@cache
def positions() -> re.Pattern[str]:
    """Where somebody stands, behind a name: " (L)", ", right,"; it says nothing of what is done."""
    longest_first = sorted(load_reference_words().positions, key=len, reverse=True)
    words = "|".join(re.escape(word) for word in longest_first)
    long = "|".join(re.escape(word) for word in longest_first if len(word) > 2)
    return re.compile(
        rf" ?\((?:pictured )?(?:{words})\)|, (?:{long})(?:,|(?= and\b)|(?=\.$))", re.IGNORECASE
    )


def is_picture(text: str) -> bool:
    """Whether a sentence or headline speaks of a picture."""
    pictures = any(word in text.lower() for word in load_reference_words().pictures)
    return pictures or positions().search(text) is not None
