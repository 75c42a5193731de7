"""Where a page has persons go: "Under Secretary X will travel to Geneva, Switzerland".

Who goes to a state is not of it, so that an official without a state is not given that one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from communique.knowledge.references import ReferenceWords
from communique.language.annotations import Mention, MentionKind, Sentence

_ENTITIES = frozenset({MentionKind.STATE, MentionKind.PLACE})


def destinations(sentences: Sequence[Sentence], words: ReferenceWords) -> dict[int, frozenset[str]]:
    """Return, by the ``id`` of a person, the states that sentences have that person go to."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for sentence in sentences:
        for at, mention in enumerate(sentence.mentions):
            if mention.kind is MentionKind.PERSON and mention.person is not None:
                found[id(mention.person)] |= _gone_to(sentence, sentence.mentions[at:], words)
    return {person: frozenset(states) for person, states in found.items()}


def _gone_to(sentence: Sentence, mentions: Sequence[Mention], words: ReferenceWords) -> set[str]:
    """The places behind the first word of going after ``mentions[0]``, before another person."""
    text = sentence.text[mentions[0].end - sentence.start :]
    told = next(
        (place for place in (_word_at(text, word) for word in words.going) if place is not None),
        None,
    )
    if told is None:
        return set()
    begin = mentions[0].end + told
    between = [m for m in mentions[1:] if m.start < begin and m.kind in _ENTITIES]
    if between:
        return set()
    places: set[str] = set()
    for mention in mentions[1:]:
        if mention.kind is MentionKind.PERSON and mention.start >= begin:
            break
        if mention.kind in _ENTITIES and mention.start >= begin and mention.state:
            if mention.form == "demonym":
                break
            places.add(mention.state)
    return places


def _word_at(text: str, word: str) -> int | None:
    at = f" {text.lower()} ".find(f" {word} ")
    return at if at >= 0 else None


def foremost(counts: Counter[str], besides: Collection[str]) -> list[str]:
    """The state named most, if it stands out, of those not in ``besides``."""
    others = [(state, n) for state, n in counts.most_common() if state not in besides]
    stands_out = len(others) == 1 or (len(others) > 1 and others[0][1] > others[1][1])
    return [others[0][0]] if stands_out else []
