"""Ministries, offices and states as speakers: whether two names may stand for one of them."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.knowledge.speech import load_speech_words
from communique.knowledge.states import scan

_CODE = re.compile(r"[A-Z]{3}")
_WORD = re.compile(r"\w+")


def may_be_one_body(one: str, other: str) -> bool:
    """Tell whether two speakers are bodies, one at least with a name of its own, of one state.

    "Georgian Foreign Ministry" may be ``GEO``, and so may a "Foreign Ministry" that its page
    gives no state. Names of persons are never bodies.
    """
    if not (_is_body(one) and (_is_body(other) or _CODE.fullmatch(other))):
        return _CODE.fullmatch(one) is not None and _is_body(other) and _of_one(one, other)
    return _of_one(one, other)


def _of_one(one: str, other: str) -> bool:
    mine, theirs = _states(one), _states(other)
    return not mine or not theirs or bool(mine & theirs)


@lru_cache(maxsize=4096)
def _is_body(name: str) -> bool:
    words = {word.lower() for word in _WORD.findall(name)}
    return bool(words & load_speech_words().bodies)


@lru_cache(maxsize=4096)
def _states(name: str) -> frozenset[str]:
    if _CODE.fullmatch(name):
        return frozenset({name})
    return frozenset(c.id for span in scan(name) for c in span.form.candidates)
