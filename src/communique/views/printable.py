"""Text of pages made safe for a terminal and for a screen.

What a page says is printed as words only: control characters, escape sequences and characters that
turn the direction of text are shown by their code instead of being sent to the terminal.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

# C0 and C1 controls with DEL, and the marks that reorder or hide what follows them.
_UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_BLANKS = re.compile(r"\s+")


def printable(words: object) -> str:
    """Return ``words`` on one line, blanks folded, anything unsafe shown by its code."""
    folded = _BLANKS.sub(" ", str(words)).strip()
    return _UNSAFE.sub(_by_code, folded)


def harmless(words: str) -> str:
    """Return ``words`` with its lines and blanks as they are, anything else unsafe by its code."""
    return _UNSAFE.sub(lambda found: found[0] if found[0] in "\n\t" else _by_code(found), words)


def plain(words: object, style: str = "") -> Text:
    """Return ``words`` as Rich text that reads no markup, safe for a terminal.

    The style is of these words alone, not of what is appended to them.
    """
    from rich.text import Text  # late: printing a plain message needs nothing of Rich

    return Text().append(printable(words), style=style)


def shortened(words: object, limit: int) -> str:
    """Return ``words`` made printable and cut at a word near ``limit`` characters."""
    text = printable(words)
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head, blank, _ = cut.rpartition(" ")
    return (head if blank and len(head) > limit // 2 else cut) + "…"


def safe_json(document: str) -> str:
    """Return JSON text with the unsafe characters left in its strings written as escapes."""
    return _UNSAFE.sub(_escape, document)


def _by_code(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _escape(found: re.Match[str]) -> str:
    # Blanks between values are JSON's own; inside strings json.dumps has escaped them already.
    return found[0] if found[0] in "\n\r\t" else f"\\u{ord(found[0]):04x}"
