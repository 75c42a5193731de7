"""A leader's name with a letter wrong is given in its usual spelling, a romanization as printed."""

from __future__ import annotations

import pytest

from communique.language.spellings import printed_wrongly
from reading import read


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Indonesian President Joko Widoda", "Joko Widodo"),
        ("Pakistani Foreign Minister Shah Mehmood Qureshi", "Shah Mehmood Qureshi"),
        ("Cypriot Foreign Minister Nicos Christodoulides", "Nicos Christodoulides"),
    ],
)
def test_misprinted_leaders_have_their_usual_names(printed: str, name: str) -> None:
    reading = read(f"{printed} arrived in Rome on Monday.", published="2019-03-05")
    assert [one.person for one in reading.people] == [name]


@pytest.mark.parametrize(
    ("printed", "usual", "wrong"),
    [
        ("Joko Widoda", "Joko Widodo", True),
        ("Asif Zardari", "Arif Zardari", True),
        ("Mikheil Kavelashvili", "Mikhail Kavelashvili", False),
        ("Haliemariam Desalegn", "Hailemariam Desalegn", False),
        ("Joko Widodo", "Joko Susilo", False),
        ("Joko", "Joko Widodo", False),
    ],
)
def test_misprints_are_told_from_romanizations(printed: str, usual: str, wrong: bool) -> None:
    assert printed_wrongly(printed, usual) is wrong
