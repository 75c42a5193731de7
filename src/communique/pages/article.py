"""The article of a page put together: headline, paragraphs and captions that report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.pages.blocks import Block
from communique.pages.body import Body, find_body
from communique.pages.dateline import dateline_alone
from communique.pages.gallery import galleried
from communique.pages.headline import find_decks, find_headline, same_headline
from communique.pages.letters import address_of, salutation_of, signature_of
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
    page = galleried([seen(block) for block in blocks])
    body = find_body(page)
    if body is None:
        return _tiny(page, title)
    address, signature = address_of(page, body), signature_of(page, body)
    top = replace(body, first=address[0]) if address else body
    headline = find_headline(page, top, title)
    decks = find_decks(page, top, headline) if headline is not None else []
    above = [*address, *_line_above(page, body, headline)]
    kept = [*decks, *above, *_inside(page, body, headline), *signature]
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
    """The line right above the text that opens it: a dateline alone, or a letter's greeting."""
    greeting = salutation_of(page, body)
    for above in range(body.first - 1, max(-1, body.first - 4), -1):
        one = page[above]
        if above == headline or one.look in (Look.LIST, Look.ITEM):
            break
        if above == greeting or (one.block.words <= 12 and dateline_alone(one.text)):
            return [above]
    return []


def _inside(page: Sequence[Seen], body: Body, headline: int | None) -> list[int]:
    """Positions of what is kept between the body's first and last text."""
    title = page[headline].block.key if headline is not None else ""
    kept: list[int] = []
    known: set[str] = {title}
    days = _days(page, body)
    again = Counter(one.block.key for one in page if one.look in (Look.HEADING, Look.LABEL))
    start = body.first - 1 if body.first - 1 in days else body.first
    for position in range(start, body.last + 1):
        one = page[position]
        if position == headline or position in body.foreign or one.block.key in known:
            continue
        if again[one.block.key] > 1 or same_headline(one.block.key, title):
            continue
        if position in days or _belongs(page, position, body, kept):
            kept.append(position)
            known.add(one.block.key)
    return kept


def _days(page: Sequence[Seen], body: Body) -> frozenset[int]:
    """Positions of the days that head the entries of a diary ("WED, MAY 17"), two at least."""
    inside = range(body.first - 1, body.last) if body.first else range(body.last)
    found = [
        position
        for position in inside
        if (stamp := page[position].stamp) is not None
        and page[position].look is Look.STAMP
        and [one.year for one in stamp.dates] == [None]
        and not (stamp.kind or stamp.rest or stamp.timed)
    ]
    return frozenset(found) if len(found) > 1 else frozenset()


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
