"""Bylines, picture credits and captions: told by where the names in them stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.pages import marks
from communique.pages.blocks import Block

_NAME = r"[^\W\d_a-z][\w.'’-]*"
_NAMES = re.compile(
    rf"^(?:{_NAME})(?:\s+(?:al-|el-|bin|ibn|van|von|de|da|dos|der|la|di|{_NAME})){{1,4}}"
    rf"(?:\s*(?:,|and|&)\s*{_NAME}(?:\s+{_NAME}){{1,3}})*$"
)
_LINK = re.compile(r"(https?://\S+|\S+@\S+\.\w+)")
_CREDIT_TAIL = re.compile(r"[(\[|/–—-]\s*(?P<credit>[^()\[\]|]{2,90})[)\]]?\s*[.]?$")


@dataclass(frozen=True, slots=True)
class PictureCredit:
    """The credit of a picture and the caption before it (empty where the credit stands alone)."""

    caption: str
    credit: str


@cache
def _opener(kind: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in marks.credit_words(kind))
    return re.compile(rf"^(?:{words})\b\s*(?P<mark>[:|.–—-]|by\b)?\s*(?P<rest>.*)$", re.IGNORECASE)


def byline_of(text: str) -> str | None:
    """The author of a byline ("By Jane Doe", "Reporter: X", "Thanh Hà |"), None if it is none."""
    line = text.strip()
    if len(line) > 120 or not line:
        return None
    bare = line.strip("|•·–—- ")
    if bare != line.rstrip() and line.rstrip().endswith("|") and _NAMES.match(bare):
        return bare
    found = _opener("byline").match(bare)
    if found:
        rest = _without_contact(found["rest"])
        opener = bare[: found.start("rest")].casefold()
        spoken = opener.strip(" :|").casefold() in ("by", "text by", "story by", "written by")
        if (found["mark"] or spoken or "by" in opener.split()) and _is_author(rest):
            return rest
    return None


def _is_author(text: str) -> bool:
    """Whether these words can be a person, a desk or a correspondent: few, and named."""
    words = text.split()
    if not words or len(words) > 9 or text[-1:] in "?!":
        return False
    named = [w for w in words if w[0].isupper()]
    return (len(named) >= max(1, len(words) - 3) and not text.endswith((".", ":"))) or (
        bool(_NAMES.match(text.rstrip(".")))
    )


def _without_contact(text: str) -> str:
    return _LINK.sub("", text).split("|")[0].strip(" ,;–—-|")


def is_name(text: str) -> bool:
    """Whether a line is nothing but one or more names of persons (two to five words each)."""
    line = text.strip().strip("|•·–—- ")
    return 4 <= len(line) <= 70 and bool(_NAMES.match(line)) and not line.isupper()


def source_of(text: str) -> str | None:
    """Whom a line such as "Source: Xinhua" names, None if it is no such line."""
    found = _opener("source").match(text.strip())
    if found is None or found["mark"] not in (":", "|", "-", "–") or len(text) > 80:
        return None
    rest = _without_contact(found["rest"])
    return rest if 0 < len(rest.split()) <= 8 else None


def picture_credit(block: Block) -> PictureCredit | None:
    """The picture credit that a block ends or opens with, and the caption it credits."""
    text = block.text.strip()
    opened = _opener("photo").match(text)
    if opened and opened["mark"] and len(opened["rest"].split()) <= 8 and opened["rest"]:
        return PictureCredit("", opened["rest"].strip(" .)]"))
    if opened and opened["mark"] == ":" and opened["rest"]:
        inner = _tail_credit(opened["rest"])
        return PictureCredit(opened["rest"], inner or "")
    credit = _tail_credit(text)
    if credit is None:
        return None
    caption = text[: text.rfind(credit)].rstrip(" ([|/–—-:")
    return PictureCredit(_without_opener(caption), credit)


def _without_opener(caption: str) -> str:
    """Cut "(Photo:" and its like, which stand between the caption and the name."""
    found = re.search(r"[(\[|/–—-]\s*[^()\[\]]{2,40}$", caption)
    return caption[: found.start()].rstrip() if found else caption


def _tail_credit(text: str) -> str | None:
    """The name in a bracket or after a bar at a line's end that credits a picture."""
    cut = _CREDIT_TAIL.search(text)
    while cut is not None:
        inside = cut["credit"].strip()
        opened = _opener("photo").match(inside)
        if opened and (opened["mark"] or text[cut.start()] in "([|"):
            return (opened["rest"] or inside).strip(" .:/") or inside
        if _is_agency_credit(inside) and text[cut.start()] in "([":
            return inside
        nxt = text.find(text[cut.start()], cut.start() + 1)
        cut = _CREDIT_TAIL.search(text, nxt) if nxt > 0 else None
    return None


def _is_agency_credit(text: str) -> bool:
    """Whether it names an agency and a photographer ("Xinhua/Li Ming", "AP Photo/Jane Doe")."""
    lower = text.casefold()
    if any(word in lower for word in marks.credit_words("agency")):
        return len(text.split()) <= 8
    parts = [part.strip() for part in re.split(r"[/|]|\bvia\b", text)]
    known = marks.outlets_by_mark()
    if len(parts) > 1 and any(p in known or p.removesuffix(" Photo") in known for p in parts):
        return True
    tail = text.rsplit(" ", 1)[-1].casefold()
    return tail in ("photo", "photos", "photograph", "picture") and len(text.split()) <= 4
