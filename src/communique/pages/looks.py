"""What each block of a page looks like, taken by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from communique.pages import marks
from communique.pages.blocks import Block, cut_end_mark
from communique.pages.credit import (
    byline_of,
    is_name,
    is_tag,
    names_outlet,
    names_role,
    picture_credit,
    source_of,
)
from communique.pages.marks import Effect
from communique.pages.stamps import Stamp, cut_leading_stamp, stamp_of
from communique.pages.tails import without_tail

_EMAIL = re.compile(r"\w@\w[\w-]{0,60}\.\w")
_PHONE = re.compile(
    r"(?:\+\d|\b(?:tel|fax|phone|mobile|hotline)\b)[^A-Za-z]{0,4}[\d\s().-]{6,}", re.I
)
_URL = re.compile(r"https?://|\bwww\.")
_EMBED = re.compile(r"pic\.(?:twitter|x)\.com/|\bt\.co/|\(@\w{2,30}\)")
_PICTURE_FILE = re.compile(r"\.\s?(?:jpe?g|png|webp|gif)\b", re.IGNORECASE)
_CRUMB = re.compile(r"\s[>»›/|•·]\s|\s\|\s?|[>»›]")
_TRAILING = re.compile(r"[\s:：|>»›→+(\[]*[\d,.]*[kKmM]?[\s)\]:：|>»›→+.]*$")
_PLAIN_WORD = re.compile(r"[\w'-]+")
_SPOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?")
_COUNT = re.compile(r"^[(\[]?[\d,.]+[km]?[)\]]?\s+")
_LABEL = re.compile(r"\[(?P<words>[\w/ ,&+-]{2,30})\]")
_HASHTAGS = re.compile(r"^(?:#[\w-]+[\s,]*)+$")
_ASKING = re.compile(
    r"(?:follow|like|join|subscribe|get|sign|download|send|click|tap|donate)\s(?!up\s)"
)
_CHANNEL = re.compile(
    r"\b(?:twitter|facebook|instagram|whatsapp|youtube|tiktok|telegram|linkedin|newsletter|inbox"
    r"|app|alerts|edition|e-?mail|notifications|comments?)\b"
)
PROMPT_WORDS = 70


class Look(StrEnum):
    """Kinds of block, by appearance."""

    PROSE = "prose"
    SENTENCE = "sentence"
    HEADING = "heading"
    LABEL = "label"
    ITEM = "item"
    RULE = "rule"
    STAMP = "stamp"
    BYLINE = "byline"
    SOURCE = "source"
    CAPTION = "caption"
    CREDIT = "credit"
    PROMPT = "prompt"
    SKIP = "skip"
    LIST = "list"
    STOP = "stop"
    END = "end"


TEXT = frozenset({Look.PROSE, Look.SENTENCE})


@dataclass(frozen=True, slots=True)
class Seen:
    """A block with its look, and what was read off it on the way."""

    block: Block
    look: Look
    stamp: Stamp | None = None
    byline: str | None = None
    credit: str | None = None
    caption: str = ""
    source: str | None = None
    ends: bool = False

    @property
    def text(self) -> str:
        """The block's words."""
        return self.block.text


def seen(block: Block) -> Seen:
    """Tell what a block is by how it looks."""
    if block.rule:
        alone = block.text.strip().casefold() in marks.end_marks()[1]
        return Seen(block, Look.END if alone else Look.RULE)
    if block.text.strip(" *_").casefold() in marks.end_marks()[1]:
        return Seen(block, Look.END)
    if _EMBED.search(block.text):
        return Seen(block, Look.SKIP)
    return _lettered(block) or _by_wording(block)


def _lettered(block: Block) -> Seen | None:
    """Lines that date or credit: stamps, sources, bylines and captions."""
    return _dated(block) or _credited(block)


def _dated(block: Block) -> Seen | None:
    stamp = stamp_of(block)
    if stamp is not None:
        return Seen(
            block,
            Look.STAMP,
            stamp=stamp,
            byline=_first(byline_of, stamp.rest) or _named_beside(block, stamp),
            source=_first(source_of, stamp.rest),
        )
    leading = cut_leading_stamp(block)
    if leading is None:
        return None
    return replace(seen(replace(block, text=leading[0])), stamp=leading[1])


def _credited(block: Block) -> Seen | None:
    source = source_of(block.text)
    if source:
        return Seen(block, Look.SOURCE, source=source)
    role = names_role(block.text) and not block.terminal
    byline = byline_of(block.text) or (block.text if role else None)
    if byline:
        return Seen(block, Look.BYLINE, byline=byline)
    picture = picture_credit(block)
    if picture is None or (block.prose and len(picture.caption.split()) > 60):
        return None
    look = Look.CAPTION if picture.caption else Look.CREDIT
    return Seen(block, look, credit=picture.credit or None, caption=picture.caption)


def _first(reader: object, rest: str) -> str | None:
    """The first part of a stamp's other words that a reader takes."""
    assert callable(reader)
    for part in rest.split(" | "):
        found = reader(part)
        if found:
            return str(found)
    return None


def _named_beside(block: Block, stamp: Stamp) -> str | None:
    """A person's name that a mark parts from the date ("Jane Doe | 5 March 2024")."""
    for part in stamp.rest.split(" | "):
        marked = re.search(
            rf"{re.escape(part)}\s*[|•·–—-]|[|•·–—-]\s*{re.escape(part)}", block.text
        )
        placed = marks.folded(part) in marks.dateline_places()
        if part and is_name(part) and marked and not (placed or names_outlet(part)):
            return part
    return None


