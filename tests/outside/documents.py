"""A short text of one's own as a document, and the reader that all of a run shares."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from hashlib import sha256

from communique.coding.statements.statement_drafts import to_statement
from communique.coding.statements.statements import read_statements
from communique.knowledge.frames import load_frames
from communique.language.analysis import analyse
from communique.language.parsing import load_pipeline
from communique.model import Document, Reading
from communique.reader import Reader


@cache
def shared_reader() -> Reader:
    """The project's reader with its own pipeline, loaded once."""
    return Reader.load()


def read_text(name: str, text: str, published: str | None = None) -> Reading:
    """What the project reads from ``text``; ``published`` is an ISO day or None."""
    document = Document(
        path=name, url=None, title=None, outlet=None, byline=None, language="en",
        published=published, published_precision=None if published is None else "day",
        text=text, sha256=sha256(text.encode()).hexdigest(),
    )  # fmt: skip
    return shared_reader().read(document)


def read_alone(name: str, text: str) -> Reading:
    """The same for a sentence taken out of its page, with every statement in it.

    A page without any engagement keeps only its statements of foreign affairs; a sentence by
    itself does not tell what page it is of.
    """
    reading = read_text(name, text)
    if reading.accounts:
        return reading
    found = read_statements(analyse(reading.document, load_pipeline()), load_frames("en"))
    return replace(reading, statements=tuple(to_statement(each, []) for each in found))
