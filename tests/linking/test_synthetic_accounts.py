"""Made-up accounts of known engagements are joined rightly; a small run of ``benchmarks``."""

from __future__ import annotations

import random
import sys
import tomllib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from quality.joining import b_cubed

sys.path.insert(0, str(ROOT / "benchmarks"))

from accounts import Noise, made_up

from communique.linking import link_corpus, memory, scoring
from communique.linking.rows import NO_TEXT

FLOORS = tomllib.loads((ROOT / "tests" / "floors.toml").read_text("utf-8"))["joining"]


@pytest.mark.parametrize("seed", [7, 8])
def test_made_up_accounts_are_joined(seed: int) -> None:
    corpus, truth = made_up(1500, seed)
    linked = link_corpus(corpus)
    found = {account: e.id for e in linked.engagements for account in e.accounts}
    assert found.keys() == truth.keys()
    precision, _, f1 = b_cubed(truth, found)
    assert precision >= 0.99
    assert f1 >= FLOORS["b_cubed"]


def test_without_noise_nothing_is_missed() -> None:
    corpus, truth = made_up(800, noise=Noise(*[0.0] * 9))
    linked = link_corpus(corpus)
    found = {account: e.id for e in linked.engagements for account in e.accounts}
    assert b_cubed(truth, found) == (1, 1, 1)


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10**6))
def test_the_order_of_rows_plays_no_part(seed: int) -> None:
    corpus, _ = made_up(150, seed=seed % 5)
    chance = random.Random(seed)
    shuffled = replace(
        corpus,
        pages=tuple(chance.sample(corpus.pages, len(corpus.pages))),
        accounts=tuple(chance.sample(corpus.accounts, len(corpus.accounts))),
    )
    assert link_corpus(shuffled) == link_corpus(corpus)


def test_splink_and_python_make_the_same_engagements(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, _ = made_up(600)
    outcomes = []
    for few in (0, 10**9):
        monkeypatch.setattr(scoring, "FEW_PAIRS", few)
        outcomes.append(link_corpus(corpus))
    assert outcomes[0] == outcomes[1]


def test_a_visit_that_a_thousand_pages_tell_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, truth = made_up(60, noise=Noise(*[0.0] * 9))
    told = corpus.accounts[0]
    many = [replace(told, id=f"{n:05}.1.0", page=f"{n:05}") for n in range(1000)]
    pages = [replace(corpus.pages[0], id=one.page, sketch=NO_TEXT) for one in many]
    whole = replace(corpus, pages=(*corpus.pages, *pages), accounts=(*corpus.accounts, *many))
    weighed: list[int] = []
    score = scoring.score_pairs
    monkeypatch.setattr(memory, "_FEW_CHANGES", 0)
    monkeypatch.setattr(
        memory, "score_pairs", lambda *these: weighed.append(len(these[0])) or score(*these)
    )
    linked = link_corpus(whole)
    (found,) = (e for e in linked.engagements if told.id in e.accounts)
    assert {one.id for one in many} < set(found.accounts)
    assert {truth[account] for account in found.accounts if account in truth} == {truth[told.id]}
    assert weighed[0] <= 100
