"""Where the article stands on a page: its first and last block.

Text is gathered into stretches between hard and soft breaks. The weightiest stretch is the
article's core; neighbours join it over soft breaks only. Inside the article doubt keeps a block,
behind a mark that ends it nothing comes back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.pages.blocks import Block
from communique.pages.looks import TEXT, Look, Seen, speaks
from communique.pages.marks import outlets_by_mark
from communique.pages.runs import menus, teasers

_BLOCK_WEIGHT = 120
_ENOUGH_WORDS = 60
_BEFORE_END = 25
_AFTER_END_SHARE = 0.3
_SHORT_GAP = 4
_LINKED_WORDS = 3
# The head of a reader's comment: "J. Smith says:", "jsmith • 3 years ago", "2 days ago".
_NAME_WORDS = 9
_SAYS = re.compile(r"^\S.{0,40}\s(?:says|writes|said):?$", re.IGNORECASE)
_COMMENTER = re.compile(
    r"^(?:\S.{0,40}\W\s?)?\d{1,2}\s(?:second|minute|hour|day|week|month|year)s?\sago$",
    re.IGNORECASE,
)
_NAMING = frozenset({Look.LABEL, Look.HEADING, Look.BYLINE})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks of text with nothing strange between them; ``after_end``: an end came before it."""

    blocks: tuple[int, ...]
    weight: int
    hard_before: bool
    after_end: bool


@dataclass(frozen=True, slots=True)
class Body:
    """The article: positions of its first and last text, and of what is not its own inside."""

    first: int
    last: int
    foreign: frozenset[int]
    menu: frozenset[int]


def find_body(page: Sequence[Seen]) -> Body | None:
    """Find the article on a page; None where no block reads as text."""
    menu, foreign = menus(page), teasers(page)
    found = _stretches(page, menu, foreign)
    if not found:
        foreign = frozenset()
        found = _stretches(page, menu, foreign)[:1]
    if not found:
        return None
    core = max(range(len(found)), key=lambda i: (_standing(found[i]), -i))
    first, last = _joined(page, found, core)
    return Body(found[first].blocks[0], _end(page, found[last].blocks), foreign, menu)


def _end(page: Sequence[Seen], blocks: Sequence[int]) -> int:
    """The last block of a stretch that can close an article.

    A short sentence apart from the paragraphs does not; what announces a list does with the list.
    """
    for position in reversed(blocks):
        one = page[position]
        alone = one.look is Look.SENTENCE and page[position - 1].look not in (*TEXT, Look.ITEM)
        listed = _last_item(page, position) if one.text.endswith(":") else position
        if not alone and (listed > position or not one.text.endswith(":")):
            return listed
    return blocks[0]


def _last_item(page: Sequence[Seen], position: int) -> int:
    """The last line of the list that the article's last paragraph opens."""
    while position + 1 < len(page) and page[position + 1].look is Look.ITEM:
        position += 1
    return position


def _standing(stretch: Stretch) -> float:
    return stretch.weight * (_AFTER_END_SHARE if stretch.after_end else 1.0)


def _stretches(
    page: Sequence[Seen], menu: frozenset[int], foreign: frozenset[int]
) -> list[Stretch]:
    """Cut the page's text at breaks; ends that come after enough text are hard."""
    found: list[Stretch] = []
    current: list[int] = []
    hard = ended = False
    total = 0
    bylines: set[str] = set()
    for position, one in enumerate(page):
        text = one.look in TEXT and position not in foreign
        if text:
            current.append(position)
        far = len(current) > 1 or total + _weigh(page, current) >= _ENOUGH_WORDS
        ends = _ends(page, position, current, bylines, far)
        if one.byline or one.look is Look.BYLINE:
            bylines.add((one.byline or one.text).casefold())
        broken = position in menu or (one.look is Look.LIST and not _is_inner_link(page, position))
        if not (ends or position in foreign or broken):
            continue
        weight = _weigh(page, current)
        if current:
            found.append(Stretch(tuple(current), weight, hard, ended))
            current, hard, total = [], False, total + weight
        enough = total >= _BEFORE_END
        hard = hard or ends
        ended = ended or (enough and (ends or one.look is Look.LIST or position in foreign))
    if current:
        found.append(Stretch(tuple(current), _weigh(page, current), hard, ended))
    return [one for one in found if one.weight > 0]


