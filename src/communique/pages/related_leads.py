"""Leads of other stories on a page with tags: in a row, a linked headline and a sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_ROW_OF = 2  # a headline with a sentence is a teaser only beside another one
_UP = 2
_FEWEST, _MOST_WORDS = 6, 60
_MOST = 30
_ENDS = (".", "!", "?", ".”", '."')
_CUT = ("...", "…")


def leads_in(tree: Any, text: str) -> tuple[str, ...]:
    """Return the sentences of teasers that ``text``, the page's own, lacks; none is cut off."""
    found = dict.fromkeys(lead for lead in _leads(tree) if lead not in text)
    return tuple(found)[:_MOST]


def _leads(tree: Any) -> Iterator[str]:
    for paragraph in tree.iter("p"):
        words = " ".join(str(paragraph.text_content()).split())
        if not words.endswith(_ENDS) or words.endswith(_CUT):
            continue
        if _FEWEST <= words.count(" ") + 1 <= _MOST_WORDS and _in_row(paragraph):
            yield words


def _in_row(paragraph: Any) -> bool:
    """Whether a paragraph stands alone under a linked headline, beside others that do."""
    item = paragraph
    for _ in range(_UP):
        item = item.getparent()
        if item is None:
            return False
        links = (link for link in item.iter("a") if paragraph not in link.iterancestors())
        if any(map(_has_words, links)):
            break
    else:
        return False
    row = item.getparent()
    if row is None or len(item.findall(".//p")) != 1:
        return False
    alike = [other for other in row.iterchildren(item.tag) if _is_item(other)]
    return len(alike) >= _ROW_OF


def _is_item(element: Any) -> bool:
    return element.find(".//a") is not None and len(element.findall(".//p")) == 1


def _has_words(link: Any) -> bool:
    return bool(str(link.text_content()).strip())
