"""Labelled threads of pages: every account in its engagement, every commitment followed."""

from __future__ import annotations

import tomllib

import pytest

from communique.reader import Reader
from communique.record import Record
from conftest import ROOT
from quality.joining import b_cubed, is_kept, join_threads, load_threads

FLOORS = tomllib.loads((ROOT / "tests" / "floors.toml").read_text("utf-8"))["joining"]


@pytest.mark.parametrize("half", ["dev", "test"])
def test_threads_of_pages_are_joined_and_followed(
    half: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp(half)
    with Record.open(folder / "r.db") as record:
        joined, followed = join_threads(load_threads(half), Reader.load().read, folder, record)
    assert len(joined.missed) <= FLOORS["missed"] * len(joined.truth)
    assert joined.b_cubed()[2] >= FLOORS["b_cubed"]
    assert joined.wrongly_joined() == []
    kept = sum(is_kept(wanted, found) for _, wanted, found in followed)
    assert kept >= FLOORS["commitments"] * len(followed) > 0


def test_b_cubed() -> None:
    truth = dict(zip("abcdef", "112223", strict=True))
    assert b_cubed(truth, truth) == (1, 1, 1)
    assert b_cubed(truth, dict.fromkeys("abcdef", "x"))[:2] == (pytest.approx(14 / 36), 1)
    assert b_cubed(truth, {one: one for one in "abcdef"})[:2] == (1, pytest.approx(3 / 6))
