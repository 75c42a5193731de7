"""Which pages repeat which now, asked of what was kept of all pages' texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from communique.linking.before import TooFar
from communique.linking.copies import bands_shared
from communique.linking.near_copies import copies_among, near_copies, pages_around
from communique.linking.rows import Decision, PageRow, Verb
from communique.linking.sketches import Sketch
from communique.record import tables as t


class Copying:
    """Copies among new pages and those that look like them; ``bands`` are the new pages'."""

    def __init__(
        self,
        connection: Connection,
        new: Sequence[PageRow],
        bands: Mapping[str, tuple[bytes, bytes]],
    ) -> None:
        self._connection = connection
        self._new = new
        self._fresh = bands
        self._stored: list[tuple[str, bytes, bytes]] | None = None

    def told(
        self, decisions: Sequence[Decision], changed: Iterable[Decision]
    ) -> tuple[dict[str, str], frozenset[str]]:
        """Return what pages repeat, and which pages that is told of: the new, and any that differ.

        Raises TooFar where too many pages look alike.
        """
        fresh = frozenset(self._fresh)
        decided = {d.page for d in changed if d.verb is Verb.COPY and d.page}
        if not decided:
            alike = {page: self._alike(page) for page in fresh}
            known = self._rows({other for some in alike.values() for other in some} - fresh)
            copies = near_copies(self._new, alike, known, self._copied(known), decisions)
            if copies is not None:
                return copies, fresh
        around = pages_around(fresh | decided, self._alike, decisions)
        known = self._rows(around - fresh)
        now = copies_among([*known.values(), *self._new], decisions)
        before = self._copied(known)
        told = fresh | {page for page in known if now.get(page) != before.get(page)}
        return {page: now[page] for page in sorted(told) if page in now}, told

    def _every(self) -> list[tuple[str, bytes, bytes]]:
        if self._stored is None:
            b = t.page_bands.c
            rows = self._connection.execute(select(b.document_id, b.runs, b.marks))
            self._stored = [(row.document_id, row.runs, row.marks) for row in rows]
            self._stored += [(page, *told) for page, told in self._fresh.items()]
        return self._stored

    def _alike(self, page: str) -> list[str]:
        """Return the pages that a band brings together with one; none where it has no text."""
        own = [one for one in self._every() if one[0] == page]
        others = [one for one in self._every() if one[0] != page]
        found, crowded = bands_shared((own[0][1], own[0][2]), others) if own else ([], False)
        if crowded:
            raise TooFar
        return found

    def _rows(self, pages: Iterable[str]) -> dict[str, PageRow]:
        v = t.versions.c
        query = select(v.document_id, v.published, v.sketch)
        query = query.where(v.current, v.document_id.in_(sorted(pages)))
        return {
            row.document_id: PageRow(row.document_id, row.published, Sketch.unpacked(row.sketch))
            for row in self._connection.execute(query)
        }

    def _copied(self, pages: Iterable[str]) -> dict[str, str]:
        d = t.linked_documents.c
        query = select(d.document_id, d.copy_of).where(d.copy_of.is_not(None))
        query = query.where(d.document_id.in_(sorted(pages)))
        return {row.document_id: row.copy_of for row in self._connection.execute(query)}
