"""The queue of what is uncertain: asked for in pieces, settled question by question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Row, select

from communique.linking.outcome import FieldWeight
from communique.model import Span
from communique.record import tables as t
from communique.record.asking import comparison_entries, load_documents
from communique.record.corrections import Author, Corrections, Opening
from communique.record.entries import ComparedValueEntry, DecisionEntry, DocumentEntry
from communique.record.errors import NotThereError
from communique.record.finding.engagements import lines
from communique.record.finding.entries import EngagementLine, Found
from communique.record.finding.keys import Key
from communique.record.marks import page_to_json, pages_marked
from communique.record.review.entries import CAN, Doubt, Question
from communique.record.review.queue import (
    count_open,
    doubt_of,
    key_of,
    open_after,
    open_questions,
)
from communique.record.subjects import accounts_of, labels_of, subject_of

Json = dict[str, Any]


class Review:
    """What is uncertain in a record, and accepting it; other decisions are ``Corrections``."""

    def __init__(self, asking: Opening, corrections: Corrections) -> None:
        """``asking`` opens a linked record for questions."""
        self._asking = asking
        self._corrections = corrections

    def counts(self) -> dict[Doubt, int]:
        """Return how many questions of each doubt are open."""
        with self._asking() as connection:
            return {doubt: count_open(connection, doubt) for doubt in Doubt}

    def queue(
        self,
        doubts: Iterable[Doubt | str] = (),
        *,
        offset: int = 0,
        limit: int = 50,
        after: Key | None = None,
    ) -> Found[Question]:
        """Return a piece of the queue: the open questions of some doubts (of all, if none).

        ``after`` is what a piece before this one ``follows``: the queue goes on from there.
        Raises RecordError where it is no such key.
        """
        wanted = {Doubt(one) for one in doubts} or set(Doubt)
        with self._asking() as connection:
            counts = {doubt: count_open(connection, doubt) for doubt in Doubt if doubt in wanted}
            return _piece(connection, counts, offset, limit, after)

    def piece_and_counts(
        self, doubts: Iterable[Doubt | str] = (), *, offset: int = 0, limit: int = 50
    ) -> tuple[Found[Question], dict[Doubt, int]]:
        """Return what ``queue`` and ``counts`` do, of one moment and counted once."""
        wanted = {Doubt(one) for one in doubts} or set(Doubt)
        with self._asking() as connection:
            counts = {doubt: count_open(connection, doubt) for doubt in Doubt}
            some = {doubt: number for doubt, number in counts.items() if doubt in wanted}
            return _piece(connection, some, offset, limit), counts

    def question(self, name: str) -> Question:
        """Return an open question by id. Raises RecordError where there is none such."""
        with self._asking() as connection:
            return _question(connection, name)

    def accept(self, name: str, author: Author) -> DecisionEntry:
        """Decide that what a question is about may stand as it is.

        It is a decision like others: handed on with them, and undone by ``Corrections.undo``.
        Raises RecordError where there is no such open question.
        """
        with self._asking() as connection:
            question = _question(connection, name)
            subject, told = _accepted(connection, question)
        return self._corrections.accept(subject, told, author)


def _piece(
    connection: Connection,
    counts: Mapping[Doubt, int],
    offset: int,
    limit: int,
    after: Key | None = None,
) -> Found[Question]:
    """Return a piece of the queue of the doubts that are counted, in their order."""
    found: list[tuple[Doubt, Row[Any]]] = []
    before, reached = 0, doubt_of(after) if after else None
    for doubt, number in counts.items():
        first, most = max(0, offset - before), limit + 1 - len(found)
        before += number
        if reached in (None, doubt) and most > 0 and first < number:
            every = open_after(after) if after and reached else open_questions(doubt)
            rows = connection.execute(every.offset(first).limit(most)).all()
            found += ((doubt, row) for row in rows)
        reached = None if reached is doubt else reached
    follows = key_of(found[limit - 1][1]) if 0 < limit < len(found) else None
    some: list[Question] = []
    for doubt, asked in groupby(found[:limit], key=itemgetter(0)):
        some += _asked(connection, doubt, [row for _, row in asked])
    return Found(tuple(some), before, offset, follows=follows)


def _question(connection: Connection, name: str) -> Question:
    kind = name.partition(":")[0]
    if kind not in {*Doubt}:
        raise NotThereError(f"no question {name!r} in the record")
    doubt = Doubt(kind)
    every = open_questions(doubt).subquery()
    rows = connection.execute(select(every).where(every.c.id == name)).all()
    if not rows:
        raise NotThereError(f"nothing asks {name!r} any more: it was settled, or has changed")
    return next(iter(_asked(connection, doubt, rows)))


def _accepted(connection: Connection, question: Question) -> tuple[Json, Json]:
    """Return what a decision that accepts says: of what, and what exactly."""
    told: Json = {"doubt": question.doubt.value}
    if question.doubt is Doubt.UNREAD and question.document:
        page = question.document
        mark = pages_marked(connection, [page.id])[page.id]
        subject = {"pages": [page_to_json(mark)], "named": page.label}
        return subject, told | {"words": question.words[0].quote}
    if question.doubt is Doubt.DISAGREEMENT and question.engagement:
        _, _, rest = question.id.partition(":")
        told |= {"field": question.field, "told": rest.rsplit(":", 1)[1]}
        accounts = accounts_of(connection, question.engagement.id)
        named = f"{question.field} of {question.engagement.id}"
        return subject_of(connection, [accounts], named), told
    account = question.account or ""
    groups = [[account]]
    if question.doubt is Doubt.WEAK_LINK and question.engagement:
        every = accounts_of(connection, question.engagement.id)
        groups.append([one for one in every if one != account])
        return subject_of(connection, groups, labels_of(connection, [account])), told
    named = labels_of(connection, [account])
    return subject_of(connection, groups, named), told | {"party": question.party}


def _asked(connection: Connection, doubt: Doubt, rows: Sequence[Row[Any]]) -> Iterator[Question]:
    """Yield the questions of some rows, with what one needs to answer them."""
    make = {
        Doubt.DISAGREEMENT: _disagreements,
        Doubt.WEAK_LINK: _weak_links,
        Doubt.UNCERTAIN: _uncertain,
        Doubt.UNREAD: _unread,
    }[doubt]
    for row, said, values in make(connection, rows):
        yield Question(row.id, doubt, said, CAN[doubt], **values)


_Made = Iterator[tuple[Row[Any], str, Json]]


def _disagreements(connection: Connection, rows: Sequence[Row[Any]]) -> _Made:
    engagements = _lines(connection, (row.engagement_id for row in rows))
    e = t.engagements.c
    query = select(e.id, e.comparison).where(e.id.in_(list(engagements)))
    stored = {row.id: row.comparison for row in connection.execute(query)}
    pages = {
        page
        for fields in stored.values()
        for one in fields
        for value in one["values"]
        for page in value["pages"]
    }
    documents = load_documents(connection, pages)
    for row in rows:
        values: tuple[ComparedValueEntry, ...] = ()
        for one in comparison_entries(stored[row.engagement_id], documents):
            values = one.values if one.field == row.field else values
        said = f"independent accounts differ in the {row.field}"
        engagement = engagements[row.engagement_id]
        yield row, said, {"engagement": engagement, "field": row.field, "values": values}


def _weak_links(connection: Connection, rows: Sequence[Row[Any]]) -> _Made:
    engagements = _lines(connection, (row.engagement_id for row in rows))
    pages, words = _of_accounts(connection, [row.account_id for row in rows])
    for row in rows:
        weights = tuple(FieldWeight(**weight) for weight in row.weights)
        said = f"this account weighs only {row.weight:.1f} bits for being of this engagement"
        yield (
            row,
            said,
            {
                "engagement": engagements[row.engagement_id],
                "document": pages.get(row.account_id),
                "account": row.account_id,
                "weight": row.weight,
                "weights": weights,
                "words": words[row.account_id, "kind", 0],
            },
        )


def _uncertain(connection: Connection, rows: Sequence[Row[Any]]) -> _Made:
    ids = [row.account_id for row in rows]
    link = t.engagement_accounts.c
    query = select(link.account_id, link.engagement_id).where(link.account_id.in_(ids))
    of = {row.account_id: row.engagement_id for row in connection.execute(query)}
    engagements = _lines(connection, of.values())
    pages, words = _of_accounts(connection, ids)
    for row in rows:
        field = ("kind", 0) if row.party is None else ("party", row.party)
        yield (
            row,
            row.said,
            {
                "engagement": engagements.get(of.get(row.account_id, "")),
                "document": pages.get(row.account_id),
                "account": row.account_id,
                "party": row.party,
                "words": words[(row.account_id, *field)],
            },
        )


def _unread(connection: Connection, rows: Sequence[Row[Any]]) -> _Made:
    documents = load_documents(connection, {row.document_id for row in rows})
    words = _spans(connection, [row.unread_id for row in rows])
    for row in rows:
        sentence = words[row.unread_id, "sentence", 0]
        yield row, row.reason, {"document": documents[row.document_id], "words": sentence}


def _lines(connection: Connection, engagements: Iterable[str]) -> dict[str, EngagementLine]:
    return {line.id: line for line in lines(connection, sorted(set(engagements)))}


Words = dict[tuple[str, str, int], tuple[Span, ...]]


def _of_accounts(
    connection: Connection, accounts: list[str]
) -> tuple[dict[str, DocumentEntry], Words]:
    """Return the pages of some accounts, and the words behind their fields."""
    a, v = t.accounts.c, t.versions.c
    query = select(a.id, v.document_id).join(t.versions, v.id == a.version_id)
    of = {row.id: row.document_id for row in connection.execute(query.where(a.id.in_(accounts)))}
    documents = load_documents(connection, of.values())
    pages = {account: documents[page] for account, page in of.items()}
    return pages, _spans(connection, accounts)


def _spans(connection: Connection, owners: list[str]) -> Words:
    s = t.spans.c
    found: defaultdict[tuple[str, str, int], tuple[Span, ...]] = defaultdict(tuple)
    query = select(t.spans).where(s.owner.in_(owners)).order_by(s.number)
    for row in connection.execute(query):
        found[row.owner, row.field, row.position] += (Span(row.start_at, row.end_at, row.quote),)
    return found
