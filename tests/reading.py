"""How tests read: a text becomes a document, the document a reading, told in short lines."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import Any

import pytest

from communique.language.analysis import analyse
from communique.language.annotations import Analysis
from communique.language.parsing import load_pipeline
from communique.model import Account, Document, Party, Reading, Span
from communique.reader import Reader


@cache
def shared_reader() -> Reader:
    """The reader that all tests share: its pipeline is loaded once."""
    return Reader.load()


def document(
    body: str,
    *,
    published: str | None = None,
    dateline: str | None = None,
    title: str | None = None,
) -> Document:
    """A page in English; ``dateline`` is a place whose name stands in ``title`` or ``body``."""
    text = body if title is None else f"{title}\n\n{body}"
    place = None
    if dateline is not None:
        at = text.index(dateline)
        place = Span(at, at + len(dateline), dateline)
    return Document(
        path="page.txt", url=None, title=title, outlet=None, byline=None, language="en",
        published=published, published_precision=None if published is None else "day",
        text=text, sha256=sha256(text.encode()).hexdigest(), dateline_place=place,
        title_span=None if title is None else Span(0, len(title), title),
    )  # fmt: skip


def read(
    body: str,
    *,
    published: str | None = None,
    dateline: str | None = None,
    title: str | None = None,
) -> Reading:
    """The reading of a page made of ``body``."""
    return shared_reader().read(document(body, published=published, dateline=dateline, title=title))


def analysed(body: str, *, published: str | None = None, title: str | None = None) -> Analysis:
    """A page made of ``body`` as the language room sees it."""
    return analyse(document(body, published=published, title=title), load_pipeline())


def party_line(party: Party) -> str:
    """``Emmanuel Macron FRA guest``, or ``FRA host`` for a state alone."""
    side = party.state or party.organization
    return " ".join(word for word in (party.person, side, party.role.value) if word)


def party_lines(account: Account) -> list[str]:
    """The parties of an account in alphabetical order."""
    return sorted(party_line(party) for party in account.parties)


def told(account: Account) -> str:
    """``call held: Emmanuel Macron FRA participant; ...``."""
    return f"{account.kind.value} {account.status.value}: " + "; ".join(party_lines(account))


def all_told(reading: Reading) -> list[str]:
    """Every account of a reading in a line of its own, in alphabetical order."""
    return sorted(told(account) for account in reading.accounts)


def not_yet(reason: str, *case: object) -> Any:
    """A case that holds but is not read yet; ``reason`` names the cause."""
    return pytest.param(*case, marks=pytest.mark.xfail(reason=reason, strict=True))


def not_dated_so(text: str, published: str, expected: list[str]) -> list[str]:
    """The lines of ``expected`` that no account of ``text`` bears out, each used for one line.

    A line is ``visit held 2024-03-13``, with ``to 2024-03-15`` where the case names a last day.
    """
    left = list(read(text, published=published).accounts)
    missing = []
    for line in expected:
        ended = " to " in line
        found = next((a for a in left if _days_line(a, ended=ended) == line), None)
        if found is None:
            missing.append(line)
        else:
            left.remove(found)
    return missing


def _days_line(account: Account, *, ended: bool) -> str:
    line = f"{account.kind.value} {account.status.value} {account.start}"
    return f"{line} to {account.end}" if ended else line
