"""A brief as Markdown: what pages say is escaped, pictures stand as their words and their data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from communique.dossier.parts import (
    Block,
    Brief,
    Bullets,
    Cite,
    Entry,
    Figure,
    Paragraph,
    Pieces,
    Sentence,
    Source,
    Table,
)
from communique.dossier.phrases import phrase

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#$^@])|(?<=:)(//)|(&)(?=[#\w])")
_OPENING = re.compile(r"^(\d+)([.)])|^([-+=])")


def to_markdown(brief: Brief) -> str:
    """Return the whole file."""
    writer = _Writer(brief.numbers)
    lines = [
        f"# {writer.said(brief.title)}",
        "",
        writer.said(brief.subtitle),
        "",
        f"*{writer.said(brief.made)}*",
        "",
    ]
    method = [section for section in brief.sections if section.key == "method"]
    for section in brief.sections:
        if section not in method:
            lines += [f"## {escaped(section.title)}", "", *writer.blocks(section.blocks, 3)]
    if brief.sources:
        lines += [f"## {phrase('section.sources')}", ""]
        for source in brief.sources:
            lines += writer.source(source)
        lines.append("")
    for section in method:
        lines += [f"## {escaped(section.title)}", "", *writer.blocks(section.blocks, 3)]
    return "\n".join(lines).rstrip() + "\n"


def escaped(words: str) -> str:
    """Return words that Markdown reads as words."""
    plain = _SPECIAL.sub(_without_meaning, words)
    return _OPENING.sub(lambda found: found[0][:-1] + "\\" + found[0][-1], plain)


def _without_meaning(found: re.Match[str]) -> str:
    special, slashes, ampersand = found.groups()
    if slashes:
        return r"\/\/"
    return "&amp;" if ampersand else "\\" + special


class _Writer:
    """Writes blocks with the numbers of their sources."""

    def __init__(self, numbers: dict[str, int]) -> None:
        self._numbers = numbers

    def said(self, sentence: Sentence) -> str:
        cites = "".join(map(self._cited, sentence.cites))
        return f"{self._pieces(sentence.pieces)}{' ' if cites and sentence.pieces else ''}{cites}"

    def blocks(self, blocks: Iterable[Block], level: int) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block, level)

    def source(self, source: Source) -> Iterator[str]:
        where = f"<{_address(source.where)}>" if source.where else escaped(source.name or "")
        told = f"**{self._pieces(source.outlet)}**, {self._pieces(source.when)}."
        notes = " ".join(self.said(note) for note in source.notes)
        line = f"{told} {self._pieces(source.title)}. {where} {notes}"
        yield f"{source.number}. {line.strip()}"
        if source.quotes:
            quotes = " · ".join(f"“{escaped(quote)}”" for quote in source.quotes)
            more = " …" if source.more_quotes else ""
            yield f"   {phrase('source.words')}: {quotes}{more}"

    def _block(self, block: Block, level: int) -> Iterator[str]:
        if isinstance(block, Paragraph):
            yield from (" ".join(map(self.said, block.sentences)), "")
        elif isinstance(block, Bullets):
            if block.lead:
                yield from (self.said(block.lead), "")
            yield from (f"- {self.said(item)}" for item in block.items)
            yield ""
        elif isinstance(block, Table):
            rows = [[self.said(cell) for cell in row] for row in block.rows]
            yield from _table([escaped(name) for name in block.head], rows)
        elif isinstance(block, Figure):
            yield from self._figure(block)
        else:
            yield from self._entry(block, level)

    def _entry(self, entry: Entry, level: int) -> Iterator[str]:
        yield from (f"{'#' * level} {self.said(entry.heading)}", "")
        if entry.note:
            yield from (self.said(entry.note), "")
        yield from self.blocks(entry.blocks, level + 1)

    @staticmethod
    def _figure(block: Figure) -> Iterator[str]:
        picture = block.picture
        yield from (f"**{escaped(picture.title)}.** {escaped(picture.text)}", "")
        rows = [[escaped(cell) for cell in row] for row in picture.rows]
        yield from _table([escaped(name) for name in picture.columns], rows)

    def _pieces(self, pieces: Pieces) -> str:
        """Return pieces escaped together: two harmless ones may mean something side by side."""
        out, words = "", ""
        for piece in pieces:
            if isinstance(piece, Cite):
                out, words = out + escaped(words) + self._cited(piece), ""
            else:
                words += piece if isinstance(piece, str) else piece.words
        return out + escaped(words)

    def _cited(self, cite: Cite) -> str:
        number = self._numbers.get(cite.document)
        return rf"\[{number}\]" if number else ""


def _table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def _address(url: str) -> str:
    return url.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
