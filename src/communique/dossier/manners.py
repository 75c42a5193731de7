"""A brief with its dates written as they are where its reader is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.dossier.parts import Brief, Piece, Pieces, Sentence, Source, Value, with_sentences
from communique.partial_dates import to_bounds
from communique.views.written_dates import written_date

if TYPE_CHECKING:
    from communique.views.locales import Manner


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
        sections=tuple(with_sentences(each, put) for each in brief.sections),
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
