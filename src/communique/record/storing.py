"""One reading as rows: the page's version, what it says, and the words behind every value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from enum import Enum
from typing import Any

from sqlalchemy import Table

from communique.model import (
    Account,
    Commitment,
    Document,
    Message,
    PersonOnPage,
    Reading,
    Relation,
    Span,
    Statement,
)
from communique.record import tables

Row = dict[str, Any]
Rows = dict[Table, list[Row]]

# Fields of Evidence that stand for one value each, beside those of parties and topics.
SINGLE = ("kind", "status", "start", "end", "place", "visit_type")


def document_row(document: Document) -> Row:
    """Return the columns of ``versions`` that hold the page itself."""
    return {
        "path": document.path,
        "url": document.url,
        "title": document.title,
        "outlet": document.outlet,
        "byline": document.byline,
        "language": document.language,
        "published": document.published,
        "published_precision": document.published_precision,
        "text": document.text,
        "sha256": document.sha256,
        "photo_credit": document.photo_credit,
        "dateline_place": _plain_span(document.dateline_place),
        "dateline_date": _plain_span(document.dateline_date),
        "title_span": _plain_span(document.title_span),
        "captions": [_plain_span(span) for span in document.captions],
        "related": [_plain_span(span) for span in document.related],
    }


def part_rows(reading: Reading, version: str) -> Rows:
    """Return all rows that hang on the page's version, by table.

    Their ids are made from the version's: ``<version>.a0``, ``<version>.a0.s2``.
    """
    rows = _Rows(version)
    for n, account in enumerate(reading.accounts):
        rows.add_account(account, n)
    rows.add_spoken(version, None, reading.statements, reading.messages, reading.commitments)
    for n, person in enumerate(reading.people):
        rows.add_person(person, n)
    for n, relation in enumerate(reading.relations):
        rows.add_relation(relation, n)
    for n, unread in enumerate(reading.unread):
        owner = rows.add_part(tables.unread, f"{version}.u{n}", None, n, reason=unread.reason)
        rows.add_spans(owner, "sentence", 0, [unread.span])
    return rows.found


class _Rows:
    """Rows of one version as they gather."""

    def __init__(self, version: str) -> None:
        self.version = version
        self.found: Rows = defaultdict(list)

    def add_part(
        self, table: Table, owner: str, account: str | None, position: int, **values: Any
    ) -> str:
        row = {"id": owner, "version_id": self.version, "position": position, **_plain(values)}
        if table is not tables.accounts:
            row["account_id"] = account
        self.found[table].append(row)
        return owner

    def add_spans(self, owner: str, field: str, position: int, spans: Iterable[Span]) -> None:
        self.found[tables.spans].extend(
            {
                "version_id": self.version,
                "owner": owner,
                "field": field,
                "position": position,
                "number": number,
                "start_at": span.start,
                "end_at": span.end,
                "quote": span.quote,
            }
            for number, span in enumerate(spans)
        )

    def add_claim(
        self, account: str, field: str, position: int, value: Any, spans: Iterable[Span]
    ) -> None:
        if value is not None:
            self.found[tables.claims].append(
                {"account_id": account, "field": field, "position": position, "value": value}
            )
        self.add_spans(account, field, position, spans)

    def add_account(self, account: Account, n: int) -> None:
        owner = f"{self.version}.a{n}"
        self.add_part(tables.accounts, owner, None, n, **account_columns(account))
        values = {name: getattr(account, name) for name in SINGLE}
        values["place"] = account.place and asdict(account.place)
        for name, value in _plain(values).items():
            self.add_claim(owner, name, 0, value, getattr(account.evidence, name))
        for i, topic in enumerate(account.topics):
            self.add_claim(owner, "topics", i, topic, ())
        for i, spans in enumerate(account.evidence.topics):
            self.add_spans(owner, "topics", i, spans)
        for i, spans in enumerate(account.evidence.parties):
            self.add_spans(owner, "parties", i, spans)
        self._add_parties(account, owner)
        self.add_spoken(owner, owner, account.statements, account.messages, account.commitments)

    def _add_parties(self, account: Account, owner: str) -> None:
        for i, party in enumerate(account.parties):
            names = ("person", "state", "organization", "office", "role")
            value = _plain({name: getattr(party, name) for name in names})
            row = {**value, "worked_from": party.worked_from, "uncertain": party.uncertain}
            self.found[tables.parties].append({"account_id": owner, "position": i, **row})
            self.add_claim(owner, "parties", i, value, ())
            self.add_spans(owner, "party", i, party.evidence)

    def add_spoken(
        self,
        owner: str,
        account: str | None,
        statements: Iterable[Statement],
        messages: Iterable[Message],
        commitments: Iterable[Commitment],
    ) -> None:
        for n, statement in enumerate(statements):
            values: Row = asdict(statement)
            spans = statement.evidence
            del values["evidence"]
            part = self.add_part(tables.statements, f"{owner}.s{n}", account, n, **values)
            self.add_spans(part, "statement", 0, spans)
        for n, message in enumerate(messages):
            values = asdict(message)
            values["recipients"] = values.pop("to")
            del values["evidence"]
            part = self.add_part(tables.messages, f"{owner}.m{n}", account, n, **values)
            self.add_spans(part, "message", 0, message.evidence)
        for n, commitment in enumerate(commitments):
            self._add_commitment(commitment, f"{owner}.c{n}", account, n)

    def _add_commitment(
        self, commitment: Commitment, owner: str, account: str | None, n: int
    ) -> None:
        self.add_part(
            tables.commitments,
            owner,
            account,
            n,
            kind=commitment.kind,
            by_name=commitment.by,
            to_name=commitment.to,
            via=commitment.via,
            what=commitment.what,
            due=commitment.due,
        )
        for i, step in enumerate(commitment.states):
            self.found[tables.commitment_states].append(
                {
                    "commitment_id": owner,
                    "position": i,
                    "state": step.state.value,
                    "date": step.date,
                }
            )
            self.add_spans(owner, "state", i, step.evidence)

    def add_person(self, person: PersonOnPage, n: int) -> None:
        owner = self.add_part(
            tables.mentions,
            f"{self.version}.p{n}",
            None,
            n,
            person=person.person,
            state=person.state,
            organization=person.organization,
            offices=[office.office for office in person.offices],
            names=list(person.names),
            deceased=person.deceased,
            former=person.former,
        )
        self.add_spans(owner, "person", 0, person.evidence)
        for i, office in enumerate(person.offices):
            self.add_spans(owner, "office", i, office.evidence)

    def add_relation(self, relation: Relation, n: int) -> None:
        first, second = relation.states
        owner = f"{self.version}.r{n}"
        values = {"state_a": first, "state_b": second, "level": relation.level}
        self.add_part(tables.relations, owner, None, n, **values)
        self.add_spans(owner, "relation", 0, relation.evidence)
        for i, step in enumerate(relation.milestones):
            self.found[tables.milestones].append(
                {"relation_id": owner, "position": i, "what": step.what, "year": step.year}
            )
            self.add_spans(owner, "milestone", i, step.evidence)


def account_columns(account: Account) -> Row:
    """Return the columns of ``accounts`` that hold the account's single values."""
    place = account.place
    return {
        "kind": account.kind,
        "status": account.status,
        "main": account.main,
        "visit_type": account.visit_type,
        "start_date": account.start,
        "end_date": account.end,
        "date_basis": account.date_basis,
        "place_name": place and place.name,
        "place_city": place and place.city,
        "place_state": place and place.state,
        "plover_event": account.plover_event,
        "plover_mode": account.plover_mode,
        "cameo": account.cameo,
        "date_rule": account.date_rule,
        "date_worked_from": list(account.date_worked_from),
        "weekday": account.weekday,
        "after_date": account.after,
        "before_date": account.before,
        "frame": account.frame,
        "uncertain": account.uncertain,
    }


def _plain(values: Row) -> Row:
    """Return words of the codebook as plain strings: drivers differ in what they make of enums."""
    return {n: value.value if isinstance(value, Enum) else value for n, value in values.items()}


def _plain_span(span: Span | None) -> list[Any] | None:
    return None if span is None else [span.start, span.end, span.quote]
