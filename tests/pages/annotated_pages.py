"""The annotated pages of this folder, taken apart (see ``annotated/README.md``)."""

from __future__ import annotations

import re
from pathlib import Path

from communique.pages.characters import part_glued_sentences

PAGES = sorted((Path(__file__).parent / "annotated").glob("*.page"))


def parts_of(path: Path) -> tuple[dict[str, str], str, list[str], str | None]:
    """An annotated page as its fields, its text, the texts to keep and its headline."""
    head, _, body = path.read_text(encoding="utf-8").partition("----\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines() if line.strip())
    lines, kept, title = [], [], None
    for line in body.splitlines():
        mark, text = line[:1], line[2:]
        lines.append(text)
        if mark == "T":
            title = fields.get("title", text)
            kept.append(title)
        elif mark in ("C", "+"):
            kept.append(text)
        elif mark == "&":
            kept[-1] = f"{kept[-1]} {text}"
    return fields, "\n".join(lines), kept, title


def bare(text: str) -> str:
    """A kept text without list marks, Markdown, credits and end marks, for comparing."""
    text = part_glued_sentences(text).split(" (Photo:")[0].rstrip(" ■")
    text = re.sub(r"\[([^]]+)\]\(\S+\)", r"\1", text).replace("**", "")
    head, _, rest = text.partition(" ")
    return rest if head == "•" or head.rstrip(".").isdigit() else text
