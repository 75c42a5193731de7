"""Letters printed in full: whom they are addressed to, and who signs, on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.pages.body import Body
from communique.pages.credit import is_name
from communique.pages.dateline import dateline_alone
from communique.pages.looks import Look, Seen
from communique.pages.marks import function_words

_PERSONAL = re.compile(
    r"(?:To\s|(?:His|Her|Their|Your)\s[A-Z]\w*|[HT]\.\s?[EM]\.|(?:The\s)?(?:Rt\.?\s)?Hon"
    r"|Mr|Mrs|Ms|Dr|Prof|Dear)\b"
)
_SALUTATION_WORDS = 9
_LINE_WORDS = 14
_ADDRESS_LINES = 5
_SIGNATURE_LINES = 3
_SHORT = frozenset({Look.HEADING, Look.LABEL})


def salutation_of(page: Sequence[Seen], body: Body) -> int | None:
    """Position of the line that greets ("Your Excellency,") right above a text, if one does."""
    above = body.first - 1
    if above < 0 or page[above].look in (Look.LIST, Look.ITEM):
        return None
    greets = page[above].text.endswith(",") and page[above].block.words <= _SALUTATION_WORDS
    return above if greets else None


def address_of(page: Sequence[Seen], body: Body) -> list[int]:
    """Positions of the lines above a salutation that name whom a letter goes to."""
    greeting = salutation_of(page, body)
    if greeting is None:
        return []
    found: list[int] = []
    for position in range(greeting - 1, max(-1, greeting - 1 - _ADDRESS_LINES), -1):
        one = page[position]
        if one.look not in _SHORT or one.block.words > _LINE_WORDS:
            break
        found.append(position)
        if _PERSONAL.match(one.text):
            # The town that an address ends with is not where the letter was written.
            return [i for i in found[::-1] if not dateline_alone(page[i].text)]
    return []


def signature_of(page: Sequence[Seen], body: Body) -> list[int]:
    """Positions of the lines under a letter that name who signs it, and in what office."""
    if salutation_of(page, body) is None:
        return []
    found: list[int] = []
    for position in range(body.last + 1, min(len(page), body.last + 1 + _SIGNATURE_LINES)):
        one = page[position]
        fits = one.look in _SHORT and one.block.words <= _LINE_WORDS and not one.block.bullet
        if not fits or not (found or _is_signer(one.text)):
            break
        found.append(position)
    return found


def _is_signer(text: str) -> bool:
    plain = text.title() if text.isupper() else text
    return is_name(plain) and not any(word in function_words() for word in plain.split())
