"""The article of a page put together: headline, paragraphs and captions that report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from communique.pages.blocks import Block
from communique.pages.body import Body, find_body
from communique.pages.dateline import dateline_alone
from communique.pages.headline import find_decks, find_headline, same_headline
from communique.pages.looks import TEXT, Look, Seen, seen

_TINY_PAGE = 6
_LINK_WORDS = 7
_LINK_CAPITALS = 0.9


@dataclass(frozen=True, slots=True)
class Article:
    """What was kept of a page.

    ``headline`` is the headline as printed (None where a caption or nothing stands for it),
    ``paragraphs`` the article's texts in order, ``captions`` the positions among them of picture
    captions; ``page`` and ``body`` say where they came from (``body`` None: nothing but a line).
    """

    headline: str | None
    paragraphs: tuple[str, ...]
    captions: tuple[int, ...]
    page: tuple[Seen, ...]
    body: Body | None
    headline_at: int | None = None


def find_article(blocks: Sequence[Block], title: str | None = None) -> Article | None:
    """Find the article among a page's blocks; ``title`` is one already known (from HTML)."""
    page = tuple(seen(block) for block in blocks)
    body = find_body(page)
    if body is None:
        return _tiny(page, title)
    headline = find_headline(page, body, title)
    decks = find_decks(page, body, headline) if headline is not None else []
    kept = [*decks, *_line_above(page, body, headline), *_inside(page, body, headline)]
    if headline is not None or title:
        printed = page[headline].text if headline is not None else title
        return Article(printed, _texts(page, kept), (), page, body, headline)
    caption = _caption_for_headline(page, body)
    if caption is None:
        return Article(None, _texts(page, kept), (), page, body)
    return Article(None, (caption, *_texts(page, kept)), (0,), page, body)


def _texts(page: Sequence[Seen], positions: Sequence[int]) -> tuple[str, ...]:
    return tuple(page[position].text for position in positions)


def _line_above(page: Sequence[Seen], body: Body, headline: int | None) -> list[int]:
    """The line right above the text that opens it: a dateline alone, or a letter's address."""
    for above in range(body.first - 1, max(-1, body.first - 4), -1):
        one = page[above]
        address = above == body.first - 1 and one.text.endswith(",")
        if above == headline or one.look in (Look.LIST, Look.ITEM):
            break
        if one.block.words <= 12 and (address or dateline_alone(one.text)):
            return [above]
    return []


def _inside(page: Sequence[Seen], body: Body, headline: int | None) -> list[int]:
    """Positions of what is kept between the body's first and last text."""
    title = page[headline].block.key if headline is not None else ""
    kept: list[int] = []
    known: set[str] = {title}
    again = Counter(one.block.key for one in page if one.look in (Look.HEADING, Look.LABEL))
    for position in range(body.first, body.last + 1):
        one = page[position]
        if position == headline or position in body.foreign or one.block.key in known:
            continue
        if again[one.block.key] > 1 or same_headline(one.block.key, title):
            continue
        if _belongs(page, position, body, kept):
            kept.append(position)
            known.add(one.block.key)
    return kept


def _belongs(page: Sequence[Seen], position: int, body: Body, kept: Sequence[int]) -> bool:
    one = page[position]
    if one.look in TEXT:
        return True
    if one.look is Look.ITEM:
        return _is_list_item(page, position, body, kept)
    if one.look in (Look.HEADING, Look.LABEL):
        listed = _is_list_item(page, position, body, kept)
        return listed or (position not in body.menu and _is_subheading(page, position, kept))
    return False


def _is_list_item(page: Sequence[Seen], position: int, body: Body, kept: Sequence[int]) -> bool:
    """Whether a short line carries on a list that the article itself opened."""
    if not kept or kept[-1] != position - 1:
        return False
    before = page[kept[-1]]
    if before.look in TEXT:
        opened = before.text.rstrip().endswith((":", ";"))
        return opened or page[position].block.bullet
    alike = (
        page[position].look is before.look and page[position].block.bullet == before.block.bullet
    )
    return alike and (page[position].block.bullet or _list_opened(page, kept))


def _list_opened(page: Sequence[Seen], kept: Sequence[int]) -> bool:
    for position in reversed(kept):
        if page[position].look in TEXT:
            return page[position].text.rstrip().endswith((":", ";"))
    return False


def _is_subheading(page: Sequence[Seen], position: int, kept: Sequence[int]) -> bool:
    """Whether a short line stands between two paragraphs of the article, and is no link."""
    one = page[position].block
    if not kept or kept[-1] != position - 1 or page[kept[-1]].look not in TEXT:
        return False
    if position + 1 >= len(page) or page[position + 1].look not in TEXT:
        return False
    link = one.words >= _LINK_WORDS and one.capital_share >= _LINK_CAPITALS
    return not link and one.words >= 1


def _caption_for_headline(page: Sequence[Seen], body: Body) -> str | None:
    """A picture's caption near the top of a page without a headline: it says what the page is."""
    for one in page[max(0, body.first - 4) : body.first + 3]:
        if one.look is Look.CAPTION and len(one.caption.split()) >= 6:
            return one.caption
    return None


def _tiny(page: tuple[Seen, ...], title: str | None) -> Article | None:
    """A page of a few lines without one full paragraph: a flash, a caption, a headline."""
    plain = [one.text for one in page if one.look in (Look.HEADING, Look.SENTENCE)]
    captions = list(dict.fromkeys(one.caption for one in page if one.caption))
    if not captions:
        return (
            Article(title, tuple(plain), (), page, None)
            if len(page) <= _TINY_PAGE and plain
            else None
        )
    headline = title or next((one.text for one in page if one.look is Look.HEADING), None)
    return Article(headline, tuple(captions), tuple(range(len(captions))), page, None)
