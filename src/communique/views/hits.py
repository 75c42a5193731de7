"""Where words were found: each page once, its hits in context beneath."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from communique.views.printable import plain, printable
from communique.views.tables import hanging
from communique.views.words import JsonObject, actor_words, source_words


def hits_view(hits: Sequence[JsonObject]) -> RenderableType:
    """Return hits under their pages, the page of the best hit first."""
    by_page: dict[str, list[JsonObject]] = {}
    for hit in hits:
        by_page.setdefault(hit["document"]["id"], []).append(hit)
    blocks: list[RenderableType] = []
    for found in by_page.values():
        blocks.append(_page(found[0]["document"]))
        blocks += hanging(("  -", _hit(hit, context)) for hit in found for context in _shown(hit))
    return Group(*blocks)


def _shown(hit: JsonObject) -> Sequence[JsonObject]:
    contexts: Sequence[JsonObject] = hit["contexts"]
    return contexts[:1] if hit["part"] == "title" else contexts


def _page(document: JsonObject) -> Text:
    text = plain(source_words(document), "bold")
    if document.get("published"):
        text.append(f", {printable(document['published'])}")
    where = printable(document.get("url") or document.get("path") or "")
    if where and where != source_words(document):
        text.append(f"  {where}", style="dim")
    return text


def _hit(hit: JsonObject, context: JsonObject) -> Text:
    text = Text()
    if hit["part"] == "title":
        text.append("title: ", style="dim")
    elif hit["part"] == "statement":
        names = [hit["speaker"]] if isinstance(hit["speaker"], str) else hit["speaker"]
        text.append(f"{', '.join(map(actor_words, names))} ({printable(hit['act'])}): ", "dim")
    words, at = str(context["words"]), 0
    for start, end in context["hits"]:
        if start >= at:
            _add(text, words[at:start])
            _add(text, words[start:end], "bold yellow")
            at = end
    return _added(text, words[at:])


def _add(text: Text, words: str, style: str = "") -> None:
    """Append words made safe, but for the blanks at their ends, which part them from the rest."""
    if words:
        before = " " if words[0].isspace() else ""
        after = " " if words[-1].isspace() and words.strip() else ""
        text.append(f"{before}{printable(words)}{after}", style=style)


def _added(text: Text, words: str) -> Text:
    _add(text, words)
    return text
