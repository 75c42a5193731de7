"""Words looked up in titles, texts and statements, and the hits in their context."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, text

from communique.record import tables as t
from communique.record.asking import load_documents
from communique.record.entries import Context, Hit
from communique.record.errors import RecordError
from communique.record.passages import STATEMENT, TEXT, TITLE, Word, words_of

# Words of fewer letters would begin too many others.
_SHORTEST_BEGINNING = 4
_ASKED = re.compile(r'"(?P<phrase>[^"]*)"|(?P<word>\S+)')
_MOST_CONTEXTS = 3
_AROUND, _LONGEST = 70, 200

_FIND = {
    "sqlite": """
        SELECT p.number, p.version_id, p.owner, p.part
        FROM search JOIN passages p ON p.number = search.rowid
        JOIN versions v ON v.id = p.version_id
        WHERE search MATCH :asked AND v.current
        ORDER BY bm25(search), p.version_id, p.owner, p.part LIMIT :most
    """,
    "postgresql": """
        SELECT p.number, p.version_id, p.owner, p.part
        FROM passages p JOIN versions v ON v.id = p.version_id
        WHERE p.words @@ to_tsquery('simple', :asked) AND v.current
        ORDER BY ts_rank_cd(p.words, to_tsquery('simple', :asked), 1) DESC,
                 p.version_id, p.owner, p.part LIMIT :most
    """,
}


@dataclass(frozen=True, slots=True)
class Term:
    """Words that have to follow each other; of a single one the beginning may be enough."""

    words: tuple[str, ...]
    begins: bool

    def at(self, words: Sequence[Word], place: int) -> bool:
        """Tell whether the term stands at a place of a text."""
        if self.begins:
            return words[place].folded.startswith(self.words[0])
        here = tuple(word.folded for word in words[place : place + len(self.words)])
        return here == self.words


def terms_of(asked: str) -> list[Term]:
    """Return what is looked for; words in double quotes have to stand so.

    A word of four letters or more finds every word that begins with it. Raises RecordError where
    nothing is asked.
    """
    terms = []
    for found in _ASKED.finditer(asked):
        words = tuple(word.folded for word in words_of(found["phrase"] or found["word"] or ""))
        begins = found["word"] is not None and len(words) == 1
        if words:
            terms.append(Term(words, begins and len(words[0]) >= _SHORTEST_BEGINNING))
    if not terms:
        raise RecordError("there is no word to search for")
    return terms


def search(connection: Connection, asked: str, most: int) -> list[Hit]:
    """Return the passages that hold all the terms, the best first. Raises as ``terms_of`` does."""
    terms = terms_of(asked)
    database = connection.dialect.name
    values = {"asked": in_words_of(database, terms), "most": most}
    rows = connection.execute(text(_FIND[database]), values).all()
    return list(_hits(connection, rows, terms))


def in_words_of(database: str, terms: list[Term]) -> str:
    """Return the terms as a database asks for them; folded words hold nothing but a-z and 0-9."""
    if database == "sqlite":
        return " ".join(f'"{" ".join(term.words)}"' + "*" * term.begins for term in terms)
    return " & ".join(
        "(" + " <-> ".join(word + ":*" * term.begins for word in term.words) + ")" for term in terms
    )


def _hits(connection: Connection, rows: Sequence[Any], terms: list[Term]) -> Iterator[Hit]:
    v, s, link = t.versions.c, t.statements.c, t.engagement_accounts.c
    of_versions = v.id.in_({row.version_id for row in rows})
    query = select(v.id, v.document_id, v.title, v.text).where(of_versions)
    pages = {row.id: row for row in connection.execute(query)}
    documents = load_documents(connection, {row.document_id for row in pages.values()})
    owners = {row.owner for row in rows if row.part == STATEMENT}
    told = select(t.statements, link.engagement_id).join(
        t.engagement_accounts, link.account_id == s.account_id, isouter=True
    )
    statements = {row.id: row for row in connection.execute(told.where(s.id.in_(owners)))}
    for row in rows:
        page, said = pages[row.version_id], statements.get(row.owner)
        printed = {TITLE: page.title, TEXT: page.text}.get(row.part) or (said and said.content)
        yield Hit(
            document=documents[page.document_id],
            part=row.part,
            contexts=tuple(_contexts(printed or "", terms)),
            speaker=_speaker(said.speaker) if said else None,
            act=said.act if said else None,
            engagement=said.engagement_id if said else None,
        )


def _speaker(speaker: str | list[str]) -> str | tuple[str, ...]:
    return speaker if isinstance(speaker, str) else tuple(speaker)


def _contexts(printed: str, terms: list[Term]) -> Iterator[Context]:
    """Yield up to three stretches of a text around the terms, those with most of them first."""
    words = list(words_of(printed))
    marks = sorted(
        {
            (words[n].start, words[n + len(term.words) - 1].end, number)
            for number, term in enumerate(terms)
            for n in range(len(words) - len(term.words) + 1)
            if term.at(words, n)
        }
    )
    groups: list[list[tuple[int, int, int]]] = []
    for mark in marks:
        near = groups and mark[0] - groups[-1][-1][1] < 2 * _AROUND
        if near and mark[1] - groups[-1][0][0] < _LONGEST:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    best = sorted(groups, key=lambda group: (-len({n for _, _, n in group}), group[0]))
    past = 0
    for group in sorted(best[:_MOST_CONTEXTS]):
        first, last = group[0][0], max(end for _, end, _ in group)
        start = _edge(printed, max(past, first - _AROUND), first)
        past = _edge(printed, min(len(printed), last + _AROUND), last)
        inside = dict.fromkeys((one - start, other - start) for one, other, _ in group)
        yield Context(printed[start:past], start, past, tuple(inside))


def _edge(printed: str, place: int, inner: int) -> int:
    """Return a place near ``place``, on the way to ``inner``, that cuts no word in two."""
    step = 1 if inner > place else -1
    while place != inner and not _between_words(printed, place, step):
        place += step
    return place


def _between_words(printed: str, place: int, step: int) -> bool:
    """Tell whether a stretch may begin (``step`` 1) or end (-1) here."""
    outside, inside = (place - 1, place) if step > 0 else (place, place - 1)
    over = not 0 <= outside < len(printed)
    return not printed[inside].isspace() and (over or printed[outside].isspace())
