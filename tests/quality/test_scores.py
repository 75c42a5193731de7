"""No change lowers a score unseen: reading the labelled pages meets the floors in floors.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from communique.exchange.json_reading import reading_from_json
from communique.record import Record
from corpus.readings import faults
from quality.joining import join_labelled
from quality.labelled import SETS, TESTS, LabelledSet, load_scorer, read_pages, tally
from reading import shared_reader

_ALL = tomllib.loads((TESTS / "floors.toml").read_text("utf-8"))
FLOORS: dict[str, dict[str, float]] = _ALL["scores"]
JOINED: dict[str, float] = _ALL["joining"]
FOLDERS = [labelled for labelled in SETS if labelled.answers is None]


@cache
def found_in(name: str) -> dict[str, dict[str, Any]]:
    """The readings of the labelled set of that name by page."""
    labelled = next(one for one in SETS if one.name == name)
    return read_pages(labelled, shared_reader())


@pytest.mark.slow
@pytest.mark.parametrize("labelled", SETS, ids=lambda labelled: labelled.name)
def test_scores_meet_their_floors(labelled: LabelledSet) -> None:
    scorer = load_scorer()
    if scorer is None or not labelled.here():
        pytest.skip("no ../shared beside this checkout: nothing to score with")
    found = found_in(labelled.name)
    reached = {row[0]: row[3] for row in tally(scorer, labelled.expected(), found).rows()}
    below = {
        measure: f"{reached.get(measure, 0.0):.3f} is below {floor}"
        for measure, floor in FLOORS[labelled.name].items()
        if reached.get(measure, 0.0) < floor
    }
    assert below == {}


@pytest.mark.parametrize("labelled", FOLDERS, ids=lambda labelled: labelled.name)
def test_readings_keep_to_the_codebook(labelled: LabelledSet) -> None:
    wrong = {
        path.name: found
        for path in sorted(labelled.folder.glob("*.toml"))
        if (found := list(faults(path)))
    }
    assert wrong == {}


@pytest.mark.slow
def test_all_labelled_pages_in_one_record_join_no_two_engagements(tmp_path: Path) -> None:
    if load_scorer() is None:
        pytest.skip("no ../shared beside this checkout: nothing to score with")
    labels = {page: one for half in FOLDERS for page, one in half.expected().items()}
    found = {page: one for half in FOLDERS for page, one in found_in(half.name).items()}
    readings = {page: reading_from_json(one) for page, one in found.items()}
    with Record.open(tmp_path / "pages.db") as record:
        joined = join_labelled(labels, readings, record)
    assert joined.b_cubed()[2] >= JOINED["b_cubed_of_pages"]
    assert joined.wrongly_joined() == []
