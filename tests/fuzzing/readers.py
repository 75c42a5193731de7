"""Every reader of bytes, by name, and what has to hold of whatever it gives.

pip install '.[fuzz]'
PYTHONPATH=tests python -m fuzzing.run html --seconds 300
"""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from communique.language.analysis import name
from communique.model import Document, Span
from communique.pages import Limits, Refusal, UnreadableError, read_documents, read_upload
from communique.pages.links import KINDS, links_in
from communique.triage import load_triage

# A page's own clock is off: what is slow has to show here.
LIMITS = Limits(page_bytes=2_000_000, page_seconds=None, languages=None)
ARCHIVES = ("a.warc", "a.warc.gz", "a.wacz", "a.jsonl", "a.jsonl.gz", "a.parquet")


def check(found: Document | Refusal) -> None:
    """Fail where a document's spans or a refusal's reason are not what they should be."""
    if isinstance(found, Refusal):
        assert found.reason.strip()
        return
    assert found.text.strip()
    for span in _spans(found):
        assert found.text[span.start : span.end] == span.quote, span


def _spans(document: Document) -> Iterator[Span]:
    for each in dataclasses.fields(document):
        value = getattr(document, each.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Span):
                yield one


def html(raw: bytes) -> None:
    """Read a page with tags."""
    check(read_upload(raw, "a.html", LIMITS))


def text(raw: bytes) -> None:
    """Read bare text, and find what it names: mentions stand where their words do."""
    found = read_upload(raw, "a.txt", LIMITS)
    check(found)
    if isinstance(found, Document):
        for sentence in name(dataclasses.replace(found, language="en")).sentences:
            assert found.text[sentence.start : sentence.end] == sentence.text
            for mention in sentence.mentions:
                assert found.text[mention.start : mention.end] == mention.text


def triage(raw: bytes) -> None:
    """Judge a page by its bytes."""
    reason = load_triage().of_bytes(raw)
    assert reason is None or reason.strip()


def archive(file: str) -> Callable[[bytes], None]:
    """Return the reader of an archive of that name."""

    def read(raw: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / file
            path.write_bytes(raw)
            for found in read_documents([str(path)], limits=LIMITS):
                check(found)

    return read


def links(kind: str) -> Callable[[bytes], None]:
    """Return the reader of a list of links of that kind."""

    def read(raw: bytes) -> None:
        try:
            found = links_in(kind, raw, "https://news.example/list", None, None)
        except UnreadableError:
            return
        for link in (*found.pages, *found.lists):
            assert link.url.startswith(("https://", "http://")), link

    return read


READERS: dict[str, Callable[[bytes], None]] = {
    "html": html,
    "text": text,
    "triage": triage,
    **{kind: links(kind) for kind in KINDS},
    **{file.removeprefix("a."): archive(file) for file in ARCHIVES},
}
