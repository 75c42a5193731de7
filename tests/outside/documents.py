"""A short text of one's own as a document, and the reader that all of a run shares."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

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
