"""Runs of blocks that are other pages' business: menus, link lists and teasers of other stories.

One short line says little; a row of them, or a headline with one sentence under it again and
again, is a list of links whatever its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.pages.looks import TEXT, Look, Seen

_BETWEEN = frozenset(
    {Look.RULE, Look.STAMP, Look.BYLINE, Look.LABEL, Look.SKIP, Look.CREDIT, Look.SOURCE}
)
_PARTING = frozenset({Look.RULE, Look.STAMP, Look.BYLINE})
_LISTED = frozenset({Look.HEADING, Look.LABEL, Look.ITEM, Look.SKIP})
_PASSED = frozenset({Look.RULE, Look.STAMP, Look.CREDIT, Look.BYLINE})
MENU_LINES = 3


@dataclass(frozen=True, slots=True)
class _Teaser:
    start: int
    text: int
    end: int
    parted: bool


def teasers(page: Sequence[Seen]) -> frozenset[int]:
    """Positions of blocks in rows of teasers: headline, a mark or name, one sentence, and again."""
    rows = _teaser_rows(page)
    return frozenset(at for row in rows for at in range(row[0].start, row[-1].end))


def teaser_leads(page: Sequence[Seen], after: int) -> tuple[str, ...]:
    """The sentence of every teaser that stands after a position, each once, none that is cut."""
    blocks = (page[one.text].block for row in _teaser_rows(page) for one in row if one.text > after)
    return tuple(dict.fromkeys(block.text for block in blocks if not block.truncated))


def _teaser_rows(page: Sequence[Seen]) -> Iterator[list[_Teaser]]:
    repeated = _repeated(page)
    position = 0
    while position < len(page):
        row = _row(page, position)
        if row and _is_teaser_row(page, row, repeated):
            yield row
        position = row[-1].end if row else position + 1


def _repeated(page: Sequence[Seen]) -> frozenset[str]:
    counts = Counter(one.block.key for one in page if one.look in TEXT)
    return frozenset(key for key, count in counts.items() if count > 1)


def _row(page: Sequence[Seen], position: int) -> list[_Teaser]:
    row: list[_Teaser] = []
    while (teaser := _teaser(page, position)) is not None:
        row.append(teaser)
        position = teaser.end
    return row


def _teaser(page: Sequence[Seen], start: int) -> _Teaser | None:
    """One headline with exactly one block of text under it, at ``start``."""
    if start >= len(page) or page[start].look is not Look.HEADING:
        return None
    text = _skip(page, start + 1)
    while text < len(page) and page[text].block.key == page[start].block.key:
        text = _skip(page, text + 1)
    if text >= len(page) or page[text].look not in TEXT or text - start > 4:
        return None
    end = _skip(page, text + 1)
    if end < len(page) and page[end].look in TEXT:
        return None
    parted = any(one.look in _PARTING for one in page[start:end])
    return _Teaser(start, text, end, parted)


def _skip(page: Sequence[Seen], position: int) -> int:
    while position < len(page) and page[position].look in _BETWEEN:
        position += 1
    return position


def _is_teaser_row(page: Sequence[Seen], row: Sequence[_Teaser], repeated: frozenset[str]) -> bool:
    parted = sum(one.parted for one in row)
    if len(row) > 1 and any(page[one.text].block.key in repeated for one in row):
        return True
    if len(row) >= 2 and parted * 2 > len(row):
        return all(page[one.text].block.words <= 80 for one in row)
    if len(row) < 3:
        return False
    cut = sum(page[one.text].block.truncated for one in row)
    headline_words = sum(page[one.start].block.words for one in row) / len(row)
    short = all(page[one.text].block.words <= 45 for one in row)
    return cut * 2 >= len(row) or (headline_words >= 6 and short)


def menus(page: Sequence[Seen]) -> frozenset[int]:
    """Positions of blocks in rows of three and more short lines without sentence ends."""
    found: set[int] = set()
    run: list[int] = []
    for position, one in enumerate([*page, None]):
        if one is not None and (one.look in _LISTED or (run and one.look in _PASSED)):
            if run and one.look in _LISTED and _breaks(page[run[-1]], one):
                _close(page, run, found)
                run = []
            run.append(position)
            continue
        _close(page, run, found)
        run = []
    return frozenset(found)


def _breaks(before: Seen, after: Seen) -> bool:
    """Whether a list ends between two short lines: bullets stop, after a blank line."""
    return before.block.bullet and not after.block.bullet and after.block.gap > 0


def _close(page: Sequence[Seen], run: list[int], found: set[int]) -> None:
    listed = [i for i in run if page[i].look in _LISTED]
    if len(listed) >= MENU_LINES and not _introduced(page, run[0]):
        found.update(run)


def _introduced(page: Sequence[Seen], start: int) -> bool:
    """Whether a list hangs on a paragraph of the article that ends in a colon."""
    before = page[start - 1] if start else None
    return before is not None and before.look in TEXT and before.text.rstrip().endswith(":")
