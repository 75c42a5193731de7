"""The characters of a page, made regular before anything points into them.

What a reader sees does not change: invisible marks go, odd spaces become plain ones, composed
letters are put in one form, and sentences that lost the space between them get it back.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]|\x0c|\x0b")
_ODD_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Soft hyphen, zero-width marks, direction controls, byte order mark, control characters.
_INVISIBLE = re.compile(
    r"[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffb]"
)
_SPACES = re.compile(r"[ \t]+")
_JOINT = re.compile(
    r"(?P<before>[^\W_]{1,40}[)\]%’”\"']?)(?P<end>[.?!…]{1,5}[”’\"')\]]?)"
    r"(?=(?P<opened>[“‘\"'(\[]?)(?P<next>[^\W\d_]{1,40}))"
)
# What every joint has in it, found without trying each word as one.
_JOINED = re.compile(r"[.?!…][”’\"')\]“‘(\[]{0,2}[^\W\d_]")
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(
    r"://|@|\bwww\.|/\w+\.\w+|\.(?:com|org|net|gov|edu|info|html?|php|aspx?)\b", re.IGNORECASE
)

# Small words that a page glued to the capital behind them; the shortest only before long words, so
# that brands like "inDrive" stay whole.
_GLUED = re.compile(
    r"(?<![\w'’@./#&=-])(?:(?:the|for|of|by|with|and|from|that|between)(?=[A-Z][a-z]{4})"
    r"|(?:an?|to|in|on|at|as)(?=[A-Z][a-z]{6}))"
)


def regular(text: str) -> str:
    """Give ``text`` with regular line ends, spaces and composed letters; lines are trimmed."""
    text = unicodedata.normalize("NFC", text)
    text = _LINE_ENDS.sub("\n", text)
    text = _ODD_SPACES.sub(" ", text)
    text = _INVISIBLE.sub("", text)
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n"))


def part_glued_sentences(line: str) -> str:
    """Put back the space that a page lost between two sentences ("growth.The"), and behind a small
    word ("forPresident")."""
    if _JOINED.search(line) is not None and _JOINT.search(line) is not None:
        line = _TOKEN.sub(_part_token, line)
    return _GLUED.sub(r"\g<0> ", line)


def _part_token(found: re.Match[str]) -> str:
    token = found.group()
    return token if _ADDRESS.search(token) else _JOINT.sub(_part, token)


def _part(found: re.Match[str]) -> str:
    """Part one joint, unless it lies inside an abbreviation ("Ph.D") or initials ("U.S.A")."""
    before, end, opened, following = found.group("before", "end", "opened", "next")
    word = before.rstrip(")]%’”\"'")
    closed = len(word) < len(before)
    ends = closed or word.isdigit() or (len(word) > 1 and (word[-1].islower() or word.isupper()))
    starts = (
        bool(opened)
        or (len(following) > 1 and following[1].islower())
        or (len(word) > (1 if word.islower() and following.isupper() else 3) and word[-1].islower())
    )
    parts = following[0].isupper() and ends and starts
    return f"{before}{end} " if parts else found.group()