def _by_wording(block: Block) -> Seen:
    text = without_tail(block.text)
    block = block if text == block.text else replace(block, text=text)
    if not block.prose and _PICTURE_FILE.search(block.text):
        return Seen(block, Look.CREDIT)
    marker = marker_of(block)
    if marker is not None:
        return Seen(block, Look(marker.value))
    if _is_contact(block) or is_prompt(block):
        return Seen(block, Look.PROMPT)
    if _is_crumb(block):
        return Seen(block, Look.SKIP)
    body, mark = cut_end_mark(block.text)
    if mark:
        block = replace(block, text=body)
    return Seen(block, _by_shape(block), ends=mark is not None)


def _by_shape(block: Block) -> Look:
    """What a block is by its length and ending alone."""
    if block.prose:
        return Look.PROSE
    if block.sentence:
        return Look.SENTENCE
    if block.bullet:
        return Look.ITEM
    return Look.HEADING if block.heading else Look.LABEL


def marker_of(block: Block) -> Effect | None:
    """What the marker words of the data file say of this block, None where none stands in it."""
    lower = block.lower.strip(" *_#|•·–—-")
    label = _LABEL.match(lower)
    if label and is_tag(label["words"]) and block.words <= 25:
        return Effect.SKIP
    whole = marks.chrome()["whole"].get(_TRAILING.sub("", _COUNT.sub("", lower)))
    return whole or _start_marker(block, lower) or _inner_marker(block, lower)


def _start_marker(block: Block, lower: str) -> Effect | None:
    starts = marks.chrome()["start"]
    words = lower.split()
    for count in range(min(6, len(words)), 0, -1):
        head = " ".join(words[:count])
        for phrase in (head, head.rstrip(":|-–—>»,!.…")):
            effect = starts.get(phrase)
            if effect and _opens(block, lower[len(phrase) :], effect, phrase):
                return effect
    return None


def _inner_marker(block: Block, lower: str) -> Effect | None:
    if block.words > 30:
        return None
    for effect in _phrases(lower).values():
        if effect not in (Effect.HINT, Effect.PROMPT) and _few_words(block, effect):
            return effect
    return None


def _opens(block: Block, rest: str, effect: Effect, phrase: str) -> bool:
    """Whether a phrase at the head marks the line, and is not the start of a sentence."""
    marked = phrase.endswith(":") or rest.lstrip()[:1] in (":", "|", ">", "»", "-", "–", "—", "»")
    marked = marked or _shouted(block, phrase)
    if block.prose and not (marked and block.words <= 40):
        return effect is Effect.STOP and block.words <= 90
    if effect is Effect.STOP or marked:
        return True
    return block.words <= len(phrase.split()) + 12


def _shouted(block: Block, phrase: str) -> bool:
    """Whether a line opens with the phrase in capitals and goes on without them."""
    head, tail = block.text[: len(phrase)], block.text[len(phrase) :]
    return head.isupper() and any(letter.islower() for letter in tail)


def _few_words(block: Block, effect: Effect) -> bool:
    return block.words <= (8 if effect is Effect.SKIP else 30)


def _phrases(text: str) -> dict[str, Effect]:
    """The markers of any place that stand in a text."""
    table = marks.phrases_by_word()
    words = table.keys() & set(_PLAIN_WORD.findall(text))
    return {
        phrase: effect for word in sorted(words) for phrase, effect in table[word] if phrase in text
    }


def is_prompt(block: Block) -> bool:
    """Whether a block speaks to the reader about the site: cookies, newsletters, channels.

    One phrase that nothing else says is enough; weaker words need the tone of such lines as well,
    for a minister may well announce something on a website.
    """
    if block.words > PROMPT_WORDS:
        return False
    text = block.unquoted
    found = _phrases(text)
    if Effect.PROMPT in found.values() or _asks_to_follow(text):
        return True
    hints = [phrase for phrase, effect in found.items() if effect is Effect.HINT]
    if not hints:
        return False
    spoken = speaks(block, "second") + bool(_URL.search(text))
    spoken += any(text.lstrip().startswith(phrase) for phrase in hints)
    short = not block.prose and block.words <= 7
    return short or (spoken > 0 and len(hints) + spoken >= 2)


def _asks_to_follow(text: str) -> bool:
    """Whether a line tells the reader to follow, join or download something of the site's."""
    asked = _ASKING.match(text.lstrip(" •*»>-–—"))
    return asked is not None and _CHANNEL.search(text) is not None


def speaks(block: Block, person: str) -> bool:
    """Whether somebody talks in the first or second person outside quotation marks."""
    return not marks.talk_words(person).isdisjoint(_SPOKEN.findall(block.unquoted))


def _is_contact(block: Block) -> bool:
    """Whether a block gives an address to write to or call, not a sentence of a report."""
    reached = bool(_EMAIL.search(block.text)) + bool(_PHONE.search(block.text))
    reached += bool(_URL.search(block.text))
    return reached > 0 and (not block.prose or block.words <= 12 * reached)


def _is_crumb(block: Block) -> bool:
    """Whether a line is a path, a bar of links or a row of tags: short parts, no sentence."""
    text = block.text
    if block.prose:
        return False
    if _HASHTAGS.match(text.strip()):
        return True
    parts = [part for part in _CRUMB.split(text) if part.strip()]
    if len(parts) >= 3 and max(len(part.split()) for part in parts) <= 4:
        return True
    commas = [part.strip() for part in text.split(",")]
    short = all(0 < len(part.split()) <= 3 for part in commas)
    return len(commas) >= 4 and short and block.function_share == 0
