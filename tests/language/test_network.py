"""The network as it runs at reading gives what thinc's gives, whatever it met before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import pytest
import spacy
from spacy.language import Language

from communique.language import network
from communique.language.models import ENGLISH, use_numpy_blas
from communique.language.network import quicken

PAGES = sorted((Path(__file__).parents[1] / "corpus" / "dev").glob("*.txt"))
LINES = [line[:400] for page in PAGES[::12] for line in page.read_text("utf-8").split("\n") if line]
ODD = ["", "a", "don't", "…", "  two  blanks ", "“We’re here,” he'd said.", "X" * 90]


@pytest.fixture(scope="module")
def plain() -> Language:
    return use_numpy_blas(spacy.load(ENGLISH))


@pytest.fixture
def quick() -> Language:
    return quicken(use_numpy_blas(spacy.load(ENGLISH)))


def rows(nlp: Language, lines: list[str]) -> list[Any]:
    pipe: Any = nlp.get_pipe("tok2vec")
    return list(pipe.predict([nlp.make_doc(line) for line in lines]))


def trees(nlp: Language, lines: list[str]) -> list[list[tuple[str, ...]]]:
    return [
        [(w.text, w.tag_, w.pos_, w.dep_, str(w.head.i), str(w.morph), w.lemma_) for w in doc]
        for doc in nlp.pipe(lines)
    ]


def test_it_is_taken_over(quick: Language) -> None:
    pipe: Any = quick.get_pipe("tok2vec")
    assert pipe.model.name == "tok2vec"
    assert not pipe.model.layers


def test_rows_are_those_of_thinc(plain: Language, quick: Language) -> None:
    lines = [line for line in ODD + LINES[:150] if line]
    for want, got in zip(rows(plain, lines), rows(quick, lines), strict=True):
        assert want.shape == got.shape
        assert float(abs(want - got).max()) < 1e-4


def test_trees_are_the_same(plain: Language, quick: Language) -> None:
    assert len(LINES) > 150
    assert trees(plain, LINES + ODD) == trees(quick, LINES + ODD)


def test_what_was_met_before_changes_no_bit(quick: Language) -> None:
    alone = rows(quick, LINES[100:101])
    other = quicken(use_numpy_blas(spacy.load(ENGLISH)))
    rows(other, LINES[:100][::-1])
    assert numpy.array_equal(alone[0], rows(other, LINES[100:101])[0])


def test_more_words_than_are_kept(quick: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    want = rows(quick, LINES[:60])
    monkeypatch.setattr(network, "_WORDS_KEPT", 150)
    few = quicken(use_numpy_blas(spacy.load(ENGLISH)))
    got = [row for line in LINES[:60] for row in rows(few, [line])]
    assert len({word for line in LINES[:60] for word in line.split()}) > 300
    for one, other in zip(want, got, strict=True):
        assert float(abs(one - other).max()) < 1e-4


def test_another_network_is_left_alone() -> None:
    nlp = spacy.blank("en")
    assert quicken(nlp) is nlp
    pipe: Any = nlp.add_pipe("tok2vec")
    nlp.initialize()
    before = pipe.model
    assert before.layers
    quicken(nlp)
    assert pipe.predict([nlp.make_doc("Talks went on.")])[0].shape[0] == 4
