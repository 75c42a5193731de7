"""Standard output and standard error: encodings, consoles, JSON, one-line messages."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from communique.views.printable import printable, safe_json

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def prepare_streams() -> None:
    """Let any text be printed: what a stream's encoding lacks is written in Latin letters."""
    codecs.register_error("communique-latin", _latin_letters)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="communique-latin")


def console(*, stderr: bool = False) -> Console:
    """Return a Rich console that reads no markup and highlights nothing in page text."""
    from rich.console import Console

    return Console(stderr=stderr, markup=False, highlight=False, emoji=False, soft_wrap=False)


def show(*renderables: RenderableType) -> None:
    """Print Rich renderables on standard output, paged by nothing, 80 columns where piped."""
    out = console()
    for renderable in renderables:
        out.print(renderable)


def show_json(value: object) -> None:
    """Print one JSON value, indented, in UTF-8 whatever the locale says."""
    _write_utf8(safe_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n")


def show_json_line(value: object) -> None:
    """Print one JSON value on a line of its own, in UTF-8 whatever the locale says."""
    _write_utf8(safe_json(json.dumps(value, ensure_ascii=False)) + "\n")


def say(message: str) -> None:
    """Print one line on standard error, above a progress bar where one is drawn."""
    print(printable(message), file=sys.stderr, flush=True)


def counted(number: int, noun: str) -> str:
    """Return "1 page" or "2 pages"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(names: Iterable[str]) -> str:
    """Return names as "a, b and c"."""
    *head, last = list(names) or [""]
    return f"{', '.join(head)} and {last}" if head else last


def _write_utf8(text: str) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def _latin_letters(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from anyascii import anyascii

    missing: Any = error.object[error.start : error.end]
    return anyascii(missing) or "?", error.end
