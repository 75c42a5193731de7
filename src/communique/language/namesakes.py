"""Seats that share a name in several states ("State House"): which of them a page means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from communique.language.annotations import Mention, MentionKind, Person, Sentence

_PLACES = frozenset({MentionKind.STATE, MentionKind.PLACE})
_SHARED = frozenset({"seat"})


def settle_namesakes(
    sentences: Sequence[Sentence], people: Sequence[Person], home: str | None
) -> None:
    """Give "State House" the state of the page: of its dateline, else the one it names most.

    Only places whose name several states have change; ``people`` have their states.
    """
    mentions = [m for s in sentences for m in s.mentions if m.kind in _PLACES and m.state]
    doubtful = [m for m in mentions if m.form in _SHARED and len(m.candidates) > 1]
    if not doubtful:
        return
    named = Counter(m.state for m in mentions if m not in doubtful)
    named.update(p.state for p in people if p.state)
    for mention in doubtful:
        mention.state = _meant(mention, named, home)


def _meant(mention: Mention, named: Counter[str | None], home: str | None) -> str | None:
    if home in mention.candidates:
        return home
    best = max(mention.candidates, key=lambda state: named[state])
    return best if named[best] else mention.state
