"""What hangs on the end of a paragraph and is not the article's: links, addresses, notices."""

from __future__ import annotations

import re
from functools import cache

from communique.pages import marks
from communique.pages.marks import Effect

_ROOM = 60
_NOTICE_WORDS = 50
_TURNS = 3
_TO_OTHERS = re.compile(r"\b(?:read|watch|see)\b")
_ADDRESS = re.compile(
    r"(?<=[.!?”\"’)])\s*[(\[]?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]+)+[)\]]?\.?"
    r"(?P<end>\s*[(\[]\w{2,8}[)\]])?$"
)
_QUOTED = re.compile(r"[“\"«][^“”\"«»]*[”\"»]")
_LAST = re.compile(r"[.!?][”\"’)\]]?\s*(?=[(\[“\"]?[^\W\d_a-z][^.!?]*(?:[.!?]+[)\]”\"]*)?$)")


def without_tail(text: str) -> str:
    """Cut links ("Read more"), e-mail addresses and the site's own notices off a paragraph."""
    text = _inner_link().sub(" ", text) if len(text) > 2 * _ROOM else text
    for _ in range(_TURNS):
        shorter = _without_link(_ADDRESS.sub(r"\g<end>", text))
        shorter = _without_notice(shorter)
        if shorter == text:
            break
        text = shorter
    return text


def _without_link(text: str) -> str:
    bare = text.rstrip("]) .»>›→…")
    lower = bare.casefold()
    if not lower.endswith(_links()):
        return text
    for phrase in _links():
        if lower.endswith(phrase) and len(bare) > len(phrase) + _ROOM:
            return bare[: -len(phrase)].rstrip(" |-–—[(>")
    return text


def _without_notice(text: str) -> str:
    """Cut a last sentence in which the site speaks of itself ("... from a syndicated feed.)")."""
    last = _LAST.search(text, max(1, len(text) - 400))
    if last is None or last.end() < _ROOM:
        return text
    tail = _QUOTED.sub(" ", text[last.end() :]).casefold().replace("’", "'")
    prompts = any(phrase in tail for phrase in _notices())
    return text[: last.end()].rstrip() if prompts and len(tail.split()) <= _NOTICE_WORDS else text


@cache
def _inner_link() -> re.Pattern[str]:
    """A link to another story between two sentences ("Also Read: Ferry line reopens.")."""
    openers = [
        re.escape(phrase.rstrip(":"))
        for phrase, effect in marks.chrome()["start"].items()
        if effect is Effect.SKIP and _TO_OTHERS.search(phrase)
    ]
    words = "|".join(sorted(openers, key=len, reverse=True)) or r"(?!)"
    return re.compile(
        rf"(?<=[.!?”\"’)])\s+[(\[]?(?i:{words})\s?[:|]\s*[^.!?]{{10,150}}[.!?)\]]{{1,2}}\s+"
        r"(?=[“\"]?[^\W\d_a-z])"
    )


@cache
def _links() -> tuple[str, ...]:
    return tuple(marks.chrome()["tail"])


@cache
def _notices() -> tuple[str, ...]:
    return tuple(p for p, effect in marks.chrome()["anywhere"].items() if effect is Effect.PROMPT)
