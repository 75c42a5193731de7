"""A record of tens of thousands of made-up engagements, written as reading and linking would.

Accounts are those of ``accounts.py``, each on a page of its own with a title, an outlet, eighty
words of text, a statement, the persons named and the words behind every value. Two engagements of
three are told by one page. An invitation stands on some pages, a sentence left unread or a party
in doubt on others.
"""

from __future__ import annotations

import random
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from accounts import made_up
from sqlalchemy import Connection, Table

from communique.linking.rows import AccountRow, PageRow, PartyRow
from communique.linking.sketches import Sketch
from communique.model import (
    Account,
    Act,
    Commitment,
    CommitmentKind,
    CommitmentState,
    CommitmentStateKind,
    Document,
    Evidence,
    Kind,
    OfficeSpan,
    Party,
    PersonOnPage,
    Reading,
    Role,
    Span,
    Statement,
    Unread,
)
from communique.record import Record
from communique.record import tables as t
from communique.record.batches import batches
from communique.record.passages import add_words, words_of
from communique.record.relinking import Relinking, mark_changed, put_linked
from communique.record.storing import document_row, part_rows

ACCOUNTS_AN_ENGAGEMENT = 2
_PAGES_AT_ONCE = 1000
_WORDS, _KNOWN_WORDS, _OUTLETS = 80, 20_000, 300
_HASHES = 24
_SYLLABLES = "ba ce di fo gu ha ji ka lo mi ne or pa qui ra se ti un ve wo".split()

Row = dict[str, Any]


def build(targets: Sequence[str], engagements: int, seed: int = 7) -> int:
    """Write one record to each of some new places, linked; return its number of engagements."""
    chance = random.Random(seed)
    corpus, _ = made_up(engagements * ACCOUNTS_AN_ENGAGEMENT, seed, pages=_pages)
    writer = _Writer(chance)
    records = [Record.open(target) for target in targets]
    told = zip(corpus.pages, corpus.accounts, strict=True)
    for pages in batches(told, _PAGES_AT_ONCE):
        rows = writer.rows(pages)
        for record in records:
            with record._writing() as connection:
                _insert(connection, rows)
    made = None
    linking = Relinking()
    for record in records:
        with record._reading() as connection:
            seen = linking.see(connection)
        made = made or linking.link(seen)
        with record._writing() as connection:
            put_linked(connection, seen, made)
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("ANALYZE")
        if record._engine.dialect.name == "postgresql":
            with record._engine.execution_options(isolation_level="AUTOCOMMIT").connect() as free:
                free.exec_driver_sql("VACUUM ANALYZE")
    number = records[0].finding.overview().engagements
    for record in records:
        record.close()
    return number


def _pages(chance: random.Random) -> int:
    """Return by how many pages an engagement is told, two on average."""
    return 1 if chance.random() < 2 / 3 else min(30, 1 + int(chance.paretovariate(1.3)))


def _insert(connection: Connection, rows: dict[Table, list[Row]]) -> None:
    for table in t.IN_ORDER:
        if table is not t.passages:
            for batch in batches(rows.get(table, ())):
                connection.execute(table.insert(), batch)
    add_words(connection, rows[t.passages])
    mark_changed(connection)


