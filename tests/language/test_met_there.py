"""An official without a state, met where somebody came to, is of that state."""

from __future__ import annotations

import pytest

from reading import analysed

CASES = [
    "Ghanaian Trade Minister Ama Osei visited Togo, where she met Foreign Minister Kossi Dube.",
    "Ghanaian President John Mahama flew to Lomé, where he was received by Minister Kossi Dube.",
    "In Lomé, the Ghanaian minister met with Foreign Minister Kossi Dube.",
    "During a visit to Togo, Ghanaian Trade Minister Ama Osei held talks with Defence Minister "
    "Kossi Dube.",
    "Upon arrival in Togo, the Ghanaian minister was welcomed by Foreign Minister Kossi Dube.",
    "Ghanaian Trade Minister Ama Osei was in Lomé, where she called on Prime Minister Kossi Dube.",
]
ELSEWHERE = "Ghanaian minister Ama Osei was in New York, where she met Minister Kossi Dube."


def _state(text: str) -> str | None:
    return next(p.state for p in analysed(text).people if p.name == "Kossi Dube")


@pytest.mark.parametrize("text", CASES)
def test_of_the_state_come_to(text: str) -> None:
    assert _state(text) == "TGO"


def test_not_where_many_meet() -> None:
    assert _state(ELSEWHERE) != "USA"
