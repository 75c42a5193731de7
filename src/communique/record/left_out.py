"""Pages that were read and told nothing, where only pages with an engagement are kept.

Only the address is noted, with the digest of what lay there and the program that read it: the same
page need not be read again, another one there has to be. The table is of one place, as those of
watching are: ``tables.IN_ORDER`` does not know it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Column, Connection, Table, Text, and_, select

from communique.model import Reading
from communique.record.batches import among
from communique.record.columns import metadata
from communique.record.keeping import known_document

Opening = Callable[[], AbstractContextManager[Connection]]

left_out = Table(
    "left_out",
    metadata,
    Column("address", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("coder", Text, nullable=False),
)


def tells_nothing(reading: Reading) -> bool:
    """Tell whether a page has no engagement: no message, statement or commitment either."""
    told = reading.accounts or reading.messages or reading.statements or reading.commitments
    return not told


class LeftOut:
    """The pages that were left out of a record."""

    def __init__(self, reading: Opening, writing: Opening) -> None:
        """``reading`` and ``writing`` open the record for questions and for changes."""
        self._reading = reading
        self._writing = writing

    def leave_out(self, readings: Sequence[Reading]) -> list[bool]:
        """Tell which readings need not be kept, and note their addresses.

        They tell nothing, and the record knows no earlier version of their pages.
        """
        with self._writing() as connection:
            chosen = [
                tells_nothing(one) and known_document(connection, one.document) is None
                for one in readings
            ]
            rows = {
                one.document.url: {
                    "address": one.document.url,
                    "sha256": one.document.sha256,
                    "coder": one.coder or "",
                }
                for one, out in zip(readings, chosen, strict=True)
                if out and one.document.url
            }
            known = among(connection, left_out.c.address, [address for address in rows if address])
            if rows:
                connection.execute(left_out.delete().where(known))
                connection.execute(left_out.insert(), list(rows.values()))
        return chosen

    def knows(self, address: str, sha256: str | None, coder: str) -> bool:
        """Tell whether a page was left out when this program read it.

        ``sha256`` is of the bytes that lie there now, None where they are still to be fetched.
        """
        c = left_out.c
        asked = and_(c.address == address, c.coder == coder)
        if sha256 is not None:
            asked = and_(asked, c.sha256 == sha256)
        with self._reading() as connection:
            return connection.execute(select(c.address).where(asked)).first() is not None

    def pages(self, coder: str) -> Iterator[tuple[str, str]]:
        """Yield the address and the digest of every page left out when this program read it."""
        c = left_out.c
        query = select(c.address, c.sha256).where(c.coder == coder)
        with self._reading() as connection:
            found = connection.execution_options(yield_per=1000).execute(query)
            for row in found:
                yield row.address, row.sha256