def _is_inner_link(page: Sequence[Seen], position: int) -> bool:
    """Whether a line links to one other story between two paragraphs ("Related: Talks end")."""
    _, colon, linked = page[position].text.partition(":")
    if not colon or len(linked.split()) < _LINKED_WORDS or "|" in linked or not position:
        return False
    around = page[position - 1 : position + 2]
    return len(around) == 3 and around[0].look in TEXT and around[2].look is Look.PROSE


def _weigh(page: Sequence[Seen], positions: Sequence[int]) -> int:
    words = (page[i].block.words for i in positions if page[i].look is Look.PROSE)
    return sum(min(count, _BLOCK_WEIGHT) for count in words)


def _ends(
    page: Sequence[Seen], position: int, current: Sequence[int], bylines: set[str], far: bool
) -> bool:
    """Whether the article ends with this block for good; ``far`` says that it is well under way.

    Credits close an article, but may as well stand under its first sentence.
    """
    one = page[position]
    if one.look in (Look.STOP, Look.END) or one.ends:
        return True
    if not current:
        return False
    if far and _heads_comment(page, position):
        return True
    if one.look in TEXT:
        return _signed_off(page, position, current)
    if one.look is Look.SOURCE or (one.look in _NAMING and _names_again(one, bylines)):
        return far or not any(other.look in TEXT for other in page[position + 1 : position + 4])
    return False


def _heads_comment(page: Sequence[Seen], position: int) -> bool:
    """Whether a line names a reader who comments: with how long ago, or over a stamp."""
    one = page[position]
    if one.block.words > _NAME_WORDS:
        return False
    stamped = position + 1 < len(page) and page[position + 1].look is Look.STAMP
    return bool(_COMMENTER.search(one.text) or (stamped and _SAYS.search(one.text)))


def _names_again(one: Seen, bylines: set[str]) -> bool:
    """Whether a line repeats a byline, or is an agency's signature ("-- BERNAMA")."""
    name = (one.byline or one.text).strip("|•·–—-/() ")
    return (name in outlets_by_mark() and name != one.text) or name.casefold() in bylines


def _signed_off(page: Sequence[Seen], position: int, current: Sequence[int]) -> bool:
    """Whether an agency's signature closes a paragraph ("(ANI)", "- VNA") and the article."""
    signature = page[position].block.signature
    if not signature:
        return False
    heads = (page[i].text[:120] for i in current[:2] if i != position)
    opened = signature in outlets_by_mark() and any(signature in head for head in heads)
    following = page[position + 1] if position + 1 < len(page) else None
    return opened or following is None or following.look not in TEXT


def _joined(page: Sequence[Seen], found: Sequence[Stretch], core: int) -> tuple[int, int]:
    """Reach from the core over soft breaks to stretches that belong to the same article."""
    last = core
    while last + 1 < len(found) and not found[last + 1].hard_before:
        nxt = found[last + 1]
        solid = sum(page[i].look is Look.PROSE for i in nxt.blocks) >= 2
        if _chatty(page, nxt) or not (solid or nxt.weight >= _ENOUGH_WORDS):
            break
        last += 1
    first = core
    while first > 0 and not found[first].hard_before and _leads(page, found, first):
        first -= 1
    return first, last


def _chatty(page: Sequence[Seen], stretch: Stretch) -> bool:
    """Whether people talk here in their own name, as they do in comments and prompts."""
    talk = sum(_talks(page[i].block) for i in stretch.blocks)
    return talk * 2 >= len(stretch.blocks)


def _talks(block: Block) -> bool:
    return speaks(block, "first") or speaks(block, "second") or block.text.endswith("!")


def _leads(page: Sequence[Seen], found: Sequence[Stretch], position: int) -> bool:
    """Whether the stretch before is the article's own beginning: its headline is above it."""
    before, after = found[position - 1], found[position]
    between = page[before.blocks[-1] + 1 : after.blocks[0]]
    above = page[max(0, before.blocks[0] - 6) : before.blocks[0]]
    headlines = {one.block.key for one in above if one.look is Look.HEADING}
    if not headlines:
        return False
    again = any(one.block.key in headlines for one in between)
    fresh = [one for one in between if one.look is Look.HEADING and one.block.words >= 5]
    return again or not fresh or len(between) <= _SHORT_GAP
