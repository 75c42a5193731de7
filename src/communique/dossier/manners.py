"""A brief with its dates written as they are where its reader is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.dossier.parts import (
    Block,
    Brief,
    Bullets,
    Entry,
    Paragraph,
    Piece,
    Pieces,
    Section,
    Sentence,
    Source,
    Table,
    Value,
)
from communique.partial_dates import to_bounds
from communique.views.written_dates import written_date

if TYPE_CHECKING:
    from communique.views.locales import Manner

Put = Callable[[Sentence], Sentence]


def in_manner(brief: Brief, manner: Manner) -> Brief:
    """Return a brief whose dates are written in a manner; all other words stay."""

    def pieces(told: Pieces) -> Pieces:
        return tuple(_written(piece, manner) for piece in told)

    def put(sentence: Sentence) -> Sentence:
        return replace(sentence, pieces=pieces(sentence.pieces))

    def source(one: Source) -> Source:
        notes = tuple(map(put, one.notes))
        return replace(one, when=pieces(one.when), notes=notes)

    return replace(
        brief,
        title=put(brief.title),
        subtitle=put(brief.subtitle),
        made=put(brief.made),
        sections=tuple(_section(each, put) for each in brief.sections),
        sources=tuple(map(source, brief.sources)),
    )


def _written(piece: Piece, manner: Manner) -> Piece:
    """Return a piece, a date in the manner; a date is a value that stands as ``day`` writes it."""
    if not isinstance(piece, Value) or piece.words == piece.raw:
        return piece
    try:
        to_bounds(piece.raw)
    except ValueError:
        return piece
    if piece.words != written_date(piece.raw):
        return piece
    return replace(piece, words=manner.date(piece.raw))


def _section(section: Section, put: Put) -> Section:
    return replace(section, blocks=tuple(_block(block, put) for block in section.blocks))


def _block(block: Block, put: Put) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, sentences=tuple(map(put, block.sentences)))
    if isinstance(block, Bullets):
        lead = put(block.lead) if block.lead else None
        return replace(block, items=tuple(map(put, block.items)), lead=lead)
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(map(put, row)) for row in block.rows))
    if isinstance(block, Entry):
        note = put(block.note) if block.note else None
        inner = tuple(_block(each, put) for each in block.blocks)
        return replace(block, heading=put(block.heading), note=note, blocks=inner)
    return block
