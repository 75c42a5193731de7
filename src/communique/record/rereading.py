"""The rows that linking takes, read again and again: each time only the pages that have changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from communique.linking.rows import Corpus
from communique.record import tables as t
from communique.record.linked_groups import Origin, read_origins
from communique.record.rows import Source, read_rows

# So many changed pages are read no faster one by one than all together.
_FEW = 5000


class Rereading:
    """The rows of all pages as they were last read."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[Any, ...]] = {}
        self._corpus = Corpus((), (), (), (), ())
        self._origins: dict[str, Origin] = {}

    def read(self, connection: Connection) -> tuple[Corpus, Mapping[str, Origin]]:
        """Return the rows as they are now, decisions aside, and where every account stands."""
        pages = _current_pages(connection)
        changed = {page for page in pages if self._pages.get(page) != pages[page]}
        gone = self._pages.keys() - pages.keys()
        if len(changed) > _FEW:
            self._corpus, self._origins = read_rows(Source(connection)), read_origins(connection)
        elif changed or gone:
            versions = sorted(pages[page][0] for page in changed)
            read = read_rows(Source(connection, versions))
            self._corpus = _put(self._corpus, read, changed | gone)
            stay = {a: o for a, o in self._origins.items() if o.page not in changed | gone}
            self._origins = stay | read_origins(connection, versions)
        self._pages = pages
        return self._corpus, self._origins


def _current_pages(connection: Connection) -> dict[str, tuple[Any, ...]]:
    """Return by page the version that counts, and what tells one reading of it from another."""
    v = t.versions.c
    query = select(v.document_id, v.id, v.reading_hash, v.outlet).where(v.current)
    return {row[0]: tuple(row[1:]) for row in connection.execute(query)}


def _put(corpus: Corpus, read: Corpus, changed: set[str]) -> Corpus:
    """Return a corpus with the rows of changed pages in the place of what they had."""
    return Corpus(
        pages=(*(row for row in corpus.pages if row.id not in changed), *read.pages),
        accounts=(*(row for row in corpus.accounts if row.page not in changed), *read.accounts),
        people=(*(row for row in corpus.people if row.page not in changed), *read.people),
        commitments=(
            *(row for row in corpus.commitments if row.page not in changed),
            *read.commitments,
        ),
        relations=(*(row for row in corpus.relations if row.page not in changed), *read.relations),
    )
