"""Marks of pages and accounts: made for a decision, and found again when it is applied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from communique.linking.marks import AccountMark, PageMark, known_again, party_mark
from communique.record import tables as t
from communique.record.batches import batches

Json = dict[str, Any]


def page_to_json(mark: PageMark) -> Json:
    """Return the form in which a decision keeps a page."""
    return {"identity": mark.identity, "sha256": mark.sha256}


def page_from_json(form: Json) -> PageMark:
    """Return the page that a decision speaks of. Raises KeyError where the form lacks a part."""
    return PageMark(form["identity"], form["sha256"])


def account_to_json(mark: AccountMark) -> Json:
    """Return the form in which a decision keeps an account."""
    return {
        "page": page_to_json(mark.page),
        "kind": mark.kind,
        "parties": list(mark.parties),
        "start": mark.start,
        "words": list(mark.words),
    }


def account_from_json(form: Json) -> AccountMark:
    """Return the account that a decision speaks of. Raises KeyError as ``page_from_json`` does."""
    return AccountMark(
        page_from_json(form["page"]),
        form["kind"],
        tuple(form["parties"]),
        form["start"],
        tuple(form["words"]),
    )


def pages_marked(connection: Connection, documents: Iterable[str]) -> dict[str, PageMark]:
    """Return the marks of pages by document id."""
    d, v = t.documents.c, t.versions.c
    found: dict[str, PageMark] = {}
    for batch in batches(sorted(set(documents))):
        query = select(d.id, d.identity, v.sha256).join(t.versions, v.document_id == d.id)
        for row in connection.execute(query.where(v.current, d.id.in_(batch))):
            found[row.id] = PageMark(row.identity, row.sha256)
    return found


def accounts_marked(
    connection: Connection, documents: Iterable[str]
) -> dict[str, dict[str, AccountMark]]:
    """Return the marks of all accounts of some pages, by document id and account id."""
    found: defaultdict[str, dict[str, AccountMark]] = defaultdict(dict)
    pages = pages_marked(connection, documents)
    a, v = t.accounts.c, t.versions.c
    for batch in batches(pages):
        query = (
            select(a.id, a.kind, a.start_date, v.document_id)
            .join(t.versions, a.version_id == v.id)
            .where(v.current, v.document_id.in_(batch))
        )
        rows = connection.execute(query.order_by(a.id)).all()
        parties, words = _parties(connection, rows), _words(connection, rows)
        for row in rows:
            found[row.document_id][row.id] = AccountMark(
                page=pages[row.document_id],
                kind=row.kind,
                parties=tuple(sorted(parties[row.id])),
                start=row.start_date,
                words=tuple(words[row.id]),
            )
    return dict(found)


def _parties(connection: Connection, accounts: Iterable[Any]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for batch in batches(row.id for row in accounts):
        query = select(t.parties).where(t.parties.c.account_id.in_(batch))
        for row in connection.execute(query):
            mark = party_mark(row.person, row.state, row.organization)
            found[row.account_id].add(mark)
    return found


def _words(connection: Connection, accounts: Iterable[Any]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    s = t.spans.c
    for batch in batches(row.id for row in accounts):
        query = select(s.owner, s.quote).where(s.owner.in_(batch), s.field == "kind")
        for row in connection.execute(query.order_by(s.owner, s.number)):
            found[row.owner].append(row.quote)
    return found


class Finder:
    """Finds what marks stand for, in one record as it is now."""

    def __init__(self, connection: Connection, marks: Iterable[PageMark]) -> None:
        """``marks`` are all pages that will be asked for."""
        self._documents = _find_pages(connection, set(marks))
        self._accounts = accounts_marked(connection, self._documents.values())

    def page(self, mark: PageMark) -> str | None:
        """Return the id of a page, None where the record does not have it."""
        return self._documents.get(mark)

    def account(self, mark: AccountMark) -> str | None:
        """Return the id of an account, None where no account of its page is like it."""
        accounts: Mapping[str, AccountMark] = self._accounts.get(self.page(mark.page) or "", {})
        return known_again(mark, accounts)


def _find_pages(connection: Connection, marks: set[PageMark]) -> dict[PageMark, str]:
    """Return document ids: of the pages known by the same name, else of those of the same bytes."""
    d, v = t.documents.c, t.versions.c
    by_identity: dict[str, str] = {}
    for batch in batches(sorted({mark.identity for mark in marks})):
        query = select(d.identity, d.id).where(d.identity.in_(batch))
        by_identity |= {row.identity: row.id for row in connection.execute(query)}
    rest = {mark.sha256 for mark in marks if mark.identity not in by_identity}
    by_bytes: dict[str, str] = {}
    for batch in batches(sorted(rest)):
        query = select(v.sha256, v.document_id).where(v.current, v.sha256.in_(batch))
        for row in connection.execute(query.order_by(v.document_id.desc())):
            by_bytes[row.sha256] = row.document_id
    found = {m: by_identity.get(m.identity) or by_bytes.get(m.sha256) for m in marks}
    return {mark: document for mark, document in found.items() if document}
