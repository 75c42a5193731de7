"""Who does what to whom: voice, clauses without a subject, relative clauses, coordination."""

from __future__ import annotations

import pytest

from communique.language.annotations import Token
from communique.language.grammar import Tree
from reading import analysed

A = "Estonian President Alar Karis"
B = "Latvian President Edgars Rinkevics"
KARIS, RINKEVICS = "Karis", "Rinkevics"


def names(tokens: list[Token]) -> set[str]:
    return {t.persons[0].name.split()[-1] if t.persons else t.text for t in tokens}


def tree_and_verb(text: str, verb: str) -> tuple[Tree, Token]:
    (sentence,) = analysed(text, published="2025-02-03").sentences
    (token,) = [t for t in sentence.tokens if t.text == verb]
    return Tree(sentence.tokens), token


CASES = [
    # (text, verb, who does it, to whom)
    (f"{A} received {B}.", "received", {KARIS}, {RINKEVICS}),
    # passive with its agent
    (f"{A} was received by {B}.", "received", {RINKEVICS}, {KARIS}),
    # passive without one
    (f"{A} was received in Riga.", "received", set(), {KARIS}),
    # coordinated subjects
    (f"{A} and {B} visited Ruhnu.", "visited", {KARIS, RINKEVICS}, {"Ruhnu"}),
    # the second of two verbs
    (f"{A} left Tallinn and met {B}.", "met", {KARIS}, {RINKEVICS}),
    # an infinitive: the subject's
    (f"{A} hopes to meet {B}.", "meet", {KARIS}, {RINKEVICS}),
    # an infinitive: the object's
    (f"{A} invited {B} to visit Tallinn.", "visit", {RINKEVICS}, {"Tallinn"}),
    # of a passive
    (f"{B} was invited by {A} to visit Tallinn.", "visit", {RINKEVICS}, {"Tallinn"}),
    # on a noun
    (f"{A} spoke of his wish to visit Riga.", "visit", {KARIS}, {"Riga"}),
    # a relative clause on its subject
    (f"{A}, who met {B}, left Riga.", "met", {KARIS}, {RINKEVICS}),
    # a relative clause on its object
    (f"{B}, whom {A} met, left Riga.", "met", {KARIS}, {RINKEVICS}),
    # a participle
    (f"Leaving Riga, {A} thanked {B}.", "Leaving", {KARIS}, {"Riga"}),
    # "before meeting"
    (f"{A} toured Riga before meeting {B}.", "meeting", {KARIS}, {RINKEVICS}),
    # a reporting clause does not give its subject away
    (f"{A} said that {B} left Riga.", "left", {RINKEVICS}, {"Riga"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "doers", "done_to"), CASES)
def test_who_does_what_to_whom(text: str, verb: str, doers: set[str], done_to: set[str]) -> None:
    tree, token = tree_and_verb(text, verb)
    assert names(tree.subjects(token)) == doers
    assert names(tree.objects(token)) == done_to
