"""What a shard gave as Arrow tables: a row for each page, and one for each account."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from communique.exchange.json_form import reading_to_json
from communique.model import Account, Evidence, Reading

if TYPE_CHECKING:
    import pyarrow

READ, REFUSED = "read", "refused"

Row = dict[str, Any]


@dataclass(slots=True)
class Rows:
    """The rows of a shard as they gather."""

    pages: list[Row] = field(default_factory=list)
    accounts: list[Row] = field(default_factory=list)

    def add_refused(self, source: str, reason: str) -> None:
        """Note an input that could not be read."""
        self._add_page({"source": source, "outcome": REFUSED, "reason": reason})

    def add(self, source: str, reading: Reading) -> None:
        """Note what a page gave."""
        page = reading.document
        for number, account in enumerate(reading.accounts):
            row = {"page": len(self.pages), "number": number, **_account(account)}
            self.accounts.append(
                {**row, "url": page.url, "outlet": page.outlet, "published": page.published}
            )
        self._add_page(
            {
                "source": source,
                "outcome": READ,
                "url": page.url,
                "title": page.title,
                "outlet": page.outlet,
                "published": page.published,
                "language": page.language,
                "coder": reading.coder,
                "accounts": len(reading.accounts),
                "unread": len(reading.unread),
                "reading": json.dumps(reading_to_json(reading), ensure_ascii=False),
            }
        )

    def _add_page(self, row: Row) -> None:
        self.pages.append({"page": len(self.pages), **row})


def page_table(rows: Iterable[Row]) -> pyarrow.Table:
    """Return the table of pages: ``reading`` is the object that ``read --jsonl`` prints."""
    import pyarrow as pa

    text, number = pa.string(), pa.int32()
    names = ("source", "outcome", "reason", "url", "title", "outlet", "published", "language")
    columns = [("page", number), *((name, text) for name in names), ("coder", text)]
    columns += [("accounts", number), ("unread", number), ("reading", text)]
    return pa.Table.from_pylist(list(rows), schema=pa.schema(columns))


def account_table(rows: Iterable[Row]) -> pyarrow.Table:
    """Return the table of accounts; ``page`` is the row of the page beside it."""
    import pyarrow as pa

    text, number = pa.string(), pa.int32()
    party = pa.struct([(n, text) for n in ("person", "state", "organization", "office", "role")])
    words = pa.struct([("field", text), ("start", number), ("end", number), ("quote", text)])
    columns = [("page", number), ("number", number)]
    columns += [(name, text) for name in ("url", "outlet", "published", "kind", "status")]
    columns += [("main", pa.bool_())]
    columns += [(name, text) for name in ("visit_type", "start", "end", "date_basis")]
    columns += [(name, text) for name in ("place", "city", "place_state")]
    columns += [("parties", pa.list_(party)), ("topics", pa.list_(text))]
    columns += [(name, text) for name in ("plover_event", "plover_mode", "cameo")]
    columns += [("evidence", pa.list_(words))]
    return pa.Table.from_pylist(list(rows), schema=pa.schema(columns))


def _account(account: Account) -> Row:
    place = account.place
    return {
        "kind": account.kind.value,
        "status": account.status.value,
        "main": account.main,
        "visit_type": account.visit_type and account.visit_type.value,
        "start": account.start,
        "end": account.end,
        "date_basis": account.date_basis.value,
        "place": place and place.name,
        "city": place and place.city,
        "place_state": place and place.state,
        "parties": [
            {
                "person": party.person,
                "state": party.state,
                "organization": party.organization,
                "office": party.office,
                "role": party.role.value,
            }
            for party in account.parties
        ],
        "topics": list(account.topics),
        "plover_event": account.plover_event,
        "plover_mode": account.plover_mode,
        "cameo": account.cameo,
        "evidence": _words(account.evidence),
    }


def _words(evidence: Evidence) -> list[Row]:
    """Return the words behind the account's values; those of a party are its own page's."""
    return [
        {"field": name, "start": span.start, "end": span.end, "quote": span.quote}
        for name in ("kind", "status", "start", "end", "place", "visit_type")
        for span in getattr(evidence, name)
    ]