class _Writer:
    """Makes pages of accounts, and the rows that keeping their readings would."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._known = [self._word() for _ in range(_KNOWN_WORDS)]
        self._often = [1 / (rank + 10) for rank in range(_KNOWN_WORDS)]
        names = [f"{self._word().title()} {kind}" for kind in ("Post", "News", "Times") * 100]
        self._outlets = names[:_OUTLETS]
        self._outlets_often = [1 / (rank + 3) for rank in range(_OUTLETS)]
        self._passages = 0

    def _word(self) -> str:
        return "".join(self._chance.sample(_SYLLABLES, self._chance.randint(1, 4)))

    def rows(self, pages: Iterable[tuple[PageRow, AccountRow]]) -> dict[Table, list[Row]]:
        """Return the rows of some pages by table; those of passages with their words."""
        found: dict[Table, list[Row]] = {t.passages: []}
        for page, account in pages:
            reading = self._reading(page, account)
            version = f"{page.id}.1"
            found.setdefault(t.documents, []).append(
                {"id": page.id, "identity": f"url:{reading.document.url}"}
            )
            found.setdefault(t.versions, []).append(self._version(page, reading, version))
            parts = part_rows(reading, version)
            for table, some in parts.items():
                found.setdefault(table, []).extend(some)
            found[t.passages] += self._findable(reading, version, parts)
        return found

    def _version(self, page: PageRow, reading: Reading, version: str) -> Row:
        sketch = page.sketch
        few = (sketch.runs[:_HASHES], sketch.gist[:_HASHES], sketch.marks)
        return {
            "id": version,
            "document_id": page.id,
            "number": 1,
            "current": True,
            "sketch": Sketch(*(array("I", hashes) for hashes in few)).packed(),
            "reading_hash": version,
            "coder": None,
            **document_row(reading.document),
        }

    def _findable(
        self, reading: Reading, version: str, parts: dict[Table, list[Row]]
    ) -> Iterator[Row]:
        said = [(row["id"], "statement", row["content"]) for row in parts.get(t.statements, ())]
        document = reading.document
        whole = [(version, "title", document.title), (version, "text", document.text)]
        for owner, part, printed in (*whole, *said):
            self._passages += 1
            words = " ".join(word.folded for word in words_of(printed or ""))
            yield {
                "number": self._passages,
                "version_id": version,
                "owner": owner,
                "part": part,
                "words": words,
            }

    def _reading(self, page: PageRow, row: AccountRow) -> Reading:
        chance = self._chance
        who = [party.person or party.state or "" for party in row.parties]
        title = f"{who[0]} and {who[-1]}: {row.kind.value} on {' '.join(row.topics[:2])}"
        words = chance.choices(self._known, self._often, k=_WORDS)
        body = " ".join([*who, *words[:40], *row.topics, *words[40:]])
        text = f"{title}\n\n{body}."
        (outlet,) = chance.choices(self._outlets, self._outlets_often)
        url = f"https://{outlet.lower().replace(' ', '-')}.example/{page.id}"
        document = Document(
            path=None,
            url=url,
            title=title,
            outlet=outlet,
            byline=None,
            language="en",
            published=page.published,
            published_precision="day",
            text=text,
            sha256=sha256(text.encode()).hexdigest(),
        )
        account = self._account(row, text)
        people = tuple(self._person(party, text) for party in row.parties if party.person)
        left = (Unread(_words(text, len(title) + 2, 60), "no frame"),)
        return Reading(
            document, (account,), people, (), unread=left if chance.random() < 0.05 else ()
        )

    def _account(self, row: AccountRow, text: str) -> Account:
        chance = self._chance
        words = (_words(text, 0, 20),)
        parties = [_party(party, words) for party in row.parties]
        if chance.random() < 0.03:
            parties[0] = replace(parties[0], uncertain="two persons may be meant")
        statement = Statement(
            speaker=parties[0].person or "both",
            addressee=parties[-1].person,
            act=chance.choice(list(Act)),
            content=text[-60:],
            topics=row.topics[:1],
            quoted=False,
            evidence=(_words(text, len(text) - 60, 60),),
        )
        invites = row.kind is Kind.MEETING and chance.random() < 0.15
        return Account(
            kind=row.kind,
            status=row.status,
            main=row.main,
            visit_type=row.visit_type,
            start=row.start,
            end=row.end,
            date_basis=row.date_basis,
            place=row.place,
            parties=tuple(parties),
            topics=row.topics,
            plover_event="CONSULT",
            plover_mode=None,
            cameo="040",
            statements=(statement,),
            commitments=tuple(_invitation(parties, words) if invites else ()),
            evidence=Evidence(
                kind=words,
                start=words if row.start else (),
                end=words if row.end else (),
                place=words if row.place else (),
                parties=tuple(words for _ in parties),
                topics=tuple(words for _ in row.topics),
            ),
        )

    def _person(self, row: PartyRow, text: str) -> PersonOnPage:
        words = (_words(text, 0, 10),)
        offices = (OfficeSpan(row.office, words),) if row.office else ()
        name = row.person or ""
        return PersonOnPage(name, row.state, None, offices, (name,), False, evidence=words)


def _words(text: str, start: int, length: int) -> Span:
    return Span(start, start + length, text[start : start + length])


def _party(row: PartyRow, words: tuple[Span, ...]) -> Party:
    return Party(row.person, row.state, row.organization, row.office, row.role, words)


def _invitation(parties: list[Party], words: tuple[Span, ...]) -> Iterator[Commitment]:
    """Yield the host's invitation of the guest, where the page names both."""
    guest = next((party for party in parties if party.role is Role.GUEST), None)
    host = next((party for party in parties if party.role is Role.HOST), None)
    if guest and host and guest.person and host.state:
        step = CommitmentState(CommitmentStateKind.EXTENDED, None, words)
        by = host.person or host.state
        yield Commitment(CommitmentKind.INVITATION, by, guest.person, None, "visit", None, (step,))
