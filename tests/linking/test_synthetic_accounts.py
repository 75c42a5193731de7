"""Made-up accounts of known engagements are joined rightly; a small run of ``benchmarks``."""

from __future__ import annotations

import sys
import tomllib

import pytest

from conftest import ROOT
from quality.joining import b_cubed

sys.path.insert(0, str(ROOT / "benchmarks"))

from accounts import Noise, made_up

from communique.linking import link_corpus

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
