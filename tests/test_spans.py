"""What holds of every reading of whatever text: its spans, its sameness, its dates, its parties."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.exchange.json_form import reading_to_json
from communique.model import DateBasis, Document, Reading, Span, Status
from communique.pages import read_documents
from reading import document, shared_reader

EXAMPLES = Path(__file__).parent.parent / "examples" / "pages"
SETTINGS = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)

WHO = [
    "Norwegian Prime Minister Jonas Gahr Støre",
    "Chilean President Gabriel Boric",
    "Emmanuel Macron, the president of France,",
    "the Saudi crown prince",
    "foreign ministers of Kenya and Uganda",
    "Mr. Lam",
    "he",
    "the latter",
    "both sides",
    "ASEAN",
    "Côte d'Ivoire",
    "習近平",
]
DOES = [
    "met",
    "will meet",
    "did not meet",
    "spoke by phone with",
    "was received by",
    "paid a state visit to",
    "postponed a trip to see",
    "sent a letter of condolence to",
    "invited to Oslo",
    "signed an agreement with",
    "held talks between",
    "said that he thanked",
]
WHEN = [
    "",
    " on Monday",
    " on 31 February 2024",
    " from 3 to 1 May 2024",
    " in 2019",
    " yesterday",
    " next week",
    " 12/13/2024",
    " between 30 December and 2 January",
]
ENDS = [". ", ".", "\n\n", "… ", "?! ", " – ", "; ", ".” "]
sentences = st.builds(
    lambda a, verb, b, when, end: f"{a} {verb} {b}{when}{end}",
    st.sampled_from(WHO), st.sampled_from(DOES), st.sampled_from(WHO), st.sampled_from(WHEN),
    st.sampled_from(ENDS),
)  # fmt: skip
noise = st.text(
    alphabet="aZ ,.()“”'’-–/0:\n\t\u00a0\u200b\ufeffĐ\u0301ñж中א\U0001f1eb", max_size=25
)
bodies = st.lists(st.one_of(sentences, sentences, noise), min_size=1, max_size=6).map("".join)
days = st.one_of(st.none(), st.dates().map(str))


def spans_of(value: Any) -> Iterator[Span]:
    """Every span anywhere inside ``value``."""
    if isinstance(value, Span):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from spans_of(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from spans_of(inner)


def hold(reading: Reading) -> None:
    """Assert what holds of every reading."""
    text = reading.document.text
    for span in spans_of(reading):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.quote
    for account in reading.accounts:
        assert account.evidence.kind, "an engagement without words behind it"
        assert len(account.evidence.parties) == len(account.parties)
        assert all(party.evidence or party.worked_from for party in account.parties)
        assert all(party.state is None or party.organization is None for party in account.parties)
        going_on = account.status is Status.UNDER_WAY  # its end is not known yet
        assert account.end is not None or account.start is None or going_on
        assert account.start is not None or account.end is None
        if account.start is not None and account.end is not None:
            assert account.start <= account.end
            assert account.evidence.start
            assert account.date_basis in {DateBasis.EXPLICIT, DateBasis.RESOLVED}
        if account.place is not None:
            assert account.evidence.place
        assert all(state.evidence for c in account.commitments for state in c.states)
        assert all(message.evidence for message in account.messages)
        assert all(statement.evidence for statement in account.statements)


@SETTINGS
@given(body=bodies, published=days)
def test_any_text_is_read(body: str, published: str | None) -> None:
    reading = shared_reader().read(document(body, published=published))
    hold(reading)
    json.dumps(reading_to_json(reading), allow_nan=False)


@SETTINGS
@given(title=sentences.map(str.split).map(" ".join), body=bodies)
def test_any_headline_is_read(title: str, body: str) -> None:
    hold(shared_reader().read(document(body, title=title, published="2024-05-06")))


@settings(parent=SETTINGS, max_examples=20)
@given(body=bodies, published=days)
def test_a_text_is_read_the_same_twice(body: str, published: str | None) -> None:
    page = document(body, published=published)
    assert shared_reader().read(page) == shared_reader().read(page)


@settings(parent=SETTINGS, max_examples=20)
@given(body=bodies)
def test_what_was_read_before_changes_nothing(body: str) -> None:
    page = document("Chilean President Gabriel Boric met Peruvian President Dina Boluarte.")
    before = shared_reader().read(page)
    shared_reader().read(document(body))
    assert shared_reader().read(page) == before


@cache
def example(name: str) -> Document:
    (page,) = read_documents([str(EXAMPLES / name)])
    assert isinstance(page, Document)
    return page


NAMES = sorted(path.name for path in EXAMPLES.iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_an_example_page_holds(name: str) -> None:
    hold(shared_reader().read(example(name)))


@pytest.mark.parametrize("name", NAMES)
def test_an_example_page_is_read_the_same_twice(name: str) -> None:
    assert shared_reader().read(example(name)) == shared_reader().read(example(name))
