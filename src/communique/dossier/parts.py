"""What a brief is made of, whatever form it takes: sentences, tables, pictures, sources.

A sentence is a row of pieces. Plain strings come from the table of phrases alone; whatever comes
from the record is a piece that says where in the record it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from communique.pictures import Picture


@dataclass(frozen=True, slots=True)
class Value:
    """One value of the record as words; ``raw`` is the value in the field it comes from.

    ``of`` is what it belongs to (``engagement``, ``commitment``, ``person``, ``relation``,
    ``page``, ``unread``, ``asked``), ``id`` which one.
    """

    words: str
    of: str
    id: str
    raw: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things; ``ids`` are all of them, so that it can be counted again."""

    words: str
    of: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """A number of days from one ISO date to another, or, with a dash, the fewest and the most."""

    words: str
    begun: str
    over: str


@dataclass(frozen=True, slots=True)
class Cite:
    """A page that bears a sentence out, and its words that do; shown as the page's number.

    The words are ``listed`` with the source unless the sentence itself has them.
    """

    document: str
    quotes: tuple[str, ...] = ()
    listed: bool = True

    @property
    def words(self) -> str:
        """Return nothing: a number is not among the words of a sentence."""
        return ""


@dataclass(frozen=True, slots=True)
class Held:
    """The number of engagements that the record holds of what was asked for."""

    words: str
    number: int


Piece = str | Value | Count | Days | Held | Cite
Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Pieces and the pages behind them; ``link`` is the anchor of what it speaks of, if any."""

    pieces: Pieces
    cites: tuple[Cite, ...] = ()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences in a row; ``quiet`` ones are set smaller."""

    sentences: tuple[Sentence, ...]
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Sentences one below the other, under a lead where there is one."""

    items: tuple[Sentence, ...]
    lead: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under their headings; ``caption`` says what stands in it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its title, and its data for those who cannot see it."""

    picture: Picture


@dataclass(frozen=True, slots=True)
class Entry:
    """One engagement or commitment told at length."""

    anchor: str
    heading: Sentence
    note: Sentence | None
    blocks: tuple[Block, ...]


Block = Paragraph | Bullets | Table | Figure | Entry


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief; ``key`` is its anchor."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A page that the brief cites; ``copy_of`` is the number of the page whose text it repeats.

    ``where`` is its web address, None where it has none; ``name`` what it is called then.
    """

    number: int
    document: str
    outlet: Pieces
    when: Pieces
    title: Pieces
    where: str | None
    name: str | None
    notes: tuple[Sentence, ...]
    quotes: tuple[str, ...]
    more_quotes: int = 0


@dataclass(frozen=True)
class Brief:
    """A whole brief, ready to be written in any form."""

    title: Sentence
    subtitle: Sentence
    made: Sentence
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each cited page by its id."""
        return {source.document: source.number for source in self.sources}

    def arranged(self, sentence: Sentence) -> Sentence:
        """Return a sentence with its sources, and those in its midst, in the order of numbers."""
        numbers = self.numbers
        runs = groupby(sentence.pieces, key=lambda piece: isinstance(piece, Cite))
        pieces: list[Piece] = []
        for cited, run in runs:
            pieces += _by_number(run, numbers) if cited else run
        return replace(
            sentence,
            pieces=tuple(pieces),
            cites=tuple(c for c in _by_number(sentence.cites, numbers) if isinstance(c, Cite)),
        )


def _by_number(cites: Iterable[Piece], numbers: dict[str, int]) -> list[Piece]:
    """Return each cited page once, those without a number left out."""
    known = {c.document: c for c in cites if isinstance(c, Cite) and c.document in numbers}
    return [known[name] for name in sorted(known, key=lambda name: numbers[name])]


def words_of(pieces: Pieces) -> str:
    """Return pieces as plain words."""
    return "".join(piece if isinstance(piece, str) else piece.words for piece in pieces)


def with_sentences(section: Section, put: Callable[[Sentence], Sentence]) -> Section:
    """Return a section with each of its sentences, tables and entries too, as ``put`` gives."""
    return replace(section, blocks=tuple(_with_sentences(block, put) for block in section.blocks))


def _with_sentences(block: Block, put: Callable[[Sentence], Sentence]) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, sentences=tuple(map(put, block.sentences)))
    if isinstance(block, Bullets):
        lead = put(block.lead) if block.lead else None
        return replace(block, items=tuple(map(put, block.items)), lead=lead)
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(map(put, row)) for row in block.rows))
    if isinstance(block, Entry):
        note = put(block.note) if block.note else None
        inner = tuple(_with_sentences(each, put) for each in block.blocks)
        return replace(block, heading=put(block.heading), note=note, blocks=inner)
    return block
