"""What lists of pages give, and what they have in common."""

from __future__ import annotations

import re
from typing import NamedTuple

from communique.pages.decoding import decode
from communique.pages.limits import UnreadableError

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_DECLARATION = re.compile(r"^\s*<\?xml.{0,300}?\?>", re.DOTALL)


class Link(NamedTuple):
    """An address, and what the list says of its last change, in the list's own words."""

    url: str
    stamp: str | None = None


class Found(NamedTuple):
    """The pages that a list names, and other lists where it is made of those."""

    pages: list[Link]
    lists: list[Link]


def plain_xml(raw: bytes, charset: str | None) -> str:
    """Return a list's XML as text without its declaration.

    Raises UnreadableError where it declares entities: no feed or sitemap needs any, and they are
    how a few lines are made to grow until the memory is full.
    """
    if "<!ENTITY" in (text := _text(raw, charset)):
        raise UnreadableError("it declares entities of its own, which no list needs")
    return _DECLARATION.sub("", text, count=1)


def _text(raw: bytes, charset: str | None) -> str:
    declared = _DECLARED.search(raw[:400])
    try:
        return decode(raw, charset or (declared[1].decode("ascii") if declared else None))
    except UnreadableError:
        if not raw.lstrip().startswith(b"<"):
            raise
        # Addresses are plain letters: a title broken by a wrong encoding does not matter here.
        return raw.decode("utf-8", errors="replace")
