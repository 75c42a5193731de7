"""What the parser loses: members of lists, and clauses that open with "who"."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from communique.language import parsing
from communique.language.annotations import Token
from communique.language.parsing import is_tree
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


WHO = [
    # (sentence, the verb behind "who", whom it is about)
    ("Australian Prime Minister Anthony Albanese met Chinese Premier Li Qiang, who is paying an "
     "official visit to Australia.", "paying", "Li Qiang"),
    ("Estonian President Alar Karis received Latvian President Edgars Rinkevics, who is making a "
     "working visit to Tallinn.", "making", "Edgars Rinkevics"),
    ("Kenyan President William Ruto hosted Angolan President Joao Lourenco, who was touring the "
     "region.", "touring", "Joao Lourenco"),
    ("Chilean President Gabriel Boric greeted Peruvian President Dina Boluarte, who is holding "
     "talks in Santiago.", "holding", "Dina Boluarte"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "person"), WHO)
def test_a_clause_with_who_is_about_the_person_before_it(text: str, verb: str, person: str) -> None:
    tokens = analysed(text, published="2024-05-01").sentences[0].tokens
    found = {t.mention.name: t for t in tokens if t.mention is not None}
    (clause,) = (t for t in tokens if t.text == verb)
    assert (tokens[clause.head], clause.dep) == (found[person], "acl:relcl")
    assert clause.i in found[person].children


EXCEEDED = [
    "The guard has the right to refuse entry if your suitcase exceeds the sizes set out above, if "
    "it can not be opened, or if the hall is too full.",
    "The captain has the right to refuse boarding if your bag / suitcase exceeds the limits set "
    "out below, if it can not be opened, or if the boat is too full.",
    "The guard has the right to refuse entry if your suitcase exceeds the weights set above, if it "
    "can not be opened, or if the hall is too full.",
]


@pytest.mark.parametrize("text", EXCEEDED)
def test_mended_words_hang_on_one_another_in_no_ring(text: str) -> None:
    assert is_tree(analysed(text).sentences[0].tokens)


def test_a_tree_that_mending_breaks_is_the_parsers_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_it(tokens: Sequence[Token]) -> None:
        tokens[0].head, tokens[1].head = 1, 0
        assert not is_tree(tokens)

    monkeypatch.setattr(parsing, "_MENDINGS", (break_it,))
    assert is_tree(analysed("Talks were held in Oslo.").sentences[0].tokens)
