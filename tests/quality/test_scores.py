"""No change lowers a score unseen: reading the labelled pages meets the floors in floors.toml."""

from __future__ import annotations

import tomllib

import pytest

from corpus.readings import faults
from quality.labelled import SETS, TESTS, LabelledSet, load_scorer, read_pages, tally
from reading import shared_reader

FLOORS: dict[str, dict[str, float]] = tomllib.loads((TESTS / "floors.toml").read_text("utf-8"))[
    "scores"
]
FOLDERS = [labelled for labelled in SETS if labelled.answers is None]


@pytest.mark.slow
@pytest.mark.parametrize("labelled", SETS, ids=lambda labelled: labelled.name)
def test_scores_meet_their_floors(labelled: LabelledSet) -> None:
    scorer = load_scorer()
    if scorer is None or not labelled.here():
        pytest.skip("no ../shared beside this checkout: nothing to score with")
    found = read_pages(labelled, shared_reader())
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
