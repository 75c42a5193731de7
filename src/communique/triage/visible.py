"""The words that a page shows, straight from its bytes: no tree is built, no article found."""

from __future__ import annotations

import re
from html import unescape

# What shows no words; searched in a copy in small letters.
_HIDDEN = (
    (b"<script", b"</script"),
    (b"<style", b"</style"),
    (b"<svg", b"</svg"),
    (b"<!--", b"-->"),
)
_INSIDE = re.compile(
    rb"</?(?:a|abbr|acronym|b|bdi|bdo|big|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|time|tt|u"
    rb"|wbr)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(rb"<[^>]*>?")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# A block of fewer words is a label, a link or a button.
_FEWEST = 5
_SHORTEST = 2 * _FEWEST - 2


def shown(raw: bytes) -> list[str]:
    """The blocks of text that a page with tags shows, each on one line; short ones are left out."""
    plain = _TAG.sub(b"\n", _INSIDE.sub(b"", _without_hidden(raw)))
    found = _CHARSET.search(raw, 0, 4096)
    text = _decoded(plain, found.group(1).decode("ascii") if found else "utf-8")
    lines = [
        line for line in text.split("\n")
        if len(line) > _SHORTEST and line.count(" ") >= _FEWEST - 1
    ]  # fmt: skip
    return [unescape(line) if "&" in line else line for line in lines]


def _without_hidden(raw: bytes) -> bytes:
    lower = raw.lower()
    for opening, closing in _HIDDEN:
        kept, at = [], 0
        while (begin := lower.find(opening, at)) >= 0:
            kept.append(raw[at:begin])
            end = lower.find(closing, begin + len(opening))
            at = len(raw) if end < 0 else end + len(closing)
        if at:
            kept.append(raw[at:])
            raw = b"".join(kept)
            lower = raw.lower()
    return raw


def _decoded(plain: bytes, charset: str) -> str:
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return plain.decode(charset, "replace")
    except LookupError:
        return plain.decode("cp1252", "replace")
