"""What a decision speaks of, by marks that last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from communique.record import tables as t
from communique.record.asking import load_documents
from communique.record.errors import NotThereError
from communique.record.marks import account_to_json, accounts_marked

Json = dict[str, Any]


def accounts_of(connection: Connection, engagement: str) -> list[str]:
    """Return the accounts of an engagement. Raises RecordError where there is none such."""
    link = t.engagement_accounts.c
    query = select(link.account_id).where(link.engagement_id == engagement)
    found = list(connection.execute(query.order_by(link.position)).scalars())
    if not found:
        raise NotThereError(f"no engagement {engagement!r} in the record")
    return found


def subject_of(connection: Connection, groups: Sequence[Sequence[str]], named: str) -> Json:
    """Return the subject of a decision on groups of accounts, by their marks."""
    accounts = [name for group in groups for name in group]
    pages = pages_of(connection, accounts)
    by_page = accounts_marked(connection, pages.values())
    if missing := [name for name in accounts if name not in pages]:
        raise NotThereError(f"no account {missing[0]!r} in the record")
    marks = [
        [account_to_json(by_page[pages[name]][name]) for name in sorted(group)] for group in groups
    ]
    return {"accounts": marks, "named": named}


def pages_of(connection: Connection, accounts: Iterable[str]) -> dict[str, str]:
    """Return the pages of some accounts, by account."""
    a, v = t.accounts.c, t.versions.c
    query = (
        select(a.id, v.document_id)
        .join(t.versions, a.version_id == v.id)
        .where(v.current, a.id.in_(list(accounts)))
    )
    return {row.id: row.document_id for row in connection.execute(query)}


def labels_of(connection: Connection, accounts: Sequence[str]) -> str:
    """Return what a person knows the pages of some accounts by."""
    documents = load_documents(connection, pages_of(connection, accounts).values())
    return ", ".join(sorted(document.label for document in documents.values()))
