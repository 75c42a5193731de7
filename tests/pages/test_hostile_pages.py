"""Pages made to make a reader run away: they are read in a time that grows with their size."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from communique.language.analysis import name
from communique.model import Document
from communique.pages import Limits, read_upload

TALKS = "Kenyan President William Ruto met the Prime Minister of Uganda in Nairobi on Tuesday. "
SECONDS = 5.0  # the patterns that ran away took over a minute for a quarter of this


def page(head: str) -> bytes:
    body = f"<p>{TALKS * 5}</p>" * 3
    return f"<html><head><title>Talks</title>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "data",
    ['"author" : ' * 100_000, '{"@type":"Person" ' * 100_000, '"author" "name" ' * 50_000,
     '{"a":' * 200_000, "[" * 500_000, '{"@type":"NewsArticle","author":"' + "x" * 10**6],
    ids=["authors", "persons", "names", "objects in objects", "lists in lists", "no end"],
)  # fmt: skip
def test_broken_linked_data_is_left_alone(data: str) -> None:
    raw = page(f'<script type="application/ld+json">{data}</script>')
    begun = time.process_time()
    document = read_upload(raw, "a.html")
    assert time.process_time() - begun < SECONDS
    assert isinstance(document, Document)
    assert TALKS.strip() in document.text


def test_long_linked_data_that_is_whole_is_believed() -> None:
    author = '"author":{"@type":"Person","name":"Ada Rossi"}'
    told = f'{{"@context":"https://schema.org","@type":"NewsArticle",{author},"articleBody":"%s"}}'
    raw = page(f'<script type="application/ld+json">{told % (TALKS * 400)}</script>')
    document = read_upload(raw, "a.html")
    assert isinstance(document, Document)
    assert document.byline == "Ada Rossi"


LINES = [
    "(",
    "[",
    "- ",
    "A. B. ",
    "By John Smith ",
    "Mr. ",
    "the Foreign Ministry of ",
    "Minister of ",
    "“",
]


@pytest.mark.parametrize("piece", LINES)
def test_one_endless_line_takes_no_more_than_seconds(piece: str) -> None:
    """Before, brackets took 2 seconds and initials 9 for a sixth of this."""
    raw = f"Talks in Nairobi\n\n{TALKS}{piece * (200_000 // len(piece))}\n\nEnd of it.".encode()
    begun = time.process_time()
    document = read_upload(raw, "a.txt", Limits(languages=None))
    assert isinstance(document, Document)
    assert time.process_time() - begun < 2 * SECONDS


@pytest.mark.parametrize("piece", LINES)
def test_names_of_an_endless_line_take_no_more_than_seconds(piece: str) -> None:
    raw = f"Talks in Nairobi\n\n{TALKS}{piece * (32_000 // len(piece))}\n\nEnd of it.".encode()
    document = read_upload(raw, "a.txt", Limits(languages=None))
    assert isinstance(document, Document)
    begun = time.process_time()
    assert name(replace(document, language="en")).sentences
    assert time.process_time() - begun < SECONDS


def test_a_line_of_states_is_named_in_a_time_that_grows_with_it() -> None:
    plain = (TALKS + "They spoke about trade between the two countries, the ministry said. ") * 20
    raw = f"Talks in Nairobi\n\n{plain}\n\n{'U.S. ' * 16_000}met.\n\n{plain}".encode()
    document = read_upload(raw, "a.txt")
    assert isinstance(document, Document)
    begun = time.process_time()
    name(document)
    assert time.process_time() - begun < SECONDS  # before: 15, where it takes .7 now
