"""Every frame of engagements reads its own examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from communique.knowledge.frames import load_frames
from communique.model import Kind
from reading import party_lines, read

# Later than any date that an example names, so that what it tells as past is past.
PUBLISHED = "2026-01-15"


def examples() -> Iterator[Any]:
    for frame in load_frames().engagements:
        for example in frame.examples:
            yield pytest.param(example, id=f"{frame.id}: {example['text'][:50]}")


@pytest.mark.parametrize("example", list(examples()))
def test_an_example_is_read(example: Mapping[str, Any]) -> None:
    accounts = read(example["text"], published=PUBLISHED).accounts
    if not example["kind"]:
        assert accounts == ()
        return
    assert [(a.kind, a.status) for a in accounts] == [(example["kind"], example["status"])]
    assert party_lines(accounts[0]) == sorted(example["parties"])


def test_every_kind_has_a_frame() -> None:
    kinds = {frame.kind for frame in load_frames().engagements}
    assert kinds | {Kind.CONSULTATION} == set(Kind)  # consultations are meetings by their parties
