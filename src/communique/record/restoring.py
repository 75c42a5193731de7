"""Readings back from rows, equal to what was kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from communique.model import (
    Account,
    Act,
    Commitment,
    CommitmentKind,
    CommitmentState,
    CommitmentStateKind,
    DateBasis,
    Document,
    Evidence,
    Kind,
    Medium,
    Message,
    MessageKind,
    Milestone,
    OfficeSpan,
    Party,
    PersonOnPage,
    Place,
    Reading,
    Relation,
    Role,
    Span,
    Statement,
    Status,
    Unread,
    VisitType,
)
from communique.record import tables
from communique.record.batches import batches
from communique.record.storing import SINGLE

Found = Any
_NOTHING: tuple[Span, ...] = ()


def load_readings(connection: Connection, versions: Sequence[str]) -> dict[str, Reading]:
    """Return the readings of some versions, by version id.

    Raises ValueError where a row holds a word that the codebook does not know.
    """
    parts = _Parts(connection, lambda table: table.c.version_id.in_(versions))
    parts.read_rest_of_page()
    parts.spans = spans_of(parts.rows_of(tables.spans))
    found = connection.execute(
        select(tables.versions).where(tables.versions.c.id.in_(versions))
    ).all()
    return {row.id: parts.reading(row) for row in found}


def load_accounts(connection: Connection, accounts: Sequence[str]) -> dict[str, Account]:
    """Return some accounts by id, without the rest of their pages. Raises ValueError as above."""
    found: dict[str, Account] = {}
    for batch in batches(accounts):
        parts = _Parts(connection, partial(_of_accounts, batch))
        for owners in batches(sorted(parts.owners())):
            some = tables.spans.c.owner.in_(owners)
            parts.spans |= spans_of(connection.execute(select(tables.spans).where(some)))
        for rows in parts.accounts.values():
            found |= {row.id: parts.account(row) for row in rows}
    return found


def _of_accounts(accounts: Sequence[str], table: Table) -> ColumnElement[bool]:
    return (table.c.id if table is tables.accounts else table.c.account_id).in_(accounts)


def document_of(row: Found) -> Document:
    """Return the page that a row of ``versions`` holds."""
    return Document(
        path=row.path,
        url=row.url,
        title=row.title,
        outlet=row.printed_outlet,
        byline=row.byline,
        language=row.language,
        published=row.published,
        published_precision=row.published_precision,
        text=row.text,
        sha256=row.sha256,
        photo_credit=row.photo_credit,
        dateline_place=_maybe_span(row.dateline_place),
        dateline_date=_maybe_span(row.dateline_date),
        title_span=_maybe_span(row.title_span),
        captions=tuple(Span(*span) for span in row.captions or ()),
        related=tuple(Span(*span) for span in row.related or ()),
    )


def spans_of(rows: Iterable[Found]) -> dict[tuple[str, str, int], tuple[Span, ...]]:
    """Return the spans that rows of ``spans`` hold, by owner, field and position."""
    found: defaultdict[tuple[str, str, int], list[tuple[int, Span]]] = defaultdict(list)
    for row in rows:
        span = Span(row.start_at, row.end_at, row.quote)
        found[row.owner, row.field, row.position].append((row.number, span))
    return {key: tuple(span for _, span in sorted(spans)) for key, spans in found.items()}


class _Parts:
    """The parts of some pages or of some accounts, read table by table."""

    def __init__(
        self, connection: Connection, chosen: Callable[[Table], ColumnElement[bool]]
    ) -> None:
        self._connection = connection
        self._chosen = chosen
        self.spans: dict[tuple[str, str, int], tuple[Span, ...]] = {}
        self.accounts = _grouped(self.rows_of(tables.accounts), "version_id")
        self.parties = self._under(tables.parties, tables.accounts, "account_id")
        self.claims = self._under(tables.claims, tables.accounts, "account_id")
        self.statements = self._by_owner(tables.statements)
        self.messages = self._by_owner(tables.messages)
        self.commitments = self._by_owner(tables.commitments)
        self.steps = self._under(tables.commitment_states, tables.commitments, "commitment_id")

    def read_rest_of_page(self) -> None:
        self.mentions = _grouped(self.rows_of(tables.mentions), "version_id")
        self.relations = _grouped(self.rows_of(tables.relations), "version_id")
        self.milestones = self._under(tables.milestones, tables.relations, "relation_id")
        self.unread = _grouped(self.rows_of(tables.unread), "version_id")

    def rows_of(self, table: Table) -> Sequence[Found]:
        return self._connection.execute(select(table).where(self._chosen(table))).all()

    def owners(self) -> Iterator[str]:
        """Yield the ids under which the accounts and their parts have spans."""
        for group in (self.accounts, self.statements, self.messages, self.commitments):
            yield from (row.id for rows in group.values() for row in rows)

    def _by_owner(self, table: Table) -> dict[str, list[Found]]:
        """Group parts by their account, or by their version where they hang on none."""
        found: defaultdict[str, list[Found]] = defaultdict(list)
        for row in sorted(self.rows_of(table), key=lambda row: row.position):
            found[row.account_id or row.version_id].append(row)
        return found

    def _under(self, table: Table, parent: Table, column: str) -> dict[str, list[Found]]:
        query = (
            select(table).join(parent, table.c[column] == parent.c.id).where(self._chosen(parent))
        )
        return _grouped(self._connection.execute(query).all(), column)

    def reading(self, version: Found) -> Reading:
        statements, messages, commitments = self._spoken(version.id)
        return Reading(
            document=document_of(version),
            accounts=tuple(map(self.account, self.accounts.get(version.id, ()))),
            people=tuple(map(self._person, self.mentions.get(version.id, ()))),
            relations=tuple(map(self._relation, self.relations.get(version.id, ()))),
            unread=tuple(
                Unread(self._spans(row.id, "sentence")[0], row.reason)
                for row in self.unread.get(version.id, ())
            ),
            statements=statements,
            messages=messages,
            commitments=commitments,
            coder=version.coder,
        )

    def _spans(self, owner: str, field: str, position: int = 0) -> tuple[Span, ...]:
        return self.spans.get((owner, field, position), _NOTHING)

    def _spoken(
        self, owner: str
    ) -> tuple[tuple[Statement, ...], tuple[Message, ...], tuple[Commitment, ...]]:
        return (
            tuple(map(self._statement, self.statements.get(owner, ()))),
            tuple(map(self._message, self.messages.get(owner, ()))),
            tuple(map(self._commitment, self.commitments.get(owner, ()))),
        )

    def account(self, row: Found) -> Account:
        place = Place(row.place_name, row.place_city, row.place_state)
        claims = sorted(self.claims.get(row.id, ()), key=lambda claim: claim.position)
        statements, messages, commitments = self._spoken(row.id)
        return Account(
            kind=Kind(row.kind),
            status=Status(row.status),
            main=row.main,
            visit_type=VisitType(row.visit_type) if row.visit_type else None,
            start=row.start_date,
            end=row.end_date,
            date_basis=DateBasis(row.date_basis),
            place=place if any(claim.field == "place" for claim in claims) else None,
            parties=tuple(map(self._party, self.parties.get(row.id, ()))),
            topics=tuple(claim.value for claim in claims if claim.field == "topics"),
            plover_event=row.plover_event,
            plover_mode=row.plover_mode,
            cameo=row.cameo,
            statements=statements,
            messages=messages,
            commitments=commitments,
            evidence=self._evidence(row.id, claims),
            date_rule=row.date_rule,
            date_worked_from=tuple(row.date_worked_from),
            weekday=row.weekday,
            after=row.after_date,
            before=row.before_date,
            frame=row.frame,
            uncertain=row.uncertain,
        )

    def _evidence(self, account: str, claims: list[Found]) -> Evidence:
        single = {name: self._spans(account, name) for name in SINGLE}
        lists = {
            name: tuple(
                self._spans(account, name, claim.position)
                for claim in claims
                if claim.field == name
            )
            for name in ("parties", "topics")
        }
        return Evidence(**single, **lists)  # type: ignore[arg-type]

    def _party(self, row: Found) -> Party:
        return Party(
            person=row.person,
            state=row.state,
            organization=row.organization,
            office=row.office,
            role=Role(row.role),
            evidence=self._spans(row.account_id, "party", row.position),
            worked_from=row.worked_from,
            uncertain=row.uncertain,
        )

    def _statement(self, row: Found) -> Statement:
        return Statement(
            speaker=row.speaker if isinstance(row.speaker, str) else tuple(row.speaker),
            addressee=row.addressee,
            act=Act(row.act),
            content=row.content,
            topics=tuple(row.topics),
            quoted=row.quoted,
            evidence=self._spans(row.id, "statement"),
        )

    def _message(self, row: Found) -> Message:
        return Message(
            kind=MessageKind(row.kind),
            medium=Medium(row.medium) if row.medium else None,
            sender=tuple(row.sender),
            to=tuple(row.recipients),
            via=row.via,
            occasion=row.occasion,
            evidence=self._spans(row.id, "message"),
        )

    def _commitment(self, row: Found) -> Commitment:
        return Commitment(
            kind=CommitmentKind(row.kind),
            by=row.by_name,
            to=row.to_name,
            via=row.via,
            what=row.what,
            due=row.due,
            states=tuple(
                CommitmentState(
                    CommitmentStateKind(step.state),
                    step.date,
                    self._spans(row.id, "state", step.position),
                )
                for step in self.steps.get(row.id, ())
            ),
        )

    def _person(self, row: Found) -> PersonOnPage:
        return PersonOnPage(
            person=row.person,
            state=row.state,
            organization=row.organization,
            offices=tuple(
                OfficeSpan(office, self._spans(row.id, "office", n))
                for n, office in enumerate(row.offices)
            ),
            names=tuple(row.names),
            deceased=row.deceased,
            former=row.former,
            evidence=self._spans(row.id, "person"),
        )

    def _relation(self, row: Found) -> Relation:
        return Relation(
            states=(row.state_a, row.state_b),
            level=row.level,
            milestones=tuple(
                Milestone(step.what, step.year, self._spans(row.id, "milestone", step.position))
                for step in self.milestones.get(row.id, ())
            ),
            evidence=self._spans(row.id, "relation"),
        )


def _grouped(rows: Iterable[Found], column: str) -> dict[str, list[Found]]:
    found: defaultdict[str, list[Found]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.position):
        found[getattr(row, column)].append(row)
    return found


def _maybe_span(form: list[Any] | None) -> Span | None:
    return None if form is None else Span(*form)
