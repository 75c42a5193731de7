"""Every question to which the record answers with a list or with what a list opens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from communique.model import Document
from communique.record.asking import load_engagements
from communique.record.entries import CommitmentEntry, EngagementEntry
from communique.record.finding.asked import Asked, AskedCommitments, AskedDocuments
from communique.record.finding.commitments import list_commitments, standings
from communique.record.finding.documents import find_document, list_documents
from communique.record.finding.engagements import (
    count_months,
    lines,
    list_engagements,
    neighbours,
)
from communique.record.finding.entries import (
    DocumentFound,
    DocumentLine,
    EngagementLine,
    Found,
    MonthCount,
    Neighbours,
    OutletLine,
    Overview,
    PairFound,
    PairLine,
    PersonFound,
    PersonLine,
)
from communique.record.finding.keys import Key
from communique.record.finding.outlets import list_outlets
from communique.record.finding.overview import overview
from communique.record.finding.pairs import find_pair, list_pairs
from communique.record.finding.people import find_person, list_people
from communique.record.keeping import known_document

Opening = Callable[[], AbstractContextManager[Connection]]
PIECE = 50


class Finding:
    """Lists of the record; ``offset`` and ``limit`` say which piece of a list is wanted."""

    def __init__(self, asking: Opening) -> None:
        """``asking`` opens a linked record for questions."""
        self._asking = asking

    def overview(self) -> Overview:
        """Return how much the record holds."""
        with self._asking() as connection:
            return overview(connection)

    def engagements(
        self,
        asked: Asked | None = None,
        *,
        offset: int = 0,
        limit: int = PIECE,
        after: tuple[str, str] | None = None,
    ) -> Found[EngagementLine]:
        """Return a piece of the list of the engagements asked for.

        ``after`` is what a piece before this one ``follows``: the list goes on from there.
        Raises RecordError where ``asked.words`` holds no word.
        """
        with self._asking() as connection:
            return list_engagements(connection, asked or Asked(), offset, limit, after)

    def whole(self, ids: Sequence[str]) -> list[EngagementEntry]:
        """Return engagements by id with accounts and comparison; not those that are no more."""
        with self._asking() as connection:
            there = {line.id for line in lines(connection, ids)}
            known = [name for name in ids if name in there]
            return list(load_engagements(connection, known, accounts=True))

    def neighbours(self, engagement: str, asked: Asked | None = None) -> Neighbours:
        """Return what stands before and after an engagement in the list asked for."""
        with self._asking() as connection:
            return neighbours(connection, engagement, asked or Asked())

    def months(self, asked: Asked | None = None) -> tuple[MonthCount, ...]:
        """Return how many engagements there were, by month and kind, in the order of time."""
        with self._asking() as connection:
            return count_months(connection, asked or Asked())

    def people(
        self,
        name: str | None = None,
        *,
        states: Iterable[str] = (),
        offset: int = 0,
        limit: int = PIECE,
        after: Key | None = None,
    ) -> Found[PersonLine]:
        """Return a piece of the list of persons, those with most engagements first.

        ``name`` holds words of a name or their beginnings; of ``states`` one has to be theirs.
        ``after`` as for ``engagements``.
        """
        with self._asking() as connection:
            return list_people(connection, name, states, offset, limit, after)

    def person(self, person: str, *, labels: bool = True) -> PersonFound:
        """Return one person by id. Raises RecordError where there is none.

        Unless ``labels``, the pages of tenures stand by their ids, which is quicker.
        """
        with self._asking() as connection:
            return find_person(connection, person, labels=labels)

    def pairs(
        self,
        state: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        offset: int = 0,
        limit: int = PIECE,
        after: Key | None = None,
    ) -> Found[PairLine]:
        """Return a piece of the list of pairs of states, those with most engagements first.

        ``after`` as for ``engagements``.
        """
        with self._asking() as connection:
            return list_pairs(connection, state, since, until, offset, limit, after)

    def pair(self, one: str, other: str) -> PairFound:
        """Return what there is between two states; nothing is an answer, too."""
        with self._asking() as connection:
            return find_pair(connection, one, other)

    def outlets(
        self,
        name: str | None = None,
        *,
        offset: int = 0,
        limit: int = PIECE,
        after: Key | None = None,
    ) -> Found[OutletLine]:
        """Return a piece of the list of outlets, those with most pages first.

        ``after`` as for ``engagements``.
        """
        with self._asking() as connection:
            return list_outlets(connection, name, offset, limit, after)

    def commitments(
        self,
        asked: AskedCommitments | None = None,
        *,
        offset: int = 0,
        limit: int = PIECE,
        after: Key | None = None,
    ) -> Found[CommitmentEntry]:
        """Return a piece of the board of commitments; ``after`` as for ``engagements``."""
        with self._asking() as connection:
            return list_commitments(connection, asked or AskedCommitments(), offset, limit, after)

    def standings(self, asked: AskedCommitments | None = None) -> dict[str, int]:
        """Return how many of the commitments asked for stand how, whatever standing is asked."""
        with self._asking() as connection:
            return standings(connection, asked or AskedCommitments())

    def documents(
        self,
        asked: AskedDocuments | None = None,
        *,
        offset: int = 0,
        limit: int = PIECE,
        after: Key | None = None,
    ) -> Found[DocumentLine]:
        """Return a piece of the list of pages, the newest first; ``after`` as above."""
        with self._asking() as connection:
            return list_documents(connection, asked or AskedDocuments(), offset, limit, after)

    def known(self, document: Document) -> str | None:
        """Return the id under which the record keeps a page, None where it does not."""
        with self._asking() as connection:
            return known_document(connection, document)

    def document(self, document: str) -> DocumentFound:
        """Return one page by id, with everything read from it. Raises RecordError for none."""
        with self._asking() as connection:
            return find_document(connection, document)
