"""Of pledges and agreed steps that are read nine in ten are labelled; most labelled are read."""

from __future__ import annotations

import pytest

from corpus.readings import faults
from quality.undertaken import LABELLED, UNDERTAKEN, count, read_pages
from reading import shared_reader


@pytest.mark.slow
def test_pledges_and_agreed_steps_are_read() -> None:
    right = extra = missed = 0
    for labelled in LABELLED:
        told = count(labelled.expected(), read_pages(labelled, shared_reader()))
        right += told.right
        extra += len(told.extra)
        missed += len(told.misses)
    assert right >= 0.9 * (right + extra)
    assert right >= 0.75 * (right + missed)


def test_labels_keep_to_the_codebook() -> None:
    paths = sorted(UNDERTAKEN.folder.glob("*.toml"))
    assert {path.name: found for path in paths if (found := list(faults(path)))} == {}
