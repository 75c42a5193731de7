"""Bylines, picture credits and captions: told by where the names in them stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.pages import marks
from communique.pages.blocks import Block

_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*$")
_LINK = re.compile(r"https?://\S+|\b[\w.+-]{1,64}@[\w-]{1,63}\.\S+")
_BRACKET_TAIL = re.compile(r"[(\[](?P<credit>[^()\[\]]{2,90})[)\]]\s*\.?$")
_SLASH_TAIL = re.compile(
    r"(?:^|[.!?”\"|]\s*)(?P<credit>[A-Z][\w ]{1,24}\s?/\s?[^\W\d_][^.!?/]{2,40})$"
)
# "By Jane Doe / Staff writer, with agencies": the desk and the sources behind a name.
_WITH = re.compile(
    r"(?:\s*[/,]\s*(?:staff|senior|special|chief|with|and)\b[^/|]{0,60}|,?\s+with agencies)+$",
    re.IGNORECASE,
)
_SHOUTED_CREDIT = re.compile(r"[A-Z]{2,6}(?:-[A-Z]{2,6})?\s?/\s?[A-Z][\w.'’ -]{2,40}")
# "Jane Doe (The Daily Post)": a name and whom it writes for.
_OF_OUTLET = re.compile(r"(?P<name>[^()]{4,60}?)\s\((?P<outlet>[^()]{3,40})\)")
_PHOTOS_TAIL = re.compile(r"[.!?]\s*[–—-]\s*(?P<credit>[^.!?–—]{2,60}\s(?P<word>[^\W\d_]+))$")
# "1/3", "[2/2]", "Item 1 of 4": pictures of a series are counted.
_COUNTED = re.compile(r"^(?:item\s+)?[\[(]?\d{1,2}\s*(?:/|of)\s*\d{1,2}[\])]?\s+", re.IGNORECASE)


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
    if bare != line.rstrip() and line.rstrip().endswith("|") and _are_names(bare):
        return bare
    named = _OF_OUTLET.fullmatch(bare)
    if named and names_outlet(named["outlet"]) and is_name(named["name"]):
        return named["name"]
    if bare.startswith("From ") and is_name(bare.removeprefix("From ")):
        return bare.removeprefix("From ")
    name, dash, outlet = bare.rstrip(": ").rpartition(" – ")
    if dash and _are_names(name) and outlet in marks.outlets_by_mark():
        return name
    for kind in ("byline_bare", "byline"):
        found = _opener(kind).match(bare)
        if found and (found["mark"] or kind == "byline_bare"):
            author = _WITH.sub("", _without_contact(found["rest"]))
            return author if _is_author(author) else None
    return None


def _is_author(text: str) -> bool:
    """Whether these words can be a person, a desk or a correspondent: few, and named."""
    words = text.split()
    if not words or len(words) > 9 or text[-1:] in "?!":
        return False
    named = [w for w in words if w[0].isupper()]
    return (len(named) >= max(1, len(words) - 3) and not text.endswith((".", ":"))) or (
        _are_names(text.rstrip("."))
    )


def names_role(text: str) -> bool:
    """Whether a short line names who wrote by office ("Our Beijing correspondent")."""
    words = [word.strip(".,") for word in text.casefold().split()]
    role = any(word in marks.credit_words("role") for word in words)
    return role and len(words) <= 8 and text[:1].isupper() and text[-1:] not in ".?!"


def names_outlet(text: str) -> bool:
    """Whether these words name an outlet and no person ("The Daily Herald")."""
    words = text.casefold().split()
    known = text.strip() in marks.outlets_by_mark()
    return known or any(word in marks.credit_words("outlet") for word in words)


def _without_contact(text: str) -> str:
    return _LINK.sub("", text).split("|")[0].strip(" ,;–—-|")


def _are_names(text: str) -> bool:
    """Whether it is one or more names of two to five words, parted by commas or "and"."""
    return all(_is_one_name(part.split()) for part in re.split(r",|\s&\s|\sand\s", text))


def _is_one_name(words: list[str]) -> bool:
    if not 2 <= len(words) <= 5 or not _NAME.match(words[0]):
        return False
    return all(_NAME.match(word) or word in marks.name_particles() for word in words[1:])


def is_name(text: str) -> bool:
    """Whether a line is nothing but one or more names of persons (two to five words each)."""
    line = text.strip().strip("|•·–—- ")
    return 4 <= len(line) <= 70 and _are_names(line) and not line.isupper()


def source_of(text: str) -> str | None:
    """Whom a line such as "Source: Xinhua" or "(Xinhua)" names, None if it is no such line."""
    bare = text.strip().strip("()[]")
    bracketed = len(bare) < len(text.strip())
    if (bracketed or len(bare.split()) > 1) and bare in marks.outlets_by_mark():
        return bare
    named = _BRACKET_TAIL.search(text)
    if named and text[: named.start()].strip() in marks.outlets_by_mark():
        return text[: named.start()].strip()
    found = _opener("source").match(text.strip())
    if found is None or found["mark"] not in (":", "|", "-", "–") or len(text) > 80:
        return None
    rest = _without_contact(found["rest"])
    return rest if 0 < len(rest.split()) <= 8 else None


def picture_credit(block: Block) -> PictureCredit | None:
    """The picture credit that a block ends or opens with, and the caption it credits."""
    text = block.text.strip()
    opened = _opener("photo").match(text)
    if opened and opened["mark"] and opened["rest"]:
        if len(opened["rest"].split()) <= 8:
            return PictureCredit("", opened["rest"].strip(" .)]"))
        if opened["mark"] == ":":
            inner = _credit_at_end(opened["rest"])
            return inner or PictureCredit(opened["rest"], "")
    found = _credit_at_end(text)
    if found is None and _COUNTED.match(text):
        return PictureCredit(_COUNTED.sub("", text), "")
    return found


def uncounted(text: str) -> str:
    """A caption without the count of its picture in a series ("2/5", "Item 1 of 4")."""
    return _COUNTED.sub("", text)


def _credit_at_end(text: str) -> PictureCredit | None:
    """A credit in brackets, behind a picture word, or of an agency and its photographer."""
    closed = text.rstrip().removesuffix(".").rstrip().endswith((")", "]"))
    bracket = _BRACKET_TAIL.search(text) if closed else None
    if bracket:
        inside = bracket["credit"].strip()
        if is_tag(inside) and (bracket.group()[0] == "[" or inside.isupper()):
            return None
        opened = _opener("photo").match(inside) or _opener("source").match(inside)
        if opened:
            return _credited(text, bracket.start(), opened["rest"] or inside)
        if _is_agency_credit(inside) or _SHOUTED_CREDIT.fullmatch(inside):
            return _credited(text, bracket.start(), inside)
    worded = _worded_tail().search(text)
    if worded and len(worded["credit"].split()) <= 10:
        return _credited(text, worded.start("word"), worded["credit"])
    photos = _PHOTOS_TAIL.search(text)
    if photos and photos["word"].casefold() in marks.credit_words("photo"):
        return _credited(text, photos.start("credit"), photos["credit"])
    slashed = _SLASH_TAIL.search(text) if "/" in text else None
    if slashed and _is_agency_credit(slashed["credit"]):
        return _credited(text, slashed.start("credit"), slashed["credit"])
    return None


def is_tag(text: str) -> bool:
    """Whether words in brackets behind a headline only say what else it holds ("PHOTO/VIDEO")."""
    words = [word for word in re.split(r"[\s/,&+|-]+", text.casefold()) if word]
    return bool(words) and all(word in marks.credit_words("tag") for word in words)


def _credited(text: str, at: int, credit: str) -> PictureCredit:
    caption = _COUNTED.sub("", text[:at]).rstrip(" ([|/–—-:")
    return PictureCredit(caption, credit.strip(" .:/–—-"))


@cache
def _worded_tail() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in marks.credit_words("photo"))
    return re.compile(
        rf"(?:^|[.!?”\"]\s*|\s[|/–—-]+\s*)(?P<word>(?:{words})\s*(?::|\bby\b|\bvia\b|[/©-])\s*)"
        r"(?P<credit>[^.!?:]{2,70})\.?$",
        re.IGNORECASE,
    )


def _is_agency_credit(text: str) -> bool:
    """Whether it names an agency and a photographer ("Xinhua/Li Ming", "AP Photo/Jane Doe")."""
    lower = text.casefold()
    if any(word in lower for word in marks.credit_words("agency")):
        return len(text.split()) <= 8
    parts = [part.strip() for part in re.split(r"[/|]|\bvia\b", text)]
    known = marks.outlets_by_mark()
    if len(parts) > 1 and any(p in known or p.removesuffix(" Photo") in known for p in parts):
        return len(text.split()) <= 8
    shown = any(word.strip(":") in marks.credit_words("photo") for word in lower.split())
    return shown and len(text.split()) <= 8
