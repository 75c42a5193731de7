"""Lists behind a day or a place: their members hang on the member before them."""

from __future__ import annotations

import pytest

from reading import analysed

CASES = [
    # (sentence, the later member, the one it is joined to)
    ("Polish President Andrzej Duda met Slovak President Zuzana Caputova on Friday and Lithuanian "
     "President Gitanas Nauseda on Saturday.", "Gitanas Nauseda", "Zuzana Caputova"),
    ("Poland's President Andrzej Duda met Slovak President Zuzana Caputova in Bratislava and "
     "Lithuanian President Gitanas Nauseda in Vilnius.", "Gitanas Nauseda", "Zuzana Caputova"),
    ("Polish Foreign Minister Radoslaw Sikorski will visit Ghana on June 20 and Togo on June 21.",
     "Togo", "Ghana"),
    ("Polish Foreign Minister Radoslaw Sikorski visited Ghana in May and Togo in June.",
     "Togo", "Ghana"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "later", "earlier"), CASES)
def test_joined(text: str, later: str, earlier: str) -> None:
    tokens = analysed(text, published="2024-05-01").sentences[0].tokens
    found = {t.mention.name: t for t in tokens if t.mention is not None}
    assert tokens[found[later].head] is found[earlier]
    assert found[later].dep == "conj"
    assert found[later].i in found[earlier].children
