"""A brief as a Word document, with headings, lists and tables that can be edited further."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

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
    words_of,
)
from communique.dossier.phrases import phrase

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as Line

_QUIET = RGBColor(0x55, 0x60, 0x6B)
_WIDTH = Cm(16.5)


def to_docx(brief: Brief) -> bytes:
    """Return the whole file."""
    writer = _Writer(brief)
    writer.write(brief)
    out = io.BytesIO()
    writer.document.save(out)
    return out.getvalue()


class _Writer:
    """Writes blocks into a document with the numbers of their sources."""

    def __init__(self, brief: Brief) -> None:
        self.document = Document()
        self._numbers = brief.numbers
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2.2)
        normal: Any = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(10.5)
        normal.paragraph_format.space_after = Pt(4)
        properties = self.document.core_properties
        properties.title, properties.author = words_of(brief.title.pieces), ""
        properties.comments = ""

    def write(self, brief: Brief) -> None:
        """Write the whole brief."""
        self.document.add_heading(words_of(brief.title.pieces), 0)
        self._line([brief.subtitle])
        self._line([brief.made], quiet=True)
        method = [section for section in brief.sections if section.key == "method"]
        for section in brief.sections:
            if section not in method:
                self.document.add_heading(section.title, 1)
                self._blocks(section.blocks, 2)
        if brief.sources:
            self.document.add_heading(phrase("section.sources"), 1)
            for source in brief.sources:
                self._source(source)
        for section in method:
            self.document.add_heading(section.title, 1)
            self._blocks(section.blocks, 2)

    def _blocks(self, blocks: Iterable[Block], level: int) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._line(block.sentences, quiet=block.quiet)
            elif isinstance(block, Bullets):
                self._bullets(block)
            elif isinstance(block, Table):
                rows = [[self._said(cell) for cell in row] for row in block.rows]
                self._table(block.head, rows)
            elif isinstance(block, Figure):
                self._figure(block)
            else:
                self._entry(block, level)

    def _entry(self, entry: Entry, level: int) -> None:
        self.document.add_heading(words_of(entry.heading.pieces), min(level, 4))
        if entry.note:
            self._line([entry.note], quiet=True)
        self._blocks(entry.blocks, level + 1)

    def _bullets(self, block: Bullets) -> None:
        if block.lead:
            self._line([block.lead], quiet=True)
        for item in block.items:
            self._line([item], style="List Bullet")

    def _figure(self, block: Figure) -> None:
        title = self.document.add_paragraph()
        title.add_run(block.picture.title).bold = True
        title.paragraph_format.keep_with_next = True
        shape = self.document.add_picture(io.BytesIO(block.picture.png()), width=_WIDTH)
        described = shape._inline.docPr
        described.set("descr", block.picture.text)
        described.set("title", block.picture.title)
        self._quiet(self.document.add_paragraph(), block.picture.text)

    def _table(self, head: Iterable[str], rows: list[list[str]]) -> None:
        names = list(head)
        table = self.document.add_table(rows=1, cols=len(names))
        table.style = "Light List Accent 1"
        for cell, name in zip(table.rows[0].cells, names, strict=True):
            cell.text = name
        for row in rows:
            # Filling a row's cells one by one is quicker than asking the table for each.
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
        self.document.add_paragraph()

    def _line(
        self, sentences: Iterable[Sentence], *, quiet: bool = False, style: str | None = None
    ) -> None:
        words = " ".join(map(self._said, sentences))
        if quiet:
            self._quiet(self.document.add_paragraph(style=style), words)
        else:
            self.document.add_paragraph(words, style=style)

    @staticmethod
    def _quiet(line: Line, words: str) -> None:
        run = line.add_run(words)
        run.font.size, run.font.color.rgb = Pt(9), _QUIET

    def _source(self, source: Source) -> None:
        line = self.document.add_paragraph()
        line.paragraph_format.left_indent = Cm(0.9)
        line.paragraph_format.first_line_indent = Cm(-0.9)
        line.add_run(f"[{source.number}] ")
        line.add_run(words_of(source.outlet)).bold = True
        line.add_run(f", {words_of(source.when)}. {words_of(source.title)}. ")
        if source.where:
            _add_link(line, source.where)
        else:
            line.add_run(source.name or "")
        for note in source.notes:
            self._quiet(line, f" {self._said(note)}")
        if source.quotes:
            quotes = " · ".join(f"“{quote}”" for quote in source.quotes)
            more = " …" if source.more_quotes else ""
            self._quiet(line, f"\n{phrase('source.words')}: {quotes}{more}")

    def _said(self, sentence: Sentence) -> str:
        cites = "".join(map(self._cited, sentence.cites))
        gap = " " if cites and sentence.pieces else ""
        return self._pieces(sentence.pieces) + gap + cites

    def _pieces(self, pieces: Pieces) -> str:
        return "".join(
            self._cited(piece) if isinstance(piece, Cite) else words_of((piece,))
            for piece in pieces
        )

    def _cited(self, cite: Cite) -> str:
        number = self._numbers.get(cite.document)
        return f"[{number}]" if number else ""


def _add_link(line: Line, url: str) -> None:
    """Add a web address that can be followed: the library itself has no way to write one."""
    name = line.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), name)
    run = line.add_run(url)
    run.font.color.rgb, run.font.underline = RGBColor(0x1D, 0x5A, 0x96), True
    link.append(run._r)
    line._p.append(link)
