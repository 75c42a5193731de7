"""What the parser sees of a sentence: every mention shrunk to one plain word.

Long titles and foreign names break parses; a careful reader skips over them as one unit. So a
person is parsed as a common given name, an office phrase as its bare head, a dated phrase as a
weekday, and the offsets of the real words are kept beside each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.knowledge.references import load_reference_words
from communique.knowledge.words import common_words
from communique.language.annotations import Mention, MentionKind
from communique.language.scanning import words_of

_PERSON = "John"
_STATE = "Russia"
_DEMONYM = "Russian"
_ORGANIZATION = "NATO"
_CITY = "London"
_DAY = "Monday"
_SUBJECTS = frozenset({MentionKind.PERSON, MentionKind.OFFICE})
_DAY_GAP = re.compile(r"(?: on| late on| early on)? ")
_VERB_ON = re.compile(r"[a-z]ed( (?:late |early )?on )$")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A sentence for the parser: its text, and page offsets for every one of its characters.

    ``mentions`` maps the offset of a placeholder in ``text`` to its mention. ``moved`` maps the
    page offset of a dated phrase left out between subject and verb ("X on Tuesday met Y") to the
    offset in ``text`` of the word that follows it.
    """

    text: str
    offsets: list[int]
    mentions: dict[int, Mention]
    moved: dict[int, int]


def _placeholder(mention: Mention) -> str | None:
    single = " " not in mention.text.strip()
    if mention.kind is MentionKind.PERSON:
        return _PERSON
    if mention.kind is MentionKind.OFFICE:
        head = mention.offices[0]
        word = head.head.replace("-", " ").split()[0 if " of " in head.head else -1]
        return word + "s" if head.plural else word
    if mention.kind is MentionKind.DATE:
        return None if single else _DAY
    if single:
        return None
    if mention.kind is MentionKind.STATE:
        if mention.form in {"demonym", "person_noun"}:
            return _DEMONYM
        return _STATE
    if mention.kind is MentionKind.ORGANIZATION:
        return _ORGANIZATION
    if mention.kind is MentionKind.PLACE:
        return _CITY
    return words_of(mention.text)[-1].text


def skeleton_of(
    text: str, start: int, mentions: Sequence[Mention], *, title_case: bool
) -> Skeleton:
    """Shrink the mentions of the sentence ``text`` that begins at page offset ``start``.

    ``mentions`` must be in order and apart from each other. In a headline whose every word has a
    capital, common words outside mentions are written small, as the parser knows them.
    """
    parts: list[str] = []
    offsets: list[int] = []
    placed: dict[int, Mention] = {}
    moved: dict[int, int] = {}
    at = 0
    before: Mention | None = None
    for n, mention in enumerate(mentions):
        after = mentions[n + 1] if n + 1 < len(mentions) else None
        cut = _adverbial(text, start, at, mention, before, after)
        if cut is not None:
            gap, at = text[at : cut[0]], cut[1]
            parts.append(gap)
            offsets.extend(range(start + at - (cut[1] - cut[0]) - len(gap), start + cut[0]))
            moved[mention.start] = len(offsets)
            before = None
            continue
        before = mention
        word = _placeholder(mention)
        first, last = mention.start - start, mention.end - start
        if first < at:
            continue
        gap = text[at:first]
        parts.append(_plain(gap) if title_case else gap)
        offsets.extend(range(start + at, start + first))
        shown = text[first:last] if word is None else word
        placed[len(offsets)] = mention
        parts.append(shown)
        if word is None:
            offsets.extend(range(mention.start, mention.end))
        else:
            offsets.extend([mention.start] * len(shown))
        at = last
    tail = text[at:]
    parts.append(_plain(tail) if title_case else tail)
    offsets.extend(range(start + at, start + len(text)))
    return Skeleton("".join(parts), offsets, placed, moved)


def _adverbial(
    text: str,
    start: int,
    at: int,
    mention: Mention,
    before: Mention | None,
    after: Mention | None,
) -> tuple[int, int] | None:
    """What to cut where a day stands between a person and the verb: "X on Tuesday met Y"."""
    if mention.kind is not MentionKind.DATE:
        return None
    behind = _between_verb_and_person(text, start, at, mention, after)
    if behind is not None:
        return behind
    if before is None or before.kind not in _SUBJECTS:
        return None
    first, last = mention.start - start, mention.end - start
    gap = text[at:first]
    following = _NEXT_WORD.match(text, last)
    if _DAY_GAP.fullmatch(gap) is None or following is None or before.end - start != at:
        return None
    word = following.group(1)
    if not word.islower() or word in load_reference_words().no_predicate:
        return None
    return at + (1 if gap.startswith(" ") else 0), following.start(1)


def _plain(gap: str) -> str:
    common = common_words()
    pieces, at = [], 0
    for word in words_of(gap):
        if word.capital and word.lower in common and len(word.lower) == len(word.text):
            pieces += [gap[at : word.start], word.lower]
            at = word.end
    return "".join([*pieces, gap[at:]])


def _between_verb_and_person(
    text: str, start: int, at: int, mention: Mention, after: Mention | None
) -> tuple[int, int] | None:
    """What to cut in "received on Thursday X": the day between a verb and whom it acts on."""
    if after is None or after.kind is not MentionKind.PERSON:
        return None
    first, last = mention.start - start, mention.end - start
    opened = _VERB_ON.search(text, at, first)
    if opened is None or text[last : after.start - start] not in {" ", " the "}:
        return None
    return opened.start(1), last
