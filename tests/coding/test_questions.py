"""A question reports no engagement that its answer does not confirm."""

from __future__ import annotations

import pytest

from reading import all_told, read

CASES = {
    "declined": (
        "Reuters: It was reported that Russian President Vladimir Putin will visit China next "
        "month. Can you confirm?\n\nLin Jian: I have nothing to share on that.",
        [],
    ),
    "asked with yes or no": (
        "Question: Did Foreign Minister Sergei Lavrov meet Armenian Foreign Minister Ararat "
        "Mirzoyan?\n\nAnswer: That will be made known.",
        [],
    ),
    "confirmed": (
        "Question: Will Prime Minister Anwar Ibrahim of Malaysia visit China?\n\nLin Jian: At the "
        "invitation of Premier Li Qiang, Prime Minister Anwar Ibrahim will visit China in August.",
        ["visit planned: Anwar Ibrahim MYS guest; CHN host"],
    ),
    "taken for granted": (
        "Question: What was said at the meeting between Turkish Foreign Minister Hakan Fidan and "
        "Iraqi Foreign Minister Fuad Hussein in Erbil?\n\nAnswer: They spoke of water.",
        ["meeting held: Fuad Hussein IRQ host; Hakan Fidan TUR guest"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_only_asked_is_not_reported(name: str) -> None:
    text, expected = CASES[name]
    title = "Foreign Ministry Spokesperson Lin Jian's Regular Press Conference"
    assert all_told(read(text, title=title, published="2025-07-08")) == expected
